package org.salus.portal.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.salus.appraisal.InstrumentQuestion;
import org.salus.appraisal.InstrumentRegister;
import org.salus.appraisal.TypedAid;
import org.salus.appraisal.TypedStatement;
import org.salus.diligence.CaseFile;
import org.salus.diligence.TypedCase;
import org.salus.evidence.Evidence;
import org.salus.evidence.TreatyTable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Adoption;
import org.salus.goals.Chain;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementState;
import org.salus.goals.ResultsChain;
import org.salus.goals.Support;
import org.salus.governance.QuestionSet;
import org.salus.governance.Rating;
import org.salus.governance.Round;
import org.salus.governance.Scope;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Supports;
import org.salus.sector.Actor;
import org.salus.strategy.ComposedSection;
import org.salus.strategy.Edition;
import org.salus.strategy.Readership;
import org.salus.strategy.Sections;
import org.salus.strategy.Strategies;
import org.salus.strategy.Strategy;
import org.salus.strategy.StrategyAnswers;
import org.salus.strategy.TypedStrategy;
import org.salus.strategy.TypedText;
import org.salus.workspace.Faces;
import org.salus.workspace.Source;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The strategy of the demo's invented country, from what is opened to everybody to a newer draft: an edition that two people signed, a case of due diligence, records of eligibility, and what
 * was written since. All of it is said in the words that pages, API and command line share, and goes through the same rules.
 */
final class DemoStrategy {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ACT = "act";
    private static final String EDITION = "edition";

    private final Workspaces workspaces;
    private final Workspace workspace;
    private final AccountId founder;
    private final Faces faces;
    private final Strategies strategies;

    private DemoStrategy(
            Workspaces workspaces, Workspace workspace, AccountId founder, Faces faces, Strategies strategies) {
        this.workspaces = workspaces;
        this.workspace = workspace;
        this.founder = founder;
        this.faces = faces;
        this.strategies = strategies;
    }

    /**
     * Writes a file's strategy into a workspace that has a map and an adopted plan.
     *
     * @param sections what editions are composed from, as on pages
     */
    static void found(
            String file,
            Evidence evidence,
            Workspaces workspaces,
            Workspace workspace,
            AccountId founder,
            Faces faces,
            Sections sections)
            throws IOException {
        JsonNode said = JSON.readTree(new ClassPathResource("demo/" + file).getContentAsByteArray());
        new DemoStrategy(
                        workspaces,
                        workspace,
                        founder,
                        faces,
                        new Strategies(evidence, Supports.shipped(), workspaces, faces, sections))
                .found(said);
    }

    private void found(JsonNode said) {
        open(said.path("public"));
        said.path("before").forEach(this::act);
        said.path("aid").forEach(this::putOnRecord);
        said.path("statements").forEach(this::record);
        begin(said.path("case"));
        said.path("after").forEach(this::act);
    }

    // --- what everybody may read ---

    /** All items of the kinds that are named. Interviews are opened to nobody, and neither is what was measured and not approved yet. */
    private void open(JsonNode said) {
        Set<String> kinds =
                said.path("kinds").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
        open(
                workspace,
                founder,
                item -> kinds.contains(item.kind().name())
                        && !(item.value() instanceof Source source
                                && source.type().isProtected())
                        && !(item.value() instanceof Measurement measured
                                && measured.state() != MeasurementState.APPROVED),
                said.path("because").asString());
    }

    /** A round of assessment with its answers, while it can be changed. */
    static void openRound(ItemId round, Workspace workspace, AccountId founder) {
        open(
                workspace,
                founder,
                item -> switch (item.value()) {
                    case QuestionSet _ -> true;
                    case Round _ -> item.id().equals(round);
                    case Scope scope -> scope.round().equals(round);
                    case Rating rating -> rating.round().equals(round);
                    default -> false;
                },
                Wording.english().say("portal.demo.open-round"));
    }

    private static void open(Workspace workspace, AccountId founder, Predicate<Item<?>> which, String because) {
        View view = workspace.view(founder);
        List<Edit> edits = new ArrayList<>();
        for (ItemId id : view.ids()) {
            view.find(id)
                    .filter(which)
                    .filter(item -> item.sensitivity() instanceof Sensitivity.Members)
                    .ifPresent(item -> edits.add(new Edit.Put(item.meantFor(Sensitivity.forEverybody()))));
        }
        accepted(workspace.append(founder, edits, Reason.of(Act.EDIT, because)));
    }

    // --- editions and texts ---

