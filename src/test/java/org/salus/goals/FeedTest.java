package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.LoadReport;
import org.salus.evidence.Progress;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;

/** An indicator follows a series from one snapshot to the next, with real stores. */
class FeedTest {
    private static final String INDICES =
            "vdem_country_name,year,v2x_polyarchy,v2x_partipdem,v2x_delibdem,v2x_egaldem,v2x_libdem\n";
    private static final String LIBERAL = "table:BDI:v-dem-indices/liberal";

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private final AccountId ben = AccountId.fresh();
    private Evidence evidence;
    private Feeds feeds;
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<ResultsChain> chain;
    private ItemId indicator;

    @BeforeEach
    void found() {
        evidence = Evidence.open(folder.resolve("data"));
        feeds = new Feeds(evidence, Supports.shipped());
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(GoalsFaces.contribution())).kinds(),
                InstantSource.fixed(Instant.parse("2027-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Burundi", List.of("BDI"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
        Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(chain.id(), "A goal"));
        Item<Indicator> fresh = Item.fresh(Indicator.KIND, Indicator.of(chain.id(), goal.id(), "What it says"));
        indicator = fresh.id();
        accepted(ana, new Edit.Put(chain), new Edit.Put(goal), new Edit.Put(fresh));
    }

    @AfterEach
    void close() {
        workspaces.close();
        evidence.close();
    }

    private void accepted(AccountId by, Edit... edits) {
        assertThat(workspace.append(by, edits)).isInstanceOf(Outcome.Accepted.class);
    }

    private void load(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        LoadReport report =
                evidence.loads().load(List.of(new LoadInput(name, file.toString(), file)), null, Progress.SILENT);
        assertThat(report.files()).extracting(LoadReport.FileReport::outcome).doesNotContain(LoadReport.Outcome.FAILED);
    }

    private View view() {
        return workspace.view(ana);
    }

    private MeasuredChain measured() {
        return MeasuredChain.of(view(), Chain.of(view(), chain.id()), LocalDate.of(2027, 3, 1));
    }

    private Item<Indicator> known() {
        return view().get(Indicator.KIND, indicator);
    }

    private Feeds.Standing standing() {
        return feeds.standing(measured(), known()).orElseThrow();
    }

    private void follow(String series, int since) {
        accepted(ana, feeds.follow(known(), series, Optional.of(since), view()));
    }

    private int feed(AccountId by) {
        Feeds.Wanted wanted = feeds.update(measured(), Optional.of(known()), by);
        if (!wanted.edits().isEmpty()) {
            assertThat(workspace.append(by, wanted.edits(), wanted.reason())).isInstanceOf(Outcome.Accepted.class);
        }
        return wanted.edits().size();
    }

    private Measurement taken(int year) {
        return measured().of(indicator).stream()
                .map(Item::value)
                .filter(one -> one.isTaken() && one.on().equals(PartialDate.ofYear(year)))
                .findFirst()
                .orElseThrow();
    }

    private static String said(Sentence sentence) {
        return Wording.english().say(sentence);
    }

    @Test
    void a_newer_snapshot_replaces_a_value_and_the_old_one_stays_to_be_seen() throws IOException {
        load(
                "v-dem-20240101.csv",
                INDICES
                        + "Burundi,2008,0.2,0.2,0.2,0.2,0.11\nBurundi,2010,0.2,0.2,0.2,0.2,0.12\nBurundi,2011,0.2,0.2,0.2,0.2,0.13\n");
        follow(LIBERAL, 2010);
        assertThat(known().value().unit()).isEqualTo("index 0–1");
        assertThat(said(standing().says())).startsWith("2 years differ");
        String first = evidence.snapshot().id();
        assertThat(feed(ana)).isEqualTo(2);
        assertThat(taken(2010).says().value()).contains(new BigDecimal("0.12"));
        assertThat(taken(2010).state()).isEqualTo(MeasurementState.SUBMITTED);
        assertThat(taken(2010).source()).contains("V-Dem", "v-dem-20240101.csv", "SHA-256", first);
        assertThat(feed(ana)).isZero();
        accepted(
                ana, feeds.approve(measured(), Optional.empty(), view()).edits().toArray(Edit[]::new));
        assertThat(taken(2011).state()).isEqualTo(MeasurementState.APPROVED);

        load("v-dem-20250101.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,0.19\nBurundi,2012,0.2,0.2,0.2,0.2,0.14\n");
        String second = evidence.snapshot().id();
        assertThat(second).isNotEqualTo(first);
        assertThat(said(standing().says())).contains("3 years differ", "1 new, 1 changed, 1 no longer there");
        assertThat(feed(ana)).isEqualTo(3);
        assertThat(taken(2010).says().value()).contains(new BigDecimal("0.19"));
        assertThat(taken(2010).state()).isEqualTo(MeasurementState.SUBMITTED);
        assertThat(taken(2010).progress().remark()).contains("0.19", "0.12", first);
        assertThat(taken(2011).taken().orElseThrow().isGone()).isTrue();
        assertThat(taken(2011).says().value()).contains(new BigDecimal("0.13"));
        assertThat(taken(2012).says().value()).contains(new BigDecimal("0.14"));
        assertThat(said(standing().says())).contains("Nothing differs");
        assertThat(feed(ana)).isZero();

        History history = workspace.history(ana);
        assertThat(history.list(1, Optional.empty())
                        .getFirst()
                        .why()
                        .orElseThrow()
                        .text())
                .contains("Liberal democracy", second, "1 new, 1 changed, 1 no longer there");
        Map<ItemId, List<Replaced>> replaced = Replaced.of(measured().of(indicator), history);
        assertThat(replaced).containsOnlyKeys(idOf(2010));
        assertThat(replaced.get(idOf(2010))).singleElement().satisfies(before -> {
            assertThat(before.says().value()).contains(new BigDecimal("0.12"));
            assertThat(before.source()).contains(first, "v-dem-20240101.csv");
        });
    }

    private ItemId idOf(int year) {
        return taken(year).id();
    }

    /** A copy measures the same: what one alternative took up is there in the other, and is not taken up twice. */
    @Test
    void alternatives_that_follow_the_same_series_take_it_up_once() throws IOException {
        load("v-dem-20240101.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,0.12\n");
        follow(LIBERAL, 2010);
        List<Edit> copy = ChainCopy.of(view(), view().get(ResultsChain.KIND, chain.id()), "Another draft");
        accepted(ana, copy.toArray(Edit[]::new));
        MeasuredChain other =
                MeasuredChain.of(view(), Chain.of(view(), ChainCopy.begun(copy)), LocalDate.of(2027, 3, 1));
        Item<Indicator> copied = other.chain().indicators().getFirst();
        Feeds.Wanted there = feeds.update(other, Optional.of(copied), ana);
        assertThat(workspace.append(ana, there.edits(), there.reason())).isInstanceOf(Outcome.Accepted.class);
        assertThat(taken(2010).says().value()).contains(new BigDecimal("0.12"));
        assertThat(feed(ana)).isZero();
        assertThat(view().list(Measurement.KIND)).hasSize(1);
    }

    @Test
    void what_people_measured_stays_and_counts() throws IOException {
        accepted(
                ana,
                TypedMeasurement.edit(
                        known(), Map.of("on", "2010", "value", "0.5"), true, view(), LocalDate.of(2040, 1, 1)));
        load("v-dem-20240101.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,0.12\n");
        follow(LIBERAL, 2010);
        assertThat(feed(ana)).isEqualTo(1);
        assertThat(measured().of(indicator))
                .extracting(item -> item.value().says().written())
                .containsExactly("0.5", "0.12");
        assertThat(standing().comparison().byHand()).containsExactly(2010);
        for (Item<Measurement> item : measured().of(indicator)) {
            accepted(ana, new Edit.Put(item.saying(item.value().step(MeasurementState.APPROVED, ana, ""))));
        }
        Indicator target = new Indicator(
                chain.id(),
                known().value().of(),
                "What it says",
                "index 0–1",
                Direction.KEEP,
                new Reading(Optional.of(new BigDecimal("0.5")), "", Optional.empty()),
                new Reading(Optional.of(new BigDecimal("0.5")), "", Optional.empty()),
                "",
                "");
        assertThat(IndicatorStatus.of(
                                target,
                                measured().of(indicator).reversed().stream()
                                        .map(Item::value)
                                        .toList(),
                                LocalDate.of(2027, 3, 1))
                        .status())
                .isEqualTo(IndicatorStatus.ON_PATH);
    }

    @Test
    void a_value_from_a_series_is_not_written_over_by_hand_and_not_approved_by_whoever_took_it_up() throws IOException {
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
        load("v-dem-20240101.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,0.12\n");
        follow(LIBERAL, 2010);
        feed(ben);
        Item<Measurement> item = view().get(Measurement.KIND, idOf(2010));
        assertThat(workspace.append(
                        ana,
                        new Edit.Put(item.saying(item.value()
                                .saying(
                                        Finding.of(BigDecimal.ONE),
                                        item.value().source(),
                                        item.value().method(),
                                        "")
                                .step(MeasurementState.SUBMITTED, ana, "")))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Sentence::key)
                                .contains("goals.refusal.taken"));
        assertThat(feeds.approve(measured(), Optional.empty(), workspace.view(ben))
                        .edits())
                .isEmpty();
        assertThat(feeds.approve(measured(), Optional.empty(), view()).edits()).hasSize(1);
    }

    @Tag("slow")
    @Test
    void deaths_come_with_their_interval_and_a_year_without_events_is_no_nought() throws IOException {
        load("ged-20240101.csv", """
                id,year,type_of_violence,side_a,side_b,country,iso3,latitude,longitude,best,low,high
                1,2008,1,Government of Burundi,B,Burundi,BDI,-3.5,29.4,3,2,5
                2,2008,3,A,Civilians,Burundi,BDI,-3.5,29.4,4,4,4
                3,2010,1,Government of Burundi,B,Burundi,BDI,-3.5,29.4,9,9,9
                """);
        follow("deaths:BDI:all", 2000);
        assertThat(feed(ana)).isEqualTo(2);
        assertThat(taken(2008).says().written()).isEqualTo("7 (6–9)");
        assertThat(standing().comparison().gaps()).containsExactly(2009);
        assertThat(known().value().direction()).isEqualTo(Direction.DOWN);
        assertThat(feeds.loaded(view()))
                .extracting(series -> series.key().toString())
                .contains("deaths:BDI:1", "deaths:BDI:3", "events:BDI:all")
                .doesNotContain("deaths:BDI:2");
    }

    @Test
    void money_is_counted_as_in_the_portfolio_and_names_what_is_left_out() throws IOException {
        load("aid.xml", """
                <iati-activities version="2.03"><iati-activity default-currency="USD">
                <iati-identifier>XM-1-POLICE</iati-identifier><reporting-org ref="XM-1" type="10"><narrative>A donor</narrative></reporting-org>
                <title><narrative>Police reform</narrative></title>
                <activity-status code="2"/><activity-date type="2" iso-date="2010-01-01"/>
                <recipient-country code="BI"/>
                <sector vocabulary="1" code="15210"/>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2010-03-01"/><value value-date="2010-03-01">100.555</value></transaction>
                <transaction><transaction-type code="2"/><transaction-date iso-date="2010-04-01"/><value currency="QQQ" value-date="2010-04-01">5</value></transaction>
                </iati-activity></iati-activities>
                """);
        LoadedSeries series = feeds.loaded(view()).stream()
                .filter(one -> one.key().toString().equals("commitments:BDI:ssr"))
                .findFirst()
                .orElseThrow();
        assertThat(series.years()).singleElement().satisfies(year -> {
            assertThat(year.year()).isEqualTo(2010);
            assertThat(year.says().written()).isEqualTo("100.56");
            assertThat(said(year.remainder().orElseThrow())).startsWith("One transaction of this year is in no sum");
        });
        follow("commitments:BDI:ssr", 2000);
        feed(ana);
        assertThat(taken(2010).method()).contains("One transaction of this year is in no sum");
        assertThat(known().value().unit()).isEqualTo("USD");
    }

    @Test
    void the_oecds_figures_of_a_purpose_can_be_followed() throws IOException {
        load(
                "crs.csv",
                "year,recipient_name,purpose_code,usd_million\n2013,Burundi,15210,0.19\n2013,Burundi,11110,14\n");
        assertThat(feeds.loaded(view()))
                .extracting(series -> series.key().toString())
                .containsExactly("crs:BDI:15210");
        follow("crs:BDI:15210", 2000);
        feed(ana);
        assertThat(taken(2013).says().written()).isEqualTo("0.19");
    }

    @Tag("slow")
    @Test
    void whatever_is_in_the_way_is_said() throws IOException {
        assertThat(said(feeds.whyNone(view()).orElseThrow())).contains("No open data are loaded");
        load("v-dem-20240101.csv", INDICES + "Colombia,2010,0.2,0.2,0.2,0.2,0.12\n");
        assertThat(said(feeds.whyNone(view()).orElseThrow())).contains("speaks of Burundi");
        load("v-dem-20240201.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,0.12\n");
        assertThat(feeds.whyNone(view())).isEmpty();
        assertThatThrownBy(() -> feeds.follow(known(), "table:BDI:v-dem-indices/none", Optional.empty(), view()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no series");
        follow(LIBERAL, 2010);
        feed(ana);
        load("v-dem-20240301.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,\n");
        assertThat(said(standing().says())).contains("no longer in what is loaded", "other figures of the same kind");
        assertThatThrownBy(() -> feed(ana)).isInstanceOf(Failure.class);
        load("v-dem-20240401.csv", INDICES + "Colombia,2010,0.2,0.2,0.2,0.2,0.13\n");
        assertThat(said(standing().says())).contains("Nothing that is loaded has");
        assertThat(feeds.update(measured(), Optional.empty(), ana).edits()).isEmpty();
        assertThat(taken(2010).taken().orElseThrow().isGone()).isFalse();

        load("v-dem-20240501.csv", INDICES + "Burundi,2010,0.3,0.2,0.2,0.2,0.12\n");
        Indicator now = known().value();
        accepted(
                ana,
                new Edit.Put(known().saying(new Indicator(
                        now.chain(),
                        now.of(),
                        now.title(),
                        "percent",
                        now.direction(),
                        now.baseline(),
                        now.target(),
                        now.source(),
                        now.method(),
                        now.plan(),
                        now.feed()))));
        assertThat(said(standing().says())).contains("index 0–1", "percent", "two units");
        accepted(ana, feeds.follow(known(), "", Optional.empty(), view()));
        assertThat(feeds.standing(measured(), known())).isEmpty();
        assertThat(taken(2010).says().written()).isEqualTo("0.12");
    }

    /** Open data know no country of that code; a table of one's own may. */
    @Test
    void a_table_of_ones_own_is_followed_for_an_invented_country() throws IOException {
        Item<Charter> charter =
                view().get(Charter.KIND, new ItemId(workspace.id().value()));
        accepted(
                ana, new Edit.Put(charter.saying(new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()))));
        load("v-dem-20240101.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,0.12\n");
        assertThat(said(feeds.whyNone(view()).orElseThrow()))
                .contains("No open data speak of the country", "Orvelia (XOV)");

        Path described = Files.createDirectories(folder.resolve("data/sources"));
        Files.copy(Path.of("demo/series-orvelia.yaml"), described.resolve("series-orvelia.yaml"));
        load("series-orvelia.csv", Files.readString(Path.of("demo/series-orvelia.csv")));
        assertThat(feeds.whyNone(view())).isEmpty();
        follow("table:XOV:orvelia-household-survey/road-block-payments", 2021);
        assertThat(known().value().unit()).isEqualTo("%");
        assertThat(known().value().direction()).isEqualTo(Direction.DOWN);
        assertThat(known().value().source()).contains("(invented)");
        assertThat(feed(ana)).isEqualTo(5);
        assertThat(taken(2025).says().written()).isEqualTo("57.6");
        assertThat(taken(2025).source()).contains("invented");

        SeriesKey series = known().value().feed().orElseThrow().series();
        assertThat(series.countryIn(view().charter()))
                .isEqualTo(Sentence.of("goals.series.own-place", "Orvelia", "XOV"));
        assertThat(series.countryIn(
                        new Charter("Around the lake", List.of("XOV", "BDI"), "Lake", "SSR", Optional.empty())))
                .as("the name of a workspace about several countries is nobody's name")
                .isEqualTo("XOV");
    }

    @Test
    void countries_are_called_as_the_reader_calls_them() throws IOException {
        Item<Charter> charter =
                view().get(Charter.KIND, new ItemId(workspace.id().value()));
        accepted(
                ana,
                new Edit.Put(charter.saying(
                        new Charter("Two", List.of("SOM", "CAF", "MLI"), "Two", "SSR", Optional.empty()))));
        load("v-dem-20240101.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,0.12\n");
        Sentence none = feeds.whyNone(view()).orElseThrow();
        assertThat(Wording.english().say(none)).contains("speaks of Somalia, the Central African Republic, Mali year");
        assertThat(Wording.in(Locale.FRENCH).say(none)).contains("Somalie, la République centrafricaine, Mali");
    }

    @Test
    void a_judgement_in_words_follows_no_series() throws IOException {
        load("v-dem-20240101.csv", INDICES + "Burundi,2010,0.2,0.2,0.2,0.2,0.12\n");
        Indicator now = known().value();
        accepted(
                ana,
                new Edit.Put(known().saying(new Indicator(
                        now.chain(), now.of(), now.title(), "", Direction.WORDS, Reading.NONE, Reading.NONE, "", ""))));
        assertThat(workspace.append(ana, feeds.follow(known(), LIBERAL, Optional.of(2010), view())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Sentence::key)
                                .contains("goals.refusal.feed-words"));
    }
}
