package org.salus.impact;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.impact.SurveyAnswer.Asked;
import org.salus.impact.SurveyAnswer.Course;
import org.salus.impact.SurveyAnswer.Figure;

/** Figures of surveys beside the same worked out by hand. */
class SurveysTest {
    private static final List<SurveyForm.Choice> YES_NO =
            List.of(new SurveyForm.Choice("yes", "Yes"), new SurveyForm.Choice("no", "No"));

    private static final SurveyForm FORM = new SurveyForm(
            "Safety",
            "safety",
            "",
            "",
            List.of(),
            List.of(
                    new SurveyForm.Question("safe", SurveyQuestionType.SELECT_ONE, "Safe?", YES_NO, false),
                    new SurveyForm.Question(
                            "turn_to",
                            SurveyQuestionType.SELECT_MULTIPLE,
                            "Whom?",
                            List.of(
                                    new SurveyForm.Choice("police", "Police"),
                                    new SurveyForm.Choice("elders", "Elders")),
                            false),
                    new SurveyForm.Question("walk", SurveyQuestionType.INTEGER, "Minutes?", List.of(), false),
                    new SurveyForm.Question("sex", SurveyQuestionType.SELECT_ONE, "Sex?", List.of(), false),
                    new SurveyForm.Question("village", SurveyQuestionType.TEXT, "Village?", List.of(), false)),
            List.of());

