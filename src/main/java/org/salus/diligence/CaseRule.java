package org.salus.diligence;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/**
 * What has to hold for the next step of a case. Each rule is a named value: it says by itself whether a step breaks it, and in words why the step cannot be taken. The ledger asks
 * all of them, whichever door a step comes through.
 */
enum CaseRule {
    /** A step is of a day: rules compare days, and nobody decides in a year. */
    IS_OF_A_DAY(moment -> !isDay(moment.next().date())),
    FOLLOWS_THE_LAST(moment -> !moment.before().steps().isEmpty()
            && moment.next()
                    .date()
                    .earliest()
                    .isBefore(moment.before().steps().getLast().date().earliest())),
    IS_TAKEN_BY_AN_OFFICE(moment -> moment.next().office().isBlank()),
    HAS_REASONS(moment -> moment.next().because().isBlank()),
    STOPS_AT_THE_END(moment -> moment.before().isClosed()),
    /** Whether a regime applies is found on answers, not on an impression. */
    ANSWERS_ABOUT_SCOPE(moment -> (moment.is(StepKind.IN_SCOPE) || moment.is(StepKind.OUT_OF_SCOPE)) && lacksAnswers(moment)),
    SCOPE_BEFORE_ASSESSMENT(moment -> moment.is(StepKind.ASSESSED) && !moment.before().isInScope()),
    FACTS_BEFORE_ASSESSMENT(moment -> moment.is(StepKind.ASSESSED) && moment.lookedInto().isEmpty()),
    LEVEL_OF_AN_ASSESSMENT(moment -> moment.is(StepKind.ASSESSED) != moment.next().level().isPresent()),
    /** What nobody looked into is not low. */
    NOT_LOW_UNASKED(moment -> moment.next().level().equals(Optional.of(RiskLevel.LOW))
            && moment.under().stream()
                    .anyMatch(regime -> !regime.unasked(moment.lookedInto()).isEmpty())),
    /** A decision rests on an assessment of its own, also when it follows another decision. */
    ASSESSMENT_BEFORE_DECISION(moment ->
            moment.is(StepKind.DECIDED) && !(moment.before().isInScope() && moment.before().isAssessed())),
    DECISION_SAYS_WHAT(moment -> moment.is(StepKind.DECIDED) != moment.next().decision().isPresent()),
    /** Deciding, and lifting a suspension, is for editors; to stop support is for whoever writes. */
    DECIDERS_ARE_EDITORS(moment -> (moment.is(StepKind.DECIDED) || moment.is(StepKind.LIFTED)) && !moment.mayDecide()),
    NO_PLAIN_GO_AT_HIGH_RISK(moment -> moment.next().decision().equals(Optional.of(Decision.GO))
            && moment.before()
                    .assessment()
                    .flatMap(CaseStep::level)
                    .filter(level -> level == RiskLevel.HIGH || level == RiskLevel.NOT_KNOWN)
                    .isPresent()),
    MITIGATION_HAS_OWNERS_AND_DATES(moment ->
            moment.next().decision().equals(Optional.of(Decision.GO_WITH_MITIGATION)) && lacksMeasures(moment)),
    DECISION_HOLDS_FOR_A_TIME(moment -> moment.permits() && !isPeriod(moment.next())),
    DECISION_ENDS(moment -> moment.permits() && isPeriod(moment.next()) && isTooLong(moment)),
    DECISION_BEFORE_REVIEW(moment -> moment.is(StepKind.REVIEWED)
            && (moment.before().permission().isEmpty() || moment.before().isSuspended())),
    REVIEW_SAYS_WHEN_NEXT(moment -> moment.is(StepKind.REVIEWED) && !isNextReview(moment)),
    DECISION_BEFORE_SUSPENSION(moment ->
            moment.is(StepKind.SUSPENDED) && moment.before().permission().isEmpty()),
    SUSPENDED_ONCE(moment -> moment.is(StepKind.SUSPENDED) && moment.before().isSuspended()),
    LIFTS_A_SUSPENSION(moment -> moment.is(StepKind.LIFTED) && !moment.before().isSuspended()),
    /** What has expired is decided again. */
    WITHIN_THE_DECISION(moment -> (moment.is(StepKind.REVIEWED) || moment.is(StepKind.LIFTED))
            && moment.before()
                    .until()
                    .filter(until -> moment.next().date().earliest().isAfter(until))
                    .isPresent()),
    NAMES_FOR_NAMED_READERS(moment -> moment.next().named().isPresent() && !moment.isForNamed()),
    NAMES_EXPIRE(moment -> moment.next()
            .named()
            .filter(person -> person.name().isBlank() || !isShortLived(moment, person))
            .isPresent());

