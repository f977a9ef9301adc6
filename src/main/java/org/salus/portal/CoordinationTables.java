package org.salus.portal;

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
import org.salus.coordination.Finding;
import org.salus.coordination.FindingKind;
import org.salus.coordination.Localisation;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;

/** Who does what where in a country, as tables whose figures lead to the rows they are sums of. */
public final class CoordinationTables {
    /** The activities that findings stand on. */
    public static final String FINDINGS = "coordination-findings";

    /** How money for reform is spread over donors. */
    public static final String SPREAD = "coordination-spread";

    /** Money by field. */
    public static final String FIELDS = "coordination-fields";

    /** What texts of activities for the forces speak of. */
    public static final String CONTENTS = "coordination-contents";

    /** Who pays, by level. */
    public static final String LEVELS = "coordination-levels";

    /** What was planned beside what was paid. */
    public static final String PLANS = "coordination-plans";

    /** How yearly sums swing. */
    public static final String SWINGS = "coordination-swings";

    /** Who receives. */
    public static final String RECEIVED = "coordination-received";

    /** The choice of one finding, by its key. */
    public static final String FINDING = "finding";

    /** Digits of a share behind the point. */
    private static final int DIGITS = 10;

    private final SupportMap map;
    private final CountryQuestion question;
    private final Coordination found;
    private final Wording wording;

    /**
     * The tables of what was found.
     *
     * @param map of all years: findings look beyond the period that is asked for
     */
    public CoordinationTables(SupportMap map, CountryQuestion question, Coordination found, Wording wording) {
        this.map = map;
        this.question = question;
        this.found = found;
        this.wording = wording;
    }

    /**
     * The table of one of these names.
     *
     * @param finding the key of the only finding whose activities are meant; empty for those of all
     * @throws Failure if nothing that is found has this key
     */
    public Table get(String name, Optional<String> finding) {
        return switch (name) {
            case FINDINGS -> finding.isEmpty() ? findings() : rows(finding(finding.get()));
            case SPREAD -> spread();
            case FIELDS -> fields();
            case CONTENTS -> contents();
            case LEVELS -> levels();
            case PLANS -> plans();
            case SWINGS -> swings();
            case RECEIVED -> received();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Finding finding(String key) {
        return found.findings().findings().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of(
                        "portal.coordination.no-finding",
                        key,
                        question.country().name())));
    }

