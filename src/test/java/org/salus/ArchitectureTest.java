package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.evidence.Transaction;
import org.salus.framework.ReformArea;
import org.salus.portfolio.SectorCode;
import org.salus.portfolio.Sortable;
import org.salus.portfolio.Sorter;

/** The story of ARCHITECTURE.md: one payment on its way from the bytes of a file to the map of support. */
class ArchitectureTest {
    private static final Path FILE = Path.of("demo/aid-burundi.xml.gz");
    private static final String PROJECT = "US-501c3-522318905-SG-BDI/000336";

    @Test
    void the_payment_arrives_with_its_amount_and_its_area(@TempDir Path folder) throws Exception {
        assertThat(Files.readString(Path.of("ARCHITECTURE.md"))).contains(FILE.toString(), PROJECT, "21334307");

        try (Evidence evidence = Evidence.open(folder)) {
            evidence.loads()
                    .load(List.of(new LoadInput("aid-burundi.xml.gz", FILE.toString(), FILE)), null, Progress.SILENT);
            ActivityRecord project = evidence.snapshot().activities().get(PROJECT);

            assertThat(project.activity().transactions())
                    .filteredOn(Transaction::isDisbursement)
                    .singleElement()
                    .satisfies(payment -> {
                        assertThat(payment.amount()).isEqualTo(new BigDecimal("21334307"));
                        assertThat(payment.currency()).isEqualTo("USD");
                        assertThat(payment.date()).hasYear(2009);
                    });
            Sortable sortable = new Sortable(
                    PROJECT,
                    project.activity().titles().stream()
                            .map(title -> title.text())
                            .toList(),
                    List.of(),
                    List.of(SectorCode.dac("151")));
            assertThat(Sorter.byRules().sort(sortable).area()).isEqualTo(ReformArea.of("4a"));
        }
    }
}
