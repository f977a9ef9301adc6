package org.salus.documents;

/**
 * A step of a hue.
 *
 * @param step 0 (the ground of the page) to 5 (the strongest); 4 is the hue's own tone in charts
 */
public record Tint(Hue hue, int step) {
    public Tint {
        if (step < 0 || step > 5) {
            throw new IllegalArgumentException("A tint has steps 0 to 5, not " + step);
        }
    }

    /** The tone of a hue in charts and keys. */
    public static Tint of(Hue hue) {
        return new Tint(hue, 4);
    }

    /**
     * The tint of a field or reform area: areas are steps of their field's hue, the first the strongest; a field as a whole ("1", "1x") has the hue's own
     * tone.
     *
     * @param code "1" to "4", "1a" to "4c", "1x" to "4x", "none"; anything else is unknown
     */
    public static Tint ofArea(String code) {
        return switch (code) {
            case "1", "1x" -> of(Hue.FIELD_1);
            case "2", "2x" -> of(Hue.FIELD_2);
            case "3", "3x" -> of(Hue.FIELD_3);
            case "4", "4x" -> of(Hue.FIELD_4);
            case "1a" -> new Tint(Hue.FIELD_1, 5);
            case "1b" -> new Tint(Hue.FIELD_1, 4);
            case "1c" -> new Tint(Hue.FIELD_1, 3);
            case "2a" -> new Tint(Hue.FIELD_2, 5);
            case "2b" -> new Tint(Hue.FIELD_2, 4);
            case "4a" -> new Tint(Hue.FIELD_4, 5);
            case "4b" -> new Tint(Hue.FIELD_4, 4);
            case "4c" -> new Tint(Hue.FIELD_4, 3);
            case "none" -> of(Hue.NONE);
            default -> of(Hue.UNKNOWN);
        };
    }

    /** The class of its style rules, see {@link Palette#css}. */
    public String className() {
        return "tint-" + hue.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + step;
    }
}
