package org.salus.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** A kept view is read as far as its words mean something, and says what does not. */
class KeptViewTest {
    private static KeptView view(String question) {
        return new KeptView("Ours", "BDI", question);
    }

    @Test
    void words_that_mean_something_open_as_they_were_kept() {
        KeptView.Reading read = view("rows=place&columns=donor&measure=months&from=2008&to=2011&area=4a")
                .read();

        assertThat(read.stale()).isEmpty();
        assertThat(read.page().path()).isEqualTo("/countries/BDI/pivot");
        assertThat(read.page().choices())
                .containsEntry("rows", "place")
                .containsEntry("columns", "donor")
                .containsEntry("measure", "months")
                .containsEntry("from", "2008")
                .containsEntry("to", "2011")
                .containsEntry("area", "4a")
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows=colour&columns=year         | /countries/BDI/pivot?columns=year             | 1",
                "rows=area&columns=area           | /countries/BDI/pivot?rows=area                | 1",
                "columns=donor&rows=area          | /countries/BDI/pivot?rows=area&columns=donor  | 0",
                "from=2011&to=2008&rows=area      | /countries/BDI/pivot?rows=area&from=2011      | 1",
                "rows=donor&edition=2019          | /countries/BDI/pivot?rows=donor               | 1",
                "measure=hopes&currency=ABC       | /countries/BDI/pivot                          | 2",
                "rows=%zz&&columns                | /countries/BDI/pivot                          | 2",
            })
    void what_means_nothing_is_told_and_the_nearest_is_opened(String question, String page, int told) {
        KeptView.Reading read = view(question).read();

        assertThat(read.page().toString()).isEqualTo(page);
        assertThat(read.stale()).hasSize(told);
        assertThat(read.stale().stream().map(Wording.english()::say).toList())
                .allSatisfy(sentence -> assertThat(sentence).doesNotContain("[portal."));
    }

    @Test
    void a_view_of_no_country_opens_the_first_page() {
        assertThat(new KeptView("Ours", "QQQ", "rows=area").read())
                .isEqualTo(
                        new KeptView.Reading(Address.of("/"), List.of(Sentence.of("portal.kept.no-country", "QQQ"))));
    }

    @Test
    void what_means_nothing_is_not_kept_in_the_first_place() {
        assertThat(KeptView.of(" Ours ", "bi", "?rows=donor&columns=year"))
                .isEqualTo(new KeptView("Ours", "BDI", "rows=donor&columns=year"));
        assertThatThrownBy(() -> KeptView.of("Ours", "BDI", "rows=colour")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> KeptView.of("Ours", "QQQ", "")).isInstanceOf(Failure.class);
    }

    @Test
    void an_address_is_kept_by_the_words_that_pivots_know() {
        assertThat(KeptView.question(Address.of("/workspaces/w/views")
                        .with("country", "BDI")
                        .with("rows", "funder")
                        .with("donor", "Norway & others")))
                .isEqualTo("rows=funder&donor=Norway%20%26%20others");
        assertThat(view("rows=funder&donor=Norway%20%26%20others").read().page().choice("donor"))
                .contains("Norway & others");
    }
}
