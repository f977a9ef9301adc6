package org.salus.papers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.salus.coordination.Coordinations;
import org.salus.coordination.DonorAnswer;
import org.salus.coordination.DonorProfile;
import org.salus.coordination.DonorProfile.AreaProfile;
import org.salus.coordination.DonorStatement;
import org.salus.coordination.DonorStatements;
import org.salus.coordination.Finding;
import org.salus.coordination.Findings;
import org.salus.documents.Cell;
import org.salus.documents.Column;
import org.salus.documents.Table;
import org.salus.evidence.Activity;
import org.salus.evidence.Country;
import org.salus.evidence.Donors;
import org.salus.framework.Failure;
import org.salus.framework.Figure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.strategy.Material;

/** One donor in all countries of which there are data: areas, ends, concentrations, competency, and what to ask. */
final class DonorParts {
    private static final int USUAL_MONTHS = 18;
    private static final int USUAL_ITEMS = 12;
    private static final int SHARE_DIGITS = 10;
    private static final int MOST_LOOKED = 6;

    /** Less is none in millions with one digit. */
    private static final BigDecimal LEAST_LISTED = BigDecimal.valueOf(50_000);

    private static final int MOST_LINES = 20;

    private DonorParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("donor-areas", DonorParts::areas).needing(PaperChoice.DONOR),
                PaperPart.of("donor-ends", DonorParts::ends)
                        .needing(PaperChoice.DONOR)
                        .set(PaperPart.MOST, PaperPart.MONTHS),
                PaperPart.of("donor-concentration", DonorParts::concentration).needing(PaperChoice.DONOR),
                PaperPart.of("donor-competency", DonorParts::competencyAndWords)
                        .needing(PaperChoice.DONOR)
                        .set(PaperPart.MOST),
                PaperPart.of("donor-questions", DonorParts::questions)
                        .needing(PaperChoice.DONOR)
                        .set(PaperPart.MOST));
    }

    /**
     * What the donor does in a country.
     *
     * @param activities it alone or together with others pays for
     */
    private record There(Country country, List<SortedActivity> activities, DonorAnswer answer) {
        There {
            activities = List.copyOf(activities);
        }

        static There of(SupportMap map, DonorAnswer answer) {
            String donor = answer.profile().donor();
            return new There(
                    map.country(),
                    map.activities().stream()
                            .filter(one -> one.donor().equals(donor)
                                    || one.donors().stream().anyMatch(donor::equals)
                                    || answer.profile()
                                            .joint()
                                            .contains(one.activity().identifier()))
                            .toList(),
                    answer);
        }

        DonorProfile profile() {
            return answer.profile();
        }

        BigDecimal money() {
            return profile().total();
        }
    }

    /**
     * How far it reaches.
     *
     * @param other in how many countries it is named without reform
     * @param donors all that are named anywhere, where it is not
     */
    private record Reached(List<There> countries, int other, List<String> donors) {
        Reached {
            countries = List.copyOf(countries);
            donors = List.copyOf(donors);
        }
    }

    /** Where the donor supports reform, the most money first. */
    private static List<There> there(Making making) {
        return reached(making).countries();
    }

    /** @throws Failure (not found) with the names that may be meant, if no country's data and no member knows it */
    private static Reached reached(Making making) {
        String name = making.question().find(PaperChoice.DONOR).orElse("");
        Reached reached = making.remembered()
                .once(
                        Reached.class,
                        List.of(making.material().snapshot().id(), "donor", name),
                        () -> reach(making.material(), name));
        if (reached.countries().isEmpty()
                && reached.other() == 0
                && recorded(making).isEmpty()) {
            TreeSet<String> known = new TreeSet<>(making.donors());
            known.addAll(reached.donors());
            throw Failure.notFound(Sentence.of(
                            "papers.failure.none", "donor", name, String.join("; ", Nearest.of(name, known))))
                    .at("donor");
        }
        return reached;
    }

    private static Reached reach(Material material, String asked) {
        // Each country's files write a donor in their own way: it is looked for as the one it is, not as it was typed.
        String name = Donors.shipped().of(asked).name();
        DonorReach reach = DonorReach.of(material.snapshot(), material.supports(), name);
        List<There> named =
                new Coordinations(material.supports()).donorIn(material.snapshot(), reach.reform(), name, There::of);
        List<There> all = named.stream()
                .filter(one -> !one.profile().areas().isEmpty()
                        || !one.profile().joint().isEmpty())
                .toList();
        int other = reach.other().size() + named.size() - all.size();
        return new Reached(
                all.stream()
                        .sorted(Comparator.comparing(There::money)
                                .reversed()
                                .thenComparing(one -> one.country().iso3()))
                        .toList(),
                other,
                all.isEmpty() && other == 0 ? List.copyOf(reach.donors()) : List.of());
    }

    /** What the workspace has on record of the donor. */
    static List<Given> recorded(Making making) {
        String wanted = making.question().find(PaperChoice.DONOR).orElse("");
        return Given.of(making).stream()
                .filter(one -> Donors.shipped().isSame(one.donor(), wanted))
                .toList();
    }

    private static void areas(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<There> there = there(making);
        String donor = making.question().find(PaperChoice.DONOR).orElse("");
        int other = reached(making).other();
        if (there.isEmpty()) {
            sheet.say("papers.donor.nothing", donor, other);
        } else {
            sheet.say("papers.donor.lead", donor, there.size(), other);
            List<There> listed = there.stream()
                    .filter(one -> one.money().compareTo(LEAST_LISTED) >= 0)
                    .limit(USUAL_ITEMS)
                    .toList();
            sheet.list(listed.stream()
                    .map(one -> wording.say(
                            "papers.donor.country",
                            one.country().inText(wording),
                            one.answer().currency(),
                            Millions.of(one.money()),
                            wording.say("portfolio.measure."
                                    + one.answer().measure().word()),
                            one.profile().areas().size(),
                            one.profile().joint().size()))
                    .toList());
            if (there.size() > listed.size()) {
                sheet.note("papers.donor.more", there.size() - listed.size());
            }
            sheet.table(table(there, wording));
            sheet.note("papers.donor.no-figure.why");
            sheet.say(there.getFirst().answer().caution());
            sheet.say(there.getFirst().answer().meaning());
            Sources.published(making, sheet);
        }
        List<Given> recorded = recorded(making);
        if (!recorded.isEmpty()) {
            sheet.say(
                    "papers.donor.recorded",
                    recorded.size(),
                    making.material().charter().name());
            sheet.table(SupportParts.table(recorded, wording));
            Sources.recorded(Given.items(recorded), making, sheet);
        }
    }

    private static Table table(List<There> there, Wording wording) {
        List<List<Cell>> rows = new ArrayList<>();
        for (There one : there) {
            for (AreaProfile area : one.profile().areas()) {
                rows.add(List.of(
                        Cell.text(one.country().name()),
                        Cell.text(area.area().code() + " "
                                + wording.say(area.area().label())),
                        Cell.number(area.activities().size()),
                        Millions.cell(area.money()),
                        figure(area.ownShare(), wording),
                        figure(area.everybodysShare(), wording),
                        figure(area.advantage(), wording),
                        Cell.text(years(area.presence()))));
            }
        }
        return new Table(
                wording.say("papers.donor.table", there.getFirst().answer().currency()),
                List.of(
                        Column.text("country", wording.say("papers.column.country")),
                        Column.text("area", wording.say("papers.column.area")),
                        Column.integer("activities", wording.say("papers.column.activities"), ""),
                        Column.decimal("money", wording.say("papers.column.money"), "", 1),
                        Column.share("own_share", wording.say("papers.column.own-share"), 0),
                        Column.share("all_share", wording.say("papers.column.all-share"), 0),
                        Column.decimal("advantage", wording.say("papers.column.advantage"), "", 1),
                        Column.text("years", wording.say("papers.column.years"))),
                rows);
    }

    private static Cell figure(Figure<BigDecimal> figure, Wording wording) {
        return figure.valueIfAny()
                .map(value -> Cell.number(value.setScale(SHARE_DIGITS, RoundingMode.HALF_EVEN)))
                .orElseGet(() -> Cell.blank(wording.say("papers.donor.no-figure")));
    }

    private static String years(DonorProfile.Presence presence) {
        if (presence.first().isEmpty() || presence.last().isEmpty()) {
            return "";
        }
        int first = presence.first().get();
        int last = presence.last().get();
        return first == last ? String.valueOf(first) : first + "–" + last;
    }

    /** An activity that ends on a day. */
    private record Ending(LocalDate on, String line) {}

    private static void ends(Making making, Sheet sheet) {
        Wording wording = making.wording();
        int months = making.setting().number(PaperPart.MONTHS, USUAL_MONTHS);
        int most = making.setting().most(USUAL_ITEMS);
        Optional<LocalDate> day = SupportParts.dataDay(making);
        List<Ending> endings = new ArrayList<>();
        int endless = 0;
        for (There one : there(making)) {
            for (SortedActivity sorted : one.activities()) {
                LocalDate end = sorted.activity().end();
                if (!sorted.sorting().area().isSsr()) {
                    continue;
                }
                if (end == null) {
                    endless++;
                } else if (day.isPresent()
                        && !end.isBefore(day.get())
                        && !end.isAfter(day.get().plusMonths(months))) {
                    endings.add(new Ending(
                            end,
                            wording.say("papers.donor.end", one.country().name(), SupportParts.line(sorted, wording))));
                }
            }
        }
        List<String> lines = endings.stream()
                .sorted(Comparator.comparing(Ending::on).thenComparing(Ending::line))
                .map(Ending::line)
                .toList();
        boolean isPublished = day.isPresent() && !there(making).isEmpty();
        if (isPublished) {
            sheet.say("papers.donor.ends", lines.size(), months, wording.shortDay(day.get()));
        }
        sheet.list(lines.subList(0, Math.min(most, lines.size())));
        if (lines.size() > most) {
            sheet.note("papers.more", lines.size() - most);
        }
        if (endless > 0) {
            sheet.note("papers.donor.endless", endless);
        }
        List<String> recorded = recorded(making).stream()
                .filter(one -> one.when()
                        .until()
                        .filter(end -> !end.latest().isBefore(making.day())
                                && !end.latest().isAfter(making.day().plusMonths(months)))
                        .isPresent())
                .map(one -> one.line(wording))
                .toList();
        sheet.under("papers.donor.recorded-ends", recorded);
        if (!isPublished && recorded.isEmpty()) {
            sheet.say("papers.donor.no-ends", months, wording.shortDay(making.day()));
        }
    }

    /** The countries of which all rules of coordination are asked: those with most of its money, since it takes long. */
    private static List<There> looked(Making making) {
        List<There> looked = there(making).stream().limit(MOST_LOOKED).toList();
        making.material().prepareFindings(looked.stream().map(There::country).toList());
        return looked;
    }

    private static void notLooked(Making making, Sheet sheet) {
        int more = there(making).size() - MOST_LOOKED;
        if (more > 0) {
            sheet.note("papers.donor.not-looked", MOST_LOOKED, more);
        }
    }

    private static void concentration(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<There> looked = looked(making);
        List<String> lines = new ArrayList<>();
        for (There one : there(making)) {
            one.profile().areas().stream()
                    .filter(area -> area.ownShare().valueIfAny().isPresent())
                    .max(Comparator.comparing(
                            area -> area.ownShare().valueIfAny().orElse(BigDecimal.ZERO)))
                    .ifPresent(area -> lines.add(wording.say(
                            "papers.donor.largest",
                            one.country().inText(wording),
                            area.area().code(),
                            wording.say(area.area().label()),
                            area.ownShare().valueIfAny().orElse(BigDecimal.ZERO))));
            if (looked.contains(one)) {
                making.material().findings(one.country()).findings().findings().stream()
                        .filter(finding -> finding.donor()
                                .filter(one.profile().donor()::equals)
                                .isPresent())
                        .map(finding -> wording.say(
                                "papers.donor.finding",
                                one.country().inText(wording),
                                wording.say(finding.kind().label()),
                                wording.say(finding.says())))
                        .forEach(lines::add);
            }
        }
        if (lines.isEmpty()) {
            sheet.say("papers.donor.no-concentration");
        } else {
            sheet.say("papers.donor.concentration");
            sheet.list(lines.subList(0, Math.min(MOST_LINES, lines.size())));
            if (lines.size() > MOST_LINES) {
                sheet.note("papers.more", lines.size() - MOST_LINES);
            }
        }
        notLooked(making, sheet);
    }

    /** What data tell, and beside it, in none of its figures, what is said of the donor in the workspace. */
    private static void competencyAndWords(Making making, Sheet sheet) {
        competency(making, sheet);
        List<Item<DonorStatement>> said = DonorStatements.of(
                        making.view(), making.question().find(PaperChoice.DONOR))
                .all();
        sheet.under(
                "papers.donor.said",
                said.stream()
                        .map(item -> making.wording().say(DonorStatements.says(item.value())))
                        .toList());
        Sources.recorded(said, making, sheet);
    }

    /** Where it gives a larger part of its money than donors do together, the most so first; what it does more than others, and never how well. */
    private static void competency(Making making, Sheet sheet) {
        Wording wording = making.wording();
        int most = making.setting().most(USUAL_ITEMS);
        List<String> lines = there(making).stream()
                .flatMap(one -> one.profile().areas().stream()
                        .filter(area -> area.significant() && isMore(area))
                        .sorted(Comparator.comparing(DonorParts::advantage).reversed())
                        .map(area -> competency(one, area, wording)))
                .toList();
        if (lines.isEmpty()) {
            sheet.say("papers.donor.no-competency");
            return;
        }
        sheet.say("papers.donor.competency");
        sheet.list(lines.subList(0, Math.min(most, lines.size())));
        if (lines.size() > most) {
            sheet.note("papers.more", lines.size() - most);
        }
        Sources.published(making, sheet);
    }

    private static BigDecimal advantage(AreaProfile area) {
        return area.advantage().valueIfAny().orElse(BigDecimal.ZERO);
    }

    private static boolean isMore(AreaProfile area) {
        return advantage(area).compareTo(BigDecimal.ONE) > 0;
    }

    private static String competency(There one, AreaProfile area, Wording wording) {
        String trend = area.trend()
                .valueIfAny()
                .map(told -> wording.say(
                        "papers.donor.trend",
                        told.earlier(),
                        told.earlierFrom(),
                        told.earlierTo(),
                        told.later(),
                        told.laterFrom(),
                        told.laterTo()))
                .orElseGet(() -> wording.say("papers.donor.no-trend"));
        return wording.say(
                "papers.donor.competent",
                one.country().inText(wording),
                area.area().code(),
                wording.say(area.area().label()),
                advantage(area),
                area.presence().years(),
                trend,
                area.results().activities().size(),
                area.activities().size());
    }

    private static void questions(Making making, Sheet sheet) {
        Wording wording = making.wording();
        int most = making.setting().most(USUAL_ITEMS);
        List<There> looked = looked(making);
        List<String> lines = new ArrayList<>();
        for (There one : there(making)) {
            String country = one.country().inText(wording);
            List<SortedActivity> activities = one.activities();
            Map<String, Long> open = new LinkedHashMap<>();
            open.put(
                    "area",
                    activities.stream()
                            .filter(sorted -> sorted.sorting().area() == ReformArea.CANNOT_BE_TOLD)
                            .count());
            open.put("end", count(activities, activity -> activity.end() == null));
            open.put(
                    "disbursed",
                    count(
                            activities,
                            activity ->
                                    activity.transactions().stream().noneMatch(payment -> payment.isDisbursement())));
            open.put(
                    "described",
                    count(activities, activity -> activity.descriptions().isEmpty()));
            open.put("suspended", count(activities, activity -> "6".equals(activity.status())));
            open.forEach((what, number) -> {
                if (number > 0) {
                    lines.add(wording.say("papers.donor.ask." + what, country, number));
                }
            });
            if (!looked.contains(one)) {
                continue;
            }
            Findings findings = making.material().findings(one.country()).findings();
            findings.asked().stream()
                    .filter(asked -> asked.activities().stream()
                            .anyMatch(id -> activities.stream()
                                    .anyMatch(sorted ->
                                            sorted.activity().identifier().equals(id))))
                    .map(Finding.Asked::question)
                    .map(wording::say)
                    .forEach(lines::add);
        }
        if (there(making).isEmpty()) {
            lines.add(wording.say("papers.donor.ask.anything"));
        }
        for (Given one : recorded(making)) {
            String title = one.title().isBlank() ? one.areaIn(wording) : one.title();
            if (one.receiver().isBlank()) {
                lines.add(wording.say("papers.donor.ask.recorded-receiver", title));
            }
            if (!one.isAmountKnown()) {
                lines.add(wording.say("papers.donor.ask.recorded-amount", title));
            }
            if (one.when().until().isEmpty()) {
                lines.add(wording.say("papers.donor.ask.recorded-end", title));
            }
        }
        if (lines.isEmpty()) {
            sheet.say("papers.donor.nothing-to-ask");
            return;
        }
        sheet.list(lines.subList(0, Math.min(most, lines.size())));
        if (lines.size() > most) {
            sheet.note("papers.more", lines.size() - most);
        }
    }

    private static long count(List<SortedActivity> activities, Predicate<Activity> open) {
        return activities.stream()
                .filter(sorted -> sorted.sorting().area().isSsr())
                .map(SortedActivity::activity)
                .filter(open)
                .count();
    }
}
