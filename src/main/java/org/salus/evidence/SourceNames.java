package org.salus.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Derives the name of a source where the user gives none, so that a newer edition of a file is recognised as one: the file's name without date and
 * version, and the publisher where a file has just one.
 */
final class SourceNames {
    private static final Pattern DATE =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final Pattern VERSION = Pattern.compile("(?i)[ _.-]?v?\\d+(\\.\\d+)+(?![\\d.])");
    private static final Pattern ENDINGS =
            Pattern.compile("(?i)(\\.(xml|csv|tsv|txt|xlsx|json|geojson|gz|bz2|xz|zip|tar|tgz|tbz2?|txz))+$");

    /** The files that names were given to in this load: two files of one file name in two folders are two sources, not two versions. */
    private final Map<String, LoadInput> given = new HashMap<>();

    String derive(LoadInput input, FileKind kind, PartCounts counts) {
        String name = plain(input, kind, counts);
        LoadInput earlier = given.putIfAbsent(name, input);
        if (earlier == null
                || !earlier.name().equals(input.name())
                || earlier.path().equals(input.path())
                || counts.systemCountry() != null) {
            return name;
        }
        java.nio.file.Path parent = input.path().toAbsolutePath().getParent();
        return (parent == null || parent.getFileName() == null ? "" : parent.getFileName() + "/") + name;
    }

    private static String plain(LoadInput input, FileKind kind, PartCounts counts) {
        if (counts.systemCountry() != null) {
            return "aims-" + counts.systemCountry().toLowerCase(Locale.ROOT);
        }
        String stem = ENDINGS.matcher(input.name()).replaceFirst("");
        stem = VERSION.matcher(DATE.matcher(stem).replaceAll("")).replaceAll("");
        stem = stem.replaceAll("[ _.-]+", "-").replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
        if (kind == FileKind.IATI_ACTIVITIES && counts.reporters().size() == 1) {
            String publisher =
                    counts.reporters().getFirst().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
            return stem.isEmpty() ? publisher : publisher + "/" + stem;
        }
        return stem.isEmpty() ? kind.code() : stem;
    }

    /** What decides which of two versions is newer. */
    static String stamp(String fileName, PartCounts counts, Instant now) {
        return dated(fileName, counts)
                .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** What the data, or else the file's name, say about when they are of; empty where neither says anything. */
    static Optional<String> dated(String fileName, PartCounts counts) {
        if (!counts.stamp().isEmpty()) {
            return Optional.of(counts.stamp());
        }
        Matcher date = DATE.matcher(fileName);
        return date.find() ? Optional.of(date.group(1) + "-" + date.group(2) + "-" + date.group(3)) : Optional.empty();
    }
}
