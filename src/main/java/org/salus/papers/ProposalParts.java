package org.salus.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.salus.appraisal.AidAnswer;
import org.salus.appraisal.AidCase;
import org.salus.appraisal.AidRules;
import org.salus.diligence.CaseEntry;
import org.salus.diligence.CaseReading;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Paragraph;
import org.salus.documents.Span;
import org.salus.documents.Table;
import org.salus.framework.Wording;
import org.salus.goals.Assumption;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.goals.Cost;
import org.salus.goals.Goal;
import org.salus.goals.Indicator;
import org.salus.goals.LinkType;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.goals.Risk;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.planning.PlanStep;
import org.salus.strategy.Cited;

/** A proposal of support from one objective: the problem, what is to change, whether it can count as aid, due diligence, risk, cost by year, and who pays afterwards. */
final class ProposalParts {
    private static final int MOST_QUESTIONS = 3;

    /** Years after the end of support of which the cost is shown. */
    private static final int AFTERWARDS = 3;

    private ProposalParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("problem", ProposalParts::problem).needing(PaperChoice.OBJECTIVE),
                PaperPart.of("objective", ProposalParts::objective).needing(PaperChoice.OBJECTIVE),
                PaperPart.of("eligibility", ProposalParts::eligibility).needing(PaperChoice.OBJECTIVE),
                PaperPart.of("diligence", ProposalParts::diligence).needing(PaperChoice.OBJECTIVE),
                PaperPart.of("risk", ProposalParts::risk).needing(PaperChoice.OBJECTIVE),
                PaperPart.of("cost", ProposalParts::cost).needing(PaperChoice.OBJECTIVE));
    }

    private static void problem(Making making, Sheet sheet) {
        Making.Planned planned = making.objective();
        Objective objective = planned.value();
        if (objective.why().isBlank()) {
            sheet.say("papers.problem.not-said");
        } else {
            sheet.all(List.of(Cited.paragraph(objective.why(), planned.item(), making.view())));
        }
        objective
                .institution()
                .map(making.material().oversight()::findings)
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> sheet.under(
                        "papers.problem.findings",
                        found.stream()
                                .map(one -> making.wording().say(one.says()))
                                .toList()));
        sheet.say("papers.problem.threatened", making.said(objective.threatened()));
    }

    private static List<Item<? extends Box>> boxes(Chain chain, Iterable<ItemId> ids) {
        List<Item<? extends Box>> boxes = new ArrayList<>();
        ids.forEach(id -> chain.box(id).ifPresent(boxes::add));
        return boxes;
    }

    private static void objective(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Making.Planned planned = making.objective();
        Objective objective = planned.value();
        Chain chain = planned.chain();
        sheet.say(
                "papers.objective.lead",
                objective.title(),
                making.said(making.institution(objective)),
                making.said(objective.owner()),
                making.date(objective.begins()),
                making.date(objective.until()));
        sheet.under(
                "papers.objective.goals",
                boxes(chain, chain.after(planned.item().id())).stream()
                        .filter(box -> box.kind().equals(Goal.KIND))
                        .map(box -> box.value().title())
                        .toList());
        sheet.under(
                "papers.objective.results",
                boxes(chain, chain.before(planned.item().id())).stream()
                        .filter(box -> box.kind().equals(Result.KIND))
                        .map(box -> box.value().title())
                        .toList());
        List<Given> given = given(making, planned);
        if (given.isEmpty()) {
            sheet.say("papers.objective.no-support");
        } else {
            sheet.heading("papers.objective.support");
            sheet.table(SupportParts.table(given, wording));
            Sources.recorded(Given.items(given), making, sheet);
        }
        List<Item<Indicator>> indicators = chain.indicators(planned.item().id());
        if (indicators.isEmpty()) {
            sheet.say("papers.objective.no-indicators");
        } else {
            sheet.table(Indicators.plan(chain, indicators, wording));
        }
    }

    private static List<Given> given(Making making, Making.Planned planned) {
        return Given.of(making).stream()
                .filter(one -> planned.chain()
                        .before(planned.item().id())
                        .contains(one.item().id()))
                .toList();
    }

    private static void eligibility(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Making.Planned planned = making.objective();
        List<Item<? extends Box>> steps = boxes(
                        planned.chain(), planned.chain().before(planned.item().id()))
                .stream()
                .filter(box -> !box.value().title().isBlank())
                .toList();
        AidRules rules = AidRules.shipped();
        // Reasons and questions are long: in a column beside them a title would have no room.
        List<Paragraph> told = new ArrayList<>();
        String partner = making.institution(planned.value());
        for (Item<? extends Box> step : steps) {
            AidAnswer answer = rules.answer(new AidCase(
                    step.id().toString(),
                    partner.isBlank()
                            ? Map.of("activity", step.value().title())
                            : Map.of("activity", step.value().title(), "partner", partner)));
            List<String> questions = answer.questions().stream()
                    .limit(MOST_QUESTIONS)
                    .map(wording::say)
                    .toList();
            told.add(new Paragraph(List.of(
                    Span.strong(step.value().title()),
                    Span.of(wording.say(
                            questions.isEmpty() ? "papers.eligibility.step" : "papers.eligibility.asked",
                            wording.say(answer.verdict().label()),
                            wording.say(answer.reason()),
                            String.join(" ", questions))))));
        }
        if (told.isEmpty()) {
            sheet.say("papers.eligibility.nothing");
        }
        sheet.noted(told);
        sheet.note("papers.eligibility.standing", rules.edition());
    }

    /** Nothing of a case is said to who reads none, not even that there is none. */
    private static void diligence(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Making.Planned planned = making.objective();
        CaseReading cases = making.material().cases();
        List<ItemId> support =
                given(making, planned).stream().map(one -> one.item().id()).toList();
        List<CaseEntry> entries = cases.book().entries().stream()
                .filter(entry -> entry.file()
                                .unit()
                                .filter(unit -> planned.value()
                                        .institution()
                                        .filter(unit::equals)
                                        .isPresent())
                                .isPresent()
                        || entry.file().given().filter(support::contains).isPresent())
                .toList();
        sheet.list(entries.stream()
                .map(entry -> wording.say(
                        "papers.diligence.case",
                        cases.names().unit(entry),
                        cases.names().support(entry),
                        wording.say(entry.state().label())))
                .toList());
        sheet.say("papers.diligence.standing");
    }

    private static void risk(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Making.Planned planned = making.objective();
        Chain chain = planned.chain();
        ItemId id = planned.item().id();
        List<Item<Risk>> risks = chain.to(id, LinkType.THREATENS).stream()
                .flatMap(link -> chain.risk(link.value().from()).stream())
                .toList();
        if (risks.isEmpty()) {
            sheet.say("papers.risk.nothing");
        }
        sheet.table(new Table(
                wording.say("papers.risk.table"),
                List.of(
                        Column.text("risk", wording.say("papers.column.risk")),
                        Column.text("response", wording.say("papers.column.response")),
                        Column.text("office", wording.say("papers.column.office"))),
                risks.stream()
                        .map(one -> List.of(
                                Cell.text(one.value().title()),
                                SupportParts.text(one.value().response(), wording),
                                SupportParts.text(one.value().office(), wording)))
                        .toList()));
        List<String> assumptions = chain.from(id, LinkType.RESTS_ON).stream()
                .flatMap(link -> chain.assumption(link.value().to()).stream())
                .map(one -> assumption(one, wording))
                .toList();
        sheet.under("papers.risk.assumptions", assumptions);
    }

    static String assumption(Item<Assumption> one, Wording wording) {
        return wording.say(
                "papers.assumption",
                one.value().title(),
                wording.say(one.value().state().label()));
    }

    private static void cost(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Making.Planned planned = making.objective();
        Objective objective = planned.value();
        Cost cost = objective.cost();
        if (!cost.isKnown()) {
            sheet.say("papers.cost.nothing");
        } else {
            PlanStep step = PlanStep.of(planned.chain(), planned.item());
            List<PlanStep.Year> years = step.years(AFTERWARDS);
            sheet.table(new Table(
                    wording.say("papers.cost.table"),
                    List.of(
                            Column.text("years", wording.say("papers.column.year")),
                            Column.text("what", wording.say("papers.column.what")),
                            Column.text("amount", wording.say("papers.column.amount")),
                            Column.text("payer", wording.say("papers.column.who-pays"))),
                    years.isEmpty() ? unspread(objective, making) : spread(years, step, cost, wording)));
            sheet.note(years.isEmpty() ? "papers.cost.standing" : "papers.cost.spread");
            Sources.recorded(List.of(planned.item()), making, sheet);
        }
        sheet.say("papers.cost.payer", making.said(objective.payerAfterHandover()));
    }

    /** Each year of work, each until hand-over, and a few that are the state's. */
    private static List<List<Cell>> spread(List<PlanStep.Year> years, PlanStep step, Cost cost, Wording wording) {
        String donors = step.donors().isEmpty()
                ? wording.say("papers.cost.no-donors")
                : wording.say("papers.cost.donors", String.join(", ", step.donors()));
        Cell sought = Cell.text(
                step.donors().isEmpty()
                        ? wording.say("papers.cost.to-be-found")
                        : wording.say("papers.cost.partly-found", String.join(", ", step.donors())));
        return years.stream()
                .map(one -> {
                    boolean isWork = one.year() <= step.ready().orElse(one.year());
                    return List.of(
                            Cell.text(String.valueOf(one.year())),
                            Cell.text(wording.say(isWork ? "papers.cost.once" : "papers.cost.kept-up")),
                            SupportParts.amount(cost, isWork ? one.once() : one.everyYear(), wording),
                            isWork
                                    ? sought
                                    : one.isHandedOver()
                                            ? SupportParts.text(step.payer(), wording)
                                            : Cell.text(donors));
                })
                .toList();
    }

    /** Where its years are not known: all of it in a row, and what it takes in any year afterwards. */
    private static List<List<Cell>> unspread(Objective objective, Making making) {
        Wording wording = making.wording();
        Cost cost = objective.cost();
        return List.of(
                List.of(
                        Cell.text(making.date(objective.begins()) + " – " + making.date(objective.until())),
                        Cell.text(wording.say("papers.cost.once")),
                        SupportParts.amount(cost, cost.once(), wording),
                        Cell.text(wording.say("papers.cost.to-be-found"))),
                List.of(
                        Cell.text(wording.say("papers.cost.afterwards")),
                        Cell.text(wording.say("papers.cost.kept-up")),
                        SupportParts.amount(cost, cost.everyYear(), wording),
                        SupportParts.text(objective.payerAfterHandover(), wording)));
    }
}
