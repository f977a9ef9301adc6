package org.salus.papers;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Where the words of this room's own choices stand. */
final class Words {
    private Words() {}

    static Sentence label(Term term) {
        return Sentence.of("papers." + term.vocabulary() + "." + term.code() + ".name");
    }

    static Sentence meaning(Term term) {
        return Sentence.of("papers." + term.vocabulary() + "." + term.code() + ".text");
    }
}
