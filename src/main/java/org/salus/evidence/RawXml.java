package org.salus.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the XML of an activity as it was published, cut out of the archived file. What could identify or reach a person is masked: the contact elements as
 * a whole, and whatever looks like an e-mail address or a telephone number anywhere else.
 */
final class RawXml {
    /** Longest piece that is shown, in bytes or characters. */
    static final int LONGEST = 4 << 20;

    private static final int LONGEST_TAG = 1 << 16;
    private static final int LONGEST_NAME = 100;

    private static final Pattern CONTACT = Pattern.compile(
            "(?si)<((?:[\\w.-]+:)?contact-info)(?=[\\s/>])(?:(?:[^>\"']|\"[^\"]*\"|'[^']*')*+(?<=/)>|.*?(?:</\\1\\s*>|\\z))");
    private static final Pattern STATED_ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");
    private static final Pattern REFERENCE = Pattern.compile("&#(?:0{0,9}(\\d{1,5})|[xX]0{0,9}([0-9a-fA-F]{1,5}));");
    private static final Pattern MARKUP = Pattern.compile("<[/!?]?([\\w:.-]*)[^<>]*+>?");
    /** Elements and attributes whose digits are amounts, dates, codes or places; addresses are masked in them as anywhere. */
    private static final Set<String> FIGURES = Set.of(
            "pos",
            "iati-identifier",
            "other-identifier",
            "activity-date",
            "transaction-date",
            "period-start",
            "period-end",
            "activity-website",
            "related-activity",
            "location-id",
            "administrative",
            "coordinates",
            "ref",
            "code",
            "type",
            "vocabulary",
            "percentage",
            "currency",
            "latitude",
            "longitude",
            "year",
            "url",
            "href",
            "format",
            "version",
            "hierarchy",
            "budget-line");

