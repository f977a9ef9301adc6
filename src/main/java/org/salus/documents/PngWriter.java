package org.salus.documents;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Writes a drawing as a PNG picture on white. */
public final class PngWriter {
    private static final int MOST_PIXELS = 40_000_000;

    /** A map of hundreds of actors and ties has some thousand shapes. */
    private static final DocumentLimits LIMITS = new DocumentLimits(
            DocumentLimits.DEFAULT_MAX_NESTING_DEPTH, DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH, 50_000);

    /**
     * Writes the picture.
     *
     * @param svg reduced to harmless elements before it is drawn
     * @param scale pixels per CSS pixel, above 0 up to 8; 2 to 3 for print
     * @throws IllegalArgumentException if it is not an SVG drawing or the picture would have more than 40 million pixels
     */
    public void write(String svg, double scale, OutputStream out) throws IOException {
        if (!(scale > 0 && scale <= 8)) {
            throw new IllegalArgumentException("A picture's scale is above 0 and up to 8, not " + scale);
        }
        SVGDocument drawing = load(SafeSvg.of(svg, "p", ""));
        double width = Math.ceil(drawing.size().width * scale);
        double height = Math.ceil(drawing.size().height * scale);
        if (!(width >= 1 && height >= 1 && width * height <= MOST_PIXELS)) {
            throw new IllegalArgumentException("A picture of " + width + " by " + height + " pixels cannot be drawn");
        }
        BufferedImage image = new BufferedImage((int) width, (int) height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            draw(drawing, graphics, width, height);
        } finally {
            graphics.dispose();
        }
        ImageIO.write(image, "png", out);
    }

    static SVGDocument load(String safeSvg) {
        Lettering.register();
        String drawable = SafeSvg.inVisualOrder(safeSvg);
        SVGDocument drawing = new SVGLoader()
                .load(
                        new ByteArrayInputStream(drawable.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.builder()
                                .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                                .documentLimits(LIMITS)
                                .build());
        if (drawing == null) {
            throw new IllegalArgumentException("The drawing cannot be read");
        }
        return drawing;
    }

    static void draw(SVGDocument drawing, Graphics2D graphics, double width, double height) {
        drawing.renderWithPlatform(NullPlatformSupport.INSTANCE, graphics, new ViewBox((float) width, (float) height));
    }
}
