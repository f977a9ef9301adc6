package org.salus.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.salus.evidence.ConflictEvent;
import org.salus.evidence.IndicatorSeries;
import org.salus.evidence.Outline;
import org.salus.frame.AnswerJson;
import org.salus.framework.Figure;
import org.salus.framework.PremiseReading;
import org.salus.framework.Reach;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

class PremiseAnalysisTest {
    private static final Wording ENGLISH = Wording.english();

    private static Map<Integer, Integer> years(int from, int to, int deaths) {
        Map<Integer, Integer> map = new TreeMap<>();
        for (int year = from; year <= to; year++) {
            map.put(year, deaths);
        }
        return map;
    }

    private static Map<Integer, Integer> falling() {
        Map<Integer, Integer> map = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            map.put(2000 + i, 100 - 10 * i);
        }
        return map;
    }

    private static List<String> say(List<Sentence> sentences) {
        return sentences.stream().map(ENGLISH::say).toList();
    }

    private static Outline unit(String name, double west, double south, double east, double north) {
        return new Outline(
                "NGA", 1, name, "invented", new GeometryFactory().toGeometry(new Envelope(west, east, south, north)));
    }

    private static PremiseInputs withUnits(List<ConflictEvent> events, Outline... units) {
        return Events.inputs(events, null, List.of(), Map.of(), List.of(units));
    }

    private static PremiseInputs withNeighbour(List<ConflictEvent> events, ConflictEvent nextDoor) {
        return Events.inputs(events, null, List.of(), Map.of("NER", List.of(nextDoor)), List.of());
    }

    @Test
    void nothing_loaded_is_not_enough_information() {
        Premise premise = Events.premise(List.of(), null);
        assertThat(premise.reading()).isEqualTo(PremiseReading.NOT_ENOUGH_INFORMATION);
        assertThat(premise.years()).isEmpty();
        assertThat(premise.best()).isInstanceOf(Figure.Unknown.class);
        assertThat(premise.perYear()).isEmpty();
        assertThat(premise.regional().reach()).isEqualTo(Reach.NOT_ENOUGH_INFORMATION);
    }

    @Test
    void one_event_with_a_non_state_armed_actor_is_recorded() {
        Premise premise = Events.premise(List.of(Events.rebels(2010, 30)), null);
        assertThat(premise.reading()).isEqualTo(PremiseReading.RECORDED);
        assertThat(ENGLISH.say(premise.headline()))
                .isEqualTo("Armed contest recorded: a non-state armed actor took part in the one recorded deadly event,"
                        + " 2010 (UCDP GED, invented).");
        assertThat(ENGLISH.say(premise.caution())).startsWith("Deaths are not control");
    }

    @Test
    void a_share_is_said_of_several_events() {
        Premise premise = Events.premise(
                List.of(Events.rebels(2010, 30), Events.event(2010, 3, Events.GOVERNMENT, "Civilians", 3, 9.0, 7.4, 1)),
                null);
        assertThat(ENGLISH.say(premise.headline()))
                .isEqualTo(
                        "Armed contest recorded: non-state armed actors took part in 50 % of 2 recorded deadly events,"
                                + " 2010 (UCDP GED, invented).");
    }

    @Test
    void one_event_is_not_counted_in_the_other_readings_either() {
        assertThat(ENGLISH.say(
                        Events.premise(List.of(Events.rebels(2010, 1000)), null).headline()))
                .isEqualTo("Widespread armed contest recorded: a non-state armed actor took part in the one recorded"
                        + " deadly event, 2010 (UCDP GED, invented).");
        ConflictEvent massacre = Events.event(2010, 3, Events.GOVERNMENT, "Civilians", 5, 9.0, 7.4, 1);
        assertThat(ENGLISH.say(Events.premise(List.of(massacre), null).headline()))
                .isEqualTo(
                        "No armed contest recorded: the one recorded deadly event, 2010, has no non-state armed actor"
                                + " as a party (UCDP GED, invented).");
    }

    @Test
    void a_thousand_deaths_in_one_year_are_widespread_and_one_less_is_not() {
        assertThat(Events.premise(List.of(Events.rebels(2010, 1000)), null).reading())
                .isEqualTo(PremiseReading.WIDESPREAD);
        assertThat(Events.premise(List.of(Events.rebels(2010, 999), Events.rebels(2011, 999)), null)
                        .reading())
                .isEqualTo(PremiseReading.RECORDED);
    }

    @Test
    void a_governments_violence_against_civilians_is_no_armed_contest() {
        ConflictEvent massacre = Events.event(2010, 3, Events.GOVERNMENT, "Civilians", 5000, 9.0, 7.4, 1);
        Premise premise = Events.premise(List.of(massacre), null);
        assertThat(premise.reading()).isEqualTo(PremiseReading.NO_ARMED_CONTEST_RECORDED);
        assertThat(premise.nonStateEvents()).isEqualTo(Figure.known(new Share(0, 1)));
        assertThat(say(premise.reasons()))
                .anySatisfy(text -> assertThat(text).contains("violence by or between governments"));
    }

    @Test
    void a_group_that_kills_civilians_is_an_armed_actor_and_civilians_are_not() {
        ConflictEvent attack = Events.event(2010, 3, "Rebels", "Civilians", 5, 9.0, 7.4, 1);
        Premise premise = Events.premise(List.of(attack), null);
        assertThat(premise.reading()).isEqualTo(PremiseReading.RECORDED);
        assertThat(premise.actors().valueIfAny().orElseThrow())
                .extracting(Premise.ActorTotal::name)
                .containsExactly("Rebels");
    }

    @Test
    void yearly_totals_alone_do_not_say_who_fought() {
        Premise premise = Events.premise(List.of(), Events.totals(years(2005, 2014, 40)));
        assertThat(premise.reading()).isEqualTo(PremiseReading.NOT_ENOUGH_INFORMATION);
        assertThat(premise.best()).isEqualTo(Figure.known(400L));
        assertThat(premise.trend()).isInstanceOf(Figure.Known.class);
        for (Figure<?> part : List.of(
                premise.range(),
                premise.events(),
                premise.nonStateEvents(),
                premise.nonStateDeaths(),
                premise.byType(),
                premise.actors(),
                premise.spread().touched(),
                premise.borders().near(),
                premise.regional().across())) {
            assertThat(part).isInstanceOf(Figure.Unknown.class);
            assertThat(ENGLISH.say(part.reasonIfAny().orElseThrow()))
                    .isEqualTo("Only yearly totals of deaths are loaded; this needs events.");
        }
        assertThat(premise.notComputed()).hasSize(4);
    }

    @Test
    void totals_of_zero_in_every_year_record_no_armed_contest_and_say_nothing_of_events() {
        Premise premise = Events.premise(List.of(), Events.totals(years(2005, 2014, 0)));
        assertThat(premise.reading()).isEqualTo(PremiseReading.NO_ARMED_CONTEST_RECORDED);
        assertThat(ENGLISH.say(premise.headline()))
                .startsWith("No armed contest recorded")
                .contains("2005–2014");
        assertThat(premise.events()).isInstanceOf(Figure.Unknown.class);
    }

    @Test
    void a_year_without_a_row_is_unknown_and_not_zero() {
        Map<Integer, Integer> totals = years(2005, 2010, 0);
        totals.remove(2007);
        Premise premise = Events.premise(List.of(), Events.totals(totals));
        Premise.YearRow gap = premise.perYear().get(2);
        assertThat(gap.year()).isEqualTo(2007);
        assertThat(gap.best()).isInstanceOf(Figure.Unknown.class);
        assertThat(premise.best()).isInstanceOf(Figure.Partial.class);
    }

    @Test
    void too_many_missing_years_forbid_to_say_that_nothing_is_recorded() {
        PremiseInputs inputs =
                Events.inputs(List.of(), Events.totals(years(2005, 2010, 0)), List.of(), Map.of(), List.of());
        Premise premise = PremiseAnalysis.of(inputs, Thresholds.shipped(), 2001, 2010);
        assertThat(premise.reading()).isEqualTo(PremiseReading.NOT_ENOUGH_INFORMATION);
        assertThat(ENGLISH.say(premise.headline())).contains("only 6 of 10 years");
        assertThat(premise.perYear()).hasSize(10);
    }

    @Test
    void a_zero_total_completes_the_events_of_other_years_and_another_total_does_not() {
        Premise complete = Events.premise(List.of(Events.rebels(2010, 5)), Events.totals(Map.of(2009, 0, 2010, 5)));
        assertThat(complete.events()).isEqualTo(Figure.known(1));
        Premise gap = Events.premise(List.of(Events.rebels(2010, 5)), Events.totals(Map.of(2009, 3, 2010, 5)));
        assertThat(gap.events()).isInstanceOf(Figure.Partial.class);
        assertThat(gap.best()).isEqualTo(Figure.known(8L));
    }

    @Test
    void a_total_that_differs_from_the_events_is_named_and_the_events_count() {
        Premise premise = Events.premise(List.of(Events.rebels(2010, 5)), Events.totals(Map.of(2010, 7)));
        assertThat(premise.best()).isEqualTo(Figure.known(5L));
        assertThat(say(premise.remarks()))
                .anySatisfy(text -> assertThat(text).startsWith("For 2010 the yearly totals"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void sums_by_type_by_year_and_by_unit_are_the_total(long seed) {
        Random random = new Random(seed);
        List<ConflictEvent> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(Events.event(
                    2000 + random.nextInt(8),
                    1 + random.nextInt(3),
                    random.nextInt(3) == 0 ? "Group " + random.nextInt(5) : Events.GOVERNMENT,
                    "Group " + random.nextInt(5),
                    random.nextInt(50),
                    7 + random.nextDouble() * 3,
                    5 + random.nextDouble() * 5,
                    1 + random.nextInt(4)));
        }
        Premise premise = Events.premise(withUnits(events, unit("North", 2, 8, 20, 15), unit("South", 2, 3, 20, 8)));
        long total = events.stream().mapToLong(ConflictEvent::best).sum();
        assertThat(premise.best()).isEqualTo(Figure.known(total));
        assertThat(bestByType(premise.byType())).isEqualTo(total);
        assertThat(premise.spread().units().valueIfAny().orElseThrow().stream()
                        .mapToLong(unit -> unit.deaths().best())
                        .sum())
                .isEqualTo(total);
        long byYear = 0;
        for (Premise.YearRow year : premise.perYear()) {
            assertThat(bestByType(year.byType()))
                    .isEqualTo(year.best().valueIfAny().orElseThrow());
            byYear += year.best().valueIfAny().orElseThrow();
        }
        assertThat(byYear).isEqualTo(total);
    }

    private static long bestByType(Figure<List<Premise.TypeTotal>> types) {
        return types.valueIfAny().orElseThrow().stream()
                .mapToLong(type -> type.deaths().best())
                .sum();
    }

    @Test
    void half_of_the_units_with_enough_deaths_in_one_year_are_widespread() {
        Outline west = unit("West", 0, 0, 7, 20);
        Outline east = unit("East", 7, 0, 20, 20);
        Premise premise = Events.premise(withUnits(List.of(Events.rebels(2010, 25)), west, east));
        assertThat(premise.spread().touched()).isEqualTo(Figure.known(new Share(1, 2)));
        assertThat(premise.reading()).isEqualTo(PremiseReading.WIDESPREAD);
        assertThat(Events.premise(withUnits(List.of(Events.rebels(2010, 24)), west, east))
                        .reading())
                .isEqualTo(PremiseReading.RECORDED);
    }

    @Test
    void without_outlines_the_share_of_units_is_unknown() {
        Premise premise = Events.premise(List.of(Events.rebels(2010, 25)), null);
        assertThat(premise.spread().touched()).isInstanceOf(Figure.Unknown.class);
        assertThat(say(premise.reasons()))
                .anySatisfy(text -> assertThat(text).contains("only the number of deaths decides"));
    }

    @Test
    void an_actor_that_fights_next_door_asks_for_the_region() {
        ConflictEvent nextDoor = Events.event(2010, 1, "Government of Niger", "REBELS ", 3, 14.0, 12.0, 1);
        Premise premise = Events.premise(withNeighbour(List.of(Events.rebels(2010, 5)), nextDoor));
        assertThat(premise.regional().reach()).isEqualTo(Reach.CONSIDER_REGIONAL);
        assertThat(premise.regional().across().valueIfAny().orElseThrow())
                .extracting(Premise.ActorAcross::name)
                .containsExactly("Rebels");
        assertThat(ENGLISH.say(premise.regional().across().reasonIfAny().orElseThrow()))
                .isEqualTo("No events are loaded for Benin, Cameroon, Chad.");
    }

    @Test
    void an_actor_that_fought_next_door_in_other_years_does_not() {
        ConflictEvent before = Events.event(1999, 1, "Government of Niger", "Rebels", 3, 14.0, 12.0, 1);
        assertThat(Events.premise(withNeighbour(List.of(Events.rebels(2010, 5)), before))
                        .regional()
                        .reach())
                .isEqualTo(Reach.NATIONAL);
    }

    @Test
    void events_that_crowd_at_the_border_ask_for_the_region() {
        Premise premise = Events.premise(
                List.of(
                        Events.event(2010, 1, Events.GOVERNMENT, "Rebels", 5, 13.2, 14.0, 1),
                        Events.event(2010, 1, Events.GOVERNMENT, "Rebels", 5, 9.06, 7.49, 1)),
                null);
        assertThat(premise.borders().near().valueIfAny()).contains(new Share(1, 2));
        assertThat(premise.borders().areaNear().valueIfAny().orElseThrow()).isBetween(10, 35);
        assertThat(premise.regional().reach()).isEqualTo(Reach.CONSIDER_REGIONAL);
    }

    @Test
    void another_countrys_army_asks_for_the_region() {
        List<ConflictEvent> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            events.add(Events.event(2010, 1, "Government of Cameroon", "Rebels", 5, 9.06, 7.49, 1));
        }
        assertThat(Events.premise(events, null).regional().reach()).isEqualTo(Reach.CONSIDER_REGIONAL);
        assertThat(Events.premise(events.subList(0, 4), null).regional().reach())
                .isEqualTo(Reach.NATIONAL);
    }

    @Test
    void the_trend_needs_both_comparisons_to_agree() {
        assertThat(trend(falling()).direction()).isEqualTo(Premise.Trend.Direction.FEWER);
        assertThat(trend(falling()).slope()).isEqualByComparingTo(new BigDecimal("-10"));
        Map<Integer, Integer> oneTerribleYear = years(2000, 2009, 10);
        oneTerribleYear.put(2008, 5000);
        assertThat(trend(oneTerribleYear).direction()).isEqualTo(Premise.Trend.Direction.NO_CLEAR_DIRECTION);
        assertThat(trend(years(2000, 2009, 10)).direction()).isEqualTo(Premise.Trend.Direction.ABOUT_AS_MANY);
    }

    private static Premise.Trend trend(Map<Integer, Integer> deaths) {
        return Events.premise(List.of(), Events.totals(deaths))
                .trend()
                .valueIfAny()
                .orElseThrow();
    }

    @Test
    void an_index_that_moves_another_way_than_the_deaths_says_so() {
        IndicatorSeries worse = Events.series(
                "state-fragility",
                "security-legitimacy",
                IndicatorSeries.Direction.LOWER_IS_BETTER,
                new TreeMap<>(Map.of(2000, 1, 2009, 3)));
        Premise premise =
                Events.premise(Events.inputs(List.of(), Events.totals(falling()), List.of(worse), Map.of(), List.of()));
        assertThat(premise.others()).singleElement().satisfies(index -> {
            assertThat(index.latest()).isEqualTo(new Premise.YearValue(2009, BigDecimal.valueOf(3)));
            assertThat(index.change().orElseThrow().turn()).isEqualTo(Premise.Change.Turn.WORSE);
            assertThat(say(index.notes()))
                    .anySatisfy(text -> assertThat(text).startsWith("Moves another way than the deaths recorded"));
        });
    }

    @Test
    void every_sentence_has_words_and_none_says_held() {
        for (Premise premise : List.of(
                Events.premise(List.of(), null),
                Events.premise(List.of(), Events.totals(years(2005, 2014, 0))),
                Events.premise(List.of(), Events.totals(years(2005, 2014, 3))),
                Events.premise(List.of(Events.rebels(2010, 1200), Events.rebels(2012, 1)), null))) {
            String json = AnswerJson.in(ENGLISH).writeValueAsString(premise);
            assertThat(json).doesNotContain("[context.").doesNotContain("held").contains("\"edition\":\"");
        }
    }

    @Test
    void the_same_inputs_give_the_same_bytes() {
        List<ConflictEvent> events = List.of(Events.rebels(2010, 1200), Events.rebels(2012, 1));
        assertThat(AnswerJson.in(ENGLISH).writeValueAsString(Events.premise(events, null)))
                .isEqualTo(AnswerJson.in(ENGLISH).writeValueAsString(Events.premise(events, null)));
    }

    @Test
    void absurd_numbers_of_a_hostile_file_are_added_and_do_not_break_the_answer() {
        List<ConflictEvent> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            events.add(Events.rebels(2010, 100_000_000));
        }
        assertThat(Events.premise(events, null).best()).isEqualTo(Figure.known(5_000_000_000L));
    }
}