    /** The tables of all findings in one, each row with what is found; they have no sum, since findings speak of the same money. */
    private Table findings() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text("kind", wording.say("coordination.page.kind-of-finding")),
                Column.text("finding", wording.say("coordination.page.finding"))));
        columns.addAll(columns());
        List<List<Cell>> rows = new ArrayList<>();
        for (Finding one : found.findings().findings()) {
            List<Cell> said = List.of(
                    Cell.text(wording.say(one.kind().label()))
                            .withCode(one.kind().code()),
                    Cell.text(wording.say(one.says())).withCode(one.key()));
            for (List<Cell> row : rows(one).rows()) {
                rows.add(Stream.concat(said.stream(), row.stream()).toList());
            }
        }
        return new Table(
                wording.say(
                        "coordination.page.findings-table", question.country().inText(wording)),
                columns,
                rows);
    }

    private List<Column> columns() {
        return List.of(
                Column.text("title", wording.say("coordination.page.activity")),
                Column.text("donor", wording.say("coordination.page.donor")),
                Column.decimal("money", money(), found.currency(), 0),
                Column.integer("rows", wording.say("coordination.page.rows"), ""));
    }

    /** The activities a finding stands on, each with what its money adds up to. */
    public Table rows(Finding finding) {
        Map<String, List<SupportRow>> byActivity =
                finding.rows().stream().collect(Collectors.groupingBy(SupportRow::activity));
        List<List<Cell>> rows = finding.activities().stream()
                .map(identifier -> {
                    List<SupportRow> own = byActivity.getOrDefault(identifier, List.of());
                    Optional<SortedActivity> sorted = map.find(identifier);
                    return List.of(
                            Cell.text(title(identifier)).withCode(identifier).withLink(activity(identifier)),
                            Cell.text(sorted.map(SortedActivity::donor)
                                    .map(donor -> BriefJson.donorName(donor, wording))
                                    .orElse("")),
                            own.isEmpty()
                                    ? Cell.blank(wording.say(
                                            "coordination.page.no-money",
                                            found.measure().word()))
                                    : Cell.number(sum(own))
                                            .withLink(uri(rowsOf(finding).with("activity", identifier))),
                            Cell.number(own.size()));
                })
                .toList();
        return new Table(
                wording.say(finding.says()),
                columns(),
                rows,
                Optional.of(List.of(
                        Cell.text(wording.say("coordination.page.sum")),
                        Cell.blank(""),
                        isWhole(finding)
                                ? Cell.number(sum(finding.rows())).withLink(uri(rowsOf(finding)))
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
        return uri(Address.of("/activities").with("id", identifier));
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
        return area.map(one ->
                        Cell.text(one.code() + " " + wording.say(one.label())).withCode(one.code()))
                .orElseGet(() -> Cell.text(wording.say("coordination.all-areas")));
    }

    private Table spread() {
        List<List<Cell>> rows = found.concentrations().stream()
                .filter(one -> one.year().isEmpty())
                .map(one -> {
                    Address behind = rowsOf(one.area());
                    Address byDonor = behind.with("sort", "donor");
                    return List.of(
                            name(one.area()),
                            Cell.number(one.total()).withLink(uri(behind)),
                            Cell.number(one.donors().size()).withLink(uri(byDonor)),
                            cell(one.herfindahl(), byDonor),
                            cell(one.effectiveDonors(), byDonor),
                            one.fragmentation()
                                    .valueIfAny()
                                    .map(Concentration.Fragmentation::ratio)
                                    .map(ratio -> Cell.number(ratio).withLink(uri(byDonor)))
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

    private Table fields() {
        return new Table(
                wording.say("coordination.page.balance.fields"),
                List.of(
                        Column.text("field", wording.say("coordination.page.balance.field")),
                        Column.decimal("money", money(), found.currency(), 0),
                        Column.integer("activities", wording.say("coordination.page.balance.activities"), ""),
                        Column.integer("rows", wording.say("coordination.page.rows"), "")),
                found.balance().fields().stream()
                        .map(part -> {
                            URI behind = uri(question.rows(found.measure())
                                    .with("field", part.field().code()));
                            return List.of(
                                    Cell.text(part.field().code() + " "
                                                    + wording.say(part.field().label()))
                                            .withCode(part.field().code()),
                                    Cell.number(part.money()).withLink(behind),
                                    Cell.number(part.activities().size()),
                                    Cell.number(part.rows()));
                        })
                        .toList());
    }

    private Table contents() {
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

    private Table levels() {
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

    private Table plans() {
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
                                cell(year.paidOfPlanned()),
                                cell(year.asPlanned()),
                                Cell.number(year.paidWithoutPlan())))
                        .toList());
    }

    private Table swings() {
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

    private Table received() {
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

    private String definition(Localisation one) {
        return wording.say("coordination.definition." + one.definition().code());
    }

    private Cell cell(Figure<BigDecimal> figure, Address behind) {
        Cell cell = cell(figure);
        return figure.valueIfAny().isPresent() ? cell.withLink(uri(behind)) : cell;
    }

    private Cell cell(Figure<BigDecimal> figure) {
        return figure.valueIfAny().map(Cell::number).orElseGet(() -> blank(figure));
    }

    private Cell blank(Figure<?> figure) {
        return Cell.blank(figure.reasonIfAny().map(wording::say).orElse(""));
    }

    private static URI uri(Address address) {
        return URI.create(address.toString());
    }
}
