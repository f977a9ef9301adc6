package org.salus.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a set of entries adds up to: for every item the versions that no later entry replaced. One is its value, several are a conflict. Immutable, and a
 * function of the set alone: the order in which entries came does not matter.
 */
final class State {
    private final Map<ItemId, List<Version>> items;
    private final SortedSet<Digest> heads;

    /**
     * A state.
     *
     * @param items not to be changed afterwards
     */
    State(Map<ItemId, List<Version>> items, Set<Digest> heads) {
        this.items = items;
        this.heads = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(heads));
    }

    /** Every item with the versions in force, in the order of their entries' ids. */
    Map<ItemId, List<Version>> items() {
        return items;
    }

    List<Version> versions(ItemId item) {
        return items.getOrDefault(item, List.of());
    }

    /** The entries that no other one follows. */
    SortedSet<Digest> heads() {
        return heads;
    }

    /**
     * What an account is in this workspace. Where copies disagree about it, it may do no more than each of them allows.
     */
    Standing standing(AccountId account, Contents contents) {
        List<Version> versions = versions(new ItemId(account.value()));
        Role least = null;
        Optional<OrganisationId> organisation = Optional.empty();
        for (Version version : versions) {
            Member member = memberOf(version, contents);
            if (member == null || (least != null && !organisation.equals(member.organisation()))) {
                return Standing.visitor(account);
            }
            organisation = member.organisation();
            least = least == null || least.compareTo(member.role()) > 0 ? member.role() : least;
        }
        return new Standing(account, organisation, Optional.ofNullable(least));
    }

    /** The organisation of a member. */
    Optional<OrganisationId> organisationOf(AccountId account, Contents contents) {
        return standing(account, contents).organisation();
    }

    private static @Nullable Member memberOf(Version version, Contents contents) {
        Content content = version.content();
        if (content == null || content.removed() || !content.kind().equals(Member.KIND.name())) {
            return null;
        }
        try {
            return version.item(contents).value() instanceof Member member ? member : null;
        } catch (MalformedContent unreadable) {
            return null;
        }
    }
}
