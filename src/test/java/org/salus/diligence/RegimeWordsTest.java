package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked of every case, and the forms of regimes, in French: other words, the same rules, and legal names as they are. */
class RegimeWordsTest {
    private final Regimes english = Regimes.shipped();
    private final Regimes french = Regimes.shipped(Locale.FRENCH);

    @Test
    void every_question_and_topic_has_french_words() {
        for (ScopeQuestion question : english.questions()) {
            String said = french.question(question.code()).orElseThrow().asks();
            assertThat(said).as(question.code()).isNotEqualTo(question.asks()).doesNotContain("'", " ?");
        }
        for (Topic topic : english.topics()) {
            Topic said = french.topic(topic.code()).orElseThrow();
            assertThat(said.asks()).as(topic.code()).isNotEqualTo(topic.asks()).doesNotContain("'", " ?");
            assertThat(said.name()).as(topic.code()).isNotBlank();
        }
        assertThat(french.longestNameMonths()).isEqualTo(english.longestNameMonths());
        assertThat(french.leadDays()).isEqualTo(english.leadDays());
    }

    @Test
    void a_regime_keeps_its_rules_its_parts_and_the_name_of_its_text() {
        for (Regime regime : english.list()) {
            Regime said = french.find(regime.code()).orElseThrow();
            assertThat(said.title()).isEqualTo(regime.title());
            assertThat(said.called()).isEqualTo(regime.called());
            assertThat(said.questions()).isEqualTo(regime.questions());
            assertThat(said.topics()).isEqualTo(regime.topics());
            assertThat(said.sections().stream().map(FormSection::shows))
                    .isEqualTo(
                            regime.sections().stream().map(FormSection::shows).toList());
            List<String> words = Stream.concat(Stream.of(said.read()), said.cautions().stream())
                    .toList();
            assertThat(words)
                    .as(regime.code())
                    .doesNotContainAnyElementsOf(regime.cautions())
                    .doesNotContain(regime.read())
                    .noneMatch(text -> text.contains("'"));
        }
    }

    @Test
    void a_language_without_words_for_them_has_the_english_ones() {
        assertThat(Regimes.shipped(Locale.GERMAN)).isSameAs(english);
    }
}
