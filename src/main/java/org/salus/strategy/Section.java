package org.salus.strategy;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** The sections of a strategy, in the order they are read. */
public enum Section implements Term {
    SUMMARY("summary"),
    CONTEXT("context"),
    SECTOR("sector"),
    GOVERNANCE("governance"),
    GOALS("goals"),
    SUPPORT("support"),
    PLAN("plan"),
    RISKS("risks"),
    APPRAISAL("appraisal"),
    MONITORING("monitoring"),
    LOGFRAME("logframe"),
    DONORS("donors"),
    SOURCES("sources"),
    DATA("data"),
    DEFINITIONS("definitions");

    private final String code;

    Section(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "section";
    }

    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** Whether it stands behind the text, to look things up. */
    public boolean isAnnex() {
        return compareTo(LOGFRAME) >= 0;
    }
}
