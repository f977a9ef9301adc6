package org.salus.portfolio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Activity;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;
import org.salus.ledger.Item;

/**
 * Puts together the ways in which activities write one organisation. First what people say, then references, shipped tables, names and acronyms. A rule never
 * brings two registered references together, nor what people keep apart.
 */
final class JoinOrganisations {
    private final OrganisationJudgements judgements;
    private final PartyReading reading = new PartyReading();
    private final Map<String, Writing> writings = new TreeMap<>();
    private final Set<String> rawNames = new HashSet<>();
    private final Set<String> rawReferences = new HashSet<>();
    private int mentions;
    private int nobody;

    JoinOrganisations(OrganisationJudgements judgements) {
        this.judgements = judgements;
    }

    Organisations join(Collection<Activity> activities) {
        activities.stream().sorted(Comparator.comparing(Activity::identifier)).forEach(this::read);
        List<Writing> all = new ArrayList<>(writings.values());
        for (int number = 0; number < all.size(); number++) {
            all.get(number).number = number;
        }
        List<OrganisationReferences.Referenced> references = new OrganisationReferences(all, reading).all();
        Set<Item<OrganisationJudgement>> disputed = new LinkedHashSet<>(judgements.disputed());
        SaidOfOrganisations said = SaidOfOrganisations.NOTHING;
        Map<String, Writing> known = new HashMap<>();
        if (isSaid(OrganisationVerdict.APART)) {
            FinishOrganisations byRules = finish(all, references, said, known);
            said = SaidOfOrganisations.keptApart(judgements, byRules.byKey(), all, reading);
            known.putAll(byRules.shown());
        }
        if (isSaid(OrganisationVerdict.SAME)) {
            FinishOrganisations before = finish(all, references, said, known);
            said = said.andSame(judgements, before.byKey(), all, reading, disputed);
            known.putAll(before.shown());
        }
        return finish(all, references, said, known)
                .organisations(
                        disputed, new Organisations.Totals(rawNames.size(), rawReferences.size(), mentions, nobody));
    }

    private boolean isSaid(OrganisationVerdict verdict) {
        return judgements.counting().stream().anyMatch(item -> item.value().verdict() == verdict);
    }

    private FinishOrganisations finish(
            List<Writing> all,
            List<OrganisationReferences.Referenced> references,
            SaidOfOrganisations said,
            Map<String, Writing> known) {
        OrganisationClusters clusters = new OrganisationClusters(all, reading.aliases, said);
        OrganisationRules rules = new OrganisationRules(all, clusters, reading);
        rules.all(said, references);
        return new FinishOrganisations(all, clusters, rules.pairs(), said, known, reading);
    }

    private void read(Activity activity) {
        read(activity, activity.reporter(), OrganisationPart.REPORTING);
        activity.participants()
                .forEach(participation ->
                        read(activity, participation.party(), OrganisationPart.ofRole(participation.role())));
        for (Transaction transaction : activity.transactions()) {
            read(activity, transaction.provider(), OrganisationPart.PROVIDING);
            read(activity, transaction.receiver(), OrganisationPart.RECEIVING);
        }
    }

    private void read(Activity activity, @Nullable Party party, OrganisationPart part) {
        if (party == null || (party.ref() == null && party.name() == null)) {
            return;
        }
        mentions++;
        OrganisationReference reference = reading.reference(activity, party);
        OrganisationNames.Name name = reading.name(party);
        String key = PartyReading.key(reference, name, activity);
        String ref = party.ref();
        String written = party.name();
        if (ref != null) {
            rawReferences.add(ref);
        }
        if (written != null) {
            rawNames.add(written);
        }
        if (key.isEmpty()) {
            nobody++;
            return;
        }
        Writing writing = writings.computeIfAbsent(
                key, first -> new Writing(key, reference, name, PartyReading.nameKey(name, activity)));
        writing.times++;
        writing.activities.add(activity.identifier());
        writing.parts.merge(part, 1, Integer::sum);
        if (!reference.key().isEmpty()) {
            boolean isInItsPlace = ref != null
                    && !OrganisationReference.of(ref, "-", reading.names, reading.aliases)
                            .key()
                            .isEmpty();
            String stated = isInItsPlace || written == null ? ref : written;
            if (stated != null) {
                writing.references.merge(stated.strip(), 1, Integer::sum);
            }
        }
        if (written != null && !name.isNothing()) {
            writing.spellings.merge(written.strip(), 1, Integer::sum);
        }
        String type = party.type();
        if (type != null) {
            writing.types.merge(type, 1, Integer::sum);
        }
    }
}
