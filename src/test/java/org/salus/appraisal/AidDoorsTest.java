package org.salus.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records of eligibility by page, file and API, for those who may read them. */
class AidDoorsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private static Chancery chancery;

    @BeforeAll
    static void start() throws Exception {
        chancery = new Chancery(folder);
    }

    @AfterAll
    static void stop() {
        chancery.close();
    }

    private static String page(String below) throws Exception {
        HttpResponse<String> answer = chancery.anas.get(chancery.path(below));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode api(String below) throws Exception {
        HttpResponse<String> answer = chancery.anas.get("/api/v1" + chancery.path("/appraisal/aid" + below));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void an_activity_is_put_on_record_looked_at_and_put_on_record_anew() throws Exception {
        assertThat(page("/appraisal/aid")).contains("No activity is on record yet.", "Partner");
        String record = Chancery.done(
                chancery.anas,
                chancery.path("/appraisal/aid"),
                "title",
                "Canoes for the river guard",
                "activity",
                "training",
                "note",
                "Asked by the embassy");
        HttpResponse<String> shown = chancery.anas.get(record);
        assertThat(shown.body())
                .contains("On record as grey", "To be asked", "Nearest published cases", "Asked by the embassy");
        assertThat(page("/appraisal/aid.csv")).contains("Canoes for the river guard", "grey");
        JsonNode told = api("");
        assertThat(told.path("records").get(0).path("verdict").asString("")).isEqualTo("grey");
        assertThat(told.path("records").get(0).path("today").path("questions").size())
                .isPositive();
        Chancery.done(
                chancery.anas,
                record,
                "title",
                "Rifles for the river guard",
                "partner",
                "police",
                "trainees",
                "police",
                "activity",
                "training",
                "topic",
                "community policing",
                "purpose",
                "public safety",
                "equipment",
                "rifles",
                "control",
                "civilian",
                "recipient",
                "Zubara");
        String id = record.substring(record.lastIndexOf('/') + 1);
        assertThat(api("/" + id).path("verdict").asString("")).isEqualTo("not eligible");
        assertThat(chancery.anas.get(record).body()).contains("On record as not eligible");
    }

    @Test
    void what_is_wrong_is_said_with_where_it_is_wrong() throws Exception {
        chancery.anas.get(chancery.path("/appraisal/aid"));
        HttpResponse<String> empty = chancery.anas.post(chancery.path("/appraisal/aid"), "title", "A course");
        assertThat(empty.statusCode()).isBetween(400, 499);
        assertThat(empty.body()).contains("At least one fact has to be known");
        HttpResponse<String> none = chancery.anas.get(chancery.path("/appraisal/aid/nothing"));
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("There is no record of eligibility");
    }

    @Test
    void whoever_only_reads_is_not_asked_to_write() throws Exception {
        HttpResponse<String> evas = chancery.evas.get(chancery.path("/appraisal/aid"));
        assertThat(evas.body()).doesNotContain("Put on record");
        HttpResponse<String> refused =
                chancery.evas.post(chancery.path("/appraisal/aid"), "title", "A course", "partner", "police");
        assertThat(refused.statusCode()).isBetween(400, 499);
    }
}
