package org.salus.evidence;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private static final int MOST_ELEMENTS = 2_000_000;
    private static final Set<String> VERSIONS =
            Set.of("1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03", "1.0", "1", "2.0", "2");

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
        return 1;
    }

    @Override
    public void read(InputStream bytes, String name, FactSink out) throws IOException {
        Reading reading = new Reading(name, out);
        XMLStreamReader2 xml = null;
        try {
            xml = open(bytes);
            reading.read(xml);
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException disk
                    && !(disk instanceof java.io.CharConversionException)) {
                throw disk;
            }
            Location where = broken.getLocation();
            long line = where == null ? 0 : Math.max(0, where.getLineNumber());
            throw new UnreadableFile(Sentence.of("evidence.file.broken-xml", plain(broken)), line);
        } finally {
            close(xml);
        }
    }

    private static void close(@Nullable XMLStreamReader2 xml) {
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
        private int elements;

        Reading(String name, FactSink out) {
            this.name = name;
            this.out = out;
        }

        void read(XMLStreamReader2 xml) throws XMLStreamException, IOException {
            String root = null;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String element = xml.getLocalName();
                    if (root == null) {
                        root = element;
                    }
                    if (element.equals("iati-activities")) {
                        sawRoot = true;
                        header(xml);
                    } else if (element.equals("iati-activity")) {
                        sawRoot = true;
                        activity(xml);
                    }
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
            String stamp = xml.getAttributeValue(null, "generated-datetime");
            generated = stamp == null ? "" : stamp.strip();
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
            String ownStamp = foreign(xml, "generated-datetime");
            elements = 0;
            Deque<Element> open = new ArrayDeque<>();
            open.push(activity);
            List<String> cut = new ArrayList<>();
            long end = start;
            while (!open.isEmpty()) {
                int event = xml.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (open.size() == 1 && xml.getLocalName().equals("contact-info")) {
                            xml.skipElement();
                        } else {
                            Element child = element(xml);
                            open.element().add(child);
                            open.push(child);
                            if (open.size() > DEEPEST || ++elements > MOST_ELEMENTS) {
                                throw new UnreadableFile(Sentence.of("evidence.file.activity-too-large"), line(xml));
                            }
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        open.pop();
                        if (open.isEmpty()) {
                            end = offset(xml) + "</iati-activity>".length();
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml, open.element(), cut);
                    default -> other(event, xml);
                }
            }
            IatiActivity reading = new IatiActivity(
                    activity,
                    name,
                    ownVersion == null ? version : ownVersion,
                    ownStamp == null ? generated : ownStamp,
                    codes,
                    out);
            ActivityRecord record = reading.read();
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

        private void text(XMLStreamReader2 xml, Element element, List<String> cut) throws XMLStreamException {
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
            }
            element.textBuffer().append(xml.getTextCharacters(), xml.getTextStart(), length);
        }

        private Element element(XMLStreamReader2 xml) {
            int count = xml.getAttributeCount();
            String[] attributes = new String[count * 2];
            int kept = 0;
            for (int i = 0; i < count; i++) {
                String namespace = xml.getAttributeNamespace(i);
                boolean language = "http://www.w3.org/XML/1998/namespace".equals(namespace);
                if (namespace == null || namespace.isEmpty() || language) {
                    attributes[kept++] =
                            language ? "xml:" + xml.getAttributeLocalName(i) : xml.getAttributeLocalName(i);
                    attributes[kept++] = xml.getAttributeValue(i);
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
