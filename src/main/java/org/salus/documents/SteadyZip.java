package org.salus.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Copies an office file so that its bytes depend on its content alone: sorted entries, one date, and properties from the version. */
final class SteadyZip {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private SteadyZip() {}

    static void copy(SeekableByteChannel file, Document document, OutputStream out) throws IOException {
        try (ZipFile from = ZipFile.builder().setSeekableByteChannel(file).get();
                ZipArchiveOutputStream to = new ZipArchiveOutputStream(out)) {
            List<ZipArchiveEntry> entries = new ArrayList<>();
            from.getEntries().asIterator().forEachRemaining(entries::add);
            // Readers that stream expect the content types first.
            entries.sort(Comparator.comparing(
                            (ZipArchiveEntry entry) -> !entry.getName().equals(TYPES))
                    .thenComparing(ZipArchiveEntry::getName));
            for (ZipArchiveEntry entry : entries) {
                ZipArchiveEntry copy = new ZipArchiveEntry(entry.getName());
                copy.setTimeLocal(DATE);
                if (entry.getName().equals(PROPERTIES)) {
                    byte[] properties = properties(document).getBytes(StandardCharsets.UTF_8);
                    CRC32 sum = new CRC32();
                    sum.update(properties);
                    copy.setMethod(ZipArchiveEntry.STORED);
                    copy.setSize(properties.length);
                    copy.setCompressedSize(properties.length);
                    copy.setCrc(sum.getValue());
                    to.addRawArchiveEntry(copy, new ByteArrayInputStream(properties));
                } else {
                    copy.setMethod(entry.getMethod());
                    copy.setSize(entry.getSize());
                    copy.setCompressedSize(entry.getCompressedSize());
                    copy.setCrc(entry.getCrc());
                    try (InputStream raw = from.getRawInputStream(entry)) {
                        to.addRawArchiveEntry(copy, raw);
                    }
                }
            }
            to.finish();
        }
    }

    private static String properties(Document document) {
        String date = document.version().instant().toString();
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
                <dc:title>%s</dc:title><dc:subject>%s</dc:subject><dc:creator>Salus</dc:creator>\
                <dc:identifier>%s</dc:identifier><dc:language>%s</dc:language><cp:version>%s</cp:version>\
                <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>\
                <dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>
                """.formatted(
                        HtmlWriter.escape(document.title()),
                        HtmlWriter.escape(document.subtitle()),
                        Long.toHexString(document.version().number(document.title())),
                        HtmlWriter.escape(document.language().toLanguageTag()),
                        HtmlWriter.escape(document.version().id()),
                        date,
                        date);
    }
}
