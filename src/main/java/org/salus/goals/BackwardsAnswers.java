package org.salus.goals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;

/**
 * Planning backwards for programs and in a terminal: how far each step is, what is still open there, which findings and which known support are on offer, and what
 * taking them up writes. It asks what the pages ask, so it says what they say. Pure.
 */
public final class BackwardsAnswers {
    private final Workspace workspace;
    private final View view;
    private final GoalsAnswers answers;
    private final Wording wording;

    /** @param view of the workspace, as its reader sees it */
    public BackwardsAnswers(Workspace workspace, View view, Wording wording) {
        this.workspace = workspace;
        this.view = view;
        this.answers = new GoalsAnswers(view, wording);
        this.wording = wording;
    }

    /** The alternative of that id, beginning of an id, or title. */
    public Item<ResultsChain> chain(String words) {
        return answers.chain(words);
    }

    /**
     * How far planning has come.
     *
     * @param goal id or title of the goal from which one plans; empty for the first there is
     * @throws Failure (not found) if there is no such goal
     */
    public Backwards backwards(Item<ResultsChain> chain, Optional<String> goal) {
        Chain model = answers.model(chain);
        Optional<ItemId> from = goal.map(words -> answers.box(model, words).id());
        Backwards found = Backwards.of(model, answers.holes(model), answers.answered(model), from);
        if (goal.isPresent() && found.goal().isEmpty()) {
            throw Failure.notFound(Sentence.of("goals.failure.no-box", goal.get()));
        }
        return found;
    }

    /** What was found before the plan. */
    public List<Ground> grounds() {
        return Grounds.today(workspace, view, wording.locale());
    }

    /** The steps, with what is open at each, and the findings on offer. */
    public Map<String, Object> tell(Item<ResultsChain> chain, Optional<String> goal) {
        Chain model = answers.model(chain);
        Backwards found = backwards(chain, goal);
        Map<String, Object> out = answers.begin();
        out.put("chain", GoalsAnswers.about(chain));
        out.put(
                "goals",
                model.list(Goal.KIND).stream().map(BackwardsAnswers::titled).toList());
        found.goal().ifPresent(one -> out.put("goal", one.id()));
        out.put("next", found.next());
        out.put(
                "steps",
                Stream.of(BackwardStep.values())
                        .map(step -> step(found, step, chain))
                        .toList());
        out.put(
                "objectives",
                found.objectives().stream().map(BackwardsAnswers::titled).toList());
        out.put("nothing_leads_to", found.without().stream().map(Item::id).toList());
        Map<String, List<Item<Objective>>> takenUp = Grounds.takenUp(view);
        out.put(
                "grounds",
                grounds().stream()
                        .map(ground -> ground(ground, takenUp.getOrDefault(ground.name(), List.of())))
                        .toList());
        return out;
    }

    private static Map<String, Object> titled(Item<? extends Box> box) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", box.id());
        out.put("title", box.value().title());
        return out;
    }

    private Map<String, Object> step(Backwards found, BackwardStep step, Item<ResultsChain> chain) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("step", step);
        out.put("name", step.label());
        out.put("asks", step.meaning());
        out.put("done", found.isDone(step));
        out.put("left", found.left(step));
        found.waitsFor(step).ifPresent(first -> out.put("waits_for", first));
        out.put(
                "open",
                found.open().getOrDefault(step, List.of()).stream()
                        .map(hole -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("name", hole.name());
                            one.put("box", hole.box());
                            one.put("says", wording.say(hole.says()));
                            one.put("mend", answers.mend(hole.fix(), chain));
                            return one;
                        })
                        .toList());
        return out;
    }

    private Map<String, Object> ground(Ground ground, List<Item<Objective>> takenUp) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", ground.name());
        out.put("source", ground.source());
        out.put("institution", ground.institution());
        out.put("characteristic", ground.characteristic());
        out.put("says", wording.say(ground.says()));
        out.put("page", "/workspaces/" + view.workspace() + "/" + ground.path());
        out.put("taken_up_by", takenUp.stream().map(Item::id).toList());
        return out;
    }

    /**
     * Known support that could be linked to a plan.
     *
     * @param known all that is known
     * @param area only of this reform area
     * @param words that all stand in its title or donor
     */
    public Map<String, Object> offers(
            Item<ResultsChain> chain, List<SupportOffer> known, Optional<ReformArea> area, String words) {
        Chain model = answers.model(chain);
        Map<String, Object> out = answers.begin();
        out.put("chain", GoalsAnswers.about(chain));
        out.put("known", known.size());
        out.put(
                "offers",
                known.stream()
                        .filter(offer -> offer.answers(area, words))
                        .map(offer -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("key", offer.key());
                            one.put("published", offer.isPublished());
                            one.put("source", offer.source().code());
                            one.put("known_from", wording.say(offer.from()));
                            one.put("title", offer.title());
                            one.put("donor", offer.donor());
                            offer.area().ifPresent(its -> one.put("area", its));
                            offer.when().from().ifPresent(day -> one.put("from", day));
                            offer.when().until().ifPresent(day -> one.put("until", day));
                            offer.in(model).ifPresent(support -> one.put("already", support.id()));
                            return one;
                        })
                        .toList());
        return out;
    }

    /**
     * What has to be written to link known support to a box.
     *
     * @param keys of the support that is meant
     * @param to id or title of the box
     */
    public List<Edit> linking(Item<ResultsChain> chain, List<SupportOffer> known, List<String> keys, String to) {
        Chain model = answers.model(chain);
        return SupportOffer.linking(known, keys, model, answers.box(model, to).id());
    }

    /**
     * A new objective and what has to be written for it.
     *
     * @param objective which has no versions yet
     */
    public record Begun(Item<Objective> objective, List<Edit> edits) {
        public Begun {
            edits = List.copyOf(edits);
        }
    }

    /**
     * An objective that takes up a finding.
     *
     * @param ground the finding's lasting name; empty for an objective that takes up none
     * @param to id or title of the box it contributes to; may be empty
     * @throws Failure if nothing of that name is found any more, or there is no such box
     */
    public Begun objective(Item<ResultsChain> chain, String ground, String title, String to) {
        Objective said = ground.isBlank()
                ? Objective.of(chain.id(), title.strip())
                : Objective.takingUp(chain.id(), title.strip(), Grounds.get(workspace, view, wording.locale(), ground));
        Item<Objective> objective = Item.fresh(Objective.KIND, said);
        List<Edit> edits = new ArrayList<>(List.of(new Edit.Put(objective)));
        if (!to.isBlank()) {
            edits.add(new Edit.Put(Item.fresh(
                    Link.KIND,
                    Link.of(
                            chain.id(),
                            objective.id(),
                            answers.box(answers.model(chain), to).id()))));
        }
        return new Begun(objective, edits);
    }
}
