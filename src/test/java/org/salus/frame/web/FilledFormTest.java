package org.salus.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** What was sent stands in the form again, in whatever field it was typed or chosen. */
class FilledFormTest {
    private static final String PAGE = """
            <main id="main"><input autofocus name="q">
            <form method="post" action="/a"><input type="hidden" name="which" value="1"><input name="name"></form>
            <details class="x"><summary>2</summary>
            <form method="post" action="/a">
            <input type="hidden" name="_csrf" value="new"><input type="hidden" name="basis" value="new">
            <input type="hidden" name="which" value="2">
            <input class="c" name="name" value="old &amp; gone"><input name="name">
            <select name="what"><option value="">-</option><option value="a" selected>A</option><option value="b">B</option></select>
            <label><input type="radio" name="how" value="x" checked> x</label><label><input type="radio" name="how" value="y"> y</label>
            <label><input type="checkbox" name="tick" value="1" checked> 1</label><label><input type="checkbox" name="tick" value="2"> 2</label>
            <textarea name="why" dir="auto">before</textarea><input type="password" name="password" value="">
            </form></details></main>""";

    private static String filled(String field) {
        return FilledForm.in(
                        PAGE,
                        new Sent(
                                "/a",
                                Map.of(
                                        "which", List.of("2"),
                                        "basis", List.of("stale"),
                                        "name", List.of("\"One\" <b>", "two"),
                                        "what", List.of("b"),
                                        "how", List.of("y"),
                                        "tick", List.of("2"),
                                        "why", List.of("\nSince $1 & more </textarea>"),
                                        "password", List.of("secret")),
                                field,
                                List.of(Sentence.of("frame.problem.missing", "name"))),
                        Wording.english())
                .orElseThrow();
    }

    @Test
    void what_was_typed_and_chosen_stands_there_again() {
        assertThat(filled("why"))
                .contains("<details class=\"x\" open>")
                .contains(
                        "<form method=\"post\" action=\"/a\"><input type=\"hidden\" name=\"which\" value=\"1\"><input name=\"name\"></form>")
                .contains("name=\"basis\" value=\"new\"")
                .contains(
                        "<input class=\"c\" name=\"name\" value=\"&quot;One&quot; &lt;b&gt;\"><input name=\"name\" value=\"two\">")
                .contains("<option value=\"a\">A</option><option value=\"b\" selected>B</option>")
                .contains("value=\"x\"> x")
                .contains("value=\"y\" checked> y")
                .contains("value=\"1\"> 1")
                .contains("value=\"2\" checked> 2")
                .contains(
                        "aria-invalid=\"true\" autofocus>\n\nSince $1 &amp; more &lt;/textarea&gt;</textarea><p class=\"error\" role=\"alert\"")
                .doesNotContain("before")
                .doesNotContain("secret")
                .doesNotContain("<input autofocus");
    }

    @Test
    void what_is_about_no_field_is_said_at_the_head_of_the_form() {
        assertThat(filled(""))
                .containsPattern(
                        "<form method=\"post\" action=\"/a\"><p class=\"error\"[^<]*</p>\\n<input type=\"hidden\" name=\"_csrf\"");
    }

    @Test
    void a_page_without_the_form_is_left_alone() {
        Sent elsewhere = new Sent("/b", Map.of("text", List.of("A remark")), "", List.of());
        assertThat(FilledForm.in(PAGE, elsewhere, Wording.english())).isEmpty();
        assertThat(new Sent(
                                "/b",
                                Map.of(
                                        "text", List.of("A remark"),
                                        "passphrase", List.of("secret"),
                                        "id", List.of("01a21c20-749f-77ce-ae4d-6fb1a85bc91a"),
                                        "back", List.of("/workspaces")),
                                "",
                                List.of())
                        .words())
                .containsExactly("A remark");
    }
}
