package org.salus.agenda;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Where the words of choices of this room stand. */
final class AgendaWords {
    private AgendaWords() {}

    static Sentence label(Term term) {
        return Sentence.of("agenda." + term.vocabulary() + "." + term.code() + ".name");
    }

    static Sentence meaning(Term term) {
        return Sentence.of("agenda." + term.vocabulary() + "." + term.code() + ".text");
    }
}
