package org.salus.evidence;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One loaded file as a version of a named source.
 *
 * @param source name of the source; a newer version of the same source replaces this one as a whole
 * @param file name of the file as it was given
 * @param origin where it came from: path, address or standard input
 * @param part name of the part that holds its facts
 * @param stamp what decides which version is newer: newest stamp in the data, else a date in the file's name, else the time of loading; in UTC, in the form that orders as text
 * @param loadedAt ISO 8601 instant of loading
 * @param current whether the snapshot answers from it; history otherwise
 * @param setAside ISO 8601 instant at which somebody set it aside, since when it counts for nothing; null otherwise
 */
public record SourceVersion(
        String source,
        String file,
        String origin,
        String sha256,
        FileKind kind,
        String part,
        String stamp,
        String loadedAt,
        @Nullable String licence,
        PartCounts counts,
        boolean current,
        @Nullable String setAside) {
    public SourceVersion {
        // Snapshots of earlier builds keep stamps as the files wrote them.
        String ordered = Stamp.ordered(stamp);
        stamp = ordered.isEmpty() ? stamp : ordered;
    }

    /**
     * The day its data are of, as the data or the file's name say. Empty where neither does: the stamp is then the time of loading, which orders versions and
     * tells nothing about the data.
     */
    public Optional<LocalDate> dataOf() {
        return SourceNames.dated(file, counts).flatMap(stamp -> Optional.ofNullable(Values.date(stamp)));
    }

    /** Whether somebody set it aside; a newer or older version of its source may count then. */
    public boolean wasSetAside() {
        return setAside != null;
    }

    SourceVersion of(String otherSource) {
        return new SourceVersion(
                otherSource, file, origin, sha256, kind, part, stamp, loadedAt, licence, counts, current, setAside);
    }

    SourceVersion current(boolean now) {
        return new SourceVersion(
                source, file, origin, sha256, kind, part, stamp, loadedAt, licence, counts, now, setAside);
    }

    SourceVersion setAside(@Nullable String when) {
        return new SourceVersion(
                source, file, origin, sha256, kind, part, stamp, loadedAt, licence, counts, current, when);
    }

    boolean isSameLoadAs(SourceVersion other) {
        return sha256.equals(other.sha256) && source.equals(other.source);
    }
}
