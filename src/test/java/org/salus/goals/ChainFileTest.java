package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.sector.SectorFaces;
import org.salus.sector.SectorImport;
import org.salus.workspace.Faces;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;
import tools.jackson.databind.json.JsonMapper;

/** A results chain as a file: in, out, in again, and wrong. On the demo's invented country. */
class ChainFileTest {
    private static final Path DEMO = Path.of("demo");

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void found() throws IOException {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(SectorFaces.contribution(), GoalsFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        try (InputStream map = Files.newInputStream(DEMO.resolve("sector-orvelia.json"))) {
            assertThat(SectorImport.accept(
                            workspace,
                            ana,
                            SectorImport.preview(map, "sector-orvelia.json", workspace.view(ana), Locale.ENGLISH)))
                    .isInstanceOf(Outcome.Accepted.class);
        }
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private ChainFile.Preview demo() throws IOException {
        try (InputStream file = Files.newInputStream(DEMO.resolve("goals-orvelia.json"))) {
            return ChainFile.read(file, workspace.view(ana));
        }
    }

    private void take(ChainFile.Preview preview) {
        assertThat(preview.problems()).isEmpty();
        assertThat(workspace.append(ana, preview.edits(), Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
    }

    private GoalsAnswers answers() {
        return new GoalsAnswers(workspace.view(ana), Wording.english());
    }

    private ChainFile.Preview read(String text) throws IOException {
        return ChainFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), workspace.view(ana));
    }

    private String written() {
        return JsonMapper.builder()
                .build()
                .writeValueAsString(answers().file(answers().chains().getFirst()));
    }

    @Test
    void the_demo_holds_a_strategy_with_a_few_holes_to_be_found() throws IOException {
        take(demo());
        Item<ResultsChain> chain = answers().chains().getFirst();
        Chain model = answers().model(chain);
        assertThat(model.list(Objective.KIND))
                .hasSize(7)
                .allMatch(objective -> objective.value().institution().isPresent());
        Set<String> rules =
                answers().holes(model).holes().stream().map(Hole::rule).collect(Collectors.toSet());
        assertThat(rules)
                .containsExactlyInAnyOrder(
                        "incomplete",
                        "no-support",
                        "no-objective",
                        "train-and-equip",
                        "output-as-outcome",
                        "assumption-contradicted",
                        "horizon",
                        "one-track",
                        "not-asked");
    }

    @Test
    void what_is_written_and_read_again_changes_nothing() throws IOException {
        take(demo());
        String before = written();
        ChainFile.Preview again = read(before);
        assertThat(again.problems()).isEmpty();
        assertThat(again.edits()).isEmpty();
        assertThat(again.same())
                .isEqualTo(again.fresh() + again.changed() + again.same())
                .isGreaterThan(60);
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void a_chain_that_was_taken_out_is_the_same_in_another_workspace() throws IOException {
        take(demo());
        String here = written();
        Workspace other = workspaces.found(
                new Charter("Elsewhere", List.of("XOV"), "", "SSR", Optional.empty()),
                ana,
                "Ana",
                Optional.empty(),
                "");
        ChainFile.Preview there =
                ChainFile.read(new ByteArrayInputStream(here.getBytes(StandardCharsets.UTF_8)), other.view(ana));
        assertThat(there.problems()).isEmpty();
        assertThat(other.append(ana, there.edits(), Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
        GoalsAnswers elsewhere = new GoalsAnswers(other.view(ana), Wording.english());
        Chain copied = elsewhere.model(elsewhere.chains().getFirst());
        Chain original = answers().model(answers().chains().getFirst());
        assertThat(titles(copied)).isEqualTo(titles(original));
        assertThat(copied.links()).hasSameSizeAs(original.links());
        assertThat(institutions(copied)).isEqualTo(institutions(original)).doesNotContain("");
        ChainFile.Preview again =
                ChainFile.read(new ByteArrayInputStream(here.getBytes(StandardCharsets.UTF_8)), other.view(ana));
        assertThat(again.problems()).isEmpty();
        assertThat(again.edits()).isEmpty();
    }

    /** What the institutions of objectives are called, on the map or beside it. */
    private List<String> institutions(Chain chain) {
        return chain.list(Objective.KIND).stream()
                .map(Item::value)
                .map(objective -> objective
                        .institution()
                        .flatMap(id -> workspace.view(ana).find(Actor.KIND, id))
                        .map(actor -> actor.value().names().getFirst())
                        .orElse(objective.institutionName()))
                .sorted()
                .toList();
    }

    @Test
    void a_file_written_by_hand_doubles_nothing_and_comes_back_after_it_was_taken_away() throws IOException {
        String byHand = """
                {"format": "salus-goals", "edition": 1, "chain": {"key": "c", "title": "By hand"}, "elements": [
                  {"key": "o", "kind": "objective", "value": {"title": "Courts hear complaints"}},
                  {"key": "r", "kind": "result", "value": {"title": "A complaints office works"}},
                  {"key": "l", "kind": "results-link", "value": {"from": "r", "to": "o"}}]}""";
        take(read(byHand));
        assertThat(read(byHand).edits()).isEmpty();
        List<Edit> away = answers().model(answers().chains().getFirst()).boxes().stream()
                .<Edit>map(Edit.Remove::new)
                .toList();
        assertThat(workspace.append(ana, away, Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
        take(read(byHand));
        assertThat(answers().model(answers().chains().getFirst()).boxes()).hasSize(2);
        assertThat(read(byHand).edits()).isEmpty();
    }

    @Test
    void circles_and_links_from_right_to_left_are_refused_though_their_ends_come_with_them() throws IOException {
        String circle = """
                {"format": "salus-goals", "edition": 1, "chain": {"key": "c", "title": "Round"}, "elements": [
                  {"key": "o1", "kind": "objective", "value": {"title": "One"}},
                  {"key": "o2", "kind": "objective", "value": {"title": "Two"}},
                  {"key": "r", "kind": "result", "value": {"title": "Three"}},
                  {"key": "a", "kind": "results-link", "value": {"from": "o1", "to": "o2"}},
                  {"key": "b", "kind": "results-link", "value": {"from": "o2", "to": "o1"}},
                  {"key": "c", "kind": "results-link", "value": {"from": "o1", "to": "r"}},
                  {"key": "d", "kind": "results-link", "value": {"from": "r", "to": "o2"}}]}""";
        ChainFile.Preview preview = read(circle);
        assertThat(preview.edits()).isEmpty();
        assertThat(preview.problems())
                .extracting(ChainFile.Problem::key, problem -> problem.says().key())
                .contains(
                        tuple("a", "goals.refusal.circle"),
                        tuple("b", "goals.refusal.circle"),
                        tuple("c", "goals.refusal.wrong-ends"));
    }

    private static List<String> titles(Chain chain) {
        return ChainTree.of(chain).stream()
                .map(row -> row.depth() + " " + row.box().value().title())
                .sorted()
                .toList();
    }

    @Test
    void a_change_in_the_file_changes_that_element_alone() throws IOException {
        take(demo());
        ChainFile.Preview changed = read(written().replace("Ministry of Finance", "Treasury"));
        assertThat(changed.fresh()).isZero();
        assertThat(changed.changed()).isBetween(2, 4);
        take(changed);
        assertThat(written()).contains("Treasury").doesNotContain("Ministry of Finance");
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_changed() throws IOException {
        ChainFile.Preview wrong = read("""
                {"format":"salus-goals","edition":1,"chain":{"title":"x"},"elements":[
                 {"key":"a","kind":"goal","value":{"title":"A goal"}},
                 {"key":"a","kind":"goal","value":{"title":"Another"}},
                 {"key":"b","kind":"army","value":{}},
                 {"key":"c","kind":"objective","value":{"title":"An objective","characteristic":"G9"}},
                 {"kind":"results-link","value":{"from":"a","to":"nobody"}},
                 {"key":"d","kind":"goal","value":[1]},
                 {"key":"e","kind":"goal","value":{"title":" "}},
                 {"key":"f","kind":"objective","value":{"title":"Another","begins":"2030","until":"2027"}}]}
                """);
        assertThat(wrong.edits()).isEmpty();
        assertThat(wrong.problems()).extracting(ChainFile.Problem::element).containsExactly(2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void what_is_wrong_with_sources_is_said_with_the_rest() throws IOException {
        ChainFile.Preview wrong = read("""
                {"format":"salus-goals","edition":1,"chain":{"title":"x","citations":[{"source":"s9"}]},"sources":[
                 {"key":"s1","value":{"title":"Law on the Guard","type":"statute"}},
                 {"value":{"title":"Without a key"}},
                 {"key":"s2","value":{"title":"Budget","link":"ftp://far"}},
                 {"key":"s2","value":{"title":"Budget"}},
                 {"key":"s3"}],
                 "elements":[
                 {"key":"a","kind":"goal","value":{"title":"A goal"},"citations":[{"source":"s2","confidence":"sure"},{"source":"a"}]}]}
                """);
        assertThat(wrong.edits()).isEmpty();
        assertThat(wrong.problems())
                .extracting(ChainFile.Problem::element, ChainFile.Problem::key)
                .containsExactlyInAnyOrder(
                        tuple(0, ""),
                        tuple(0, "s1"),
                        tuple(0, ""),
                        tuple(0, "s2"),
                        tuple(0, "s2"),
                        tuple(0, "s3"),
                        tuple(1, "a"),
                        tuple(1, "a"));
    }

    @Test
    void a_source_that_is_there_under_another_id_is_cited_and_not_doubled() throws IOException {
        String byHand = """
                {"format": "salus-goals", "edition": 1, "chain": {"key": "c", "title": "By hand"},
                 "sources": [{"key": "s", "value": {"type": "law", "title": "Law on courts"}}],
                 "elements": [{"key": "g", "kind": "goal", "value": {"title": "Courts are near"},
                  "citations": [{"source": "s", "place": "Article 2"}]}]}""";
        Item<Source> law = Item.fresh(Source.KIND, Source.of(SourceType.LAW, "Law on courts"));
        assertThat(workspace.append(ana, List.of(new Edit.Put(law)), Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
        int before = workspace.view(ana).list(Source.KIND).size();

        take(read(byHand));

        assertThat(workspace.view(ana).list(Source.KIND)).hasSize(before);
        assertThat(workspace.view(ana).list(Goal.KIND).getFirst().citations())
                .containsExactly(Citation.of(law.id(), "Article 2", Confidence.NOT_ASSESSED));
        // What says nothing of its sources leaves them.
        take(read(byHand.replace("near", "nearer").replaceAll(",\\s*\"citations\": \\[[^]]*]", "")));
        assertThat(workspace.view(ana).list(Goal.KIND).getFirst().citations()).hasSize(1);
        take(read(byHand.replaceAll("\"citations\": \\[[^]]*]", "\"citations\": []")));
        assertThat(workspace.view(ana).list(Goal.KIND).getFirst().citations()).isEmpty();
    }

    @Test
    void of_what_is_no_json_the_line_is_named_and_not_how_it_is_read() {
        assertThatThrownBy(() -> read("{\"format\":\"salus-goals\",\n\"elements\":[\n"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.say(Wording.english()))
                                .contains("no JSON", "line 3")
                                .doesNotContain("Source", "Feature"));
    }

    @Test
    void a_cost_and_an_amount_are_never_less_than_nothing() throws IOException {
        ChainFile.Preview wrong = read("""
                {"format":"salus-goals","edition":1,"chain":{"title":"x"},"elements":[
                 {"key":"a","kind":"objective","value":{"title":"At once","cost":{"once":"-5","currency":"USD"}}},
                 {"key":"b","kind":"objective","value":{"title":"Each year","cost":{"everyYear":"-0.5","currency":"USD"}}},
                 {"key":"c","kind":"support","value":{"title":"Radios","donor":"X","amount":"-1","currency":"USD"}},
                 {"key":"d","kind":"objective","value":{"title":"Free","cost":{"once":"0","currency":"USD"}}}]}
                """);
        assertThat(wrong.edits()).isEmpty();
        assertThat(wrong.problems()).extracting(ChainFile.Problem::element).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"format\":\"salus-sector\"}",
                "{\"format\":\"salus-goals\",\"edition\":99}"
            })
    void what_is_no_such_file_is_refused_in_words(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Failure.class);
    }
}
