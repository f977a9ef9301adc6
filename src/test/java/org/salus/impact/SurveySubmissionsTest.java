package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.Wording;

/** Submissions as collecting programs hand them out, reduced to what was chosen while they are read. */
class SurveySubmissionsTest {
    private static final SurveyForm FORM = new SurveyForm(
            "Safety",
            "safety",
            "",
            "",
            List.of(),
            List.of(
                    question("start", SurveyQuestionType.DEVICE),
                    question("home/province", SurveyQuestionType.SELECT_ONE, "north", "south"),
                    question("home/village", SurveyQuestionType.TEXT),
                    question("turn_to", SurveyQuestionType.SELECT_MULTIPLE, "police", "elders"),
                    question("walk", SurveyQuestionType.INTEGER),
                    question("your_phone", SurveyQuestionType.INTEGER),
                    new SurveyForm.Question("members/age", SurveyQuestionType.INTEGER, "How old?", List.of(), true)),
            List.of());

    private static SurveyForm.Question question(String path, SurveyQuestionType type, String... choices) {
        return new SurveyForm.Question(
                path,
                type,
                path,
                List.of(choices).stream()
                        .map(choice -> new SurveyForm.Choice(choice, "The " + choice))
                        .toList(),
                false);
    }

    private static SurveySubmissions.Read read(byte[] bytes, SurveyDesign design) {
        try {
            return SurveySubmissions.read(
                    new ByteArrayInputStream(bytes), "answers", FORM, List.of(), design, List.of());
        } catch (IOException never) {
            throw new AssertionError(never);
        }
    }

