package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.DateSpan;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * Support that somebody plans, knows of, or reported in a table of their own. It is kept beside what open data say and never added to it unasked.
 *
 * @param partner who gives it, as written
 * @param title what it is; may be empty
 * @param institution the actor of the map it goes to, where one was recognised
 * @param institutionBeyond in a private layer, the actor of the shared workspace it goes to: that workspace knows nothing of it
 * @param institutionName as written; may be empty
 * @param area where one was recognised
 * @param areaName as written; may be empty
 * @param provenance the row of a table it came from; empty if it was entered by hand
 */
public record KnownSupport(
        String partner,
        String title,
        Optional<ItemId> institution,
        Optional<ItemId> institutionBeyond,
        String institutionName,
        Optional<ReformArea> area,
        String areaName,
        SupportStage stage,
        SupportAmount amount,
        DateSpan when,
        SupportOrigin origin,
        Optional<Provenance> provenance,
        String note) {
    public static final Kind<KnownSupport> KIND = Kind.of("known-support", KnownSupport.class)
            .needing(support -> support.institution().map(Set::of).orElse(Set.of()))
            .ruledBy((edited, view) -> edited.value().refusals());

    /** The actor it goes to, here or in the workspace this one is a layer of. */
    public Optional<ItemId> actor() {
        return institution.or(() -> institutionBeyond);
    }

    List<Sentence> refusals() {
        List<Sentence> refusals = new ArrayList<>();
        if (partner.isBlank() || partner.length() > Actor.LONGEST_NAME) {
            refusals.add(Sentence.of("sector.refusal.no-partner"));
        }
        if (!amount.currency().isEmpty() && !amount.currency().matches("[A-Z]{3}")) {
            refusals.add(Sentence.of("sector.refusal.currency", amount.currency()));
        }
        if (amount.least().isPresent()
                && amount.most().isPresent()
                && amount.least().get().compareTo(amount.most().get()) > 0) {
            refusals.add(Sentence.of("sector.refusal.range"));
        }
        return refusals;
    }
}
