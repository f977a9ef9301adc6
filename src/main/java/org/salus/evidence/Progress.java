package org.salus.evidence;

/** Hears how far a load has come, and can end it. Called often; must be quick. */
public interface Progress {
    /** Nobody watches and nobody cancels. */
    Progress SILENT = new Progress() {
        @Override
        public void file(String name, int number, int of, long bytes) {}

        @Override
        public void read(long bytes) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /** A file begins: the n-th of so many, with its size in bytes. */
    void file(String name, int number, int of, long bytes);

    /** How many bytes of the current file have been read. */
    void read(long bytes);

    /** Whether the user gave up. */
    boolean isCancelled();
}
