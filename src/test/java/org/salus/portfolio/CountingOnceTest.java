package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.evidence.Snapshot;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Faces;

/** A funder, an intermediary and an implementer report the same money: what hangs together, what may be one, and what is counted once. */
class CountingOnceTest {
    private static final String FUNDER = "GB-GOV-1-100";
    private static final String BETWEEN = "XM-DAC-41114-J1";
    private static final String LAST = "BI-NGO-7-JUSTICE";

    @TempDir
    private Path folder;

    private final Supports supports = new Supports(Sorter.byRules());
    private int files;

    private static String file(String... activities) {
        return "<iati-activities version=\"2.03\">" + String.join("", activities) + "</iati-activities>";
    }

    private static String activity(String id, String reporter, String name, String title, String... more) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="%s" type="10"><narrative>%s</narrative></reporting-org>
                <title><narrative>%s</narrative></title>
                %s
                <recipient-country code="BI"/><sector vocabulary="1" code="15130"/>
                </iati-activity>""".formatted(id, reporter, name, title, String.join("\n", more));
    }

    private static String paid(String type, String day, String amount, String... parties) {
        return """
                <transaction><transaction-type code="%s"/><transaction-date iso-date="%s"/>
                <value currency="USD" value-date="%s">%s</value>%s</transaction>""".formatted(type, day, day, amount, String.join("", parties));
    }

    private static String from(String ref, String activity) {
        return "<provider-org ref=\"" + ref + "\" provider-activity-id=\"" + activity + "\"/>";
    }

    private static String to(String ref, String activity) {
        return "<receiver-org ref=\"" + ref + "\" receiver-activity-id=\"" + activity + "\"/>";
    }

    private static String funder(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "<participating-org role=\"1\" ref=\"GB-GOV-1\" type=\"10\"/>",
                "<activity-date type=\"2\" iso-date=\"2015-01-01\"/><activity-date type=\"4\" iso-date=\"2016-12-31\"/>",
                paid("2", "2015-01-10", "1000"),
                paid("3", "2015-02-01", "600", to("XM-DAC-41114", "xm-dac-41114-j1 ")),
                paid("3", "2016-02-01", "300", "<receiver-org ref=\"XM-DAC-41114\"/>")));
        all.addAll(List.of(more));
        return activity(FUNDER, "GB-GOV-1", "FCDO", "Access to justice in Burundi", all.toArray(String[]::new));
    }

    private static String between() {
        return activity(
                BETWEEN,
                "XM-DAC-41114",
                "United Nations Development Programme",
                "Rule of law programme",
                paid("1", "2015-02-05", "600", from("GB-GOV-1", FUNDER)),
                paid("1", "2016-02-10", "300", from("GB-GOV-1", FUNDER)),
                paid("3", "2015-06-01", "500", to("BI-NGO-7", LAST)),
                paid("3", "2016-05-01", "450", to("BI-NGO-7", LAST)),
                paid("4", "2016-06-01", "40"));
    }

    private static String last() {
        return activity(
                LAST,
                "BI-NGO-7",
                "Justice for the hills",
                "Mobile courts",
                "<participating-org role=\"1\" ref=\"XM-DAC-41114\" activity-id=\"" + BETWEEN + "\"/>",
                paid(
                        "3",
                        "2015-09-01",
                        "100",
                        "<receiver-org><narrative>Paralegals of Gitega</narrative></receiver-org>"),
                paid("4", "2016-09-01", "700"));
    }

    private interface Work {
        void on(Snapshot snapshot) throws IOException;
    }

    private void with(List<String> xml, Work work) throws IOException {
        try (Evidence evidence = Evidence.open(folder.resolve("data" + files++))) {
            List<LoadInput> inputs = new ArrayList<>();
            for (String one : xml) {
                String name = "file" + files++ + ".xml";
                inputs.add(new LoadInput(name, name, Files.writeString(folder.resolve(name), one)));
            }
            evidence.loads().load(inputs, null, Progress.SILENT);
            work.on(evidence.snapshot());
        }
    }

    private ReportedMoney reported(Snapshot snapshot, SameActivityJudgement... said) {
        return supports.reported(
                snapshot,
                Countries.shipped().get("BDI"),
                "USD",
                Judgements.NONE,
                OrganisationJudgements.NONE,
                SameActivityJudgements.of(List.of(said)));
    }

    private SupportMap map(Snapshot snapshot, Period period) {
        return supports.of(snapshot, Countries.shipped().get("BDI"), period);
    }

    private static List<String> setAside(ReportedMoney money) {
        return money.once().setAsideRows().stream()
                .map(row -> row.row().activity() + " " + row.row().year() + " "
                        + row.setAside().stripTrailingZeros().toPlainString() + " "
                        + row.why().orElseThrow().rule().code())
                .toList();
    }

    /** Row by row, and in every sum. */
    private static void assertReconciles(SupportMap map, CountedOnce once) {
        assertThat(once.rows().stream().map(CountedRow::row).toList()).isEqualTo(map.rows());
        assertThat(once.published()).isEqualTo(map.totals());
        for (CountedRow row : once.rows()) {
            assertThat(row.counted().add(row.setAside()))
                    .isEqualByComparingTo(row.row().value());
            assertThat(row.setAside().abs())
                    .isLessThanOrEqualTo(row.row().value().abs());
        }
        for (Measure measure : Measure.values()) {
            BigDecimal all = once.rows().stream()
                    .filter(row -> row.row().measure() == measure)
                    .map(CountedRow::counted)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(all).isEqualByComparingTo(once.counted().of(measure));
            assertThat(once.counted().of(measure).add(once.allSetAside().of(measure)))
                    .isEqualByComparingTo(map.totals().of(measure));
        }
    }

    /** Of 1,950 that three reporters paid 1,000 are the same money; every line of a pivot leaves out its own part. */
    @Test
    void a_pivot_leaves_out_what_is_told_again_or_counts_it_as_published() throws IOException {
        with(List.of(file(funder()), file(between()), file(last())), snapshot -> {
            PivotAsked once = new PivotAsked(
                    PivotDimension.YEAR, PivotDimension.AREA, PivotMeasure.DISBURSEMENTS, Map.of(), false, true);
            Pivot counted = pivot(snapshot, once);
            Pivot published = pivot(
                    snapshot,
                    new PivotAsked(
                            PivotDimension.YEAR, PivotDimension.AREA, PivotMeasure.DISBURSEMENTS, Map.of(), false));
            assertThat(lines(counted)).containsExactly("2015 600", "2016 350");
            assertThat(lines(published)).containsExactly("2015 1200", "2016 750");
            Country burundi = Countries.shipped().get("BDI");
            assertThat(supports.setAside(snapshot, burundi, Period.ALL, "USD", once))
                    .isEqualByComparingTo("1000");
            assertThat(supports.setAside(snapshot, burundi, new Period(2016, 2016), "USD", once))
                    .isEqualByComparingTo("400");
            PlacedSupport placed = supports.placed(snapshot, burundi, Period.ALL, "USD", Optional.empty(), once);
            assertThat(placed.total()).isEqualByComparingTo("950");
            PivotAsked planned = new PivotAsked(
                    PivotDimension.YEAR, PivotDimension.AREA, PivotMeasure.BUDGETS, Map.of(), false, true);
            assertThat(planned.once()).as("a plan is not told again").isFalse();
        });
    }

    private Pivot pivot(Snapshot snapshot, PivotAsked asked) {
        return supports.pivot(snapshot, Countries.shipped().get("BDI"), Period.ALL, "USD", Optional.empty(), asked);
    }

    private static List<String> lines(Pivot pivot) {
        return pivot.rows().stream()
                .map(line -> line.key() + " "
                        + line.total()
                                .valueIfAny()
                                .orElseThrow()
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    @Test
    void activities_are_linked_by_what_they_state_and_say_where() throws IOException {
        with(List.of(file(funder()), file(between()), file(last())), snapshot -> {
            ActivityLinks links = reported(snapshot).links();
            assertThat(links.all())
                    .extracting(link -> link.kind() + " " + link.from() + " > " + link.to())
                    .containsExactly("FUNDS " + FUNDER + " > " + BETWEEN, "FUNDS " + BETWEEN + " > " + LAST);
            ActivityLink first = links.of(FUNDER).getFirst();
            assertThat(first.isStatedByBoth()).isTrue();
            assertThat(first.statements())
                    .extracting(statement ->
                            statement.by() + " " + statement.transaction().orElse(0) + " "
                                    + Wording.english().say(statement.reason()))
                    .containsExactlyInAnyOrder(
                            FUNDER + " 2 Its receiver is said to act under xm-dac-41114-j1.",
                            BETWEEN + " 1 Its provider is said to act under " + FUNDER + ".",
                            BETWEEN + " 2 Its provider is said to act under " + FUNDER + ".");
            assertThat(links.elsewhere()).isEmpty();
        });
    }

    @Test
    void related_activities_and_other_identifiers_link_and_what_is_not_loaded_is_told() throws IOException {
        String programme = activity(
                "SE-0-1",
                "SE-0",
                "Sida",
                "Programme",
                "<related-activity type=\"2\" ref=\"SE-0-1-A\"/><related-activity type=\"2\" ref=\"SE-0-1-B\"/>",
                "<related-activity type=\"1\" ref=\"SE-0-1\"/>");
        String part = activity("SE-0-1-A", "SE-0", "Sida", "Part", "<related-activity type=\"1\" ref=\"SE-0-1\"/>");
        String other = activity(
                "FR-3-OTHER",
                "FR-3",
                "AFD",
                "Other",
                "<other-identifier ref=\"SE-0-1-A\" type=\"A9\"/><other-identifier ref=\"SE-0-1\" type=\"B1\"/>",
                "<related-activity type=\"4\" ref=\"SE-0-1\"/>");
        with(List.of(file(programme, part), file(other)), snapshot -> {
            ActivityLinks links = reported(snapshot).links();
            assertThat(links.all())
                    .extracting(link -> link.kind() + " " + link.from() + " > " + link.to())
                    .containsExactly(
                            "PART SE-0-1 > SE-0-1-A", "SAME FR-3-OTHER > SE-0-1-A", "RELATED FR-3-OTHER > SE-0-1");
            assertThat(links.elsewhere())
                    .extracting(ActivityLinks.Elsewhere::named)
                    .containsExactly("SE-0-1-B");
            assertThat(reported(snapshot).same().reports("SE-0-1-A")).containsExactly("FR-3-OTHER", "SE-0-1-A");
        });
    }

    /** 600 and 300 come in, 500 and 450 go on: of the last, 50 came from elsewhere. The 100 of the implementer came in as well. */
    @Test
    void what_is_handed_on_is_set_aside_as_far_as_it_came_in() throws IOException {
        with(List.of(file(funder()), file(between()), file(last())), snapshot -> {
            ReportedMoney money = reported(snapshot);
            assertThat(setAside(money))
                    .containsExactlyInAnyOrder(
                            BETWEEN + " 2015 500 handed-on",
                            BETWEEN + " 2016 400 handed-on",
                            LAST + " 2015 100 handed-on");
            assertThat(money.once().published().disbursements()).isEqualByComparingTo("1950");
            assertThat(money.once().counted().disbursements()).isEqualByComparingTo("950");
            assertThat(money.once().counted().commitments()).isEqualByComparingTo("1000");
            assertThat(money.once().counted().expenditures()).isEqualByComparingTo("740");
            assertThat(money.flows().unmatched()).isEmpty();
            assertReconciles(map(snapshot, Period.ALL), money.once());
            for (int year = 2015; year <= 2016; year++) {
                Period period = new Period(year, year);
                assertReconciles(map(snapshot, period), money.once().in(period));
            }
            assertThat(money.once().in(new Period(2015, 2015)).counted().disbursements())
                    .isEqualByComparingTo("600");
            assertThat(money.once().setAsideRows())
                    .extracting(
                            row -> Wording.english().say(row.why().orElseThrow().sentence()))
                    .contains("It was handed on out of what came in from " + FUNDER + " and is counted there.");
        });
    }

    @Test
    void money_is_followed_from_the_provider_to_the_last_receiver() throws IOException {
        with(List.of(file(funder()), file(between()), file(last())), snapshot -> {
            MoneyChains chains = reported(snapshot).chains();
            assertThat(chains.all()).singleElement().satisfies(chain -> {
                assertThat(chain.steps()).extracting(MoneyChain.Step::activity).containsExactly(FUNDER, BETWEEN, LAST);
                assertThat(chain.steps().get(1).handed())
                        .containsExactly(new MoneyChain.Handed(Measure.DISBURSEMENTS, "USD", new BigDecimal("900"), 2));
                assertThat(chain.providers()).hasSize(1);
                assertThat(chain.receivers()).containsExactly("Paralegals of Gitega");
            });
            assertThat(chains.isComplete()).isTrue();
            assertThat(chains.circles()).isEmpty();
        });
    }

    /** Without the funder's file nothing came in here; what the intermediary disburses counts, and only what the implementer hands on does not. */
    @Test
    void money_whose_source_is_not_here_counts_where_it_is_first_seen() throws IOException {
        with(List.of(file(between()), file(last())), snapshot -> {
            ReportedMoney money = reported(snapshot);
            assertThat(setAside(money)).containsExactly(LAST + " 2015 100 handed-on");
            assertThat(money.links().elsewhere())
                    .extracting(ActivityLinks.Elsewhere::named)
                    .containsExactly(FUNDER, FUNDER);
        });
    }

    @Test
    void what_one_says_came_in_and_nobody_says_went_out_is_told_and_sets_nothing_aside() throws IOException {
        String giver = activity("AA-1-GIVER", "SE-0", "Sida", "Giver", paid("3", "2012-01-01", "70"));
        String taker = activity(
                "BB-1-TAKER",
                "FR-3",
                "AFD",
                "Taker",
                paid("1", "2012-01-02", "71", from("SE-0", "AA-1-GIVER")),
                paid("1", "2013-01-02", "70", from("SE-0", "AA-1-GIVER")),
                paid("3", "2013-02-02", "70"));
        with(List.of(file(giver), file(taker)), snapshot -> {
            ReportedMoney money = reported(snapshot);
            assertThat(money.flows().all()).isEmpty();
            assertThat(money.flows().unmatched()).hasSize(2);
            assertThat(money.once().setAsideRows()).isEmpty();
        });
    }

    @Test
    void
            what_goes_out_the_year_before_it_comes_in_is_no_money_handed_on_and_what_is_paid_back_is_set_aside_with_what_was()
                    throws IOException {
        String giver = activity(
                "AA-1-GIVER", "SE-0", "Sida", "Giver", paid("3", "2012-01-01", "70", to("FR-3", "BB-1-TAKER")));
        String taker = activity(
                "BB-1-TAKER",
                "FR-3",
                "AFD",
                "Taker",
                paid("3", "2011-12-31", "30"),
                paid("3", "2012-01-01", "50"),
                paid("3", "2013-01-01", "-20"),
                paid("3", "2014-01-01", "60"));
        with(List.of(file(giver), file(taker)), snapshot -> {
            ReportedMoney money = reported(snapshot);
            assertThat(setAside(money))
                    .containsExactly(
                            "BB-1-TAKER 2012 50 handed-on",
                            "BB-1-TAKER 2013 -20 handed-on",
                            "BB-1-TAKER 2014 40 handed-on");
            assertReconciles(map(snapshot, Period.ALL), money.once());
        });
    }

    @Test
    void nothing_of_a_circle_is_set_aside() throws IOException {
        String one = activity("AA-1-ONE", "SE-0", "Sida", "One", paid("3", "2012-01-01", "70", to("FR-3", "BB-1-TWO")));
        String two = activity("BB-1-TWO", "FR-3", "AFD", "Two", paid("3", "2012-01-01", "70", to("SE-0", "AA-1-ONE")));
        with(List.of(file(one), file(two)), snapshot -> {
            ReportedMoney money = reported(snapshot);
            assertThat(money.once().setAsideRows()).isEmpty();
            assertThat(money.once().circles()).containsExactly("AA-1-ONE", "BB-1-TWO");
            assertThat(money.chains().all()).isEmpty();
            assertThat(money.chains().circles()).containsExactly("AA-1-ONE", "BB-1-TWO");
        });
    }

    @Test
    void a_payment_in_a_programme_and_in_its_part_counts_at_the_part() throws IOException {
        String programme = activity(
                "SE-0-1-AB", "SE-0", "Sida", "Programme", paid("2", "2012-01-01", "70"), paid("2", "2012-02-01", "5"));
        String part = activity(
                "SE-0-1-ABC",
                "SE-0",
                "Sida",
                "Part",
                "<related-activity type=\"1\" ref=\"SE-0-1-AB\"/>",
                paid("2", "2012-01-01", "70.00"),
                paid("2", "2012-02-02", "5"));
        with(List.of(file(programme, part)), snapshot -> {
            ReportedMoney money = reported(snapshot);
            assertThat(setAside(money)).containsExactly("SE-0-1-AB 2012 70 in-a-part");
            assertReconciles(map(snapshot, Period.ALL), money.once());
        });
    }

    /** The report with most money counts; the other one in the year of which it says nothing. Who says that they are not the same has all of it counted. */
    @Test
    void of_two_reports_of_an_activity_one_counts_until_somebody_says_that_they_are_two() throws IOException {
        String other = activity(
                "XI-OTHER-100",
                "FR-3",
                "AFD",
                "Justice",
                "<related-activity type=\"5\" ref=\"" + FUNDER + "\"/>",
                paid("3", "2014-03-01", "50"),
                paid("3", "2015-03-01", "550"));
        with(List.of(file(funder()), file(other)), snapshot -> {
            assertThat(setAside(reported(snapshot))).containsExactly("XI-OTHER-100 2015 550 reported-twice");
            assertReconciles(map(snapshot, Period.ALL), reported(snapshot).once());
            SameActivityJudgement apart =
                    SameActivityJudgement.of(FUNDER, "XI-OTHER-100", SameActivityVerdict.APART, "two projects");
            assertThat(reported(snapshot, apart).once().setAsideRows()).isEmpty();
        });
        // Its own successor is nobody else's report.
        with(List.of(file(funder(), other.replace("ref=\"FR-3\"", "ref=\"GB-GOV-1\""))), snapshot -> {
            assertThat(reported(snapshot).links().all())
                    .singleElement()
                    .matches(link -> link.kind() == LinkKind.RELATED);
            assertThat(reported(snapshot).once().setAsideRows()).isEmpty();
        });
    }

    @Test
    void what_is_alike_is_proposed_with_reasons_and_counts_nothing_until_somebody_says_so() throws IOException {
        String like = activity(
                "FR-3-JUST",
                "FR-3",
                "AFD",
                "Burundi: access to justice",
                "<participating-org role=\"1\" ref=\"GB-GOV-1\" type=\"10\"/>",
                "<activity-date type=\"2\" iso-date=\"2015-01-01\"/><activity-date type=\"4\" iso-date=\"2016-12-31\"/>",
                paid("3", "2015-02-01", "600"),
                paid("3", "2016-02-03", "300"));
        String own = activity("GB-GOV-1-101", "GB-GOV-1", "FCDO", "Access to justice in Burundi");
        String elsewhere = like.replace("FR-3-JUST", "FR-3-ELSE").replace("code=\"BI\"", "code=\"RW\"");
        String roads = activity("FR-3-ROADS", "FR-3", "AFD", "Rural roads of Burundi", paid("3", "2015-02-01", "8"));
        with(List.of(file(funder(), own), file(like, roads, elsewhere)), snapshot -> {
            ReportedMoney money = reported(snapshot);
            assertThat(money.once().setAsideRows()).isEmpty();
            ActivityProposal first = money.proposals().getFirst();
            assertThat(List.of(first.first(), first.second())).containsExactly("FR-3-JUST", FUNDER);
            assertThat(first.score()).isBetween(new BigDecimal("0.40"), new BigDecimal("0.99"));
            assertThat(first.reasons().stream().map(Wording.english()::say))
                    .anyMatch(reason -> reason.startsWith("words in common") && reason.contains("access"))
                    .anyMatch(reason -> reason.contains("which reports the one"))
                    .contains("100 percent of the time of both is common to them")
                    .contains("one payment of the same day, amount and currency");
            assertThat(money.proposals())
                    .allSatisfy(pair -> assertThat(Set.of(pair.first(), pair.second()))
                            .isNotEqualTo(Set.of(FUNDER, "GB-GOV-1-101")))
                    .noneMatch(pair ->
                            pair.first().equals("FR-3-ROADS") || pair.second().equals("FR-3-ROADS"));

            SameActivityJudgement same =
                    SameActivityJudgement.of(FUNDER, "FR-3-JUST", SameActivityVerdict.SAME, "one agreement");
            ReportedMoney judged = reported(snapshot, same);
            assertThat(setAside(judged))
                    .containsExactlyInAnyOrder(
                            "FR-3-JUST 2015 600 reported-twice", "FR-3-JUST 2016 300 reported-twice");
            assertThat(judged.same().joinings()).singleElement().matches(SameActivities.Joining::isJudged);
            assertThat(judged.proposals())
                    .noneMatch(pair -> Set.of(pair.first(), pair.second()).equals(Set.of(FUNDER, "FR-3-JUST")));
            assertThat(map(snapshot, Period.ALL).totals())
                    .isEqualTo(judged.once().published());
        });
    }

    @Test
    void phases_come_after_what_has_no_other_number() throws IOException {
        String two = activity("SE-0-POL", "SE-0", "Sida", "Training of prison guards phase II");
        String three = activity("FR-3-POL", "FR-3", "AFD", "Training of prison guards phase III");
        String same = activity("DE-1-POL", "DE-1", "Germany", "Training of prison guards phase II");
        with(List.of(file(two), file(three), file(same)), snapshot -> {
            List<ActivityProposal> proposals = reported(snapshot).proposals();
            assertThat(List.of(
                            proposals.getFirst().first(), proposals.getFirst().second()))
                    .containsExactly("DE-1-POL", "SE-0-POL");
            assertThat(proposals.stream()
                            .filter(pair -> pair.second().equals("SE-0-POL")
                                    && pair.first().equals("FR-3-POL")))
                    .allSatisfy(pair -> assertThat(pair.reasons())
                            .extracting(reason -> reason.key())
                            .contains("portfolio.same-activity.numbers"));
        });
    }

    @Test
    void what_contradicts_itself_counts_on_neither_side() {
        SameActivityJudgements said = SameActivityJudgements.of(List.of(
                SameActivityJudgement.of("A", "B", SameActivityVerdict.SAME, "x"),
                SameActivityJudgement.of("B", "C", SameActivityVerdict.SAME, "x"),
                SameActivityJudgement.of("C", "A", SameActivityVerdict.APART, "x"),
                SameActivityJudgement.of("D", "E", SameActivityVerdict.SAME, "x")));
        assertThat(said.counting())
                .singleElement()
                .satisfies(item -> assertThat(item.value().activities()).containsExactly("D", "E"));
        assertThat(said.disputed()).hasSize(3);
        assertThat(said.said("A", "C")).isPresent();
    }

    @Test
    void a_judgement_is_one_item_for_each_pair_and_needs_a_reason() throws IOException {
        AccountId ana = AccountId.fresh();
        try (Workspaces workspaces = Workspaces.open(
                Database.file(folder.resolve("work.db")),
                Faces.of(List.of(PortfolioFaces.contribution())).kinds(),
                InstantSource.system())) {
            Workspace workspace = workspaces.found(
                    new Charter("Burundi", List.of("BDI"), "", "", Optional.empty()), ana, "Ana", Optional.empty(), "");
            SameActivityJudgement same = SameActivityJudgement.of("B", "A", SameActivityVerdict.SAME, "one contract");
            assertThat(put(
                            workspace,
                            ana,
                            SameActivityJudgement.of("A", "B", SameActivityVerdict.SAME, " ")
                                    .fresh()))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(put(
                            workspace,
                            ana,
                            SameActivityJudgement.of("A", "A", SameActivityVerdict.SAME, "x")
                                    .fresh()))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(put(workspace, ana, same.fresh())).isInstanceOf(Outcome.Accepted.class);
            Item<SameActivityJudgement> known =
                    workspace.view(ana).list(SameActivityJudgement.KIND).getFirst();
            assertThat(put(
                            workspace,
                            ana,
                            known.saying(SameActivityJudgement.of("A", "B", SameActivityVerdict.APART, "two phases"))))
                    .isInstanceOf(Outcome.Accepted.class);
            assertThat(SameActivityJudgements.of(workspace.view(ana)).counting())
                    .singleElement()
                    .satisfies(item -> assertThat(item.value().verdict()).isEqualTo(SameActivityVerdict.APART));
        }
    }

    private static Outcome put(Workspace workspace, AccountId who, Item<SameActivityJudgement> item) {
        return workspace.append(who, List.of(new Edit.Put(item)), Reason.EDIT);
    }

    @Test
    void some_years_alone_are_refused() throws IOException {
        with(
                List.of(file(funder())),
                snapshot -> assertThatThrownBy(() -> ReportedMoney.of(
                                map(snapshot, new Period(2015, 2015)),
                                Map.of(),
                                Organisations.of(List.of()),
                                SameActivityJudgements.NONE))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    /** Whatever activities state: rows reconcile, years add up, no more is set aside than came in, and what comes from nowhere counts. */
    @Tag("slow")
    @RepeatedTest(12)
    void whatever_is_stated_it_reconciles(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        int many = 14;
        List<String> activities = new ArrayList<>();
        for (int at = 0; at < many; at++) {
            List<String> more = new ArrayList<>();
            for (int t = random.nextInt(8); t > 0; t--) {
                String other = "AA-1-NUMBER" + random.nextInt(many);
                String party = random.nextInt(3) == 0
                        ? ""
                        : random.nextBoolean()
                                ? to("R-" + random.nextInt(4), other)
                                : from("R-" + random.nextInt(4), other);
                more.add(paid(
                        one(random, "1", "2", "3", "3", "3", "4", "11"),
                        random.nextInt(2010, 2014) + "-0" + random.nextInt(1, 9) + "-01",
                        one(random, "100", "100", "33.333", "-20", "0", "7"),
                        party));
            }
            if (random.nextInt(3) == 0) {
                more.add("<related-activity type=\"" + random.nextInt(1, 6) + "\" ref=\"AA-1-NUMBER"
                        + random.nextInt(many) + "\"/>");
            }
            if (random.nextInt(3) == 0) {
                more.add("<sector vocabulary=\"1\" code=\"15210\" percentage=\"33.3\"/>");
            }
            activities.add(activity(
                    "AA-1-NUMBER" + at,
                    "R-" + at % 4,
                    "Reporter " + at % 4,
                    "Project " + at % 5,
                    more.toArray(String[]::new)));
        }
        with(List.of(file(activities.toArray(String[]::new))), snapshot -> {
            SupportMap map = map(snapshot, Period.ALL);
            ReportedMoney money = reported(snapshot);
            assertReconciles(map, money.once());
            BigDecimal years = BigDecimal.ZERO;
            for (int year = 2010; year <= 2013; year++) {
                Period period = new Period(year, year);
                assertReconciles(map(snapshot, period), money.once().in(period));
                years = years.add(money.once().in(period).counted().disbursements());
            }
            assertThat(years).isEqualByComparingTo(money.once().counted().disbursements());
            assertNoMoreThanCameIn(money);
            assertThat(reported(snapshot).once().rows()).isEqualTo(money.once().rows());
        });
    }

    private static void assertNoMoreThanCameIn(ReportedMoney money) {
        Map<String, BigDecimal> cameIn = new HashMap<>();
        Set<String> targets = new TreeSet<>();
        for (MoneyFlow flow : money.flows().all()) {
            String into = money.same().whole(flow.to());
            targets.add(into);
            money.once().rows().stream()
                    .map(CountedRow::row)
                    .filter(row -> row.activity().equals(flow.from())
                            && row.transaction() == flow.transaction()
                            && row.value().signum() > 0)
                    .forEach(row -> cameIn.merge(into + row.measure(), row.value(), BigDecimal::add));
        }
        Map<String, BigDecimal> handedOn = new HashMap<>();
        for (CountedRow row : money.once().setAsideRows()) {
            if (row.why().orElseThrow().rule() == SetAside.HANDED_ON) {
                String whole = money.same().whole(row.row().activity());
                assertThat(targets).contains(whole);
                handedOn.merge(whole + row.row().measure(), row.setAside(), BigDecimal::add);
            }
        }
        handedOn.forEach((key, sum) -> assertThat(sum).isLessThanOrEqualTo(cameIn.getOrDefault(key, BigDecimal.ZERO)));
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
