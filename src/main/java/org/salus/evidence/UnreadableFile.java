package org.salus.evidence;

import java.io.IOException;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** A file that cannot be read to its end: broken, cut short, too large, or not what it claims. Nothing of it is kept. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private static final Set<String> KINDS = Set.of(
            "evidence.file.not-recognised", "evidence.file.not-recognised.broken", "evidence.file.nothing-in-it");

    private final transient Sentence sentence;
    private final long line;
    private final boolean ofWholeFile;

    UnreadableFile(Sentence sentence, long line) {
        this(sentence, line, false);
    }

    private UnreadableFile(Sentence sentence, long line, boolean ofWholeFile) {
        super(Wording.english().say(sentence));
        this.sentence = sentence;
        this.line = line;
        this.ofWholeFile = ofWholeFile;
    }

    /** What is wrong with a file as a whole, so that leaving out the member of an archive where it showed would not mend it. */
    static UnreadableFile ofWholeFile(Sentence sentence) {
        return new UnreadableFile(sentence, 0, true);
    }

    boolean isOfWholeFile() {
        return ofWholeFile;
    }

    /** Whether it is merely of no kind that Salus reads, rather than broken. */
    boolean isOfNoKnownKind() {
        return KINDS.contains(sentence.key());
    }

    /** What is wrong with it. */
    public Sentence sentence() {
        return sentence;
    }

    /** The line where reading ended, from 1; 0 if unknown. */
    public long line() {
        return line;
    }
}
