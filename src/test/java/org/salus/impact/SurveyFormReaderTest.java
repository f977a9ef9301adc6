package org.salus.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.Wording;

/** Questionnaires after the XLSForm standard, as workbooks of both kinds and as JSON. */
class SurveyFormReaderTest {
    private static final String[][] SURVEY = {
        {"type", "name", "label::English (en)", "label::Français (fr)"},
        {"start", "start", "", ""},
        {"begin_group", "home", "Home", "Foyer"},
        {"select_one provinces", "province", "Which province?", "Quelle province ?"},
        {"text", "village", "Which village?", ""},
        {"end_group", "", "", ""},
        {"select_one yes_no or_other", "safe", "Do you feel safe at night?", "Vous sentez-vous en sécurité la nuit ?"},
        {"select_multiple whom", "turn_to", "Whom would you turn to?", ""},
        {"integer", "walk", "Minutes to the next police post", ""},
        {"integer", "contact", "Your phone number", ""},
        {"text", "respondent_name", "Who are you?", ""},
        {"geopoint", "where", "Where is this?", ""},
        {"calculate", "weight", "", ""},
        {"begin repeat", "members", "Members", ""},
        {"integer", "age", "How old?", ""},
        {"end repeat", "", "", ""},
        {"telepathy", "thoughts", "What do you think?", ""},
    };

    private static final String[][] CHOICES = {
        {"list name", "name", "label::English (en)", "label::Français (fr)"},
        {"provinces", "north", "North", "Nord"},
        {"provinces", "south", "South", "Sud"},
        {"yes_no", "yes", "Yes", "Oui"},
        {"yes_no", "no", "No", "Non"},
        {"whom", "police", "Police", "Police"},
        {"whom", "elders", "Elders", "Anciens"},
    };

    private static final String[][] SETTINGS = {
        {"form_title", "form_id", "version"}, {"Safety in Orvelia", "safety", "3"}
    };

