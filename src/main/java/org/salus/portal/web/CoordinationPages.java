package org.salus.portal.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.coordination.Concentration;
import org.salus.coordination.Coordination;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.CoordinationTexts;
import org.salus.coordination.Coordinations;
import org.salus.coordination.Finding;
import org.salus.coordination.FindingKind;
import org.salus.coordination.Levels;
import org.salus.coordination.Localisation;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layout.Link;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.TableView;
import org.salus.framework.Field;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.portal.BriefJson;
import org.salus.portal.Briefs;
import org.salus.portal.CountryQuestion;
import org.salus.portfolio.Period;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;
import org.salus.portfolio.Supports;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Who does what where in a country: findings with what they stand on, questions, and how money is spread. */
@Controller
final class CoordinationPages {
    /** Digits of a share behind the point. */
    private static final int DIGITS = 10;

    private final Evidence evidence;
    private final Briefs briefs;
    private final Supports supports;
    private final Coordinations coordinations;
    private final CountryFrame frame;
    private final Workspaces workspaces;

    CoordinationPages(Evidence evidence, Briefs briefs, Supports supports, Layouts layouts, Workspaces workspaces) {
        this.workspaces = workspaces;
        this.evidence = evidence;
        this.briefs = briefs;
        this.supports = supports;
        this.coordinations = new Coordinations(supports);
        this.frame = new CountryFrame(evidence, briefs, layouts);
    }

    /**
     * A finding as it is views.
     *
     * @param says what is found
     * @param behind what it stands on, in a few words
     * @param rows its activities, each with the rows of its money
     */
    record FindingView(String says, List<String> reasons, String behind, TableView rows) {}

    /**
     * The findings of one kind.
     *
     * @param id of its place on the page
     */
    record KindView(String id, String name, List<FindingView> findings) {
        /** Its name with how many there are. */
        String counted(Wording wording) {
            return wording.say("coordination.page.kind", name, findings.size());
        }
    }

    /** Activities behind a figure, folded away. */
    record Behind(String says, List<Link> activities) {}

    /** An indicator of the Global Partnership. */
    record IndicatorView(String says, String measures, String here, Optional<Behind> behind) {}

    /** The page; tables are empty where nothing is loaded. */
    record CoordinationPage(
            Layout layout,
            CountryFrame.Choosing choosing,
            String answer,
            String caution,
            Optional<String> once,
            String chains,
            boolean isEmpty,
            List<Link> workspaces,
            List<KindView> kinds,
            List<String> asked,
            List<String> notComputed,
            Optional<TableView> spread,
            List<String> shares,
            Optional<TableView> fields,
            Optional<TableView> contents,
            List<Behind> speaking,
            List<String> note,
            Optional<TableView> levels,
            List<Behind> paying,
            String beyond,
            List<Link> neighbours,
            List<String> levelsNotComputed,
            Optional<TableView> plans,
            List<Behind> planned,
            List<IndicatorView> partnership,
            Optional<TableView> swings,
            List<String> receivers,
            Optional<TableView> received,
            List<Behind> receiving,
            String rules) {}

