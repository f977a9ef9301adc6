package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Questions are shown in the reader's language, and stay what they are. */
class QuestionWordsTest {
    private final QuestionSet shipped = QuestionSetFile.shipped();
    private final QuestionWords french = QuestionWords.in(Locale.FRENCH);

    @Test
    void every_question_of_the_shipped_set_is_there_in_french_with_five_levels() {
        QuestionSet shown = french.shown(shipped);
        assertThat(shown.title()).isNotEqualTo(shipped.title());
        assertThat(shown.note()).isNotEqualTo(shipped.note());
        for (int i = 0; i < shipped.questions().size(); i++) {
            Question asked = shipped.questions().get(i);
            Question said = shown.questions().get(i);
            assertThat(said.refusals()).as(asked.id()).isEmpty();
            assertThat(said.id()).isEqualTo(asked.id());
            assertThat(said.of()).isEqualTo(asked.of());
            assertThat(said.isCore()).isEqualTo(asked.isCore());
            assertThat(said.levels()).as(asked.id()).doesNotContainAnyElementsOf(asked.levels());
            List<String> texts = new ArrayList<>(said.levels());
            texts.add(said.asks());
            texts.add(said.sources());
            assertThat(texts)
                    .as("French marks and spaces in " + asked.id())
                    .noneMatch(text -> text.contains("'") || text.matches(".*[^\u202f\u00a0«][;!?].*"));
        }
    }

    @Test
    void a_question_whose_words_a_team_changed_stays_as_the_team_wrote_it() {
        Question asked = shipped.questions().getFirst();
        Question changed = new Question(
                asked.id(),
                asked.characteristic(),
                asked.theme(),
                asked.basis(),
                asked.of(),
                asked.isCore(),
                "Does a decree say what this institution is for?",
                asked.levels(),
                asked.sources());
        assertThat(french.shown(changed)).isEqualTo(changed);
        Question ofFewer = new Question(
                asked.id(),
                asked.characteristic(),
                asked.theme(),
                asked.basis(),
                List.of(),
                !asked.isCore(),
                asked.asks(),
                asked.levels(),
                asked.sources());
        assertThat(french.shown(ofFewer).asks())
                .as("asked of others, in the same words")
                .isEqualTo(french.shown(asked).asks());
        assertThat(french.shown(ofFewer).of()).isEmpty();
    }

    @Test
    void a_language_without_words_for_them_shows_them_as_they_are() {
        assertThat(QuestionWords.in(Locale.GERMAN).shown(shipped)).isEqualTo(shipped);
        assertThat(QuestionWords.in(Locale.ENGLISH).shown(shipped)).isEqualTo(shipped);
    }
}
