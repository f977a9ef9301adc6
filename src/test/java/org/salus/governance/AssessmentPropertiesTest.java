package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.salus.framework.Characteristic;
import org.salus.framework.DateSpan;
import org.salus.framework.Figure;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;

/** What holds of every assessment, on rounds made by chance. */
class AssessmentPropertiesTest {
    private static final QuestionSet SET = QuestionSetFile.shipped();

    /** What a round is made of, so that it can be made again with something else. */
    private record Made(Item<Round> round, List<Institution> institutions, List<Item<Rating>> ratings) {
        Assessment assessment() {
            return Assessment.of(round, SET, institutions, ratings, List.of(), List.of());
        }

        Made with(List<Item<Rating>> others) {
            return new Made(round, institutions, others);
        }
    }

    private static ItemId id(String name) {
        return new ItemId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> T any(Random chance, T[] all) {
        return List.of(all).get(chance.nextInt(all.length));
    }

    private static Made made(int seed) {
        Random chance = new Random(seed);
        List<Seat> seats = IntStream.rangeClosed(0, chance.nextInt(4))
                .mapToObj(number -> Seat.of("S" + number, "Seat"))
                .toList();
        Round said = new Round("Round", id("set"), List.of(), seats, DateSpan.OPEN, Stage.OPEN, "");
        Item<Round> fresh = Item.fresh(Round.KIND, said);
        Item<Round> round = new Item<>(id("round"), Round.KIND, fresh.sensitivity(), List.of(), said, fresh.basis());
        List<Institution> institutions = IntStream.rangeClosed(0, chance.nextInt(5))
                .mapToObj(number -> new Institution(
                        id("institution" + number),
                        "Institution " + number,
                        chance.nextInt(6) == 0 ? Optional.empty() : Optional.of(any(chance, ActorType.values()))))
                .toList();
        List<Item<Rating>> ratings = new ArrayList<>();
        for (Institution institution : institutions) {
            for (Question question : SET.questions()) {
                for (Seat seat : seats) {
                    if (chance.nextInt(4) > 0) {
                        Optional<Response> response =
                                chance.nextInt(8) == 0 ? Optional.empty() : Optional.of(any(chance, Response.values()));
                        ratings.add(Rating.blank(round.id(), institution.id(), question.id(), seat.code())
                                .saying(response, "", any(chance, Confidence.values()))
                                .fresh());
                    }
                }
            }
        }
        return new Made(round, institutions, ratings);
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private static List<Reading> readings(Assessment assessment) {
        List<Reading> all = new ArrayList<>();
        for (Institution institution : assessment.institutions()) {
            for (Characteristic characteristic : Characteristic.values()) {
                for (Basis basis : Basis.values()) {
                    all.add(assessment.reading(institution, characteristic, basis));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_answer_is_counted_once(int seed) {
        Assessment assessment = made(seed).assessment();
        int seats = assessment.round().seats().size();
        int counted = 0;
        int asked = 0;
        for (Reading reading : readings(assessment)) {
            Reading.Counts counts = reading.counts();
            assertThat(counts.levels() + counts.unknown() + counts.notApplicable() + counts.open())
                    .isEqualTo(counts.questions() * seats);
            counted += counts.levels();
            asked += counts.questions();
        }
        assertThat(counted).isEqualTo(assessment.counts().levels());
        assertThat(asked).isEqualTo(assessment.all().size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_median_lies_in_its_range_and_no_number_comes_from_what_is_not_known(int seed) {
        Assessment assessment = made(seed).assessment();
        for (Reading reading : readings(assessment)) {
            Optional<Spread> spread = reading.spread().valueIfAny();
            assertThat(spread.isPresent()).isEqualTo(reading.counts().levels() > 0);
            spread.ifPresent(one -> {
                assertThat(one.median()).isBetween(BigDecimal.valueOf(one.least()), BigDecimal.valueOf(one.most()));
                assertThat(one.median().remainder(new BigDecimal("0.25"))).isEqualByComparingTo("0");
                assertThat(one.questions()).isBetween(1, reading.counts().questions());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_items_says_nothing(int seed) {
        Made made = made(seed);
        List<Item<Rating>> shuffled = new ArrayList<>(made.ratings());
        Collections.shuffle(shuffled, new Random(seed + 1L));
        List<Institution> turned = new ArrayList<>(made.institutions());
        Collections.reverse(turned);
        Assessment one = made.assessment();
        Assessment other = Assessment.of(made.round(), SET, turned, shuffled, List.of(), List.of());
        assertThat(other.all()).isEqualTo(one.all());
        assertThat(readings(other)).isEqualTo(readings(one));
        assertThat(Disagreement.of(other)).isEqualTo(Disagreement.of(one));
        assertThat(OpenQuestion.of(other)).isEqualTo(OpenQuestion.of(one));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void taking_an_answer_away_never_makes_a_reading_more_certain(int seed) {
        Made made = made(seed);
        if (made.ratings().isEmpty()) {
            return;
        }
        Item<Rating> taken =
                made.ratings().get(new Random(seed).nextInt(made.ratings().size()));
        List<Reading> before = readings(made.assessment());
        List<Reading> after = readings(made.with(made.ratings().stream()
                        .filter(item -> !item.equals(taken))
                        .toList())
                .assessment());
        for (int i = 0; i < before.size(); i++) {
            int was = certainty(before.get(i));
            // A question that all agreed does not apply was no gap; with one of these answers gone it is one again.
            assertThat(certainty(after.get(i))).isLessThanOrEqualTo(was);
        }
    }

    private static int certainty(Reading reading) {
        return switch (reading.spread()) {
            case Figure.Known<Spread> known -> 2;
            case Figure.Partial<Spread> partial -> 1;
            case Figure.Unknown<Spread> unknown -> 0;
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_changed_between_a_round_and_itself_and_turns_are_opposite_backwards(int seed) {
        Assessment one = made(seed).assessment();
        assertThat(Change.between(one, one).lines())
                .allMatch(line -> line.turn() == Change.Turn.SAME || line.turn() == Change.Turn.NOT_COMPARABLE);
        Assessment other = made(seed + 1).assessment();
        List<Change.Turn> there = Change.between(one, other).lines().stream()
                .map(Change.Line::turn)
                .toList();
        List<Change.Turn> back = Change.between(other, one).lines().stream()
                .map(Change.Line::turn)
                .toList();
        assertThat(back)
                .containsExactlyElementsOf(there.stream()
                        .map(turn -> switch (turn) {
                            case HIGHER -> Change.Turn.LOWER;
                            case LOWER -> Change.Turn.HIGHER;
                            default -> turn;
                        })
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_asked_in_other_words_is_not_compared(int seed) {
        Made made = made(seed);
        Question first = SET.questions().getFirst();
        List<Question> others = new ArrayList<>(SET.questions());
        List<String> levels = new ArrayList<>(first.levels());
        levels.set(2, levels.get(2) + " And more.");
        others.set(
                0,
                new Question(
                        first.id(),
                        first.characteristic(),
                        first.theme(),
                        first.basis(),
                        first.of(),
                        first.isCore(),
                        first.asks(),
                        levels,
                        first.sources()));
        Assessment later = Assessment.of(
                made.round(),
                new QuestionSet("salus", "next", "Next", "", others),
                made.institutions(),
                made.ratings(),
                List.of(),
                List.of());
        Change change = Change.between(made.assessment(), later);
        assertThat(change.otherWords()).containsExactly(first.id());
        assertThat(change.lines())
                .noneMatch(line -> line.after().question().id().equals(first.id()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_question_asked_of_more_institutions_in_another_edition_is_still_compared(int seed) {
        Made made = made(seed);
        Assessment later = Assessment.of(
                made.round(),
                new QuestionSet(
                        "salus",
                        "next",
                        "Next",
                        "",
                        SET.questions().stream()
                                .map(question -> new Question(
                                        question.id(),
                                        question.characteristic(),
                                        question.theme(),
                                        question.basis(),
                                        List.of(),
                                        !question.isCore(),
                                        question.asks(),
                                        question.levels(),
                                        question.sources()))
                                .toList()),
                made.institutions(),
                made.ratings(),
                List.of(),
                List.of());
        Change change = Change.between(made.assessment(), later);
        assertThat(change.otherWords()).isEmpty();
        assertThat(change.lines()).hasSameSizeAs(made.assessment().all());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answers_that_fit_nowhere_are_listed_and_in_no_figure(int seed) {
        Made made = made(seed);
        List<Item<Rating>> more = new ArrayList<>(made.ratings());
        Institution any = made.institutions().getFirst();
        Item<Rating> stray = Rating.blank(made.round().id(), any.id(), "BUD-01", "nobody")
                .saying(Optional.of(Response.LEVEL_4), "", Confidence.HIGH)
                .fresh();
        more.add(stray);
        Assessment assessment = made.with(more).assessment();
        assertThat(assessment.loose()).contains(stray);
        assertThat(readings(assessment)).isEqualTo(readings(made.assessment()));
    }
}
