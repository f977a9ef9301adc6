package org.salus.documents;

import java.util.Locale;

/**
 * The colours, in one place: of pages, charts, maps and files. The tones of the four fields, of "none" and neighbouring steps of a hue stay apart for readers
 * with protanopia and deuteranopia as well (their tests simulate both after Machado, Oliveira and Fernandes 2009).
 */
public enum Palette {
    /** For paper and bright screens. */
    LIGHT("#ffffff", "#1c2024", "#5b6168", "#d5d8dc"),
    /** For dark screens. */
    DARK("#15181b", "#eceef0", "#a4abb2", "#3a4046");

    private final String ground;
    private final String ink;
    private final String faint;
    private final String rule;

    Palette(String ground, String ink, String faint, String rule) {
        this.ground = ground;
        this.ink = ink;
        this.faint = faint;
        this.rule = rule;
    }

    /** The page, as #rrggbb. */
    public String ground() {
        return ground;
    }

    /** Text. */
    public String ink() {
        return ink;
    }

    /** Secondary text; at least 4.5 : 1 on the ground. */
    public String faint() {
        return faint;
    }

    /** Lines of tables and axes. */
    public String rule() {
        return rule;
    }

    /** A step of a hue, as #rrggbb. */
    public String hex(Tint tint) {
        if (tint.step() == 0) {
            return ground;
        }
        String steps = switch (this) {
            case LIGHT ->
                switch (tint.hue()) {
                    case FIELD_1 -> "#e3f0fe #b5d5f7 #81b6ed #3a84ca #1666aa";
                    case FIELD_2 -> "#fdf0de #fcdcb0 #f9c377 #f2ab35 #b37903";
                    case FIELD_3 -> "#ece4f7 #c8b3e1 #a280c9 #693996 #501d7a";
                    case FIELD_4 -> "#e3f3ea #b6e0c8 #83caa4 #42a878 #027048";
                    case NONE -> "#f1f2f2 #e3e5e6 #d2d4d7 #bec1c5 #7e8084";
                    case UNKNOWN -> "#eeeeef #dddee0 #c8cbcd #a8abae #66696c";
                    case ACCENT -> "#e6f0f5 #bfd9e4 #8eb9ca #4f89a0 #16556a";
                };
            case DARK ->
                switch (tint.hue()) {
                    case FIELD_1 -> "#182f47 #234a70 #2a669f #4d97de #7db6f1";
                    case FIELD_2 -> "#442e09 #724d0b #ab7304 #ffbd59 #ffd396";
                    case FIELD_3 -> "#352546 #4e3468 #633c8a #8353b3 #aa84d4";
                    case FIELD_4 -> "#153525 #23593f #2f845d #50b584 #8bd8af";
                    case NONE -> "#28292a #343537 #404345 #56585b #848689";
                    case UNKNOWN -> "#28292a #37383a #4b4d50 #6f7275 #9c9fa1";
                    case ACCENT -> "#1e3138 #2e4d59 #417083 #67a2b9 #97c6d9";
                };
        };
        int from = (tint.step() - 1) * 8;
        return steps.substring(from, from + 7);
    }

    /** Black or white, whichever reads better on that step. */
    public String inkOn(Tint tint) {
        double luminance = luminance(hex(tint));
        return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? "#000000" : "#ffffff";
    }

    /**
     * Style rules for every tint: classes {@code tint-field-1-4} and so on for grounds of cells. The light rules stand alone; the dark ones apply below an
     * element with {@code data-bs-theme="dark"}.
     */
    public static String css() {
        StringBuilder css = new StringBuilder(4000);
        for (Palette palette : values()) {
            String where = palette == LIGHT ? "" : "[data-bs-theme=dark] ";
            for (Hue hue : Hue.values()) {
                for (int step = 0; step <= 5; step++) {
                    Tint tint = new Tint(hue, step);
                    css.append(String.format(
                            Locale.ROOT,
                            "%s.%s{background-color:%s;color:%s}%n",
                            where,
                            tint.className(),
                            palette.hex(tint),
                            palette.inkOn(tint)));
                    if (hue.isHatched() && step > 0) {
                        css.append(hatching(where + "." + tint.className(), palette.stripe(tint)));
                    }
                }
            }
        }
        return css.toString().replace("\r\n", "\n");
    }

    /** A rule of its own, so that whoever strengthens the colours of cells need not know it. */
    private static String hatching(String selector, String stripe) {
        return String.format(
                Locale.ROOT,
                "%s{background-image:repeating-linear-gradient(135deg,%s 0 1px,transparent 1px 5px)}%n",
                selector,
                stripe);
    }

    /** The stripes of a hatched step: seen on it, and words can still be read on them. */
    String stripe(Tint tint) {
        String ground = hex(tint);
        String ink = inkOn(tint);
        String towards = mixed(ground, ink, 0.25);
        // Where the ink itself leaves no room, the stripes go the other way.
        return contrast(towards, ink) >= 4.5
                ? towards
                : mixed(ground, ink.equals("#000000") ? "#ffffff" : "#000000", 0.35);
    }

    private static String mixed(String one, String other, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int at = 1; at < 7; at += 2) {
            int from = Integer.parseInt(one.substring(at, at + 2), 16);
            int to = Integer.parseInt(other.substring(at, at + 2), 16);
            mixed.append(String.format(Locale.ROOT, "%02x", Math.round(from + (to - from) * share)));
        }
        return mixed.toString();
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        return 0.2126 * linear(hex, 1) + 0.7152 * linear(hex, 3) + 0.0722 * linear(hex, 5);
    }

    private static double linear(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
