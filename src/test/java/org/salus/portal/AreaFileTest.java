package org.salus.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.salus.documents.Cell;
import org.salus.documents.Table;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.governance.Question;

/** Every area of reform has something to say in every part, and the two definitions never share a cell. */
class AreaFileTest {
    private static AreaFile of(ReformArea area) {
        return new AreaFile(area, "snapshot", List.of(), List.of());
    }

    @Test
    void nothing_is_left_unsaid_of_any_area() {
        assertThat(AreaFile.areas()).hasSize(12);
        for (ReformArea area : AreaFile.areas()) {
            for (String part : AreaFile.SAID) {
                assertThat(Wording.english().say(of(area).said(part)))
                        .as(area.code() + " " + part)
                        .endsWith(".")
                        .doesNotContain("[portal.");
            }
        }
    }

    @Test
    void the_approach_has_no_purpose_code_for_military_assistance_and_several_preconditions() {
        assertThat(of(ReformArea.MILITARY_ASSISTANCE).purposes()).isEmpty();
        assertThat(of(ReformArea.MILITARY_ASSISTANCE).preconditions()).hasSizeGreaterThan(3);
        assertThat(of(ReformArea.POLICE).purposes())
                .extracting(purpose -> purpose.code())
                .contains("15132");
        List<Question> asked = of(ReformArea.POLICE).questions(Locale.ENGLISH);
        List<Question> inFrench = of(ReformArea.POLICE).questions(Locale.FRENCH);
        assertThat(asked).isNotEmpty();
        assertThat(inFrench)
                .extracting(Question::id)
                .isEqualTo(asked.stream().map(Question::id).toList());
        assertThat(inFrench)
                .extracting(Question::asks)
                .doesNotContainAnyElementsOf(asked.stream().map(Question::asks).toList());
    }

    @Test
    void what_is_no_reform_has_no_page() {
        for (String code : List.of("none", "?", "5", "")) {
            assertThatThrownBy(() -> AreaFile.known(code)).isInstanceOf(Failure.class);
        }
    }

    @Test
    void the_two_definitions_stand_beside_one_another() {
        Table table = new AreaTables(Wording.english()).definitions();
        assertThat(table.columns()).hasSize(3);
        assertThat(table.rows())
                .hasSize(AreaTables.DEFINED.size())
                .allSatisfy(row -> assertThat(row)
                        .extracting(Cell::words)
                        .doesNotHaveDuplicates()
                        .allSatisfy(words ->
                                assertThat(words.toLowerCase(Locale.ROOT)).isNotBlank()));
    }
}