    @GetMapping("/countries/{iso3}/coordination")
    ModelAndView coordination(@PathVariable String iso3, Wording wording, Address here, SignedIn reader) {
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
        // Findings look beyond the years that are asked for.
        Views views = new Views(
                supports.of(snapshot, question.country(), Period.ALL, question.currency()),
                question,
                found,
                layout,
                wording);
        boolean isEmpty = found.concentrations().isEmpty();
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
                        CoordinationTexts.once(found).map(wording::say),
                        question.part("chains").toString(),
                        map.activities().isEmpty(),
                        workspaces(question.country(), reader),
                        views.kinds(),
                        found.findings().asked().stream()
                                .map(asked -> wording.say(asked.question()))
                                .toList(),
                        found.findings().notComputed().stream()
                                .map(wording::say)
                                .toList(),
                        isEmpty ? Optional.empty() : Optional.of(TableView.of("spread", views.spread(), layout)),
                        new CoordinationTexts(wording)
                                .shares(found.balance()).stream()
                                        .map(wording::say)
                                        .toList(),
                        isEmpty ? Optional.empty() : Optional.of(TableView.of("fields", views.fields(), layout)),
                        found.balance().contents().isEmpty()
                                ? Optional.empty()
                                : Optional.of(TableView.of("contents", views.contents(), layout)),
                        views.speaking(),
                        List.of(
                                wording.say(found.balance().note()),
                                wording.say(found.balance().basis())),
                        isEmpty ? Optional.empty() : Optional.of(TableView.of("levels", views.levels(), layout)),
                        views.paying(),
                        wording.say(new CoordinationTexts(wording).beyond(found)),
                        found.levels().neighbours().stream()
                                .map(one -> new Link(
                                        wording.say(new CoordinationTexts(wording).neighbour(found, one)),
                                        Address.of("/countries/" + one.country().iso3() + "/coordination")
                                                .toString()))
                                .toList(),
                        found.levels().notComputed().stream().map(wording::say).toList(),
                        found.predictability().years().isEmpty()
                                ? Optional.empty()
                                : Optional.of(TableView.of("plans", views.plans(), layout)),
                        found.predictability().years().stream()
                                .map(year -> views.behind(
                                        wording.say(
                                                "coordination.page.with-plan",
                                                String.valueOf(year.year()),
                                                year.activities().size()),
                                        year.activities()))
                                .toList(),
                        views.partnership(),
                        isEmpty ? Optional.empty() : Optional.of(TableView.of("swings", views.swings(), layout)),
                        found.localisations().stream()
                                .map(one -> new CoordinationTexts(wording).national(one))
                                .map(wording::say)
                                .toList(),
                        isEmpty ? Optional.empty() : Optional.of(TableView.of("received", views.received(), layout)),
                        views.receiving(),
                        wording.say("coordination.page.rules", found.edition(), found.sorting())));
    }

    /** The workspaces about the country that the reader may open: there findings can be answered. */
    private List<Link> workspaces(Country country, SignedIn reader) {
        return workspaces.list(reader.id()).stream()
                .filter(view -> view.charter().countries().contains(country.iso3()))
                .map(view -> new Link(
                        view.charter().name(),
                        Address.of("/workspaces/" + view.workspace() + "/coordination")
                                .with("country", country.iso3())
                                .toString()))
                .toList();
    }

    /** What was found, as tables whose figures lead to the rows they are sums of. */
    private record Views(SupportMap map, CountryQuestion question, Coordination found, Layout layout, Wording wording) {
        List<KindView> kinds() {
            List<KindView> kinds = new ArrayList<>();
            for (FindingKind kind : FindingKind.values()) {
                List<FindingView> views = new ArrayList<>();
                for (Finding finding : found.findings().findings()) {
                    if (finding.kind() == kind) {
                        views.add(view(finding, kind.code() + "-" + (views.size() + 1)));
                    }
                }
                if (!views.isEmpty()) {
                    kinds.add(new KindView(kind.code(), wording.say(kind.label()), views));
                }
            }
            return kinds;
        }

        private FindingView view(Finding finding, String id) {
            return new FindingView(
                    wording.say(finding.says()),
                    finding.reasons().stream().map(wording::say).toList(),
                    wording.say(
                            "coordination.page.stands-on",
                            finding.activities().size(),
                            finding.rows().size()),
                    TableView.of(id, rows(finding), layout));
        }

        private Table rows(Finding finding) {
            Map<String, List<SupportRow>> byActivity =
                    finding.rows().stream().collect(Collectors.groupingBy(SupportRow::activity));
            List<List<Cell>> rows = finding.activities().stream()
                    .map(identifier -> {
                        List<SupportRow> own = byActivity.getOrDefault(identifier, List.of());
                        Optional<SortedActivity> sorted = map.find(identifier);
                        return List.of(
                                Cell.text(title(identifier)).withLink(activity(identifier)),
                                Cell.text(sorted.map(SortedActivity::donor)
                                        .map(donor -> BriefJson.donorName(donor, wording))
                                        .orElse("")),
                                own.isEmpty()
                                        ? Cell.blank(wording.say(
                                                "coordination.page.no-money",
                                                found.measure().word()))
                                        : Cell.number(sum(own))
                                                .withLink(SupportViews.uri(
                                                        rowsOf(finding).with("activity", identifier))),
                                Cell.number(own.size()));
                    })
                    .toList();
            return new Table(
                    wording.say(finding.says()),
                    List.of(
                            Column.text("title", wording.say("coordination.page.activity")),
                            Column.text("donor", wording.say("coordination.page.donor")),
                            Column.decimal("money", money(), found.currency(), 0),
                            Column.integer("rows", wording.say("coordination.page.rows"), "")),
                    rows,
                    Optional.of(List.of(
                            Cell.text(wording.say("coordination.page.sum")),
                            Cell.blank(""),
                            isWhole(finding)
                                    ? Cell.number(sum(finding.rows())).withLink(SupportViews.uri(rowsOf(finding)))
                                    : Cell.number(sum(finding.rows())),
                            Cell.number(finding.rows().size()))));
        }

        private String money() {
            return wording.say("portfolio.measure." + found.measure().word());
        }

        private static BigDecimal sum(List<SupportRow> rows) {
            return rows.stream().map(SupportRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private String title(String identifier) {
            return map.find(identifier)
                    .map(sorted -> sorted.activity().title())
                    .filter(title -> !title.isBlank())
                    .orElse(identifier);
        }

        private static URI activity(String identifier) {
            return SupportViews.uri(Address.of("/activities").with("id", identifier));
        }

        /** Falls and single donors speak of all rows of an area in some years; other findings of those of certain activities. */
        private static boolean isWhole(Finding finding) {
            return finding.kind() == FindingKind.FALLING || finding.kind() == FindingKind.ONE_DONOR;
        }

        /** An end speaks of all money of its activities, everything else of some years. */
        private Address rowsOf(Finding finding) {
            boolean isEnd = finding.kind() == FindingKind.CLIFF;
            return question.rows(found.measure())
                    .with("area", finding.area().code())
                    .with("donor", isWhole(finding) ? finding.donor().orElse(null) : null)
                    .with("from", isEnd ? null : finding.from().orElse(null))
                    .with("to", isEnd ? null : finding.to().orElse(null));
        }

        private Address rowsOf(Optional<ReformArea> area) {
            Address rows = question.rows(found.measure());
            return area.map(one -> rows.with("area", one.code())).orElseGet(() -> rows.with("reform", "yes"));
        }

        private Cell name(Optional<ReformArea> area) {
            return area.map(one -> Cell.text(one.code() + " " + wording.say(one.label()))
                            .withCode(one.code()))
                    .orElseGet(() -> Cell.text(wording.say("coordination.all-areas")));
        }

        Table spread() {
            List<List<Cell>> rows = found.concentrations().stream()
                    .filter(one -> one.year().isEmpty())
                    .map(one -> {
                        Address behind = rowsOf(one.area());
                        Address byDonor = behind.with("sort", "donor");
                        return List.of(
                                name(one.area()),
                                Cell.number(one.total()).withLink(SupportViews.uri(behind)),
                                Cell.number(one.donors().size()).withLink(SupportViews.uri(byDonor)),
                                cell(one.herfindahl(), byDonor),
                                cell(one.effectiveDonors(), byDonor),
                                one.fragmentation()
                                        .valueIfAny()
                                        .map(Concentration.Fragmentation::ratio)
                                        .map(ratio -> Cell.number(ratio).withLink(SupportViews.uri(byDonor)))
                                        .orElseGet(() -> blank(one.fragmentation())));
                    })
                    .toList();
            return new Table(
                    wording.say("coordination.page.spread", question.country().inText(wording)),
                    List.of(
                            Column.text("area", wording.say("coordination.page.area")),
                            Column.decimal("money", money(), found.currency(), 0),
                            Column.integer("donors", wording.say("coordination.page.donors"), ""),
                            Column.decimal("herfindahl", wording.say("coordination.page.herfindahl"), "", 2),
                            Column.decimal("effective", wording.say("coordination.page.effective"), "", 1),
                            Column.share("fragmentation", wording.say("coordination.page.fragmentation"), 0)),
                    rows);
        }

        Table fields() {
            return new Table(
                    wording.say("coordination.page.balance.fields"),
                    List.of(
                            Column.text("field", wording.say("coordination.page.balance.field")),
                            Column.decimal("money", money(), found.currency(), 0),
                            Column.integer("activities", wording.say("coordination.page.balance.activities"), ""),
                            Column.integer("rows", wording.say("coordination.page.rows"), "")),
                    found.balance().fields().stream()
                            .map(part -> {
                                URI behind = SupportViews.uri(question.rows(found.measure())
                                        .with("field", part.field().code()));
                                return List.of(
                                        Cell.text(part.field().code() + " "
                                                        + wording.say(
                                                                part.field().label()))
                                                .withCode(part.field().code()),
                                        Cell.number(part.money()).withLink(behind),
                                        Cell.number(part.activities().size()),
                                        Cell.number(part.rows()));
                            })
                            .toList());
        }

        Table contents() {
            return new Table(
                    wording.say("coordination.page.balance.contents"),
                    List.of(
                            Column.text("content", wording.say("coordination.page.balance.content")),
                            Column.decimal("money", money(), found.currency(), 0),
                            Column.integer("activities", wording.say("coordination.page.balance.activities"), ""),
                            Column.integer("rows", wording.say("coordination.page.rows"), "")),
                    found.balance().contents().stream()
                            .map(part -> List.of(
                                    Cell.text(wording.say(part.content().label()))
                                            .withCode(part.content().code()),
                                    Cell.number(part.money()),
                                    Cell.number(part.activities().size()),
                                    Cell.number(part.rows())))
                            .toList());
        }

        List<Behind> speaking() {
            return found.balance().contents().stream()
                    .map(part -> new Behind(
                            wording.say(
                                    "coordination.page.balance.behind",
                                    wording.say(part.content().label()),
                                    part.activities().size()),
                            part.activities().stream()
                                    .map(told -> new Link(
                                            told.words().isEmpty()
                                                    ? title(told.activity())
                                                    : wording.say(
                                                            "coordination.page.balance.words",
                                                            title(told.activity()),
                                                            String.join(", ", told.words())),
                                            question.rows(found.measure())
                                                    .with("field", Field.PROFESSIONAL_FORCES.code())
                                                    .with("activity", told.activity())
                                                    .toString()))
                                    .toList()))
                    .toList();
        }

        Table levels() {
            return new Table(
                    wording.say("coordination.page.levels.table"),
                    List.of(
                            Column.text("level", wording.say("coordination.page.levels.level")),
                            Column.decimal("money", money(), found.currency(), 0),
                            Column.integer("activities", wording.say("coordination.page.balance.activities"), ""),
                            Column.integer("rows", wording.say("coordination.page.rows"), ""),
                            Column.text("donors", wording.say("coordination.page.levels.donors"))),
                    found.levels().parts().stream()
                            .map(part -> List.of(
                                    Cell.text(wording.say(part.level().label()))
                                            .withCode(part.level().code()),
                                    Cell.number(part.money()),
                                    Cell.number(part.activities().size()),
                                    Cell.number(part.rows()),
                                    Cell.text(String.join(", ", part.donors()))))
                            .toList());
        }

        List<Behind> paying() {
            List<Behind> all = new ArrayList<>();
            for (Levels.Part part : found.levels().parts()) {
                all.add(behind(
                        wording.say(
                                "coordination.page.levels.behind",
                                wording.say(part.level().label()),
                                part.activities().size()),
                        part.activities()));
            }
            if (!found.levels().beyond().activities().isEmpty()) {
                all.add(behind(
                        wording.say("coordination.page.levels.wide"),
                        found.levels().beyond().activities()));
            }
            return all;
        }

        Table plans() {
            return new Table(
                    wording.say("coordination.page.plans"),
                    List.of(
                            Column.text("year", wording.say("coordination.page.year")),
                            Column.decimal("planned", wording.say("coordination.page.planned"), found.currency(), 0),
                            Column.decimal("paid", wording.say("coordination.page.paid"), found.currency(), 0),
                            Column.share("ratio", wording.say("coordination.page.paid-of-planned"), 0),
                            Column.share("as_planned", wording.say("coordination.page.as-planned"), 0),
                            Column.decimal(
                                    "without", wording.say("coordination.page.without-plan"), found.currency(), 0)),
                    found.predictability().years().stream()
                            .map(year -> List.of(
                                    Cell.text(String.valueOf(year.year())),
                                    Cell.number(year.planned()),
                                    Cell.number(year.paid()),
                                    cell(year.paidOfPlanned()),
                                    cell(year.asPlanned()),
                                    Cell.number(year.paidWithoutPlan())))
                            .toList());
        }

        List<IndicatorView> partnership() {
            return found.partnership().stream()
                    .map(one -> new IndicatorView(
                            wording.say(new CoordinationTexts(wording).value(one)),
                            wording.say("coordination.page.partnership.measures", wording.say(one.definition())),
                            wording.say("coordination.page.partnership.here", wording.say(one.here())),
                            one.activities().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(behind(
                                            wording.say(
                                                    "coordination.page.partnership.behind",
                                                    one.code(),
                                                    one.activities().size()),
                                            one.activities()))))
                    .toList();
        }

        Table swings() {
            return new Table(
                    wording.say("coordination.page.swings"),
                    List.of(
                            Column.text("area", wording.say("coordination.page.area")),
                            Column.text("years", wording.say("coordination.page.years")),
                            Column.decimal("variation", wording.say("coordination.page.variation"), "", 2),
                            Column.decimal("log_change", wording.say("coordination.page.log-change"), "", 2)),
                    found.predictability().volatilities().stream()
                            .map(one -> {
                                Address byYear = rowsOf(one.area()).with("sort", "year");
                                return List.of(
                                        name(one.area()),
                                        Cell.text(Stream.of(one.from(), one.to())
                                                .flatMap(Optional::stream)
                                                .map(String::valueOf)
                                                .distinct()
                                                .collect(Collectors.joining("–"))),
                                        cell(one.variation(), byYear),
                                        cell(one.logChange(), byYear));
                            })
                            .toList());
        }

        Table received() {
            List<List<Cell>> rows = new ArrayList<>();
            for (Localisation one : found.localisations()) {
                for (Localisation.Part part : one.parts()) {
                    rows.add(List.of(
                            Cell.text(definition(one)),
                            Cell.text(wording.say(part.receiver().label())),
                            Cell.number(part.money()),
                            one.total().signum() > 0
                                    ? Cell.number(part.money().divide(one.total(), DIGITS, RoundingMode.HALF_EVEN))
                                    : Cell.blank(""),
                            Cell.number(part.rows())));
                }
            }
            return new Table(
                    wording.say("coordination.page.receivers"),
                    List.of(
                            Column.text("definition", wording.say("coordination.page.definition")),
                            Column.text("class", wording.say("coordination.page.class")),
                            Column.decimal("money", money(), found.currency(), 0),
                            Column.share("share", wording.say("coordination.page.share"), 0),
                            Column.integer("rows", wording.say("coordination.page.rows"), "")),
                    rows);
        }

        List<Behind> receiving() {
            return found.localisations().stream()
                    .flatMap(one -> one.parts().stream()
                            .map(part -> behind(
                                    wording.say(
                                            "coordination.page.to-class",
                                            definition(one),
                                            wording.say(part.receiver().label()),
                                            part.activities().size()),
                                    part.activities())))
                    .toList();
        }

        private String definition(Localisation one) {
            return wording.say("coordination.definition." + one.definition().code());
        }

        Behind behind(String says, List<String> identifiers) {
            return new Behind(
                    says,
                    identifiers.stream()
                            .map(identifier -> new Link(
                                    title(identifier), activity(identifier).toString()))
                            .toList());
        }

        private Cell cell(Figure<BigDecimal> figure, Address behind) {
            Cell cell = cell(figure);
            return figure.valueIfAny().isPresent() ? cell.withLink(SupportViews.uri(behind)) : cell;
        }

        private Cell cell(Figure<BigDecimal> figure) {
            return figure.valueIfAny().map(Cell::number).orElseGet(() -> blank(figure));
        }

        private Cell blank(Figure<?> figure) {
            return Cell.blank(figure.reasonIfAny().map(wording::say).orElse(""));
        }
    }
}
