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

    /**
     * How it stands at one moment. A page is made of one of these: were the parts asked for one by one, a preview could show no file because its reading ended
     * between two questions.
     *
     * @param number which file is being read, from 1; 0 before the first
     * @param percent how much of it is read, 0 to 100; 100 where its size is unknown because it is packed
     * @param report what became of the files; null until the first reading is through
     * @param failure why it came to nothing; null while it has not
     */
    record Standing(
            State state,
            int number,
            int percent,
            @Nullable LoadReport report,
            @Nullable Sentence failure) {
        boolean isRunning() {
            return state == State.READING || state == State.TAKING_IN;
        }
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

    synchronized Standing standing() {
        int percent = size <= 0 ? 0 : (int) Math.min(100, bytes * 100 / size);
        return new Standing(state, number, percent, report, failure);
    }

    void cancel() {
        cancelled.set(true);
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
