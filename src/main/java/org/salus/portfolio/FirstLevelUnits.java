package org.salus.portfolio;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import org.salus.evidence.ActivityRecord;
import org.salus.evidence.Country;
import org.salus.evidence.Outline;

/** Puts the locations of activities into the first-level units of a country: an administrative region by its name, everything else by its point. */
final class FirstLevelUnits {
    /** No location is named. */
    static final String NO_LOCATION = "*no-location";

    /** Its locations have neither a point nor the name of a unit. */
    static final String NO_POINT = "*no-point";

    /** It is for the country as a whole, or names every unit of it. */
    static final String WHOLE_COUNTRY = "*whole-country";

    /** Its points are in no unit. */
    static final String OUTSIDE = "*outside";

    /** It is an area that is no unit, and its point is an approximate one: it may lie anywhere in it, and the area across several units. */
    static final String APPROXIMATE = "*approximate";

    /** No outlines of units are loaded. */
    static final String NO_OUTLINES = "*no-outlines";

    private static final String ADMINISTRATIVE = "1";
    private static final String TOPOGRAPHIC = "4";
    private static final String ONLY_APPROXIMATE = "2";
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern KINDS = Pattern.compile(
            "\\b(province|department|departement|departamento|state|region|governorate|district|county|prefecture|republic|republique|republica|the|of|de|du|la)\\b");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");

    private record Unit(String name, IndexedPointInAreaLocator inside) {}

    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Coordinate, Optional<String>> found = new HashMap<>();
    private final String country;

    FirstLevelUnits(Country country, List<Outline> outlines) {
        this.country = fold(country.name());
        for (Outline outline : outlines) {
            units.add(new Unit(outline.name(), new IndexedPointInAreaLocator(outline.geometry())));
            names.put(fold(outline.name()), outline.name());
        }
    }

    /** The units of an activity, or the one reason why it is in none. */
    List<String> of(List<ActivityRecord.Location> locations) {
        if (locations.isEmpty()) {
            return List.of(NO_LOCATION);
        }
        Set<String> in = new TreeSet<>();
        String reason = NO_POINT;
        for (ActivityRecord.Location location : locations) {
            String one = of(location);
            if (one.startsWith("*")) {
                reason = reason.equals(NO_POINT) || one.equals(WHOLE_COUNTRY) ? one : reason;
            } else {
                in.add(one);
            }
        }
        if (units.size() > 1 && in.size() == names.size()) {
            return List.of(WHOLE_COUNTRY);
        }
        return in.isEmpty() ? List.of(reason) : List.copyOf(in);
    }

    private String of(ActivityRecord.Location location) {
        String feature = String.valueOf(location.feature()).toUpperCase(Locale.ROOT);
        String name = fold(location.name());
        boolean isRegion = ADMINISTRATIVE.equals(location.locationClass()) || feature.startsWith("ADM");
        // The point of a country is one in its middle, in a unit that has nothing to do with it.
        if (feature.startsWith("PCL") || name.equals(country)) {
            return WHOLE_COUNTRY;
        }
        if (units.isEmpty()) {
            return NO_OUTLINES;
        }
        // The point of a unit is a rounded one and may lie across a border; its name does not.
        String named = isRegion ? names.get(name) : null;
        if (named != null) {
            return named;
        }
        boolean isArea = isRegion || TOPOGRAPHIC.equals(location.locationClass());
        if (isArea && ONLY_APPROXIMATE.equals(location.exactness())) {
            return APPROXIMATE;
        }
        Double latitude = location.latitude();
        Double longitude = location.longitude();
        return latitude == null || longitude == null
                ? NO_POINT
                : found.computeIfAbsent(new Coordinate(longitude, latitude), this::at)
                        .orElse(OUTSIDE);
    }

    private Optional<String> at(Coordinate point) {
        return units.stream()
                .filter(unit -> unit.inside().locate(point) != Location.EXTERIOR)
                .map(Unit::name)
                .findFirst();
    }

    /** A name without accents, punctuation and the words for kinds of units that some publishers add. */
    static String fold(@Nullable String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_LETTERS.matcher(KINDS.matcher(plain).replaceAll("")).replaceAll("");
    }
}
