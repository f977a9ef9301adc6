package org.salus.goals;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.salus.framework.ObjectiveDemand;
import org.salus.ledger.View;

/** Finds what is missing in a chain or does not fit. Pure: the same view gives the same answer. What each rule means is in {@code docs/goals.md}. */
public final class HolesAnalysis {
    /** Of the rules; a change of what they find is a new edition. */
    static final String EDITION = "2026-3";

    /** In the order in which holes are shown. */
    private static final List<HoleRule> RULES = List.of(
            new LooseEndOfLogic(),
            new ObjectiveIncomplete(),
            new TargetBeforeBaseline(),
            new TargetOnTheOtherSide(),
            new ObjectiveWithoutSupport(),
            new SupportWithoutObjective(),
            new OnlyTrainsOrEquips(),
            new OutputPosingAsOutcome(),
            new LinksInACircle(),
            new LinksThatContradict(),
            new AssumptionContradicted(),
            new HorizonTooShort(),
            new OneTrackAlone(),
            new NobodyAsked());

    private HolesAnalysis() {}

    /** The edition of the rules. */
    public static String edition() {
        return EDITION;
    }

    /** The lasting names of the rules, in the order in which their holes are shown. */
    public static List<String> rules() {
        return RULES.stream().map(HoleRule::code).toList();
    }

    /**
     * The holes of a chain.
     *
     * @param view of the reader, from which the chain is taken; what the reader may not see is not there
     */
    public static HolesAnswer of(View view, Chain chain) {
        return of(ChainInquiry.of(view, chain));
    }

    static HolesAnswer of(ChainInquiry inquiry) {
        Map<ObjectiveDemand, Integer> met = new EnumMap<>(ObjectiveDemand.class);
        var objectives = inquiry.chain().list(Objective.KIND);
        for (ObjectiveDemand demand : ObjectiveDemand.values()) {
            met.put(demand, (int) objectives.stream()
                    .filter(objective -> !inquiry.unmet(objective).contains(demand))
                    .count());
        }
        return new HolesAnswer(
                EDITION,
                objectives.size(),
                met,
                RULES.stream().flatMap(rule -> rule.holes(inquiry).stream()).toList());
    }
}
