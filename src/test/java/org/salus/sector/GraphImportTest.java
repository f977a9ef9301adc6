package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.evidence.Severity;
import org.salus.framework.Failure;
import org.salus.framework.Recorded;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Item;
import org.salus.ledger.Kinds;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.ImportPreview.Doing;
import org.salus.workspace.Source;

/** A sector map comes in as a graph: one's own of some day, or one of another program. */
class GraphImportTest {
    private static final LocalDate DAY = LocalDate.of(2010, 6, 1);

    private static final String MAP = """
            {"sources":[{"id":"S1","type":"law","title":"Organic law 7"}],
             "actors":[{"id":"POL","name":"National Police","name_fr":"Police nationale","class":"P1","type":"police",
                        "powers":"force, not detain","countries":"XOV","sources":"S1: art. 2","note":"Made in 2004"},
                       {"id":"MOV","name":"Hill Front","class":"N","type":"armed movement","from":"1994","until":"2003"},
                       {"id":"MOV","name":"Hill Party","class":"C","type":"party","from":"2005"},
                       {"name":"Assembly","class":"P2","type":"parliament"},
                       {"id":"odd id","name":"شرطة","class":"X"},
                       {"name":"Guard","class":"P1","until":"2001"}],
             "ties":[{"from":"Assembly","tie":"oversees","to":"POL","by_law":"recorded","law_from":"2006","law_sources":"S1",
                      "instrument":"Organic law 7","in_practice":"recorded as absent","practice_from":"2008"},
                     {"from":"Assembly","tie":"oversees","to":"POL","in_practice":"recorded","practice_from":"1999","practice_until":"2005"},
                     {"from":"MOV","tie":"contests","to":"POL"},
                     {"from":"POL","tie":"commands","to":"MOV","by_law":"not recorded"},
                     {"from":"Guard","tie":"part of","to":"POL"}]}""";

