package org.salus.appraisal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.framework.PartialDate;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * Something agreed between sides, with its terms.
 *
 * @param parties the sides, and what each brings
 * @param conditions what is given only if something else is done
 * @param from since when it holds
 * @param until when it ends
 * @param reviewBy when it is looked at again
 * @param ending how a side gets out of it
 * @param objectives it serves
 * @param document where the terms stand
 */
public record Partnership(
        String title,
        List<PartyTerm> parties,
        String conditions,
        Optional<PartialDate> from,
        Optional<PartialDate> until,
        Optional<PartialDate> reviewBy,
        String ending,
        List<OnObjective> objectives,
        String document,
        String note) {
    /** Whoever may not see what it serves does not see it. */
    public static final Kind<Partnership> KIND = Kind.of("partnership", Partnership.class)
            .needing(Partnership::needs)
            .ruledBy(PoliticsRules::ofPartnership);

    public Partnership {
        parties = List.copyOf(parties);
        objectives = List.copyOf(objectives);
    }

    /** Whether it says what each of at least two sides brings, when it is looked at again or ends, and how a side gets out of it. */
    boolean isWhole() {
        return parties.size() > 1
                && parties.stream().noneMatch(term -> term.brings().isBlank())
                && (reviewBy.isPresent() || until.isPresent())
                && !ending.isBlank();
    }

    Set<ItemId> needs() {
        return objectives.stream().map(OnObjective::objective).collect(Collectors.toSet());
    }
}
