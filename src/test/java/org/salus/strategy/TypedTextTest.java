package org.salus.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Heading;
import org.salus.documents.Paragraph;
import org.salus.documents.Span;

/** The plain markup people write in. */
class TypedTextTest {
    @Test
    void paragraphs_are_parted_by_an_empty_line_and_lines_that_follow_one_another_are_one() {
        assertThat(TypedText.read("One\nand on.\n\n\n  \nTwo."))
                .containsExactly(Paragraph.of("One and on."), Paragraph.of("Two."));
    }

    @Test
    void lists_headings_and_stress_are_read() {
        assertThat(TypedText.read("## Why\n- a\n  and more\n- **b** c\n\n1. first\n2) second"))
                .containsExactly(
                        new Heading(2, "Why"),
                        new Bullets(
                                false,
                                List.of(
                                        Paragraph.of("a and more"),
                                        new Paragraph(List.of(Span.strong("b"), Span.of(" c"))))),
                        new Bullets(true, List.of(Paragraph.of("first"), Paragraph.of("second"))));
    }

    @Test
    void a_link_leads_to_the_web_and_nowhere_else() {
        assertThat(TypedText.read("See [the law](https://example.org/law) and [this](javascript:alert(1))."))
                .containsExactly(new Paragraph(List.of(
                        Span.of("See "),
                        new Span("the law", false, Optional.of(URI.create("https://example.org/law"))),
                        Span.of(" and [this](javascript:alert(1))."))));
    }

    @Test
    void a_footnote_stands_behind_what_it_speaks_of() {
        assertThat(TypedText.read("The law is old[^Law 7 of 1998, art. 3] and kept. [^ alone"))
                .containsExactly(new Paragraph(List.of(
                        Span.of("The law is old").withFootnote("Law 7 of 1998, art. 3"),
                        Span.of(" and kept. [^ alone"))));
        List<Block> noted = List.of(new Paragraph(List.of(Span.of("So it is").withFootnote("Report, p. 4"))));
        assertThat(TypedText.read(TypedText.written(noted))).isEqualTo(noted);
    }

    @Test
    void markup_of_pages_is_text_like_any_other() {
        String hostile = "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; ]]>";
        assertThat(TypedText.read(hostile)).containsExactly(Paragraph.of(hostile));
    }

    @Test
    void what_is_written_out_is_read_again_as_it_was() {
        List<Block> composed = List.of(
                Paragraph.of("# no heading, - no item, **no stress**, [no link](https://example.org), a \\ sign"),
                Paragraph.of("- begins like an item"),
                new Bullets(false, List.of(Paragraph.of("- one"), Paragraph.of("two"))),
                new Bullets(true, List.of(Paragraph.of("first"))));
        assertThat(TypedText.read(TypedText.written(composed))).isEqualTo(composed);
    }

    @Test
    void a_paragraph_that_begins_like_a_numbered_item_stays_a_paragraph() {
        List<Block> composed = List.of(Paragraph.of("1. January was cold."));
        assertThat(TypedText.read(TypedText.written(composed))).isEqualTo(composed);
    }
}
