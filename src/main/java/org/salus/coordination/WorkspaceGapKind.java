package org.salus.coordination;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** Where a workspace and support do not meet. The order is that of answers. */
public enum WorkspaceGapKind implements Term {
    /** An objective of the workspace that no support is linked to. */
    OBJECTIVE("objective-without-support"),
    /** A finding about oversight, and no support known to any institution it is about. */
    OVERSIGHT("oversight-without-support"),
    /** Training or equipment for an institution that began before anything for its control. */
    SEQUENCING("sequencing-conflict"),
    /** Published support without an objective of the workspace. It says nothing about that support. */
    UNLINKED("no-objective-linked");

    private final String code;

    WorkspaceGapKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "coordination-gap";
    }

    @Override
    public Sentence label() {
        return Sentence.of("coordination.gap." + code);
    }

    @Override
    public Sentence meaning() {
        return Sentence.of("coordination.gap." + code + ".meaning");
    }
}
