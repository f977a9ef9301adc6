package org.salus.diligence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Told;
import org.salus.ledger.View;

/**
 * What a case says in all of its versions in force. There is one, unless copies brought several: then no step of any of them may be lost when they are put together, least of all a
 * suspension.
 */
final class CaseVersions {
    private final List<CaseFile> all;

    CaseVersions(List<CaseFile> all) {
        this.all = List.copyOf(all);
    }

    /** Those of that case; none if it is new. */
    static CaseVersions of(ItemId id, View view) {
        if (!view.isInConflict(id)) {
            return new CaseVersions(
                    view.find(CaseFile.KIND, id).map(Item::value).stream().toList());
        }
        List<CaseFile> all = new ArrayList<>();
        for (Told told : view.conflicts().getOrDefault(id, List.of())) {
            told.item().ifPresent(item -> {
                if (item.value() instanceof CaseFile file) {
                    all.add(file);
                }
            });
        }
        return new CaseVersions(all);
    }

    List<CaseFile> all() {
        return all;
    }

    /** Whether something was decided in one of them. */
    boolean isDecided() {
        return all.stream().anyMatch(file -> file.course().isDecided());
    }

    /** Whether these steps go on from all of them: nothing that was taken is missing, and nothing of it is changed but for the name of a person that goes. */
    boolean isContinuedBy(List<CaseStep> after) {
        return all.stream()
                .allMatch(file ->
                        all.size() == 1 ? isPrefix(file.steps(), after) : isContainedInOrder(file.steps(), after));
    }

    private static boolean isPrefix(List<CaseStep> before, List<CaseStep> after) {
        if (after.size() < before.size()) {
            return false;
        }
        for (int at = 0; at < before.size(); at++) {
            if (!isStill(before.get(at), after.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isContainedInOrder(List<CaseStep> before, List<CaseStep> after) {
        int found = 0;
        for (CaseStep step : after) {
            if (found < before.size() && isStill(before.get(found), step)) {
                found++;
            }
        }
        return found == before.size();
    }

    private static boolean isStill(CaseStep was, CaseStep is) {
        return is.equals(was) || is.equals(was.withoutName());
    }

    /** Where in these steps the new ones stand: those that none of the versions has, or not so often. */
    List<Integer> fresh(List<CaseStep> after) {
        List<Integer> fresh = new ArrayList<>();
        for (int at = 0; at < after.size(); at++) {
            int position = at;
            boolean isTaken = all.size() == 1
                    ? at < all.getFirst().steps().size()
                    : all.stream()
                            .anyMatch(file -> count(file.steps(), after.get(position))
                                    > count(after.subList(0, position), after.get(position)));
            if (!isTaken) {
                fresh.add(at);
            }
        }
        return fresh;
    }

    private static long count(List<CaseStep> steps, CaseStep step) {
        return steps.stream()
                .filter(one -> one.withoutName().equals(step.withoutName()))
                .count();
    }

    /** All of them in one: what the first says, with the steps of each in the order of their days. */
    Optional<CaseFile> together() {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<CaseStep> steps = new ArrayList<>();
        for (CaseFile file : all) {
            List<CaseStep> own = new ArrayList<>();
            for (CaseStep step : file.steps()) {
                own.add(step);
                if (count(own, step) > count(steps, step)) {
                    steps.add(step);
                }
            }
        }
        // A name that was taken out in one of them stays out.
        steps.replaceAll(step ->
                all.stream().anyMatch(file -> file.steps().contains(step.withoutName())) ? step.withoutName() : step);
        // Steady: steps of one day stay in the order in which each version has them.
        steps.sort(Comparator.comparing(step -> step.date().earliest()));
        return Optional.of(all.getFirst().withSteps(steps));
    }
}
