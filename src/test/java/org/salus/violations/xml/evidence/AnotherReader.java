package org.salus.violations.xml.evidence;

import javax.xml.stream.XMLInputFactory;

final class AnotherReader {
    XMLInputFactory factory() {
        return XMLInputFactory.newFactory();
    }
}
