package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;
import org.salus.evidence.FileMembers;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.portfolio.cli.IatiTexts;

/**
 * Two hundred activities of the humanitarian snapshot, more than half of publishers of whom none is labelled, the others of publishers with a few. They were labelled
 * once, from their texts, without seeing any answer. Only identifiers and labels are kept here; no rule was changed because of what they showed. A second drawing, of
 * activities whose codes or words may have to do with reform, holds more of the fields that are rare in the first.
 */
@Tag("slow")
class UnseenPublishersTest {
    @Test
    void reform_is_told_from_the_rest_where_nobody_had_looked_before() throws IOException {
        Map<String, Sortable> texts = new HashMap<>();
        for (String archive : List.of("hdx-dportal-2021-06-08.tar.xz", "hdx-dportal-2021-05-26.tar.xz")) {
            FileMembers.each(SharedData.file("iati/activities/hdx/" + archive), (member, bytes) -> {
                try {
                    new IatiTexts().read(bytes, member, activity -> texts.putIfAbsent(activity.id(), activity));
                } catch (Failure unreadable) {
                    // Some members of the snapshot are no XML.
                    return;
                }
            });
        }
        Set<String> labelledPublishers = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator('\t').ofNamedCsvRecord(SharedData.file("gold/activities.tsv"))) {
            rows.forEach(row ->
                    labelledPublishers.add(LabelledActivity.publisher(row.getField("id"), row.getField("source"))));
        }
        List<Measures.Answer> first = answers("unseen-labels.tsv", texts);
        List<Measures.Answer> second = answers("unseen-labels-second.tsv", texts);
        Measures measures = new Measures(first);
        Measures ofNewPublishers = measures.of(activity -> !labelledPublishers.contains(activity.publisher()));
        List<Measures.Answer> both = new ArrayList<>(first);
        both.addAll(second);
        Measures ofSecond = new Measures(second);
        Measures ofBoth = new Measures(both);
        for (Measures some : List.of(measures, ofNewPublishers, ofSecond, ofBoth)) {
            System.out.println(some.size() + " rows, accuracy " + some.accuracy() + ", SSR or not F1 " + some.ssrF1()
                    + ", macro F1 of all labels " + some.macroF1() + ", of frequent labels " + some.macroF1OfFrequent()
                    + ", of fields " + some.fieldF1() + ", calibration error " + some.calibrationError());
        }
        ofBoth.labels().forEach(System.out::println);
        assertThat(measures.size()).isEqualTo(199);
        assertThat(ofNewPublishers.size()).isGreaterThan(100);
        assertThat(measures.accuracy().figure()).isGreaterThan(0.90);
        assertThat(measures.ssrF1().figure()).isGreaterThan(0.86);
        assertThat(measures.calibrationError().figure()).isLessThan(0.06);
        assertThat(ofSecond.size()).isEqualTo(113);
        assertThat(ofSecond.ssrF1().figure()).isGreaterThan(0.88);
        assertThat(ofSecond.fieldF1().figure()).isGreaterThan(0.80);
        assertThat(ofBoth.accuracy().figure()).isGreaterThan(0.90);
        assertThat(ofBoth.calibrationError().figure()).isLessThan(0.06);
    }

    private List<Measures.Answer> answers(String file, Map<String, Sortable> texts) throws IOException {
        List<Measures.Answer> answers = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator('\t')
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(getClass().getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                ReformArea area = ReformArea.of(row.getField("area"));
                if (area != ReformArea.CANNOT_BE_TOLD) {
                    LabelledActivity labelled = new LabelledActivity(
                            Objects.requireNonNull(texts.get(row.getField("id")), row.getField("id")),
                            area,
                            ReformArea.find(row.getField("also_possible")),
                            "");
                    answers.add(new Measures.Answer(labelled, Sorter.shipped().sort(labelled.activity())));
                }
            }
        }
        return answers;
    }
}
