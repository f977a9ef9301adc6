package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    /** How readers see linear RGB; severity 1.0 of Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009. */
    private record Sight(String name, List<Double> matrix) {
        double[] of(double[] rgb) {
            double[] seen = new double[3];
            for (int i = 0; i < 3; i++) {
                seen[i] = Math.clamp(
                        matrix.get(3 * i) * rgb[0] + matrix.get(3 * i + 1) * rgb[1] + matrix.get(3 * i + 2) * rgb[2],
                        0,
                        1);
            }
            return seen;
        }
    }

    private static final List<Sight> SIGHTS = List.of(
            new Sight("full sight", List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)),
            new Sight(
                    "protanopia",
                    List.of(
                            0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
                            1.051998)),
            new Sight(
                    "deuteranopia",
                    List.of(
                            0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
                            0.968881)));

    @ParameterizedTest
    @EnumSource
    void fields_and_none_stay_apart_for_every_sight(Palette palette) {
        List<Hue> hues = List.of(Hue.FIELD_1, Hue.FIELD_2, Hue.FIELD_3, Hue.FIELD_4, Hue.NONE);
        for (Sight sight : SIGHTS) {
            for (Hue one : hues) {
                for (Hue other : hues) {
                    if (one != other) {
                        assertThat(distance(palette.hex(Tint.of(one)), palette.hex(Tint.of(other)), sight))
                                .as("%s and %s with %s", one, other, sight.name())
                                .isGreaterThan(0.1);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void steps_of_a_hue_stay_apart_for_every_sight(Palette palette) {
        for (Sight sight : SIGHTS) {
            for (Hue hue : Hue.values()) {
                for (int step = 1; step < 5; step++) {
                    assertThat(distance(palette.hex(new Tint(hue, step)), palette.hex(new Tint(hue, step + 1)), sight))
                            .as("%s %d with %s", hue, step, sight.name())
                            .isGreaterThan(0.035);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void words_can_be_read_on_every_step(Palette palette) {
        for (Hue hue : Hue.values()) {
            for (int step = 0; step <= 5; step++) {
                Tint tint = new Tint(hue, step);
                assertThat(contrast(palette.hex(tint), palette.inkOn(tint)))
                        .as("%s", tint)
                        .isGreaterThan(4.5);
            }
        }
        assertThat(contrast(palette.ground(), palette.ink())).isGreaterThan(7);
        assertThat(contrast(palette.ground(), palette.faint())).isGreaterThan(4.5);
    }

    @Test
    void areas_are_steps_of_their_fields_hue_and_what_is_not_an_area_is_unknown() {
        assertThat(Tint.ofArea("1a").hue()).isEqualTo(Hue.FIELD_1);
        assertThat(Tint.ofArea("2x")).isEqualTo(Tint.ofArea("2"));
        assertThat(List.of(Tint.ofArea("4a"), Tint.ofArea("4b"), Tint.ofArea("4c")))
                .doesNotHaveDuplicates();
        assertThat(Tint.ofArea("?").hue().isHatched()).isTrue();
        assertThat(Tint.ofArea("none").hue()).isEqualTo(Hue.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_told_is_hatched_and_words_can_be_read_on_the_stripes(Palette palette) {
        for (int step = 1; step <= 5; step++) {
            Tint tint = new Tint(Hue.UNKNOWN, step);
            String stripe = palette.stripe(tint);
            assertThat(Palette.css())
                    .containsPattern(
                            "(?m)^" + (palette == Palette.DARK ? "\\[data-bs-theme=dark\\] " : "") + "\\.tint-unknown-"
                                    + step + "\\{background-image:repeating-linear-gradient\\(.*" + stripe);
            assertThat(contrast(stripe, palette.inkOn(tint))).as("%s", tint).isGreaterThan(4.5);
            assertThat(contrast(stripe, palette.hex(tint))).as("%s", tint).isGreaterThan(1.3);
        }
        assertThat(Palette.css()).doesNotContain("tint-none-4{background-image", "tint-unknown-0{background-image");
    }

    @Test
    void every_tint_has_a_class_for_light_and_dark() {
        assertThat(Palette.css())
                .contains(".tint-field-1-4{background-color:#3a84ca;")
                .contains("[data-bs-theme=dark] .tint-unknown-5{");
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String hex) {
        double[] rgb = linear(hex);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    /** Distance in Oklab; about 0.02 can just be noticed side by side. */
    private static double distance(String one, String other, Sight sight) {
        double[] a = oklab(sight.of(linear(one)));
        double[] b = oklab(sight.of(linear(other)));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] linear(String hex) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double[] oklab(double[] c) {
        double l = Math.cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
        double m = Math.cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
        double s = Math.cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }
}
