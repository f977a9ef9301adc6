package org.salus.impact;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Where the words of this room's own choices stand. */
final class Words {
    private Words() {}

    static Sentence label(Term term) {
        return Sentence.of("impact." + term.vocabulary() + "." + term.code() + ".name");
    }

    static Sentence meaning(Term term) {
        return Sentence.of("impact." + term.vocabulary() + "." + term.code() + ".text");
    }
}
