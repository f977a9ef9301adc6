package org.salus.papers;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.salus.documents.Picture;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A partner's logo. It is drawn anew in the size it has on paper, so that nothing of the file but what one sees comes into a document; it is kept nowhere.
 *
 * @param svg a drawing that carries it
 */
public record Logo(String svg) {
    /** The most that a file may have, in bytes. */
    public static final int MOST_BYTES = 2 << 20;

    private static final Set<String> FORMS = Set.of("png", "jpeg");

    /** Before it is drawn anew: what unpacks to more is no logo. */
    private static final int MOST_SIDE = 8_000;

    private static final int WIDTH = 220;
    private static final int HEIGHT = 70;

    /** Points on paper for each CSS pixel. */
    private static final int FINENESS = 3;

    /**
     * Reads one.
     *
     * @param name of the file, to be named where it is refused
     * @throws Failure (wrong use) if it is larger than two MB, no PNG and no JPEG, or broken
     */
    public static Logo read(InputStream bytes, String name) throws IOException {
        byte[] file = bytes.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            throw tooLarge(name);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw notAPicture(name);
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    throw notAPicture(name);
                }
                reader.setInput(in);
                if (reader.getWidth(0) > MOST_SIDE || reader.getHeight(0) > MOST_SIDE) {
                    throw notAPicture(name);
                }
                return new Logo(drawn(reader.read(0)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof Failure known) {
                throw known;
            }
            throw notAPicture(name);
        }
    }

    /** Why a file that is larger is refused; for whoever knows the size before reading. */
    public static Failure tooLarge(String name) {
        return Failure.wrongUse(Sentence.of("papers.failure.logo-size", name, MOST_BYTES >> 20))
                .advising(Sentence.of("papers.failure.logo-size.advice"))
                .at("logo");
    }

    private static Failure notAPicture(String name) {
        return Failure.wrongUse(Sentence.of("papers.failure.logo-form", name)).at("logo");
    }

    private static String drawn(BufferedImage read) throws IOException {
        double factor = Math.min(
                1,
                Math.min((double) WIDTH * FINENESS / read.getWidth(), (double) HEIGHT * FINENESS / read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(read.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = small.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(read, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(small, "png", png);
        double scale = Math.min((double) WIDTH / width, (double) HEIGHT / height);
        long shownWidth = Math.max(1, Math.round(width * Math.min(1, scale)));
        long shownHeight = Math.max(1, Math.round(height * Math.min(1, scale)));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d"><image x="0" y="0" width="%1$d" height="%2$d" href="data:image/png;base64,%3$s"/></svg>""".formatted(shownWidth, shownHeight, Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    /** It as a part of a document. */
    Picture picture(String alternative) {
        return new Picture(svg, alternative);
    }
}