    private static byte[] book(Workbook book, String[][]... sheets) throws IOException {
        List<String> names = List.of("survey", "Choices", "settings");
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < sheets.length; i++) {
                Sheet sheet = book.createSheet(names.get(i));
                for (int line = 0; line < sheets[i].length; line++) {
                    Row row = sheet.createRow(line);
                    for (int column = 0; column < sheets[i][line].length; column++) {
                        row.createCell(column).setCellValue(sheets[i][line][column]);
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static SurveyForm read(byte[] bytes, String language) throws IOException {
        return SurveyFormReader.read(new ByteArrayInputStream(bytes), "form", language);
    }

    private static SurveyForm form() throws IOException {
        return read(book(new XSSFWorkbook(), SURVEY, CHOICES, SETTINGS), "");
    }

    @Test
    void workbooks_of_both_kinds_say_the_same() throws IOException {
        assertThat(read(book(new HSSFWorkbook(), SURVEY, CHOICES, SETTINGS), ""))
                .isEqualTo(form());
        assertThat(form().title()).isEqualTo("Safety in Orvelia");
        assertThat(form().id()).isEqualTo("safety");
        assertThat(form().version()).isEqualTo("3");
    }

    @Test
    void questions_stand_below_their_groups_with_their_choices() throws IOException {
        SurveyForm.Question province = form().find("home/province").orElseThrow();
        assertThat(province.label()).isEqualTo("Which province?");
        assertThat(province.choices())
                .containsExactly(new SurveyForm.Choice("north", "North"), new SurveyForm.Choice("south", "South"));
        assertThat(form().find("province")).contains(province);
        assertThat(form().find("turn_to").orElseThrow().type()).isEqualTo(SurveyQuestionType.SELECT_MULTIPLE);
    }

    @Test
    void a_question_that_allows_whatever_else_has_one_choice_more() throws IOException {
        assertThat(form().find("safe").orElseThrow().choices())
                .extracting(SurveyForm.Choice::name)
                .containsExactly("yes", "no", "other");
    }

    @Test
    void labels_are_had_in_each_language_of_the_form_and_in_no_other() throws IOException {
        byte[] bytes = book(new XSSFWorkbook(), SURVEY, CHOICES, SETTINGS);
        SurveyForm french = read(bytes, "fr");
        assertThat(french.find("safe").orElseThrow().label()).isEqualTo("Vous sentez-vous en sécurité la nuit ?");
        assertThat(french.find("turn_to").orElseThrow().choices().getLast().label())
                .isEqualTo("Anciens");
        assertThatThrownBy(() -> read(bytes, "sw"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english()))
                                .contains("\"sw\"", "english (en)", "français (fr)"));
    }

    @Test
    void what_tells_of_whom_is_not_read_unless_it_is_named_and_places_and_devices_never() throws IOException {
        SurveyForm form = form();
        assertThat(form.reading(List.of()))
                .extracting(SurveyForm.Question::path)
                .containsExactly("home/province", "safe", "turn_to", "walk");
        assertThat(form.reading(List.of("village")))
                .extracting(SurveyForm.Question::path)
                .containsExactly("home/village");
        for (String never : List.of("where", "start", "age", "thoughts")) {
            assertThatThrownBy(() -> form.reading(List.of(never)))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            refused ->
                                    assertThat(refused.say(Wording.english())).contains("are not read"));
        }
    }

    @Test
    void a_type_nobody_knows_is_named_with_its_line() throws IOException {
        assertThat(form().remarks())
                .extracting(Wording.english()::say)
                .containsExactly("Form, line 17: the type \"telepathy\" is not known; its answers are not read.");
    }

    @Test
    void a_choice_is_known_by_its_name_and_by_its_label() throws IOException {
        SurveyForm.Question safe = form().find("safe").orElseThrow();
        assertThat(safe.chosen("Yes")).isEqualTo("yes");
        assertThat(safe.chosen("no")).isEqualTo("no");
        assertThat(safe.chosen("perhaps")).isEqualTo("perhaps");
    }

    @Test
    void the_same_as_json_with_labels_in_the_order_of_languages() throws IOException {
        SurveyForm form = read("""
                {"id_string": "cities", "content": {"translations": ["English (en)", "Esperanto (eo)"], "survey": [
                  {"type": "begin_group", "name": "city"},
                  {"type": "select_one", "select_from_list_name": "sizes", "name": "size", "label": ["How large?", "Kiel granda?"]},
                  {"type": "end_group"}],
                 "choices": [{"list_name": "sizes", "name": "s", "label": ["Small", "Malgranda"]}]}}
                """.getBytes(StandardCharsets.UTF_8), "eo");
        SurveyForm.Question size = form.find("city/size").orElseThrow();
        assertThat(size.label()).isEqualTo("Kiel granda?");
        assertThat(size.choices()).containsExactly(new SurveyForm.Choice("s", "Malgranda"));
    }

    @Test
    void what_is_no_form_is_refused_with_what_it_is() throws IOException {
        byte[] choices = book(new XSSFWorkbook(), CHOICES);
        for (byte[] none : List.of(
                choices,
                "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8),
                "{\"survey\": []}".getBytes(StandardCharsets.UTF_8),
                new byte[0])) {
            assertThatThrownBy(() -> read(none, ""))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            refused ->
                                    assertThat(refused.say(Wording.english())).contains("is no questionnaire"));
        }
        byte[] broken = book(new HSSFWorkbook(), SURVEY);
        assertThatThrownBy(() -> read(Arrays.copyOf(broken, 700), ""))
                .isInstanceOfSatisfying(
                        Failure.class,
                        refused -> assertThat(refused.say(Wording.english())).contains("cannot be read"));
    }

    @Test
    void groups_that_do_not_match_are_told_and_the_rest_is_read() throws IOException {
        String[][] survey = {
            {"Type", "Name", "Label"},
            {"end group", "", ""},
            {"begin group", "open", ""},
            {"select one yes_no", "safe", "Safe?"},
            {"select one yes_no", "safe", "Safe again?"},
        };
        SurveyForm form = read(book(new XSSFWorkbook(), survey), "");
        assertThat(form.questions()).extracting(SurveyForm.Question::path).containsExactly("open/safe");
        assertThat(form.remarks())
                .extracting(remark -> remark.key())
                .containsExactlyInAnyOrder(
                        "impact.survey.remark.end-alone",
                        "impact.survey.remark.no-choices",
                        "impact.survey.remark.name-twice",
                        "impact.survey.remark.not-ended");
    }

    @Tag("slow")
    @Test
    void a_list_without_end_is_read_soon_and_shared_by_its_questions() throws IOException {
        StringBuilder form = new StringBuilder("{\"survey\": [");
        for (int i = 0; i < 50; i++) {
            form.append(i == 0 ? "" : ",")
                    .append("{\"type\": \"select_one v or_other\", \"name\": \"q")
                    .append(i)
                    .append("\"}");
        }
        form.append("], \"choices\": [");
        for (int i = 0; i < 200_000; i++) {
            form.append(i == 0 ? "" : ",")
                    .append("{\"list_name\": \"v\", \"name\": \"c")
                    .append(i)
                    .append("\"}");
        }
        byte[] bytes = form.append("]}").toString().getBytes(StandardCharsets.UTF_8);
        List<SurveyForm.Question> questions = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> read(bytes, "").questions());
        assertThat(questions).hasSize(50);
        assertThat(questions.getLast().choices())
                .hasSize(200_001)
                .isSameAs(questions.getFirst().choices());
    }
}
