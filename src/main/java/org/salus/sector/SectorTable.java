package org.salus.sector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Sentence;

/** The tables of a file that holds a sector map: a sheet of a workbook, a CSV file or a list in JSON. */
enum SectorTable {
    SOURCES(
            "id",
            "type",
            "title",
            "author",
            "date",
            "reference",
            "link",
            "consulted",
            "reliability",
            "credibility",
            "note"),
    ACTORS(
            "id",
            "name",
            "class",
            "type",
            "second_pillar",
            "powers",
            "from",
            "until",
            "part_of",
            "instrument",
            "article",
            "instrument_date",
            "countries",
            "sources",
            "confidence",
            "first_cited",
            "last_cited",
            "note"),
    TIES(
            "from",
            "tie",
            "to",
            "by_law",
            "law_from",
            "law_until",
            "instrument",
            "article",
            "instrument_date",
            "in_practice",
            "practice_from",
            "practice_until",
            "law_sources",
            "practice_sources",
            "sources",
            "confidence",
            "first_cited",
            "last_cited",
            "note");

    /** Columns for names in a language begin so: {@code name_fr}. */
    static final String NAME_IN = "name_";

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<String> columns;

    SectorTable(String... columns) {
        this.columns = List.of(columns);
    }

    /** The name of the list in JSON and of the CSV file. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns, from left to right. */
    List<String> columns() {
        return columns;
    }

    /** The name of the sheet. */
    Sentence label() {
        return Sentence.of("sector.file." + key());
    }

    /** The heading of a column; it reads as its key again. */
    static String heading(String column) {
        return column.replace('_', ' ');
    }

    /** The key of a heading: case, blanks and punctuation do not matter. */
    static String column(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_|_$", "");
    }

    /** The table that has these columns, by those it cannot do without. */
    static Optional<SectorTable> of(List<String> headings) {
        List<String> keys = headings.stream().map(SectorTable::column).toList();
        if (keys.contains("tie") && keys.contains("to")) {
            return Optional.of(TIES);
        }
        if (keys.contains("title")) {
            return Optional.of(SOURCES);
        }
        return keys.stream().anyMatch(key -> key.equals("name") || key.startsWith(NAME_IN))
                ? Optional.of(ACTORS)
                : Optional.empty();
    }

    /** Whether it has that column. */
    boolean has(String column) {
        return columns.contains(column) || (this == ACTORS && column.startsWith(NAME_IN));
    }
}
