package org.salus.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.framework.DateSpan;
import org.salus.framework.Failure;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** One question over everything a reader may read, and over nothing else. */
class SearchTest {
    private static final String FILE = """
            <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>A-1</iati-identifier>
            <reporting-org ref="XM-A-1" type="10"><narrative>Page</narrative></reporting-org>
            <title><narrative>Formation de la police à Gitega</narrative></title><activity-status code="4"/>
            <participating-org role="1" type="10"><narrative>Norway</narrative></participating-org>
            <recipient-country code="BI"/><sector vocabulary="1" code="15132"/>
            </iati-activity></iati-activities>""";

    @TempDir
    private Path folder = Path.of("");

    /** A workspace that Ana owns and Ben reads, beside one loaded activity. */
    private static final class Desk implements AutoCloseable {
        final AccountId ana = AccountId.fresh();
        final AccountId ben = AccountId.fresh();
        final Evidence evidence;
        final Workspaces workspaces;
        final Workspace workspace;
        final Search search;

        Desk(Path folder) throws Exception {
            evidence = Evidence.open(folder.resolve("data"));
            Path file = Files.writeString(folder.resolve("aid.xml"), FILE);
            evidence.loads().load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
            workspaces = Workspaces.open(
                    Database.file(folder.resolve("salus.db")), Salus.faces().kinds(), InstantSource.system());
            workspace = workspaces.found(
                    new Charter("Zubara", List.of("BDI"), "Great Lakes", "SSR", Optional.empty()),
                    ana,
                    "Ana",
                    Optional.empty(),
                    "");
            write(new Item<>(
                    new ItemId(ben.value()),
                    Member.KIND,
                    Sensitivity.forMembers(),
                    List.of(),
                    new Member("Ben", Optional.empty(), "", Role.READER),
                    Set.of()));
            search = new Search(evidence, workspaces, Salus.faces());
        }

        void write(Item<?>... items) {
            assertThat(workspace.append(
                            ana,
                            Arrays.stream(items).<Edit>map(Edit.Put::new).toList(),
                            Reason.of(Act.EDIT, "all have to know")))
                    .isInstanceOf(Outcome.Accepted.class);
        }

        SearchAnswer asked(AccountId reader, String typed) {
            return search.of(SearchQuestion.of(typed, "", "", ""), reader, Wording.english());
        }

        List<String> found(AccountId reader, SearchGroup group, String typed) {
            return asked(reader, typed).parts().stream()
                    .filter(part -> part.group() == group)
                    .flatMap(part -> part.hits().stream())
                    .map(SearchHit::title)
                    .toList();
        }

        @Override
        public void close() {
            workspaces.close();
            evidence.close();
        }
    }

