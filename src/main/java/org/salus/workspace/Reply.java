package org.salus.workspace;

import java.util.List;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** How people stand to a finding. */
public enum Reply implements Term {
    AGREE("agree"),
    PARTLY("partly"),
    DISAGREE("disagree"),
    /** Something was done about it; only of findings, never of what an institution is told about itself. */
    DEALT_WITH("dealt-with");

    /** Where people agree or not, and nothing can have been done. */
    public static final List<Reply> STANCES = List.of(AGREE, PARTLY, DISAGREE);

    private final String code;

    Reply(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "reply";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }
}
