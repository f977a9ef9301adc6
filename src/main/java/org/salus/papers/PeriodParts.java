package org.salus.papers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Country;
import org.salus.evidence.Donors;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.goals.Assumption;
import org.salus.goals.AssumptionState;
import org.salus.goals.Chain;
import org.salus.goals.Indicator;
import org.salus.goals.IndicatorStatus;
import org.salus.goals.Link;
import org.salus.goals.LinkType;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementState;
import org.salus.goals.Objective;
import org.salus.goals.Result;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportMap;
import org.salus.portfolio.SupportRow;

/** A report for a period: planned, done, spent, achieved, learned, changed; of a donor, an office, a pillar, an area or a goal. */
final class PeriodParts {
    private static final PaperChoice[] CHOICES = {
        PaperChoice.FROM,
        PaperChoice.TO,
        PaperChoice.DONOR,
        PaperChoice.OFFICE,
        PaperChoice.PILLAR,
        PaperChoice.AREA,
        PaperChoice.GOAL
    };
    private static final int USUAL_ROWS = 40;
    private static final int USUAL_TITLES = 8;

    private PeriodParts() {}

    static List<PaperPart> all() {
        return List.of(
                part("period-planned", PeriodParts::planned),
                part("period-done", PeriodParts::done),
                part("period-spent", PeriodParts::spent),
                part("period-achieved", PeriodParts::achieved),
                part("period-learned", PeriodParts::learned),
                part("period-changed", PeriodParts::changed));
    }

    private static PaperPart part(String name, PaperPart.Composer how) {
        return PaperPart.of(name, how).knowing(CHOICES).set(PaperPart.MOST);
    }

    /** The period in words. */
    static String period(Making making) {
        Wording wording = making.wording();
        Optional<PartialDate> from = making.question().from();
        Optional<PartialDate> to = making.question().to();
        if (from.isEmpty() && to.isEmpty()) {
            return wording.say("papers.period.all");
        }
        if (from.isEmpty() || to.isEmpty()) {
            return wording.say(
                    from.isEmpty() ? "papers.period.to" : "papers.period.from",
                    from.or(() -> to).map(wording::shortDay).orElse(""));
        }
        return from.equals(to)
                ? wording.shortDay(from.get())
                : wording.say("papers.period.between", wording.shortDay(from.get()), wording.shortDay(to.get()));
    }

    /** The same where a sentence begins with it. */
    private static String opening(Making making) {
        String period = period(making);
        int first = period.offsetByCodePoints(0, 1);
        return period.substring(0, first).toUpperCase(making.wording().locale()) + period.substring(first);
    }

    /** The objectives that are asked for, whatever their time. */
    private static List<Making.Planned> asked(Making making) {
        Optional<ItemId> goal = making.goal().map(Item::id);
        List<Given> given = Given.of(making);
        return making.objectives().stream()
                .filter(one ->
                        goal.isEmpty() || one.chain().after(one.item().id()).contains(goal.get()))
                .filter(one -> isOfOffice(one.value(), making))
                .filter(one -> isOfPillar(one.value(), making))
                .filter(one -> isSupportedSo(one, given, making))
                .toList();
    }

    private static boolean isOfOffice(Objective objective, Making making) {
        return making.question()
                .find(PaperChoice.OFFICE)
                .map(office ->
                        List.of(objective.owner(), making.institution(objective), objective.payerAfterHandover())
                                .stream()
                                .anyMatch(name ->
                                        name.toLowerCase(Locale.ROOT).contains(office.toLowerCase(Locale.ROOT))))
                .orElse(true);
    }

    private static boolean isOfPillar(Objective objective, Making making) {
        return making.question()
                .pillar()
                .map(pillar -> objective
                        .institution()
                        .flatMap(making.material().sector()::actor)
                        .filter(actor -> actor.phase().isIn(pillar))
                        .isPresent())
                .orElse(true);
    }

    /** A donor and an area are asked of the support that leads to an objective. */
    private static boolean isSupportedSo(Making.Planned one, List<Given> given, Making making) {
        if (making.question().find(PaperChoice.DONOR).isEmpty()
                && making.question().area().isEmpty()) {
            return true;
        }
        Set<ItemId> before = one.chain().before(one.item().id());
        return given.stream()
                .filter(support -> before.contains(support.item().id()))
                .anyMatch(support -> isAsked(support, making));
    }

