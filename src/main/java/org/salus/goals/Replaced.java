package org.salus.goals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.ledger.History;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/**
 * What a measurement said before, as the history has it.
 *
 * @param source where that came from
 * @param until when it was replaced
 */
public record Replaced(Finding says, String source, Instant until) {
    /** The day it was replaced. */
    public LocalDate day() {
        return LocalDate.ofInstant(until, ZoneOffset.UTC);
    }

    /** What was replaced in measurements that come from a series, the newest first; those that never said anything else are absent. */
    public static Map<ItemId, List<Replaced>> of(List<Item<Measurement>> measurements, History history) {
        Set<ItemId> taken = measurements.stream()
                .filter(item -> item.value().isTaken())
                .map(Item::id)
                .collect(Collectors.toSet());
        return taken.isEmpty() ? Map.of() : of(taken, history.of(taken));
    }

    /** Pure: from the steps of these items, newest first. */
    static Map<ItemId, List<Replaced>> of(Set<ItemId> items, List<History.Step> steps) {
        Map<ItemId, List<Replaced>> found = new LinkedHashMap<>();
        Map<ItemId, Finding> later = new LinkedHashMap<>();
        Map<ItemId, Instant> since = new LinkedHashMap<>();
        for (History.Step step : steps) {
            if (step.isWaiting() || step.isRefused()) {
                continue;
            }
            for (History.Touched touched : step.touched()) {
                if (items.contains(touched.item())
                        && touched.after().isPresent()
                        && touched.after().get().value() instanceof Measurement said) {
                    Finding then = later.put(touched.item(), said.says());
                    Instant until = since.put(touched.item(), step.by().at());
                    if (then != null && until != null && !then.equals(said.says())) {
                        found.computeIfAbsent(touched.item(), first -> new ArrayList<>())
                                .add(new Replaced(said.says(), said.source(), until));
                    }
                }
            }
        }
        return found;
    }
}
