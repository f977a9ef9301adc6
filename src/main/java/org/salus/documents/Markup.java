package org.salus.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads markup. A document type, and with it every entity and address outside, is refused, and so is what nests more than a hundred times. */
final class Markup {
    private Markup() {}

    /** @throws SAXException if it is not well-formed or names a document type */
    static Document parse(String markup) throws SAXException {
        return parse(new InputSource(new StringReader(markup)));
    }

    /** @throws SAXException if it is not well-formed or names a document type */
    static Document parse(byte[] markup) throws SAXException {
        return parse(new InputSource(new ByteArrayInputStream(markup)));
    }

    private static Document parse(InputSource markup) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute("jdk.xml.maxElementDepth", "100");
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default one writes to the terminal; the exception says the same.
            builder.setErrorHandler(null);
            return builder.parse(markup);
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException("The platform's parser reads text with these features", impossible);
        }
    }
}