    /** Elements and attributes that hold one value as people type it. */
    private static final Set<String> VALUES = Set.of("value", "baseline", "target", "actual");

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
            Encoding encoding = Encoding.of(bytes.readNBytes(200));
            bytes.reset();
            int length = (int) Math.min(LONGEST, slice.past() - slice.first());
            String text = encoding.slice(bytes, slice.first(), length + LONGEST_TAG);
            return masked(cut(text, encoding.length(text, length)));
        }
    }

    /**
     * How the reader counted a file.
     *
     * @param counted whether offsets count its bytes; they count its characters where it had to be decoded first
     */
    private record Encoding(Charset charset, boolean counted) {
        static Encoding of(byte[] head) {
            int mark = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
            // Not UTF_16: the reader counts the byte-order mark as a character.
            if (mark == 0xFEFF || mark == 0x003C) {
                return new Encoding(StandardCharsets.UTF_16BE, false);
            }
            if (mark == 0xFFFE || mark == 0x3C00) {
                return new Encoding(StandardCharsets.UTF_16LE, false);
            }
            Matcher stated = STATED_ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
            if (!stated.find() || !Charset.isSupported(stated.group(1))) {
                return new Encoding(StandardCharsets.UTF_8, true);
            }
            Charset charset = Charset.forName(stated.group(1));
            return new Encoding(
                    charset,
                    Set.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.US_ASCII)
                            .contains(charset));
        }

        String slice(InputStream bytes, long first, int length) throws IOException {
            if (counted) {
                bytes.skipNBytes(first);
                return new String(bytes.readNBytes(length), charset);
            }
            Reader reader = new InputStreamReader(bytes, charset);
            for (long skipped = 0; skipped < first; ) {
                long more = reader.skip(first - skipped);
                if (more <= 0) {
                    throw new java.io.EOFException();
                }
                skipped += more;
            }
            char[] characters = new char[length];
            int got = 0;
            for (int more = 0; more >= 0 && got < length; got += Math.max(0, more)) {
                more = reader.read(characters, got, length - got);
            }
            return new String(characters, 0, got);
        }

        /** How many characters so many bytes at the beginning are. */
        int length(String text, int units) {
            if (!counted || !charset.equals(StandardCharsets.UTF_8)) {
                return Math.min(units, text.length());
            }
            int bytes = 0;
            int at = 0;
            while (at < text.length() && bytes < units) {
                char c = text.charAt(at++);
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
            }
            return at;
        }
    }

    /** From the start tag to the end of the end tag, which begins here. */
    private static String cut(String around, int endTag) {
        if (!around.startsWith("<", endTag)) {
            return around.substring(0, Text.whole(around, endTag)) + "<!-- … -->";
        }
        char quote = 0;
        for (int at = endTag; at < around.length(); at++) {
            char c = around.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return around.substring(0, at + 1);
            }
        }
        return around;
    }

    /** The text with contact elements, e-mail addresses and telephone numbers masked. */
    static String masked(String xml) {
        String text = CONTACT.matcher(xml).replaceAll("<$1><!-- masked --></$1>");
        StringBuilder out = new StringBuilder(text.length());
        Matcher markup = MARKUP.matcher(text);
        int done = 0;
        String element = "";
        while (markup.find()) {
            out.append(content(element, text.substring(done, markup.start())));
            String tag = markup.group();
            boolean opens = !tag.startsWith("</") && !tag.startsWith("<!") && !tag.startsWith("<?");
            out.append(opens ? attributes(tag) : MaskedText.of(tag));
            element = opens && !tag.endsWith("/>") ? markup.group(1) : "";
            done = markup.end();
        }
        return out.append(content(element, text.substring(done))).toString();
    }

    /** A start tag with the values of its attributes masked; scanned by hand, because time has to grow with the length only. */
    private static String attributes(String tag) {
        StringBuilder out = new StringBuilder(tag.length());
        int done = 0;
        for (int equals = tag.indexOf('='); equals >= 0; equals = tag.indexOf('=', Math.max(done, equals + 1))) {
            int first = equals + 1;
            while (first < tag.length() && Character.isWhitespace(tag.charAt(first))) {
                first++;
            }
            if (first == tag.length() || (tag.charAt(first) != '"' && tag.charAt(first) != '\'')) {
                continue;
            }
            int past = tag.indexOf(tag.charAt(first), first + 1);
            past = past < 0 ? tag.length() : past;
            // An apostrophe may stand in an address; that of the attribute must stay.
            out.append(MaskedText.withoutAddresses(tag.substring(done, first + 1)))
                    .append(content(name(tag, done, equals), tag.substring(first + 1, past)));
            done = past;
        }
        return out.append(MaskedText.withoutAddresses(tag.substring(done))).toString();
    }

    /** The name that ends before an equals sign. */
    private static String name(String tag, int from, int equals) {
        int past = equals;
        while (past > from && Character.isWhitespace(tag.charAt(past - 1))) {
            past--;
        }
        int first = past;
        while (first > from && past - first < LONGEST_NAME && !Character.isWhitespace(tag.charAt(first - 1))) {
            first--;
        }
        return tag.substring(first, past).replace("\"", "").replace("'", "");
    }

    private static String content(String name, String written) {
        String local = name.substring(name.indexOf(':') + 1);
        boolean figure = FIGURES.contains(local)
                || local.endsWith("-date")
                || local.endsWith("-datetime")
                || local.endsWith("-id");
        // What is written as references to characters has to be seen as what it says.
        String said = written.contains("&#")
                ? REFERENCE.matcher(written).replaceAll(found -> Matcher.quoteReplacement(said(found)))
                : written;
        String masked = VALUES.contains(local) || local.endsWith("-date")
                ? MaskedText.ofValue(said)
                : figure ? MaskedText.ofFigure(said) : MaskedText.of(said);
        return masked.equals(said) ? written : masked;
    }

    /** The character behind a reference, where it may stand in XML as it is. */
    private static String said(MatchResult reference) {
        String hexadecimal = reference.group(2);
        int code = hexadecimal == null ? Integer.parseInt(reference.group(1)) : Integer.parseInt(hexadecimal, 16);
        return Character.isLetterOrDigit(code) || " \u00a0+-.()/@:_".indexOf(code) >= 0
                ? Character.toString(code)
                : reference.group();
    }
}
