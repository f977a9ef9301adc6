package org.salus.documents;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A column of a table.
 *
 * @param key its stable name in files for machines: lower-case letters, digits and underscores
 * @param name its name for readers
 * @param unit what its numbers are in ("USD m"); may be empty
 * @param kind what its cells hold
 * @param decimals how many digits after the point readers see (of a percentage for {@link Kind#SHARE}); files for machines are never rounded
 * @param measured what its numbers measure, where that was chosen and neither key nor name says it ("commitments"); may be empty
 * @param coded whether the key is a code, so that files for machines tell the name as well
 */
public record Column(String key, String name, String unit, Kind kind, int decimals, String measured, boolean coded) {
    /** What the cells of a column hold. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        DATE,
        /** A part of a whole, 0 to 1, read as a percentage. */
        SHARE
    }

    public Column {
        if (!key.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("A column's key is lower-case letters, digits and underscores: " + key);
        }
        if (decimals < 0 || decimals > 12) {
            throw new IllegalArgumentException("A column shows 0 to 12 decimals, not " + decimals);
        }
    }

    private Column(String key, String name, String unit, Kind kind, int decimals) {
        this(key, name, unit, kind, decimals, "", false);
    }

    /** A column of words. */
    public static Column text(String key, String name) {
        return new Column(key, name, "", Kind.TEXT, 0);
    }

    /** A column of counts. */
    public static Column integer(String key, String name, String unit) {
        return new Column(key, name, unit, Kind.INTEGER, 0);
    }

    /** A column of amounts. */
    public static Column decimal(String key, String name, String unit, int decimals) {
        return new Column(key, name, unit, Kind.DECIMAL, decimals);
    }

    /** A column of days. */
    public static Column date(String key, String name) {
        return new Column(key, name, "", Kind.DATE, 0);
    }

    /** A column of parts of a whole, 0 to 1, shown as percentages. */
    public static Column share(String key, String name, int decimals) {
        return new Column(key, name, "", Kind.SHARE, decimals);
    }

    boolean isNumeric() {
        return kind == Kind.INTEGER || kind == Kind.DECIMAL || kind == Kind.SHARE;
    }

    /** The same, saying what was chosen to be measured. */
    public Column measuring(String what) {
        return new Column(key, name, unit, kind, decimals, what, coded);
    }

    /** The same with a key that is a code. */
    public Column withCodedKey() {
        return new Column(key, name, unit, kind, decimals, measured, true);
    }

    /** What stands above it for readers, its unit included. */
    public String heading() {
        return name + bracket(", ", unit, measured);
    }

    /** What stands above it in files for machines: the key alone, or before a bracket with what a key does not say. */
    public String head() {
        return key + bracket("; ", coded ? name : "", unit, measured);
    }

    private static String bracket(String between, String... parts) {
        String said = Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
        return said.isEmpty() ? "" : " [" + said + "]";
    }
}
