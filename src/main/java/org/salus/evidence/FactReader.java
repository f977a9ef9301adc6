package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;

/** Reads one kind of file as a stream. Anything doubtful becomes an issue; only a file that cannot be read to its end throws. */
interface FactReader {
    /** Number that grows whenever this reader would turn the same bytes into other facts; parts of older numbers are made anew. */
    int format();

    /**
     * Reads one file or member to its end.
     *
     * @param name of the file or member, for issues
     * @throws UnreadableFile if the file is broken, cut short or not of this kind
     * @throws IOException if the disk or the stream fails
     */
    void read(InputStream bytes, String name, FactSink out) throws IOException;
}
