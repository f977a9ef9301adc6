package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.framework.DateSpan;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.SupportRow;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SectorDay;
import org.salus.sector.SectorFaces;
import org.salus.sector.SectorImport;
import org.salus.sector.SectorMap;
import org.salus.workspace.Faces;

/** Activities are matched to institutions by rules and by hand, and rows are shared out so that nothing is lost or counted twice. */
class InstitutionMapTest {
    private static final Item<Actor> POLICE = actor(ActorType.POLICE, "National Police of Burundi", "PNB");
    private static final Item<Actor> MINISTRY = actor(ActorType.MINISTRY_OF_INTERIOR, "Ministry of Public Security");
    private static final Item<Actor> PARLIAMENT = actor(ActorType.PARLIAMENT, "Parliament");
    private static final Item<Actor> COMMITTEE = actor(ActorType.PARLIAMENT_COMMITTEE, "Committee of Parliament");
    private static final Item<Actor> GOVERNMENT = actor(ActorType.GOVERNMENT, "Government");
    private static final Item<Actor> NORWAY = actor(ActorType.STATE, "Norway");
    private static final List<Item<Actor>> MAP = List.of(POLICE, MINISTRY, PARLIAMENT, COMMITTEE, GOVERNMENT, NORWAY);

    @TempDir
    private Path folder;

