package org.salus.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a set of entries adds up to: for every item the versions that no later entry replaced. One is its value, several are a conflict. Immutable, and a
 * function of the set alone: the order in which entries came does not matter.
 */
final class State {
    private final Map<ItemId, List<Version>> items;
    private final SortedSet<Digest> heads;
    private final Set<Digest> unproven;
    private final int erasures;
    private final Roll roll;

    /**
     * A state.
     *
     * @param items not to be changed afterwards
     * @param unproven entries whose author nobody could prove; not to be changed afterwards
     * @param erasures how many payloads were erased
     */
    State(Map<ItemId, List<Version>> items, Set<Digest> heads, Set<Digest> unproven, int erasures) {
        this(items, Collections.unmodifiableSortedSet(new TreeSet<>(heads)), unproven, erasures, Roll.OF_NOBODY);
    }

    private State(
            Map<ItemId, List<Version>> items, SortedSet<Digest> heads, Set<Digest> unproven, int erasures, Roll roll) {
        this.items = items;
        this.heads = heads;
        this.unproven = unproven;
        this.erasures = erasures;
        this.roll = roll;
    }

    /** The same state, where these have accounts. */
    State at(Roll accounts) {
        return new State(items, heads, unproven, erasures, accounts);
    }

    /** Who has an account here. */
    Roll roll() {
        return roll;
    }

    /**
     * Whether an item stands, or would stand, where something else belongs: in a place that is made of what another kind says, or under the id of an account, where its
     * membership belongs.
     */
    boolean isOutOfPlace(Item<?> item) {
        return !item.mayBegin() || isUnderAnAccount(item);
    }

    /** Whether it keeps others from what belongs there. Of what may have got such an id from a program of before, made of its own words, that is not assumed. */
    boolean isInTheWay(Item<?> item) {
        return isUnderAnAccount(item) || (!item.mayBegin() && !item.kind().isOnceNamedByWords());
    }

    private boolean isUnderAnAccount(Item<?> item) {
        return !item.kind().equals(Member.KIND)
                && roll.find(new AccountId(item.id().value())).isPresent();
    }

    /** Every item with the versions in force, in the order of their entries' ids. */
    Map<ItemId, List<Version>> items() {
        return items;
    }

    /** Whether nobody could prove who wrote an entry. */
    boolean isUnproven(Digest entry) {
        return unproven.contains(entry);
    }

    List<Version> versions(ItemId item) {
        return items.getOrDefault(item, List.of());
    }

    /** Whether nobody could tell two states apart: the same versions, saying the same. */
    boolean saysTheSameAs(State other) {
        return heads.equals(other.heads)
                && items.keySet().equals(other.items.keySet())
                && items.entrySet().stream()
                        .allMatch(item -> saySame(item.getValue(), other.items.getOrDefault(item.getKey(), List.of())));
    }

    private static boolean saySame(List<Version> some, List<Version> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i).isTheSameAs(others.get(i)));
    }

    /** How many payloads were erased. */
    int erasures() {
        return erasures;
    }

    /** The entries that no other one follows. */
    SortedSet<Digest> heads() {
        return heads;
    }

    /**
     * What an account is in this workspace. Where copies disagree about it, it may do and read no more than each of them allows; and of an organisation it
     * is only as long as its account is.
     */
    Standing standing(AccountId account, Contents contents) {
        List<Member> told = new ArrayList<>();
        for (Version version : versions(new ItemId(account.value()))) {
            if (!version.isErased()) {
                Optional<Member> member = memberOf(version, contents);
                if (member.isEmpty()) {
                    return Standing.visitor(account);
                }
                told.add(member.get());
            }
        }
        Optional<Role> least = told.stream().map(Member::role).min(Comparator.naturalOrder());
        Optional<OrganisationId> organisation = told.stream()
                .map(Member::organisation)
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), few -> few.size() == 1 ? few.getFirst() : Optional.empty()));
        return new Standing(account, organisation.filter(own -> roll.isOf(account, own)), least);
    }

    /** Those who say who is a member, and can come in to do so. */
    Set<ItemId> owners(Contents contents) {
        Set<ItemId> owners = new HashSet<>();
        items.forEach((id, versions) -> {
            boolean isMember = versions.stream()
                    .map(Version::content)
                    .anyMatch(content -> content != null && content.kind().equals(Member.KIND.name()));
            AccountId account = new AccountId(id.value());
            if (isMember
                    && roll.mayComeIn(account)
                    && standing(account, contents).mayActAs(Role.OWNER)) {
                owners.add(id);
            }
        });
        return owners;
    }

    /** The organisation of a member. */
    Optional<OrganisationId> organisationOf(AccountId account, Contents contents) {
        return standing(account, contents).organisation();
    }

    private static Optional<Member> memberOf(Version version, Contents contents) {
        Content content = version.content();
        return content == null || content.removed() || !content.kind().equals(Member.KIND.name())
                ? Optional.empty()
                : Optional.of(version.item(contents).value())
                        .filter(Member.class::isInstance)
                        .map(Member.class::cast);
    }
}
