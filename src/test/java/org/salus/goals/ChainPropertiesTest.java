package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Digest;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What holds of any chain: undo inverts whatever was done, a file that was written and read says the same. Chains are made by chance, each by its number. */
class ChainPropertiesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final AccountId ana = AccountId.fresh();
    private Workspaces workspaces;
    private Workspace workspace;
    private Item<ResultsChain> chain;

    @BeforeEach
    void found() {
        workspaces = Workspaces.open(
                Database.file(folder.resolve("salus.db")),
                Faces.of(List.of(SectorFaces.contribution(), GoalsFaces.contribution()))
                        .kinds(),
                InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z")));
        workspace = founded("Orvelia");
        chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("By chance"));
        done(List.of(new Edit.Put(chain)));
    }

    @AfterEach
    void close() {
        workspaces.close();
    }

    private Workspace founded(String name) {
        return workspaces.found(
                new Charter(name, List.of("XOV"), "", "SSR", Optional.empty()), ana, "Ana", Optional.empty(), "");
    }

    private Digest done(List<Edit> edits) {
        Outcome outcome = workspace.append(ana, edits, Reason.EDIT);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        return ((Outcome.Accepted) outcome).entry();
    }

    private View view() {
        return workspace.view(ana);
    }

    private Chain model() {
        return Chain.of(view(), chain.id());
    }

    /** All that is said, whatever entries said it. */
    private static Map<String, String> said(View view) {
        Map<String, String> said = new TreeMap<>();
        view.ids()
                .forEach(id -> view.find(id)
                        .ifPresent(item -> said.put(
                                id.toString(),
                                item.kind().name() + item.sensitivity() + item.citations() + ItemJson.value(item))));
        return said;
    }

    /** A step somebody might take: something added, changed, linked, moved, measured, taken away, copied or adopted. Empty where the dice ask for what is not there. */
    private List<Edit> step(Random chance, int number) {
        Chain model = model();
        List<Item<? extends Box>> boxes = List.copyOf(model.boxes());
        String title = "Made by chance " + number;
        if (boxes.size() < 6) {
            return List.of(new Edit.Put(box(chance, title)));
        }
        Item<? extends Box> box = boxes.get(chance.nextInt(boxes.size()));
        Item<? extends Box> other = boxes.get(chance.nextInt(boxes.size()));
        return switch (chance.nextInt(12)) {
            case 0, 1 -> List.of(new Edit.Put(box(chance, title)));
            case 2 -> linked(box, other);
            case 3 -> List.of(new Edit.Put(Item.fresh(Indicator.KIND, indicator(box.id(), title, chance))));
            case 4 -> {
                Item<Assumption> assumption = Item.fresh(
                        Assumption.KIND, new Assumption(chain.id(), title, AssumptionState.UNTESTED, "\"<&>"));
                yield List.of(
                        new Edit.Put(assumption),
                        new Edit.Put(Item.fresh(Link.KIND, link(box.id(), LinkType.RESTS_ON, assumption.id()))));
            }
            case 5 -> ChainOrder.of(model).moving(box, chance.nextBoolean());
            case 6 -> ChainOrder.of(model).removing(box);
            case 7 ->
                model.indicators().isEmpty()
                        ? List.of()
                        : List.of(TypedMeasurement.edit(
                                model.indicators()
                                        .get(chance.nextInt(model.indicators().size())),
                                Map.of(
                                        "on",
                                        String.valueOf(2027 + chance.nextInt(4)),
                                        "value",
                                        chance.nextInt(100) + ".50"),
                                chance.nextBoolean(),
                                view(),
                                LocalDate.of(2040, 1, 1)));
            case 8, 9 -> citing(chance, title);
            case 10 ->
                chance.nextInt(4) > 0
                        ? List.of()
                        : ChainCopy.of(view(), view().get(ResultsChain.KIND, chain.id()), title);
            default -> {
                GoalsAnswers answers = new GoalsAnswers(view(), Wording.english());
                List<Item<ResultsChain>> all = answers.chains();
                yield answers.adopting(
                        all.get(chance.nextInt(all.size())),
                        List.of(Adoption.DRAFT, Adoption.ADOPTED, Adoption.SET_ASIDE)
                                .get(chance.nextInt(3)));
            }
        };
    }

    /** One more source for anything in the chain: one that is known, one that is called like another, an interview, or a new one. */
    private List<Edit> citing(Random chance, String title) {
        Chain model = model();
        List<Item<?>> all = new ArrayList<>(model.boxes());
        all.addAll(model.assumptions());
        all.addAll(model.indicators());
        all.addAll(model.links());
        all.addAll(view().list(Measurement.KIND));
        all.add(view().get(ResultsChain.KIND, chain.id()));
        Item<?> cites = all.get(chance.nextInt(all.size()));
        List<Edit> edits = new ArrayList<>();
        List<Item<Source>> known = view().list(Source.KIND);
        Item<Source> source;
        if (!known.isEmpty() && chance.nextInt(3) == 0) {
            source = known.get(chance.nextInt(known.size()));
        } else {
            source = Item.fresh(
                    Source.KIND,
                    Source.of(
                            chance.nextInt(4) == 0 ? SourceType.INTERVIEW : SourceType.LAW,
                            chance.nextInt(3) == 0 ? "A law, “as amended”" : title));
            edits.add(new Edit.Put(source));
        }
        List<Citation> citations = new ArrayList<>(cites.citations());
        citations.add(new Citation(
                source.id(),
                chance.nextBoolean() ? Optional.empty() : Optional.of("title"),
                "Article " + chance.nextInt(9),
                Optional.of(LocalDate.of(2026, 1, 1 + chance.nextInt(20))),
                Optional.empty(),
                List.of(Confidence.values()).get(chance.nextInt(Confidence.values().length))));
        edits.add(new Edit.Put(cites.citing(citations)));
        return edits;
    }

    private Item<?> box(Random chance, String title) {
        return switch (chance.nextInt(4)) {
            case 0 -> Item.fresh(Goal.KIND, Goal.of(chain.id(), title));
            case 1 -> Item.fresh(Objective.KIND, Objective.of(chain.id(), title));
            case 2 -> Item.fresh(Result.KIND, Result.of(chain.id(), ResultKind.OUTCOME, title));
            default -> Item.fresh(Support.KIND, Support.of(chain.id(), "Sundmark", title));
        };
    }

    private Indicator indicator(ItemId of, String title, Random chance) {
        Indicator bare = Indicator.of(chain.id(), of, title);
        return new Indicator(
                chain.id(),
                of,
                title,
                "%",
                bare.direction(),
                new Reading(
                        Optional.of(new BigDecimal(chance.nextInt(50) + ".10")),
                        "",
                        Optional.of(PartialDate.ofYear(2026))),
                new Reading(Optional.empty(), "more than half", Optional.of(PartialDate.of("2031-06"))),
                "Survey “of posts”",
                "",
                chance.nextBoolean() ? Optional.empty() : Optional.of(MeasuringPlan.NONE));
    }

    private Link link(ItemId from, LinkType type, ItemId to) {
        return new Link(
                chain.id(), from, type, to, org.salus.framework.Directness.INDIRECT, "if it rains", Strength.UNKNOWN);
    }

    /** Only from left to right, where nothing can go round. */
    private List<Edit> linked(Item<? extends Box> one, Item<? extends Box> other) {
        int way = one.value().level().compareTo(other.value().level());
        if (way == 0) {
            return List.of();
        }
        Link there = link(one.id(), LinkType.CONTRIBUTES, other.id());
        Link back = link(other.id(), LinkType.CONTRIBUTES, one.id());
        for (Link link : List.of(there, back)) {
            Item<Link> item = Item.fresh(Link.KIND, link);
            if (Link.KIND.rule().refusals(item, view()).isEmpty()) {
                return List.of(new Edit.Put(item));
            }
        }
        return List.of();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void undo_inverts_whatever_was_done_and_undoing_that_does_it_again(int seed) {
        Random chance = new Random(seed);
        int taken = 0;
        for (int number = 0; number < 60; number++) {
            List<Edit> edits = step(chance, number);
            if (edits.isEmpty()) {
                continue;
            }
            Map<String, String> before = said(view());
            Digest entry = done(edits);
            Map<String, String> after = said(view());
            Outcome undone = workspace.undo(ana, entry);
            assertThat(undone).as("%s", edits).isInstanceOf(Outcome.Accepted.class);
            assertThat(said(view())).isEqualTo(before);
            assertThat(workspace.undo(ana, ((Outcome.Accepted) undone).entry())).isInstanceOf(Outcome.Accepted.class);
            assertThat(said(view())).isEqualTo(after);
            taken++;
        }
        assertThat(taken).isGreaterThan(20);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_chain_that_is_written_and_read_is_the_same(int seed) throws IOException {
        Random chance = new Random(seed);
        for (int number = 0; number < 80; number++) {
            List<Edit> edits = step(chance, number);
            if (!edits.isEmpty()) {
                done(edits);
            }
        }
        byte[] file = file(workspace);
        ChainFile.Preview again = ChainFile.read(new ByteArrayInputStream(file), view());
        assertThat(again.problems()).isEmpty();
        assertThat(again.edits()).isEmpty();
        Workspace other = founded("Elsewhere");
        ChainFile.Preview there = ChainFile.read(new ByteArrayInputStream(file), other.view(ana));
        assertThat(there.problems()).isEmpty();
        assertThat(other.append(ana, there.edits(), Reason.EDIT)).isInstanceOf(Outcome.Accepted.class);
        List<String> elements = byTitles(file);
        assertThat(elements).hasSizeGreaterThan(10);
        assertThat(byTitles(file(other))).isEqualTo(elements);
        assertThat(ChainFile.read(new ByteArrayInputStream(file), other.view(ana))
                        .edits())
                .isEmpty();
        assertThat(other.view(ana).list(Source.KIND))
                .as("what leaves the house")
                .isNotEmpty()
                .noneMatch(source -> source.value().type().isProtected());
    }

    /** What was said after the file was written is taken back by it, and sources that do not travel stay. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_file_that_is_read_again_says_what_it_said_whatever_was_cited_meanwhile(int seed) throws IOException {
        Random chance = new Random(seed);
        for (int number = 0; number < 60; number++) {
            List<Edit> edits = step(chance, number);
            if (!edits.isEmpty()) {
                done(edits);
            }
        }
        byte[] file = file(workspace);
        for (int number = 0; number < 10; number++) {
            done(citing(chance, "Read later " + number));
        }
        long interviews = interviews();
        ChainFile.Preview back = ChainFile.read(new ByteArrayInputStream(file), view());
        assertThat(back.problems()).isEmpty();
        assertThat(back.edits()).isNotEmpty();
        done(back.edits());
        assertThat(file(workspace)).isEqualTo(file);
        assertThat(interviews()).isEqualTo(interviews).isPositive();
    }

    private long interviews() {
        View view = view();
        return view.ids().stream()
                .flatMap(id -> view.find(id).stream())
                .flatMap(item -> item.citations().stream())
                .filter(citation ->
                        view.get(Source.KIND, citation.source()).value().type().isProtected())
                .count();
    }

    private byte[] file(Workspace of) {
        GoalsAnswers answers = new GoalsAnswers(of.view(ana), Wording.english());
        Item<ResultsChain> written = answers.chains().stream()
                .filter(one -> one.value().copiedFrom().isEmpty())
                .findFirst()
                .orElseThrow();
        return JSON.writeValueAsBytes(answers.file(written));
    }

    /** What a file says, with titles in the place of keys, which are others in every workspace. */
    private static List<String> byTitles(byte[] file) {
        JsonNode tree = JSON.readTree(file);
        Map<String, String> titles = new HashMap<>();
        tree.path("elements")
                .valueStream()
                .filter(element -> element.path("value").has("title"))
                .forEach(element -> titles.put(
                        element.path("key").asString(""),
                        element.path("value").path("title").asString("")));
        Map<String, String> sources = new HashMap<>();
        tree.path("sources")
                .valueStream()
                .forEach(source -> sources.put(
                        source.path("key").asString(""), source.path("value").toString()));
        List<String> said = new ArrayList<>(sources.values());
        said.add(cited(tree.path("chain"), sources));
        tree.path("elements").valueStream().forEach(element -> {
            ObjectNode value = (ObjectNode) element.path("value");
            for (String reference : ChainFile.REFERENCES) {
                if (value.has(reference)) {
                    value.put(
                            reference, titles.getOrDefault(value.path(reference).asString(""), "?"));
                }
            }
            said.add(element.path("kind").asString("") + " " + value + cited(element, sources));
        });
        return said.stream().sorted().toList();
    }

    private static String cited(JsonNode element, Map<String, String> sources) {
        element.path("citations")
                .forEach(citation -> ((ObjectNode) citation)
                        .put(
                                "source",
                                sources.getOrDefault(citation.path("source").asString(""), "?")));
        return element.path("citations").toString();
    }
}
