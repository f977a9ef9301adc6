package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through the XML of a file, plain or in an archive, and does nothing with it: the least that any reader of the file must take. */
public final class BareXml {
    private BareXml() {}

    /**
     * Counts what the parser reports, text included. Members that are not XML to their end count as far as they go.
     *
     * @throws IOException if the file cannot be read
     */
    public static long events(Path file) throws IOException {
        long[] count = {0};
        new Container(file, Progress.SILENT).each(new Container.Visitor() {
            @Override
            public void member(String path, InputStream bytes) {
                try {
                    XMLStreamReader xml = IatiReader.open(bytes);
                    while (xml.hasNext()) {
                        xml.next();
                        count[0]++;
                    }
                } catch (XMLStreamException brokenMember) {
                    count[0]++;
                }
            }

            @Override
            public void unsafe(String path) {}

            @Override
            public void broken(String path, UnreadableFile why) {}
        });
        return count[0];
    }
}