    private static Item<Actor> actor(ActorType type, String... names) {
        return Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        Stream.of(names).map(Name::of).toList(),
                        type.usualClass(),
                        Optional.of(type),
                        Optional.empty(),
                        Map.of())));
    }

    private static InstitutionMatches matches(Given given, InstitutionJudgement... said) {
        return InstitutionMatches.of(MAP, given.inputs(), List.of(said), InstitutionRules.shipped());
    }

    /** Activities are called by their identifiers. */
    private static List<ItemId> named(String title) {
        return matches(new Given().activity(title, "2b", "2009-01-01", "2011-12-31", "Norway"))
                .institutions(title);
    }

    @Test
    void titles_name_institutions_by_whole_words_and_the_longest_phrase_counts() {
        assertThat(named("Training of the National Police of Burundi")).containsExactly(POLICE.id());
        assertThat(named("Support to the national police, 2009")).containsExactly(POLICE.id());
        assertThat(named("Vehicles for the PNB")).containsExactly(POLICE.id());
        assertThat(named("A committee of parliament")).containsExactly(COMMITTEE.id());
        assertThat(named("MINISTRY OF PUBLIC SECURITY and Parliament"))
                .containsExactlyInAnyOrder(MINISTRY.id(), PARLIAMENT.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "International Policeman's day",
                "A youth parliament for Gitega",
                "European Parliament observers",
                "Vehicles for pnb",
                "Reform of the government",
                "Norway's own programme",
                "Parliamentary strengthening"
            })
    void what_only_looks_like_an_institution_is_none(String title) {
        assertThat(named(title)).isEmpty();
    }

    private static Participation implementing(String name) {
        return new Participation("4", new Party(null, null, name, null), null);
    }

    @Test
    void who_implements_an_activity_is_supported_by_it() {
        InstitutionMatches matches = matches(new Given()
                .activity(
                        "A-1",
                        "2b",
                        "2009-01-01",
                        "-",
                        List.of(implementing("Ministry of Public Security")),
                        List.of(),
                        "Norway")
                .activity(
                        "A-2", "2b", "2009-01-01", "-", List.of(implementing("An association")), List.of(), "Norway"));

        assertThat(matches.of("A-1")).singleElement().satisfies(match -> {
            assertThat(match.institution()).isEqualTo(MINISTRY.id());
            assertThat(match.basis()).isEqualTo(InstitutionBasis.ORGANISATION);
        });
        assertThat(matches.of("A-2")).isEmpty();
    }

    @Test
    void what_people_say_wins_over_what_is_found_and_comes_first() {
        Given given = new Given().activity("Support to Parliament", "1a", "2009-01-01", "-", "Norway");
        InstitutionJudgement not = new InstitutionJudgement(
                PARLIAMENT.id(), "Support to Parliament", InstitutionVerdict.NOT, "of another country", "");
        InstitutionJudgement does = new InstitutionJudgement(
                MINISTRY.id(), "Support to Parliament", InstitutionVerdict.SUPPORTS, "they told us", "");
        InstitutionJudgement unseen = new InstitutionJudgement(
                ItemId.fresh(), "Support to Parliament", InstitutionVerdict.SUPPORTS, "somebody else's map", "");

        assertThat(matches(given).institutions("Support to Parliament")).containsExactly(PARLIAMENT.id());
        assertThat(matches(given, not).of("Support to Parliament")).isEmpty();
        assertThat(matches(given, not, does, unseen).institutions("Support to Parliament"))
                .containsExactly(MINISTRY.id());
        assertThat(matches(given, does).institutions("Support to Parliament"))
                .containsExactly(MINISTRY.id(), PARLIAMENT.id());
    }

    private static BigDecimal sum(Stream<BigDecimal> values) {
        return values.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void adds_up(InstitutionMap map, List<SupportRow> rows) {
        assertThat(map.total()).isEqualByComparingTo(sum(rows.stream().map(SupportRow::value)));
        assertThat(sum(map.donors().stream().map(map::ofDonor))).isEqualByComparingTo(map.total());
        List<Optional<ItemId>> columns = new ArrayList<>();
        columns.add(Optional.empty());
        map.institutions().forEach(institution -> columns.add(Optional.of(institution)));
        assertThat(sum(columns.stream().map(map::ofInstitution))).isEqualByComparingTo(map.total());
        for (String donor : map.donors()) {
            assertThat(sum(columns.stream().flatMap(column -> map.cell(donor, column).stream())))
                    .isEqualByComparingTo(map.ofDonor(donor))
                    .isEqualByComparingTo(sum(rows.stream()
                            .filter(row -> row.donor().equals(donor))
                            .map(SupportRow::value)));
            for (Optional<ItemId> column : columns) {
                String key = column.map(ItemId::toString).orElse(InstitutionRow.NONE);
                assertThat(sum(map.rows(Optional.of(donor), Optional.of(key)).stream()
                                .map(InstitutionRow::value)))
                        .isEqualByComparingTo(map.cell(donor, column).orElse(BigDecimal.ZERO));
            }
        }
        map.rows().stream().collect(Collectors.groupingBy(InstitutionRow::row)).forEach((row, parts) -> {
            assertThat(sum(parts.stream().map(InstitutionRow::percent)).remainder(BigDecimal.valueOf(100)))
                    .isEqualByComparingTo("0");
        });
    }

    @Test
    void every_row_is_in_the_table_with_exactly_its_value() {
        Given given = new Given()
                .activity("Training of the PNB", "2b", "2009-01-01", "-", "Norway")
                .activity("Ministry of Public Security, PNB and Parliament", "2b", "2009-01-01", "-", "Norway")
                .activity("Something else", "2b", "2009-01-01", "-", "Belgium")
                .paid("Training of the PNB", "Norway", "2b", 2010, "10.01", 1)
                .paid("Ministry of Public Security, PNB and Parliament", "Norway", "2b", 2010, "100.01", 1)
                .paid("Something else", "Belgium", "2b", null, "-3.333333", 1);

        InstitutionMap map = InstitutionMap.of(given.rows, matches(given));

        adds_up(map, given.rows);
        assertThat(map.donors()).containsExactly("Norway", "Belgium");
        assertThat(map.shared()).isEqualTo(1);
        assertThat(map.cell("Belgium", Optional.empty()))
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("-3.333333"));
        assertThat(map.cell("Belgium", Optional.of(POLICE.id()))).isEmpty();
        assertThat(map.rows(Optional.empty(), Optional.empty())).hasSize(5);
    }

    @Test
    void whatever_is_paid_to_whomever_adds_up() {
        List<String> parts = List.of("PNB", "Parliament", "Ministry of Public Security", "roads", "schools");
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Given given = new Given();
            for (int activity = 0; activity < 12; activity++) {
                String title = "No " + activity + " "
                        + parts.stream().filter(part -> random.nextInt(3) == 0).collect(Collectors.joining(", "));
                given.activity(title, "2b", "2009-01-01", "-", "Norway");
                int rows = random.nextInt(4);
                for (int row = 1; row <= rows; row++) {
                    given.paid(
                            title,
                            "Donor " + random.nextInt(4),
                            "2b",
                            2008 + random.nextInt(4),
                            BigDecimal.valueOf(random.nextInt(2_000_000) - 100_000, random.nextInt(7))
                                    .toPlainString(),
                            row);
                }
            }
            adds_up(InstitutionMap.of(given.rows, matches(given)), given.rows);
        }
    }

    /** No open data speak of the demo's invented country, so its support is written down here. */
    @Test
    void the_institutions_of_the_invented_country_are_found_by_their_names() throws IOException {
        AccountId ana = AccountId.fresh();
        try (Workspaces workspaces = Workspaces.open(
                        Database.file(folder.resolve("salus.db")),
                        Faces.of(List.of(SectorFaces.contribution())).kinds(),
                        InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
                InputStream bytes = Files.newInputStream(Path.of("demo", "sector-orvelia.json"))) {
            Workspace workspace = workspaces.found(
                    new Charter("Orvelia", List.of("XOV"), "", "SSR", Optional.empty()),
                    ana,
                    "Ana",
                    Optional.empty(),
                    "");
            assertThat(SectorImport.accept(
                            workspace,
                            ana,
                            SectorImport.preview(bytes, "sector-orvelia.json", workspace.view(ana), Locale.ENGLISH)))
                    .isInstanceOf(Outcome.Accepted.class);
            List<Item<Actor>> actors = workspace.view(ana).list(Actor.KIND);
            Given given = new Given()
                    .activity("Boats for the River Guard", "2x", "2020-01-01", "-", "Sundmark")
                    .activity("Audit Chamber and Public Mediator: case files", "1a", "2021-01-01", "-", "Sundmark")
                    .activity("Wells for uplanders", "none", "2021-01-01", "-", "Sundmark")
                    .paid("Boats for the River Guard", "Sundmark", "2x", 2020, "500", 1)
                    .paid("Audit Chamber and Public Mediator: case files", "Sundmark", "1a", 2021, "70.03", 1)
                    .paid("Wells for uplanders", "Sundmark", "none", 2021, "9", 1);
            InstitutionMatches matches =
                    InstitutionMatches.of(actors, given.inputs(), List.of(), InstitutionRules.shipped());

            assertThat(names(actors, matches.institutions("Boats for the River Guard")))
                    .containsExactly("River Guard");
            assertThat(names(actors, matches.institutions("Audit Chamber and Public Mediator: case files")))
                    .containsExactlyInAnyOrder("Audit Chamber", "Public Mediator");
            assertThat(matches.of("Wells for uplanders")).isEmpty();
            // Those who give, and armed groups, are no institutions that donors help.
            assertThat(names(
                            actors,
                            InstitutionMatches.institutions(actors).stream()
                                    .map(Item::id)
                                    .toList()))
                    .contains("Orvelian Police", "Lantern Group")
                    .doesNotContain("Sundmark", "Upland Front");
            adds_up(InstitutionMap.of(given.rows, matches), given.rows);
        }
    }

    private static List<String> names(List<Item<Actor>> actors, List<ItemId> some) {
        SectorDay day = SectorMap.of(actors, List.of(), List.of()).on(LocalDate.of(2022, 1, 1), Locale.ENGLISH);
        return some.stream().map(day::name).toList();
    }
}
