package org.salus.documents;

/**
 * A column of a table.
 *
 * @param key its stable name in files for machines: lower-case letters, digits and underscores
 * @param name its name for readers
 * @param unit what its numbers are in ("USD m"); may be empty
 * @param kind what its cells hold
 * @param decimals how many digits after the point readers see (of a percentage for {@link Kind#SHARE}); files for machines are never rounded
 */
public record Column(String key, String name, String unit, Kind kind, int decimals) {
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

    String heading() {
        return unit.isEmpty() ? name : name + " [" + unit + "]";
    }
}
