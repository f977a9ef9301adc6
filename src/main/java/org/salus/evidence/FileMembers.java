package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Opens a file as a load would, packed or not, without loading it. */
public final class FileMembers {
    private FileMembers() {}

    /** Receives what is in a file. */
    public interface Taker {
        /**
         * Takes one member; closing its bytes has no effect.
         *
         * @param path in the archive; empty for a file that is none
         */
        void take(String path, InputStream bytes) throws IOException;
    }

    /**
     * Hands over every member that can be read, in the order of the archive. Members that point outside it or are broken are passed over.
     *
     * @throws UnreadableFile if the archive itself is broken or grows out of all proportion
     * @throws IOException if the disk fails
     */
    public static void each(Path file, Taker taker) throws IOException {
        new Container(file, Progress.SILENT).each(new Container.Visitor() {
            @Override
            public void member(String path, InputStream bytes) throws IOException {
                taker.take(path, bytes);
            }

            @Override
            public void unsafe(String path) {}

            @Override
            public void broken(String path, UnreadableFile why) {}
        });
    }
}
