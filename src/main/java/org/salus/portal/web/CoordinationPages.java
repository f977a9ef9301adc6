package org.salus.portal.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.salus.coordination.Concentration;
import org.salus.coordination.Coordination;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.CoordinationTexts;
import org.salus.coordination.Coordinations;
import org.salus.coordination.Finding;
import org.salus.coordination.FindingKind;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableView;
import org.salus.framework.Figure;
import org.salus.framework.Wording;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portfolio.Period;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.Supports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Who does what where in a country: findings with what they stand on, questions, and how money is spread. */
@Controller
final class CoordinationPages {
    private final Evidence evidence;
    private final Briefs briefs;
    private final Supports supports;
    private final Coordinations coordinations;
    private final CountryFrame frame;

    CoordinationPages(Evidence evidence, Briefs briefs, Supports supports, Layouts layouts) {
        this.evidence = evidence;
        this.briefs = briefs;
        this.supports = supports;
        this.coordinations = new Coordinations(supports);
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /**
     * A finding as it is shown.
     *
     * @param rows where exactly its rows are, if an address can say so
     * @param activities by title
     */
    record FindingView(String says, List<String> reasons, Optional<String> rows, List<Link> activities) {}

    /** The findings of one kind. */
    record KindView(String name, List<FindingView> findings) {}

    record CoordinationPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            String caution,
            List<KindView> kinds,
            List<String> asked,
            List<String> notComputed,
            Optional<TableView> spread,
            Optional<TableView> plans,
            Optional<TableView> swings,
            List<String> receivers) {}

    @GetMapping("/countries/{iso3}/coordination")
    ModelAndView coordination(@PathVariable String iso3, Wording wording, Address here) {
        CountryQuestion question = CountryQuestion.of(iso3, here);
        Snapshot snapshot = evidence.snapshot();
        Coordination found = coordinations.of(
                snapshot,
                new CoordinationQuestion(
                        question.country(),
                        question.period(),
                        question.currency(),
                        question.measure(),
                        Optional.empty(),
                        Optional.empty()));
        Layout layout = frame.below(
                        question,
                        wording,
                        wording.say(
                                "coordination.page.title", question.country().inText(wording)))
                .from(snapshot.id());
        SupportMap map = briefs.of(question).support();
        return CountryFrame.page(
                "portal/web/coordination",
                new CoordinationPage(
                        layout,
                        frame.choosing(question, map, Optional.of(found.measure())),
                        map.activities().isEmpty()
                                ? wording.say(
                                        "portal.brief.nothing",
                                        question.country().inText(wording))
                                : wording.say(
                                        "coordination.page.answer",
                                        found.findings().findings().size(),
                                        found.findings().asked().size()),
                        wording.say(found.caution()),
                        kinds(found, question, snapshot, wording),
                        found.findings().asked().stream()
                                .map(asked -> wording.say(asked.question()))
                                .toList(),
                        found.findings().notComputed().stream()
                                .map(wording::say)
                                .toList(),
                        found.concentrations().isEmpty()
                                ? Optional.empty()
                                : Optional.of(TableView.of("spread", spread(found, question, wording), layout)),
                        found.predictability().years().isEmpty()
                                ? Optional.empty()
                                : Optional.of(TableView.of("plans", plans(found, wording), layout)),
                        found.concentrations().isEmpty()
                                ? Optional.empty()
                                : Optional.of(TableView.of("swings", swings(found, wording), layout)),
                        found.localisations().stream()
                                .map(one -> new CoordinationTexts(wording).receivers(one))
                                .map(wording::say)
                                .toList()));
    }

    private List<KindView> kinds(Coordination found, CountryQuestion question, Snapshot snapshot, Wording wording) {
        Map<String, String> titles =
                supports.of(snapshot, question.country(), Period.ALL, question.currency()).activities().stream()
                        .map(sorted -> sorted.activity())
                        .collect(Collectors.toMap(
                                activity -> activity.identifier(), activity -> activity.title(), (one, other) -> one));
        List<KindView> kinds = new ArrayList<>();
        for (FindingKind kind : FindingKind.values()) {
            List<FindingView> views = found.findings().findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .map(finding -> new FindingView(
                            wording.say(finding.says()),
                            finding.reasons().stream().map(wording::say).toList(),
                            rows(finding, found, question),
                            finding.activities().stream()
                                    .map(identifier -> new Link(
                                            titles.getOrDefault(identifier, identifier),
                                            Address.of("/activities")
                                                    .with("id", identifier)
                                                    .toString()))
                                    .toList()))
                    .toList();
            if (!views.isEmpty()) {
                kinds.add(new KindView(wording.say(kind.label()), views));
            }
        }
        return kinds;
    }

