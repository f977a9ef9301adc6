package org.salus.sector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;

/**
 * Actors that oversee one another in a circle, of which at least one may use force, detain or collect intelligence. Checks that run both ways can be meant
 * so; the finding says that they do.
 */
final class OversightInACircle implements OversightRule {
    @Override
    public String code() {
        return "circle";
    }

    @Override
    public List<Finding> findings(OversightInquiry inquiry) {
        List<PresentTie> ties = inquiry.day().ties().stream()
                .filter(tie -> tie.type().group() == TieType.Group.OVERSIGHT && tie.isRecorded())
                .filter(tie -> !tie.from().equals(tie.to()))
                .toList();
        Map<ItemId, List<ItemId>> onward = new HashMap<>();
        Map<ItemId, List<ItemId>> backward = new HashMap<>();
        for (PresentTie tie : ties) {
            onward.computeIfAbsent(tie.from(), from -> new ArrayList<>()).add(tie.to());
            backward.computeIfAbsent(tie.to(), to -> new ArrayList<>()).add(tie.from());
        }
        List<Finding> findings = new ArrayList<>();
        Set<ItemId> done = new HashSet<>();
        for (Present institution : inquiry.institutions()) {
            if (done.contains(institution.id())) {
                continue;
            }
            // Who is both behind and before an institution stands in a circle with it.
            TreeSet<ItemId> circle = new TreeSet<>(reached(institution.id(), onward));
            circle.retainAll(reached(institution.id(), backward));
            done.addAll(circle);
            if (circle.size() > 1) {
                List<ItemId> facts = ties.stream()
                        .filter(tie -> circle.contains(tie.from()) && circle.contains(tie.to()))
                        .flatMap(tie -> tie.ids().stream())
                        .toList();
                List<ItemId> about = List.copyOf(circle);
                findings.add(inquiry.finding(
                        this,
                        "",
                        Sentence.of("sector.found.circle", inquiry.names(about), about.size()),
                        about,
                        facts,
                        inquiry.asked(institution.id())));
            }
        }
        return findings;
    }

    private static Set<ItemId> reached(ItemId from, Map<ItemId, List<ItemId>> ways) {
        Set<ItemId> found = new HashSet<>();
        Deque<ItemId> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            ItemId at = open.pop();
            if (found.add(at)) {
                open.addAll(ways.getOrDefault(at, List.of()));
            }
        }
        return found;
    }
}
