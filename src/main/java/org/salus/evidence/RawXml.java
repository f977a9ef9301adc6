package org.salus.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Shows the XML of an activity as it was published, cut out of the archived file. What could identify or reach a person is masked: the contact elements as
 * a whole, and whatever looks like an e-mail address or a telephone number anywhere else.
 */
final class RawXml {
    private static final int LONGEST = 4 << 20;

    private static final Pattern CONTACT =
            Pattern.compile("(?s)<((?:[\\w.-]+:)?contact-info)\\b(?:[^>]*/>|.*?</\\1\\s*>)");
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}._%+-]+(?:@|&#64;|&#x40;|%40|\\s*\\[at\\]\\s*)[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    /** Groups of digits with a leading plus or 00, or at least three groups parted by spaces, dots or hyphens; dates and amounts have other shapes. */
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?<![\\w/.=\"-])(?:(?:\\+|00)\\d{1,3}[ .()/-]{0,2}(?:\\(?\\d{1,5}\\)?[ ./-]{0,2}){2,6}\\d|\\(\\d{2,5}\\)[ .-]?\\d{3,4}[ .-]?\\d{3,4}|\\d{3}[ .-]\\d{3}[ .-]\\d{4})(?![\\w\"])");

    private static final Pattern STATED_ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

    private final DataFolder folder;
    private final Store store;

    RawXml(DataFolder folder, Store store) {
        this.folder = folder;
        this.store = store;
    }

    String of(Store.Address address) throws IOException {
        record Slice(String member, long first, long past) {}
        Slice slice = store.list(
                        "SELECT a.first, a.past, m.path FROM " + address.part().table(Table.ACTIVITY) + " a JOIN "
                                + address.part().table(Table.MEMBER) + " m ON m.id = a.member WHERE a.id = "
                                + address.id(),
                        row -> new Slice(Store.must(row, "path"), row.getLong("first"), row.getLong("past")))
                .getFirst();
        Container container =
                new Container(folder.archived(address.part().version.sha256()), Progress.SILENT);
        try (InputStream bytes = new BufferedInputStream(container.open(slice.member()), 1 << 16)) {
            bytes.mark(256);
            byte[] head = bytes.readNBytes(200);
            bytes.reset();
            int length = (int) Math.min(LONGEST, slice.past() - slice.first() + 64);
            return masked(cut(slice(bytes, head, slice.first(), length)));
        }
    }

    private static String slice(InputStream bytes, byte[] head, long first, int length) throws IOException {
        boolean wide = head.length > 1
                && (((head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF)
                        || ((head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE));
        if (wide) {
            // Offsets of such a file count characters.
            Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_16);
            reader.skip(first);
            char[] characters = new char[length];
            int got = 0;
            for (int more = reader.read(characters, 0, length); more > 0 && got < length; ) {
                got += more;
                more = got < length ? reader.read(characters, got, length - got) : 0;
            }
            return new String(characters, 0, got);
        }
        bytes.skipNBytes(first);
        return new String(bytes.readNBytes(length), charset(head));
    }

    private static Charset charset(byte[] head) {
        java.util.regex.Matcher stated = STATED_ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return stated.find() && Charset.isSupported(stated.group(1))
                ? Charset.forName(stated.group(1))
                : StandardCharsets.UTF_8;
    }

    /** From the start tag to the end of the end tag. */
    private static String cut(String around) {
        int end = around.lastIndexOf("</iati-activity");
        int close = end < 0 ? -1 : around.indexOf('>', end);
        return close < 0 ? around : around.substring(0, close + 1);
    }

    /** The text with contact elements, e-mail addresses and telephone numbers masked. */
    static String masked(String xml) {
        String text = CONTACT.matcher(xml).replaceAll("<$1><!-- masked --></$1>");
        return maskedText(text);
    }

    /** A plain text with e-mail addresses and telephone numbers masked. */
    static String maskedText(String text) {
        if (text.indexOf('@') < 0 && text.chars().noneMatch(Character::isDigit)) {
            return text;
        }
        return TELEPHONE.matcher(EMAIL.matcher(text).replaceAll("•••@•••")).replaceAll("•••");
    }
}
