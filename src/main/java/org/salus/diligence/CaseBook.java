package org.salus.diligence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.salus.framework.PartialDate;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;

/**
 * The cases one reader may read: those of a workspace, and those of the private layers of it that this reader may open. Findings and what is due are made of them and of nothing
 * else, so that nobody else learns of a case, of a decision, or that there is none.
 */
public final class CaseBook {
    /** Kinds of other rooms that are support, by the names they have in the ledger. */
    public static final List<String> SUPPORT_KINDS = List.of("known-support", "support");

    /** The kind of another room whose items receive. */
    public static final String RECIPIENT_KIND = "actor";

    private final List<CaseEntry> entries;
    private final LocalDate day;

    private CaseBook(List<CaseEntry> entries, LocalDate day) {
        this.entries = List.copyOf(entries);
        this.day = day;
    }

    /**
     * The cases on a day.
     *
     * @param view of the workspace
     * @param layers the reader's private layers of it
     */
    public static CaseBook of(View view, List<View> layers, LocalDate day) {
        return of(view, layers, file -> true, day);
    }

    private static CaseBook of(View view, List<View> layers, Predicate<CaseFile> asked, LocalDate day) {
        List<CaseEntry> entries = new ArrayList<>(CaseEntry.of(view, Optional.empty(), asked, day));
        layers.forEach(layer ->
                entries.addAll(CaseEntry.of(layer, Optional.of(layer.charter().name()), asked, day)));
        return new CaseBook(entries, day);
    }

    /** Whether there can be cases about an item: it receives, or is support. */
    static boolean mayBeAbout(Item<?> item) {
        String kind = item.kind().name();
        return kind.equals(RECIPIENT_KIND) || SUPPORT_KINDS.contains(kind);
    }

    /** In the order they were begun, those of the workspace first. */
    public List<CaseEntry> entries() {
        return entries;
    }

    public LocalDate day() {
        return day;
    }

    public Optional<CaseEntry> find(ItemId id) {
        return entries.stream().filter(entry -> entry.item().id().equals(id)).findFirst();
    }

    /** Those of that unit. */
    public List<CaseEntry> ofUnit(ItemId unit) {
        return entries.stream()
                .filter(entry -> entry.file().unit().equals(Optional.of(unit)))
                .toList();
    }

    /** Those about that support. */
    public List<CaseEntry> ofSupport(ItemId support) {
        return entries.stream()
                .filter(entry -> entry.file().given().equals(Optional.of(support)))
                .toList();
    }

    /** What is found about support without a valid decision, case by case. */
    public List<DiligenceFinding> findings() {
        return entries.stream().flatMap(entry -> finding(entry).stream()).toList();
    }

    /** What a case says by itself. A case that is closed or out of scope says nothing. */
    public static Optional<DiligenceFinding> finding(CaseEntry entry) {
        CaseCourse course = entry.course();
        if (entry.isInConflict()) {
            return Optional.of(finding(entry, FindingKind.IN_CONFLICT, Optional.empty()));
        }
        return switch (entry.state()) {
            case OPENED, IN_SCOPE, ASSESSED -> Optional.of(finding(entry, FindingKind.NOT_DECIDED, Optional.empty()));
            case REFUSED ->
                Optional.of(finding(
                        entry,
                        FindingKind.REFUSED,
                        course.decision().map(step -> step.date().earliest())));
            case DECIDED ->
                Optional.of(finding(
                        entry,
                        FindingKind.NOT_YET,
                        course.permission().flatMap(CaseStep::from).map(PartialDate::earliest)));
            case EXPIRED -> Optional.of(finding(entry, FindingKind.EXPIRED, course.until()));
            case SUSPENDED ->
                Optional.of(finding(
                        entry,
                        FindingKind.SUSPENDED,
                        course.suspension().map(step -> step.date().earliest())));
            case IN_FORCE, DUE, OUT_OF_SCOPE, CLOSED -> Optional.empty();
        };
    }

    private static DiligenceFinding finding(CaseEntry entry, FindingKind kind, Optional<LocalDate> since) {
        return new DiligenceFinding(
                kind,
                entry.workspace(),
                entry.item().id(),
                entry.file().title(),
                entry.file().unit(),
                entry.file().given(),
                since);
    }

    /**
     * What is found beside one support: what the cases about it say, unless one of them holds; and where there are cases on the unit that receives it and none about it, that it
     * is not covered. Whoever reads no case on either is told nothing.
     *
     * @param unit that receives it, as far as it is known
     */
    public List<DiligenceFinding> besideSupport(ItemId support, Optional<ItemId> unit) {
        List<CaseEntry> about = ofSupport(support).stream()
                .filter(entry -> entry.state() != CaseState.CLOSED)
                .toList();
        if (!about.isEmpty()) {
            return about.stream().anyMatch(CaseEntry::isValid)
                    ? List.of()
                    : about.stream().flatMap(entry -> finding(entry).stream()).toList();
        }
        if (!ofSupport(support).isEmpty()) {
            return List.of();
        }
        List<CaseEntry> onUnit = unit.stream()
                .flatMap(actor -> ofUnit(actor).stream())
                .filter(entry -> entry.state() != CaseState.CLOSED)
                .toList();
        // One that names its support in words alone may be about this.
        List<CaseEntry> inWords =
                onUnit.stream().filter(entry -> entry.file().given().isEmpty()).toList();
        if (!inWords.isEmpty()) {
            return inWords.stream().anyMatch(CaseEntry::isValid)
                    ? List.of()
                    : inWords.stream().flatMap(entry -> finding(entry).stream()).toList();
        }
        return onUnit.stream()
                .findFirst()
                .map(entry -> List.of(new DiligenceFinding(
                        FindingKind.NOT_COVERED,
                        entry.workspace(),
                        entry.item().id(),
                        entry.file().title(),
                        unit,
                        Optional.of(support),
                        Optional.empty())))
                .orElse(List.of());
    }