    private void act(JsonNode said) {
        Map<String, String> words = words(said);
        String act = Objects.requireNonNullElse(words.remove(ACT), "");
        String edition = Objects.requireNonNullElse(words.remove(EDITION), "");
        put(
                switch (act) {
                    case "draft" -> {
                        TypedStrategy typed = new TypedStrategy(words).knowing(TypedStrategy.DRAFT);
                        yield typed.draft(now(typed.readership(Readership.MEMBERS)));
                    }
                    case "step" ->
                        new TypedStrategy(words).knowing(TypedStrategy.STEP).step(edition(edition));
                    case "approve" -> {
                        Item<Edition> approved = edition(edition);
                        words.put("digest", approved.value().digest());
                        yield new TypedStrategy(words)
                                .knowing(TypedStrategy.APPROVAL)
                                .approval(approved);
                    }
                    case "write" -> {
                        ComposedSection section = now(Readership.MEMBERS)
                                .section(
                                        TypedStrategy.section(Objects.requireNonNullElse(words.remove("section"), "")));
                        // Behind what is composed, as somebody writes who begins with that.
                        words.computeIfPresent("text", (_, text) -> TypedText.written(section.text()) + "\n\n" + text);
                        yield new TypedStrategy(words)
                                .knowing(TypedStrategy.TEXT)
                                .text(section);
                    }
                    default -> throw broken();
                });
    }

    private Strategy now(Readership readership) {
        return strategies.now(workspace, founder, readership, Locale.ENGLISH);
    }

    private Item<Edition> edition(String title) {
        return StrategyAnswers.find(workspace.view(founder), title);
    }

    // --- what is looked at before support is given ---

    private void putOnRecord(JsonNode said) {
        Map<String, String> words = words(said);
        words.computeIfPresent("support", (_, title) -> support(title).toString());
        put(new TypedAid(words).fresh());
    }

    private void record(JsonNode said) {
        Map<String, String> words = words(said);
        String instrument = Objects.requireNonNullElse(words.remove("instrument"), "");
        InstrumentQuestion question = new InstrumentQuestion(
                Optional.ofNullable(words.get("country")), Optional.empty(), Optional.empty(), Optional.empty(), true);
        View view = workspace.view(founder);
        accepted(workspace.append(
                founder,
                new TypedStatement(words)
                        .knowing(TypedStatement.STATEMENT)
                        .edits(
                                InstrumentRegister.line(
                                        instrument,
                                        question,
                                        TreatyTable.Status.NONE,
                                        Optional.of(view),
                                        workspace.day(founder),
                                        Locale.ENGLISH),
                                view),
                Reason.EDIT));
    }

    private void begin(JsonNode said) {
        Map<String, String> words = words(said.path("begin"));
        words.computeIfPresent("support", (_, title) -> support(title).toString());
        words.computeIfPresent("recipient", (_, title) -> actor(title).toString());
        TypedCase.Begun begun = new TypedCase(words)
                .knowing(TypedCase.BEGIN)
                .begin(workspaces, workspace, founder, faces, Wording.english());
        accepted(begun.outcome());
        Item<CaseFile> asked = file(begun);
        put(asked.saying(typed(said.path("answers"), TypedCase.answers()).answered(asked.value())));
        said.path("facts").forEach(fact -> put(typed(fact, TypedCase.FACT).fact(file(begun))));
        said.path("measures")
                .forEach(measure -> put(typed(measure, TypedCase.MEASURE).measure(file(begun))));
        said.path("steps").forEach(step -> {
            Item<CaseFile> before = file(begun);
            put(before.saying(typed(step, TypedCase.STEP).stepped(before.value())));
        });
    }

    private static TypedCase typed(JsonNode said, List<String> names) {
        return new TypedCase(words(said)).knowing(names);
    }

    private Item<CaseFile> file(TypedCase.Begun begun) {
        return workspace.view(founder).get(CaseFile.KIND, begun.id());
    }

    private ItemId support(String title) {
        View view = workspace.view(founder);
        return view.list(ResultsChain.KIND).stream()
                .filter(chain -> chain.value().adoption() == Adoption.ADOPTED)
                .flatMap(chain -> Chain.of(view, chain.id()).list(Support.KIND).stream())
                .filter(support -> support.value().title().equals(title))
                .map(Item::id)
                .findFirst()
                .orElseThrow(DemoStrategy::broken);
    }

    private ItemId actor(String name) {
        return workspace.view(founder).list(Actor.KIND).stream()
                .filter(actor -> actor.value().names().contains(name))
                .map(Item::id)
                .findFirst()
                .orElseThrow(DemoStrategy::broken);
    }

    private static Map<String, String> words(JsonNode said) {
        Map<String, String> words = new LinkedHashMap<>();
        said.properties().forEach(one -> words.put(one.getKey(), one.getValue().asString()));
        return words;
    }

    private void put(Item<?> item) {
        accepted(workspace.append(founder, List.of(new Edit.Put(item)), Reason.EDIT));
    }

    private static void accepted(Outcome outcome) {
        if (!(outcome instanceof Outcome.Accepted)) {
            throw broken();
        }
    }

    private static Failure broken() {
        return new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken"));
    }
}
