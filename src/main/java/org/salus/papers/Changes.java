package org.salus.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.salus.goals.Box;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.Actor;
import org.salus.sector.KnownSupport;

/** What was put into a workspace or changed in a time, of what its reader sees now: nothing is told of what was, or is, withheld. */
final class Changes {
    private static final int MOST_STEPS = 5_000;

    private Changes() {}

    /**
     * What was touched from one day to another, both included, each once, the latest first, in words: boxes of the plan, actors and known support.
     */
    static List<String> between(LocalDate from, LocalDate to, Making making) {
        return between(from, to, making, item -> true);
    }

    /** The same of some items only. */
    static List<String> between(LocalDate from, LocalDate to, Making making, Predicate<ItemId> only) {
        Instant begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<ItemId, String> told = new LinkedHashMap<>();
        for (History.Step step : making.material().history().list(MOST_STEPS, Optional.empty())) {
            Instant at = step.by().at();
            if (at.isBefore(begin) || !at.isBefore(end) || step.isWaiting() || step.isRefused()) {
                continue;
            }
            for (History.Touched touched : step.touched()) {
                if (only.test(touched.item())
                        && touched.after().filter(item -> isTold(item, making)).isPresent()) {
                    making.view()
                            .find(touched.item())
                            .flatMap(item -> title(item, making))
                            .ifPresent(title -> told.putIfAbsent(touched.item(), title));
                }
            }
        }
        return new ArrayList<>(told.values());
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
            case Actor actor -> Optional.of(String.join(" / ", actor.names()));
            case KnownSupport support -> Optional.of(support.partner() + ": " + making.said(support.title()));
            default -> Optional.empty();
        };
    }
}
