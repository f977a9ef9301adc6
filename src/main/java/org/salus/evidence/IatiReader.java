package org.salus.evidence;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/**
 * Reads IATI activity files 1.01–1.05 and 2.01–2.03 as a stream, one activity in memory at a time. {@link IatiActivity} says what the elements mean.
 * Document type definitions are not read and no entity is ever resolved.
 */
final class IatiReader implements FactReader {
    /** Longest text of one element that is kept; the raw XML keeps all of it. */
    static final int LONGEST_TEXT = 200_000;

    private static final int DEEPEST = 60;
    /** More than sixty times the largest activity seen so far; it bounds the memory that one activity takes. */
    private static final int MOST_ELEMENTS_AT_ONCE = 400_000;

    /** The standard has fewer than two hundred; the parser's time grows with the square of their number. */
    private static final int MOST_NAMES = 10_000;

    private static final long MOST_CHARACTERS = 32_000_000;
    /** The largest tag, text, comment or gap between elements. */
    private static final int LONGEST_PIECE = 16 << 20;

    private static final Set<String> VERSIONS =
            Set.of("1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03", "1.0", "1", "2.0", "2");

    private static final String GENERATED = "generated-datetime";
    /** Longest part of a stamp that an issue repeats. */
    private static final int LONGEST_NAMED = 60;

    /** How the parser begins to say that a file ends too early, in two spellings. */
    private static final String END_OF_INPUT = "Unexpected end-of-input";

    private static final XMLInputFactory2 FACTORY = safeFactory();

    private final IatiCodes codes;

    IatiReader(IatiCodes codes) {
        this.codes = codes;
    }

    /** The one place where XML input is set up: no document types, no entities, nothing from outside. */
    private static XMLInputFactory2 safeFactory() {
        XMLInputFactory2 factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory2.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory2.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory2.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory2.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** A parser that is set up safely. */
    static XMLStreamReader2 open(InputStream bytes) throws XMLStreamException {
        return (XMLStreamReader2) FACTORY.createXMLStreamReader(bytes);
    }

    @Override
    public int format() {
        return 5;
    }

    @Override
    public void read(InputStream bytes, String name, FactSink out) throws IOException {
        Pieces pieces = new Pieces(bytes);
        Reading reading = new Reading(name, pieces, out);
        XMLStreamReader2 xml = null;
        try {
            xml = open(pieces);
            reading.read(xml);
        } catch (XMLStreamException broken) {
            throw unreadable(broken);
        } catch (UncheckedStreamException brokenWithinText) {
            throw brokenWithinText.getCause() instanceof XMLStreamException broken
                    ? unreadable(broken)
                    : unreadable(String.valueOf(brokenWithinText.getMessage()), 0);
        } finally {
            close(xml);
        }
    }

    /** @throws IOException the stream's own failure, if that is what stopped the parser */
    static UnreadableFile unreadable(XMLStreamException broken) throws IOException {
        if (broken.getNestedException() instanceof IOException stream
                && !(stream instanceof CharConversionException)
                && !(stream instanceof UnsupportedEncodingException)) {
            throw stream;
        }
        Location where = broken.getLocation();
        long line = where == null ? 0 : Math.max(0, where.getLineNumber());
        String why = plain(broken);
        // The parser tells these cases apart by its words alone.
        if (broken.getNestedException() != null
                || why.startsWith("Invalid UTF-8")
                || why.startsWith("Unsupported encoding")) {
            return new UnreadableFile(Sentence.of("evidence.file.other-encoding"), line);
        }
        return why.regionMatches(true, 0, END_OF_INPUT, 0, END_OF_INPUT.length())
                ? new UnreadableFile(Sentence.of("evidence.file.cut-short"), line)
                : unreadable(why, line);
    }

    static UnreadableFile unreadable(String why, long line) {
        return new UnreadableFile(Sentence.of("evidence.file.broken-xml", Text.shortened(why, 300)), line);
    }

    /** Stops a file whose next tag, text, comment or gap does not end, or in which a tag has attributes without end. */
    static final class Pieces extends FilterInputStream {
        private final TagScan tags = new TagScan();
        private long sinceLast;

        Pieces(InputStream bytes) {
            super(bytes);
        }

        void next() {
            sinceLast = 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            tags.over(buffer, offset, got);
            seen(got);
            return got;
        }

        private void seen(int more) throws UnreadableFile {
            sinceLast += Math.max(0, more);
            if (sinceLast > LONGEST_PIECE) {
                throw new UnreadableFile(Sentence.of("evidence.file.piece-too-large", LONGEST_PIECE >> 20), 0);
            }
        }
    }

    static void close(@Nullable XMLStreamReader2 xml) {
        if (xml != null) {
            try {
                xml.close();
            } catch (XMLStreamException alreadyBroken) {
                // The stream's owner closes the bytes; there is nothing else to free.
            }
        }
    }

    /** The parser's complaint without its place, which is reported beside it. */
    private static String plain(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int place = message.indexOf("\n at [");
        return place > 0 ? message.substring(0, place) : message;
    }

    private final class Reading {
        private final String name;
        private final FactSink out;
        private @Nullable String version;
        private String generated = "";
        private boolean doctypeReported;
        private boolean entityReported;
        private boolean sawRoot;
        private final Pieces pieces;
        private final Set<String> names = new HashSet<>();
        private int elements;
        private long characters;
        private int unidentified;

        Reading(String name, Pieces pieces, FactSink out) {
            this.name = name;
            this.pieces = pieces;
            this.out = out;
        }

        /** The next event. Broken input can make the parser stumble over itself; that is the file's fault, too. */
        private int next(XMLStreamReader2 xml) throws XMLStreamException, UnreadableFile {
            pieces.next();
            try {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    names(xml);
                }
                return event;
            } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException | NullPointerException stumbled) {
                throw unreadable(String.valueOf(stumbled.getMessage()), line(xml));
            }
        }

