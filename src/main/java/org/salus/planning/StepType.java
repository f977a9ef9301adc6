package org.salus.planning;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What a step is in the order of a reform, so that the library can say what usually comes before it. */
public enum StepType implements Term {
    /** A law, a mandate, rules with the force of law. */
    LAW("law"),
    /** Counting and identifying who serves. */
    CENSUS("census"),
    /** Checking those who serve for grave abuses. */
    VETTING("vetting"),
    /** Working out which forces are needed, of what size and for what. */
    FORCE_PLAN("force-plan"),
    /** A budget that says what is for what, and who pays after hand-over. */
    BUDGET("budget"),
    /** Those who control and oversee: parliament, inspection, audit. */
    OVERSIGHT("oversight"),
    /** A way to complain that leads somewhere. */
    COMPLAINTS("complaints"),
    /** Courts, prosecution and prisons that can take cases. */
    COURTS("courts"),
    /** Safe places for arms and ammunition. */
    STORAGE("storage"),
    /** An agreement of those concerned that one can read. */
    AGREEMENT("agreement"),
    TRAINING("training"),
    EQUIPMENT("equipment"),
    /** Arms and ammunition. */
    WEAPONS("weapons"),
    RECRUITMENT("recruitment"),
    /** How those who serve are paid. */
    PAY("pay"),
    DISARMAMENT("disarmament"),
    DEMOBILISATION("demobilisation"),
    REINTEGRATION("reintegration"),
    /** A force takes over a task or a territory. */
    HANDING_OVER("handing-over");

    private final String code;

    StepType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "step-type";
    }

    @Override
    public Sentence label() {
        return Sentence.of("planning.step-type." + code);
    }
}
