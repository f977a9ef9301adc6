package org.salus.appraisal;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What is told about decisions, windows, partnerships and stances. */
public enum PoliticsFindingKind implements Term {
    /** Who pays every year is recorded as not asked. */
    PAYER_NOT_ASKED("payer-not-asked"),
    WINDOW_CLOSES("window-closes"),
    PARTNERSHIP_PAST_END("partnership-past-end"),
    PARTNERSHIP_WITHOUT_REVIEW("partnership-without-review"),
    PARTNERSHIP_REVIEW_PAST("partnership-review-past"),
    /** An actor of strong influence stands in the way, and nothing is noted that meets it. */
    RESISTANCE_WITHOUT_MEASURE("resistance-without-measure"),
    /** Whether who pays every year was asked is not recorded. */
    PAYER_NOT_KNOWN_ASKED("payer-not-known-asked"),
    PAYER_NOT_RECORDED("payer-not-recorded"),
    OBJECTIVE_WITHOUT_DECISION("objective-without-decision"),
    ACTOR_WITHOUT_STANCE("actor-without-stance");

    private final String code;

    PoliticsFindingKind(String code) {
        this.code = code;
    }

    /** Whether nothing more is known than that nobody noted it: that is asked about, and is no finding. */
    public boolean isToBeAsked() {
        return switch (this) {
            case PAYER_NOT_KNOWN_ASKED, PAYER_NOT_RECORDED, OBJECTIVE_WITHOUT_DECISION, ACTOR_WITHOUT_STANCE -> true;
            case PAYER_NOT_ASKED,
                    WINDOW_CLOSES,
                    PARTNERSHIP_PAST_END,
                    PARTNERSHIP_WITHOUT_REVIEW,
                    PARTNERSHIP_REVIEW_PAST,
                    RESISTANCE_WITHOUT_MEASURE -> false;
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "politics-finding";
    }

    @Override
    public Sentence label() {
        return PoliticsWords.label(this);
    }

    @Override
    public Sentence meaning() {
        return PoliticsWords.meaning(this);
    }
}
