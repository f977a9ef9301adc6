package org.salus.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.salus.framework.Wording;

/** The pagers of a page, as somebody hears them who does not see where they stand. */
class PagerTest {
    private static final Wording ENGLISH = Wording.english();

    @Test
    void no_two_pagers_of_a_page_are_called_alike() {
        Address here = Address.of("/rows").with("page", 2);
        Pager rows = new Pager(here, 250, 100, "rows");
        Pager ties = new Pager(here, 70, 50, "ties", "tie-page");

        assertThat(ENGLISH.say(rows.label())).isEqualTo("Pages");
        assertThat(ENGLISH.say(rows.below().label())).isEqualTo("Pages of the list of 250, below its rows");
        assertThat(ENGLISH.say(ties.label())).isEqualTo("Pages of the list of 70");
    }

    @Test
    void the_one_below_leads_where_the_one_above_does() {
        Pager rows = new Pager(Address.of("/rows").with("page", 2), 250, 100, "rows");

        assertThat(rows.below().page()).isEqualTo(2);
        assertThat(rows.below().href(3)).isEqualTo(rows.href(3)).isEqualTo("/rows?page=3#rows");
    }
}
