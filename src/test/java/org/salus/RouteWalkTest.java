package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;

/** Whoever looks for what must not be shown looks into files, too. */
class RouteWalkTest {
    private static String letters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_word_is_found_in_a_printed_document_although_its_bytes_do_not_show_it() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument printed = new PDDocument()) {
            PDPage page = new PDPage();
            printed.addPage(page);
            try (PDPageContentStream text =
                    new PDPageContentStream(printed, page, PDPageContentStream.AppendMode.OVERWRITE, true)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(50, 700);
                text.showText("Told by canary-source-");
                text.newLineAtOffset(0, -14);
                text.showText("named, as agreed");
                text.endText();
            }
            printed.save(bytes);
        }
        String body = letters(bytes.toByteArray());
        assertThat(body).doesNotContain("canary-source");
        assertThat(RouteWalk.opened(body)).contains("canary-source-named");
    }

    @Test
    void a_word_is_found_in_a_workbook_and_a_page_is_what_it_is() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream book = new ZipOutputStream(bytes)) {
            book.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            book.write("<t>canary-source-named</t>".repeat(20).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(RouteWalk.opened(letters(bytes.toByteArray()))).contains("canary-source-named");
        assertThat(RouteWalk.opened("<html>canary</html>")).isEmpty();
    }
}
