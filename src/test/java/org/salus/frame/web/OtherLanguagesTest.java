package org.salus.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.framework.Wording;

/** The languages offered at the foot of a page, and where they lead back to. */
class OtherLanguagesTest {
    private static Layout page(Address here) {
        return new Layout(
                Wording.english(),
                here,
                "A page",
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void one_comes_back_to_the_page_with_what_was_chosen_there() {
        assertThat(page(Address.of("/countries").with("q", "Bu & Co")).otherLanguages())
                .extracting(Layout.Other::href)
                .isNotEmpty()
                .allMatch(href -> href.endsWith("?back=%2Fcountries%3Fq%3DBu%2520%2526%2520Co"));
    }

    @Test
    void what_was_pasted_into_a_form_is_not_carried_along() {
        assertThat(page(Address.of("/sheet").with("rows", "1,2\n".repeat(10_000)))
                        .otherLanguages())
                .extracting(Layout.Other::href)
                .isNotEmpty()
                .allMatch(href -> href.endsWith("?back=%2Fsheet"));
    }
}