    /** Falls and single donors speak of all rows of an area in some years; other findings of those of certain activities. */
    private static Optional<String> rows(Finding finding, Coordination found, CountryQuestion question) {
        return finding.kind() == FindingKind.FALLING || finding.kind() == FindingKind.ONE_DONOR
                ? Optional.of(question.rows(found.measure())
                        .with("area", finding.area().code())
                        .with("donor", finding.donor().orElse(null))
                        .with("from", finding.from().orElse(null))
                        .with("to", finding.to().orElse(null))
                        .toString())
                : Optional.empty();
    }

    private static Table spread(Coordination found, CountryQuestion question, Wording wording) {
        List<List<Cell>> rows = found.concentrations().stream()
                .filter(one -> one.year().isEmpty())
                .map(one -> List.of(
                        one.area()
                                .map(area -> Cell.text(area.code() + " " + wording.say(area.label()))
                                        .withCode(area.code()))
                                .orElseGet(() -> Cell.text(wording.say("coordination.all-areas"))),
                        one.area()
                                .map(area -> Cell.number(one.total())
                                        .withLink(SupportViews.uri(
                                                question.rows(found.measure()).with("area", area.code()))))
                                .orElseGet(() -> Cell.number(one.total())),
                        Cell.number(one.donors().size()),
                        cell(one.herfindahl(), wording),
                        cell(one.effectiveDonors(), wording),
                        one.fragmentation()
                                .valueIfAny()
                                .map(Concentration.Fragmentation::ratio)
                                .map(Cell::number)
                                .orElseGet(() -> blank(one.fragmentation(), wording))))
                .toList();
        return new Table(
                wording.say("coordination.page.spread", question.country().inText(wording)),
                List.of(
                        Column.text("area", wording.say("coordination.page.area")),
                        Column.decimal(
                                "money",
                                wording.say(
                                        "portfolio.measure." + found.measure().word()),
                                found.currency(),
                                0),
                        Column.integer("donors", wording.say("coordination.page.donors"), ""),
                        Column.decimal("herfindahl", wording.say("coordination.page.herfindahl"), "", 2),
                        Column.decimal("effective", wording.say("coordination.page.effective"), "", 1),
                        Column.share("fragmentation", wording.say("coordination.page.fragmentation"), 0)),
                rows);
    }

    private static Table plans(Coordination found, Wording wording) {
        return new Table(
                wording.say("coordination.page.plans"),
                List.of(
                        Column.text("year", wording.say("coordination.page.year")),
                        Column.decimal("planned", wording.say("coordination.page.planned"), found.currency(), 0),
                        Column.decimal("paid", wording.say("coordination.page.paid"), found.currency(), 0),
                        Column.share("ratio", wording.say("coordination.page.paid-of-planned"), 0),
                        Column.share("as_planned", wording.say("coordination.page.as-planned"), 0),
                        Column.decimal("without", wording.say("coordination.page.without-plan"), found.currency(), 0)),
                found.predictability().years().stream()
                        .map(year -> List.of(
                                Cell.text(String.valueOf(year.year())),
                                Cell.number(year.planned()),
                                Cell.number(year.paid()),
                                cell(year.paidOfPlanned(), wording),
                                cell(year.asPlanned(), wording),
                                Cell.number(year.paidWithoutPlan())))
                        .toList());
    }

    private static Table swings(Coordination found, Wording wording) {
        return new Table(
                wording.say("coordination.page.swings"),
                List.of(
                        Column.text("area", wording.say("coordination.page.area")),
                        Column.text("years", wording.say("coordination.page.years")),
                        Column.decimal("variation", wording.say("coordination.page.variation"), "", 2),
                        Column.decimal("log_change", wording.say("coordination.page.log-change"), "", 2)),
                found.predictability().volatilities().stream()
                        .map(one -> List.of(
                                one.area()
                                        .map(area -> Cell.text(area.code() + " " + wording.say(area.label()))
                                                .withCode(area.code()))
                                        .orElseGet(() -> Cell.text(wording.say("coordination.all-areas"))),
                                Cell.text(one.from().map(String::valueOf).orElse("") + "–"
                                        + one.to().map(String::valueOf).orElse("")),
                                cell(one.variation(), wording),
                                cell(one.logChange(), wording)))
                        .toList());
    }

    private static Cell cell(Figure<BigDecimal> figure, Wording wording) {
        return figure.valueIfAny().map(Cell::number).orElseGet(() -> blank(figure, wording));
    }

    private static Cell blank(Figure<?> figure, Wording wording) {
        return Cell.blank(figure.reasonIfAny().map(wording::say).orElse(""));
    }
}
