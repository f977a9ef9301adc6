package org.salus.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.HtmlWriter;
import org.salus.documents.Page;
import org.salus.documents.PngWriter;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Wording;

/** A partner's logo: drawn anew in its size on paper, and refused by name where it is none. */
class LogoTest {
    private static byte[] picture(String form, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, form, out);
        return out.toByteArray();
    }

    private static Logo read(byte[] file, String name) throws IOException {
        return Logo.read(new ByteArrayInputStream(file), name);
    }

    private static String refused(byte[] file, String name) {
        return catchThrowableOfType(Failure.class, () -> read(file, name)).say(Wording.english());
    }

    @Test
    void it_is_shown_in_red_as_it_came_and_no_larger_than_a_logo_is() throws IOException {
        for (String form : List.of("png", "jpg")) {
            Logo logo = read(picture(form, 2000, 500), "logo." + form);
            assertThat(logo.svg()).contains("width=\"220\" height=\"55\"");
            ByteArrayOutputStream drawn = new ByteArrayOutputStream();
            new PngWriter().write(logo.svg(), 1, drawn);
            Color middle = new Color(
                    ImageIO.read(new ByteArrayInputStream(drawn.toByteArray())).getRGB(110, 27));
            assertThat(middle.getRed()).isGreaterThan(200);
            assertThat(middle.getBlue()).isLessThan(60);
        }
    }

    @Test
    void a_document_carries_it_as_a_picture_and_fetches_nothing() throws IOException {
        Document document = new Document(
                "A paper",
                "",
                Locale.ENGLISH,
                Page.PORTRAIT,
                List.of(read(picture("png", 30, 20), "l.png").picture("Logo of a partner")),
                new Version("v", LocalDate.of(2026, 3, 2)));
        try (ChartDrawer charts = new ChartDrawer()) {
            assertThat(new HtmlWriter(charts).page(document))
                    .contains("data:image/png;base64,", "aria-label=\"Logo of a partner\"");
        }
    }

    @Test
    void forty_megabytes_a_text_and_a_broken_picture_are_refused_by_name() throws IOException {
        assertThat(refused(new byte[40 << 20], "huge.png")).contains("huge.png", "2 MB");
        assertThat(refused("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8), "logo.svg"))
                .contains("logo.svg", "PNG or JPEG");
        byte[] broken = picture("png", 300, 200);
        assertThat(refused(Arrays.copyOf(broken, 40), "cut.png")).contains("cut.png");
        assertThat(refused(picture("gif", 30, 30), "logo.gif")).contains("logo.gif", "PNG or JPEG");
    }

    @Test
    void a_small_file_that_unpacks_to_a_wall_is_refused() throws IOException {
        assertThat(refused(picture("png", 9_000, 10), "wall.png")).contains("wall.png");
    }
}
