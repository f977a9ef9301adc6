package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.TreatyAct;
import org.salus.evidence.TreatyTable;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;

class InstrumentTablesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final InstrumentTables TABLES = new InstrumentTables(
            Wording.english(),
            line -> Optional.of(URI.create("/standards/" + line.instrument().id())));

    private static InstrumentRegister register(Optional<LocalDate> asAt) {
        return register(asAt, Locale.ENGLISH);
    }

    private static InstrumentRegister register(Optional<LocalDate> asAt, Locale language) {
        return InstrumentRegister.of(
                InstrumentQuestion.of(Address.of("").with("country", "BDI"), List.of()),
                new TreatyTable.Status(
                        List.of(new TreatyTable(
                                "4-9",
                                "4-9",
                                "4-9.csv",
                                asAt,
                                Optional.of(LocalDate.of(2014, 4, 2)),
                                159,
                                false,
                                false)),
                        List.of(new TreatyAct(
                                "4-9",
                                "BDI",
                                TreatyAct.Kind.ACCESSION,
                                Optional.of(LocalDate.of(1993, 2, 18)),
                                false,
                                26))),
                Optional.empty(),
                TODAY,
                language);
    }

    private static String cell(Table table, String instrument, String column) {
        List<String> keys = table.columns().stream().map(Column::key).toList();
        List<Cell> row = table.rows().stream()
                .filter(cells -> cells.getFirst().code().equals(Optional.of(instrument)))
                .findFirst()
                .orElseThrow();
        return row.get(keys.indexOf(column)).words();
    }

    @Test
    void a_french_reader_reads_french_titles_and_obligations_of_the_same_instruments() {
        Wording french = Wording.in(Locale.FRENCH);
        InstrumentRegister register = register(Optional.of(TODAY), Locale.FRENCH);
        Table table = new InstrumentTables(french, line -> Optional.empty()).register(register);
        InstrumentLine torture = register.lines().stream()
                .filter(line -> line.instrument().id().equals("cat"))
                .findFirst()
                .orElseThrow();

        assertThat(table.rows()).hasSameSizeAs(register(Optional.of(TODAY)).lines());
        assertThat(cell(table, "cat", "instrument")).startsWith("Convention contre la torture");
        assertThat(new InstrumentTexts(french)
                        .lines(torture, register.question()).stream().map(french::say))
                .anyMatch(said -> said.contains("Ne renvoyer personne là où la torture menace."));
        assertThat(torture.standing().binding()).isPresent();
    }

    @Test
    void what_a_depositary_tells_stands_apart_from_what_is_still_to_be_asked() {
        Table table = TABLES.register(register(Optional.of(TODAY)));

        assertThat(cell(table, "cat", "status")).isEqualTo("party");
        assertThat(cell(table, "cat", "bound")).isEqualTo("acceded 1993-02-18");
        assertThat(cell(table, "cat", "signed")).isEqualTo("none in the table");
        assertThat(cell(table, "cat", "reservation")).isEqualTo("not told");
        assertThat(cell(table, "cat", "in_law")).isEqualTo("None recorded yet");
        assertThat(cell(table, "iccpr", "status")).isEqualTo("no table loaded");
        assertThat(cell(table, "iccpr", "in_law")).isEmpty();
        assertThat(cell(table, "force-and-firearms", "status")).isEqualTo("nothing to ratify");
        assertThat(cell(table, "force-and-firearms", "reported")).isEmpty();
    }

    @Test
    void a_table_says_how_old_it_is() {
        assertThat(cell(TABLES.register(register(Optional.of(TODAY))), "cat", "table"))
                .isEqualTo("2026-11-01");
        assertThat(cell(TABLES.register(register(Optional.of(LocalDate.of(2015, 3, 1)))), "cat", "table"))
                .isEqualTo("2015-03-01: check");
        assertThat(cell(TABLES.register(register(Optional.empty())), "cat", "table"))
                .isEqualTo("undated, newest act 2014-04-02: check");
    }

    @Test
    void questions_name_the_country_and_the_step() {
        Table table = TABLES.questions(register(Optional.of(TODAY)));

        assertThat(table.rows()).hasSize(register(Optional.of(TODAY)).toAsk());
        assertThat(table.rows().getFirst().getFirst().code())
                .as("what binds stands first")
                .contains("cat");
        assertThat(cell(table, "cat", "question")).isEqualTo("Does law in Burundi give effect to it?");
    }
}