    private static boolean isAsked(Given support, Making making) {
        return making.question()
                        .find(PaperChoice.DONOR)
                        .map(donor -> Donors.shipped().isSame(support.donor(), donor))
                        .orElse(true)
                && (making.question().area().isEmpty()
                        || making.question().area().equals(support.area()));
    }

    /** Support that is asked for: of the donor and area, and, where objectives are chosen, leading to one of these. */
    private static List<Given> supports(Making making) {
        boolean isNarrowed = making.question().find(PaperChoice.GOAL).isPresent()
                || making.question().find(PaperChoice.OFFICE).isPresent()
                || making.question().pillar().isPresent();
        Set<ItemId> leading = asked(making).stream()
                .flatMap(one -> one.chain().before(one.item().id()).stream())
                .collect(Collectors.toSet());
        return Given.of(making).stream()
                .filter(one -> isAsked(one, making))
                .filter(one -> !isNarrowed || leading.contains(one.item().id()))
                .toList();
    }

    private static void planned(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<Making.Planned> objectives = asked(making).stream()
                .filter(one -> making.isInPeriod(
                        new DateSpan(one.value().begins(), one.value().until())))
                .toList();
        List<Given> given = supports(making).stream()
                .filter(one -> making.isInPeriod(one.when()))
                .sorted(Comparator.comparing(Given::donor, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Given::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
        sheet.say("papers.period.planned", opening(making), objectives.size(), given.size());
        int most = making.setting().most(USUAL_ROWS);
        sheet.table(new Table(
                wording.say("papers.period.objectives"),
                List.of(
                        Column.text("objective", wording.say("papers.column.objective")),
                        Column.text("institution", wording.say("papers.column.institution")),
                        Column.text("owner", wording.say("papers.column.office")),
                        Column.text("begins", wording.say("papers.column.begins")),
                        Column.text("until", wording.say("papers.column.until"))),
                objectives.stream()
                        .limit(most)
                        .map(one -> List.of(
                                Cell.text(one.value().title()),
                                SupportParts.text(making.institution(one.value()), wording),
                                SupportParts.text(one.value().owner(), wording),
                                SupportParts.day(one.value().begins(), wording),
                                SupportParts.day(one.value().until(), wording)))
                        .toList()));
        sheet.table(SupportParts.table(given.stream().limit(most).toList(), wording));
        int more = Math.max(0, objectives.size() - most) + Math.max(0, given.size() - most);
        if (more > 0) {
            sheet.note("papers.more", more);
        }
        Sources.recorded(Given.items(given.stream().limit(most).toList()), making, sheet);
    }

    private static void done(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<String> lines = new ArrayList<>();
        for (Making.Planned one : asked(making)) {
            one.value()
                    .until()
                    .filter(making::isInPeriod)
                    .filter(day -> !day.latest().isAfter(making.day()))
                    .ifPresent(day -> lines.add(wording.say(
                            "papers.period.due-objective", one.value().title(), making.date(Optional.of(day)))));
        }
        Set<ItemId> results = asked(making).stream()
                .flatMap(one -> one.chain().before(one.item().id()).stream())
                .collect(Collectors.toSet());
        for (Chain chain : making.plans()) {
            for (Item<Result> item : chain.list(Result.KIND)) {
                item.value()
                        .until()
                        .filter(day -> results.contains(item.id()))
                        .filter(making::isInPeriod)
                        .filter(day -> !day.latest().isAfter(making.day()))
                        .ifPresent(day -> lines.add(wording.say(
                                "papers.period.due-result", item.value().title(), making.date(Optional.of(day)))));
            }
        }
        supports(making).stream()
                .filter(one -> one.when()
                        .until()
                        .filter(making::isInPeriod)
                        .filter(day -> !day.latest().isAfter(making.day()))
                        .isPresent())
                .map(one -> wording.say("papers.period.ended-support", one.line(wording)))
                .forEach(lines::add);
        Set<ItemId> objectives =
                asked(making).stream().map(one -> one.item().id()).collect(Collectors.toSet());
        Set<ItemId> given =
                supports(making).stream().map(one -> one.item().id()).collect(Collectors.toSet());
        boolean isWhole = isWhole(making);
        making.material().politics().book().decisions().stream()
                .map(noted -> noted.value())
                .filter(one -> one.day().filter(making::isInPeriod).isPresent())
                .filter(one -> isWhole
                        || one.objectives().stream().anyMatch(on -> objectives.contains(on.objective()))
                        || one.supports().stream().anyMatch(on -> given.contains(on.support())))
                .map(one -> HandOverParts.decision(making, one.title(), one.day(), one.decidedBy()))
                .forEach(lines::add);
        sheet.say("papers.period.done", opening(making), lines.size());
        list(lines, making, sheet);
        sheet.note("papers.period.done.standing");
    }

    private static boolean isWhole(Making making) {
        return making.question().choices().keySet().stream()
                .allMatch(one -> one == PaperChoice.FROM || one == PaperChoice.TO || one == PaperChoice.PARTNER);
    }

    /** Whether an item is of what is asked for: everything where nothing is narrowed. */
    private static Predicate<ItemId> narrowed(Making making) {
        if (isWhole(making)) {
            return item -> true;
        }
        Set<ItemId> of = new HashSet<>();
        for (Making.Planned one : asked(making)) {
            of.add(one.item().id());
            of.addAll(one.chain().before(one.item().id()));
            of.addAll(one.chain().after(one.item().id()));
        }
        supports(making).forEach(one -> of.add(one.item().id()));
        return of::contains;
    }

    private static void list(List<String> lines, Making making, Sheet sheet) {
        int most = making.setting().most(USUAL_ROWS);
        sheet.list(lines.subList(0, Math.min(most, lines.size())));
        if (lines.size() > most) {
            sheet.note("papers.more", lines.size() - most);
        }
    }

    /** Money by donor in whole years, since published payments are counted by their years. */
    private static void spent(Making making, Sheet sheet) {
        Wording wording = making.wording();
        Optional<Integer> from =
                making.question().from().map(PartialDate::earliest).map(LocalDate::getYear);
        Optional<Integer> to = making.question().to().map(PartialDate::latest).map(LocalDate::getYear);
        boolean isAny = false;
        for (Country country : making.material().countries()) {
            SupportMap map = making.material().findings(country).map();
            List<SupportRow> rows = map.rows().stream()
                    .filter(row ->
                            row.measure() == Measure.DISBURSEMENTS && row.area().isSsr())
                    .filter(row -> from.isEmpty() || (row.year() != null && row.year() >= from.get()))
                    .filter(row -> to.isEmpty() || (row.year() != null && row.year() <= to.get()))
                    .filter(row -> making.question().area().isEmpty()
                            || making.question().area().get() == row.area())
                    .filter(row -> making.question()
                            .find(PaperChoice.DONOR)
                            .map(donor -> Donors.shipped().isSame(row.donor(), donor))
                            .orElse(true))
                    .toList();
            if (!rows.isEmpty()) {
                isAny = true;
                sheet.say("papers.period.spent", country.inText(wording), period(making), rows.size());
                sheet.table(spending(rows, country, map.currency(), wording));
            }
        }
        if (!isAny) {
            sheet.say("papers.period.nothing-spent", opening(making));
        } else {
            Sources.published(making, sheet);
        }
        if (making.question().find(PaperChoice.OFFICE).isPresent()
                || making.question().find(PaperChoice.GOAL).isPresent()
                || making.question().pillar().isPresent()) {
            sheet.note("papers.period.spent.not-narrowed");
        }
        sheet.note("papers.period.spent.standing");
    }

    private static Table spending(List<SupportRow> rows, Country country, String currency, Wording wording) {
        Map<String, BigDecimal> byDonor = new TreeMap<>();
        rows.forEach(row -> byDonor.merge(row.donor(), row.value(), BigDecimal::add));
        BigDecimal sum = byDonor.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Table(
                wording.say("papers.period.spent.table", country.inText(wording), currency),
                List.of(
                        Column.text("donor", wording.say("papers.column.donor")),
                        Column.decimal("paid", wording.say("papers.column.paid"), "", 2)),
                byDonor.entrySet().stream()
                        .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                        .map(one -> List.of(
                                Cell.text(SupportParts.donorName(one.getKey(), wording)),
                                Millions.cell(one.getValue())))
                        .toList(),
                Optional.of(List.of(Cell.text(wording.say("papers.column.all-donors")), Millions.cell(sum))));
    }

    /** An indicator with the newest measurement of the period, as it stood then. */
    private record Measured(
            Chain chain, Item<Indicator> indicator, Item<Measurement> newest, IndicatorStatus.Judged judged) {}

    private static void achieved(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<Measured> measured = new ArrayList<>();
        Predicate<ItemId> of = narrowed(making);
        int without = 0;
        for (Chain chain : making.plans()) {
            MeasuredChain all = MeasuredChain.of(making.view(), chain, making.day());
            for (Item<Indicator> indicator : chain.indicators()) {
                if (!of.test(indicator.value().of())) {
                    continue;
                }
                List<Item<Measurement>> inPeriod = all.of(indicator.id()).stream()
                        .filter(one -> one.value().state() == MeasurementState.APPROVED)
                        .filter(one -> one.value().group().isBlank()
                                && !one.value().says().isMissing())
                        .filter(one -> making.isInPeriod(one.value().on()))
                        .toList();
                if (inPeriod.isEmpty()) {
                    without++;
                } else {
                    measured.add(new Measured(
                            chain,
                            indicator,
                            inPeriod.getLast(),
                            IndicatorStatus.of(
                                    indicator.value(),
                                    inPeriod.stream().map(Item::value).toList(),
                                    making.day())));
                }
            }
        }
        sheet.say("papers.period.achieved", opening(making), measured.size(), without);
        sheet.table(new Table(
                wording.say("papers.period.achieved.table"),
                List.of(
                        Column.text("indicator", wording.say("papers.column.indicator")),
                        Column.text("of", wording.say("papers.column.of")),
                        Column.text("baseline", wording.say("papers.column.baseline")),
                        Column.text("target", wording.say("papers.column.target")),
                        Column.text("measured", wording.say("papers.column.measured")),
                        Column.text("state", wording.say("papers.column.state"))),
                measured.stream()
                        .map(one -> {
                            Indicator indicator = one.indicator().value();
                            return List.of(
                                    Cell.text(indicator.title()),
                                    Cell.text(one.chain().title(indicator.of())),
                                    SupportParts.text(
                                            Indicators.reading(indicator.baseline(), indicator.unit(), wording),
                                            wording),
                                    SupportParts.text(
                                            Indicators.reading(indicator.target(), indicator.unit(), wording), wording),
                                    Cell.text(wording.say(
                                            "papers.period.measured",
                                            one.newest().value().says().shown(wording)
                                                    + (indicator.unit().isBlank() ? "" : " " + indicator.unit()),
                                            wording.shortDay(
                                                    one.newest().value().on()))),
                                    Cell.text(wording.say(one.judged().status().label())));
                        })
                        .toList()));
        Sources.recorded(measured.stream().map(Measured::newest).toList(), making, sheet);
        sheet.note("papers.period.achieved.standing");
    }

    private static void learned(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<String> lines = new ArrayList<>();
        Predicate<ItemId> of = narrowed(making);
        for (Chain chain : making.plans()) {
            Set<ItemId> rested = chain.links().stream()
                    .map(Item::value)
                    .filter(link -> link.type() == LinkType.RESTS_ON && of.test(link.from()))
                    .map(Link::to)
                    .collect(Collectors.toSet());
            for (Item<Assumption> one : chain.assumptions()) {
                if (one.value().state() != AssumptionState.UNTESTED && (isWhole(making) || rested.contains(one.id()))) {
                    lines.add(wording.say(
                            "papers.period.assumption",
                            one.value().title(),
                            wording.say(one.value().state().label()),
                            making.said(one.value().because())));
                }
            }
            MeasuredChain all = MeasuredChain.of(making.view(), chain, making.day());
            for (Item<Indicator> indicator : chain.indicators()) {
                all.of(indicator.id()).stream()
                        .map(Item::value)
                        .filter(one -> of.test(indicator.value().of()))
                        .filter(one -> one.state() == MeasurementState.APPROVED)
                        .filter(one -> !one.note().isBlank() && making.isInPeriod(one.on()))
                        .map(one -> wording.say(
                                "papers.period.note",
                                indicator.value().title(),
                                wording.shortDay(one.on()),
                                one.note()))
                        .forEach(lines::add);
            }
        }
        sheet.say("papers.period.learned", lines.size());
        list(lines, making, sheet);
    }

    private static void changed(Making making, Sheet sheet) {
        LocalDate from = making.question().from().map(PartialDate::earliest).orElse(LocalDate.EPOCH);
        LocalDate to = making.question().to().map(PartialDate::latest).orElse(making.day());
        List<Changes.Change> changed = Changes.between(from, to, making, narrowed(making));
        sheet.say("papers.period.changed", opening(making), changed.size());
        Changes.tell(changed, making.setting().most(USUAL_TITLES), making, sheet);
        sheet.note("papers.period.changed.standing");
    }
}
