package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What was sorted once is not read again, and whatever has a say in the answer is told apart. */
class RememberingSorterTest {
    private static final List<String> TITLE = List.of("Training of the police");

    private final List<Sortable> read = new ArrayList<>();
    private final Sorter counting = new Sorter() {
        @Override
        public Sorting sort(Sortable activity) {
            read.add(activity);
            return Sorter.byRules().sort(activity);
        }

        @Override
        public String edition() {
            return Sorter.byRules().edition();
        }
    };

    @Test
    void whatSaysTheSameIsReadOnceWhateverItIsCalled() {
        Sorter remembering = new RememberingSorter(counting);
        Sortable first = new Sortable("XM-1", TITLE, List.of(), List.of(SectorCode.dac("15210")));
        Sortable again = new Sortable("XM-2", TITLE, List.of(), List.of(SectorCode.dac("15210")));

        Sorting answer = remembering.sort(first);

        assertThat(answer).isEqualTo(Sorter.byRules().sort(first));
        assertThat(remembering.sort(again)).isEqualTo(answer);
        assertThat(read).containsExactly(first);
        assertThat(remembering.edition()).isEqualTo(Sorter.byRules().edition());
    }

    @Test
    void whatSaysAnythingElseIsReadForItself() {
        List<Sortable> different = List.of(
                new Sortable("XM-1", List.of("ab", "c"), List.of(), List.of()),
                new Sortable("XM-1", List.of("a", "bc"), List.of(), List.of()),
                new Sortable("XM-1", List.of("abc"), List.of(), List.of()),
                new Sortable("XM-1", List.of(), List.of("abc"), List.of()),
                new Sortable("XM-1", List.of(), List.of(), List.of()),
                coded("1", "15210", null, ""),
                coded("2", "15210", null, ""),
                coded("1", "15220", null, ""),
                coded("1", "15210", null, "Police"),
                coded("1", "15210", new BigDecimal("50"), ""),
                coded("1", "15210", new BigDecimal("40"), ""));
        Sorter remembering = new RememberingSorter(counting);

        different.forEach(remembering::sort);
        different.forEach(remembering::sort);

        assertThat(read).isEqualTo(different);
    }

    @Test
    void whatWasNotAskedForLongestIsForgotten() {
        Sorter remembering = new RememberingSorter(counting, 2);
        Sortable one = new Sortable("1", List.of("one"), List.of(), List.of());
        Sortable two = new Sortable("2", List.of("two"), List.of(), List.of());
        Sortable three = new Sortable("3", List.of("three"), List.of(), List.of());

        List.of(one, two, one, three, one, two).forEach(remembering::sort);

        assertThat(read).containsExactly(one, two, three, two);
    }

    private static Sortable coded(String vocabulary, String code, @Nullable BigDecimal percentage, String name) {
        return new Sortable("XM-1", List.of(), List.of(), List.of(new SectorCode(vocabulary, code, percentage, name)));
    }
}
