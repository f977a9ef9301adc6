package org.salus.ledger;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** For whom items are meant together with all they need: whoever is kept from one of these is kept from the item. */
final class Audience {
    private final Function<ItemId, List<Meant>> meant;
    private final Function<AccountId, Optional<OrganisationId>> organisationOf;

    /**
     * The audiences of some items.
     *
     * @param meant what each version in force of an item says about this
     */
    Audience(Function<ItemId, List<Meant>> meant, Function<AccountId, Optional<OrganisationId>> organisationOf) {
        this.meant = meant;
        this.organisationOf = organisationOf;
    }

    /** For whom one version is meant, and what it needs. */
    record Meant(Sensitivity sensitivity, Set<ItemId> needs) {
        static Meant of(Content content) {
            return new Meant(content.sensitivity(), content.needs());
        }

        static <T extends Record> Meant of(Item<T> item) {
            return new Meant(item.sensitivity(), item.kind().needs().apply(item.value()));
        }

        private boolean isWithin(Meant other) {
            return sensitivity.equals(other.sensitivity) && other.needs.containsAll(needs);
        }
    }

    /** Whether somebody who sees what all of these versions say would not see the item any more. */
    boolean isNarrowed(Collection<Meant> before, Meant after) {
        if (before.isEmpty() || before.stream().anyMatch(after::isWithin)) {
            return false;
        }
        Set<Sensitivity> asked = asked(before);
        return asked(List.of(after)).stream()
                .anyMatch(now -> asked.stream().noneMatch(then -> then.isAtLeastAsStrictAs(now, organisationOf)));
    }

    /** Everything a reader of these has to be allowed. */
    private Set<Sensitivity> asked(Collection<Meant> versions) {
        Set<Sensitivity> asked = new HashSet<>();
        Set<ItemId> met = new HashSet<>();
        Deque<Meant> toLookAt = new ArrayDeque<>(versions);
        while (!toLookAt.isEmpty()) {
            Meant version = toLookAt.pop();
            asked.add(version.sensitivity());
            version.needs().stream().filter(met::add).map(meant).forEach(toLookAt::addAll);
        }
        return asked;
    }
}
