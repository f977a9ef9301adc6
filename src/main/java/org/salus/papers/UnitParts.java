package org.salus.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.agenda.FocalPoint;
import org.salus.appraisal.Noted;
import org.salus.appraisal.RegisteredDecision;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.coordination.InstitutionQuestion;
import org.salus.coordination.InstitutionRow;
import org.salus.coordination.InstitutionSupport;
import org.salus.diligence.CaseEntry;
import org.salus.diligence.CaseReading;
import org.salus.evidence.ActivityRecord.PeriodMoney;
import org.salus.evidence.ActivityRecord.Planned;
import org.salus.evidence.Country;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.portfolio.DonorSupport;
import org.salus.portfolio.SortedActivity;
import org.salus.portfolio.SupportMap;
import org.salus.sector.Present;
import org.salus.sector.PresentTie;
import org.salus.sector.SectorDay;
import org.salus.sector.TieType;

/** An institution or unit in a crisis: what it is, every support to it, decisions about that, the next payment, and whom to call. */
final class UnitParts {
    private static final int USUAL_ROWS = 40;

    /** IATI's code of an activity that is suspended. */
    private static final String SUSPENDED = "6";

    private UnitParts() {}

    static List<PaperPart> all() {
        return List.of(
                PaperPart.of("unit", UnitParts::unit).needing(PaperChoice.OF),
                PaperPart.of("unit-support", UnitParts::support)
                        .needing(PaperChoice.OF)
                        .set(PaperPart.MOST),
                PaperPart.of("unit-decisions", UnitParts::decisions).needing(PaperChoice.OF),
                PaperPart.of("unit-payments", UnitParts::payments).needing(PaperChoice.OF),
                PaperPart.of("unit-offices", UnitParts::offices).needing(PaperChoice.OF));
    }

    /** The unit with all that is part of it: what reaches a part reaches the whole, and the other way round nobody can tell. */
    private static Set<ItemId> reach(Making making) {
        SectorDay map = making.material().sector();
        Set<ItemId> reached = new LinkedHashSet<>();
        List<ItemId> next = new ArrayList<>(List.of(making.unit().id()));
        while (!next.isEmpty()) {
            ItemId one = next.removeLast();
            if (reached.add(one)) {
                map.to(one).stream()
                        .filter(tie -> tie.type() == TieType.PART_OF && tie.isRecorded())
                        .map(PresentTie::from)
                        .forEach(next::add);
            }
        }
        return reached;
    }

    private static List<Given> given(Making making) {
        Set<ItemId> reach = reach(making);
        return Given.of(making).stream()
                .filter(one -> one.receivers().stream().anyMatch(reach::contains))
                .toList();
    }

    private static List<Making.Planned> objectives(Making making) {
        Set<ItemId> reach = reach(making);
        return making.objectives().stream()
                .filter(one -> one.value().institution().filter(reach::contains).isPresent())
                .toList();
    }

    private static void unit(Making making, Sheet sheet) {
        Wording wording = making.wording();
        SectorDay map = making.material().sector();
        Present unit = making.unit();
        sheet.say(
                "papers.unit.lead",
                unit.name(),
                unit.phase().actorClass().label(),
                wording.shortDay(map.day()),
                reach(making).size() - 1);
        Map<TieType, Set<String>> towards = new EnumMap<>(TieType.class);
        map.to(unit.id()).stream()
                .filter(PresentTie::isRecorded)
                .forEach(tie -> towards.computeIfAbsent(tie.type(), first -> new LinkedHashSet<>())
                        .add(map.name(tie.from())));
        Map<TieType, Set<String>> away = new EnumMap<>(TieType.class);
        map.from(unit.id()).stream()
                .filter(PresentTie::isRecorded)
                .forEach(tie -> away.computeIfAbsent(tie.type(), first -> new LinkedHashSet<>())
                        .add(map.name(tie.to())));
        List<String> ties = new ArrayList<>();
        towards.forEach((type, names) -> ties.add(
                wording.say("papers.unit.tie", String.join(", ", names), wording.say(type.label()), unit.name())));
        away.forEach((type, names) -> ties.add(
                wording.say("papers.unit.tie", unit.name(), wording.say(type.label()), String.join(", ", names))));
        sheet.under("papers.unit.ties", ties);
        sheet.under(
                "papers.unit.findings",
                making.material().oversight().findings(unit.id()).stream()
                        .map(finding -> wording.say(finding.says()))
                        .toList());
    }

