package org.salus.violations.xml.evidence;

import javax.xml.stream.XMLInputFactory;

final class FirstReader {
    XMLInputFactory factory() {
        return XMLInputFactory.newFactory();
    }
}
