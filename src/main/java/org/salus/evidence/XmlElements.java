package org.salus.evidence;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/**
 * Reads XML from others, element by element, for rooms that know what it means. A document type is refused, and with it every entity and address outside;
 * so is what nests without end.
 */
public final class XmlElements {
    private XmlElements() {}

    /** What is told while a file is read. Names are without their prefixes. */
    public interface Visitor {
        /**
         * An element begins.
         *
         * @param line where, from 1
         * @param isForeign whether it belongs to another vocabulary (namespace) than the first element of the file
         * @param attributes of two of one name the one without a vocabulary of its own
         */
        void start(long line, String element, boolean isForeign, Map<String, String> attributes);

        /** A piece of text within the element that began last and has not ended; there may be several. */
        void text(String piece);

        /** An element ends. */
        void end(String element);
    }

    /**
     * Reads to the end.
     *
     * @param deepest how many elements may be open at once
     * @throws UnreadableFile if it is broken, cut short, too deep, or names a document type or an entity, with its line
     */
    public static void read(InputStream bytes, int deepest, Visitor visitor) throws IOException {
        IatiReader.Pieces pieces = new IatiReader.Pieces(bytes);
        XMLStreamReader2 xml = null;
        try {
            xml = IatiReader.open(pieces);
            int depth = 0;
            String vocabulary = null;
            while (xml.hasNext()) {
                pieces.next();
                int event = next(xml);
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (depth > deepest) {
                            throw new UnreadableFile(Sentence.of("evidence.file.xml-too-deep", deepest), line(xml));
                        }
                        String own = Objects.requireNonNullElse(xml.getNamespaceURI(), "");
                        vocabulary = vocabulary == null ? own : vocabulary;
                        visitor.start(line(xml), xml.getLocalName(), !own.equals(vocabulary), attributes(xml));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        visitor.end(xml.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> visitor.text(xml.getText());
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableFile(Sentence.of("evidence.file.document-type"), line(xml));
                    default -> {
                        // Comments, instructions to programs and blanks say nothing.
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw IatiReader.unreadable(broken);
        } catch (UncheckedStreamException brokenWithinText) {
            throw brokenWithinText.getCause() instanceof XMLStreamException broken
                    ? IatiReader.unreadable(broken)
                    : IatiReader.unreadable(String.valueOf(brokenWithinText.getMessage()), 0);
        } finally {
            IatiReader.close(xml);
        }
    }

    /** The next event. Broken input can make the parser stumble over itself; that is the file's fault, too. */
    private static int next(XMLStreamReader2 xml) throws XMLStreamException, UnreadableFile {
        try {
            return xml.next();
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException | NullPointerException stumbled) {
            throw IatiReader.unreadable(String.valueOf(stumbled.getMessage()), line(xml));
        }
    }

    private static Map<String, String> attributes(XMLStreamReader2 xml) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (Objects.requireNonNullElse(xml.getAttributeNamespace(i), "").isEmpty()) {
                attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            } else {
                attributes.putIfAbsent(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private static long line(@Nullable XMLStreamReader2 xml) {
        return xml == null ? 0 : Math.max(0, xml.getLocation().getLineNumber());
    }
}
