package org.salus.appraisal;

import java.util.Locale;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Where the words of choices about decisions and politics stand. */
final class PoliticsWords {
    private PoliticsWords() {}

    static Sentence label(Term term) {
        return Sentence.of("appraisal.politics." + term.vocabulary() + "." + term.code() + ".name");
    }

    static Sentence meaning(Term term) {
        return Sentence.of("appraisal.politics." + term.vocabulary() + "." + term.code() + ".text");
    }

    /** A name as it is compared: whatever its case and blanks. */
    static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
