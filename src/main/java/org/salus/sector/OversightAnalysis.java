package org.salus.sector;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a recorded map says about oversight, and what it does not say yet. Pure: the same map, day and today give the same answer. Each rule is a class of its
 * own; definitions and where the ideas come from are in {@code docs/sector.md}.
 */
public final class OversightAnalysis {
    /** In the order in which findings are shown. */
    private static final List<OversightRule> RULES = List.of(
            new OutsideCommand(),
            new OversightRecordedAsAbsent(),
            new LawWithoutPractice(),
            new OverseerWithoutReach(),
            new SoleOverseer(),
            new OverseesItself(),
            new OversightInACircle(),
            new SaidBothWays(),
            new OneWeakSource(),
            new NotConfirmed(),
            new LooseEnds());

    private OversightAnalysis() {}

    /** The edition of the rules. */
    public static String edition() {
        return OversightInquiry.EDITION;
    }

    /** The lasting names of the rules, in the order in which their findings are shown. */
    public static List<String> rules() {
        return RULES.stream().map(OversightRule::code).toList();
    }

    /**
     * The analysis of a day.
     *
     * @param today the day against which the age of facts is counted, whatever day the map is of
     */
    public static OversightAnswer of(SectorDay day, LocalDate today) {
        OversightInquiry inquiry = new OversightInquiry(day, today);
        return new OversightAnswer(
                OversightInquiry.EDITION,
                day.day(),
                day.institutions(),
                day.institutions().stream()
                        .flatMap(institution -> inquiry.coverage(institution.id()).stream())
                        .toList(),
                RULES.stream()
                        .flatMap(rule -> rule.findings(inquiry).stream())
                        .distinct()
                        .toList(),
                RULES.stream()
                        .flatMap(rule -> rule.questions(inquiry).stream())
                        .distinct()
                        .toList(),
                day.institutions().stream()
                        .flatMap(institution -> Stream.of(inquiry.asked(institution.id())))
                        .reduce(new Asked(0, 0), Asked::and));
    }
}
