package org.salus.diligence;

import java.time.LocalDate;
import java.util.Optional;
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
    IS_OF_A_DAY,
    FOLLOWS_THE_LAST,
    IS_TAKEN_BY_AN_OFFICE,
    HAS_REASONS,
    STOPS_AT_THE_END,
    /** Whether a regime applies is found on answers, not on an impression. */
    ANSWERS_ABOUT_SCOPE,
    SCOPE_BEFORE_ASSESSMENT,
    FACTS_BEFORE_ASSESSMENT,
    LEVEL_OF_AN_ASSESSMENT,
    /** What nobody looked into is not low. */
    NOT_LOW_UNASKED,
    /** A decision rests on an assessment of its own, also when it follows another decision. */
    ASSESSMENT_BEFORE_DECISION,
    DECISION_SAYS_WHAT,
    /** Deciding, and lifting a suspension, is for editors; to stop support is for whoever writes. */
    ROLE_OF_DECIDERS,
    NO_PLAIN_GO_AT_HIGH_RISK,
    MITIGATION_HAS_OWNERS_AND_DATES,
    DECISION_HOLDS_FOR_A_TIME,
    DECISION_ENDS,
    DECISION_BEFORE_REVIEW,
    REVIEW_SAYS_WHEN_NEXT,
    DECISION_BEFORE_SUSPENSION,
    SUSPENDED_ONCE,
    LIFTS_A_SUSPENSION,
    /** What has expired is decided again. */
    WITHIN_THE_DECISION,
    NAMES_FOR_NAMED_READERS,
    NAMES_EXPIRE;

    /** Why the step cannot be taken, as far as this rule goes. */
    Optional<Sentence> against(Moment moment) {
        return isBrokenBy(moment) ? Optional.of(reason()) : Optional.empty();
    }

    /** Why a step that breaks it cannot be taken. */
    Sentence reason() {
        String key = "diligence.rule." + Term.codeOf(this);
        return this == NAMES_EXPIRE ? Sentence.of(key, Regimes.shipped().longestNameMonths()) : Sentence.of(key);
    }

    /** Why the step cannot be taken, by all rules. */
    static Stream<Sentence> allAgainst(Moment moment) {
        return Stream.of(values()).flatMap(rule -> rule.against(moment).stream());
    }

    private boolean isBrokenBy(Moment moment) {
        return switch (this) {
            case IS_OF_A_DAY -> !isDay(moment.next().date());
            case FOLLOWS_THE_LAST ->
                !moment.before().steps().isEmpty()
                        && moment.next()
                                .date()
                                .earliest()
                                .isBefore(
                                        moment.before().steps().getLast().date().earliest());
            case IS_TAKEN_BY_AN_OFFICE -> moment.next().office().isBlank();
            case HAS_REASONS -> moment.next().because().isBlank();
            case STOPS_AT_THE_END -> moment.before().isClosed();
            case ANSWERS_ABOUT_SCOPE ->
                (moment.is(StepKind.IN_SCOPE) || moment.is(StepKind.OUT_OF_SCOPE)) && lacksAnswers(moment);
            case SCOPE_BEFORE_ASSESSMENT ->
                moment.is(StepKind.ASSESSED) && !moment.before().isInScope();
            case FACTS_BEFORE_ASSESSMENT ->
                moment.is(StepKind.ASSESSED) && moment.lookedInto().isEmpty();
            case LEVEL_OF_AN_ASSESSMENT ->
                moment.is(StepKind.ASSESSED) != moment.next().level().isPresent();
            case NOT_LOW_UNASKED ->
                moment.next().level().equals(Optional.of(RiskLevel.LOW))
                        && moment.under().stream()
                                .anyMatch(regime ->
                                        !regime.unasked(moment.lookedInto()).isEmpty());
            case ASSESSMENT_BEFORE_DECISION ->
                moment.is(StepKind.DECIDED)
                        && !(moment.before().isInScope() && moment.before().isAssessed());
            case DECISION_SAYS_WHAT ->
                moment.is(StepKind.DECIDED) != moment.next().decision().isPresent();
            case ROLE_OF_DECIDERS -> (moment.is(StepKind.DECIDED) || moment.is(StepKind.LIFTED)) && !moment.mayDecide();
            case NO_PLAIN_GO_AT_HIGH_RISK ->
                moment.next().decision().equals(Optional.of(Decision.GO))
                        && moment.before()
                                .assessment()
                                .flatMap(CaseStep::level)
                                .filter(level -> level == RiskLevel.HIGH || level == RiskLevel.NOT_KNOWN)
                                .isPresent();
            case MITIGATION_HAS_OWNERS_AND_DATES ->
                moment.next().decision().equals(Optional.of(Decision.GO_WITH_MITIGATION)) && lacksMeasures(moment);
            case DECISION_HOLDS_FOR_A_TIME -> moment.permits() && !isPeriod(moment.next());
            case DECISION_ENDS -> moment.permits() && isPeriod(moment.next()) && isTooLong(moment);
            case DECISION_BEFORE_REVIEW ->
                moment.is(StepKind.REVIEWED)
                        && (moment.before().permission().isEmpty()
                                || moment.before().isSuspended());
            case REVIEW_SAYS_WHEN_NEXT -> moment.is(StepKind.REVIEWED) && !isNextReview(moment);
            case DECISION_BEFORE_SUSPENSION ->
                moment.is(StepKind.SUSPENDED) && moment.before().permission().isEmpty();
            case SUSPENDED_ONCE ->
                moment.is(StepKind.SUSPENDED) && moment.before().isSuspended();
            case LIFTS_A_SUSPENSION ->
                moment.is(StepKind.LIFTED) && !moment.before().isSuspended();
            case WITHIN_THE_DECISION ->
                (moment.is(StepKind.REVIEWED) || moment.is(StepKind.LIFTED))
                        && moment.before()
                                .until()
                                .filter(until -> moment.next().date().earliest().isAfter(until))
                                .isPresent();
            case NAMES_FOR_NAMED_READERS -> moment.next().named().isPresent() && !moment.isForNamed();
            case NAMES_EXPIRE ->
                moment.next()
                        .named()
                        .filter(person -> person.name().isBlank() || !isShortLived(moment, person))
                        .isPresent();
        };
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
                        .anyMatch(measure ->
                                measure.owner().isBlank() || measure.due().isEmpty());
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
