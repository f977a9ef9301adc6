package org.salus.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.salus.evidence.Country;
import org.salus.evidence.IndicatorSeries;
import org.salus.evidence.Snapshot;
import org.salus.evidence.SourceVersion;
import org.salus.framework.Wording;

/**
 * A file that answers about a country come from, with what must be said of it wherever the answers go: who publishes it, and how it may be used.
 *
 * @param publisher of its indicators; empty where the licence or the kind of the file names it, or nobody does
 * @param licence as far as the file, its descriptor or its kind say
 */
public record Origin(SourceVersion version, Optional<String> publisher, Optional<String> licence) {
    /** The same for several versions of sources, in their order. */
    static List<Origin> of(Snapshot snapshot, Country country, List<SourceVersion> versions) {
        Map<String, SortedSet<String>> publishers = new TreeMap<>();
        for (IndicatorSeries series : snapshot.observations().indicators(country)) {
            publishers
                    .computeIfAbsent(series.source(), first -> new TreeSet<>())
                    .add(series.publisher());
        }
        Map<String, String> licences = snapshot.observations().licences();
        return versions.stream()
                .map(version -> new Origin(
                        version,
                        Optional.ofNullable(publishers.get(version.source())).map(names -> String.join(", ", names)),
                        Optional.ofNullable(version.licence())
                                .or(() -> Optional.ofNullable(licences.get(version.source())))))
                .toList();
    }

    /** Publisher and licence in words; that no licence is stated is said, too. */
    public String attribution(Wording wording) {
        List<String> parts = new ArrayList<>();
        publisher.ifPresent(parts::add);
        parts.add(licence.map(stated -> wording.say("portal.file.licence", stated))
                .orElseGet(() -> wording.say("portal.file.licence.unknown")));
        return String.join("; ", parts);
    }
}
