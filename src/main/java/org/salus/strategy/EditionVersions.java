package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Told;
import org.salus.ledger.View;

/**
 * What an edition says in all of its versions in force. There is one, unless copies brought several: then one of them is gone on from, and no approval of the others is lost, since people gave
 * it to the same text.
 */
public record EditionVersions(List<Version> all) {
    /**
     * One of them.
     *
     * @param by who wrote it, with the entry that names it
     */
    public record Version(Told.By by, Edition edition) {
        /** By what it is named: the id of its entry. */
        public String name() {
            return by.entry().toString();
        }
    }

    public EditionVersions {
        all = List.copyOf(all);
    }

    /** Those of that edition; none unless there are several. */
    public static EditionVersions of(ItemId id, View view) {
        List<Version> all = new ArrayList<>();
        if (view.isInConflict(id)) {
            for (Told told : view.conflicts().getOrDefault(id, List.of())) {
                told.item().ifPresent(item -> {
                    if (item.value() instanceof Edition edition) {
                        all.add(new Version(told.by(), edition));
                    }
                });
            }
        }
        return new EditionVersions(all);
    }

    /** All approvals that are written down in one of them. */
    List<Approval> approvals() {
        return all.stream()
                .flatMap(version -> version.edition().approvals().stream())
                .distinct()
                .toList();
    }

    /**
     * The edition put together: what one version says and how far it came there, with the approvals of all.
     *
     * @param item of which these are the versions
     * @param name of the one that is gone on from, or the beginning of it
     * @throws Failure (not found) if there are not several; (wrong use) naming those there are, if none or more than one is meant
     */
    Item<Edition> together(Item<Edition> item, String name) {
        if (all.isEmpty()) {
            throw Failure.notFound(Sentence.of("workspace.conflicts.settled"));
        }
        List<Version> meant = name.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(version -> version.name().startsWith(name))
                        .toList();
        if (meant.size() != 1) {
            throw Failure.wrongUse(Sentence.of(
                            "strategy.failure.no-version",
                            name,
                            String.join(", ", all.stream().map(Version::name).toList())))
                    .at("version");
        }
        Edition chosen = meant.getFirst().edition();
        for (Approval approval : approvals()) {
            if (!chosen.approvals().contains(approval) && chosen.digest().equals(approval.digest())) {
                chosen = chosen.with(approval);
            }
        }
        return item.saying(chosen);
    }
}