    private final Predicate<Moment> isBroken;

    CaseRule(Predicate<Moment> isBroken) {
        this.isBroken = isBroken;
    }

    /** Why the step cannot be taken, as far as this rule goes. */
    Optional<Sentence> against(Moment moment) {
        return isBroken.test(moment) ? Optional.of(reason()) : Optional.empty();
    }

    /** Why a step that breaks it cannot be taken. */
    Sentence reason() {
        return Sentence.of("diligence.rule." + Term.codeOf(this));
    }

    /** Why the step cannot be taken, by all rules. */
    static Stream<Sentence> allAgainst(Moment moment) {
        return Stream.of(values()).flatMap(rule -> rule.against(moment).stream());
    }

    private static boolean isDay(PartialDate date) {
        return date.precision() == PartialDate.Precision.DAY;
    }

    private static boolean lacksAnswers(Moment moment) {
        return moment.under().isEmpty()
                || moment.under().stream()
                        .flatMap(regime -> regime.questions().stream())
                        .anyMatch(question -> moment.asked().answers().stream()
                                .noneMatch(answer -> answer.question().equals(question)));
    }

    private static boolean lacksMeasures(Moment moment) {
        return moment.measures().isEmpty()
                || moment.measures().stream()
                        .anyMatch(measure -> measure.owner().isBlank() || measure.due().isEmpty());
    }

    private static boolean isPeriod(CaseStep step) {
        return Stream.of(step.from(), step.reviewBy(), step.until())
                        .allMatch(date -> date.filter(CaseRule::isDay).isPresent())
                && !isAfter(Optional.of(step.date()), step.from())
                && !isAfter(step.from(), step.reviewBy())
                && !isAfter(step.reviewBy(), step.until());
    }

    private static boolean isAfter(Optional<PartialDate> one, Optional<PartialDate> other) {
        return one.isPresent()
                && other.isPresent()
                && one.get().earliest().isAfter(other.get().earliest());
    }

    private static boolean isTooLong(Moment moment) {
        Optional<LocalDate> from = moment.next().from().map(PartialDate::earliest);
        Optional<LocalDate> until = moment.next().until().map(PartialDate::latest);
        int months = moment.regimes().longestMonths(moment.under());
        return from.isPresent()
                && until.isPresent()
                && until.get().isAfter(from.get().plusMonths(months));
    }

    private static boolean isNextReview(Moment moment) {
        Optional<LocalDate> next =
                moment.next().reviewBy().filter(CaseRule::isDay).map(PartialDate::earliest);
        return next.filter(day -> day.isAfter(moment.next().date().earliest())).isPresent()
                && moment.before()
                        .until()
                        .filter(until -> next.filter(day -> day.isAfter(until)).isPresent())
                        .isEmpty();
    }

    private static boolean isShortLived(Moment moment, NamedPerson person) {
        LocalDate taken = moment.next().date().earliest();
        return isDay(person.until())
                && !person.until()
                        .earliest()
                        .isAfter(taken.plusMonths(moment.regimes().longestNameMonths()));
    }
}