    private static final String FOREIGN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
            <key id="d0" for="node" attr.name="Class" attr.type="string"/>
            <key id="d1" for="node" yfiles.type="nodegraphics"/>
            <key id="d2" for="edge" attr.name="relation" attr.type="string"><default>oversees</default></key>
            <key id="d3" for="node" attr.name="colour" attr.type="string"/>
            <graph edgedefault="directed">
            <edge source="n1" target="n0"/>
            <node id="n0"><data key="d0">P1</data><data key="d3">red</data><data key="d1"><y:ShapeNode><y:Geometry x="1"/><y:NodeLabel>National <![CDATA[Police]]></y:NodeLabel></y:ShapeNode></data></node>
            <node id="n1"><data key="d0">P2</data><data key="d1"><y:ShapeNode><y:NodeLabel>Assembly</y:NodeLabel></y:ShapeNode></data></node>
            </graph></graphml>""";

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Kinds.of(List.of(Actor.KIND, Tie.KIND, Source.KIND)),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = another();
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private Workspace another() {
        return workspaces.found(
                new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
    }

    private ImportPreview preview(Workspace into, String file) {
        return SectorImport.preview(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                "map.graphml",
                into.view(ana),
                Locale.ENGLISH);
    }

    private ImportPreview take(Workspace into, String file) {
        ImportPreview preview = preview(into, file);
        if (!preview.edits().isEmpty()) {
            assertThat(SectorImport.accept(into, ana, preview)).isInstanceOf(Outcome.Accepted.class);
        }
        return preview;
    }

    private SectorMap map(Workspace of) {
        return SectorMap.of(of.view(ana));
    }

    private String graph(Workspace of, LocalDate day, Locale language) {
        return SectorExport.graphml(map(of).on(day, language));
    }

    private Actor actor(Workspace of, String name) {
        return map(of).actors().stream()
                .map(Item::value)
                .filter(actor -> actor.names().contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Errors and warnings. */
    private static List<String> wrong(ImportPreview preview) {
        return preview.problems().stream()
                .filter(problem -> problem.severity() != Severity.INFORMATION)
                .map(problem -> Wording.english().say(problem.place().say()) + " " + problem.column() + ": "
                        + Wording.english().say(problem.says()))
                .toList();
    }

    private static String graph(String content) {
        return "<graphml>\n<key id='class' for='node'/><key id='tie' for='edge'/>\n<graph edgedefault='directed'>\n"
                + content + "</graph></graphml>";
    }

    @Test
    void ones_own_graph_of_whatever_day_and_language_changes_nothing_and_says_what_it_cannot_say() {
        take(workspace, MAP);
        byte[] before = SectorExport.of(map(workspace)).json();
        for (LocalDate day :
                List.of(DAY, LocalDate.of(2000, 1, 1), LocalDate.of(2026, 1, 1), LocalDate.of(2004, 6, 1))) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                ImportPreview again = preview(workspace, graph(workspace, day, language));
                assertThat(wrong(again)).as("%s %s", day, language).isEmpty();
                assertThat(again.edits()).as("%s %s", day, language).isEmpty();
                assertThat(again.count(Doing.SAME, "actor")).isGreaterThanOrEqualTo(3);
                assertThat(again.problems())
                        .singleElement()
                        .satisfies(told -> assertThat(Wording.english().say(told.says()))
                                .contains("one day, here " + day, "stay as the map has them"));
            }
        }
        assertThat(SectorExport.of(map(workspace)).json()).isEqualTo(before);
    }

    @Test
    void a_graph_in_an_empty_workspace_goes_out_as_the_same_graph() {
        take(workspace, MAP);
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            String sent = graph(workspace, DAY, language);
            Workspace fresh = another();
            assertThat(wrong(take(fresh, sent))).isEmpty();
            assertThat(graph(fresh, DAY, language)).isEqualTo(sent);
            assertThat(preview(fresh, sent).edits()).isEmpty();
        }
    }

    @Test
    void a_changed_graph_changes_what_holds_on_its_day_and_nothing_else() {
        take(workspace, MAP);
        String changed = graph(workspace, DAY, Locale.FRENCH)
                .replace("Police nationale", "Police d’Orvelia")
                .replace("Hill Party", "Hill Union")
                .replace(
                        "<data key=\"edge-in_practice\">recorded-as-absent<",
                        "<data key=\"edge-in_practice\">recorded<");
        ImportPreview preview = take(workspace, changed);
        assertThat(wrong(preview)).isEmpty();
        assertThat(preview.count(Doing.CHANGED, "actor")).isEqualTo(2);
        assertThat(preview.count(Doing.CHANGED, "tie")).isEqualTo(1);
        assertThat(preview.count(Doing.NEW, "actor") + preview.count(Doing.NEW, "tie"))
                .isZero();
        Actor police = actor(workspace, "National Police");
        assertThat(police.names()).containsExactlyInAnyOrder("National Police", "Police d’Orvelia");
        assertThat(police.note()).isEqualTo("Made in 2004");
        assertThat(police.phases().getFirst().powers()).hasSize(2);
        assertThat(actor(workspace, "Hill Front").names()).containsExactly("Hill Front", "Hill Union");
        Item<Tie> oversees = map(workspace).ties().stream()
                .filter(tie -> tie.value().type() == TieType.OVERSEES)
                .findFirst()
                .orElseThrow();
        assertThat(oversees.value().inPractice())
                .extracting(
                        statement ->
                                statement.when().from().map(Object::toString).orElse(""),
                        Statement::recorded)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("2008", Recorded.RECORDED),
                        org.assertj.core.groups.Tuple.tuple("1999", Recorded.RECORDED));
        assertThat(oversees.value().byLaw().getFirst().instrument()).isPresent();
        assertThat(oversees.citations()).hasSize(1);
    }

    @Test
    void a_tie_that_a_merged_copy_told_a_second_time_is_known() {
        take(workspace, MAP);
        Tie first = map(workspace).ties().stream()
                .map(Item::value)
                .filter(tie -> tie.type() == TieType.CONTESTS)
                .findFirst()
                .orElseThrow();
        Tie second = Tie.of(first.from(), first.type(), first.to())
                .saying(
                        Basis.PRACTICE,
                        new Statement(Recorded.RECORDED, org.salus.framework.DateSpan.OPEN, Optional.empty()));
        assertThat(workspace.append(
                        ana,
                        List.of(new org.salus.ledger.Edit.Put(Item.fresh(Tie.KIND, second))),
                        org.salus.ledger.Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(preview(workspace, graph(workspace, DAY, Locale.ENGLISH)).edits())
                .isEmpty();
    }

    @Test
    void what_the_map_says_of_other_times_alone_is_not_overwritten() {
        take(workspace, MAP);
        String later =
                graph(workspace, LocalDate.of(2000, 1, 1), Locale.ENGLISH).replace(">2000-01-01<", ">2020-01-01<");
        ImportPreview preview = preview(workspace, later);
        assertThat(wrong(preview))
                .isNotEmpty()
                .allMatch(told -> told.contains("The map says something else of other times"));
        assertThat(preview.leftOut()).isEqualTo(1);
        assertThat(preview.changes()).noneMatch(change -> change.label().equals("Guard"));
        String undated = later.replaceFirst("<data key=\"graph-day\">[^<]*</data>", "");
        assertThat(preview(workspace, undated).problems())
                .anyMatch(told -> Wording.english().say(told.says()).contains("does not say of which day"));
        assertThat(preview(workspace, undated).edits()).isEmpty();
    }

    @Test
    void graphs_of_other_programs_are_read_as_far_as_they_name_and_class() {
        ImportPreview preview = take(workspace, FOREIGN);
        assertThat(wrong(preview)).isEmpty();
        assertThat(preview.problems())
                .filteredOn(told -> told.column().equals("colour"))
                .singleElement()
                .satisfies(told -> assertThat(told.place()).isEqualTo(Place.line(9)));
        assertThat(map(workspace).ties())
                .singleElement()
                .satisfies(tie -> assertThat(tie.value().type()).isEqualTo(TieType.OVERSEES));
        assertThat(preview(workspace, FOREIGN).edits()).isEmpty();
        assertThat(actor(workspace, "National Police").key()).isEmpty();
        ImportPreview other =
                take(workspace, FOREIGN.replace("<![CDATA[Police]]>", "Army").replace("Assembly", "Court"));
        assertThat(other.count(Doing.NEW, "actor"))
                .as("their n0 is another one in each file")
                .isEqualTo(2);
    }

    @Test
    void every_problem_is_told_at_once_with_its_line_and_the_nearest_word() {
        String name = "ن".repeat(1_000);
        ImportPreview preview = preview(workspace, graph("""
                <node id='a'><data key='name'>Police</data><data key='type'>polise</data><data key='class'>P1</data></node>
                <node id='a'><data key='name'>Twin</data><data key='class'>P1</data></node>
                <node id='b'><data key='class'>P1</data></node>
                <node id='c'><data key='name'>%s</data><data key='class'>C</data></node>
                <node id='d'><data key='name'>%sx</data><data key='class'>C</data></node>
                <node><data key='name'>Alone</data><data key='class'>C</data></node>
                <edge source='a' target='nowhere'><data key='tie'>commands</data></edge>
                <edge source='a' target='c'><data key='tie'>comands</data></edge>
                <edge source='a' target='b'/>
                <edge source='c' target='a' directed='false'><data key='tie'>contests</data></edge>
                <hyperedge/>
                """.formatted(name, name)));
        assertThat(wrong(preview))
                .containsExactly(
                        "line 4 type: polise is not known here and is not taken. Nearest to it is police.",
                        "line 5 : A second node has the id a. It is left out.",
                        "line 6 name: An actor needs a name. The row is left out.",
                        "line 8 name: Longer than 1\u202f000 characters. The row is left out.",
                        "line 9 : A node without an id; no edge can lead to it.",
                        "line 10 to: There is no node nowhere in the file, or it had to be left out. So is what is said of it.",
                        "line 11 tie: comands is not known here and is not taken. Nearest to it is commands.",
                        "line 12 to: There is no node b in the file, or it had to be left out. So is what is said of it.",
                        "line 12 tie: A tie needs a kind. The row is left out.",
                        "line 13 : What has no direction is read from its source to its target.",
                        "line 14 : An edge with several ends; it is not read.");
        assertThat(preview.rows()).isEqualTo(10);
        assertThat(preview.leftOut()).isEqualTo(6);
        assertThat(preview.edits()).hasSize(4);
        assertThat(preview.problems())
                .allSatisfy(
                        told -> assertThat(Wording.english().say(told.toDo())).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE g [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><graphml>&b;</graphml>",
                "<!DOCTYPE g SYSTEM 'http://127.0.0.1:1/x.dtd'><graphml/>",
                "<!DOCTYPE g [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><graphml><graph><node id='a'><data key='name'>&x;</data></node></graph></graphml>",
                "<graphml><graph><node id='a'><data key='name'>&x;</data></node></graph></graphml>",
                "<graphml><graph>",
                "<graphml><graph></node></graphml>",
                "<graphml><graph edgedefault='x' edgedefault='y'/></graphml>",
                "<html><body>no</body></html>",
                "<"
            })
    void hostile_and_broken_graphs_are_refused_in_words(String file) {
        assertThatThrownBy(() -> preview(workspace, file))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused ->
                                assertThat(refused.sentence().key()).matches("(sector\\.failure|evidence\\.file)\\..*"))
                .message()
                .doesNotContain("Exception", "root:");
    }

    @Test
    void what_is_too_deep_too_long_or_too_much_is_refused() {
        assertThatThrownBy(() ->
                        preview(workspace, graph("<node id='a'><graph>".repeat(200) + "</graph></node>".repeat(200))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("nested more than 100");
        assertThatThrownBy(() -> preview(
                        workspace, graph("<node id='a'><data key='name'>" + "x".repeat(200_000) + "</data></node>")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("longer than 100");
        assertThatThrownBy(() -> preview(workspace, graph("<node id='" + "x".repeat(200_000) + "'/>")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("longer than 100");
        assertThatThrownBy(() -> preview(workspace, graph("<edge source='a' target='b'/>\n".repeat(200_000))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("rows of ties");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i <= Fullness.MOST_ACTORS; i++) {
            many.append("<node id='n")
                    .append(i)
                    .append("'><data key='name'>A")
                    .append(i)
                    .append("</data></node>\n");
        }
        assertThatThrownBy(() -> preview(workspace, graph(many.toString())))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("rows of actors");
        assertThat(preview(workspace, graph("<node id='a'><graph><node id='b'/></graph></node>"))
                        .problems())
                .anyMatch(told -> Wording.english().say(told.says()).contains("stand within other nodes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sector-burundi.json", "sector-orvelia.json"})
    void maps_of_the_program_come_back_from_every_year_unchanged(String demo) throws IOException {
        take(workspace, Files.readString(Path.of("demo", demo)));
        for (int year = 1996; year <= 2026; year += 5) {
            LocalDate day = LocalDate.of(year, 6, 30);
            Locale language = year % 2 == 0 ? Locale.ENGLISH : Locale.FRENCH;
            String sent = graph(workspace, day, language);
            ImportPreview again = preview(workspace, sent);
            assertThat(wrong(again)).as(day.toString()).isEmpty();
            assertThat(again.edits()).as(day.toString()).isEmpty();
            Workspace fresh = another();
            assertThat(wrong(take(fresh, sent))).as(day.toString()).isEmpty();
            assertThat(graph(fresh, day, language)).isEqualTo(sent);
        }
    }

    @Test
    void whatever_is_spoilt_in_a_graph_it_is_read_or_refused_in_words() {
        take(workspace, MAP);
        byte[] whole = graph(workspace, DAY, Locale.ENGLISH).getBytes(StandardCharsets.UTF_8);
        Random chance = new Random(7);
        for (int round = 0; round < 1_500; round++) {
            byte[] bytes = whole.clone();
            for (int i = chance.nextInt(1, 8); i > 0; i--) {
                bytes[chance.nextInt(1, bytes.length)] = (byte) chance.nextInt(256);
            }
            try {
                ImportPreview preview = SectorImport.preview(
                        new ByteArrayInputStream(bytes), "spoilt", workspace.view(ana), Locale.ENGLISH);
                assertThat(preview.taken()).isBetween(0, preview.rows());
            } catch (Failure refused) {
                assertThat(refused.sentence().key()).matches("(sector\\.failure|evidence\\.file)\\..*");
            }
        }
    }

    @Test
    void a_graph_of_a_newer_program_is_refused() {
        take(workspace, MAP);
        String newer = graph(workspace, DAY, Locale.ENGLISH)
                .replace("<data key=\"graph-edition\">1<", "<data key=\"graph-edition\">2<");
        assertThatThrownBy(() -> preview(workspace, newer))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.sentence().key()).isEqualTo("sector.failure.edition"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<graphml><data><node><data/></node></data></graphml>",
                "<graphml><graph><data key='x'><edge><data key='y'>z</data></edge></data></graph></graphml>",
                "<graphml><graph><node id='a'><data key='name'><graph><data>x</data></graph></data></node></graph></graphml>",
                "<graphml><node id='a'/></graphml>",
                "<graphml><default>x</default><key/></graphml>",
                "<graphml><graph><node><edge><graph/></edge></node></graph></graphml>",
                "<graphml><graph><data key='language'>x-\uD83D\uDE00-!!</data><data key='day'>9999999-99</data></graph></graphml>",
                "<graphml><graphml><graph><graphml/></graph></graphml></graphml>"
            })
    void elements_in_odd_places_break_nothing(String file) {
        assertThat(preview(workspace, file).edits()).isEmpty();
    }

    @Test
    void what_others_say_by_the_same_name_in_a_vocabulary_of_their_own_does_not_count() {
        ImportPreview preview = preview(
                workspace,
                graph(
                        "<node xmlns:o='urn:other' id='n0' o:id='n9'><data key='name'>Police</data><data key='class'>P1</data></node>"
                                + "<o:node xmlns:o='urn:other' id='n1'><data key='name'>Drawn</data><data key='class'>P1</data></o:node>"
                                + "<node id='n2'><data key='name'>Assembly</data><data key='class'>P2</data></node>"
                                + "<edge source='n2' target='n0'><data key='tie'>oversees</data></edge>"));
        assertThat(wrong(preview)).isEmpty();
        assertThat(preview.count(Doing.NEW, "actor")).isEqualTo(2);
        assertThat(preview.count(Doing.NEW, "tie")).isEqualTo(1);
    }
}