        void read(XMLStreamReader2 xml) throws XMLStreamException, IOException {
            String root = null;
            int depth = 0;
            while (xml.hasNext()) {
                int event = next(xml);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String element = xml.getLocalName();
                    if (root == null) {
                        root = element;
                    }
                    if (++depth > DEEPEST) {
                        throw new UnreadableFile(Sentence.of("evidence.file.activity-too-large"), line(xml));
                    }
                    if (element.equals("iati-activities")) {
                        sawRoot = true;
                        header(xml);
                    } else if (element.equals("iati-activity")) {
                        sawRoot = true;
                        activity(xml);
                        depth--;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else {
                    other(event, xml);
                }
            }
            if (!sawRoot) {
                if ("iati-organisations".equals(root)) {
                    out.issue(new ImportIssue(IssueKind.ORGANISATION_FILE, name, 1, null, List.of()));
                } else {
                    throw new UnreadableFile(Sentence.of("evidence.file.other-xml", String.valueOf(root)), 1);
                }
            }
        }

        private void header(XMLStreamReader2 xml) {
            String stated = xml.getAttributeValue(null, "version");
            if (stated != null && !stated.isBlank()) {
                version = stated.strip();
                if (!VERSIONS.contains(version)) {
                    out.issue(new ImportIssue(IssueKind.UNKNOWN_VERSION, name, line(xml), null, List.of(version)));
                }
            }
            generated = stamp(xml.getAttributeValue(null, GENERATED), line(xml));
        }

        private String stamp(@Nullable String written, long line) {
            String stamp = Stamp.ordered(written);
            if (written != null && !written.isBlank() && stamp.isEmpty()) {
                out.issue(new ImportIssue(
                        IssueKind.BAD_DATE,
                        name,
                        line,
                        null,
                        List.of(GENERATED, Text.shortened(MaskedText.of(written.strip()), LONGEST_NAMED))));
            }
            return stamp;
        }

        private void other(int event, XMLStreamReader2 xml) {
            if (event == XMLStreamConstants.DTD && !doctypeReported) {
                doctypeReported = true;
                out.issue(new ImportIssue(IssueKind.DOCTYPE_IGNORED, name, line(xml), null, List.of()));
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE && !entityReported) {
                entityReported = true;
                out.issue(new ImportIssue(
                        IssueKind.ENTITY_IGNORED, name, line(xml), null, List.of(String.valueOf(xml.getLocalName()))));
            }
        }

        private void activity(XMLStreamReader2 xml) throws XMLStreamException, IOException {
            long start = offset(xml);
            Element activity = element(xml);
            String ownVersion = foreign(xml, "version");
            String ownStamp = foreign(xml, GENERATED);
            elements = 0;
            characters = 0;
            IatiActivity reading = new IatiActivity(
                    activity,
                    name,
                    ownVersion == null ? version : ownVersion,
                    ownStamp == null ? generated : stamp(ownStamp, activity.line),
                    codes,
                    out);
            Deque<Element> open = new ArrayDeque<>();
            open.push(activity);
            List<String> cut = new ArrayList<>();
            long end = start;
            while (!open.isEmpty()) {
                int event = next(xml);
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() == 1 && xml.getLocalName().equals("contact-info")) {
                            skip(xml);
                        } else {
                            Element child = element(xml);
                            open.element().add(child);
                            open.push(child);
                            if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS_AT_ONCE) {
                                throw new UnreadableFile(Sentence.of("evidence.file.activity-too-large"), line(xml));
                            }
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        Element closed = open.pop();
                        if (open.isEmpty()) {
                            end = offset(xml);
                        } else if (open.size() == 1 && reading.takes(closed)) {
                            elements -= closed.size();
                            closed.shed();
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml, open.element(), cut);
                    default -> other(event, xml);
                }
            }
            ActivityRecord record = reading.read(unidentified + 1);
            if (record.activity().identifier().startsWith(IatiActivity.UNIDENTIFIED)) {
                unidentified++;
            }
            for (String element : cut) {
                out.issue(new ImportIssue(
                        IssueKind.TEXT_CUT,
                        name,
                        activity.line,
                        record.activity().identifier(),
                        List.of(element)));
            }
            out.activity(new ActivityFacts(record, start, end, activity.content()));
        }

        private void names(XMLStreamReader2 xml) throws UnreadableFile {
            names.add(xml.getLocalName());
            for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
                names.add(xml.getAttributeLocalName(i));
            }
            if (names.size() > MOST_NAMES) {
                throw new UnreadableFile(Sentence.of("evidence.file.too-many-names", MOST_NAMES), line(xml));
            }
        }

        private void skip(XMLStreamReader2 xml) throws XMLStreamException, UnreadableFile {
            for (int depth = 1; depth > 0; ) {
                int event = next(xml);
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (depth > DEEPEST) {
                    throw new UnreadableFile(Sentence.of("evidence.file.activity-too-large"), line(xml));
                }
            }
        }

        /** What an activity may make the program remember is bounded as a whole, too. */
        private void remember(int more, XMLStreamReader2 xml) throws UnreadableFile {
            characters += more;
            if (characters > MOST_CHARACTERS) {
                throw new UnreadableFile(Sentence.of("evidence.file.activity-too-large"), line(xml));
            }
        }

        private void text(XMLStreamReader2 xml, Element element, List<String> cut)
                throws XMLStreamException, UnreadableFile {
            if (element.textLength() == 0 && xml.isWhiteSpace()) {
                return;
            }
            int room = LONGEST_TEXT - element.textLength();
            int length = xml.getTextLength();
            if (length > room) {
                if (!cut.contains(element.name)) {
                    cut.add(element.name);
                }
                length = Math.max(0, room);
                if (length > 0 && Character.isHighSurrogate(xml.getTextCharacters()[xml.getTextStart() + length - 1])) {
                    length--;
                }
            }
            remember(length, xml);
            element.textBuffer().append(xml.getTextCharacters(), xml.getTextStart(), length);
        }

        private Element element(XMLStreamReader2 xml) throws UnreadableFile {
            int count = xml.getAttributeCount();
            String[] attributes = new String[count * 2];
            int kept = 0;
            for (int i = 0; i < count; i++) {
                String namespace = xml.getAttributeNamespace(i);
                boolean language = "http://www.w3.org/XML/1998/namespace".equals(namespace);
                if (namespace == null || namespace.isEmpty() || language) {
                    attributes[kept++] =
                            language ? "xml:" + xml.getAttributeLocalName(i) : xml.getAttributeLocalName(i);
                    attributes[kept] = xml.getAttributeValue(i);
                    remember(attributes[kept++].length(), xml);
                }
            }
            return new Element(
                    xml.getLocalName(),
                    xml.getLocation().getLineNumber(),
                    kept == attributes.length ? attributes : java.util.Arrays.copyOf(attributes, kept));
        }

        /** An attribute that a carrier has moved into a namespace of its own; the local name may repeat the element's. */
        private @Nullable String foreign(XMLStreamReader2 xml, String attribute) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                String namespace = xml.getAttributeNamespace(i);
                if (namespace != null
                        && !namespace.isEmpty()
                        && xml.getAttributeLocalName(i).equals(attribute)) {
                    return xml.getAttributeValue(i).strip();
                }
            }
            return null;
        }

        private long line(XMLStreamReader2 xml) {
            return Math.max(1, xml.getLocation().getLineNumber());
        }

        /** Bytes where the encoding allows it, else characters; the same unit within one file. */
        private long offset(XMLStreamReader2 xml) {
            long bytes = xml.getLocationInfo().getStartingByteOffset();
            return bytes >= 0 ? bytes : xml.getLocationInfo().getStartingCharOffset();
        }
    }
}
