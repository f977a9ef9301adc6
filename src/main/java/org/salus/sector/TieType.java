package org.salus.sector;

import org.salus.framework.Sentence;
import org.salus.framework.Term;

/** What one actor does to another. A tie has a direction: from the one that does it to the one it is done to. */
public enum TieType implements Term {
    COMMANDS("commands", Group.COMMAND),
    PART_OF("part-of", Group.COMMAND),
    SUCCEEDED_BY("succeeded-by", Group.COMMAND),
    APPOINTS("appoints", Group.CONTROL),
    SETS_POLICY_FOR("sets-policy-for", Group.CONTROL),
    BUDGETS_FOR("budgets-for", Group.CONTROL),
    OVERSEES("oversees", Group.OVERSIGHT),
    AUDITS("audits", Group.OVERSIGHT),
    INVESTIGATES("investigates", Group.OVERSIGHT),
    ADJUDICATES("adjudicates", Group.OVERSIGHT),
    INSPECTS("inspects", Group.OVERSIGHT),
    REPORTS_TO("reports-to", Group.REPORTING),
    MONITORS("monitors", Group.OVERSIGHT),
    TRAINS_EQUIPS("trains-equips", Group.SUPPORT),
    CONTESTS("contests", Group.RELATION),
    TOLERATED_BY("tolerated-by", Group.RELATION),
    ALLIED_WITH("allied-with", Group.RELATION),
    CONTRACTED_BY("contracted-by", Group.RELATION),
    INTEGRATED_INTO("integrated-into", Group.RELATION);

    /** Ties that are drawn and filtered together. */
    public enum Group implements Term {
        /** Who belongs where and gives orders to whom. */
        COMMAND,
        /** Steering by appointments, policy and money. */
        CONTROL,
        /** Looking at what another does. */
        OVERSIGHT,
        /** Giving account. */
        REPORTING,
        /** Training, advice, equipment. */
        SUPPORT,
        /** How actors outside the sector stand to it. */
        RELATION;

        @Override
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public String vocabulary() {
            return "tie-group";
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

    private final String code;
    private final Group group;

    TieType(String code, Group group) {
        this.code = code;
        this.group = group;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "tie-type";
    }

    /** As a verb: "oversees". */
    @Override
    public Sentence label() {
        return Words.label(this);
    }

    @Override
    public Sentence meaning() {
        return Words.meaning(this);
    }

    /** The verb seen from the other end: "is overseen by". */
    public Sentence reverse() {
        return Sentence.of("sector.tie-type." + code + ".reverse");
    }

    public Group group() {
        return group;
    }

    /** Whether it runs from below to above: who reports, or is part of something, stands under it. */
    public boolean runsUpward() {
        return this == PART_OF || this == REPORTS_TO || this == SUCCEEDED_BY;
    }

    /**
     * Whether such a tie from an authority to an institution is oversight of that kind. Looking at what another does always is; steering is where it is the
     * way this kind of authority controls: parliaments by money and appointments, the executive also by policy and command. Reports count as well, and
     * run the other way: {@link #REPORTS_TO}.
     */
    boolean countsAs(Oversight kind) {
        if (group == Group.OVERSIGHT) {
            return true;
        }
        return switch (kind) {
            case LEGISLATIVE -> this == BUDGETS_FOR || this == APPOINTS;
            case EXECUTIVE -> group == Group.CONTROL || this == COMMANDS;
            case JUDICIAL, INDEPENDENT, CIVIL_SOCIETY -> false;
        };
    }
}
