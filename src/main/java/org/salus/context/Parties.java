package org.salus.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;

/** Who fights in an event. Civilians, the second side of one-sided violence, are no armed actor. */
final class Parties {
    private static final String GOVERNMENT = "Government of ";

    private Parties() {}

    /** An armed party as the publisher names it. */
    record Party(String name, boolean state) {
        /** How names are compared across files. */
        String key() {
            return name.strip().toLowerCase(Locale.ROOT);
        }
    }

    static List<Party> of(ConflictEvent event) {
        List<Party> parties = new ArrayList<>();
        parties.add(new Party(event.actorA(), event.stateA()));
        String second = event.actorB();
        if (second != null && Violence.of(event.violence()) != Violence.ONE_SIDED && !second.equals(event.actorA())) {
            parties.add(new Party(second, event.stateB()));
        }
        return parties;
    }

    static boolean hasNonState(ConflictEvent event) {
        return of(event).stream().anyMatch(party -> !party.state());
    }

    /** Whether the government of another country takes part. A government whose country is not in the table is left out. */
    static boolean hasForeignGovernment(ConflictEvent event, Country here) {
        return of(event).stream()
                .filter(Party::state)
                .flatMap(party -> country(party).stream())
                .anyMatch(country -> !country.iso3().equals(here.iso3()));
    }

    private static Optional<Country> country(Party government) {
        String name = government.name();
        if (!name.startsWith(GOVERNMENT)) {
            return Optional.empty();
        }
        String place = name.substring(GOVERNMENT.length()).strip();
        // "Myanmar (Burma)": the name before the bracket, else the one in it.
        return Countries.shipped()
                .findByName(place)
                .or(() -> Countries.shipped().findByName(place.replaceAll("\\(.*", "")))
                .or(() -> Countries.shipped().findByName(place.replaceAll("^[^(]*\\(|\\).*", "")));
    }
}