    private static SurveySubmissions.Read read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), SurveyDesign.NONE);
    }

    private static List<List<String>> cells(SurveySubmissions.Read read) {
        return read.rows().rows().stream().map(PanelTable.Row::cells).toList();
    }

    private static List<String> remarks(SurveySubmissions.Read read) {
        return read.remarks().stream().map(Wording.english()::say).toList();
    }

    @Test
    void of_a_row_only_the_chosen_columns_are_held() {
        SurveySubmissions.Read read = read("""
                start,home/province,home/village,turn_to,walk,your_phone,_uuid,enumerator
                2026-05-01T08:00,north,Kelu,police elders,15,0771234567,u1,Asha
                2026-05-01T09:00,south,Moro,,40,0771234568,u2,Asha
                """);
        assertThat(read.rows().heads()).containsExactly("home/province", "turn_to", "walk");
        assertThat(cells(read)).containsExactly(List.of("north", "police elders", "15"), List.of("south", "", "40"));
        assertThat(read.toString()).doesNotContain("077", "Kelu", "Asha", "08:00", "u1");
    }

    @Test
    void groups_are_known_by_every_mark_programs_put_between_them_and_by_the_name_alone() {
        for (String head : List.of("home/province", "home.province", "home-province", "Home:Province", "province")) {
            assertThat(cells(read(head + ",walk\nnorth,3\n"))).containsExactly(List.of("north", "", "3"));
        }
    }

    @Test
    void choices_that_stand_in_columns_of_their_own_are_put_together() {
        SurveySubmissions.Read read = read("""
                turn_to,turn_to/police,turn_to/elders,walk
                ,1,0,1
                ,True,TRUE,2
                ,0,0,3
                ,,,4
                """);
        assertThat(cells(read).stream().map(cells -> cells.get(1)))
                .containsExactly("police", "police elders", "(none)", "");
    }

    @Test
    void columns_of_the_design_need_not_stand_in_the_form() {
        SurveySubmissions.Read read = read(
                "walk,w_final,EA\n3,1.5,A1\n".getBytes(StandardCharsets.UTF_8), new SurveyDesign("w_final", "", "EA"));
        assertThat(read.rows().heads()).endsWith("w_final", "EA");
        assertThat(cells(read)).containsExactly(List.of("", "", "3", "1.5", "A1"));
        assertThatThrownBy(() -> read("walk\n3\n".getBytes(StandardCharsets.UTF_8), new SurveyDesign("w", "", "")))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english())).contains("no column \"w\""));
        assertThatThrownBy(() -> read("walk\n3\n".getBytes(StandardCharsets.UTF_8), new SurveyDesign("", "", "start")))
                .isInstanceOf(Failure.class);
    }

    private static String refused(String text) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Failure.class, () -> read(text))
                .say(Wording.english());
    }

    @Test
    void two_columns_that_answer_the_same_question_are_refused_and_both_are_named() {
        assertThat(refused("walk,turn_to,walk\n1,police,2\n")).contains("“walk (1)” and “walk (3)”");
        assertThat(refused("province,home/province\nnorth,south\n")).contains("“province (1)” and “home/province (2)”");
        assertThat(refused("turn_to/police,turn_to.police,walk\n1,0,3\n"))
                .contains("“turn_to/police (1)” and “turn_to.police (2)”");
        assertThat(refused("[{\"province\": \"north\", \"home\": {\"province\": \"south\"}}]"))
                .contains("“province” and “home/province”");
        assertThat(catchThrowable(() ->
                        read("walk,w,w\n1,2,3\n".getBytes(StandardCharsets.UTF_8), new SurveyDesign("w", "", ""))))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english())).contains("“w (2)” and “w (3)”"));
        // What is not kept may stand twice.
        assertThat(cells(read("walk,comment,comment\n1,a,b\n"))).hasSize(1);
    }

    @Test
    void a_submission_that_stands_twice_counts_once_and_is_told_by_its_line() {
        SurveySubmissions.Read read = read("walk,_uuid\n1,a\n2,b\n3,a\n4,\n5,\n");
        assertThat(cells(read).stream().map(cells -> cells.get(2))).containsExactly("1", "2", "4", "5");
        assertThat(remarks(read))
                .contains("One submission that stands twice by its id is counted once; left out: line 4.");
    }

    @Test
    void formulas_count_as_they_were_saved_and_are_told() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Row head = book.createSheet("answers").createRow(0);
            head.createCell(0).setCellValue("walk");
            Row row = book.getSheetAt(0).createRow(1);
            row.createCell(0).setCellFormula("6*7");
            row.getCell(0).setCellValue(42);
            book.createSheet("members").createRow(0).createCell(0).setCellValue("age");
            book.write(out);
            SurveySubmissions.Read read = read(out.toByteArray(), SurveyDesign.NONE);
            assertThat(cells(read)).containsExactly(List.of("", "", "42"));
            assertThat(remarks(read))
                    .contains(
                            "One cell is a formula; what it was saved with is read.",
                            "What was asked several times in one interview is not read: members.");
        }
    }

    @Test
    void json_says_the_same_with_groups_nested_or_as_paths() {
        SurveySubmissions.Read read = read("""
                [{"_id": 1, "home/province": "north", "turn_to": "police", "walk": 7, "members": [{"members/age": 4}]},
                 {"_id": 2, "home": {"province": "The south"}, "turn_to": ["police", "elders"], "walk": "9"},
                 {"_id": 2, "home": {"province": "north"}}]
                """);
        assertThat(cells(read))
                .containsExactly(List.of("north", "police", "7"), List.of("The south", "police elders", "9"));
        assertThat(remarks(read))
                .anyMatch(each -> each.contains("not read: members"))
                .anyMatch(each -> each.contains("line 3"));
    }

    @Test
    void submissions_of_another_form_are_refused() {
        assertThatThrownBy(() -> read("colour,size\nred,3\n"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english()))
                                .contains("no column of the form \"Safety\""));
        assertThatThrownBy(() -> read("[{\"_xform_id_string\": \"market\", \"walk\": 3}]"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english())).contains("\"market\"", "\"safety\""));
    }

    @Test
    void what_holds_nothing_is_refused() {
        for (String none : List.of("", "walk\n", "[]", "{\"a\": 1}", "[{", "\u0000\u0001\u0002")) {
            assertThatThrownBy(() -> read(none)).isInstanceOf(Failure.class);
        }
    }

    @Test
    void an_old_workbook_that_is_damaged_or_too_large_is_refused_in_words() {
        byte[] damaged = new byte[4096];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3}, 0, damaged, 0, 7);
        assertThatThrownBy(() -> read(damaged, SurveyDesign.NONE))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english())).contains("cannot be read: broken"));
        byte[] large = java.util.Arrays.copyOf(damaged, (16 << 20) + 1);
        assertThatThrownBy(() -> read(large, SurveyDesign.NONE))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english())).contains("larger than the 16 MB"));
    }
}
