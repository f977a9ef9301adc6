package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Kinds;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;

/** A partner's own table becomes known support, with where each row stood. */
class MatrixImportTest {
    private static final String TABLE = """
            Embassy of Sundmark;;;;;;;
            Bailleur;Projet;Bénéficiaire;Domaine;Montant;Devise;Début;Fin
            Sundmark;Community policing;Orvelian Police;2b;1.250.000,50;EUR;2024;2026
            Sundmark;Community policing;Orvelian Police;2b;10.000;EUR;2024;2026
            Sundmark;Audit;Audit Chamber;accounts;beaucoup;EUR;2024;2023
            ;Nobody's;;;5;EUR;;
            Total;;;;1.260.000,50;EUR;;
            """;

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Kinds.of(List.of(Actor.KIND, Tie.KIND, KnownSupport.KIND, ColumnMapping.KIND)),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        Item<Actor> police = Item.fresh(
                Actor.KIND,
                new Sketch()
                        .actor("Orvelian Police", ActorType.POLICE)
                        .actors
                        .getFirst()
                        .value());
        assertThat(workspace.append(ana, new Edit.Put(police))).isInstanceOf(Outcome.Accepted.class);
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private static MatrixFile file(String text) {
        return MatrixFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "matrix.csv");
    }

    private static ColumnMapping mapping(List<String> headings) {
        ColumnMapping guess = ColumnMapping.guess("Sundmark's table", headings);
        return new ColumnMapping(
                guess.name(),
                guess.columns(),
                Map.of(SupportField.STAGE, "planned"),
                true,
                1,
                SupportOrigin.PARTNERS_TABLE);
    }

    private MatrixPreview preview(String text) {
        MatrixFile file = file(text);
        MatrixFile.Sheet sheet = file.sheets().getFirst();
        return MatrixImport.preview(file, sheet, mapping(sheet.headings()), workspace.view(ana));
    }

    private MatrixPreview preview(MatrixFile file) {
        MatrixFile.Sheet sheet = file.sheets().getFirst();
        return MatrixImport.preview(file, sheet, ColumnMapping.guess("table", sheet.headings()), workspace.view(ana));
    }

    @Test
    void what_we_call_a_column_ourselves_is_proposed_in_every_language() {
        for (Locale language : Wording.offered()) {
            List<String> headings = Arrays.stream(SupportField.values())
                    .map(field -> Wording.in(language).say(field.label()))
                    .toList();
            Map<SupportField, String> guessed =
                    ColumnMapping.guess("table", headings).columns();
            for (SupportField field : SupportField.values()) {
                assertThat(guessed)
                        .as(language.toString())
                        .containsEntry(field, Wording.in(language).say(field.label()));
            }
        }
    }

    /** Fifteen where one and a half was meant would be tenfold support that nobody gives. */
    @Test
    void a_decimal_comma_in_a_table_of_points_is_not_passed_over() {
        MatrixPreview preview = preview(file("""
                partner;projet;domaine;montant;devise
                Sundmark;Un;Surveillance;1,5;EUR
                Sundmark;Deux;Surveillance;1,500;EUR
                Sundmark;Trois;Surveillance;1 234 567.5;EUR
                """));
        assertThat(preview.lines())
                .extracting(line -> line.amount().most().map(BigDecimal::toPlainString))
                .containsExactly(Optional.empty(), Optional.of("1500"), Optional.of("1234567.5"));
        assertThat(problems(preview)).anySatisfy(problem -> assertThat(problem).contains("1,5"));
    }

    /** As Europeans write it: nobody has to say what the table itself tells. */
    @Test
    void how_a_table_writes_amounts_is_taken_from_its_amounts_and_their_heading() {
        MatrixFile file = file("""
                Donor;Project;Receiver;Budget (EUR '000)
                Sundmark;Radios;Orvelian Police;1.200,50
                Sundmark;Boots;Orvelian Police;1.500
                Sundmark;Cars;Orvelian Police;USD 7
                """);
        MatrixFile.Sheet sheet = file.sheets().getFirst();
        ColumnMapping guess = ColumnMapping.guess("table", sheet);
        assertThat(guess.decimalComma()).isTrue();
        assertThat(guess.factor()).isEqualTo(1_000);
        assertThat(guess.fixed()).isEqualTo(Map.of(SupportField.CURRENCY, "EUR"));
        assertThat(guess.column(SupportField.INSTITUTION)).contains("Receiver");
        MatrixPreview preview = MatrixImport.preview(file, sheet, guess, workspace.view(ana));
        assertThat(preview.lines())
                .extracting(line -> line.amount().exact().orElseThrow().toPlainString() + " "
                        + line.amount().currency())
                // Of a cell that names another currency than its heading nobody can say which holds.
                .containsExactly("1200500.00 EUR", "1500000 EUR", "7000 ");
        assertThat(problems(preview)).singleElement().asString().contains("EUR, USD");
    }

    @Test
    void in_what_amounts_are_written_may_stand_above_the_table() {
        Map<String, String> titles = Map.of(
                "Support to the police, in thousands of EUR", "1000 EUR",
                "APPUI À LA POLICE (EN MILLIERS)", "1000 ",
                "Matrix 2024 (USD '000)", "1000 USD",
                "Apoyo, en millones de USD", "1000000 USD",
                "Training of 2 000 officers, all partners", "1 ",
                "ALL PARTNERS 2024", "1 ",
                "A million reasons", "1 ");
        titles.forEach((title, told) -> {
            MatrixFile.Sheet sheet =
                    file(title + "\n\nDonor;Budget\nA;5\n").sheets().getFirst();
            ColumnMapping guess = ColumnMapping.guess("table", sheet);
            assertThat(guess.factor() + " " + guess.fixed().getOrDefault(SupportField.CURRENCY, ""))
                    .as(title)
                    .isEqualTo(told);
        });
        MatrixFile.Sheet heading =
                file("In thousands\nDonor;Budget (million EUR)\nA;5\n").sheets().getFirst();
        assertThat(ColumnMapping.guess("table", heading).factor())
                .as("what stands at the amounts themselves is nearer")
                .isEqualTo(1_000_000);
    }

    @Test
    void what_a_table_does_not_tell_of_its_amounts_is_not_guessed() {
        for (String amounts : List.of("1.500;2.500", "1,5;1.5", "1200.5;1.200,50", "many;few", "7;8")) {
            String[] two = amounts.split(";", -1);
            MatrixFile.Sheet sheet = file("Donor;Budget\nA;" + two[0] + "\nB;" + two[1] + "\n")
                    .sheets()
                    .getFirst();
            ColumnMapping guess = ColumnMapping.guess("table", sheet);
            assertThat(guess.decimalComma()).as(amounts).isFalse();
            assertThat(guess.fixed()).as(amounts).isEmpty();
            assertThat(guess.factor()).as(amounts).isEqualTo(1);
        }
        Map<String, String> currencies = Map.of(
                "Budget €",
                "EUR",
                "BUDGET (XOF)",
                "XOF",
                "Budget in k€",
                "EUR",
                "Value, mio USD",
                "USD",
                "Montant (US$)",
                "USD");
        currencies.forEach((heading, currency) ->
                assertThat(TableNumbers.currency(heading)).as(heading).contains(currency));
        for (String heading : List.of("Budget", "Budget EUR or USD", "Budget ABC", "NEUROLOGY", "Amount (see note)")) {
            assertThat(TableNumbers.currency(heading)).as(heading).isEmpty();
            assertThat(TableNumbers.factor(heading)).as(heading).isEqualTo(1);
        }
        assertThat(TableNumbers.factor("Budget in k€")).isEqualTo(1_000);
        assertThat(TableNumbers.factor("Montant (milliers d'euros)")).isEqualTo(1_000);
        assertThat(TableNumbers.factor("Value, mio USD")).isEqualTo(1_000_000);
    }

    private static List<String> problems(MatrixPreview preview) {
        return preview.problems().stream()
                .map(problem -> problem.place().row() + ": " + Wording.english().say(problem.says()))
                .toList();
    }

    @Test
    void sums_of_rows_are_left_out_in_whatever_words_and_a_partner_of_such_a_name_is_told() {
        MatrixPreview preview = preview(file("""
                Donor,Project,Amount,Currency
                A,Radios,10,EUR
                A,Total,10,EUR
                Sous-total Union européenne,,10,EUR
                ,TOTAL GÉNÉRAL:,20,EUR
                B,Total Sanitation Campaign,5,EUR
                """));
        assertThat(preview.lines())
                .extracting(KnownSupport::title)
                .containsExactly("Radios", "Total Sanitation Campaign");
        assertThat(preview.leftOut()).isEqualTo(3);
        assertThat(problems(preview)).allSatisfy(problem -> assertThat(problem).contains("is a sum of other rows"));
    }

    @Test
    void a_reference_or_a_row_that_stands_twice_is_told_with_the_row_where_it_stood() {
        assertThat(problems(preview(file("""
                ID,Donor,Project,Amount,Currency
                P-1,A,Radios,10,EUR
                P-2,A,Boots,10,EUR
                p-1,A,Radios again,10,EUR
                """))))
                .containsExactly("4: p-1 stands already in row 2. Both rows are taken.");
        assertThat(problems(preview(file("""
                Donor,Project,Amount,Currency
                A,Radios,10,EUR
                A,Radios,20,EUR
                A,Radios,10,EUR
                """))))
                .containsExactly("4: It says the same as row 2. Both rows are taken, and their amounts count twice.");
    }

    /** A title that was corrected is no other support where the partner's own reference says so. */
    @Test
    void by_its_reference_a_row_is_known_again_although_everything_else_changed() {
        MatrixFile first = file("ID,Donor,Project,Amount,Currency\nP-1,A,Radios,10,EUR\n");
        MatrixFile.Sheet sheet = first.sheets().getFirst();
        ColumnMapping mapping = ColumnMapping.guess("table", sheet.headings());
        MatrixImport.accept(workspace, ana, preview(first), Item.fresh(ColumnMapping.KIND, mapping));
        MatrixPreview again = preview(file("ID,Donor,Project,Amount,Currency\nP-1,A,Radio sets,12,EUR\n"));
        assertThat(again.count(ImportPreview.Doing.CHANGED)).isEqualTo(1);
        assertThat(again.count(ImportPreview.Doing.NEW)).isZero();
    }

    @Test
    void which_number_is_the_day_is_taken_from_other_dates_and_never_guessed() {
        MatrixPreview told = preview(file("""
                Donor,Project,From,Until
                A,Radios,03/04/2015,25/12/2015
                """));
        assertThat(told.lines().getFirst().when().from().map(Object::toString)).contains("2015-04-03");
        assertThat(told.lines().getFirst().when().until().map(Object::toString)).contains("2015-12-25");
        MatrixPreview swapped = preview(file("""
                Donor,Project,From,Until
                A,Radios,03/04/2015,25/12/2015
                A,Boots,05/06/2015,12/25/2015
                """));
        assertThat(swapped.lines()).extracting(line -> line.when().from()).containsOnly(Optional.empty());
        assertThat(swapped.lines())
                .extracting(line -> line.when().until().map(Object::toString).orElse(""))
                .containsOnly("2015-12-25");
        assertThat(problems(swapped))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("nobody can say which number is the day"));
    }

    @Test
    void a_currency_in_the_cell_counts_and_two_of_them_leave_the_amount_without() {
        MatrixPreview preview = preview(file("""
                Donor,Project,Amount,Currency
                A,Radios,EUR 10,
                B,Boots,20 USD,EUR
                C,Belts,€30,EUR
                """));
        assertThat(preview.totals()).isEqualTo(Map.of("EUR", new BigDecimal("40")));
        assertThat(problems(preview))
                .containsExactly(
                        "3: More than one currency is named for this amount (EUR, USD); it stays without currency.");
    }

    /** Two hundred and fifty where a quarter of a million was meant: nobody sees that in a sum. */
    @Test
    void an_amount_whose_only_mark_may_stand_before_thousands_is_told() {
        MatrixFile file = file("""
                Donor;Project;Amount;Currency
                A;Radios;1.200.000;EUR
                A;Boots;250,000;EUR
                A;Belts;12,5;EUR
                """);
        MatrixFile.Sheet sheet = file.sheets().getFirst();
        assertThat(problems(
                        MatrixImport.preview(file, sheet, ColumnMapping.guess("table", sheet), workspace.view(ana))))
                .containsExactly("3: 250,000 is read as 250.000, since the table writes amounts so; with the comma or"
                        + " point before thousands it would be 250000.");
        assertThat(problems(preview(file("Donor;Amount;Currency\nA;75.000;EUR\nB;120.000;EUR\nC;1.5;EUR\n"))))
                .as("nor is it passed over where no amount tells how the table writes")
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("before thousands it would be"));
    }

    @Test
    void a_sign_that_several_currencies_have_names_none_and_a_code_that_nobody_knows_neither() {
        MatrixPreview preview = preview(file("""
                Donor,Project,Amount,Currency
                A,Radios,$12,
                B,Boots,$ 20,USD
                C,Belts,¥5000,JPY
                D,Tents,7,FBu
                """));
        assertThat(preview.totals()).isEqualTo(Map.of("USD", new BigDecimal("20"), "JPY", new BigDecimal("5000")));
        assertThat(problems(preview))
                .containsExactly(
                        "2: The sign $ stands for more than one currency; the amount stays without currency.",
                        "5: FBU is no currency code that is known (ISO 4217); the amount stays without currency.");
    }

    /** The donor's cell spans two rows, and so does the amount: the one is said in both, the other would be counted twice. */
    @Test
    void what_is_merged_over_rows_is_said_in_each_and_a_merged_amount_is_taken_in_none() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Support");
            List<List<String>> rows = List.of(
                    List.of("Donor", "Project", "Amount", "Currency"),
                    List.of("A", "Radios", "100", "EUR"),
                    List.of("", "Boots", "", "EUR"),
                    List.of("B", "Belts", "5", "EUR"));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    if (!rows.get(row).get(column).isEmpty()) {
                        sheet.value(row, column, rows.get(row).get(column));
                    }
                }
            }
            sheet.range(1, 0, 2, 0).merge();
            sheet.range(1, 2, 2, 2).merge();
        }
        MatrixPreview preview = preview(MatrixFile.read(new ByteArrayInputStream(bytes.toByteArray()), "table.xlsx"));
        assertThat(preview.lines()).extracting(KnownSupport::partner).containsExactly("A", "A", "B");
        assertThat(preview.totals()).isEqualTo(Map.of("EUR", new BigDecimal("5")));
        assertThat(problems(preview))
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).startsWith("2: Cells are merged over several rows"))
                .anySatisfy(problem -> assertThat(problem).startsWith("3: 100 stands in a cell that is merged"));
    }

    @Tag("slow")
    @Test
    void rows_beyond_what_is_read_are_told_and_not_dropped_in_silence() {
        StringBuilder text = new StringBuilder("Donor,Project,Amount,Currency\n");
        for (int row = 0; row <= MatrixFile.MOST_ROWS; row++) {
            text.append("A,Radios ").append(row).append(",1,EUR\n");
        }
        MatrixFile file = file(text.toString());
        assertThat(file.sheets().getFirst().lines()).hasSize(MatrixFile.MOST_ROWS);
        assertThat(file.sheets().getFirst().isCut()).isTrue();
        MatrixPreview preview = preview(file);
        assertThat(problems(preview))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("0: The table has more than 200"))
                .anySatisfy(problem -> assertThat(problem).contains("would bring 200", "none of these is"));
        ColumnMapping mapping =
                ColumnMapping.guess("table", file.sheets().getFirst().headings());
        assertThat(preview.isTooMuch()).isTrue();
        assertThatThrownBy(() -> MatrixImport.accept(workspace, ana, preview, Item.fresh(ColumnMapping.KIND, mapping)))
                .isInstanceOf(Failure.class);
        assertThat(workspace.view(ana).list(KnownSupport.KIND)).isEmpty();
    }

    @Test
    void columns_are_guessed_from_their_headings_in_several_languages() {
        assertThat(ColumnMapping.guess("x", file(TABLE).sheets().getFirst().headings())
                        .columns())
                .containsEntry(SupportField.PARTNER, "Bailleur")
                .containsEntry(SupportField.TITLE, "Projet")
                .containsEntry(SupportField.INSTITUTION, "Bénéficiaire")
                .containsEntry(SupportField.AREA, "Domaine")
                .containsEntry(SupportField.AMOUNT, "Montant")
                .containsEntry(SupportField.CURRENCY, "Devise")
                .containsEntry(SupportField.FROM, "Début")
                .containsEntry(SupportField.UNTIL, "Fin");
        assertThat(ColumnMapping.guess("x", List.of("Donor", "Start year", "To", "Comments", "Totals"))
                        .columns())
                .containsOnlyKeys(SupportField.PARTNER, SupportField.FROM, SupportField.UNTIL, SupportField.NOTE);
    }

    @Test
    void rows_become_support_with_their_place_and_the_counts_and_sums_add_up() {
        MatrixPreview preview = preview(TABLE);
        assertThat(preview.rows()).isEqualTo(5);
        assertThat(preview.lines()).hasSize(3);
        assertThat(preview.leftOut()).isEqualTo(2);
        assertThat(preview.totals()).containsOnlyKeys("EUR");
        assertThat(preview.totals().get("EUR")).isEqualByComparingTo("1260000.50");
        assertThat(preview.withoutAmount()).isEqualTo(1);
        assertThat(preview.unmatched()).containsExactly(Map.entry("Audit Chamber", 1));
        assertThat(preview.problems())
                .extracting(problem -> Wording.english().say(problem.place().say()) + " " + problem.column() + ": "
                        + Wording.english().say(problem.says()))
                .containsExactly(
                        "row 5 Domaine: accounts is no reform area; it is kept as written.",
                        "row 5 Montant: beaucoup is no number that can be read; it is not taken.",
                        "row 5 Fin: It would end (2023) before it begins (2024); the end is not taken.",
                        "row 6 Bailleur: The row names no partner, or one longer than a thousand characters. It is left out.",
                        "row 7 Bailleur: “Total” is a sum of other rows and is left out.");
        KnownSupport first = preview.lines().getFirst();
        assertThat(first.institution()).isPresent();
        assertThat(first.area()).contains(ReformArea.of("2b"));
        assertThat(first.stage()).isEqualTo(SupportStage.PLANNED);
        assertThat(first.amount().exact()).contains(new BigDecimal("1250000.50"));
        assertThat(first.provenance()).hasValueSatisfying(provenance -> {
            assertThat(provenance.place()).isEqualTo(new Place("", 3));
            assertThat(provenance.asWritten())
                    .containsEntry("Montant", "1.250.000,50")
                    .hasSize(8);
        });
        assertThat(preview.lines().getLast().amount()).isEqualTo(SupportAmount.UNKNOWN);
    }

    @Test
    void a_table_read_again_changes_nothing_and_next_years_updates() {
        Item<ColumnMapping> mapping = Item.fresh(
                ColumnMapping.KIND, mapping(file(TABLE).sheets().getFirst().headings()));
        assertThat(MatrixImport.accept(workspace, ana, preview(TABLE), mapping)).isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.view(ana).list(KnownSupport.KIND)).hasSize(3);
        MatrixPreview manyDigits = preview(TABLE.replace("10.000;", "12345678901234567890,120;"));
        assertThat(MatrixImport.accept(workspace, ana, manyDigits, mapping.basedOn(basis(mapping))))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.view(ana).list(KnownSupport.KIND))
                .extracting(item -> item.value().amount().least())
                .as("no digit is lost")
                .contains(Optional.of(new BigDecimal("12345678901234567890.120")));
        assertThat(MatrixImport.accept(workspace, ana, preview(TABLE), mapping.basedOn(basis(mapping))))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(preview(TABLE).edits()).isEmpty();
        assertThat(preview("\n\n" + TABLE).edits())
                .as("the same rows further down are the same support")
                .isEmpty();
        MatrixPreview more = preview(TABLE.replace("10.000", "12.000"));
        assertThat(more.edits()).hasSize(1);
        assertThat(MatrixImport.remembered(
                        workspace.view(ana), file(TABLE).sheets().getFirst().headings()))
                .hasValueSatisfying(known -> assertThat(known.id()).isEqualTo(mapping.id()));
        assertThat(MatrixImport.remembered(workspace.view(ana), List.of("Bailleur")))
                .isEmpty();
    }

    private Set<Digest> basis(Item<ColumnMapping> mapping) {
        return workspace.view(ana).get(ColumnMapping.KIND, mapping.id()).basis();
    }

    @Test
    void ranges_and_thousands_are_kept_as_they_are() {
        MatrixFile file = file("Donor,Min,Max,Currency\nSundmark,1,2.5,USD\nSundmark,5,2,USD\nSundmark,7,,eur\n");
        MatrixFile.Sheet sheet = file.sheets().getFirst();
        ColumnMapping guess = ColumnMapping.guess("x", sheet.headings());
        ColumnMapping inMillions =
                new ColumnMapping("x", guess.columns(), Map.of(), false, 1_000_000, SupportOrigin.OWN_TABLE);
        MatrixPreview preview = MatrixImport.preview(file, sheet, inMillions, workspace.view(ana));
        assertThat(preview.lines().getFirst().amount().most().orElseThrow()).isEqualByComparingTo("2500000");
        assertThat(preview.lines().get(1).amount()).isEqualTo(SupportAmount.UNKNOWN);
        assertThat(preview.lines().get(2).amount().most()).isEmpty();
        assertThat(preview.totals()).as("a range is no sum").isEmpty();
        assertThat(preview.withoutAmount()).isEqualTo(3);
    }

    @Test
    void a_workbook_with_several_sheets_gives_each_table() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "x", "1.0")) {
            for (String name : List.of("2024", "2025")) {
                Worksheet sheet = book.newWorksheet(name);
                sheet.value(0, 0, "Support to the sector");
                sheet.value(2, 0, "Donor");
                sheet.value(2, 1, "Amount");
                sheet.value(3, 0, "Sundmark");
                sheet.value(3, 1, 12.5);
            }
            book.newWorksheet("Empty");
        }
        MatrixFile file = MatrixFile.read(new ByteArrayInputStream(out.toByteArray()), "m.xlsx");
        assertThat(file.sheets()).extracting(MatrixFile.Sheet::name).containsExactly("2024", "2025");
        assertThat(file.sheets().getLast().lines().getFirst().cells()).containsEntry("Amount", "12.5");
        assertThat(file.sheets().getLast().lines().getFirst().row()).isEqualTo(4);
    }

    @Test
    void what_is_no_table_is_refused_and_a_mapping_needs_a_partner() {
        assertThatThrownBy(() -> file("")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> file("1,2\n3,4\n")).isInstanceOf(Failure.class);
        Item<ColumnMapping> nameless = Item.fresh(
                ColumnMapping.KIND,
                new ColumnMapping("x", Map.of(SupportField.TITLE, "T"), Map.of(), false, 1, SupportOrigin.OWN_TABLE));
        assertThat(workspace.append(ana, new Edit.Put(nameless))).isInstanceOf(Outcome.Refused.class);
    }
}
