package org.salus.frame.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Where a command speaks: answers to {@link #out}, everything else to {@link #err}, so that answers can be piped. For use as a mixin; a command
 * writes nowhere else.
 */
@Command
public final class Terminal {
    private static final int WIDTH_COLUMNS = 80;
    private static final Pattern COMMANDS = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\r\\t]]");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private Wording language = Wording.english();

    /** The answer. */
    public PrintWriter out() {
        return spoken().commandLine().getOut();
    }

    /** Remarks beside the answer. */
    public PrintWriter err() {
        return spoken().commandLine().getErr();
    }

    /** The language of the answer: that of the terminal for people to read; English for programs, whose answers are the same everywhere. */
    public Wording wording() {
        return isReadByPeople() ? language : Wording.english();
    }

    private boolean isReadByPeople() {
        return command == null
                || command.mixins().values().stream()
                        .map(CommandSpec::userObject)
                        .filter(FormatOption.class::isInstance)
                        .map(FormatOption.class::cast)
                        .allMatch(FormatOption::isText);
    }

    /** Speaks that language from now on. */
    void speak(Wording words) {
        language = words;
    }

    /** A text without the characters that command a terminal; names of files and what stands in them may hold such. */
    public static String harmless(String text) {
        return COMMANDS.matcher(text).replaceAll("\ufffd");
    }

    /** One line of the answer. */
    public void say(Sentence sentence) {
        out().println(harmless(wording().say(sentence)));
    }

    /** One line beside the answer. */
    public void remark(Sentence sentence) {
        err().println(harmless(language.say(sentence)));
    }

    /**
     * Writes a file, and says so beside the answer.
     *
     * @throws Failure if it cannot be written
     */
    public void write(Path file, byte[] bytes) {
        write(file, bytes, false);
    }

    /**
     * The same of what is not meant for everybody at this machine: a file that is new is readable for its owner alone. One that is there keeps the permissions
     * that somebody gave it.
     *
     * @throws Failure if it cannot be written
     */
    public void writePrivately(Path file, byte[] bytes) {
        write(file, bytes, true);
    }

    private void write(Path file, byte[] bytes, boolean isPrivate) {
        put(file, bytes, isPrivate);
        remark(Sentence.of("frame.cli.file-written", file.toString()));
    }

    /**
     * Writes a file without a word, as a whole or not at all.
     *
     * @throws Failure if it cannot be written
     */
    public static void put(Path file, byte[] bytes) {
        put(file, bytes, false);
    }

    private static void put(Path file, byte[] bytes, boolean isPrivate) {
        try {
            WholeFile.write(file, bytes, isPrivate);
        } catch (IOException failed) {
            boolean isPlace = failed instanceof NoSuchFileException || failed instanceof AccessDeniedException;
            throw Failure.notPossible(Sentence.of("frame.cli.file-not-written", file.toString(), why(failed)), failed)
                    .advising(Sentence.of(
                            isPlace ? "frame.cli.file-not-written.advice" : "frame.cli.file-not-written.kept"));
        }
    }

    private static Object why(IOException failed) {
        return switch (failed) {
            case NoSuchFileException missing -> Sentence.of("frame.cli.no-folder");
            case AccessDeniedException denied -> Sentence.of("frame.cli.denied");
            case FileSystemException other when other.getReason() != null -> String.valueOf(other.getReason());
            default -> String.valueOf(failed.getMessage());
        };
    }

    /**
     * Begins to count a long job, visible only to somebody who watches a terminal. To be closed.
     *
     * @param task what is counted
     * @param total how many steps there will be; negative if nobody knows
     */
    public Progress progress(Sentence task, long total) {
        return Boolean.getBoolean("salus.terminal") ? new Bar(language.say(task), total) : Progress.UNSEEN;
    }

    private CommandSpec spoken() {
        if (command == null) {
            throw new IllegalStateException("A terminal belongs to a command as a mixin");
        }
        return command;
    }

    /** A counted job. Safe for use by several threads. */
    public interface Progress extends AutoCloseable {
        /** Counts without anybody watching. */
        Progress UNSEEN = new Progress() {
            @Override
            public void reached(long done, long total) {}

            @Override
            public void close() {}
        };

        /** So many steps of so many are done; a negative total is not known yet. */
        void reached(long done, long total);

        @Override
        void close();
    }

    private static final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(String task, long total) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    // A fixed width: asking the terminal for its own starts another program.
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH_COLUMNS))
                    .setUpdateIntervalMillis(200)
                    .build();
        }

        @Override
        public void reached(long done, long total) {
            bar.maxHint(total);
            bar.stepTo(done);
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
