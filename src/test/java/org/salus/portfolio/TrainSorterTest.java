package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;

class TrainSorterTest {
    /** A word that no rule knows, and that people always call police. */
    private static List<LabelledActivity> labelled() {
        List<LabelledActivity> labelled = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            labelled.add(labelled("XX-1-P" + i, "Kwazibo " + place(i), ReformArea.POLICE));
            labelled.add(labelled("XX-2-R" + i, "Bridges " + place(i), ReformArea.NONE));
        }
        return labelled;
    }

    private static String place(int i) {
        return List.of("north", "south", "coast", "valley", "islands").get(i % 5) + " area " + (char) ('a' + i % 26);
    }

    private static LabelledActivity labelled(String id, String title, ReformArea area) {
        return new LabelledActivity(titled(id, title), area, Optional.empty(), "");
    }

    private static Sortable titled(String id, String title) {
        return new Sortable(id, List.of(title), List.of(), List.of());
    }

    private static List<Sortable> coded() {
        List<Sortable> coded = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            coded.add(new Sortable(
                    "YY-1-" + i,
                    List.of("Demining of " + place(i) + i),
                    List.of(),
                    List.of(SectorCode.dac(i % 2 == 0 ? "15250" : "12220"))));
        }
        return coded;
    }

    @Test
    void the_same_activities_give_the_same_bytes() {
        byte[] first = new TrainSorter(labelled(), coded(), List.of()).train();
        assertThat(new TrainSorter(labelled(), coded(), List.of()).train()).isEqualTo(first);
        List<Sortable> turned = new ArrayList<>(coded()).reversed();
        assertThat(new TrainSorter(labelled(), turned, List.of()).train()).isEqualTo(first);
    }

    @Test
    void a_word_that_people_always_label_alike_is_learned_and_named() {
        Sortable asked = titled("ZZ-1", "Kwazibo mountains");
        assertThat(Sorter.byRules().sort(asked).area()).isEqualTo(ReformArea.NONE);

        Sorting answer = new LearnedSorter(
                        RuleSorter.SHIPPED, new TrainSorter(labelled(), List.of(), List.of()).model())
                .sort(asked);

        assertThat(answer.area()).isEqualTo(ReformArea.POLICE);
        assertThat(answer.reasons().stream().map(Wording.english()::say))
                .contains("labelled examples with *Kwazibo* are more often 2b");
    }

    @Test
    void a_text_without_anything_learned_is_sorted_by_the_rules() {
        LearnedModel empty = LearnedModel.of(1, 0, 1, java.util.Map.of());
        Sortable asked = titled("1", "Formation des militaires");
        Sorting byRules = Sorter.byRules().sort(asked);
        Sorting answer = new LearnedSorter(RuleSorter.SHIPPED, empty).sort(asked);
        assertThat(answer.area()).isEqualTo(byRules.area());
        assertThat(answer.shares()).isEqualTo(byRules.shares());
        assertThat(answer.reasons()).isEqualTo(byRules.reasons());
    }

    @Test
    void weak_labels_need_codes_and_rules_that_agree_and_leave_out_what_is_labelled_or_kept_aside() {
        TrainSorter training = new TrainSorter(labelled(), coded(), List.of());
        assertThat(training.weak()).as("the half whose code says mines, too").isEqualTo(15);
        Sortable known = coded().getFirst();
        LabelledActivity sameTitle =
                labelled("QQ-1-1", known.titles().getFirst().toUpperCase(java.util.Locale.ROOT), ReformArea.NONE);
        LabelledActivity sameId = labelled(coded().get(2).id(), "Another title", ReformArea.NONE);
        assertThat(new TrainSorter(labelled(), coded(), List.of(sameTitle, sameId)).weak())
                .isEqualTo(13);
    }

    @Test
    void whoever_is_left_out_teaches_nothing() {
        // Each word is known to one publisher only, so its own activities can be told by nobody else's.
        TrainSorter training = new TrainSorter(labelled(), List.of(), List.of());
        assertThat(training.byGroups().accuracy().figure()).isGreaterThan(0.95);
        assertThat(training.byPublishers().accuracy().figure()).isLessThan(0.6);
    }

    @ParameterizedTest
    @CsvSource({
        "BDI/000014, aims, BDI",
        "US-501c3-522318905-SG-BDI/000014, '', BDI",
        "COL194, aims, COL",
        "SE-0-SE-6-5504020501-IND-12110, '', SE-0",
        "GB-1-105908-101, '', GB-1",
        "GB-GOV-1-300126, '', GB-1",
        "XM-DAC-41114-OUTPUT-00122499, '', XM-DAC-41114",
        "XI-IATI-EC_NEAR-2020/41333/0, '', XI-IATI-EC",
        "44000-P174315, '', 44000",
        "whatever, a source, a source",
    })
    void the_beginning_of_an_identifier_tells_the_publisher(String id, String source, String publisher) {
        assertThat(LabelledActivity.publisher(id, source)).isEqualTo(publisher);
    }
}
