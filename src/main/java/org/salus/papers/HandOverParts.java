package org.salus.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.agenda.AgendaBook;
import org.salus.diligence.CaseReading;
import org.salus.diligence.DueItem;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.Hole;
import org.salus.goals.Objective;
import org.salus.goals.Owed;
import org.salus.ledger.Item;

/** What somebody who takes over has to know: what is due, what is open, what was done lately, and whose it is. */
final class HandOverParts {
    private static final int USUAL_MONTHS = 12;
    private static final int USUAL_ITEMS = 25;
    private static final int USUAL_TITLES = 8;

    private HandOverParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("due", HandOverParts::due)
                        .knowing(PaperChoice.OFFICE)
                        .set(PaperPart.MONTHS, PaperPart.MOST),
                PaperPart.of("open", HandOverParts::open).set(PaperPart.MOST),
                PaperPart.of("lately", HandOverParts::lately).set(PaperPart.MONTHS, PaperPart.MOST),
                PaperPart.of("offices", HandOverParts::offices)
                        .knowing(PaperChoice.OFFICE)
                        .set(PaperPart.MOST));
    }

    /** Something that is due on a day, of an office. */
    private record Due(LocalDate on, String line) {}

    private static boolean isOf(String office, Making making) {
        return making.question()
                .find(PaperChoice.OFFICE)
                .map(asked -> office.toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    private static void due(Making making, Sheet sheet) {
        Wording wording = making.wording();
        int months = making.setting().number(PaperPart.MONTHS, USUAL_MONTHS);
        LocalDate last = making.day().plusMonths(months);
        List<Due> all = new ArrayList<>();
        for (Owed owed : Owed.of(making.view(), making.day(), wording)) {
            if (isOf(String.join(", ", owed.offices()), making)) {
                all.add(new Due(
                        owed.owing().due(),
                        wording.say(
                                "papers.due.measurement",
                                owed.owing().indicator().value().title(),
                                wording.say(owed.owing().what().label()),
                                making.said(String.join(", ", owed.offices())))));
            }
        }
        CaseReading cases = making.material().cases();
        for (DueItem item : cases.book().due()) {
            if (isOf(item.office(), making)) {
                all.add(new Due(
                        item.on().orElse(making.day()),
                        wording.say(
                                "papers.due.case",
                                wording.say(item.kind().label()),
                                cases.names().unit(item.entry()),
                                making.said(item.office()))));
            }
        }
        boolean isEverybodys = making.question().find(PaperChoice.OFFICE).isEmpty();
        if (isEverybodys) {
            making.material()
                    .politics()
                    .book()
                    .windows()
                    .forEach(noted -> add(
                            all,
                            noted.value().until(),
                            wording.say("papers.due.window", noted.value().title())));
            making.material().politics().book().partnerships().forEach(noted -> {
                add(
                        all,
                        noted.value().reviewBy(),
                        wording.say("papers.due.review", noted.value().title()));
                add(
                        all,
                        noted.value().until(),
                        wording.say("papers.due.partnership", noted.value().title()));
            });
            Given.of(making)
                    .forEach(one -> add(
                            all,
                            one.when().until(),
                            wording.say("papers.due.support", one.donor(), making.said(one.title()))));
        }
        AgendaBook agenda = AgendaBook.of(making.view(), making.day());
        agenda.actions().stream()
                .map(Item::value)
                .filter(one -> one.state().isOpen() && isOf(one.office(), making))
                .forEach(one ->
                        add(all, one.due(), wording.say("papers.due.action", one.title(), making.said(one.office()))));
        agenda.requests().stream()
                .map(Item::value)
                .filter(one -> one.state().isOpen() && isOf(one.askedOf(), making))
                .forEach(one -> add(
                        all, one.until(), wording.say("papers.due.request", one.title(), making.said(one.askedOf()))));
        making.objectives().stream()
                .map(Making.Planned::value)
                .filter(one -> isOf(one.owner(), making))
                .forEach(one -> {
                    add(all, one.begins(), wording.say("papers.due.begins", one.title(), making.said(one.owner())));
                    add(all, one.until(), wording.say("papers.due.objective", one.title(), making.said(one.owner())));
                });
        List<Due> due = all.stream()
                .filter(one -> !one.on().isAfter(last))
                .filter(one -> !one.on().isBefore(making.day().minusMonths(months)))
                .sorted(Comparator.comparing(Due::on).thenComparing(Due::line))
                .toList();
        sheet.say("papers.due.lead", due.size(), months, wording.shortDay(making.day()));
        shorten(
                due.stream()
                        .map(one -> wording.say(
                                one.on().isBefore(making.day()) ? "papers.due.past" : "papers.due.line",
                                wording.shortDay(one.on()),
                                one.line()))
                        .toList(),
                making,
                sheet);
    }

    private static void add(List<Due> all, Optional<PartialDate> on, String line) {
        on.ifPresent(day -> all.add(new Due(day.latest(), line)));
    }

    private static void shorten(List<String> lines, Making making, Sheet sheet) {
        int most = making.setting().most(USUAL_ITEMS);
        sheet.list(lines.subList(0, Math.min(most, lines.size())));
        if (lines.size() > most) {
            sheet.note("papers.more", lines.size() - most);
        }
    }

    private static void open(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<String> holes = new ArrayList<>();
        for (Chain chain : making.plans()) {
            making
                    .material()
                    .goals()
                    .holes(chain)
                    .open(making.material().goals().answered(chain))
                    .stream()
                    .map(Hole::says)
                    .map(wording::say)
                    .forEach(holes::add);
        }
        int asked = making.material().oversight().toAsk().size();
        int conflicts = making.view().conflicts().size();
        sheet.say("papers.open.lead", holes.size(), asked, conflicts);
        if (!holes.isEmpty()) {
            sheet.heading("papers.open.plan");
            shorten(holes, making, sheet);
        }
        sheet.under(
                "papers.open.findings",
                making.material().oversight().findings().stream()
                        .map(one -> wording.say(one.says()))
                        .toList());
    }

    private static void lately(Making making, Sheet sheet) {
        int months = making.setting().number(PaperPart.MONTHS, USUAL_MONTHS);
        List<Changes.Change> changed = Changes.between(making.day().minusMonths(months), making.day(), making);
        sheet.say("papers.lately.lead", changed.size(), months, making.wording().shortDay(making.day()));
        Changes.tell(changed, making.setting().most(USUAL_TITLES), making, sheet);
        List<String> decided = making.material().politics().book().decisions().stream()
                .filter(noted -> noted.value()
                        .day()
                        .filter(day -> !day.latest().isBefore(making.day().minusMonths(months)))
                        .isPresent())
                .map(noted -> decision(
                        making,
                        noted.value().title(),
                        noted.value().day(),
                        noted.value().decidedBy()))
                .toList();
        sheet.under("papers.lately.decisions", decided);
    }

    static String decision(Making making, String title, Optional<PartialDate> day, String by) {
        return making.wording().say("papers.decision", making.date(day), title, making.said(by));
    }

    private static void offices(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<String> offices = Offices.of(making).stream()
                .filter(office -> isOf(office, making))
                .toList();
        if (offices.isEmpty()) {
            sheet.say("papers.offices.nothing");
            return;
        }
        sheet.say("papers.offices.lead", offices.size());
        shorten(
                offices.stream()
                        .map(office -> wording.say("papers.offices.office", office, charge(making, office)))
                        .toList(),
                making,
                sheet);
    }

    private static String charge(Making making, String office) {
        List<String> told = Stream.of(
                        titles(making, office, "papers.offices.owns", true),
                        titles(making, office, "papers.offices.pays", false))
                .filter(words -> !words.isBlank())
                .toList();
        return told.isEmpty()
                ? making.wording().say("papers.offices.named")
                : making.wording().parted(told);
    }

    private static String titles(Making making, String office, String key, boolean isOwner) {
        List<String> titles = making.objectives().stream()
                .map(Making.Planned::value)
                .filter(one -> office.equals(isOwner ? one.owner() : one.payerAfterHandover()))
                .map(Objective::title)
                .distinct()
                .toList();
        return titles.isEmpty()
                ? ""
                : making.wording()
                        .say(
                                key,
                                making.wording()
                                        .listed(titles.stream()
                                                .map(title -> making.wording().say("papers.offices.quoted", title))
                                                .toList()));
    }
}
