package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.coordination.DonorStatement;
import org.salus.coordination.StatementSide;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.Sensitivity;

/** One donor over all countries of which data are loaded: here the demo's real data about Burundi, asked from another country's workspace. */
class DonorReviewTest {
    private static final String FILE = "aid-burundi.xml.gz";

    @TempDir
    Path folder;

    private WorkingWeek week;

    @BeforeEach
    void load() throws IOException {
        week = new WorkingWeek(folder);
        week.evidence
                .loads()
                .load(List.of(new LoadInput(FILE, "demo/" + FILE, Path.of("demo", FILE))), null, Progress.SILENT);
    }

    @AfterEach
    void close() {
        week.close();
    }

    @Tag("slow")
    @Test
    void it_says_where_how_much_what_it_does_more_than_others_what_ends_and_what_to_ask_with_its_source() {
        assertThat(week.text(week.ana, "donor-review", "donor=United States"))
                .contains("Data about one country name United States as a donor for reform")
                .containsPattern("Burundi: USD 3\\.7 million \\(disbursements\\), 4 areas")
                .contains("| Burundi | 4x Peacebuilding in general |")
                .contains("takes 77% of its money for reform")
                .containsPattern("Burundi, 4x Peacebuilding in general: 3\\.7 times the part that all donors give")
                .contains("within 24 months of 20 Mar 2017, the day of the data")
                .contains("What to ask")
                .contains("Published by donors and loaded from " + FILE + " (of 20 Mar 2017)")
                .doesNotContain("There is no money to take a share of");
    }

    @Tag("slow")
    @Test
    void a_paper_names_the_files_it_may_draw_on_and_no_others() {
        assertThat(week.text(week.ana, "donor-review", "donor=United States"))
                .contains("one file about what is asked here: " + FILE);
        assertThat(week.text(week.ana, "round-table"))
                .as("the file says nothing about the invented country of the workspace")
                .contains("nothing here comes from open data")
                .doesNotContain(FILE);
    }

    @Tag("slow")
    @Test
    void it_is_found_under_any_name_that_files_have_and_asked_for_where_no_data_know_it() {
        assertThat(week.text(week.ana, "donor-review", "donor=united states"))
                .contains("Data about one country name united states as a donor for reform");
        assertThat(week.text(week.ana, "donor-review", "donor=USA"))
                .as("as files of another country might write it")
                .contains("Data about one country name USA as a donor for reform")
                .containsPattern("Burundi: USD 3\\.7 million \\(disbursements\\), 4 areas");
        assertThat(week.text(week.ana, "donor-review", "donor=Sundmark"))
                .contains("No loaded data name Sundmark")
                .contains("What does it give to these countries, and to whom?")
                .contains("For whom is “Vehicles for the Harbour Police”? No institution is on record.")
                .doesNotContain("the day of the data");
        assertThat(catchThrowableOfType(Failure.class, () -> week.text(week.ana, "donor-review", "donor=Untied States"))
                        .say(Wording.english()))
                .contains("“Untied States”", "United States");
    }

    @Tag("slow")
    @Test
    void what_is_said_of_a_donor_stands_in_its_review_under_whichever_name_it_was_said() {
        week.put(Item.fresh(DonorStatement.KIND, said("USAID", "Its advisers stay."))
                .meantFor(Sensitivity.forMembers()));
        week.put(Item.fresh(DonorStatement.KIND, said("USA", "For Ana alone.")).meantFor(week.forAna()));
        assertThat(week.text(week.ana, "donor-review", "donor=United States"))
                .contains("What is said of it in the workspace", "Its advisers stay.")
                .as("the full edition holds what every member may read")
                .doesNotContain("For Ana alone.");
        assertThat(week.text(week.ana, "donor-review", "donor=Belgium"))
                .doesNotContain("Its advisers stay.", "What is said of it");
    }

    private static DonorStatement said(String donor, String text) {
        return new DonorStatement(
                donor, Optional.empty(), StatementSide.PARTNER, "Ministry", text, Optional.empty(), "");
    }

    @Tag("slow")
    @Test
    void the_same_data_give_the_same_review_again_and_other_data_another() throws IOException {
        String before = week.text(week.ana, "donor-review", "donor=Belgium");
        assertThat(week.text(week.ana, "donor-review", "donor=Belgium")).isEqualTo(before);
        week.evidence.loads().setAside(week.evidence.snapshot().versions().getFirst());
        assertThat(catchThrowableOfType(Failure.class, () -> week.text(week.ana, "donor-review", "donor=Belgium")))
                .as("what was remembered belongs to its snapshot")
                .isNotNull();
    }
}
