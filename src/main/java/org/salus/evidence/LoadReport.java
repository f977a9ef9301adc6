package org.salus.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/** What became of the files of one load. */
public record LoadReport(List<FileReport> files, String snapshot) {
    public LoadReport {
        files = List.copyOf(files);
    }

    /** What was done with a file. */
    public enum Outcome {
        /** Read and taken in as the current version of its source. */
        LOADED,
        /** Read and taken in as history: a newer version of its source is loaded. */
        OLDER,
        /** The same bytes were there before; nothing changed. */
        UNCHANGED,
        /** It lay in a folder and is of no kind that Salus reads. */
        SKIPPED,
        /** It could not be read to its end; nothing of it was kept. */
        FAILED
    }

    /**
     * What became of one file.
     *
     * @param version null if the file was not kept
     * @param failure why it was not kept
     * @param line where reading ended; 0 if unknown
     * @param replaced the file that was the current version of the source before; null if there was none
     */
    public record FileReport(
            String file,
            Outcome outcome,
            @Nullable SourceVersion version,
            @Nullable Sentence failure,
            long line,
            @Nullable String replaced) {}

    /** This report and what is to be said about inputs that never became files. */
    public LoadReport with(List<FileReport> others) {
        List<FileReport> all = new ArrayList<>(files);
        all.addAll(others);
        return new LoadReport(all, snapshot);
    }

    /** Whether a named file could not be read. */
    public boolean hasFailures() {
        return files.stream().anyMatch(file -> file.outcome() == Outcome.FAILED);
    }
}
