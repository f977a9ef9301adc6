package org.salus.portal.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a large file of a small one: all its activities many times over, their identifiers suffixed with the number of the copy. */
final class SuffixedCopies {
    private static final String IDENTIFIER = "</iati-identifier>";

    private SuffixedCopies() {}

    /** Writes an IATI file with so many copies of the activities of another. */
    static void write(Path original, int copies, Path target) throws IOException {
        // One byte one character, so that any encoding survives.
        String text = Files.readString(original, StandardCharsets.ISO_8859_1);
        int first = text.indexOf("<iati-activity");
        while (first >= 0 && text.startsWith("<iati-activities", first)) {
            first = text.indexOf("<iati-activity", first + 1);
        }
        int last = text.lastIndexOf("</iati-activities");
        if (first < 0 || last < first) {
            throw new IOException("no activities in " + original.getFileName());
        }
        List<byte[]> pieces = new ArrayList<>();
        int from = first;
        for (int at = text.indexOf(IDENTIFIER); at >= 0 && at < last; at = text.indexOf(IDENTIFIER, at + 1)) {
            pieces.add(bytes(text.substring(from, at)));
            from = at;
        }
        byte[] rest = bytes(text.substring(from, last));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
            out.write(bytes(text.substring(0, first)));
            for (int copy = 0; copy < copies; copy++) {
                byte[] suffix = bytes("-" + copy);
                for (byte[] piece : pieces) {
                    out.write(piece);
                    out.write(suffix);
                }
                out.write(rest);
            }
            out.write(bytes(text.substring(last)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
