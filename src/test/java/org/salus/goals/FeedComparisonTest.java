package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;

/** What is loaded of a series beside what was taken up. */
class FeedComparisonTest {
    private static final SeriesKey KEY = new SeriesKey(SeriesType.TABLE, "BDI", "v-dem-indices/liberal");
    private static final Feed FEED = new Feed(KEY, "Liberal democracy", "index 0–1", 2010);

    private final ItemId chain = ItemId.fresh();
    private final ItemId indicator = ItemId.fresh();

    private static LoadedSeries loaded(String unit, Map<Integer, String> values) {
        List<LoadedSeries.Year> years = new ArrayList<>();
        new TreeMap<>(values)
                .forEach((year, value) -> years.add(LoadedSeries.Year.of(year, Finding.of(new BigDecimal(value)))));
        return new LoadedSeries(
                KEY,
                "V-Dem Institute",
                Sentence.of("goals.series.table", "Liberal democracy"),
                unit,
                Optional.of(Direction.UP),
                "V-Dem Institute",
                "CC BY-SA 4.0",
                Sentence.of("goals.series.method.table", "V-Dem Institute", "Liberal democracy"),
                "v-dem.csv (SHA-256 abc)",
                years,
                Optional.empty());
    }

    private Item<Measurement> byHand(String on, String value) {
        return Measurement.of(chain, indicator, PartialDate.of(on), "", Finding.of(new BigDecimal(value)))
                .fresh();
    }

    private Item<Measurement> taken(int year, String value, boolean isGone) {
        return Measurement.of(chain, indicator, PartialDate.ofYear(year), "", Finding.of(new BigDecimal(value)))
                .takenFrom(new Taken(KEY, "earlier", "v-dem.csv", isGone))
                .fresh();
    }

    private static FeedComparison compare(Map<Integer, String> values, List<Item<Measurement>> measurements) {
        return FeedComparison.of(FEED, loaded("index 0–1", values), measurements);
    }

    @Test
    void years_are_new_changed_gone_or_the_same() {
        FeedComparison found = compare(
                Map.of(2009, "0.9", 2010, "0.20", 2011, "0.3", 2013, "0.4"),
                List.of(taken(2010, "0.2", false), taken(2011, "0.25", false), taken(2012, "0.5", false)));
        assertThat(found.fresh()).extracting(LoadedSeries.Year::year).containsExactly(2013);
        assertThat(found.changed()).extracting(one -> one.now().year()).containsExactly(2011);
        assertThat(found.gone())
                .extracting(item -> item.value().on().toString())
                .containsExactly("2012");
        assertThat(found.same()).isEqualTo(1);
        assertThat(found.gaps()).containsExactly(2012);
        assertThat(found.differing()).isEqualTo(3);
    }

    @Test
    void what_people_measured_is_never_the_series() {
        FeedComparison found = compare(Map.of(2010, "0.2"), List.of(byHand("2010-06", "0.7"), byHand("2011", "0.8")));
        assertThat(found.fresh()).extracting(LoadedSeries.Year::year).containsExactly(2010);
        assertThat(found.changed()).isEmpty();
        assertThat(found.gone()).isEmpty();
        assertThat(found.byHand()).containsExactly(2010);
    }

    @Test
    void what_was_taken_from_another_series_is_left_alone() {
        Item<Measurement> other = Measurement.of(
                        chain, indicator, PartialDate.ofYear(2010), "", Finding.of(BigDecimal.ONE))
                .takenFrom(new Taken(new SeriesKey(SeriesType.DEATHS, "BDI", "all"), "earlier", "ged.csv", false))
                .fresh();
        FeedComparison found = compare(Map.of(2011, "0.2"), List.of(other));
        assertThat(found.gone()).isEmpty();
        assertThat(found.byHand()).isEmpty();
        assertThat(other.id()).isNotEqualTo(taken(2010, "1", false).id());
        assertThat(other.id()).isNotEqualTo(byHand("2010", "1").id());
    }

    @Test
    void what_is_marked_as_gone_is_marked_once_and_may_come_back() {
        assertThat(compare(Map.of(2011, "0.2"), List.of(taken(2010, "0.1", true), taken(2011, "0.2", false)))
                        .differing())
                .isZero();
        assertThat(compare(Map.of(2010, "0.1"), List.of(taken(2010, "0.1", true)))
                        .changed())
                .hasSize(1);
    }

    @Test
    void an_interval_that_moves_is_a_change() {
        Finding before = new Finding(
                Optional.of(BigDecimal.TEN),
                Optional.of(BigDecimal.TWO),
                Optional.of(new BigDecimal("12")),
                Optional.empty(),
                "");
        Item<Measurement> item = Measurement.of(chain, indicator, PartialDate.ofYear(2010), "", before)
                .takenFrom(new Taken(KEY, "earlier", "v-dem.csv", false))
                .fresh();
        assertThat(compare(Map.of(2010, "10"), List.of(item)).changed()).hasSize(1);
    }

    @Test
    void years_in_a_row_are_written_as_one() {
        assertThat(FeedComparison.spans(List.of(1997, 1999, 2000, 2001, 2003))).isEqualTo("1997, 1999–2001, 2003");
        assertThat(FeedComparison.spans(List.of())).isEmpty();
    }

    @Test
    void a_series_fills_in_only_what_nobody_has_said() {
        LoadedSeries series = loaded("index 0–1", Map.of(2010, "0.2"));
        Indicator bare = Indicator.of(chain, indicator, "Control of the executive");
        Indicator filled = Feeds.followed(bare, series, 2010);
        assertThat(filled.unit()).isEqualTo("index 0–1");
        assertThat(filled.source()).isEqualTo("V-Dem Institute, CC BY-SA 4.0");
        assertThat(filled.feed()).contains(FEED);
        Indicator own = new Indicator(
                chain,
                indicator,
                "Control",
                "Index  0–1",
                Direction.DOWN,
                Reading.NONE,
                new Reading(Optional.of(BigDecimal.ONE), "", Optional.empty()),
                "our source",
                "our method");
        Indicator kept = Feeds.followed(own, series, 2010);
        assertThat(kept.unit()).isEqualTo("Index  0–1");
        assertThat(kept.direction()).isEqualTo(Direction.DOWN);
        assertThat(kept.source()).isEqualTo("our source");
        assertThat(kept.method()).isEqualTo("our method");
        assertThatThrownBy(() -> Feeds.followed(own, loaded("percent", Map.of(2010, "2")), 2010))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("percent");
    }

    @Test
    void a_key_is_read_as_it_is_written() {
        assertThat(SeriesKey.find(KEY.toString())).contains(KEY);
        for (String wrong : List.of("", "table", "table:BDI:", "table:bdi:x", "tables:BDI:x", "table:BDI")) {
            assertThat(SeriesKey.find(wrong)).as(wrong).isEmpty();
        }
    }
}
