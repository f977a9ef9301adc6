package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salus.RunningTeam;
import org.salus.Salus;
import org.salus.Visitor;
import org.salus.frame.cli.CommandDoor;
import org.salus.ledger.AccountId;
import tools.jackson.databind.json.JsonMapper;

/**
 * What cannot be meant of a plan, case by case and through every door by which it can be said: the command line, the API and the form of the page. Each is told what is wrong, and nothing of it is kept; what can be
 * meant alone and not together is named by the plan.
 */
@Tag("slow")
class BadPlanningTest {
    private static final String LAW = "A police law";
    private static final String TRAINING = "Officers trained in the law";
    private static final String BEFORE_THE_PLAN = "Before the plan";

    @TempDir
    private static Path teams;

    @TempDir
    private Path folder;

    private static RunningTeam team;
    private static Visitor anas;
    private static AccountId ana;

    private PlannedWorkspace at;

    @BeforeAll
    static void start() throws Exception {
        team = RunningTeam.start(teams, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        anas = team.signedIn("ana");
    }

    @AfterAll
    static void end() {
        team.close();
    }

    @BeforeEach
    void another() {
        at = new PlannedWorkspace(team.workspaces(), ana);
        begun(at);
        try (PlannedWorkspace alone = new PlannedWorkspace(folder)) {
            begun(alone);
        }
    }

    /** A law that trainings wait for, of a year and of half a year, and a window long before both. */
    private static void begun(PlannedWorkspace workspace) {
        workspace.objective(LAW, "months", "12");
        workspace.objective(TRAINING, "months", "6");
        workspace.say(PlanList.ORDERS, "before", LAW, "after", TRAINING);
        workspace.say(PlanList.LIMITS, "title", "Academy", "capacity", "1");
        workspace.say(PlanList.WINDOWS, "title", BEFORE_THE_PLAN, "from", "2019", "until", "2020");
    }

    /**
     * Something said.
     *
     * @param name what it is, as the list of cases tells it
     * @param typed names and values in turns
     * @param told what every door says of it
     */
    record Said(String name, PlanList list, List<String> typed, List<String> told) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Said said(String name, PlanList list, List<String> typed, String... told) {
        return new Said(name, list, typed, List.of(told));
    }

    private static String lines(int count, String line) {
        return String.join("\n", Collections.nCopies(count, line));
    }

    static Stream<Said> refused() {
        return Stream.of(
                said(
                        "a step that waits for itself",
                        PlanList.ORDERS,
                        List.of("before", LAW, "after", LAW),
                        "A step does not wait for itself."),
                said(
                        "a circle of two steps",
                        PlanList.ORDERS,
                        List.of("before", TRAINING, "after", LAW),
                        "These wait for each other in a circle, so that none can ever begin: Officers trained in the law → A police law → Officers trained in the law"),
                said(
                        "an order of a step nobody knows",
                        PlanList.ORDERS,
                        List.of("before", "Nobody", "after", LAW),
                        "There is no “Nobody” here that could be meant."),
                said(
                        "a negative time between two steps",
                        PlanList.ORDERS,
                        List.of("before", LAW, "after", TRAINING, "lag", "-2"),
                        "“Months between them” is \u22122; it takes a whole number from 0 to 480."),
                said(
                        "latest before earliest",
                        PlanList.STEPS,
                        List.of("step", LAW, "earliest", "2029-01", "latest", "2028-01"),
                        "“January 2028” is before “January 2029”: it cannot be over before it begins."),
                said(
                        "a negative duration",
                        PlanList.STEPS,
                        List.of("step", LAW, "months", "-3"),
                        "“Duration, months” is \u22123; it takes a whole number from 0 to 480."),
                said(
                        "half a month",
                        PlanList.STEPS,
                        List.of("step", LAW, "months", "1.5"),
                        "“Duration, months” is 1.5; it takes a whole number from 0 to 480."),
                said(
                        "a duration in words",
                        PlanList.STEPS,
                        List.of("step", LAW, "months", "a year"),
                        "a year is not a number."),
                said(
                        "an endless duration",
                        PlanList.STEPS,
                        List.of("step", LAW, "months", "1e9"),
                        "1e9 is not a number."),
                said(
                        "a month there is not",
                        PlanList.STEPS,
                        List.of("step", LAW, "earliest", "2028-13"),
                        "“2028-13” is no date."),
                said(
                        "a lock on a step nobody knows",
                        PlanList.STEPS,
                        List.of("step", "Nobody", "lock", "2028-01"),
                        "There is no “Nobody” here that could be meant."),
                said(
                        "a lock without a month",
                        PlanList.STEPS,
                        List.of("step", LAW, "lock", "2028"),
                        "A beginning that is fixed by hand needs a month, such as 2028-03."),
                said(
                        "a cost of an objective beside its own",
                        PlanList.STEPS,
                        List.of("step", LAW, "cost", "5", "currency", "USD"),
                        "An objective says itself what it takes: change it there."),
                said(
                        "a negative use of a limit",
                        PlanList.STEPS,
                        List.of("step", LAW, "uses", "Academy: -1"),
                        "it takes a whole number from 0 to"),
                said(
                        "a window nobody knows",
                        PlanList.STEPS,
                        List.of("step", LAW, "windows", "Nobody"),
                        "There is no “Nobody” here that could be meant."),
                said(
                        "a window that ends before it begins",
                        PlanList.WINDOWS,
                        List.of("title", "X", "from", "2029", "until", "2028"),
                        "“X” ends (2028) before it begins (2029)."),
                said(
                        "a window without a name",
                        PlanList.WINDOWS,
                        List.of("from", "2027", "until", "2028"),
                        "A name of 1 to 1"),
                said(
                        "a negative limit",
                        PlanList.LIMITS,
                        List.of("title", "Academy", "capacity", "-1"),
                        "“How many steps at the same time” is \u22121; it takes a whole number"),
                said(
                        "a negative budget",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "USD", "years", "2027: -5"),
                        "Amounts are not below zero."),
                said(
                        "a budget of one year twice",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "USD", "years", "2027: 5; 2027: 6"),
                        "The year 2027 stands twice."),
                said(
                        "a budget of no year",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "USD", "years", "soon: 5"),
                        "“soon” is no year: it takes four digits."),
                said(
                        "a budget whose amount is doubtful",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "USD", "years", "2027: 1,000"),
                        "“1,000” can be read in two ways."),
                said(
                        "a budget in words for a currency",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "dollars", "years", "2027: 5"),
                        "“dollars” is no currency"),
                said(
                        "a budget in a currency there is not",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "QQQ", "years", "2027: 5"),
                        "“QQQ” is no currency of ISO 4217"),
                said(
                        "a budget without a currency",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "years", "2027: 5"),
                        "An amount needs its currency"),
                said(
                        "a budget for a step nobody knows",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "USD", "years", "2027: 5", "earmarks", "Nobody"),
                        "There is no “Nobody” here that could be meant."),
                said(
                        "a plan that ends before it begins",
                        PlanList.FRAME,
                        List.of("from", "2029-01", "until", "2028-01"),
                        "“January 2028” is before “January 2029”: it cannot be over before it begins."),
                said(
                        "a plan in a currency there is not",
                        PlanList.FRAME,
                        List.of("currency", "QQQ"),
                        "“QQQ” is no currency of ISO 4217"),
                said(
                        "a field there is not",
                        PlanList.STEPS,
                        List.of("step", LAW, "colour", "red"),
                        "There is no field colour. There are: step, type, months"),
                said(
                        "10,000 steps pasted as one",
                        PlanList.STEPS,
                        List.of("step", lines(10_000, LAW), "months", "3"),
                        "There is no “A police law A police law"),
                said(
                        "10,000 steps pasted into a budget",
                        PlanList.BUDGETS,
                        List.of(
                                "donor",
                                "Norland",
                                "currency",
                                "USD",
                                "years",
                                "2027: 5",
                                "earmarks",
                                lines(10_000, "Nobody")),
                        "There is no “Nobody” here that could be meant."),
                said(
                        "10,000 years pasted into a budget",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "USD", "years", lines(10_000, "2027: 5")),
                        "The year 2027 stands twice."),
                said(
                        "a name that never ends",
                        PlanList.LIMITS,
                        List.of("title", "x".repeat(100_000), "capacity", "1"),
                        "At most 1"),
                said(
                        "text with a character no file can hold",
                        PlanList.LIMITS,
                        List.of("title", "Acad\u0000emy", "capacity", "1"),
                        "holds a character that cannot be shown (U+0000)"),
                said(
                        "a script for a step",
                        PlanList.STEPS,
                        List.of("step", "<script>alert(1)</script>", "months", "3"),
                        "There is no “<script>alert(1)</script>” here that could be meant."));
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_cannot_be_meant_is_told_at_once_through_every_door_and_is_not_kept(Said said) throws Exception {
        String before = at.view().heads().toString();
        Map<String, String> typed = PlannedWorkspace.typed(said.typed().toArray(String[]::new));
        List<String> words =
                new ArrayList<>(List.of("say", "Zubara", said.list().code()));
        typed.forEach((name, value) -> words.add(name + "=" + value));
        Told told = type(words);
        assertThat(told.code()).isBetween(1, 2);
        assertThat(told.all()).contains(said.told()).doesNotContain("Exception", "\tat ");
        assertThat(told.all()).as("what was typed is not told at length").hasSizeLessThan(1_500);

        String path = path("/" + said.list().code());
        HttpResponse<String> api = anas.submit(
                "POST",
                "/api/v1" + path,
                "application/json",
                JsonMapper.shared().writeValueAsString(typed));
        assertThat(api.statusCode()).as(api.body()).isBetween(400, 422);
        assertThat(api.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(words(JsonMapper.shared().readTree(api.body()).toString())).contains(said.told());
        assertThat(api.body()).hasSizeLessThan(1_500);

        HttpResponse<String> form = anas.post(path, said.typed().toArray(String[]::new));
        assertThat(form.statusCode()).as(form.body()).isBetween(400, 422);
        assertThat(words(form.body())).contains(said.told());
        assertThat(form.body()).doesNotContain("<script>alert", "Exception");
        assertThat(at.view().heads().toString()).as("nothing is kept").isEqualTo(before);
    }

    private static String words(String page) {
        return page.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private String path(String below) {
        return "/workspaces/" + at.workspace.id() + "/schedule" + below;
    }

    private record Told(int code, String all) {}

    private Told type(List<String> words) {
        List<String> all = new ArrayList<>(List.of("plan"));
        all.addAll(words);
        all.addAll(List.of("--data", folder.toString()));
        StringWriter told = new StringWriter();
        PrintWriter both = new PrintWriter(told);
        int code = new CommandDoor("test", Salus.commands()).answer(both, both, all.toArray(String[]::new));
        return new Told(code, told.toString());
    }

    static Stream<Said> together() {
        return Stream.of(
                said(
                        "too little time between earliest and latest",
                        PlanList.STEPS,
                        List.of("step", LAW, "earliest", "2027-06", "latest", "2027-12"),
                        "“" + LAW + "”"),
                said(
                        "a latest end before the plan begins",
                        PlanList.STEPS,
                        List.of("step", LAW, "latest", "2020-12"),
                        "“" + LAW + "”"),
                said(
                        "a window before the plan begins",
                        PlanList.STEPS,
                        List.of("step", LAW, "windows", BEFORE_THE_PLAN),
                        BEFORE_THE_PLAN),
                said(
                        "a beginning fixed before the plan begins",
                        PlanList.STEPS,
                        List.of("step", LAW, "lock", "2019-01"),
                        "“" + LAW + "”"),
                said(
                        "a beginning fixed after the plan ends",
                        PlanList.STEPS,
                        List.of("step", LAW, "lock", "2050-01"),
                        "“" + LAW + "”"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("together")
    void what_cannot_be_meant_beside_the_rest_is_named_instead_of_a_plan(Said said) throws Exception {
        everywhere(said);
        assertThat(type(List.of("schedule", "Zubara")).all())
                .contains("There is no plan yet: one thing cannot be meant as written.")
                .contains(said.told());
        String api = anas.get("/api/v1" + path("")).body();
        assertThat(JsonMapper.shared().readTree(api).path("state").asString()).isEqualTo("faulty");
        assertThat(api).contains(said.told());
        assertThat(shown("")).contains("one thing cannot be meant as written").contains(said.told());
    }

    static Stream<Said> kept() {
        return Stream.of(
                said(
                        "a step that takes no time",
                        PlanList.STEPS,
                        List.of("step", LAW, "months", "0"),
                        "2 steps are planned"),
                said(
                        "a budget in a currency without a rate",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "XAF", "years", "2027: 5"),
                        "The budget of “Norland” is left out: it is in XAF"),
                said(
                        "a budget that holds nothing",
                        PlanList.BUDGETS,
                        List.of("donor", "Norland", "currency", "USD", "years", "2027: 0"),
                        "There is room for none of the steps."),
                said(
                        "a script for a name",
                        PlanList.LIMITS,
                        List.of("title", "<script>alert(1)</script>", "capacity", "1"),
                        "2 steps are planned"),
                said(
                        "a formula for a donor",
                        PlanList.BUDGETS,
                        List.of("donor", "=HYPERLINK(1)", "currency", "USD", "years", "2027: 100000; 2028: 100000"),
                        "2 steps are planned"));
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void what_is_odd_and_can_be_meant_is_planned_with_and_said(Said said) throws Exception {
        everywhere(said);
        assertThat(type(List.of("schedule", "Zubara")).all()).contains(said.told());
        assertThat(words(anas.get("/api/v1" + path("")).body())).contains(said.told());
        String page = shown("");
        assertThat(words(page)).contains(said.told());
        assertThat(page).doesNotContain("<script>alert");
        if (said.name().contains("formula")) {
            assertThat(anas.get(path("/steps.csv")).body())
                    .doesNotContain(",=HYPERLINK")
                    .doesNotContain("\n=HYPERLINK");
        }
    }

    private void everywhere(Said said) {
        String[] typed = said.typed().toArray(String[]::new);
        at.say(said.list(), typed);
        List<String> words =
                new ArrayList<>(List.of("say", "Zubara", said.list().code()));
        PlannedWorkspace.typed(typed).forEach((name, value) -> words.add(name + "=" + value));
        assertThat(type(words).code()).isZero();
    }

    /** The page once the search behind it is over. */
    private String shown(String asked) throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            String page = anas.get(path(asked)).body();
            if (!page.contains("<progress")) {
                return page;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The search does not end.");
    }

    /**
     * A change to be tried.
     *
     * @param told what every door says of it
     */
    record Tried(String name, String change, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Tried> tried() {
        return Stream.of(
                new Tried("a lock on a step nobody knows", "lock:Nobody=2028-01", "Nobody"),
                new Tried("a lock that is no month", "lock:" + LAW + "=soon", "soon"),
                new Tried("a negative duration", "months:" + LAW + "=-3", "-3"),
                new Tried("a budget nobody knows", "budget:Nobody=+20", "Nobody"),
                new Tried("a limit nobody knows", "limit:Nobody=+1", "Nobody"),
                new Tried("an order nobody knows", "order:Nobody=no", "Nobody"),
                new Tried("an end that is no month", "until=soon", "soon"),
                new Tried("an end before the beginning", "until=1999-01", "1999"),
                new Tried("no change at all", "nonsense", "nonsense"),
                new Tried("a change without an end", "months:" + "x".repeat(3_000) + "=3", "xxx"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tried")
    void a_change_that_means_nothing_is_told_and_not_tried(Tried tried) throws Exception {
        Told told = type(List.of("schedule", "Zubara", "--try", tried.change()));
        String asked = "?try=" + URLEncoder.encode(tried.change(), StandardCharsets.UTF_8);
        HttpResponse<String> api = anas.get("/api/v1" + path(asked));
        String page = shown(asked);
        assertThat(told.all())
                .contains(tried.told())
                .doesNotContain("Exception")
                .hasSizeLessThan(1_500);
        assertThat(api.body()).contains(tried.told());
        assertThat(page).contains(tried.told()).doesNotContain("Exception");
    }

    /**
     * A file that is no project, or none that makes sense.
     *
     * @param told what is said of it
     */
    record Foreign(String name, String text, Charset charset, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Foreign foreign(String name, String text, String told) {
        return new Foreign(name, text, StandardCharsets.UTF_8, told);
    }

    static Stream<Foreign> foreign() {
        String small = ProjectFileTest.SMALL;
        String[] lines = small.split("\n", -1);
        return Stream.of(
                foreign("nothing", "", "no project of the PSPLIB"),
                foreign("a picture", "\u0089PNG\r\n\u001a\n\u0000\u0000", "no project of the PSPLIB"),
                foreign("a table of something else", "country,year\nNOR,2027\n", "no project of the PSPLIB"),
                foreign("a page", "<html><script>alert(1)</script></html>", "no project of the PSPLIB"),
                foreign(
                        "a project cut after a third",
                        String.join("\n", List.of(lines).subList(0, lines.length / 3)),
                        "no project of the PSPLIB"),
                foreign(
                        "a project cut after two thirds",
                        String.join("\n", List.of(lines).subList(0, lines.length * 2 / 3)),
                        "no project of the PSPLIB"),
                foreign(
                        "a project cut before what there is of its resources",
                        small.substring(0, small.indexOf("RESOURCEAVAILABILITIES")),
                        "does not say how much of each resource there is"),
                new Foreign(
                        "a project in two bytes a letter", small, StandardCharsets.UTF_16, "no project of the PSPLIB"),
                foreign(
                        "more jobs than anybody plans",
                        small.replaceFirst("(jobs[^:]*:\\s*)\\d+", "$1999999"),
                        "line 3: There are 999"),
                foreign("more text than any project has", small + "x".repeat(11_000_000), "is larger than 5"),
                foreign("ten thousand empty lines", "\n".repeat(10_000), "no project of the PSPLIB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreign")
    void a_file_that_is_no_project_is_refused_in_words(Foreign file) throws Exception {
        Path at = Files.writeString(folder.resolve("foreign.sm"), file.text(), file.charset());
        StringWriter told = new StringWriter();
        PrintWriter both = new PrintWriter(told);
        int code = new CommandDoor("test", Salus.commands()).answer(both, both, "plan", at.toString());
        assertThat(code).isBetween(1, 2);
        assertThat(told.toString()).contains(file.told()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void ten_thousand_steps_in_a_file_that_are_not_there_are_refused_by_the_first() throws Exception {
        String steps = String.join(",", Collections.nCopies(10_000, "{\"step\": \"Nobody\", \"months\": 3}"));
        Path file = Files.writeString(
                folder.resolve("steps.json"), "{\"format\": \"salus-plan\", \"steps\": [" + steps + "]}");
        Told told = type(List.of("bring", "Zubara", file.toString()));
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.all()).contains("There is no “Nobody” here that could be meant.");
    }

    @Test
    void a_key_that_stands_twice_in_a_file_is_refused() throws Exception {
        Path file = Files.writeString(
                folder.resolve("twice.json"),
                "{\"format\": \"salus-plan\", \"steps\": [{\"step\": \"" + LAW + "\", \"months\": 3, \"months\": 4}]}");
        Told told = type(List.of("bring", "Zubara", file.toString()));
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.all()).contains("has the same key twice");
    }

    @Test
    void the_same_step_ten_thousand_times_in_a_file_is_refused_by_its_name() throws Exception {
        String steps = String.join(",", Collections.nCopies(10_000, "{\"step\": \"" + LAW + "\", \"months\": 3}"));
        Path file = Files.writeString(
                folder.resolve("steps.json"), "{\"format\": \"salus-plan\", \"steps\": [" + steps + "]}");
        Told told = type(List.of("bring", "Zubara", file.toString()));
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.all()).contains("“steps.json” says twice of “" + LAW + "”, in its list steps");
    }
}
