package org.salus.evidence.web;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.LoadInput;
import org.salus.evidence.LoadReport;
import org.salus.evidence.Progress;
import org.salus.framework.Sentence;

/**
 * Files sent by a browser on their way in: first read into a place of their own to show what they are and what is doubtful, then, if the user agrees, taken
 * into the evidence. Used by the thread that reads and by those that watch.
 */
final class Upload implements Progress {
    /** How far it has come. */
    enum State {
        READING,
        PREVIEW,
        TAKING_IN,
        DONE,
        CANCELLED,
        FAILED
    }

    private final String id;
    private final Path folder;
    private final List<LoadInput> files;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private State state = State.READING;
    private int number;
    private long bytes;
    private long size;
    private @Nullable LoadReport report;
    private @Nullable Sentence failure;

    Upload(String id, Path folder, List<LoadInput> files) {
        this.id = id;
        this.folder = folder;
        this.files = List.copyOf(files);
    }

    String id() {
        return id;
    }

    /** Where its files and what was read from them are kept until it ends. */
    Path folder() {
        return folder;
    }

    List<LoadInput> files() {
        return files;
    }

    synchronized State state() {
        return state;
    }

    synchronized void reach(State next, @Nullable LoadReport with) {
        state = next;
        report = with == null ? report : with;
        number = 0;
        bytes = 0;
    }

    synchronized void fail(Sentence why) {
        state = State.FAILED;
        failure = why;
    }

    /** What became of the files; null until the first reading is through. */
    synchronized @Nullable LoadReport report() {
        return report;
    }

    synchronized @Nullable Sentence failure() {
        return failure;
    }

    boolean isRunning() {
        State now = state();
        return now == State.READING || now == State.TAKING_IN;
    }

    void cancel() {
        cancelled.set(true);
    }

    /** Which file is being read, from 1; 0 before the first. */
    synchronized int number() {
        return number;
    }

    /** How much of it is read, 0 to 100; 100 where its size is unknown because it is packed. */
    synchronized int percent() {
        return size <= 0 ? 0 : (int) Math.min(100, bytes * 100 / size);
    }

    @Override
    public synchronized void file(String name, int fileNumber, int of, long fileBytes) {
        number = fileNumber;
        size = fileBytes;
        bytes = 0;
    }

    @Override
    public synchronized void read(long readBytes) {
        bytes = readBytes;
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }
}
