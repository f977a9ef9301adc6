package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.strategy.Readership;

/** Templates as files: what they can say, and what is said where they ask for something that is not there. */
class PaperTemplateTest {
    private static final String OWN = """
            edition: 2026-12
            name: minister-note
            title: "{workspace}: note on {donor}"
            about: For the minister
            page: landscape
            for: public
            parts:
              - part: text
                title: What this is about
                text: |
                  As asked by **{partner}**.
              - part: support
                order: end
                most: 3
                area: 2b
            """;

    private static String wrong(String file) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Failure.class, () -> PaperTemplate.read(file))
                .say(Wording.english());
    }

    @Test
    void a_team_writes_parts_titles_texts_filters_and_orders() {
        PaperTemplate template = PaperTemplate.read(OWN);
        assertThat(template.name()).isEqualTo("minister-note");
        assertThat(template.readership()).isEqualTo(Readership.EVERYBODY);
        assertThat(template.called(Wording.english())).isEqualTo("[workspace]: note on [Donor]");
        assertThat(template.heading(Wording.english(), Map.of("workspace", "Orvelia", "donor", "Sundmark")))
                .isEqualTo("Orvelia: note on Sundmark");
        assertThat(template.choices()).containsExactly(PaperChoice.DONOR, PaperChoice.PARTNER);
        assertThat(template.needed()).isEmpty();
        assertThat(template.parts().getLast().most(40)).isEqualTo(3);
        assertThat(template.parts().getLast().isOrdered("end")).isTrue();
    }

    @Test
    void every_shipped_template_has_a_name_and_a_purpose_in_words_and_only_its_own_choices() {
        assertThat(Papers.shipped()).isNotEmpty().allSatisfy(template -> {
            assertThat(template.called(Wording.english())).isNotEqualTo(template.name());
            assertThat(template.purpose(Wording.english())).isNotBlank();
            assertThat(template.choices()).containsAll(template.needed());
            assertThat(PaperTemplate.read(template.source())).isEqualTo(template);
        });
    }

    @Test
    void every_part_has_a_title_in_words_but_the_plain_text() {
        assertThat(Parts.all())
                .allSatisfy(part -> assertThat(Wording.english().knows("papers.part." + part.name() + ".name"))
                        .as(part.name())
                        .isEqualTo(!part.name().equals("text")));
        assertThat(Parts.names()).doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_there_is_named_with_the_nearest_that_is_all_of_it_at_once() {
        assertThat(wrong(OWN.replace("part: support", "part: suport").replace("page: landscape", "page: landscap")))
                .contains("no part “suport”", "support", "no page “landscap”", "landscape");
        assertThat(wrong(OWN.replace("most: 3", "mots: 3"))).contains("“support” has no setting “mots”", "most");
        assertThat(wrong(OWN.replace("{donor}", "{doner}"))).contains("No word in braces is “doner”", "donor");
        assertThat(wrong(OWN.replace("about:", "abuot:"))).contains("no field “abuot”", "about");
        assertThat(wrong(OWN.replace("order: end", "order: size")))
                .contains("“order” cannot be “size”", "donor, area, end");
        assertThat(wrong(OWN.replace("most: 3", "most: many"))).contains("“most” cannot be “many”");
        assertThat(wrong(OWN.replace("area: 2b", "area: 9z"))).contains("“area” cannot be “9z”", "2b");
    }

    @Test
    void what_is_no_template_says_where_it_breaks() {
        assertThat(wrong("edition: [2026\nname")).contains("line");
        assertThat(wrong("edition: 2026-11\nname: one\nname: two\n")).contains("line 3 says again");
        assertThat(wrong("just a sentence")).contains("no template");
        assertThat(wrong("")).contains("no template");
        assertThat(wrong("parts: []")).contains("needs a name", "needs an edition", "list of 1 to");
        assertThat(wrong("x".repeat(200_000))).contains("at most");
        // A word processor's file is no template either.
        assertThat(wrong("PK\u0003\u0004 word/document.xml")).contains("no template but a packed file", "--style");
    }

    @Test
    void words_in_braces_are_what_was_asked_for_and_leave_no_trace_where_nothing_was() {
        assertThat(PaperTemplate.filled("{donor} in {workspace}", Map.of("donor", "A{x}$1", "workspace", "O")))
                .isEqualTo("A{x}$1 in O");
        assertThat(PaperTemplate.filled("For {partner}", Map.of())).isEqualTo("For");
    }

    @Test
    void the_nearest_names_come_first() {
        List<String> names = List.of("support", "unit-support", "ending", "unit");
        assertThat(Nearest.of("suport", names)).startsWith("support");
        assertThat(Nearest.of("unit", names)).startsWith("unit");
        assertThatThrownBy(() -> PaperTemplate.read("- a")).isInstanceOf(Failure.class);
    }
}
