package org.salus.documents;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The shipped typeface, DejaVu Sans Condensed: Latin, Cyrillic and Arabic in one family. PDF files embed it, pictures are drawn with it, and every text that has
 * to be measured is measured with it, so that a page breaks at the same place on every machine.
 */
public final class Lettering {
    /** The family's name in style sheets. */
    public static final String FAMILY = "DejaVu Sans Condensed";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String REGULAR = FOLDER + "DejaVuSansCondensed.ttf";
    private static final String BOLD = FOLDER + "DejaVuSansCondensed-Bold.ttf";

    private static final ConcurrentMap<String, Widths> WIDTHS = new ConcurrentHashMap<>();

    private Lettering() {}

    /** The font file, TrueType. */
    public static InputStream file(boolean bold) {
        InputStream stream = Lettering.class.getResourceAsStream(bold ? BOLD : REGULAR);
        if (stream == null) {
            throw new IllegalStateException("The typeface is missing from the program");
        }
        return stream;
    }

    /**
     * How wide a line of text is.
     *
     * @param size of the type; the answer is in the same unit
     */
    public static double width(String text, double size, boolean bold) {
        Widths widths = WIDTHS.computeIfAbsent(bold ? BOLD : REGULAR, path -> Widths.read(bold));
        return widths.of(ArabicShapes.join(text)) * size;
    }

    /** Makes the family known to the platform's drawing; needed before the first picture is drawn. */
    static void register() {
        Registration.ensure();
    }

    private static final class Registration {
        static {
            try (InputStream regular = file(false);
                    InputStream bold = file(true)) {
                GraphicsEnvironment fonts = GraphicsEnvironment.getLocalGraphicsEnvironment();
                fonts.registerFont(Font.createFont(Font.TRUETYPE_FONT, regular));
                fonts.registerFont(Font.createFont(Font.TRUETYPE_FONT, bold));
            } catch (IOException | FontFormatException broken) {
                throw new IllegalStateException("The typeface cannot be read", broken);
            }
        }

        private Registration() {}

        static void ensure() {
            // Loading this class is the work.
        }
    }

    /** Advance widths as parts of the type size. */
    private record Widths(TrueTypeFont font, CmapLookup characters, double unitsPerEm) {
        static Widths read(boolean bold) {
            try (InputStream file = file(bold)) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
                return new Widths(font, font.getUnicodeCmapLookup(), font.getUnitsPerEm());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        double of(String text) {
            // The font object reads its tables lazily and is not made for several threads.
            synchronized (font) {
                try {
                    long units = 0;
                    for (int i = 0; i < text.length(); ) {
                        int character = text.codePointAt(i);
                        int glyph = characters.getGlyphId(character);
                        // What the family lacks is mostly as wide as high; ECharts also takes such a character's width
                        // for the height of a line.
                        units += glyph == 0 ? (long) unitsPerEm : font.getAdvanceWidth(glyph);
                        i += Character.charCount(character);
                    }
                    return units / unitsPerEm;
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
    }
}
