package org.salus.papers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.Wording;
import org.salus.goals.Assumption;
import org.salus.goals.AssumptionState;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.Goal;
import org.salus.goals.Indicator;
import org.salus.goals.Link;
import org.salus.goals.LinkType;
import org.salus.goals.Objective;
import org.salus.goals.Strength;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * Terms of reference of an evaluation: what is evaluated, questions by the six criteria of OECD-DAC as they were set anew in 2019, made out of what the plan assumes and of its weak
 * links, and what can be measured.
 */
final class EvaluationParts {
    private static final int USUAL_QUESTIONS = 8;

    /** The criteria of OECD-DAC (DCD/DAC(2019)58/FINAL), in their order. */
    enum Criterion {
        RELEVANCE("relevance"),
        COHERENCE("coherence"),
        EFFECTIVENESS("effectiveness"),
        EFFICIENCY("efficiency"),
        IMPACT("impact"),
        SUSTAINABILITY("sustainability");

        private final String code;

        Criterion(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private EvaluationParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("evaluated", EvaluationParts::evaluated)
                        .knowing(PaperChoice.GOAL, PaperChoice.FROM, PaperChoice.TO),
                PaperPart.of("criteria", EvaluationParts::criteria)
                        .knowing(PaperChoice.GOAL)
                        .set(PaperPart.MOST),
                PaperPart.of("evaluation-indicators", EvaluationParts::indicators)
                        .knowing(PaperChoice.GOAL));
    }

    /** The part of a plan that leads to the goal that is asked for; all of it where none is. */
    record Scope(Chain chain, Set<ItemId> boxes) {
        boolean has(ItemId box) {
            return boxes.contains(box);
        }

        <T extends Record & Box> List<Item<T>> list(Kind<T> kind) {
            return chain.list(kind).stream().filter(item -> has(item.id())).toList();
        }

        List<Item<Indicator>> indicators() {
            return chain.indicators().stream()
                    .filter(one -> has(one.value().of()))
                    .toList();
        }

        /** The assumptions that links and boxes of it rest on. */
        List<Item<Assumption>> assumptions() {
            Set<ItemId> rested = chain.links().stream()
                    .filter(link -> link.value().type() == LinkType.RESTS_ON
                            && has(link.value().from()))
                    .map(link -> link.value().to())
                    .collect(Collectors.toSet());
            return chain.assumptions().stream()
                    .filter(one -> rested.contains(one.id()))
                    .toList();
        }
    }

    static List<Scope> scopes(Making making) {
        List<Scope> scopes = new ArrayList<>();
        var goal = making.goal();
        for (Chain chain : making.plans()) {
            Set<ItemId> boxes = new LinkedHashSet<>();
            if (goal.isEmpty()) {
                chain.boxes().forEach(box -> boxes.add(box.id()));
            } else if (chain.box(goal.get().id()).isPresent()) {
                boxes.add(goal.get().id());
                boxes.addAll(chain.before(goal.get().id()));
            }
            if (!boxes.isEmpty()) {
                scopes.add(new Scope(chain, boxes));
            }
        }
        return scopes;
    }

    private static void evaluated(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<Scope> scopes = scopes(making);
        if (scopes.isEmpty()) {
            sheet.say("papers.evaluated.nothing");
            return;
        }
        List<String> goals = scopes.stream()
                .flatMap(scope -> scope.list(Goal.KIND).stream())
                .map(one -> one.value().title())
                .toList();
        List<String> objectives = scopes.stream()
                .flatMap(scope -> scope.list(Objective.KIND).stream())
                .map(one -> wording.say(
                        "papers.evaluated.objective",
                        one.value().title(),
                        making.said(making.institution(one.value())),
                        making.date(one.value().until())))
                .toList();
        sheet.say("papers.evaluated.lead", making.material().charter().name(), goals.size(), objectives.size());
        if (making.question().from().isPresent() || making.question().to().isPresent()) {
            sheet.say(
                    "papers.evaluated.period",
                    making.date(making.question().from()),
                    making.date(making.question().to()));
        }
        sheet.under("papers.evaluated.goals", goals);
        sheet.under("papers.evaluated.objectives", objectives);
        sheet.say("papers.evaluated.standing");
    }