    private static Item<Actor> actor(String... names) {
        return Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        Arrays.stream(names).map(Name::of).toList(),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of())));
    }

    private static Item<Source> source(String title) {
        return Item.fresh(Source.KIND, Source.of(SourceType.LAW, title));
    }

    @Test
    void an_item_is_found_by_any_of_its_names_in_any_spelling() throws Exception {
        try (Desk desk = new Desk(folder)) {
            desk.write(actor("National Police", "Поліція Зубари", "Police nationale de l’État"));
            for (String typed : List.of("national police", "POLICE ETAT", "поліція", "politsiia zubari", "natoinal")) {
                SearchAnswer answer = desk.asked(desk.ben, typed);
                assertThat(answer.parts().stream()
                                .filter(part -> part.group() == SearchGroup.ITEMS)
                                .flatMap(part -> part.hits().stream()))
                        .as(typed)
                        .singleElement()
                        .satisfies(hit -> {
                            assertThat(hit.title()).isEqualTo("National Police");
                            assertThat(hit.place()).isEqualTo("Zubara");
                            assertThat(hit.kind()).isEqualToIgnoringCase("actor");
                            assertThat(hit.href()).startsWith("/workspaces/" + desk.workspace.id() + "/");
                        });
            }
        }
    }

    @Test
    void nobody_finds_what_is_meant_for_others() throws Exception {
        try (Desk desk = new Desk(folder)) {
            Item<Source> kept = source("Talks with the palace guard");
            desk.write(kept.meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(desk.ana)))));

            assertThat(desk.found(desk.ana, SearchGroup.ITEMS, "palace"))
                    .containsExactly("Talks with the palace guard");
            assertThat(desk.found(desk.ben, SearchGroup.ITEMS, "palace")).isEmpty();
            assertThat(desk.asked(AccountId.fresh(), "zubara").parts()).isEmpty();
            // Whoever is one letter off learns as little.
            assertThat(desk.found(desk.ben, SearchGroup.ITEMS, "palcae")).isEmpty();
        }
    }

    @Test
    void what_was_written_or_hidden_a_moment_ago_is_found_or_gone_at_once() throws Exception {
        try (Desk desk = new Desk(folder)) {
            Item<Source> law = source("Law on the budget");
            desk.write(law);
            assertThat(desk.found(desk.ben, SearchGroup.ITEMS, "budget")).hasSize(1);

            Item<Source> now = desk.workspace.view(desk.ana).get(Source.KIND, law.id());
            desk.write(now.meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(desk.ana)))));
            assertThat(desk.found(desk.ben, SearchGroup.ITEMS, "budget")).isEmpty();
            assertThat(desk.found(desk.ana, SearchGroup.ITEMS, "budget")).hasSize(1);

            Item<Source> again = desk.workspace.view(desk.ana).get(Source.KIND, law.id());
            desk.write(again.saying(Source.of(SourceType.LAW, "Law on the audit")));
            assertThat(desk.found(desk.ana, SearchGroup.ITEMS, "budget")).isEmpty();
            assertThat(desk.found(desk.ana, SearchGroup.ITEMS, "audit")).containsExactly("Law on the audit");
        }
    }

    @Test
    void every_group_answers_from_one_question() throws Exception {
        try (Desk desk = new Desk(folder)) {
            assertThat(desk.found(desk.ben, SearchGroup.COUNTRIES, "burundi")).containsExactly("Burundi");
            assertThat(desk.found(desk.ben, SearchGroup.WORKSPACES, "burundi")).containsExactly("Zubara");
            assertThat(desk.found(desk.ben, SearchGroup.AREAS, "small arms")).anyMatch(title -> title.startsWith("4b"));
            assertThat(desk.found(desk.ben, SearchGroup.AREAS, "4a")).hasSize(1);
            assertThat(desk.found(desk.ben, SearchGroup.DONORS, "norwa")).containsExactly("Norway");
            assertThat(desk.found(desk.ben, SearchGroup.SOURCES, "aid.xml")).hasSize(1);
            assertThat(desk.found(desk.ben, SearchGroup.ACTIVITIES, "GITEGA police"))
                    .containsExactly("Formation de la police à Gitega");
            assertThat(desk.found(desk.ben, SearchGroup.PAGES, "burundi coordination"))
                    .hasSize(1);
            assertThat(desk.found(desk.ben, SearchGroup.PAGES, "members")).hasSize(1);
        }
    }

    @Test
    void a_group_is_told_in_pieces_with_its_whole_number() throws Exception {
        try (Desk desk = new Desk(folder)) {
            desk.write(source("Law one"), source("Law two"), source("Law three"));
            SearchAnswer answer =
                    desk.search.of(SearchQuestion.of("law", "items", "2", "5"), desk.ben, Wording.english());
            assertThat(answer.parts()).singleElement().satisfies(part -> {
                assertThat(part.total()).isEqualTo(3);
                assertThat(part.hits()).hasSize(1);
            });
            assertThat(answer.tree()).containsKeys("snapshot", "q", "total", "groups");
        }
    }

    @Test
    void what_means_nothing_is_refused_with_what_may_be_asked() {
        assertThatThrownBy(() -> SearchQuestion.of("law", "laws", "", ""))
                .isInstanceOf(Failure.class)
                .satisfies(failure -> assertThat(Wording.english().say(((Failure) failure).sentence()))
                        .contains("laws", "pages, countries, areas"));
        assertThatThrownBy(() -> SearchQuestion.of("law", "", "-1", "")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> SearchQuestion.of("law", "", "", "0")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> SearchQuestion.of("law", "", "", "501")).isInstanceOf(Failure.class);
    }

    @Tag("slow")
    @Test
    void twenty_thousand_items_are_looked_through_and_what_was_written_a_moment_ago() throws Exception {
        try (Desk desk = new Desk(folder)) {
            for (int part = 0; part < 10; part++) {
                List<Item<?>> items = new ArrayList<>();
                for (int i = 0; i < 2_000; i++) {
                    int number = part * 2_000 + i;
                    items.add(source("Decree " + number + " on the commissariat of district " + number % 700));
                }
                desk.write(items.toArray(Item[]::new));
            }
            assertThat(desk.asked(desk.ben, "decree 19999").total()).isEqualTo(1);
            // What somebody types letter by letter, a wrong letter, and what nearly everything has; then an edit, and
            // the first question after it.
            for (String typed : List.of("d", "dec", "decree", "commisariat", "district 5", "decree 12345")) {
                assertThat(desk.asked(desk.ben, typed).total()).as(typed).isPositive();
            }
            desk.write(source("Decree on the inspectorate"));
            assertThat(desk.asked(desk.ben, "inspectorate").total()).isEqualTo(1);
        }
    }
}
