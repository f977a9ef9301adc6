package org.salus.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.salus.framework.Wording;
import org.salus.goals.Box;
import org.salus.goals.Chain;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.Actor;
import org.salus.sector.KnownSupport;

/** What was put into a workspace or changed in a time, of what its reader sees now: nothing is told of what was, or is, withheld. */
final class Changes {
    private static final int MOST_STEPS = 5_000;

    /** Kinds of items that are told, in the order they are. */
    private static final List<String> KINDS =
            List.of("goal", "objective", "result", "support", "known-support", "actor");

    private Changes() {}

    /**
     * Something that was touched.
     *
     * @param kind one of {@link #KINDS}
     * @param isNew whether its reader could not have read it before
     */
    record Change(String kind, boolean isNew, String title) {}

    /**
     * What was touched from one day to another, both included, each once, the latest first: boxes of the plan, actors and known support.
     */
    static List<Change> between(LocalDate from, LocalDate to, Making making) {
        return between(from, to, making, item -> true);
    }

    /** The same of some items only. */
    static List<Change> between(LocalDate from, LocalDate to, Making making, Predicate<ItemId> only) {
        Instant begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<ItemId, Item<?>> touched = new LinkedHashMap<>();
        Set<ItemId> older = new HashSet<>();
        for (History.Step step : making.material().history().list(MOST_STEPS, Optional.empty())) {
            Instant at = step.by().at();
            if (!at.isBefore(end) || step.isWaiting() || step.isRefused()) {
                continue;
            }
            for (History.Touched one : step.touched()) {
                if (only.test(one.item())
                        && one.after().filter(item -> isTold(item, making)).isPresent()) {
                    if (at.isBefore(begin)) {
                        older.add(one.item());
                    } else {
                        making.view().find(one.item()).ifPresent(now -> touched.putIfAbsent(one.item(), now));
                    }
                }
            }
        }
        // Of alternatives that were not chosen nothing is told.
        Set<ItemId> plans = making.plans().stream().map(Chain::id).collect(Collectors.toSet());
        List<Change> changes = new ArrayList<>();
        touched.forEach((id, item) -> {
            if (!(item.value() instanceof Box box) || plans.contains(box.chain())) {
                title(item, making)
                        .ifPresent(title -> changes.add(new Change(item.kind().name(), !older.contains(id), title)));
            }
        });
        return changes;
    }

    /**
     * Tells them by kind, what is new before what was changed.
     *
     * @param most titles in each line
     */
    static void tell(List<Change> changes, int most, Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<String> lines = new ArrayList<>();
        for (String kind : KINDS) {
            for (boolean isNew : List.of(true, false)) {
                List<String> titles = changes.stream()
                        .filter(one -> one.kind().equals(kind) && one.isNew() == isNew)
                        .map(Change::title)
                        .toList();
                if (!titles.isEmpty()) {
                    lines.add(wording.say(
                            "papers.changes.line",
                            wording.say("papers.changes." + kind),
                            wording.say(isNew ? "papers.changes.new" : "papers.changes.changed", titles.size()),
                            wording.parted(titles.subList(0, Math.min(most, titles.size()))),
                            Math.max(0, titles.size() - most)));
                }
            }
        }
        sheet.list(lines);
    }

    /** Whether the version of that step was meant for this readership, as what is said now is. */
    private static boolean isTold(Item<?> item, Making making) {
        return switch (making.material().readership()) {
            case OWN -> true;
            case MEMBERS ->
                item.sensitivity().code().equals("members")
                        || item.sensitivity().code().equals("public");
            case EVERYBODY -> item.sensitivity().code().equals("public");
        };
    }

    private static Optional<String> title(Item<?> item, Making making) {
        return switch (item.value()) {
            case Box box -> Optional.of(box.title());
            case Actor actor -> {
                String today = making.material().sector().name(item.id());
                yield Optional.of(today.isBlank() ? String.join(" / ", actor.names()) : today);
            }
            case KnownSupport support -> Optional.of(support.partner() + ": " + making.said(support.title()));
            default -> Optional.empty();
        };
    }
}
