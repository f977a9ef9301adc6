package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.evidence.Evidence;
import org.salus.evidence.IssueKind;
import org.salus.evidence.Issues;
import org.salus.evidence.LoadInput;
import org.salus.evidence.LoadReport;
import org.salus.evidence.Progress;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Feeds;
import org.salus.goals.Goal;
import org.salus.goals.GoalsFaces;
import org.salus.goals.Indicator;
import org.salus.goals.MeasuredChain;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;

/** Tables from the loaded open data, with real stores: what is not known is not filled in, and what is left out is named. */
class StudySourcesTest {
    private static final String INDICES =
            "vdem_country_name,year,v2x_polyarchy,v2x_partipdem,v2x_delibdem,v2x_egaldem,v2x_libdem\n";
    private static final String LIBERAL = "table:BDI:v-dem-indices/liberal";

    @TempDir
    private Path folder;

    private Evidence evidence;
    private Workspaces workspaces;
    private Feeds feeds;
    private StudySources sources;
    private final AccountId ana = AccountId.fresh();
    private Workspace workspace;
    private View view;

    @BeforeEach
    void open() throws IOException {
        evidence = Evidence.open(folder.resolve("data"));
        feeds = new Feeds(evidence, Supports.shipped());
        sources = new StudySources(evidence, feeds);
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(GoalsFaces.contribution(), ImpactFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2027-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Burundi", List.of("BDI"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        view = workspace.view(ana);
        StringBuilder rows = new StringBuilder(INDICES);
        for (int year = 2010; year <= 2012; year++) {
            rows.append("Burundi,")
                    .append(year)
                    .append(",.2,.2,.2,.2,0.1")
                    .append(year % 10)
                    .append('\n');
            rows.append("Rwanda,").append(year).append(",.2,.2,.2,.2,0.2\n");
        }
        rows.append("Uganda,2010,.2,.2,.2,.2,0.3\nUganda,2012,.2,.2,.2,.2,0.3\n");
        Path file = Files.writeString(folder.resolve("v-dem-20240101.csv"), rows);
        LoadReport report = evidence.loads()
                .load(List.of(new LoadInput("v-dem.csv", file.toString(), file)), null, Progress.SILENT);
        assertThat(report.files()).extracting(LoadReport.FileReport::outcome).doesNotContain(LoadReport.Outcome.FAILED);
    }

    @AfterEach
    void close() {
        workspaces.close();
        evidence.close();
    }

    private static List<String> lines(StudySources.Brought brought) {
        return brought.table().rows().stream()
                .map(row -> String.join(" ", row.cells()))
                .toList();
    }

    @Test
    void a_series_is_its_years_with_where_it_comes_from() {
        assertThat(sources.offered(view).loaded())
                .extracting(one -> one.key().toString())
                .contains(LIBERAL);
        StudySources.Brought brought = sources.open(view, LIBERAL, "2011", "", false, Wording.english());
        assertThat(lines(brought)).containsExactly("Burundi 2011 0.11", "Burundi 2012 0.12");
        assertThat(brought.origin()).contains("Liberal", evidence.snapshot().id());
        assertThat(brought.keptUnder()).as("it was for everybody").isEmpty();
    }

    @Test
    void other_countries_stand_beside_it_and_those_that_lack_a_year_are_left_out_and_named() {
        StudySources.Brought brought = sources.open(view, LIBERAL, "", "", true, Wording.english());
        assertThat(lines(brought))
                .containsExactly(
                        "Burundi 2010 0.10",
                        "Burundi 2011 0.11",
                        "Burundi 2012 0.12",
                        "Rwanda 2010 0.2",
                        "Rwanda 2011 0.2",
                        "Rwanda 2012 0.2");
        assertThat(brought.origin()).contains("Left out", "one country (Uganda)");
    }

    @Test
    void agreements_counted_by_a_descriptor_of_ones_own_are_a_series_like_others() throws IOException {
        Path descriptors = Files.createDirectories(folder.resolve("data/sources"));
        Files.writeString(descriptors.resolve("agreements.yaml"), """
                id: invented-agreements
                publisher: Nobody
                title: Invented agreements
                columns: [agreement, signed, country, police]
                country: {column: country, codes: iso3}
                year: {column: signed}
                covers: {from: 2000, until: 2002}
                indicators:
                  - {count: distinct, column: agreement, where: police, id: police, name: Agreements on the police, direction: neutral}
                """);
        Path file = Files.writeString(folder.resolve("agreements.csv"), """
                agreement,signed,country,police
                A1,2001-03-05,BDI,1
                A1,2001-03-05,BDI,1
                A1,2001-03-06,BDI,1
                A2,2001-11-20,BDI,1
                A3,2002-01-01,BDI,0
                A4,2002-01-01,RWA,1
                A5,,RWA,1
                """);
        evidence.loads().load(List.of(new LoadInput("agreements.csv", file.toString(), file)), null, Progress.SILENT);
        String key = sources.offered(view).loaded().stream()
                .map(one -> one.key().toString())
                .filter(one -> one.contains("invented-agreements"))
                .findFirst()
                .orElseThrow();
        assertThat(lines(sources.open(view, key, "", "", true, Wording.english())))
                .containsExactly(
                        "Burundi 2000 0",
                        "Burundi 2001 2",
                        "Burundi 2002 0",
                        "Rwanda 2000 0",
                        "Rwanda 2001 0",
                        "Rwanda 2002 1");
        assertThat(evidence.snapshot().issues().groups())
                .extracting(Issues.Group::kind)
                .contains(IssueKind.REPEATED_ROW, IssueKind.ROW_WITHOUT_YEAR);
    }

    @Test
    void events_are_counted_by_unit_and_within_the_years_that_are_recorded_none_is_none() throws IOException {
        Path file = Files.writeString(folder.resolve("ged-20240101.csv"), """
                id,year,type_of_violence,side_a,side_b,country,iso3,adm_1,latitude,longitude,best,low,high
                1,2008,1,Government of Burundi,B,Burundi,BDI,Bubanza province,-3.1,29.4,3,2,5
                2,2008,3,A,Civilians,Burundi,BDI,Cibitoke province,-2.9,29.1,4,4,4
                3,2010,3,A,Civilians,Burundi,BDI,Cibitoke province,-2.9,29.1,1,1,1
                4,2010,3,A,Civilians,Burundi,BDI,,-3.4,29.9,1,1,1
                """);
        evidence.loads().load(List.of(new LoadInput("ged.csv", file.toString(), file)), null, Progress.SILENT);
        assertThat(sources.withEvents(view)).containsOnlyKeys("events:BDI");
        StudySources.Brought brought = sources.open(view, "events:BDI", "", "", false, Wording.english());
        assertThat(lines(brought))
                .containsExactly(
                        "Bubanza province 2008 1 3",
                        "Bubanza province 2009 0 0",
                        "Bubanza province 2010 0 0",
                        "Cibitoke province 2008 1 4",
                        "Cibitoke province 2009 0 0",
                        "Cibitoke province 2010 1 1");
        assertThat(brought.origin()).contains("which is not peace", "One event without a unit is left out");
        assertThat(sources.open(view, "events:BDI", "1990", "2008", false, Wording.english())
                        .table()
                        .rows())
                .as("no year is made up before the first that is recorded")
                .hasSize(2);
        assertThatThrownBy(() -> sources.open(view, "events:TCD", "", "", false, Wording.english()))
                .hasMessageContaining("no series");
    }

    @Test
    void what_is_not_there_is_said_at_its_field() {
        assertThatThrownBy(() -> sources.open(view, "table:BDI:nothing/at-all", "", "", false, Wording.english()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.field()).contains("series"))
                .hasMessageContaining("no series");
        assertThatThrownBy(() -> sources.open(view, LIBERAL, "soon", "", false, Wording.english()))
                .hasMessageContaining("\"soon\" is no year");
        assertThatThrownBy(() -> sources.open(view, LIBERAL, "2012", "2010", false, Wording.english()))
                .as("no year is left")
                .hasMessageContaining("holds no rows");
        assertThatThrownBy(() -> StudySources.measured(view, "nothing", Wording.english()))
                .hasMessageContaining("no indicator");
    }

    @Test
    void what_was_measured_and_approved_is_a_table_for_nobody_who_might_not_see_the_indicator() {
        Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A draft"));
        Sensitivity mine = new Sensitivity.Named(new TreeSet<>(Set.of(ana)));
        // The indicator itself is for all members; what hides it is its goal.
        Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(chain.id(), "A goal")).meantFor(mine);
        Item<Indicator> fresh = Item.fresh(Indicator.KIND, Indicator.of(chain.id(), goal.id(), "What it says"));
        accepted(new Edit.Put(chain), new Edit.Put(goal), new Edit.Put(fresh));
        accepted(feeds.follow(known(fresh), LIBERAL, Optional.of(2010), workspace.view(ana)));
        accepted(feeds.update(measured(chain), Optional.of(known(fresh)), ana)
                .edits()
                .toArray(Edit[]::new));
        assertThat(StudySources.measured(workspace.view(ana)))
                .as("nothing is approved yet")
                .isEmpty();
        accepted(feeds.approve(measured(chain), Optional.empty(), workspace.view(ana))
                .edits()
                .toArray(Edit[]::new));

        View now = workspace.view(ana);
        assertThat(StudySources.measured(now)).extracting(Item::id).containsExactly(fresh.id());
        StudySources.Brought brought = StudySources.measured(now, fresh.id().toString(), Wording.english());
        assertThat(lines(brought))
                .containsExactly("What it says 2010 0.10", "What it says 2011 0.11", "What it says 2012 0.12");
        TypedStudy.Begun begun = new TypedStudy(Map.of("title", "A study", "keep", "members"))
                .begin(brought.table(), brought.origin(), brought.keptUnder(), now);
        assertThat(begun.edits())
                .allSatisfy(edit -> assertThat(edit)
                        .isInstanceOfSatisfying(
                                Edit.Put.class,
                                put -> assertThat(put.item().sensitivity()).isEqualTo(mine)));
    }

    private void accepted(Edit... edits) {
        assertThat(workspace.append(ana, edits)).isInstanceOf(Outcome.Accepted.class);
    }

    private Item<Indicator> known(Item<Indicator> indicator) {
        return workspace.view(ana).get(Indicator.KIND, indicator.id());
    }

    private MeasuredChain measured(Item<ResultsChain> chain) {
        View now = workspace.view(ana);
        return MeasuredChain.of(now, Chain.of(now, chain.id()), LocalDate.of(2027, 3, 1));
    }
}
