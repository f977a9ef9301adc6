package org.salus.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.salus.evidence.Activity;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Donors;
import org.salus.evidence.Party;
import org.salus.evidence.Place;
import org.salus.evidence.Snapshot;

/** What a search tells of the activities of a snapshot: their titles, and who gives where. Read once for each snapshot. */
final class FoundActivities {
    private final String snapshot;
    private final Map<String, Titled> titles = new HashMap<>();
    private final Map<String, Giver> givers = new TreeMap<>();

    /** An activity in a list. */
    record Titled(String title, String reporter) {}

    /**
     * A donor, with where it gives.
     *
     * @param names under which files have it
     * @param countries with the number of its activities there
     */
    record Giver(Set<String> names, Map<Country, Integer> countries) {}

    private FoundActivities(String snapshot) {
        this.snapshot = snapshot;
    }

    static FoundActivities of(Snapshot snapshot) {
        FoundActivities found = new FoundActivities(snapshot.id());
        snapshot.activities().each(found::take);
        return found;
    }

    private void take(Activity activity) {
        titles.put(
                activity.identifier(),
                new Titled(
                        activity.title(),
                        Optional.ofNullable(activity.reporter().label()).orElse("")));
        List<Country> countries = activity.places().stream()
                .map(Place::iso3)
                .flatMap(Stream::ofNullable)
                .flatMap(code -> Countries.shipped().findByCode(code).stream())
                .distinct()
                .toList();
        Map<String, Set<String>> donors = new HashMap<>();
        for (String name : funders(activity)) {
            Donors.Donor donor = Donors.shipped().of(name);
            if (!donor.isNobody()) {
                donors.computeIfAbsent(donor.name(), first -> new LinkedHashSet<>())
                        .add(name);
            }
        }
        donors.forEach((donor, names) -> {
            Giver giver = givers.computeIfAbsent(
                    donor,
                    first -> new Giver(new LinkedHashSet<>(), new TreeMap<>(Comparator.comparing(Country::name))));
            giver.names().addAll(names);
            countries.forEach(country -> giver.countries().merge(country, 1, Integer::sum));
        });
    }

    /** As the map of support has it: those named as funding, else those from whom money came. */
    private static List<String> funders(Activity activity) {
        List<String> named = new ArrayList<>();
        activity.participants().stream()
                .filter(part -> part.isFunding())
                .map(part -> part.party().label())
                .flatMap(Stream::ofNullable)
                .forEach(named::add);
        if (named.isEmpty()) {
            activity.transactions().stream()
                    .map(transaction -> transaction.provider())
                    .flatMap(Stream::ofNullable)
                    .map(Party::label)
                    .flatMap(Stream::ofNullable)
                    .distinct()
                    .forEach(named::add);
        }
        return named;
    }

    /** The snapshot they are of. */
    String snapshot() {
        return snapshot;
    }

    /** The activity of that identifier. */
    Optional<Titled> find(String identifier) {
        return Optional.ofNullable(titles.get(identifier));
    }

    /** Donors by name. */
    Map<String, Giver> givers() {
        return givers;
    }
}
