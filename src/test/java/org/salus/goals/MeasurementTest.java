package org.salus.goals;

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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Differing;
import org.salus.workspace.Faces;
import org.salus.workspace.ReturnedForm;

/** Measurements in a workspace: who takes which step, and sheets out and in. */
class MeasurementTest {
    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private final AccountId ben = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<ResultsChain> chain;
    private Item<Indicator> indicator;

    @BeforeEach
    void found() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(GoalsFaces.contribution())).kinds(),
                InstantSource.fixed(Instant.parse("2027-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
        Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(chain.id(), "A goal"));
        indicator = Item.fresh(Indicator.KIND, Indicator.of(chain.id(), goal.id(), "Posts paid in full"));
        accepted(ana, new Edit.Put(chain), new Edit.Put(goal), new Edit.Put(indicator));
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private void withBen() {
        Item<Member> fresh = Item.fresh(Member.KIND, new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR));
        accepted(
                ana,
                new Edit.Put(new Item<>(
                        new ItemId(ben.value()),
                        Member.KIND,
                        fresh.sensitivity(),
                        List.of(),
                        fresh.value(),
                        fresh.basis())));
    }

    private void accepted(AccountId by, Edit... edits) {
        assertThat(workspace.append(by, edits)).isInstanceOf(Outcome.Accepted.class);
    }

    private void refused(AccountId by, Edit edit, String why) {
        assertThat(workspace.append(by, edit))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(reason -> reason.key())
                                .contains("goals.refusal." + why));
    }

    private Edit typed(AccountId by, boolean isSubmitting, String... pairs) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1]);
        }
        return TypedMeasurement.edit(indicator, typed, isSubmitting, workspace.view(by), LocalDate.of(2040, 1, 1));
    }

    private Item<Measurement> measured(AccountId by, String on) {
        ItemId id = Measurement.of(chain.id(), indicator.id(), PartialDate.of(on), "", Finding.missing(""))
                .id();
        return workspace.view(by).get(Measurement.KIND, id);
    }

    private Edit step(AccountId by, String on, MeasurementState next, String remark) {
        Item<Measurement> item = measured(by, on);
        return new Edit.Put(item.saying(item.value().step(next, by, remark)));
    }

    @Test
    void whoever_submits_does_not_approve_while_another_can() {
        withBen();
        accepted(ben, typed(ben, true, "on", "2027", "value", "41.50"));
        refused(ben, step(ben, "2027", MeasurementState.APPROVED, ""), "own-approval");
        accepted(ana, step(ana, "2027", MeasurementState.APPROVED, ""));
        assertThat(measured(ben, "2027").value().says().value()).contains(new BigDecimal("41.50"));
    }

    private Digest done(AccountId by, Edit edit) {
        Outcome outcome = workspace.append(by, edit);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).entry();
    }

    private Digest undone(AccountId by, Digest entry) {
        Outcome outcome = workspace.undo(by, entry);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).entry();
    }

    @Test
    void each_step_is_taken_back_by_whoever_took_it_and_others_words_are_theirs_still() {
        withBen();
        accepted(ben, typed(ben, true, "on", "2027", "value", "41"));
        Measurement submitted = measured(ana, "2027").value();

        Digest returning = done(ana, step(ana, "2027", MeasurementState.RETURNED, "Of which posts?"));
        undone(ana, returning);
        assertThat(measured(ana, "2027").value()).isEqualTo(submitted);

        Digest approving = done(ana, step(ana, "2027", MeasurementState.APPROVED, ""));
        Measurement approved = measured(ana, "2027").value();
        Digest back = undone(ana, approving);
        assertThat(measured(ana, "2027").value()).isEqualTo(submitted);
        undone(ana, back);
        assertThat(measured(ana, "2027").value()).isEqualTo(approved);

        Digest reopening = done(ben, step(ben, "2027", MeasurementState.DRAFT, "A slip"));
        undone(ben, reopening);
        assertThat(measured(ana, "2027").value()).isEqualTo(approved);
    }

    @Test
    void nobody_gives_others_a_word_that_these_took_back_themselves() {
        withBen();
        accepted(ben, typed(ben, true, "on", "2027", "value", "41"));
        Digest approving = done(ana, step(ana, "2027", MeasurementState.APPROVED, ""));
        assertThat(workspace.undo(ben, approving)).isInstanceOf(Outcome.Refused.class);
        Digest reopening = done(ana, step(ana, "2027", MeasurementState.DRAFT, "A slip"));
        assertThat(workspace.undo(ben, reopening))
                .as("it would be approved again by Ana, who says that it is not")
                .isInstanceOf(Outcome.Refused.class);
        // Nor by a step of one's own on the way.
        Digest own = done(ben, typed(ben, true, "on", "2027", "value", "43"));
        undone(ben, own);
        assertThat(workspace.undo(ben, reopening)).isInstanceOf(Outcome.Refused.class);
        assertThat(measured(ana, "2027").value().state()).isEqualTo(MeasurementState.DRAFT);
    }

    @Test
    void what_became_of_a_measurement_is_told_in_words() {
        View before = workspace.view(ana);
        accepted(ana, typed(ana, true, "on", "2027", "value", "41"));
        View submitted = workspace.view(ana);
        accepted(ana, step(ana, "2027", MeasurementState.APPROVED, ""));
        Faces faces = Faces.of(List.of(GoalsFaces.contribution()));
        assertThat(submitted.since(before))
                .extracting(one -> Differing.of(one, before, submitted, faces, Wording.english())
                        .change())
                .containsExactly(Differing.Change.ADDED);
        View approved = workspace.view(ana);
        assertThat(approved.since(submitted))
                .flatExtracting(one -> Differing.of(one, submitted, approved, faces, Wording.english())
                        .fields())
                .containsExactly(
                        new Differing.FieldChange("How far it has come", "State: Submitted", "State: Approved"));
    }

    @Test
    void whoever_is_alone_may_approve() {
        accepted(ana, typed(ana, true, "on", "2027", "value", "41"));
        accepted(ana, step(ana, "2027", MeasurementState.APPROVED, ""));
    }

    @Test
    void what_is_approved_stays_until_it_is_opened_again_with_a_reason() {
        withBen();
        accepted(ben, typed(ben, true, "on", "2027", "value", "41"));
        accepted(ana, step(ana, "2027", MeasurementState.APPROVED, ""));
        refused(ben, typed(ben, true, "on", "2027", "value", "99"), "reopen-why");
        refused(ben, new Edit.Remove(measured(ben, "2027")), "approved");
        Item<Measurement> item = measured(ben, "2027");
        refused(
                ana,
                new Edit.Put(item.saying(item.value().saying(Finding.of(BigDecimal.ONE), "", "", ""))),
                "approved");
        accepted(ben, step(ben, "2027", MeasurementState.DRAFT, "A province was counted twice"));
        accepted(ben, typed(ben, true, "on", "2027", "value", "39"));
        accepted(ana, step(ana, "2027", MeasurementState.APPROVED, ""));
    }

    @Test
    void it_is_returned_only_with_words_and_decided_only_as_it_was_submitted() {
        withBen();
        accepted(ben, typed(ben, true, "on", "2027", "value", "41"));
        refused(ana, step(ana, "2027", MeasurementState.RETURNED, " "), "return-why");
        Item<Measurement> item = measured(ana, "2027");
        refused(
                ana,
                new Edit.Put(item.saying(item.value()
                        .saying(Finding.of(BigDecimal.ONE), "", "", "")
                        .step(MeasurementState.APPROVED, ana, ""))),
                "decided-other");
        accepted(ana, step(ana, "2027", MeasurementState.RETURNED, "Which posts?"));
        accepted(ben, step(ben, "2027", MeasurementState.SUBMITTED, "All of them"));
    }

    @Test
    void nobody_speaks_in_anothers_name() {
        withBen();
        Measurement said =
                Measurement.of(chain.id(), indicator.id(), PartialDate.ofYear(2027), "", Finding.of(BigDecimal.ONE));
        refused(ana, new Edit.Put(said.step(MeasurementState.SUBMITTED, ben, "").fresh()), "others-word");
        refused(
                ana,
                new Edit.Put(said.step(MeasurementState.SUBMITTED, ben, "")
                        .step(MeasurementState.APPROVED, ana, "")
                        .fresh()),
                "not-submitted");
    }

    @Test
    void it_says_one_thing_in_numbers_that_somebody_can_have_measured() {
        refused(ana, typed(ana, false, "on", "2027"), "says-nothing");
        refused(ana, typed(ana, false, "on", "2027", "value", "1", "missing", "no access"), "says-two-things");
        refused(ana, typed(ana, false, "on", "2027", "low", "1"), "half-interval");
        refused(ana, typed(ana, false, "on", "2027", "low", "3", "high", "2"), "interval");
        refused(ana, typed(ana, false, "on", "2026", "since", "2027", "value", "1"), "period");
        refused(ana, typed(ana, false, "on", "2027", "level", "1"), "no-level");
        refused(
                ana,
                new Edit.Put(Measurement.of(
                                chain.id(),
                                indicator.id(),
                                PartialDate.ofYear(2027),
                                "",
                                Finding.of(new BigDecimal("1".repeat(100))))
                        .fresh()),
                "digits");
        assertThatThrownBy(() -> typed(ana, false, "on", "soon", "value", "1")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> typed(ana, false, "on", "2027", "value", "1.234,5"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void nothing_is_measured_at_a_time_that_has_not_begun() {
        LocalDate today = LocalDate.of(2030, 3, 1);
        assertThatThrownBy(() -> TypedMeasurement.edit(
                        indicator, Map.of("on", "2999", "value", "50"), true, workspace.view(ana), today))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.field()).contains("on");
                    assertThat(failure).hasMessageContaining("2999 has not begun");
                });
        assertThatThrownBy(() -> TypedMeasurement.edit(
                        indicator, Map.of("on", "2030-03-02", "value", "50"), true, workspace.view(ana), today))
                .isInstanceOf(Failure.class);
        // The year in progress has begun.
        assertThat(TypedMeasurement.edit(
                                indicator, Map.of("on", "2030", "value", "50"), true, workspace.view(ana), today)
                        .item()
                        .kind())
                .isEqualTo(Measurement.KIND);
        MeasurementImport.Preview later = look("indicator,on,value\nPeople reached,2041,5\nPeople reached,2039,5\n"
                .replace("People reached", indicator.value().title()));
        assertThat(later.fresh()).isEqualTo(1);
        assertThat(later.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(Wording.english().say(problem.says())).contains("2041 has not begun"));
    }

    @Test
    void years_in_which_nothing_is_measured_are_refused_at_every_door() {
        for (String year : List.of("1799", "2201", "9999")) {
            Measurement said =
                    Measurement.of(chain.id(), indicator.id(), PartialDate.of(year), "", Finding.of(BigDecimal.ONE));
            assertThat(Measurement.KIND.rule().refusals(said.fresh(), workspace.view(ana)))
                    .singleElement()
                    .satisfies(refusal ->
                            assertThat(Wording.english().say(refusal)).contains(year, "1800", "2200"));
            Indicator known = indicator.value();
            Item<Indicator> planned = workspace
                    .view(ana)
                    .get(Indicator.KIND, indicator.id())
                    .saying(new Indicator(
                            known.chain(),
                            known.of(),
                            known.title(),
                            known.unit(),
                            known.direction(),
                            known.baseline(),
                            new Reading(Optional.of(BigDecimal.TEN), "", Optional.of(PartialDate.of(year))),
                            "",
                            ""));
            assertThat(workspace.append(ana, List.of(new Edit.Put(planned)), Reason.EDIT))
                    .isInstanceOf(Outcome.Refused.class);
        }
    }

    private MeasurementImport.Preview look(byte[] sheet) {
        return MeasurementImport.preview(
                new ByteArrayInputStream(sheet),
                "sheet",
                MeasuredChain.of(
                        workspace.view(ana), Chain.of(workspace.view(ana), chain.id()), LocalDate.of(2040, 1, 1)),
                workspace.view(ana),
                false);
    }

    private MeasurementImport.Preview look(String csv) {
        return look(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_sheet_tells_all_its_problems_at_once_and_takes_the_rest() {
        MeasurementImport.Preview preview = look("""
                indicator,on,group,value,missing
                Posts paid in full,2027-01,,31.25,
                Posts paid in full,2027-01,,32,
                Posts paid in full,,,1,
                Posts paid in full,next year,,1,
                Posts paid in full,2027-02,,"1.234,5",
                No such thing,2027-02,,1,
                Posts paid in full,2027-03,'=HYPERLINK("x"),2,
                Posts paid in full,2027-04,,3,no access
                Posts paid in full,2027-05,,,<script>alert(1)</script>
                Posts paid in full,2027-06,,,
                """);
        assertThat(preview.fresh()).isEqualTo(3);
        assertThat(preview.rows()).isEqualTo(9);
        assertThat(preview.problems())
                .extracting(problem -> problem.says().key())
                .containsExactly(
                        "goals.problem.twice",
                        "goals.problem.no-date",
                        "goals.problem.date",
                        "goals.problem.number",
                        "goals.problem.indicator",
                        "goals.refusal.says-two-things");
        assertThatThrownBy(() -> look("name,age\nAna,3\n")).isInstanceOf(Failure.class);
    }

    /** As a spreadsheet in French saves it: semicolons between cells, and a comma before decimals. */
    @Test
    void a_text_with_decimal_commas_is_read_where_they_can_mean_one_thing() {
        MeasurementImport.Preview preview = look("""
                indicator;on;value
                Posts paid in full;2027-01;31,25
                Posts paid in full;2027-02;1,500
                """);
        assertThat(preview.changes())
                .singleElement()
                .satisfies(
                        change -> assertThat(change.cells().getFirst().after()).isEqualTo("31.25"));
        assertThat(preview.problems())
                .extracting(problem -> problem.says().key())
                .containsExactly("framework.number.two-ways");
    }

    @Test
    void a_sheet_written_in_french_changes_nothing_when_it_comes_back() {
        MeasurementImport.Preview first = look("indicator,on,value\nPosts paid in full,2027-01,31.25\n");
        assertThat(MeasurementImport.accept(workspace, ana, first)).isInstanceOf(Outcome.Accepted.class);
        MeasurementImport.Preview again = look(MeasurementSheet.of(
                "Projet",
                MeasuredChain.of(
                        workspace.view(ana), Chain.of(workspace.view(ana), chain.id()), LocalDate.of(2028, 1, 1)),
                new Version("abc", LocalDate.of(2027, 3, 1)),
                Wording.in(Locale.FRENCH)));
        assertThat(again.problems()).isEmpty();
        assertThat(again.edits()).isEmpty();
        assertThat(again.same()).isPositive();
    }

    @Test
    void a_character_nobody_sees_does_not_cost_the_file() {
        MeasurementImport.Preview preview = look("""
                indicator,on,group,value,note
                Posts paid\u007fin full,2027-01,\u0085,31.25,seen\u007fthere
                Posts paid in full,2027-02,,32,plain
                """);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.fresh()).isEqualTo(2);
        Outcome taken = MeasurementImport.accept(workspace, ana, preview);
        assertThat(taken).isInstanceOf(Outcome.Accepted.class);
        assertThat(workspace.view(ana).list(Measurement.KIND))
                .extracting(item -> item.value().note())
                .containsExactlyInAnyOrder("seen there", "plain");
    }

    @Test
    void a_workbook_that_was_written_and_comes_back_changes_nothing() {
        accepted(ana, typed(ana, false, "on", "2027-06", "low", "0.10", "high", "0.30", "note", "=1+1"));
        accepted(ana, typed(ana, true, "on", "2027-09", "missing", "No access"));
        byte[] sheet = MeasurementSheet.of(
                "A draft",
                MeasuredChain.of(
                        workspace.view(ana), Chain.of(workspace.view(ana), chain.id()), LocalDate.of(2028, 1, 1)),
                new Version("abc", LocalDate.of(2027, 3, 1)),
                Wording.english());
        MeasurementImport.Preview again = look(sheet);
        assertThat(again.problems()).isEmpty();
        assertThat(again.same()).isEqualTo(2);
        assertThat(again.edits()).isEmpty();
    }

    private ReturnedForm takenAlong() {
        return ReturnedForm.of(
                MeasurementSheet.of(
                        "A draft",
                        MeasuredChain.of(
                                workspace.view(ana),
                                Chain.of(workspace.view(ana), chain.id()),
                                LocalDate.of(2028, 1, 1)),
                        new Version("abc", LocalDate.of(2027, 3, 1)),
                        Wording.english()),
                "indicator id");
    }

    @Test
    void a_sheet_that_comes_back_late_does_not_take_back_what_was_measured_meanwhile() {
        accepted(ana, typed(ana, false, "on", "2027", "value", "3.50"));
        ReturnedForm sheet = takenAlong();
        accepted(ana, typed(ana, false, "on", "2027", "value", "5"));
        MeasurementImport.Preview untouched = look(sheet.csv());
        assertThat(untouched.edits()).isEmpty();
        assertThat(untouched.problems()).isEmpty();
        assertThat(untouched.same()).isOne();
        sheet.write(sheet.row("on", "2027"), "value", "4");
        MeasurementImport.Preview late = look(sheet.csv());
        assertThat(late.edits()).isEmpty();
        assertThat(late.leftOut()).isOne();
        assertThat(late.problems())
                .singleElement()
                .satisfies(problem -> assertThat(Wording.english().say(problem.says()))
                        .as("both are told")
                        .contains("“4”", "“5”"));
    }

    @Test
    void a_row_of_ones_own_does_not_go_over_what_is_measured_here_already() {
        ReturnedForm sheet = takenAlong();
        accepted(ana, typed(ana, false, "on", "2027", "value", "5"));
        int row = sheet.add();
        sheet.write(row, "indicator", "Posts paid in full")
                .write(row, "on", "2027")
                .write(row, "value", "4");
        assertThat(look(sheet.csv()).problems())
                .extracting(problem -> problem.says().key())
                .containsExactly("goals.problem.changed-here");
        sheet.write(row, "on", "2028");
        assertThat(look(sheet.csv()).fresh()).isOne();
    }

    @Test
    void a_blank_that_came_along_with_a_paste_is_nothing() {
        accepted(ana, typed(ana, false, "on", "2027", "value", "3", "low", "\u00a0", "note", "\u00a0\u200b"));
        assertThat(measured(ana, "2027").value().note()).isEmpty();
    }

    @Test
    void a_look_says_what_each_row_says_now_and_would_say() {
        accepted(ana, typed(ana, false, "on", "2027", "value", "3"));
        ReturnedForm sheet = takenAlong();
        sheet.write(sheet.row("on", "2027"), "value", "4");
        assertThat(look(sheet.csv()).changes()).singleElement().satisfies(change -> {
            assertThat(change.on()).isEqualTo("2027");
            assertThat(change.isNew()).isFalse();
            assertThat(change.cells()).containsExactly(new MeasurementImport.Cell("value", "3", "4"));
        });
    }

    /** A sheet with three months and a formula in the second, as a program writes it that calculates nothing. */
    private static byte[] calculated(boolean isMerged) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Measurements");
            String[] headings = {"indicator", "on", "value"};
            for (int column = 0; column < headings.length; column++) {
                sheet.value(0, column, headings[column]);
            }
            for (int month = 1; month <= 3; month++) {
                sheet.value(month, 0, "Posts paid in full");
                sheet.value(month, 1, "2027-0" + month);
            }
            sheet.value(1, 2, 31);
            if (isMerged) {
                sheet.value(2, 2, 20);
                sheet.range(2, 2, 3, 2).merge();
            } else {
                sheet.formula(2, 2, "20+3");
                sheet.value(3, 2, 33);
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_formula_that_was_saved_without_its_value_is_told_and_the_other_rows_are_taken() throws IOException {
        MeasurementImport.Preview preview = look(calculated(false));
        assertThat(preview.fresh()).isEqualTo(2);
        assertThat(preview.leftOut()).isOne();
        assertThat(preview.problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(Wording.english().say(problem.says())).contains("C3", "without its value"));
    }

    @Test
    void of_a_formula_the_value_is_taken_it_was_saved_with_and_that_is_said() throws IOException {
        MeasurementImport.Preview preview = look(ReturnedForm.calculating(calculated(false), "20+3", "23"));
        assertThat(preview.fresh()).isEqualTo(3);
        assertThat(preview.problems())
                .singleElement()
                .satisfies(problem -> assertThat(Wording.english().say(problem.says()))
                        .contains("Measurements C3", "were calculated"));
        assertThat(preview.changes().get(1).cells()).containsExactly(new MeasurementImport.Cell("value", "", "23"));
    }

    @Test
    void of_a_value_merged_over_two_rows_nobody_can_tell_of_which_it_is() throws IOException {
        MeasurementImport.Preview preview = look(calculated(true));
        assertThat(preview.fresh()).isOne();
        assertThat(preview.problems())
                .extracting(problem -> problem.says().key())
                .containsExactly("goals.problem.merged", "goals.problem.merged");
    }

    /** A sheet with two months in which the indicator is said once, in a cell over both rows. */
    private static byte[] tidied() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Measurements");
            String[] headings = {"indicator", "on", "value"};
            for (int column = 0; column < headings.length; column++) {
                sheet.value(0, column, headings[column]);
            }
            sheet.value(1, 0, "Posts paid in full");
            for (int month = 1; month <= 2; month++) {
                sheet.value(month, 1, "2027-0" + month);
                sheet.value(month, 2, 30 + month);
            }
            sheet.range(1, 0, 2, 0).merge();
        }
        return out.toByteArray();
    }

    @Test
    void an_indicator_merged_over_its_rows_is_that_of_each() throws IOException {
        MeasurementImport.Preview preview = look(tidied());
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.fresh()).isEqualTo(2);
    }

    @Tag("slow")
    @Test
    void ten_thousand_rows_get_through_and_a_second_time_change_nothing() {
        StringBuilder rows = new StringBuilder("indicator,on,group,value\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append("Posts paid in full,2027,post: ")
                    .append(i)
                    .append(',')
                    .append(i)
                    .append(".5\n");
        }
        MeasurementImport.Preview preview = look(rows.toString());
        assertThat(preview.fresh()).isEqualTo(10_000);
        assertThat(MeasurementImport.accept(workspace, ana, preview)).isInstanceOf(Outcome.Accepted.class);
        MeasurementImport.Preview again = look(rows.toString());
        assertThat(again.same()).isEqualTo(10_000);
        assertThat(again.edits()).isEmpty();
    }

    @Tag("slow")
    @Test
    void of_ten_thousand_rows_all_that_is_wrong_is_said_at_once_and_the_rest_is_taken() {
        StringBuilder rows = new StringBuilder("indicator,on,group,value,colour\n");
        int wrong = 0;
        for (int i = 0; i < 10_000; i++) {
            boolean isWrong = i % 50 == 7;
            wrong += isWrong ? 1 : 0;
            rows.append("Posts paid in full,2027,post: ")
                    .append(i)
                    .append(',')
                    .append(isWrong ? "many" : i + ".5")
                    .append(",red\n");
        }
        MeasurementImport.Preview preview = look(rows.toString());
        assertThat(preview.rows()).isEqualTo(10_000);
        assertThat(preview.leftOut()).isEqualTo(wrong).isEqualTo(200);
        assertThat(preview.fresh()).isEqualTo(10_000 - wrong);
        assertThat(preview.problems()).hasSize(1 + wrong);
        assertThat(preview.problems())
                .extracting(problem -> problem.says().key())
                .containsOnly("goals.problem.column", "goals.problem.number");
        assertThat(Wording.english().say(preview.problems().getLast().place())).contains("9959");
        assertThat(MeasurementImport.accept(workspace, ana, preview)).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void bytes_that_are_no_sheet_are_refused_in_words() {
        byte[] junk = new byte[5_000];
        new java.util.Random(7).nextBytes(junk);
        junk[0] = 'x';
        assertThatThrownBy(() -> look(junk))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("neither a workbook nor a text");
    }

    @Tag("slow")
    @Test
    void more_rows_than_are_read_are_refused_as_a_whole() {
        String rows =
                "indicator,on,group,value\n" + "Posts paid in full,2027,,1\n".repeat(MeasurementImport.MOST_ROWS + 1);
        MeasurementImport.Preview preview = look(rows);
        assertThat(preview.edits()).isEmpty();
        assertThat(preview.problems().getFirst().says().key()).isEqualTo("goals.problem.too-many");
    }
}
