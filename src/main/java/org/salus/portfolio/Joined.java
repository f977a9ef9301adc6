package org.salus.portfolio;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Why two ways to write an organisation are one. */
public enum Joined implements Term {
    /** They have the same reference, and their names do not speak against it. */
    SAME_REFERENCE("same-reference"),
    /** They have the same reference under another prefix or with other zeros in front. */
    OTHER_PREFIX("other-prefix"),
    /** They have the same name, once case, accents, punctuation, brackets and legal form are left out. */
    SAME_NAME("same-name"),
    /** One is the acronym that the other states. */
    ACRONYM("acronym"),
    /** A table that comes with the program says so. */
    ALIAS("alias"),
    /** Somebody says so. */
    JUDGED("judged");

    private final String code;

    Joined(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "joined";
    }

    @Override
    public Sentence label() {
        return Sentence.of("portfolio.joined." + code);
    }
}
