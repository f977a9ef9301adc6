package org.salus.evidence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The day that loaded activities are of: the newest that their files carry, else that of the last load. "Within twelve months" counts from it, so that the same
 * snapshot gives the same answer whenever it is asked.
 *
 * @param isStated whether a file states it
 */
public record DataDay(LocalDate day, boolean isStated) {
    /** That of some versions of sources; empty where none of them has activities. */
    public static Optional<DataDay> of(Collection<SourceVersion> versions) {
        Optional<LocalDate> stated = versions.stream()
                .filter(version -> version.counts().activities() > 0)
                .flatMap(version -> version.dataOf().stream())
                .max(Comparator.naturalOrder());
        return stated.map(day -> new DataDay(day, true))
                .or(() -> versions.stream()
                        .filter(version -> version.counts().activities() > 0)
                        .map(version -> LocalDate.parse(version.loadedAt().substring(0, 10)))
                        .max(Comparator.naturalOrder())
                        .map(day -> new DataDay(day, false)));
    }
}
