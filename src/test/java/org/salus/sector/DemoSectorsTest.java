package org.salus.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Kinds;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.workspace.Source;

/** The two maps that come with the program: public law on Burundi, and an invented country on which findings are shown. */
class DemoSectorsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;

    @BeforeEach
    void open() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Kinds.of(List.of(Actor.KIND, Tie.KIND, Source.KIND)),
                InstantSource.fixed(Instant.parse("2026-06-01T10:00:00Z")));
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private SectorMap map(String file, String country) {
        Workspace workspace = workspaces.found(
                new Charter(country, List.of(country), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
        try (InputStream bytes = Files.newInputStream(Path.of("demo", file))) {
            ImportPreview preview = SectorImport.preview(bytes, file, workspace.view(ana), Locale.ENGLISH);
            assertThat(preview.problems()).isEmpty();
            assertThat(preview.leftOut()).isZero();
            assertThat(SectorImport.accept(workspace, ana, preview)).isInstanceOf(Outcome.Accepted.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return SectorMap.of(workspace.view(ana));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {2000, 2003, 2005, 2006, 2008, 2011, 2014, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2026})
    void burundi_yields_questions_and_no_finding_in_any_year(int year) {
        SectorMap map = map("sector-burundi.json", "BDI");
        for (LocalDate day : List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30), LocalDate.of(year, 12, 31))) {
            OversightAnswer answer = OversightAnalysis.of(map.on(day, Locale.ENGLISH), TODAY);
            assertThat(answer.findings())
                    .extracting(finding -> Wording.english().say(finding.says()))
                    .as(day.toString())
                    .isEmpty();
            if (year >= 2005) {
                assertThat(answer.toAsk()).isNotEmpty();
            }
        }
    }

    @Test
    void burundi_changes_with_the_date() {
        SectorMap map = map("sector-burundi.json", "BDI");
        SectorDay in2010 = map.on(LocalDate.of(2010, 1, 1), Locale.ENGLISH);
        SectorDay in2019 = map.on(LocalDate.of(2019, 1, 1), Locale.ENGLISH);
        assertThat(partsOf(in2010, "CORPS")).containsExactlyInAnyOrder("FDN", "PNB", "SNR");
        assertThat(partsOf(in2019, "CORPS"))
                .as("the constitution of 2018 names army and police")
                .containsExactlyInAnyOrder("FDN", "PNB");
        assertThat(name(in2010, "MSP")).isEqualTo("Ministry of the Interior and Public Security");
        assertThat(name(in2019, "MSP")).isEqualTo("Ministry of Public Security");
        assertThat(name(map.on(LocalDate.of(2021, 1, 1), Locale.FRENCH), "MSP"))
                .isEqualTo("Ministère de l'Intérieur et de la Sécurité publique");
        assertThat(actor(map.on(LocalDate.of(2002, 1, 1), Locale.ENGLISH), "CNDD")
                        .phase()
                        .actorClass()
                        .code())
                .isEqualTo("N");
        assertThat(actor(in2010, "CNDD").phase().actorClass().code()).isEqualTo("C");
    }

    private static List<String> partsOf(SectorDay day, String whole) {
        return day.to(actor(day, whole).id()).stream()
                .filter(tie -> tie.type() == TieType.PART_OF)
                .map(tie -> day.actor(tie.from()).orElseThrow().actor().key())
                .toList();
    }

    private static Present actor(SectorDay day, String key) {
        return day.actors().stream()
                .filter(actor -> actor.actor().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String name(SectorDay day, String key) {
        return actor(day, key).name();
    }

    @Test
    void every_fact_on_burundi_has_a_source_and_nothing_is_said_to_be_absent() {
        SectorMap map = map("sector-burundi.json", "BDI");
        assertThat(map.ties()).allSatisfy(tie -> {
            assertThat(tie.citations()).isNotEmpty();
            assertThat(tie.value().toString()).doesNotContain("RECORDED_AS_ABSENT");
        });
        assertThat(map.actors())
                .allSatisfy(actor -> assertThat(actor.citations()).isNotEmpty());
    }

    @Test
    void orvelia_is_invented_and_says_so_everywhere() {
        SectorMap map = map("sector-orvelia.json", "XOV");
        assertThat(map.actors()).hasSizeBetween(40, 60);
        assertThat(map.ties()).hasSizeGreaterThan(60);
        assertThat(map.sources())
                .allSatisfy(source -> assertThat(source.value().title()).endsWith("(invented)"));
        assertThat(map.actors().stream()
                        .flatMap(actor -> actor.value().countries().stream())
                        .collect(Collectors.toSet()))
                .containsExactly("XOV");
    }

    @Test
    void orvelia_shows_what_findings_look_like() {
        SectorDay day = map("sector-orvelia.json", "XOV").on(TODAY, Locale.ENGLISH);
        OversightAnswer answer = OversightAnalysis.of(day, TODAY);
        assertThat(answer.findings().stream().map(Finding::rule).collect(Collectors.toSet()))
                .contains(
                        "outside-command",
                        "oversight-absent",
                        "law-without-practice",
                        "overseer-without-reach",
                        "oversees-itself",
                        "circle",
                        "one-weak-source",
                        "not-confirmed");
        assertThat(answer.findings())
                .extracting(finding -> Wording.english().say(finding.says()))
                .contains(
                        "River Guard may use force, and it is recorded that none of the 4 authorities on the map that usually command commands it.",
                        "Legislative oversight of Information Service in practice is recorded as absent: so it is for each of the 3 bodies of this kind on the map.",
                        "Prison Visiting Board inspects Prison Service, which in turn appoints it.");
        assertThat(answer.toAsk()).hasSizeGreaterThan(answer.findings().size());
    }

    @Test
    void both_are_drawn_in_readable_parts() {
        for (SectorDay day : List.of(
                map("sector-burundi.json", "BDI").on(LocalDate.of(2014, 6, 1), Locale.ENGLISH),
                map("sector-orvelia.json", "XOV").on(TODAY, Locale.ENGLISH))) {
            Part part = Part.readable(day);
            assertThat(part.around()).isInstanceOf(Part.Around.OneActor.class);
            assertThat(part.actors(day)).hasSizeBetween(3, 20);
            assertThat(SectorDrawing.of(day, part).svg()).contains("Security sector", "As recorded for");
        }
    }
}