    private static void criteria(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Map<Criterion, List<String>> asked = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            asked.put(criterion, new ArrayList<>());
        }
        scopes(making).forEach(scope -> ask(scope, asked, making));
        int most = making.setting().most(USUAL_QUESTIONS);
        sheet.say("papers.criteria.lead");
        asked.forEach((criterion, questions) -> {
            sheet.heading("papers.criterion." + criterion.code() + ".name");
            sheet.say("papers.criterion." + criterion.code() + ".text");
            List<String> all = questions.stream().distinct().toList();
            sheet.list(all.subList(0, Math.min(most, all.size())));
            if (all.size() > most) {
                sheet.note("papers.more", all.size() - most);
            }
            if (all.isEmpty()) {
                sheet.say("papers.criteria.general", wording.say("papers.criterion." + criterion.code() + ".asks"));
            }
        });
        sheet.note("papers.criteria.source");
    }

    private static void ask(Scope scope, Map<Criterion, List<String>> asked, Making making) {
        Wording wording = making.wording();
        Chain chain = scope.chain();
        for (Item<Objective> item : scope.list(Objective.KIND)) {
            Objective objective = item.value();
            if (objective.why().isBlank()) {
                add(asked, Criterion.RELEVANCE, wording, "papers.ask.why", objective.title());
            } else {
                add(asked, Criterion.RELEVANCE, wording, "papers.ask.still", objective.why());
            }
            if (!objective.cost().isKnown()) {
                add(asked, Criterion.EFFICIENCY, wording, "papers.ask.cost", objective.title());
            } else {
                add(asked, Criterion.EFFICIENCY, wording, "papers.ask.for-less", objective.title());
            }
            if (!objective.threatened().isBlank()) {
                add(asked, Criterion.IMPACT, wording, "papers.ask.threatened", objective.threatened());
            }
            if (objective.payerAfterHandover().isBlank()) {
                add(asked, Criterion.SUSTAINABILITY, wording, "papers.ask.no-payer", objective.title());
            } else {
                add(
                        asked,
                        Criterion.SUSTAINABILITY,
                        wording,
                        "papers.ask.payer",
                        objective.payerAfterHandover(),
                        objective.title());
            }
        }
        for (Item<Goal> goal : scope.list(Goal.KIND)) {
            goal.value()
                    .effects()
                    .forEach(effect -> add(
                            asked,
                            Criterion.IMPACT,
                            wording,
                            "papers.ask.effect",
                            goal.value().title(),
                            wording.say(effect.effect().label()),
                            making.said(effect.assumption())));
            if (!goal.value().leftOut().isBlank()) {
                add(
                        asked,
                        Criterion.IMPACT,
                        wording,
                        "papers.ask.left-out",
                        goal.value().leftOut());
            }
        }
        for (Item<Assumption> one : scope.assumptions()) {
            if (one.value().state() != AssumptionState.SUPPORTED) {
                add(
                        asked,
                        Criterion.RELEVANCE,
                        wording,
                        "papers.ask.assumption",
                        one.value().title(),
                        wording.say(one.value().state().label()));
            }
        }
        for (Item<Link> item : chain.links()) {
            Link link = item.value();
            if (link.type() == LinkType.CONTRIBUTES
                    && scope.has(link.from())
                    && scope.has(link.to())
                    && (link.strength() == Strength.WEAK || link.strength() == Strength.UNKNOWN)) {
                add(
                        asked,
                        Criterion.EFFECTIVENESS,
                        wording,
                        link.strength() == Strength.WEAK ? "papers.ask.weak-link" : "papers.ask.link",
                        chain.title(link.from()),
                        chain.title(link.to()));
            }
            if (link.type() == LinkType.UNDERMINES && scope.has(link.from()) && scope.has(link.to())) {
                add(
                        asked,
                        Criterion.COHERENCE,
                        wording,
                        "papers.ask.undermines",
                        chain.title(link.from()),
                        chain.title(link.to()));
            }
        }
        List<Given> given = Given.of(making).stream()
                .filter(one -> scope.has(one.item().id()))
                .toList();
        if (Given.donors(given) > 1) {
            add(
                    asked,
                    Criterion.COHERENCE,
                    wording,
                    "papers.ask.donors",
                    given.stream().map(Given::donor).distinct().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static void add(
            Map<Criterion, List<String>> asked, Criterion criterion, Wording wording, String key, Object... with) {
        asked.getOrDefault(criterion, new ArrayList<>()).add(wording.say(key, with));
    }

    private static void indicators(Making making, Sheet sheet) {
        Wording wording = making.wording();
        for (Scope scope : scopes(making)) {
            List<Item<Indicator>> with = scope.indicators().stream()
                    .filter(one -> one.value().baseline().isSaid())
                    .toList();
            List<Item<Indicator>> without = scope.indicators().stream()
                    .filter(one -> !one.value().baseline().isSaid())
                    .toList();
            sheet.say("papers.evaluation-indicators.lead", with.size(), without.size());
            if (!with.isEmpty()) {
                sheet.heading("papers.evaluation-indicators.with");
                sheet.table(Indicators.plan(scope.chain(), with, wording));
            }
            if (!without.isEmpty()) {
                sheet.heading("papers.evaluation-indicators.without");
                sheet.table(Indicators.plan(scope.chain(), without, wording));
                sheet.say("papers.evaluation-indicators.standing");
            }
        }
    }
}