    private static SurveyAnswer ask(String csv, SurveyDesign design, String by, String... questions) {
        try {
            SurveyQuestion question = new SurveyQuestion(List.of(questions), design, by);
            return question.answer(
                    FORM,
                    question.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "round.csv", FORM));
        } catch (IOException never) {
            throw new AssertionError(never);
        }
    }

    private static Figure figure(SurveyAnswer answer, String choice) {
        return answer.questions().getFirst().figures().stream()
                .filter(figure -> figure.choice().equals(choice))
                .findFirst()
                .orElseThrow();
    }

    /** A line for each, the head above. */
    private static String csv(String head, List<String> lines) {
        return head + "\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void people_drawn_one_by_one_have_the_mean_and_error_of_any_textbook() {
        List<String> lines =
                IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList();
        Figure mean = figure(ask(csv("walk", lines), SurveyDesign.NONE, "", "walk"), "");
        // s² = 55/6, s²/n = 11/12; t with 9 degrees of freedom is 2.262157.
        assertThat(mean.value()).isEqualTo(5.5);
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(11 / 12.0), within(1e-12));
        assertThat(mean.freedom()).isEqualTo(9);
        assertThat(mean.lower()).isCloseTo(5.5 - 2.262157 * Math.sqrt(11 / 12.0), within(1e-5));
        assertThat(mean.designEffect()).isCloseTo(1, within(1e-12));
    }

    /**
     * The eight rows of {@code fpc}, the example of sampling in the manual of Stata 7 (stata-press.com/data/r7/fpc.dta), which R's package survey repeats: two strata with weights of three and four, a cluster a row, clusters
     * numbered anew in each stratum. Without a correction for small populations survey 4.5 tells a mean of 5.448148 and an error of 0.7412683.
     */
    @Test
    void a_published_example_with_strata_weights_and_clusters_comes_out_again() {
        SurveySample.Read read = SurveySample.of(Tables.of("""
                        stratid,psuid,weight,x
                        1,1,3,2.8
                        1,2,3,4.1
                        1,3,3,6.8
                        1,4,3,6.8
                        1,5,3,9.2
                        2,1,4,3.7
                        2,2,4,6.6
                        2,3,4,4.2
                        """), new SurveyDesign("weight", "stratid", "psuid"));
        SurveySample.Mean mean = read.sample()
                .mean(read.rows().stream()
                        .mapToDouble(row -> Double.parseDouble(row.cell(3)))
                        .toArray());
        assertThat(mean.value()).isCloseTo(5.448148, within(5e-7));
        assertThat(mean.error()).isCloseTo(0.7412683, within(5e-8));
        // The mean of all 27 of the population times 27 is the total, and so is its error.
        assertThat(27 * mean.value()).isCloseTo(147.1, within(1e-9));
        assertThat(mean.freedom()).isEqualTo(6);
        assertThat(read.sample().clusters()).isEqualTo(8);
    }

    /** Three villages of three: 2, none and 2 of 3 feel safe. The villages' sums differ from their due by 2/3, -4/3 and 2/3, each by ninths: 3/2 (4/9 + 16/9 + 4/9) / 81 = 4/81. */
    private static final String VILLAGES = csv(
            "safe,psu",
            List.of("yes,A", "yes,A", "no,A", "no,B", "no,B", "no,B", "yes,C", "no,C", "yes,C", ",D", ",E"));

    @Test
    void people_of_one_place_count_as_fewer() {
        SurveyAnswer answer = ask(
                csv(
                        "safe,psu",
                        VILLAGES.lines()
                                .skip(1)
                                .limit(9)
                                .flatMap(line -> IntStream.range(0, 2).mapToObj(i -> line))
                                .toList()),
                new SurveyDesign("", "", "psu"),
                "",
                "safe");
        Figure yes = figure(answer, "yes");
        assertThat(yes.value()).isCloseTo(4 / 9.0, within(1e-12));
        assertThat(yes.standardError()).isCloseTo(2 / 9.0, within(1e-12));
        assertThat(yes.freedom()).isEqualTo(2);
        // By 17 (n - 1) / (4/9 · 5/9): drawn alone the variance were 20/81/17.
        assertThat(yes.designEffect()).isCloseTo(4 / 81.0 / (20 / 81.0 / 17), within(1e-9));
        assertThat(answer.data().clusters()).isEqualTo(3);
    }

    @Test
    void strata_are_weighed_as_they_are_large() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add((i < 2 ? "yes" : "no") + ",100,N");
            lines.add((i < 1 ? "yes" : "no") + ",300,S");
        }
        // A second set of the same, so that there are enough to be spoken of: 8 a stratum.
        lines.addAll(List.copyOf(lines));
        Figure yes = figure(ask(csv("safe,w,s", lines), new SurveyDesign("w", "s", ""), "", "safe"), "yes");
        // Shares 1/2 and 1/4, a quarter and three quarters of the people: W² · p (1 − p) / (n − 1).
        double variance = 0.0625 * 0.25 / 7 + 0.5625 * 0.1875 / 7;
        assertThat(yes.value()).isCloseTo(0.3125, within(1e-12));
        assertThat(yes.standardError()).isCloseTo(Math.sqrt(variance), within(1e-12));
        assertThat(yes.freedom()).isEqualTo(14);
        // On the scale of logits, with t = 2.144787.
        double half = 2.144787 * Math.sqrt(variance) / (0.3125 * 0.6875);
        double logit = Math.log(0.3125 / 0.6875);
        assertThat(yes.lower()).isCloseTo(1 / (1 + Math.exp(half - logit)), within(1e-6));
        assertThat(yes.upper()).isCloseTo(1 / (1 + Math.exp(-half - logit)), within(1e-6));
    }

    @Test
    void intervals_hold_the_truth_about_as_often_as_they_say() {
        Random dice = new Random(20_261_128);
        int places = 300;
        double[] safeIn = dice.doubles(places, 0.1, 0.8).toArray();
        double truth = IntStream.range(0, places).mapToDouble(i -> safeIn[i]).sum() / places;
        int held = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            List<String> lines = new ArrayList<>();
            for (int place = 0; place < 25; place++) {
                double share = safeIn[dice.nextInt(places)];
                for (int person = 0; person < 12; person++) {
                    lines.add((dice.nextDouble() < share ? "yes" : "no") + "," + place);
                }
            }
            Figure yes = figure(ask(csv("safe,psu", lines), new SurveyDesign("", "", "psu"), "", "safe"), "yes");
            held += requireNonNull(yes.lower()) <= truth && truth <= requireNonNull(yes.upper()) ? 1 : 0;
        }
        assertThat(held / (double) runs).isBetween(0.92, 0.98);
    }

    @Test
    void one_place_has_no_interval_and_says_so() {
        SurveyAnswer answer = ask(
                csv(
                        "safe,psu",
                        IntStream.range(0, 20)
                                .mapToObj(i -> (i < 7 ? "yes" : "no") + ",A")
                                .toList()),
                new SurveyDesign("", "", "psu"),
                "",
                "safe");
        Figure yes = figure(answer, "yes");
        assertThat(yes.value()).isEqualTo(0.35);
        assertThat(yes.standardError()).isNull();
        assertThat(yes.lower()).isNull();
        assertThat(said(answer.limits())).anyMatch(each -> each.contains("All were asked in one place"));
    }

    @Test
    void a_stratum_with_one_place_is_named_and_adds_to_the_error() {
        List<String> two = new ArrayList<>();
        for (String place : List.of("A,N", "B,N")) {
            for (int i = 0; i < 10; i++) {
                two.add((i < (place.startsWith("A") ? 3 : 5) ? "yes" : "no") + "," + place);
            }
        }
        List<String> three = new ArrayList<>(two);
        IntStream.range(0, 10).forEach(i -> three.add((i < 9 ? "yes" : "no") + ",C,S"));
        SurveyAnswer answer = ask(csv("safe,psu,s", three), new SurveyDesign("", "s", "psu"), "", "safe");
        assertThat(answer.data().lonelyStrata()).isEqualTo(1);
        assertThat(said(answer.limits())).anyMatch(each -> each.startsWith("One stratum has a single cluster"));
        // Shares .3 .5 .9, mean 17/30; sums off by -80/30, -20/30, 100/30: (2 · 2 · 1 + (100/30)²) / 30².
        assertThat(figure(answer, "yes").standardError()).isCloseTo(Math.sqrt((4 + 100.0 / 9) / 900), within(1e-12));
    }

    @Test
    void where_all_say_the_same_there_is_no_interval_of_width_nothing() {
        Figure yes = figure(
                ask(csv("safe", IntStream.range(0, 12).mapToObj(i -> "yes").toList()), SurveyDesign.NONE, "", "safe"),
                "yes");
        assertThat(yes.value()).isEqualTo(1);
        assertThat(yes.lower()).isNull();
        assertThat(said(List.of(yes.says()))).first().asString().contains("does not mean that nobody thinks otherwise");
    }

    /** Half of each place may have said yes: no place differs, and nobody may say that all answered alike. */
    @Test
    void where_places_do_not_differ_there_is_no_interval_either_and_not_the_same_reason() {
        SurveyAnswer answer = ask(
                csv(
                        "safe,psu",
                        IntStream.range(0, 12)
                                .mapToObj(i -> (i % 2 == 0 ? "yes" : "no") + "," + i / 4)
                                .toList()),
                new SurveyDesign("", "", "psu"),
                "",
                "safe");
        Figure yes = figure(answer, "yes");
        assertThat(yes.value()).isEqualTo(0.5);
        assertThat(yes.standardError()).isZero();
        assertThat(yes.lower()).isNull();
        assertThat(said(List.of(yes.says())))
                .first()
                .asString()
                .contains("places that were asked do not differ")
                .doesNotContain("same answer");
    }

    @Test
    void bars_are_named_by_their_answers_alone_and_are_as_exact_as_the_words_below() {
        SurveyAnswer answer = ask(
                csv(
                        "safe",
                        IntStream.range(0, 90)
                                .mapToObj(i -> i < 40 ? "yes" : "no")
                                .toList()),
                SurveyDesign.NONE,
                "",
                "safe");
        assertThat(new SurveyTables(Wording.english()).bars(answer.questions().getFirst()))
                .hasValueSatisfying(chart -> {
                    assertThat(chart.option().categories()).containsExactly("Yes", "No");
                    assertThat(chart.option().series().getFirst().values())
                            .containsExactly(Optional.of(new BigDecimal("44.4")), Optional.of(new BigDecimal("55.6")));
                });
    }

    @Test
    void a_survey_without_weights_says_of_whom_it_speaks() {
        SurveyAnswer answer = ask(VILLAGES, SurveyDesign.NONE, "", "safe");
        assertThat(said(answer.limits()))
                .anyMatch(each -> each.startsWith("No weights: everybody counts alike"))
                .anyMatch(each -> each.startsWith("No clusters"));
        // Two gave no answer, and nine are too few to be spoken of.
        Asked safe = answer.questions().getFirst();
        assertThat(safe.answered()).isEqualTo(9);
        assertThat(safe.missing()).isEqualTo(2);
        assertThat(figure(answer, "yes").value()).isNull();
    }

    @Test
    void weights_that_are_missing_or_nothing_leave_somebody_out_and_others_are_refused_with_their_line() {
        List<String> lines =
                new ArrayList<>(IntStream.range(0, 12).mapToObj(i -> "yes,2.5").toList());
        lines.addAll(List.of("no,", "no,0", "no,NA"));
        SurveyAnswer answer = ask(csv("safe,w", lines), new SurveyDesign("w", "", ""), "", "safe");
        assertThat(answer.data().submissions()).isEqualTo(15);
        assertThat(answer.data().used()).isEqualTo(12);
        assertThat(said(answer.remarks()))
                .contains(
                        "2 submissions without a weight are left out.",
                        "One submission that weighs nothing is left out.");
        for (String bad : List.of("-1", "heavy", "1e999")) {
            List<String> worse = new ArrayList<>(lines);
            worse.add("no," + bad);
            assertThatThrownBy(() -> ask(csv("safe,w", worse), new SurveyDesign("w", "", ""), "", "safe"))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            refused -> assertThat(refused.say(Wording.english()))
                                    .contains("line 17", bad, "is no weight"));
        }
        assertThatThrownBy(() -> ask(csv("safe,w", List.of("yes,0", "no,")), new SurveyDesign("w", "", ""), "", "safe"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void of_several_choices_each_has_a_share_of_those_who_were_asked() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines.addAll(List.of("police", "police elders", "(none)", "elders"));
        }
        SurveyAnswer answer = ask(csv("turn_to", lines), SurveyDesign.NONE, "", "turn_to");
        assertThat(figure(answer, "police").value()).isEqualTo(0.5);
        assertThat(figure(answer, "elders").value()).isEqualTo(0.5);
    }

    @Test
    void groups_keep_the_design_of_the_whole_and_small_ones_are_not_shown() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            lines.add((i % 3 == 0 ? "yes" : "no") + "," + (i < 30 ? "f" : "m") + ",P" + i % 6);
        }
        IntStream.range(0, 4).forEach(i -> lines.add("yes,x,P" + i));
        SurveyAnswer answer = ask(csv("safe,sex,psu", lines), new SurveyDesign("", "", "psu"), "sex", "safe");
        Asked safe = answer.questions().getFirst();
        assertThat(safe.groups()).extracting(SurveyAnswer.Group::name).containsExactly("f", "m", "x");
        assertThat(safe.groups().getLast().answered()).isNull();
        assertThat(safe.groups().getLast().figures()).allMatch(figure -> figure.value() == null);
        // One group alone would follow from the whole and the others.
        assertThat(safe.groups().stream()
                        .filter(group -> group.figures().getFirst().value() == null)
                        .count())
                .isEqualTo(2);
        assertThat(safe.groups().stream()
                        .filter(group -> group.figures().getFirst().value() != null))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.figures().getFirst().value()).isCloseTo(1 / 3.0, within(1e-12));
                    assertThat(group.figures().getFirst().freedom()).isEqualTo(5);
                });
    }

    @Test
    void a_column_that_tells_people_apart_is_no_group() {
        List<String> lines = IntStream.range(0, 50).mapToObj(i -> "yes,H" + i).toList();
        assertThatThrownBy(() -> ask(csv("safe,village", lines), SurveyDesign.NONE, "village", "safe"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english())).contains("50 groups"));
    }

    private static String round(int yes, int of) {
        return csv(
                "safe",
                IntStream.range(0, of).mapToObj(i -> i < yes ? "yes" : "no").toList());
    }

    @Test
    void a_change_is_told_only_where_its_interval_does_not_hold_nothing() {
        SurveyAnswer before = ask(round(200, 500), SurveyDesign.NONE, "", "safe");
        SurveyAnswer now = Surveys.since(before, ask(round(275, 500), SurveyDesign.NONE, "", "safe"));
        SurveyAnswer.Change rose = now.changes().getFirst();
        // .40 and .55 of 500 each: p (1 − p) / 499 for each, 1.962 standard errors about .15.
        double error = Math.sqrt((0.24 + 0.2475) / 499);
        assertThat(rose.course()).isEqualTo(Course.ROSE);
        assertThat(rose.difference()).isCloseTo(0.15, within(1e-12));
        assertThat(rose.standardError()).isCloseTo(error, within(1e-12));
        assertThat(rose.lower()).isCloseTo(0.15 - 1.9624 * error, within(1e-4));
        assertThat(now.changes().getLast().course()).isEqualTo(Course.FELL);
        assertThat(Wording.english().say(rose.says()))
                .startsWith("Yes: rose from 40.0 % to 55.0 %, by 8.9 to 21.1 points");

        SurveyAnswer alike = Surveys.since(before, ask(round(215, 500), SurveyDesign.NONE, "", "safe"));
        assertThat(alike.changes()).allMatch(change -> change.course() == Course.NOT_TOLD);
        assertThat(Wording.english().say(alike.changes().getFirst().says())).contains("That is no proof of none");

        SurveyAnswer none = Surveys.since(before, ask(round(0, 500), SurveyDesign.NONE, "", "safe"));
        assertThat(none.changes().getFirst().course()).isEqualTo(Course.CANNOT_BE_TOLD);
    }

    @Test
    void rounds_that_asked_nothing_in_common_are_not_compared() {
        SurveyAnswer safe = ask(round(20, 50), SurveyDesign.NONE, "", "safe");
        SurveyAnswer walk = ask(
                csv("walk", IntStream.range(0, 20).mapToObj(String::valueOf).toList()), SurveyDesign.NONE, "", "walk");
        assertThatThrownBy(() -> Surveys.since(safe, walk)).isInstanceOf(Failure.class);
    }

    @Test
    void answers_that_are_no_number_or_no_choice_are_told() {
        List<String> lines =
                new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> i + ",yes").toList());
        lines.add("far,perhaps");
        SurveyAnswer answer = ask(csv("walk,safe", lines), SurveyDesign.NONE, "");
        assertThat(said(answer.remarks()))
                .contains(
                        "walk: one answer is no number, which counts as missing; line 22.",
                        "safe: one answer is not among the choices of the form: perhaps.");
        assertThat(answer.questions()).extracting(Asked::missing).containsExactlyInAnyOrder(1, 0);
    }

    @Tag("slow")
    @Test
    void a_hundred_thousand_answers_are_read_and_worked_out() {
        List<String> lines = IntStream.range(0, 100_000)
                .mapToObj(i -> (i % 4 == 0 ? "yes" : "no") + "," + i % 90 + "," + (1 + i % 3) + ",P" + i % 2_000)
                .toList();
        SurveyAnswer answer = ask(csv("safe,walk,w,psu", lines), new SurveyDesign("w", "", "psu"), "", "safe", "walk");
        assertThat(answer.data().used()).isEqualTo(100_000);
        assertThat(answer.data().clusters()).isEqualTo(2_000);
        assertThat(figure(answer, "yes").value()).isBetween(0.249, 0.251);
    }

    private static List<String> said(List<Sentence> sentences) {
        return sentences.stream().map(Wording.english()::say).toList();
    }
}
