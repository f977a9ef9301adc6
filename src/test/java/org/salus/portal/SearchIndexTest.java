package org.salus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines are found by all words, best first. */
class SearchIndexTest {
    private static SearchIndex.Line line(String title, String further) {
        return SearchIndex.Line.of(new SearchHit(SearchGroup.ITEMS, "actor", title, "Zubara", "/" + title), further);
    }

    private static List<String> titles(SearchIndex index, String typed) {
        return index.find(Spelling.words(typed)).stream()
                .map(found -> found.hit().title())
                .toList();
    }

    private final SearchIndex index = new SearchIndex(
            Stream.of(
                            line("Committee on Defence", "Parliament"),
                            line("Ministry of Defence", ""),
                            line("Defence", "the budget of the ministry"),
                            line("Police", "asked by the committee on defence"))
                    .toList(),
            false);

    @Test
    void every_word_must_occur_and_its_beginning_is_enough() {
        assertThat(titles(index, "defence min")).containsExactly("Ministry of Defence", "Defence");
        assertThat(titles(index, "defence navy")).isEmpty();
        assertThat(titles(index, "efence"))
                .as("one letter off, as no word begins so")
                .hasSize(4);
        assertThat(titles(index, "nistry")).isEmpty();
    }

    @Test
    void what_is_called_so_comes_before_what_speaks_of_it() {
        assertThat(titles(index, "defence"))
                .containsExactly("Defence", "Ministry of Defence", "Committee on Defence", "Police");
    }

    @Test
    void a_wrong_letter_is_forgiven_only_where_nothing_is_spelled_so() {
        assertThat(titles(index, "comittee")).containsExactly("Committee on Defence", "Police");
        assertThat(titles(index, "polcie")).containsExactly("Police");
        assertThat(titles(index, "min")).doesNotContain("Police");
    }

    @Test
    void where_places_are_many_one_word_must_stand_in_the_title() {
        SearchIndex pages = new SearchIndex(List.of(line("Premise", "Burundi"), line("Coordination", "Burundi")), true);
        assertThat(titles(pages, "burundi")).isEmpty();
        assertThat(titles(pages, "burundi prem")).containsExactly("Premise");
    }

    @Test
    void nothing_finds_nothing() {
        assertThat(titles(index, " - ")).isEmpty();
        assertThat(titles(SearchIndex.EMPTY, "defence")).isEmpty();
    }
}
