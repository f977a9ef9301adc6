package org.salus.portfolio;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.evidence.Activity;
import org.salus.evidence.Party;

/** How parties are read: the same party of the same activity always gives the same way of writing. */
final class PartyReading {
    final OrganisationNames names = OrganisationNames.shipped();
    final OrganisationAliases aliases = OrganisationAliases.shipped();

    String edition() {
        return names.edition();
    }

    /** Key of the way a party is written; empty if it names nobody. */
    String writing(Activity activity, Party party) {
        return key(reference(activity, party), name(party), activity);
    }

    OrganisationNames.Name name(Party party) {
        String written = party.name();
        return written == null || OrganisationReference.isWrittenAs(written)
                ? OrganisationNames.NOTHING
                : names.read(written);
    }

    /** The reference; where there is none, the one that stands where the name should. */
    OrganisationReference reference(Activity activity, Party party) {
        OrganisationReference reference =
                OrganisationReference.of(party.ref(), publisher(activity.reporter()), names, aliases);
        String written = party.name();
        return reference.key().isEmpty() && written != null && OrganisationReference.isWrittenAs(written)
                ? OrganisationReference.of(written, "", names, aliases)
                : reference;
    }

    private String publisher(Party reporter) {
        OrganisationReference reference = OrganisationReference.of(reporter.ref(), "", names, aliases);
        return reference.key().isEmpty() ? name(reporter).core() : reference.key();
    }

    static String key(OrganisationReference reference, OrganisationNames.Name name, Activity activity) {
        String named = nameKey(name, activity);
        return reference.key().isEmpty() ? named : named.isEmpty() ? reference.key() : reference.key() + "|" + named;
    }

    static String nameKey(OrganisationNames.Name name, Activity activity) {
        return name.isNothing()
                ? ""
                : "name:" + name.core()
                        + (name.form().isEmpty() ? "" : "~" + name.form())
                        + (name.isOfACountry() ? "@" + where(activity) : "");
    }

    /** The country an activity is in; where it names several or a region, the activity itself, so that no name of a country is taken for another country's. */
    private static String where(Activity activity) {
        String system = activity.systemCountry();
        if (system != null) {
            return system;
        }
        Set<String> named = new TreeSet<>();
        Stream.concat(
                        activity.places().stream(),
                        activity.transactions().stream().flatMap(transaction -> transaction.places().stream()))
                .forEach(place -> {
                    String iso3 = place.iso3();
                    named.add(iso3 == null ? activity.identifier() : iso3);
                });
        return named.size() == 1 ? named.iterator().next() : activity.identifier();
    }
}