    /**
     * What is found beside an item of a workspace on a day: of a unit what its cases say, of support what {@link #besideSupport} finds. No other cases are looked at.
     *
     * @param layers the reader's private layers of it
     */
    static List<DiligenceFinding> beside(View view, List<View> layers, Item<?> item, LocalDate day) {
        ItemId id = item.id();
        boolean isSupport = SUPPORT_KINDS.contains(item.kind().name());
        Optional<ItemId> unit = isSupport ? receiver(view, item) : Optional.of(id);
        CaseBook book = of(
                view,
                layers,
                file -> (unit.isPresent() && file.unit().equals(unit))
                        || (isSupport && file.given().equals(Optional.of(id))),
                day);
        return isSupport
                ? book.besideSupport(id, unit)
                : book.entries().stream()
                        .flatMap(entry -> finding(entry).stream())
                        .toList();
    }

    private static <T extends Record> Optional<ItemId> receiver(View view, Item<T> support) {
        Set<ItemId> needed = support.kind().needs().apply(support.value());
        return needed.stream()
                .filter(id -> view.find(id)
                        .filter(other -> other.kind().name().equals(RECIPIENT_KIND))
                        .isPresent())
                .findFirst();
    }

    /** What is due, the earliest first; what is due at once before all. */
    public List<DueItem> due() {
        return dueBy(day.plusDays(Regimes.shipped().leadDays()));
    }

    /**
     * What is due up to a day, in the same order.
     *
     * @param last the last day that is looked at; what has no day is due whatever it is
     */
    List<DueItem> dueBy(LocalDate last) {
        List<DueItem> due = new ArrayList<>();
        entries.stream().filter(entry -> entry.state() != CaseState.CLOSED).forEach(entry -> {
            addDecision(entry, last, due);
            addMeasures(entry, last, due);
            addFacts(entry, due);
        });
        // A name is to be taken out of closed cases, too.
        entries.forEach(entry -> addNames(entry, due));
        due.sort(Comparator.comparing((DueItem item) -> item.on().orElse(LocalDate.MIN))
                .thenComparing(item -> item.entry().item().id())
                .thenComparing(DueItem::kind)
                .thenComparing(DueItem::about));
        return List.copyOf(due);
    }

    private void addDecision(CaseEntry entry, LocalDate soon, List<DueItem> due) {
        CaseCourse course = entry.course();
        String office = course.decision().map(CaseStep::office).orElse("");
        boolean holds = entry.state() == CaseState.IN_FORCE
                || entry.state() == CaseState.DUE
                || entry.state() == CaseState.SUSPENDED;
        if (holds) {
            course.reviewBy()
                    .filter(review -> !review.isAfter(soon))
                    .ifPresent(review -> due.add(at(entry, entry.item().id(), DueKind.REVIEW, review, office, "")));
        }
        if (holds || entry.state() == CaseState.EXPIRED) {
            course.until()
                    .filter(until -> !until.isAfter(soon))
                    .ifPresent(until -> due.add(at(entry, entry.item().id(), DueKind.EXPIRY, until, office, "")));
        }
    }

    private void addMeasures(CaseEntry entry, LocalDate soon, List<DueItem> due) {
        boolean isRelied = entry.course().permission().isPresent();
        for (Item<Measure> item : entry.measures()) {
            Measure measure = item.value();
            if (!isRelied || measure.done().isPresent()) {
                continue;
            }
            if (measure.first() && entry.isValid()) {
                due.add(new DueItem(
                        entry, item.id(), DueKind.CONDITION, Optional.empty(), true, measure.owner(), measure.text()));
            } else {
                measure.due()
                        .map(PartialDate::latest)
                        .filter(last -> !last.isAfter(soon))
                        .ifPresent(last -> due.add(
                                at(entry, item.id(), DueKind.MITIGATION, last, measure.owner(), measure.text())));
            }
        }
    }

    private static void addFacts(CaseEntry entry, List<DueItem> due) {
        Optional<LocalDate> assessed =
                entry.course().assessment().map(step -> step.date().latest());
        for (Item<RiskFact> item : entry.facts()) {
            LocalDate learned = item.value().learned().earliest();
            if (assessed.filter(learned::isAfter).isPresent()) {
                due.add(new DueItem(
                        entry,
                        item.id(),
                        DueKind.NEW_FACT,
                        Optional.of(learned),
                        true,
                        entry.course().assessment().map(CaseStep::office).orElse(""),
                        item.value().text()));
            }
        }
    }

    private void addNames(CaseEntry entry, List<DueItem> due) {
        for (CaseStep step : entry.file().steps()) {
            step.named()
                    .map(person -> person.until().latest())
                    .filter(day::isAfter)
                    .ifPresent(last -> due.add(at(entry, entry.item().id(), DueKind.NAME, last, step.office(), "")));
        }
    }

    private DueItem at(CaseEntry entry, ItemId item, DueKind kind, LocalDate on, String office, String about) {
        return new DueItem(entry, item, kind, Optional.of(on), on.isBefore(day), office, about);
    }
}