    private static void support(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<Given> given = given(making).stream()
                .sorted(Comparator.comparing(Given::donor, String.CASE_INSENSITIVE_ORDER))
                .toList();
        if (given.isEmpty()) {
            sheet.say("papers.unit.no-support");
        } else {
            sheet.say("papers.unit.support", given.size(), Given.donors(given));
            sheet.table(SupportParts.table(given, wording));
            Sources.recorded(Given.items(given), making, sheet);
        }
        List<SortedActivity> published = published(making);
        int most = making.setting().most(USUAL_ROWS);
        sheet.under(
                "papers.unit.published",
                published.stream()
                        .limit(most)
                        .map(one -> SUSPENDED.equals(one.activity().status())
                                ? wording.say("papers.unit.suspended", SupportParts.line(one, wording))
                                : SupportParts.line(one, wording))
                        .toList());
        if (published.size() > most) {
            sheet.note("papers.more", published.size() - most);
        }
        if (!published.isEmpty()) {
            Sources.published(making, sheet);
        }
        sheet.note("papers.support.standing");
    }

    /** Activities of open data that are matched to the unit. */
    private static List<SortedActivity> published(Making making) {
        Set<ItemId> reach = reach(making);
        List<SortedActivity> all = new ArrayList<>();
        for (Country country : making.material().countries()) {
            SupportMap map = making.material().findings(country).map();
            if (map.activities().isEmpty()) {
                continue;
            }
            Set<String> matched = InstitutionSupport.of(
                            new Coordinations(making.material().supports()),
                            making.material().snapshot(),
                            making.view(),
                            new InstitutionQuestion(
                                    CoordinationQuestion.of(country.iso3(), Address.of("/")),
                                    Optional.empty(),
                                    Optional.empty()),
                            making.day(),
                            making.wording().locale())
                    .rows()
                    .stream()
                    .filter(row -> row.institution().filter(reach::contains).isPresent())
                    .map((InstitutionRow row) -> row.row().activity())
                    .collect(Collectors.toSet());
            map.activities().stream()
                    .filter(one -> matched.contains(one.activity().identifier()))
                    .forEach(all::add);
        }
        return all;
    }

    private static void decisions(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<String> told = decided(making).stream()
                .map(noted -> wording.say(
                        "papers.unit.decision",
                        making.date(noted.value().day()),
                        noted.value().title(),
                        making.said(noted.value().decidedBy()),
                        making.said(noted.value().document())))
                .toList();
        if (told.isEmpty()) {
            sheet.say("papers.unit.no-decisions");
        } else {
            sheet.say("papers.unit.decisions", told.size());
            sheet.list(told);
        }
        // Of cases nothing is said to who reads none, not even that there is none.
        CaseReading cases = making.material().cases();
        List<CaseEntry> entries = cases(making);
        if (!entries.isEmpty()) {
            sheet.heading("papers.unit.cases");
            sheet.list(entries.stream()
                    .map(entry -> wording.say(
                            "papers.unit.case",
                            cases.names().unit(entry),
                            cases.names().support(entry),
                            wording.say(entry.state().label()),
                            last(entry, wording)))
                    .toList());
            sheet.note("diligence.standing");
        }
    }

    private static String last(CaseEntry entry, Wording wording) {
        return entry.file().steps().isEmpty()
                ? wording.say("papers.not-said")
                : wording.say(
                        "papers.unit.step",
                        wording.say(entry.file().steps().getLast().kind().label()),
                        wording.shortDay(entry.file().steps().getLast().date()),
                        entry.file().steps().getLast().because());
    }

    private static List<CaseEntry> cases(Making making) {
        Set<ItemId> reach = reach(making);
        Set<ItemId> support = given(making).stream().map(one -> one.item().id()).collect(Collectors.toSet());
        return making.material().cases().book().entries().stream()
                .filter(entry -> entry.file().unit().filter(reach::contains).isPresent()
                        || entry.file().given().filter(support::contains).isPresent())
                .toList();
    }

    private static List<Noted<RegisteredDecision>> decided(Making making) {
        Set<ItemId> about = Stream.concat(
                        given(making).stream().map(one -> one.item().id()),
                        objectives(making).stream().map(one -> one.item().id()))
                .collect(Collectors.toSet());
        String name = making.unit().name();
        return making.material().politics().book().decisions().stream()
                .filter(noted -> {
                    RegisteredDecision decision = noted.value();
                    return decision.objectives().stream().anyMatch(one -> about.contains(one.objective()))
                            || decision.supports().stream().anyMatch(one -> about.contains(one.support()))
                            || Stream.of(decision.asked(), decision.couldVeto(), decision.payers())
                                    .anyMatch(names -> names.contains(name));
                })
                .toList();
    }

