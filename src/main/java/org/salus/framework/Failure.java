package org.salus.framework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot be answered, for a reason its author can understand. Thrown instead of a bare exception wherever the cause is the outside
 * world or the request; a command shows it as one line, a page as an error page, the API as a problem document. A room may extend it to give a
 * frequent case a name.
 */
public class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose turn it is after the failure. */
    public enum Kind {
        /** The request itself is wrong; the same request will never work. */
        WRONG_USE(2),
        /** The request is well formed, but what it names is not here. */
        NOT_FOUND(1),
        /** The request is understood, but it is not for whoever asks. */
        REFUSED(1),
        /** The request is right, but the surroundings (file, disk, network) did not allow it. */
        NOT_POSSIBLE(1),
        /** The request is right, and there is no place for it at the moment: nothing is wrong, and the same request works later. */
        BUSY(1);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        /** The exit code of a command that fails so: 1 or 2. */
        public int exitCode() {
            return exitCode;
        }
    }

    private final Kind kind;
    private final transient Sentence sentence;
    private final transient @Nullable Sentence advice;
    private final @Nullable String field;

    /**
     * A failure without advice.
     *
     * @param sentence what went wrong and where
     */
    public Failure(Kind kind, Sentence sentence) {
        this(kind, sentence, null, null);
    }

    /**
     * A failure with everything that can be told about it.
     *
     * @param sentence what went wrong and where
     * @param advice what the reader can do now
     * @param cause what the machine said; shown with {@code --debug} only
     */
    public Failure(Kind kind, Sentence sentence, @Nullable Sentence advice, @Nullable Throwable cause) {
        this(kind, sentence, advice, cause, null);
    }

    private Failure(
            Kind kind,
            Sentence sentence,
            @Nullable Sentence advice,
            @Nullable Throwable cause,
            @Nullable String field) {
        super(Wording.english().say(sentence), cause);
        this.kind = kind;
        this.sentence = sentence;
        this.advice = advice;
        this.field = field;
    }

    public static Failure wrongUse(Sentence sentence) {
        return new Failure(Kind.WRONG_USE, sentence);
    }

    public static Failure notFound(Sentence sentence) {
        return new Failure(Kind.NOT_FOUND, sentence);
    }

    public static Failure refused(Sentence sentence) {
        return new Failure(Kind.REFUSED, sentence);
    }

    public static Failure notPossible(Sentence sentence, Throwable cause) {
        return new Failure(Kind.NOT_POSSIBLE, sentence, null, cause);
    }

    /** The same failure, which also says what to do. */
    public Failure advising(Sentence whatToDo) {
        return new Failure(kind, sentence, whatToDo, getCause(), field);
    }

    /** The same failure, which also says in which of the fields that were sent it lies. */
    public Failure at(String nameOfField) {
        return new Failure(kind, sentence, advice, getCause(), nameOfField);
    }

    public Kind kind() {
        return kind;
    }

    /** What went wrong and where. */
    public Sentence sentence() {
        return sentence;
    }

    /** What the reader can do now. */
    public Optional<Sentence> advice() {
        return Optional.ofNullable(advice);
    }

    /** The field in which it lies. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** Sentence and advice in a language, on one line. */
    public String say(Wording wording) {
        String text = advice == null ? wording.say(sentence) : wording.say(sentence) + " " + wording.say(advice);
        return text.replaceAll("\\R\\s*", " ");
    }
}
