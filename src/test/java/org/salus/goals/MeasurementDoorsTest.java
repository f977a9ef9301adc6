package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.framework.PartialDate;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;

/** The page of an indicator: with ten thousand measurements, and with what somebody typed wrongly. */
@Tag("slow")
class MeasurementDoorsTest {
    private static final int MEASURED = 10_000;
    private static final LocalDate FIRST = LocalDate.of(1998, 1, 1);
    private static final Pattern ROW = Pattern.compile("<tr id=\"(m-[0-9a-f-]{36})\"");

    @TempDir
    private static Path folder;

    private static RunningTeam team;
    private static Visitor anas;
    private static Workspace workspace;
    private static AccountId ana;
    private static String page = "";
    private static ItemId oldest = ItemId.fresh();

    @BeforeAll
    static void measured() throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        ana = team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        anas = team.signedIn("ana");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        Item<ResultsChain> draft = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
        Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(draft.id(), "Markets are safe"));
        Item<Indicator> indicator = Item.fresh(
                Indicator.KIND,
                new Indicator(
                        draft.id(),
                        goal.id(),
                        "Thefts reported",
                        "reports",
                        Direction.DOWN,
                        reading("90", 1998),
                        reading("10", 2030),
                        "",
                        ""));
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(draft), new Edit.Put(goal), new Edit.Put(indicator)));
        for (int day = 0; day < MEASURED; day++) {
            Item<Measurement> one = Measurement.of(
                            draft.id(),
                            indicator.id(),
                            PartialDate.of(FIRST.plusDays(day)),
                            "",
                            Finding.of(BigDecimal.valueOf(day % 97)))
                    .step(MeasurementState.APPROVED, ana, "")
                    .fresh();
            oldest = day == 0 ? one.id() : oldest;
            edits.add(new Edit.Put(one));
        }
        assertThat(workspace.append(ana, edits, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
        page = "/workspaces/" + workspace.id() + "/goals/" + draft.id() + "/measurements/" + indicator.id();
    }

    private static Reading reading(String value, int year) {
        return new Reading(Optional.of(new BigDecimal(value)), "", Optional.of(PartialDate.ofYear(year)));
    }

    @AfterAll
    static void end() {
        anas.close();
        team.close();
    }

    @Test
    void programs_get_its_chart_as_a_picture() throws Exception {
        HttpResponse<String> drawn = anas.get("/api/v1" + page + "/chart.svg");
        assertThat(drawn.statusCode()).isEqualTo(200);
        assertThat(drawn.headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(drawn.body()).startsWith("<svg").contains("Thefts reported");
        assertThat(anas.get(page + "/chart.svg").body()).as("as on the page").isEqualTo(drawn.body());
        assertThat(anas.get(page).body()).contains(page + "/chart.svg", page + "/chart.png");
        assertThat(anas.get("/api/v1" + page + "/chart.png").headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(anas.get("/api/v1" + page.replaceFirst("[^/]+$", "weather") + "/chart.svg")
                        .statusCode())
                .isEqualTo(404);
    }

    private static List<String> rows(String html) {
        return ROW.matcher(html).results().map(found -> found.group(1)).toList();
    }

    @Test
    void ten_thousand_measurements_are_turned_over_newest_first() throws Exception {
        String first = anas.get(page).body();
        assertThat(first.length()).isLessThan(400_000);
        assertThat(rows(first)).hasSize(50);
        assertThat(first)
                .contains(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
                        .format(FIRST.plusDays(MEASURED - 1)))
                .containsPattern("1–50 of 10\\W000");
        assertThat(rows(anas.get(page + "?page=2").body())).hasSize(50).doesNotContainAnyElementsOf(rows(first));
    }

    @Test
    void a_chart_that_cannot_draw_all_of_them_draws_the_last_of_each_month_and_says_so() throws Exception {
        String first = anas.get(page).body();
        assertThat(first)
                .containsPattern("10\\W000 dates are more than a chart can show")
                .contains("the last approved measurement of each month, 329 of them");
    }

    @Test
    void a_link_to_one_opens_the_page_it_is_on() throws Exception {
        assertThat(rows(anas.get(page + "?measurement=" + oldest).body())).endsWith("m-" + oldest);
        HttpResponse<String> opened = anas.post(page + "/" + oldest, "state", "draft", "remark", "Counted anew");
        assertThat(opened.statusCode()).isEqualTo(303);
        String back = opened.headers().firstValue("Location").orElseThrow();
        assertThat(back).endsWith("#m-" + oldest);
        assertThat(rows(anas.get(back.replaceFirst("#.*", "")).body())).contains("m-" + oldest);
    }

    @Test
    void what_was_typed_is_there_again_with_the_reason_at_its_field() throws Exception {
        HttpResponse<String> refused = anas.post(
                page,
                "on",
                "2026-13",
                "value",
                "41.5",
                "source",
                "Police <register>",
                "note",
                "Counted twice",
                "act",
                "submit");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("value=\"2026-13\" aria-invalid=\"true\" autofocus")
                .contains("“2026-13” is no date. Write 2005, 2005-03 or 2005-03-18.")
                .contains("value=\"41.5\"", "value=\"Police &lt;register&gt;\"", "value=\"Counted twice\"")
                .doesNotContain("To the countries");
        assertThat(anas.get(page).body()).doesNotContain("41.5", "role=\"alert\"");
    }

    @Test
    void rows_are_pasted_as_they_were_copied_looked_at_and_taken_in() throws Exception {
        String chain = page.replaceFirst("/measurements/.*", "");
        String rows = """
                indicator\ton\tvalue\tsource
                Thefts reported\t1990-01-31\t12.5\tRegister
                Thefts reported\t1990-02-31\t13\tRegister
                """;

        HttpResponse<String> looked = anas.post(chain + "/sheet", "rows", rows, "act", "look");
        assertThat(looked.body()).contains("1990-02-31", "1990-01-31\t12.5\tRegister");
        assertThat(looked.body())
                .as("what each row would say")
                .contains("What measurements say now and would say", "Value: 12.5", "Source: Register");
        assertThat(anas.get(page + "?page=201").body()).doesNotContain("31 Jan 1990");

        HttpResponse<String> taken = anas.post(chain + "/sheet", "rows", rows, "act", "draft");
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(anas.get(page + "?page=201").body()).contains("31 Jan 1990");
        assertThat(anas.post("/workspaces/" + workspace.id() + "/undo").statusCode())
                .isEqualTo(303);

        HttpResponse<String> refused = anas.post(chain + "/sheet", "rows", "only words", "act", "look");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("only words");
        assertThat(anas.post(chain + "/sheet", "act", "look").statusCode()).isEqualTo(400);
    }

    @Test
    void a_rule_that_refuses_is_told_at_the_form_or_at_the_step() throws Exception {
        HttpResponse<String> two = anas.post(page, "on", "2020-01", "value", "41", "missing", "No survey");
        assertThat(two.statusCode()).isEqualTo(400);
        assertThat(two.body()).contains("role=\"alert\"", "value=\"2020-01\"", "value=\"No survey\"");

        String known = rows(anas.get(page).body()).getFirst().substring(2);
        HttpResponse<String> step = anas.post(page + "/" + known, "state", "returned", "remark", "I looked again");
        assertThat(step.statusCode()).isEqualTo(400);
        assertThat(step.body()).contains("value=\"I looked again\"", "role=\"alert\"");
    }

    @Test
    void forms_of_a_chain_come_back_as_they_were_sent() throws Exception {
        String chain = page.replaceFirst("/measurements/.*", "");
        String nowhere = ItemId.fresh().toString();
        HttpResponse<String> link = anas.post(
                chain + "/links", "from", nowhere, "type", "leads", "to", nowhere, "assumption", "Roads hold");
        assertThat(link.statusCode()).isEqualTo(400);
        String tooLong = "x".repeat(30_000);
        HttpResponse<String> copy = anas.post(chain + "/copies", "title", tooLong);
        assertThat(copy.statusCode()).isEqualTo(400);
        assertThat(copy.body()).contains("value=\"" + tooLong + "\"", "role=\"alert\"");
        HttpResponse<String> box = anas.post(chain + "/boxes", "kind", "output", "title", tooLong, "donor", "Norway");
        assertThat(box.statusCode()).isEqualTo(400);
        assertThat(box.body()).contains("value=\"Norway\"", "role=\"alert\"");
    }
}
