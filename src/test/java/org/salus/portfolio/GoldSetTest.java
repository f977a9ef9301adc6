package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;
import org.salus.framework.ReformArea;

/** How often the rules agree with people who labelled activities by hand. Half of the rows, chosen by a hash of their ids, were kept aside while the rules were written. */
class GoldSetTest {
    private record Row(Sortable activity, ReformArea label, List<ReformArea> right, String source) {
        boolean isHeldOut() {
            return Math.floorMod(activity.id().hashCode(), 2) == 0;
        }

        Row withoutCodes() {
            return new Row(
                    new Sortable(activity.id(), activity.titles(), activity.descriptions(), List.of()),
                    label,
                    right,
                    source);
        }
    }

    private record Scored(Row row, Sorting sorting) {
        boolean isRight() {
            return row.right().contains(sorting.area());
        }

        /** The label to score against: the other pass's where the answer agrees with it. */
        ReformArea truth() {
            return isRight() ? sorting.area() : row.label();
        }
    }

    record Score(int rows, double accuracy, double ssrF1, double macroF1) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d rows, accuracy %.3f, SSR or not F1 %.3f, macro F1 %.3f",
                    rows,
                    accuracy,
                    ssrF1,
                    macroF1);
        }
    }

    @Test
    void the_rules_agree_with_hand_labels_far_more_often_than_codes_alone() throws IOException {
        List<Scored> scored = scored();
        Score textAlone = score(
                scored.stream()
                        .map(one -> one.row().withoutCodes())
                        .map(row -> new Scored(row, Sorter.byRules().sort(row.activity())))
                        .toList(),
                row -> true);
        Score all = score(scored, row -> true);
        Score worked = score(scored, row -> !row.isHeldOut());
        Score heldOut = score(scored, Row::isHeldOut);
        System.out.println("all       " + all);
        System.out.println("worked on " + worked);
        System.out.println("held out  " + heldOut);
        System.out.println("text alone " + textAlone);
        System.out.println(confusion(scored));
        System.out.println(reliability(scored));
        if (Boolean.getBoolean("salus.gold.misses")) {
            for (Scored one : scored) {
                if (!one.isRight() && (!one.row().isHeldOut() || Boolean.getBoolean("salus.gold.all"))) {
                    System.out.println(one.row().label().code() + " ← "
                            + one.sorting().area().code() + " "
                            + one.sorting().confidence() + " "
                            + one.row().activity().titles() + " "
                            + one.row().activity().sectors().stream()
                                    .map(SectorCode::code)
                                    .toList()
                            + " "
                            + one.sorting().reasons().stream()
                                    .map(org.salus.framework.Wording.english()::say)
                                    .toList()
                            + one.row().activity().descriptions());
                }
            }
        }
        assertThat(all.accuracy()).isGreaterThan(0.90);
        assertThat(all.ssrF1()).isGreaterThan(0.93);
        assertThat(all.macroF1()).isGreaterThan(0.75);
    }

    /** Cross-validated: no activity is judged by a model that learned from it, or, the second time, from its publisher. */
    @Tag("slow")
    @Test
    void the_learned_model_holds_on_activities_and_publishers_it_has_not_seen_and_is_as_sure_as_it_is_right()
            throws IOException {
        List<LabelledActivity> labelled = scored().stream()
                .map(one -> new LabelledActivity(
                        one.row().activity(),
                        one.row().label(),
                        one.row().right().stream()
                                .filter(area -> area != one.row().label())
                                .findFirst(),
                        one.row().source()))
                .toList();
        TrainSorter training = new TrainSorter(labelled, List.of(), List.of());
        for (Measures measures : List.of(training.byGroups(), training.byPublishers())) {
            assertThat(measures.accuracy().figure()).isGreaterThan(0.90);
            assertThat(measures.ssrF1().figure()).isGreaterThan(0.93);
            assertThat(measures.macroF1OfFrequent().figure()).isGreaterThan(0.85);
            assertThat(measures.fieldF1().figure()).isGreaterThan(0.85);
            assertThat(measures.calibrationError().figure()).isLessThan(0.05);
        }
    }

    @Test
    void the_shipped_model_agrees_with_hand_labels_at_least_as_often_as_the_rules() throws IOException {
        List<Scored> byRules = scored();
        List<Scored> shipped = byRules.stream()
                .map(one ->
                        new Scored(one.row(), Sorter.shipped().sort(one.row().activity())))
                .toList();
        Score score = score(shipped, row -> true);
        System.out.println("shipped   " + score);
        assertThat(score.accuracy())
                .isGreaterThanOrEqualTo(score(byRules, row -> true).accuracy());
        assertThat(score.ssrF1()).isGreaterThan(0.93);
    }

    private static List<Scored> scored() throws IOException {
        Path file = SharedData.file("gold/activities.tsv");
        List<Scored> scored = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator('\t').ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                ReformArea label = ReformArea.of(row.getField("area"));
                if (label != ReformArea.CANNOT_BE_TOLD) {
                    List<ReformArea> right = new ArrayList<>(List.of(label));
                    ReformArea.find(row.getField("also_possible")).ifPresent(right::add);
                    Sortable activity = new Sortable(
                            row.getField("id"),
                            List.of(row.getField("title")),
                            List.of(row.getField("description")),
                            Stream.of(row.getField("codes").split(","))
                                    .filter(code -> !code.isBlank())
                                    .map(code -> new SectorCode("", code, null, ""))
                                    .toList());
                    scored.add(new Scored(
                            new Row(activity, label, right, row.getField("source")),
                            Sorter.byRules().sort(activity)));
                }
            }
        }
        return scored;
    }

    private static Score score(List<Scored> scored, Predicate<Row> which) {
        List<Scored> chosen =
                scored.stream().filter(one -> which.test(one.row())).toList();
        long right = chosen.stream().filter(Scored::isRight).count();
        double ssr = f1(
                chosen.stream()
                        .filter(one ->
                                one.truth().isSsr() && one.sorting().area().isSsr())
                        .count(),
                chosen.stream()
                        .filter(one ->
                                !one.truth().isSsr() && one.sorting().area().isSsr())
                        .count(),
                chosen.stream()
                        .filter(one ->
                                one.truth().isSsr() && !one.sorting().area().isSsr())
                        .count());
        double sum = 0;
        int areas = 0;
        for (ReformArea area : ReformArea.values()) {
            long hit = chosen.stream()
                    .filter(one -> one.truth() == area && one.sorting().area() == area)
                    .count();
            long wrong = chosen.stream()
                    .filter(one -> one.truth() != area && one.sorting().area() == area)
                    .count();
            long missed = chosen.stream()
                    .filter(one -> one.truth() == area && one.sorting().area() != area)
                    .count();
            if (hit + missed > 0) {
                sum += f1(hit, wrong, missed);
                areas++;
            }
        }
        return new Score(chosen.size(), (double) right / chosen.size(), ssr, sum / areas);
    }

    private static double f1(long hit, long wrong, long missed) {
        return hit == 0 ? 0 : 2.0 * hit / (2.0 * hit + wrong + missed);
    }

    /** How often answers of a confidence are right: what a confidence is worth. */
    private static String reliability(List<Scored> scored) {
        StringBuilder text = new StringBuilder("confidence: right of all");
        for (int tenth = 2; tenth < 10; tenth++) {
            int from = tenth;
            List<Scored> alike = scored.stream()
                    .filter(one -> one.sorting().confidence().movePointRight(1).intValue() == from)
                    .toList();
            text.append(String.format(
                    Locale.ROOT,
                    "%n0.%d–0.%d9: %d of %d",
                    tenth,
                    tenth,
                    alike.stream().filter(Scored::isRight).count(),
                    alike.size()));
        }
        return text.toString();
    }

    private static String confusion(List<Scored> scored) {
        Map<ReformArea, Map<ReformArea, Integer>> table = new EnumMap<>(ReformArea.class);
        for (Scored one : scored) {
            table.computeIfAbsent(one.truth(), area -> new EnumMap<>(ReformArea.class))
                    .merge(one.sorting().area(), 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder("label\\answer");
        for (ReformArea answer : ReformArea.values()) {
            text.append(String.format(Locale.ROOT, "%6s", answer.code()));
        }
        table.forEach((label, answers) -> {
            text.append(String.format(Locale.ROOT, "%n%12s", label.code()));
            for (ReformArea answer : ReformArea.values()) {
                text.append(String.format(Locale.ROOT, "%6s", answers.containsKey(answer) ? answers.get(answer) : "·"));
            }
        });
        return text.toString();
    }
}
