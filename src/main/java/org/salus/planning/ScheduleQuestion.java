package org.salus.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;

/**
 * What is asked of the schedule of a workspace, in the words that pages, API and command line share.
 *
 * @param aim what is made best
 * @param seconds how long to look at most, for each search
 * @param threads how many look at the same time; with 1 the same seed gives the same plan, unless time runs out
 * @param seed of the search
 * @param stability what moving a step by a month against an agreed plan costs, beside a month of benefit of priority 1
 * @param against id of the agreed plan to stay near and to compare with; empty for the newest one
 * @param tries changes that are tried and not kept, each as {@link WhatIf} reads it
 * @param isWithOthers whether three plans along time, money and risk are looked for, too
 */
public record ScheduleQuestion(
        PlanRequest.Aim aim,
        int seconds,
        int threads,
        int seed,
        int stability,
        String against,
        List<String> tries,
        boolean isWithOthers) {
    /** What a choice is called in addresses and in the API. */
    public static final List<String> NAMES =
            List.of("aim", "seconds", "threads", "seed", "stability", "against", "try", "others");

    /** What is asked where nobody chooses. */
    public static final ScheduleQuestion USUAL =
            new ScheduleQuestion(PlanRequest.Aim.EARLY_BENEFIT, 10, 1, 1, 0, "", List.of(), false);

    private static final int LONGEST_SECONDS = 600;
    private static final int MOST_THREADS = 16;
    private static final int LONGEST_SECONDS_OF_MANY = 60;
    private static final int MOST_THREADS_OF_MANY = 2;
    private static final int MOST_STABILITY = 100;
    private static final int MOST_TRIES = 20;
    private static final int MOST_OF_AN_AIM = 3;

    /** The aims that can be chosen. */
    public static List<PlanRequest.Aim> aims() {
        return Arrays.stream(PlanRequest.Aim.values())
                .filter(one -> one != PlanRequest.Aim.ANY)
                .toList();
    }

    /**
     * Says why it cannot be asked so.
     *
     * @throws Failure (wrong use) naming the field, and what it takes
     */
    public ScheduleQuestion {
        tries = List.copyOf(tries);
        within("seconds", seconds, 1, LONGEST_SECONDS);
        within("threads", threads, 1, MOST_THREADS);
        within("seed", seed, 0, Integer.MAX_VALUE);
        within("stability", stability, 0, MOST_STABILITY);
        within("try", tries.size(), 0, MOST_TRIES);
    }

    /**
     * The same, where many wait for one machine: no search is long there, and none takes all of it.
     *
     * @throws Failure (wrong use) if it asks for more
     */
    public ScheduleQuestion ofMany() {
        within("seconds", seconds, 1, LONGEST_SECONDS_OF_MANY);
        within("threads", threads, 1, MOST_THREADS_OF_MANY);
        return this;
    }

    /** How many times a plan is looked for at most: for each aim first which steps can be done, then the best, then the same with the steps that need not move where they were. */
    int mostSearches() {
        int compared = tries.isEmpty() || !against.isEmpty() ? 1 : 2;
        int others = isWithOthers
                ? (int) ScheduleAnswers.OTHERS.stream()
                        .filter(other -> other != aim)
                        .count()
                : 0;
        return compared * mostOf(aim) + others * MOST_OF_AN_AIM;
    }

    private static int mostOf(PlanRequest.Aim aim) {
        return aim == PlanRequest.Aim.EARLY_BENEFIT ? 1 : MOST_OF_AN_AIM;
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw Failure.wrongUse(Sentence.of("planning.schedule.question.number", name, value, least, most))
                    .at(name);
        }
    }

    /** Reads words by their names. */
    public interface Words {
        /** The word of that name; empty where nobody said it. */
        Optional<String> word(String name);
    }

    /**
     * The question of these words; what is not said is as usual. Several changes to try are parted by semicolons.
     *
     * @throws Failure (wrong use) if a word means nothing
     */
    public static ScheduleQuestion of(Words words) {
        return new ScheduleQuestion(
                words.word("aim").map(ScheduleQuestion::aim).orElse(USUAL.aim()),
                number(words, "seconds", USUAL.seconds()),
                number(words, "threads", USUAL.threads()),
                number(words, "seed", USUAL.seed()),
                number(words, "stability", USUAL.stability()),
                words.word("against").orElse(""),
                words.word("try")
                        .map(text -> Arrays.stream(text.split("[;\\n]", -1))
                                .map(String::strip)
                                .filter(one -> !one.isEmpty())
                                .toList())
                        .orElse(List.of()),
                words.word("others").map(ScheduleQuestion::flag).orElse(false));
    }

    /**
     * The aim of that code.
     *
     * @throws Failure (wrong use) if there is none
     */
    public static PlanRequest.Aim aim(String code) {
        return aims().stream()
                .filter(one -> Term.codeOf(one).equals(code))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                                "planning.schedule.question.choice",
                                "aim",
                                code,
                                String.join(
                                        ", ", aims().stream().map(Term::codeOf).toList())))
                        .at("aim"));
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "yes", "true", "on" -> true;
            case "no", "false" -> false;
            default ->
                throw Failure.wrongUse(Sentence.of("planning.schedule.question.choice", "others", text, "yes, no"))
                        .at("others");
        };
    }

    private static int number(Words words, String name, int usual) {
        return words.word(name)
                .map(text -> {
                    if (!text.matches("\\d{1,9}")) {
                        throw Failure.wrongUse(Sentence.of("planning.typed.no-number", text))
                                .at(name);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(usual);
    }

    /** The search for a plan with this aim. */
    PlanRequest request(PlanRequest.Aim wanted) {
        return PlanRequest.of(wanted, seconds).with(threads, seed);
    }
}
