package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.documents.Version;
import org.salus.framework.ContextClass;
import org.salus.framework.Failure;
import org.salus.framework.Pillar;
import org.salus.framework.Recorded;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Kinds;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.ImportPreview.Doing;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** A sector map comes out of files and goes into files. */
class SectorFilesTest {
    private static final String ACTORS = """
            id,name,name_fr,class,type,powers,from,until,part of,countries,sources
            POL,National Police,Police nationale,P1,police,"force, detain",,,,"BDI",S1: art. 2
            MOV,Hill Front,,N,armed movement,,1994,2003-11-16,,,
            MOV,Hill Party,,C,party,,2005,,,,
            ,Riot Unit,,,Police,force,,,National Police,,
            """;
    private static final String TIES = """
            from;tie;to;by law;law from;instrument;article;in practice;practice sources;confidence;last cited
            Assembly;oversees;POL;recorded;2017;Organic law 7;2;recorded as absent;S1;high;2024-05-01
            POL;is commanded by;Ministry;yes;;;;yes;;;
            Hill Front;contests;POL;;;;;recorded;https://example.org/report;;
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

    private ImportPreview preview(Workspace into, byte[] file, String name) {
        return SectorImport.preview(new ByteArrayInputStream(file), name, into.view(ana), Locale.ENGLISH);
    }

    private ImportPreview preview(String file) {
        return preview(workspace, file.getBytes(StandardCharsets.UTF_8), "file");
    }

    private ImportPreview take(Workspace into, byte[] file) {
        ImportPreview preview = preview(into, file, "file");
        if (!preview.edits().isEmpty()) {
            assertThat(SectorImport.accept(into, ana, preview)).isInstanceOf(Outcome.Accepted.class);
        }
        return preview;
    }

    private ImportPreview take(String file) {
        return take(workspace, file.getBytes(StandardCharsets.UTF_8));
    }

    private SectorMap map() {
        return SectorMap.of(workspace.view(ana));
    }

    @Test
    void a_file_of_another_edition_is_refused_in_words() {
        for (String edition : List.of("99", "\"1\"", "0")) {
            assertThatThrownBy(() -> preview("{\"format\":\"salus-sector\",\"edition\":" + edition
                            + ",\"actors\":[{\"name_en\":\"Police\",\"class\":\"P1\",\"type\":\"police\"}]}"))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.sentence().key()).isEqualTo("sector.failure.edition"));
        }
    }

    private static List<String> said(ImportPreview preview) {
        return preview.problems().stream()
                .map(problem -> Wording.english().say(problem.place().say()) + " " + problem.column() + ": "
                        + Wording.english().say(problem.says()))
                .toList();
    }

    private void fill() {
        take("id,title,type,reliability\nS1,Organic law 7,law,A\n");
        take(ACTORS);
        take("name,class,type\nAssembly,P2,parliament\nMinistry,Oversight,ministry of interior\n");
        take(TIES);
    }

    @Test
    void rows_become_actors_with_phases_ties_with_statements_and_sources_that_are_cited() {
        fill();
        SectorDay then = map().on(LocalDate.of(2000, 1, 1), Locale.FRENCH);
        SectorDay now = map().on(LocalDate.of(2026, 1, 1), Locale.FRENCH);
        assertThat(now.actors())
                .extracting(Present::name)
                .containsExactlyInAnyOrder("Police nationale", "Hill Party", "Riot Unit", "Assembly", "Ministry");
        assertThat(then.actors())
                .filteredOn(actor -> actor.actor().key().equals("MOV"))
                .singleElement()
                .satisfies(actor -> assertThat(actor.phase().actorClass()).isEqualTo(ContextClass.ARMED_NON_STATE));
        assertThat(now.actors())
                .filteredOn(actor -> actor.name().equals("Riot Unit"))
                .singleElement()
                .satisfies(actor -> {
                    assertThat(actor.phase().actorClass()).as("the type tells").isEqualTo(Pillar.PROVIDERS);
                    assertThat(now.from(actor.id()))
                            .extracting(PresentTie::type)
                            .containsExactly(TieType.PART_OF);
                });
        assertThat(now.ties())
                .filteredOn(tie -> tie.type() == TieType.OVERSEES)
                .singleElement()
                .satisfies(tie -> {
                    assertThat(tie.isRecorded(Basis.LAW)).isTrue();
                    assertThat(tie.isAbsent(Basis.PRACTICE)).isTrue();
                    assertThat(tie.side(Basis.LAW).citations()).isEmpty();
                    assertThat(tie.items().getFirst().value().byLaw().getFirst().instrument())
                            .hasValueSatisfying(law -> assertThat(law.article()).isEqualTo("2"));
                    assertThat(tie.side(Basis.PRACTICE).citations())
                            .extracting(Citation::last)
                            .containsExactly(Optional.of(LocalDate.of(2024, 5, 1)));
                });
        assertThat(now.ties())
                .filteredOn(tie -> tie.type() == TieType.COMMANDS)
                .singleElement()
                .satisfies(tie -> assertThat(now.name(tie.from())).isEqualTo("Ministry"));
        assertThat(map().sources()).extracting(source -> source.value().link()).contains("https://example.org/report");
    }

    @Test
    void a_file_read_again_changes_nothing_and_a_changed_one_updates() {
        fill();
        long items = workspace.view(ana).ids().size();
        for (String file : List.of(ACTORS, TIES)) {
            ImportPreview again = preview(file);
            assertThat(again.edits()).isEmpty();
            assertThat(again.changes()).allMatch(change -> change.doing() == Doing.SAME);
        }
        ImportPreview changed = take(ACTORS.replace("Police nationale", "Police nationale (PN)"));
        assertThat(changed.changes())
                .filteredOn(change -> change.doing() == Doing.CHANGED)
                .extracting(ImportPreview.Change::label)
                .containsExactly("National Police");
        assertThat(workspace.view(ana).ids()).hasSize((int) items);
        ImportPreview renamed = take("id,name_fr\nPOL,Police\n");
        assertThat(renamed.edits()).hasSize(1);
        assertThat(map().actors())
                .filteredOn(actor -> actor.value().key().equals("POL"))
                .extracting(actor -> actor.value().phases().getFirst().name(Locale.FRENCH))
                .containsExactly("Police");
    }

    @Test
    void all_problems_are_told_at_once_and_the_counts_add_up() {
        ImportPreview preview = preview("""
                name,class,type,powers,from,until,countries,sources,colour
                ,P1,,,,,,,
                Guard,P9,,,,,,,
                Guard,P1,guards,"force, fly",soon,,Burundi,S9,red
                Staff,P1,,,2010,2005,,,
                Army,,,,,,,,
                """);
        assertThat(said(preview))
                .containsExactly(
                        "row 1 colour: This column is not one of a sector map and is not read.",
                        "row 2 name: An actor needs a name. The row is left out.",
                        "row 3 class: P9 is not on the list and is not taken.",
                        "row 4 type: guards is not on the list and is not taken.",
                        "row 4 from: soon is no date and is not taken.",
                        "row 4 powers: fly is not on the list and is not taken.",
                        "row 4 countries: Burundi is the code of no country; it is not taken. Near it are BDI (Burundi), BRN (Brunei), BMU (Bermuda).",
                        "row 4 sources: There is no source S9, in the file or in the workspace; it is not cited.",
                        "row 5 until: It would end (2005) before it begins (2010); the end is not taken.",
                        "row 6 class: An actor needs a class, or a type that tells it. The row is left out.");
        assertThat(preview.problems())
                .allSatisfy(problem ->
                        assertThat(Wording.english().say(problem.toDo())).doesNotContain("["));
        assertThat(preview.rows()).isEqualTo(5);
        assertThat(preview.leftOut()).isEqualTo(3);
        assertThat(preview.taken()).isEqualTo(2);
        assertThat(preview.count(Doing.NEW, "actor")).isEqualTo(2);
    }

    @Test
    void of_a_row_that_is_left_out_everything_that_is_wrong_is_told() {
        take("name,class\nArmy,P1\n");
        assertThat(said(preview("""
                name,class,type,powers,from,until,countries
                Guard,P9,guards,fly,2010,2005,Burundi
                ,P8,soldiers,,soon,,
                """)))
                .extracting(told -> told.replaceFirst(":.*", ""))
                .containsExactly(
                        "row 2 type",
                        "row 2 class",
                        "row 2 until",
                        "row 2 powers",
                        "row 2 countries",
                        "row 3 name",
                        "row 3 type",
                        "row 3 class",
                        "row 3 from");
        assertThat(said(preview("""
                from,tie,to,by_law,law_from,in_practice,practice_from,practice_until
                Nobody,commands,Army,perhaps,soon,,2010,2005
                """)))
                .extracting(told -> told.replaceFirst(":.*", ""))
                .containsExactly("row 2 from", "row 2 by law", "row 2 law from", "row 2 practice until");
    }

    @Test
    void ties_of_nobody_of_nothing_and_in_circles_are_left_out() {
        take("name,class\nA,P1\nB,P1\nTwin,C\n");
        take("id,name,class\nX1,Twin,N\n".replace("X1,Twin", "X1,Double") + "X2,Double,N\n");
        ImportPreview preview = preview("""
                from,tie,to
                A,part of,B
                B,part of,A
                A,commands,A
                A,commands,Nobody
                A,hugs,B
                A,commands,
                Double,contests,A
                """);
        assertThat(said(preview))
                .containsExactly(
                        "row 3 to: It would be part of itself, through A. This is left out.",
                        "row 4 to: A tie has two different ends; only oversight of oneself can be recorded. The row is left out.",
                        "row 5 to: There is no actor Nobody, in the file or in the workspace. What is said of it is left out.",
                        "row 6 tie: hugs is not on the list and is not taken.",
                        "row 7 to: A tie needs two ends. The row is left out.",
                        "row 8 from: More than one actor is called Double. The row is left out.");
        assertThat(preview.taken()).isEqualTo(1);
        assertThat(preview.edits()).hasSize(1);
    }

    @Test
    void long_foreign_and_calculating_texts_come_out_as_they_went_in() throws IOException {
        String formula = "=cmd|'/C calc'!A0";
        String arabic = "وزارة الدفاع الوطني";
        String longName = "ن".repeat(1_000);
        take("name,class,note\n\"" + formula + "\",C,+1\n" + arabic + ",P2,@x\n" + longName + ",C,\n");
        assertThat(said(preview("name,class\n" + "x".repeat(1_001) + ",C\n")))
                .containsExactly("row 2 name: Longer than 1\u202f000 characters. The row is left out.");
        Set<String> names = names(workspace);
        assertThat(names).containsExactlyInAnyOrder(formula, arabic, longName);

        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        SectorExport.of(map()).csv("actors", csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains("'=cmd|", "'@x", "'+1");
        for (byte[] file : List.of(csv.toByteArray(), SectorExport.of(map()).json(), workbook(map()))) {
            Workspace fresh = another();
            take(fresh, file);
            assertThat(names(fresh)).isEqualTo(names);
            assertThat(notes(fresh)).isEqualTo(notes(workspace));
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook(map())))) {
            book.getSheet("Actors")
                    .forEach(row -> row.forEach(cell ->
                            assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING)));
        }
    }

    private Set<String> names(Workspace of) {
        return SectorMap.of(of.view(ana)).actors().stream()
                .flatMap(actor -> actor.value().names().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> notes(Workspace of) {
        return SectorMap.of(of.view(ana)).actors().stream()
                .map(actor -> actor.value().note())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] workbook(SectorMap map) {
        return workbook(map, Locale.ENGLISH);
    }

    private static byte[] workbook(SectorMap map, Locale language) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SectorExport.of(map).workbook("Orvelia", language, new Version("v1", LocalDate.of(2026, 3, 1)), out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_map_written_and_read_is_the_same_map(int seed) {
        take(workspace, json(new Random(seed)).getBytes(StandardCharsets.UTF_8));
        byte[] written = SectorExport.of(map()).json();
        assertThat(preview(workspace, written, "again").edits()).isEmpty();
        assertThat(preview(workspace, workbook(map()), "again").edits()).isEmpty();
        for (byte[] file : List.of(written, workbook(map()), workbook(map(), Locale.FRENCH))) {
            Workspace fresh = another();
            ImportPreview first = take(fresh, file);
            assertThat(first.problems()).isEmpty();
            assertThat(SectorExport.of(SectorMap.of(fresh.view(ana))).json())
                    .asString()
                    .isEqualTo(new String(written, StandardCharsets.UTF_8));
            assertThat(preview(fresh, file, "again").edits()).isEmpty();
        }
    }

    /** Whoever works in French does not lose what somebody who works in English reads, and the other way round. */
    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void a_workbook_in_one_language_is_read_in_another(int seed) {
        take(workspace, json(new Random(seed)).getBytes(StandardCharsets.UTF_8));
        for (Locale written : Wording.offered()) {
            for (Locale read : Wording.offered()) {
                ImportPreview preview = SectorImport.preview(
                        new ByteArrayInputStream(workbook(map(), written)), "map.xlsx", workspace.view(ana), read);
                assertThat(said(preview)).as("%s read in %s", written, read).isEmpty();
                assertThat(preview.edits()).as("%s read in %s", written, read).isEmpty();
            }
        }
    }

    @Test
    void what_is_typed_in_french_is_read_in_english() {
        String file = """
                {"sources":[{"id":"L","title":"Loi"}],
                 "actors":[{"id":"POL","name":"Police nationale","class":"CLASSE","type":"police",
                            "powers":"pas force, detain","sources":"L: art. 2","confidence":"Élevée"}]}
                """.replace("CLASSE", Wording.in(Locale.FRENCH).say(Pillar.PROVIDERS.label()));
        take(workspace, file.getBytes(StandardCharsets.UTF_8));
        assertThat(map().actors()).singleElement().satisfies(actor -> {
            assertThat(actor.citations()).extracting(Citation::confidence).containsExactly(Confidence.HIGH);
            assertThat(actor.value().phases().getFirst().powers())
                    .containsEntry(Power.USE_FORCE, Recorded.RECORDED_AS_ABSENT)
                    .containsEntry(Power.DETAIN, Recorded.RECORDED);
        });
    }

    @Test
    void sources_without_a_short_id_stay_cited_in_every_file_of_our_own() throws IOException {
        Workspace twin = another();
        String two = """
                {"sources":[{"id":"a","title":"Report","author":"Ministry"},{"id":"b","title":"Report","author":"Union"},
                            {"id":"c","title":"Law; first: part"}],
                 "actors":[{"id":"p","name":"Police","class":"P1","sources":"a: p. 1; b: p. 2; c: art. 3"},
                           {"id":"q","name":"Army","class":"P1","sources":"b"}],
                 "ties":[{"from":"p","tie":"part of","to":"q","by_law":"recorded","law_sources":"b: p. 9"}]}
                """;
        take(twin, two.getBytes(StandardCharsets.UTF_8));
        withoutShortIds(twin);
        Set<String> cited = citations(twin);
        assertThat(cited)
                .containsExactlyInAnyOrder(
                        "Police: Report by Ministry, p. 1",
                        "Police: Report by Union, p. 2",
                        "Police: Law; first: part by , art. 3",
                        "Army: Report by Union, ",
                        "tie: Report by Union, p. 9");
        SectorMap map = SectorMap.of(twin.view(ana));
        for (List<byte[]> files : List.of(List.of(SectorExport.of(map).json()), List.of(workbook(map)), tables(map))) {
            for (byte[] file : files) {
                assertThat(preview(twin, file, "own").edits())
                        .as("nothing is new")
                        .isEmpty();
                assertThat(preview(twin, file, "own").problems()).isEmpty();
            }
            Workspace fresh = another();
            for (byte[] file : files) {
                assertThat(take(fresh, file).problems()).isEmpty();
            }
            assertThat(citations(fresh)).isEqualTo(cited);
            assertThat(SectorMap.of(fresh.view(ana)).sources()).hasSize(3);
            for (byte[] file : files) {
                assertThat(preview(fresh, file, "again").edits())
                        .as("read twice")
                        .isEmpty();
            }
        }
    }

    @Test
    void what_bears_one_name_under_two_lasting_ids_stays_two() {
        String file = """
                {"sources":[{"id":"00000000-0000-7000-8000-00000000000a","title":"Report"},
                            {"id":"00000000-0000-7000-8000-00000000000b","title":"Report"}],
                 "actors":[{"id":"00000000-0000-7000-8000-00000000000c","name":"Guard","class":"P1"},
                           {"id":"00000000-0000-7000-8000-00000000000d","name":"Guard","class":"N"}]}
                """;
        take(file);
        assertThat(map().sources()).hasSize(2);
        assertThat(map().actors()).hasSize(2);
        assertThat(map().sources()).allMatch(source -> source.value().key().isEmpty());
    }

    @Test
    void a_short_id_that_two_sources_share_names_neither_in_a_file() {
        take("id,title\nS1,One\nS2,Two\n");
        take("name,class,sources\nArmy,P1,S1: p. 1\nPolice,P1,S2: p. 2\n");
        map().sources().forEach(source -> put(workspace, source.saying(keyed(source.value(), "S"))));
        Set<String> cited = citations(workspace);
        Workspace fresh = another();
        take(fresh, SectorExport.of(map()).json());
        assertThat(citations(fresh)).isEqualTo(cited).hasSize(2);
    }

    private void withoutShortIds(Workspace of) {
        SectorMap map = SectorMap.of(of.view(ana));
        map.sources().forEach(source -> put(of, source.saying(keyed(source.value(), ""))));
        map.actors()
                .forEach(actor -> put(
                        of,
                        actor.saying(new Actor(
                                "",
                                actor.value().phases(),
                                actor.value().mandates(),
                                actor.value().countries(),
                                actor.value().note()))));
    }

    private void put(Workspace into, Item<?> item) {
        assertThat(into.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private static Source keyed(Source source, String key) {
        return new Source(
                key,
                source.type(),
                source.title(),
                source.author(),
                source.date(),
                source.reference(),
                source.link(),
                source.consulted(),
                source.reliability(),
                source.credibility(),
                source.note());
    }

    private static List<byte[]> tables(SectorMap map) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String table : SectorExport.tables()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SectorExport.of(map).csv(table, out);
            files.add(out.toByteArray());
        }
        return files;
    }

    /** What cites which source, and where in it. */
    private Set<String> citations(Workspace of) {
        SectorMap map = SectorMap.of(of.view(ana));
        Set<String> all = new TreeSet<>();
        map.actors()
                .forEach(actor -> actor.citations()
                        .forEach(citation -> all.add(
                                actor.value().names().stream().findFirst().orElse("") + ": " + cited(map, citation))));
        map.ties().forEach(tie -> tie.citations().forEach(citation -> all.add("tie: " + cited(map, citation))));
        return all;
    }

    private static String cited(SectorMap map, Citation citation) {
        Source source = map.source(citation.source()).orElseThrow().value();
        return source.title() + " by " + source.author() + ", " + citation.place();
    }

    /** A map made by chance, in the form of a file. Every actor and source has an id, so that copies can be compared. */
    private static String json(Random chance) {
        StringBuilder actors = new StringBuilder();
        int count = 3 + chance.nextInt(8);
        for (int i = 0; i < count; i++) {
            ActorType type = any(ActorType.values(), chance);
            String id = "{\"id\":\"a" + i + "\",";
            actors.append(i == 0 ? "" : ",")
                    .append(id)
                    .append("\"name\":\"Actor ")
                    .append(i)
                    .append(chance.nextBoolean() ? "\",\"name_fr\":\"Acteur " + i : "")
                    .append("\",\"class\":\"")
                    .append(type.usualClass().code())
                    .append("\",\"type\":\"")
                    .append(type.code())
                    .append("\",\"until\":\"2004\",\"powers\":\"")
                    .append(chance.nextBoolean() ? "force, not detain" : "")
                    .append("\",\"instrument\":\"Law ")
                    .append(i)
                    .append("\",\"sources\":\"s1: p. ")
                    .append(i)
                    .append("; s2\",\"confidence\":\"high\"}");
            if (chance.nextBoolean()) {
                actors.append(',')
                        .append(id)
                        .append("\"name\":\"Later ")
                        .append(i)
                        .append(
                                "\",\"class\":\"C\",\"from\":\"2005-02\",\"instrument\":\"Decree\",\"sources\":\"s3\"}");
            }
        }
        StringBuilder ties = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            int from = chance.nextInt(count - 1);
            int to = from + 1 + chance.nextInt(count - from - 1);
            ties.append(i == 0 ? "" : ",")
                    .append("{\"from\":\"a")
                    .append(from)
                    .append("\",\"tie\":\"")
                    .append(any(TieType.values(), chance).code())
                    .append("\",\"to\":\"a")
                    .append(to)
                    .append("\",\"by_law\":\"")
                    .append(List.of("", "recorded", "recorded-as-absent", "not-recorded")
                            .get(chance.nextInt(4)))
                    .append("\",\"law_from\":\"")
                    .append(List.of("", "1999", "2010-05-06").get(chance.nextInt(3)))
                    .append("\",\"in_practice\":\"")
                    .append(List.of("", "recorded", "recorded-as-absent").get(chance.nextInt(3)))
                    .append("\",\"law_sources\":\"s1: art. 1\",\"practice_sources\":\"s2; s3\",\"last_cited\":\"")
                    .append(List.of("", "2024-01-02").get(chance.nextInt(2)))
                    .append("\"}");
        }
        return "{\"sources\":[{\"id\":\"s1\",\"title\":\"One\",\"type\":\"law\"},{\"id\":\"s2\",\"title\":\"Two\","
                + "\"reliability\":\"B\",\"credibility\":\"2\"},{\"id\":\"s3\",\"title\":\"Three\"}],\"actors\":["
                + actors + "],\"ties\":[" + ties + "]}";
    }

    private static <T> T any(T[] choices, Random chance) {
        return choices[chance.nextInt(choices.length)];
    }

    @Test
    void interviews_leave_only_if_asked_for() {
        take("id,title,type\nI1,On the budget,interview\nS1,Law,law\n");
        take("name,class,sources\nPolice,P1,I1: minute 3; S1\n");
        String plain = new String(SectorExport.of(map()).json(), StandardCharsets.UTF_8);
        assertThat(plain).doesNotContain("I1", "On the budget").contains("S1");
        assertThat(new String(SectorExport.of(map()).withInterviews().json(), StandardCharsets.UTF_8))
                .contains("I1: minute 3", "On the budget");
        assertThat(map().sources())
                .filteredOn(source -> source.value().type() == SourceType.INTERVIEW)
                .hasSize(1);
    }

    @Test
    void the_template_explains_itself_and_offers_lists() throws IOException {
        SectorMap empty = SectorMap.of(List.of(), List.of(), List.of());
        byte[] template = workbook(empty);
        assertThat(workbook(empty)).as("same bytes").isEqualTo(template);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            assertThat(book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue())
                    .startsWith("Fill in the sheets");
            List<? extends DataValidation> lists = book.getSheet("Ties").getDataValidations();
            assertThat(lists).hasSize(4);
            assertThat(book.getSheet("Actors").getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("name");
        }
        ImportPreview read = preview(workspace, template, "template.xlsx");
        assertThat(read.problems()).isEmpty();
        assertThat(read.rows()).isZero();
    }

    @Test
    void a_workbook_with_merged_cells_and_numbers_is_read_as_far_as_it_says_something() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "x", "1.0")) {
            Worksheet notes = book.newWorksheet("Notes");
            notes.value(0, 0, "Anything");
            Worksheet sheet = book.newWorksheet("Actors");
            List<String> head = List.of("Name", "Class", "From");
            for (int i = 0; i < head.size(); i++) {
                sheet.value(0, i, head.get(i));
            }
            sheet.value(1, 0, "Army");
            sheet.value(1, 1, "P1");
            sheet.value(1, 2, 2005);
            sheet.value(2, 0, "Navy");
            sheet.range(1, 1, 2, 1).merge();
        }
        ImportPreview preview = preview(workspace, out.toByteArray(), "merged.xlsx");
        assertThat(said(preview))
                .containsExactly(
                        "Actors, row 3 class: An actor needs a class, or a type that tells it. The row is left out.");
        assertThat(Wording.english().say(preview.problems().getFirst().toDo())).contains("merged");
        assertThat(preview.changes()).hasSize(1);
    }

    @Test
    void as_many_rows_as_a_workspace_takes_are_read_and_of_a_hundred_thousand_none() throws IOException {
        ImportPreview preview = preview(workspace, actors(5_000), "large.xlsx");
        assertThat(preview.rows()).isEqualTo(5_000);
        assertThat(preview.leftOut()).isEqualTo(5);
        assertThat(new HashSet<>(preview.changes())).hasSize(2_997);
        byte[] larger = actors(100_000);
        assertThatThrownBy(() -> preview(workspace, larger, "larger.xlsx"))
                .isInstanceOf(Failure.class)
                .hasMessageContainingAll("rows of actors", "nothing of it was read");
    }

    /** A workbook of actors; some are named twice, and one in a thousand has a class that nobody knows. */
    private static byte[] actors(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "x", "1.0")) {
            Worksheet sheet = book.newWorksheet("Actors");
            sheet.value(0, 0, "name");
            sheet.value(0, 1, "class");
            for (int i = 1; i <= rows; i++) {
                sheet.inlineString(i, 0, "Actor " + i % (rows * 3 / 5));
                sheet.inlineString(i, 1, i % 1_000 == 0 ? "?" : "C");
                if (i % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "{",
                "{\"actors\":{}}",
                "{\"actors\":[{\"name\":{\"x\":1},\"class\":\"C\"},null,3,[]]}",
                "PK",
                "[1,2,3]",
                "name;colour\nx;y\n"
            })
    void what_is_no_sector_map_is_refused_in_words(String file) {
        try {
            assertThat(preview(file).edits()).isEmpty();
        } catch (Failure refused) {
            assertThat(refused.say(Wording.english())).doesNotContain("[");
        }
    }

    @Tag("slow")
    @Test
    void changed_bytes_never_bring_the_reader_down() {
        Random chance = new Random(20_260_101);
        List<byte[]> files = List.of(
                ACTORS.getBytes(StandardCharsets.UTF_8),
                TIES.getBytes(StandardCharsets.UTF_8),
                json(chance).getBytes(StandardCharsets.UTF_8));
        for (int round = 0; round < 1_500; round++) {
            byte[] bytes = files.get(round % 3).clone();
            for (int i = chance.nextInt(1, 8); i > 0; i--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
            try {
                ImportPreview preview = preview(workspace, bytes, "changed");
                assertThat(preview.taken()).isBetween(0, preview.rows());
            } catch (Failure refused) {
                assertThat(refused.sentence().key()).matches("(sector\\.failure|evidence\\.file)\\..*");
            }
        }
    }

    @Test
    void other_programs_get_a_graph() {
        fill();
        String graph = SectorExport.graphml(map().on(LocalDate.of(2026, 1, 1), Locale.ENGLISH));
        assertThat(graph)
                .contains("edgedefault=\"directed\"", ">National Police<", ">oversees<", ">recorded-as-absent<");
        assertThatThrownBy(() -> SectorExport.of(map()).csv("nothing", new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_said_on_purpose_is_no_tie() {
        take("name,class\nA,P1\nB,P1\n");
        take("from,tie,to,by law\nA,commands,B,not recorded\n");
        assertThat(map().ties())
                .singleElement()
                .satisfies(tie ->
                        assertThat(tie.value().byLaw().getFirst().recorded()).isEqualTo(Recorded.NOT_RECORDED));
        assertThat(map().on(Sketch.DAY, Locale.ENGLISH).ties()).isEmpty();
    }

    @Test
    void confidence_and_grades_may_be_written_in_words() {
        take("id,title,reliability,credibility\nS1,Law,\"B, usually\",2\n");
        take("name,class,sources,confidence\nPolice,Providers,S1,High\n");
        Item<Actor> police = map().actors().iterator().next();
        assertThat(police.citations()).extracting(Citation::confidence).containsExactly(Confidence.HIGH);
        assertThat(map().sources().iterator().next().value().reliability().code())
                .isEqualTo("B");
    }
}
