package org.salus.violations.xml.portfolio;

import javax.xml.parsers.DocumentBuilderFactory;

final class SecondReader {
    DocumentBuilderFactory factory() {
        return DocumentBuilderFactory.newInstance();
    }
}
