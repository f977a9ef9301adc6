package org.salus.governance;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/** That an institution is assessed in a round. Whoever may not see the institution does not see that. */
public record Scope(ItemId round, ItemId institution) {
    public static final Kind<Scope> KIND = Kind.of("assessment-scope", Scope.class)
            .needing(scope -> Set.of(scope.round(), scope.institution()))
            .placedAt(scope -> id(scope.round(), scope.institution()))
            .ruledBy(RoundRules::ofScope)
            .removedBy(RoundRules::ofScopeRemoved)
            .forAllMembers();

    /** The one item that can say so: made twice, also apart from each other, it is the same. */
    public static ItemId id(ItemId round, ItemId institution) {
        return named("scope", round.toString(), institution.toString());
    }

    /** It as a new item. */
    public static Item<Scope> fresh(ItemId round, ItemId institution) {
        Item<Scope> item = Item.fresh(KIND, new Scope(round, institution));
        return new Item<>(
                id(round, institution), KIND, item.sensitivity(), item.citations(), item.value(), item.basis());
    }

    static ItemId named(String... parts) {
        return new ItemId(UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
    }
}
