package org.salus.papers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.appraisal.Partnership;
import org.salus.coordination.AnsweredFindings;
import org.salus.coordination.InstitutionSupport;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.DataDay;
import org.salus.framework.PartialDate;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.goals.Cost;
import org.salus.goals.Objective;
import org.salus.portfolio.Amounts;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;

/** Who supports what, what nobody pays for yet, and what ends soon. */
final class SupportParts {
    private static final int USUAL_ROWS = 40;
    private static final int USUAL_DONORS = 12;
    private static final int USUAL_MONTHS = 18;

    private SupportParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("support", SupportParts::recorded)
                        .set(PaperPart.MOST, PaperPart.AREA)
                        .inOrders("donor", "area", "end"),
                PaperPart.of("published-support", SupportParts::published).set(PaperPart.MOST),
                PaperPart.of("unfunded", SupportParts::unfunded).set(PaperPart.MOST),
                PaperPart.of("ending", SupportParts::ending).set(PaperPart.MOST, PaperPart.MONTHS, PaperPart.AREA));
    }

    private static void recorded(Making making, Sheet sheet) {
        Wording wording = making.wording();
        PartSetting setting = making.setting();
        List<Given> all = Given.of(making).stream()
                .filter(one -> setting.area().isEmpty() || setting.area().equals(one.area()))
                .sorted(order(setting))
                .toList();
        if (all.isEmpty()) {
            sheet.say("papers.support.nothing");
            return;
        }
        sheet.say("papers.support.lead", all.size(), Given.donors(all));
        int most = setting.most(USUAL_ROWS);
        List<Given> shown = all.subList(0, Math.min(most, all.size()));
        sheet.table(table(shown, wording));
        if (all.size() > most) {
            sheet.note("papers.more", all.size() - most);
        }
        Sources.recorded(Given.items(shown), making, sheet);
        sheet.note("papers.support.standing");
    }

    private static Comparator<Given> order(PartSetting setting) {
        Comparator<Given> byDonor = Comparator.comparing(Given::donor, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Given::title, String.CASE_INSENSITIVE_ORDER);
        if (setting.isOrdered("area")) {
            return Comparator.comparing(
                            (Given one) -> one.area().map(ReformArea::code).orElse("~"))
                    .thenComparing(byDonor);
        }
        return setting.isOrdered("end")
                ? Making.byEnd((Given one) -> one.when().until()).thenComparing(byDonor)
                : byDonor;
    }

    /** Support, one a row. */
    static Table table(List<Given> all, Wording wording) {
        return new Table(
                wording.say("papers.support.table"),
                List.of(
                        Column.text("donor", wording.say("papers.column.donor")),
                        Column.text("what", wording.say("papers.column.what")),
                        Column.text("institution", wording.say("papers.column.institution")),
                        Column.text("area", wording.say("papers.column.area")),
                        Column.text("amount", wording.say("papers.column.amount")),
                        Column.text("until", wording.say("papers.column.until")),
                        Column.text("stage", wording.say("papers.column.stage"))),
                all.stream()
                        .map(one -> List.of(
                                Cell.text(one.donor()),
                                text(one.title(), wording),
                                text(one.receiver(), wording),
                                Cell.text(one.areaIn(wording)),
                                Cell.text(one.amount()),
                                day(one.when().until(), wording),
                                Cell.text(one.stage())))
                        .toList());
    }

    static Cell text(String text, Wording wording) {
        return text.isBlank() ? Cell.blank(wording.say("papers.not-said")) : Cell.text(text);
    }

    static Cell day(Optional<PartialDate> day, Wording wording) {
        return day.map(wording::shortDay).map(Cell::text).orElseGet(() -> Cell.blank(wording.say("papers.not-said")));
    }

    private static void published(Making making, Sheet sheet) {
        Wording wording = making.wording();
        boolean isAny = false;
        for (Country country : making.material().countries()) {
            AnsweredFindings found = making.material().findings(country);
            SupportMap map = found.map();
            if (!map.activities().isEmpty()) {
                isAny = true;
                matrix(map, found.measure(), country, making, sheet);
            }
        }
        if (!isAny) {
            sheet.say("papers.published.nothing");
            return;
        }
        areas(wording, sheet);
        sheet.say("papers.published.caution");
        Sources.published(making, sheet);
    }

    private static void areas(Wording wording, Sheet sheet) {
        sheet.note(
                "papers.published.areas",
                Stream.of(ReformArea.values())
                        .filter(ReformArea::isSsr)
                        .map(area -> area.code() + " " + wording.say(area.label()))
                        .reduce((one, other) -> one + " · " + other)
                        .orElse(""));
    }

    /** A donor's money for reform by area. */
    private record Line(DonorSupport donor, List<BigDecimal> cells, BigDecimal sum) {}

    private static void matrix(SupportMap map, Measure measure, Country country, Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<ReformArea> areas =
                Stream.of(ReformArea.values()).filter(ReformArea::isSsr).toList();
        List<Line> lines = map.donors().stream()
                .map(donor -> {
                    List<BigDecimal> cells = areas.stream()
                            .map(area -> map.cell(donor.name(), area).amounts().of(measure))
                            .toList();
                    return new Line(donor, cells, cells.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
                })
                .filter(line -> line.sum().signum() != 0)
                .sorted(Comparator.comparing(Line::sum)
                        .reversed()
                        .thenComparing(line -> line.donor().name()))
                .toList();
        Amounts reform = map.areas().stream()
                .filter(area -> area.area().isSsr())
                .map(area -> area.amounts())
                .reduce(Amounts.ZERO, Amounts::plus);
        sheet.say(
                "papers.published.lead",
                country.inText(wording),
                lines.size(),
                map.currency(),
                Millions.of(reform.of(measure)),
                wording.say("portfolio.measure." + measure.word()));
        int most = making.setting().most(USUAL_DONORS);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text("donor", wording.say("papers.column.donor")));
        areas.forEach(area -> columns.add(Column.decimal("area_" + area.code(), area.code(), "", 1)));
        columns.add(Column.decimal("sum", wording.say("papers.column.sum"), "", 1));
        List<List<Cell>> rows = lines.stream()
                .limit(most)
                .map(line -> Stream.concat(
                                Stream.of(Cell.text(donorName(line.donor().name(), wording))),
                                Stream.concat(line.cells().stream(), Stream.of(line.sum()))
                                        .map(Millions::cell))
                        .toList())
                .toList();
        List<Cell> footer = new ArrayList<>(List.of(Cell.text(wording.say("papers.column.all-donors"))));
        areas.forEach(area -> footer.add(Millions.cell(map.areas().stream()
                .filter(one -> one.area() == area)
                .map(one -> one.amounts().of(measure))
                .reduce(BigDecimal.ZERO, BigDecimal::add))));
        footer.add(Millions.cell(reform.of(measure)));
        sheet.table(new Table(
                wording.say(
                        "papers.published.table",
                        country.inText(wording),
                        wording.say("portfolio.measure." + measure.word()),
                        map.currency()),
                columns,
                rows,
                Optional.of(footer)));
        if (lines.size() > most) {
            sheet.note("papers.published.more", lines.size() - most);
        }
    }

    /** What a map of support calls a donor, in words. */
    static String donorName(String name, Wording wording) {
        return InstitutionSupport.donor(name, wording);
    }

    private static void unfunded(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<Making.Planned> all = making.objectives();
        List<Making.Planned> open =
                all.stream().filter(one -> !BriefParts.isSupported(one)).toList();
        if (all.isEmpty()) {
            sheet.say("papers.unfunded.no-plan");
            return;
        }
        sheet.say("papers.unfunded.lead", open.size(), all.size());
        int most = making.setting().most(USUAL_ROWS);
        sheet.table(new Table(
                wording.say("papers.unfunded.table"),
                List.of(
                        Column.text("objective", wording.say("papers.column.objective")),
                        Column.text("institution", wording.say("papers.column.institution")),
                        Column.text("until", wording.say("papers.column.until")),
                        Column.text("once", wording.say("papers.column.once")),
                        Column.text("every_year", wording.say("papers.column.every-year")),
                        Column.text("payer", wording.say("papers.column.payer"))),
                open.stream().limit(most).map(one -> row(one.value(), making)).toList()));
        if (open.size() > most) {
            sheet.note("papers.more", open.size() - most);
        }
        Sources.recorded(open.stream().limit(most).map(Making.Planned::item).toList(), making, sheet);
        sheet.note("papers.unfunded.standing");
    }

    private static List<Cell> row(Objective objective, Making making) {
        Wording wording = making.wording();
        return List.of(
                Cell.text(objective.title()),
                text(making.institution(objective), wording),
                day(objective.until(), wording),
                amount(objective.cost(), objective.cost().once(), wording),
                amount(objective.cost(), objective.cost().everyYear(), wording),
                text(objective.payerAfterHandover(), wording));
    }

    static Cell amount(Cost cost, Optional<BigDecimal> amount, Wording wording) {
        return amount.map(known -> Cell.text(wording.say("papers.amount", cost.currency(), known)))
                .orElseGet(() -> Cell.blank(wording.say("papers.not-said")));
    }

    private static void ending(Making making, Sheet sheet) {
        Wording wording = making.wording();
        int months = making.setting().number(PaperPart.MONTHS, USUAL_MONTHS);
        Optional<ReformArea> area = making.setting().area();
        LocalDate day = making.day();
        List<Given> ending = Given.of(making).stream()
                .filter(one -> area.isEmpty() || area.equals(one.area()))
                .filter(one -> isEnding(one.when().until(), day, months))
                .sorted(Making.byEnd((Given one) -> one.when().until()))
                .toList();
        sheet.say("papers.ending.lead", ending.size(), months, wording.shortDay(day));
        sheet.list(ending.stream().map(one -> one.line(wording)).toList());
        Sources.recorded(Given.items(ending), making, sheet);
        long endless = Given.of(making).stream()
                .filter(one -> one.when().until().isEmpty())
                .count();
        if (endless > 0) {
            sheet.note("papers.ending.endless", endless);
        }
        if (area.isEmpty()) {
            sheet.under(
                    "papers.ending.partnerships",
                    making.material().politics().book().partnerships().stream()
                            .map(noted -> noted.value())
                            .filter(one -> isEnding(one.until(), day, months))
                            .map((Partnership one) ->
                                    wording.say("papers.ending.partnership", one.title(), making.date(one.until())))
                            .toList());
        }
        for (Country country : making.material().countries()) {
            published(country, months, area, making, sheet);
        }
    }

    /** Activities of open data end soon from the day of the data, so that the same data say the same. */
    private static void published(Country country, int months, Optional<ReformArea> area, Making making, Sheet sheet) {
        Wording wording = making.wording();
        SupportMap map = making.material().findings(country).map();
        Optional<LocalDate> dataDay = dataDay(making);
        if (map.activities().isEmpty() || dataDay.isEmpty()) {
            return;
        }
        List<SortedActivity> ending = map.activities().stream()
                .filter(one -> one.sorting().area().isSsr())
                .filter(one -> area.isEmpty() || one.sorting().area() == area.get())
                .filter(one ->
                        isEnding(Optional.ofNullable(one.activity().end()).map(PartialDate::of), dataDay.get(), months))
                .sorted(Comparator.comparing((SortedActivity one) ->
                                String.valueOf(one.activity().end()))
                        .thenComparing(one -> one.activity().identifier()))
                .toList();
        sheet.say(
                "papers.ending.published",
                ending.size(),
                country.inText(wording),
                wording.shortDay(dataDay.get()),
                months);
        int most = making.setting().most(USUAL_ROWS);
        sheet.list(ending.stream().limit(most).map(one -> line(one, wording)).toList());
        if (ending.size() > most) {
            sheet.note("papers.more", ending.size() - most);
        }
        Sources.published(making, sheet);
    }

    /** The day the newest activity data carry. */
    static Optional<LocalDate> dataDay(Making making) {
        return DataDay.of(making.material().snapshot().versions().stream()
                        .filter(version -> version.current())
                        .toList())
                .map(DataDay::day);
    }

    /** An activity of open data in a line. */
    static String line(SortedActivity sorted, Wording wording) {
        Activity activity = sorted.activity();
        return wording.say(
                "papers.activity",
                activity.title(),
                donorName(sorted.donor(), wording),
                sorted.sorting().area().code(),
                Optional.ofNullable(activity.end())
                        .map(wording::shortDay)
                        .orElseGet(() -> wording.say("papers.not-said")),
                activity.identifier());
    }

    private static boolean isEnding(Optional<PartialDate> until, LocalDate day, int months) {
        return until.filter(end -> !end.latest().isBefore(day) && !end.latest().isAfter(day.plusMonths(months)))
                .isPresent();
    }
}
