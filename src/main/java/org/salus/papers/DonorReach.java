package org.salus.papers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.salus.evidence.Activity;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Donors;
import org.salus.evidence.Place;
import org.salus.evidence.Snapshot;
import org.salus.portfolio.Supports;

/**
 * In which countries a donor supports reform, found by the names in all activities and by reading those it may pay for: only these countries have to be looked at in full, which takes much longer. It may hold a country
 * too many, and none too few.
 */
final class DonorReach {
    private final Supports supports;
    private final String wanted;
    private final Map<String, String> known = new HashMap<>();
    private final Set<Country> reform = new TreeSet<>(Comparator.comparing(Country::iso3));
    private final Set<Country> other = new TreeSet<>(Comparator.comparing(Country::iso3));

    private DonorReach(Supports supports, String wanted) {
        this.supports = supports;
        this.wanted = wanted.toLowerCase(Locale.ROOT);
    }

    /** @param donor a name of it, however files write it */
    static DonorReach of(Snapshot snapshot, Supports supports, String donor) {
        DonorReach reach = new DonorReach(supports, donor);
        snapshot.activities().eachPaidBy(reach::isMeant, activity -> reach.take(snapshot, activity));
        reach.other.removeAll(reach.reform);
        return reach;
    }

    private boolean isMeant(String name) {
        String donor = known.computeIfAbsent(
                name,
                raw -> Donors.shipped().of(raw).isNobody()
                        ? ""
                        : Donors.shipped().of(raw).name());
        return !donor.isEmpty()
                && (donor.toLowerCase(Locale.ROOT).equals(wanted)
                        || name.toLowerCase(Locale.ROOT).equals(wanted));
    }

    private void take(Snapshot snapshot, Activity activity) {
        countries(activity).forEach(supports.isReform(snapshot, activity) ? reform::add : other::add);
    }

    private static Stream<Country> countries(Activity activity) {
        List<Place> places = new ArrayList<>(activity.places());
        activity.transactions().forEach(transaction -> places.addAll(transaction.places()));
        return Stream.concat(
                        Stream.ofNullable(activity.systemCountry()),
                        places.stream().map(Place::iso3).flatMap(Stream::ofNullable))
                .distinct()
                .flatMap(code -> Countries.shipped().findByCode(code).stream());
    }

    /** Where it may support reform. */
    List<Country> reform() {
        return List.copyOf(reform);
    }

    /** Where it is named and surely supports none. */
    List<Country> other() {
        return List.copyOf(other);
    }

    /** The names of all donors there are, to be offered where none was meant. */
    Set<String> donors() {
        Set<String> names = new TreeSet<>(known.values());
        names.remove("");
        return names;
    }
}