    private static void payments(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<String> lines = new ArrayList<>();
        Optional<LocalDate> dataDay = SupportParts.dataDay(making);
        List<SortedActivity> published = published(making);
        if (dataDay.isPresent() && !published.isEmpty()) {
            TreeMap<String, Planned> planned = new TreeMap<>();
            making.material()
                    .countries()
                    .forEach(country -> planned.putAll(
                            making.material().snapshot().activities().plannedIn(country)));
            for (SortedActivity one : published) {
                Optional.ofNullable(planned.get(one.activity().identifier()))
                        .flatMap(plan -> next(plan, dataDay.get()))
                        .ifPresent(payment -> lines.add(wording.say(
                                "papers.unit.payment",
                                one.activity().title(),
                                String.valueOf(payment.start()),
                                Optional.ofNullable(payment.currency())
                                        .orElseGet(() -> wording.say("papers.no-currency")),
                                Optional.ofNullable(payment.amount()).orElse(java.math.BigDecimal.ZERO))));
            }
            sheet.say("papers.unit.payments", lines.size(), published.size(), wording.shortDay(dataDay.get()));
        }
        sheet.list(lines);
        List<Given> running = given(making).stream()
                .filter(one -> one.when().mayHoldOn(making.day()))
                .sorted(Making.byEnd((Given one) -> one.when().until()))
                .toList();
        if (running.isEmpty()) {
            sheet.say("papers.unit.nothing-runs", wording.shortDay(making.day()));
        } else {
            sheet.say("papers.unit.running", running.size(), wording.shortDay(making.day()));
            sheet.list(running.stream().map(one -> one.line(wording)).toList());
        }
        sheet.note("papers.unit.no-payments");
    }

    private static Optional<PeriodMoney> next(Planned plan, LocalDate day) {
        return plan.disbursements().stream()
                .filter(payment -> payment.start() != null && !payment.start().isBefore(day))
                .min(Comparator.comparing(payment -> String.valueOf(payment.start())));
    }

    private static void offices(Making making, Sheet sheet) {
        Wording wording = making.wording();
        TreeMap<String, Set<String>> offices = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given(making).forEach(one -> add(offices, one.donor(), wording.say("papers.unit.gives")));
        published(making).stream()
                // Several together and an unnamed one are nobody to call.
                .filter(one -> !one.donor().equals(DonorSupport.SEVERAL)
                        && !one.donor().equals(DonorSupport.UNNAMED))
                .forEach(one -> add(
                        offices,
                        SupportParts.donorName(one.donor(), wording),
                        wording.say("papers.unit.pays-activity")));
        objectives(making).stream().map(Making.Planned::value).forEach(one -> {
            add(offices, one.owner(), wording.say("papers.unit.owns", one.title()));
            add(offices, one.payerAfterHandover(), wording.say("papers.unit.pays-after", one.title()));
        });
        decided(making)
                .forEach(noted -> add(
                        offices,
                        noted.value().decidedBy(),
                        wording.say("papers.unit.decided", noted.value().title())));
        cases(making).forEach(entry -> add(offices, entry.file().provider(), wording.say("papers.unit.answers-case")));
        // Focal points answer for an office that has to do with the unit, or for the unit itself.
        String name = making.unit().name();
        making.view().list(FocalPoint.KIND).stream()
                .map(Item::value)
                .filter(one -> offices.containsKey(one.office()) || one.office().equalsIgnoreCase(name))
                .toList()
                .forEach(one -> add(
                        offices,
                        one.office(),
                        wording.say("papers.unit.focal", making.said(one.matter()), making.said(one.reached()))));
        if (offices.isEmpty()) {
            sheet.say("papers.unit.no-offices");
            return;
        }
        sheet.say("papers.unit.offices", offices.size());
        sheet.list(offices.entrySet().stream()
                .map(office -> wording.say("papers.unit.office", office.getKey(), wording.parted(office.getValue())))
                .toList());
    }

    private static void add(Map<String, Set<String>> offices, String office, String why) {
        if (!office.isBlank()) {
            offices.computeIfAbsent(office, first -> new TreeSet<>()).add(why);
        }
    }
}
