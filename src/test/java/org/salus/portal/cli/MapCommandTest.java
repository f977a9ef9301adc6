package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.DateSpan;
import org.salus.framework.Recorded;
import org.salus.framework.ReformArea;
import org.salus.ledger.Item;
import org.salus.ledger.ItemJson;
import org.salus.portal.KeptView;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.KnownSupport;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.Power;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code salus map} by place, by the institutions of a workspace, and with what a workspace knows beside what is reported. */
class MapCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private static Path folder;

    private record Told(int code, String out, String err) {}

    private static Told run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    private static String said(String... words) {
        Told told = run(words);
        assertThat(told.code()).as(told.err()).isZero();
        return told.out();
    }

    private static JsonNode json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--format", "json"));
        return JSON.readTree(said(all.toArray(String[]::new)));
    }

    @BeforeAll
    static void aWorkspaceWithTwoInstitutionsBesideThreeActivities() throws IOException {
        Path aid = Files.writeString(
                folder.resolve("aid.xml"),
                "<iati-activities version=\"2.03\">"
                        + activity("A-1", "Training of the National Police", "Norway", "100.01")
                        + activity("A-2", "Complaints: National Police and National Assembly", "Belgium", "33.33")
                        + activity("A-3", "Training of the police of one town", "Norway", "7")
                        + "</iati-activities>");
        said("load", aid.toString());
        said("workspace", "create", "Ours", "--country", "BDI");
        Item<Actor> police = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("National Police")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of(Power.USE_FORCE, Recorded.RECORDED))));
        Item<KnownSupport> radios = Item.fresh(
                KnownSupport.KIND,
                new KnownSupport(
                        "Norway",
                        "Radios",
                        Optional.empty(),
                        Optional.empty(),
                        "National Police",
                        Optional.of(ReformArea.find("1a").orElseThrow()),
                        "",
                        SupportStage.PLANNED,
                        SupportAmount.of(BigDecimal.valueOf(500), "NOK"),
                        DateSpan.OPEN,
                        SupportOrigin.MEETING,
                        Optional.empty(),
                        ""));
        Item<KeptView> paid = Item.fresh(
                KeptView.KIND, KeptView.of("Who pays", "BDI", "rows=donor&columns=year&measure=disbursements"));
        Path items = Files.writeString(
                folder.resolve("items.json"), "[" + json(police) + "," + json(radios) + "," + json(paid) + "]");
        said("workspace", "put", "Ours", items.toString());
    }

    private static String json(Item<?> item) {
        return "{\"kind\":\"" + item.kind().name() + "\",\"value\":" + ItemJson.value(item) + "}";
    }

    private static String activity(String id, String title, String funder, String paid) {
        return """
                <iati-activity default-currency="USD"><iati-identifier>%s</iati-identifier>
                <reporting-org ref="XM-%s" type="10"><narrative>%s</narrative></reporting-org>
                <title><narrative>%s</narrative></title><activity-status code="4"/>
                <activity-date type="2" iso-date="2011-02-01"/><activity-date type="4" iso-date="2013-11-30"/>
                <participating-org role="1" type="10"><narrative>%s</narrative></participating-org>
                <recipient-country code="BI"/><sector vocabulary="1" code="15132"/>
                <transaction><transaction-type code="3"/><transaction-date iso-date="2012-03-01"/><value value-date="2012-03-01">%s</value></transaction>
                </iati-activity>""".formatted(id, id, funder, title, funder, paid);
    }

    private static BigDecimal decimal(JsonNode node) {
        return new BigDecimal(node.asString());
    }

    @ParameterizedTest
    @CsvSource({"map", "findings", "chains", "organisations"})
    void where_nothing_is_loaded_an_empty_answer_says_so_and_what_to_do(String command) {
        Told told = run(command, "RWA");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.err())
                .contains("No activity in Rwanda is loaded in this data folder.", "salus load FILE", "~/.salus/demo");
        assertThat(told.out()).as("the answer itself is read by programs, too").doesNotContain("salus load");
    }

    @Test
    void by_donor_and_institution_a_workspace_is_asked_and_all_adds_up() {
        JsonNode told = json("map", "BDI", "--by", "donor,institution", "--workspace", "Ours");

        assertThat(decimal(told.path("total"))).isEqualByComparingTo("140.34");
        assertThat(told.path("institutions").path(0).path("name").asString()).isEqualTo("National Police");
        assertThat(decimal(told.path("institutions").path(0).path("total")).add(decimal(told.path("no_institution"))))
                .isEqualByComparingTo("140.34");
        assertThat(said("map", "BDI", "--by", "donor,institution", "--workspace", "Ours"))
                .contains("National Police", "Norway", "Belgium", "never added");
        assertThat(said("map", "BDI", "--by", "donor,institution", "--workspace", "Ours", "--format", "csv"))
                .contains("no_institution", "Norway");
    }

    @Test
    void with_an_institution_or_a_donor_it_tells_the_rows_behind() {
        JsonNode rows = json("map", "BDI", "--by", "donor,institution", "--workspace", "Ours", "--institution", "none");

        assertThat(decimal(rows.path("sum"))).isEqualByComparingTo("7");
        assertThat(json("map", "BDI", "--by", "donor,institution", "--workspace", "Ours", "--donor", "Belgium")
                        .path("rows")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void what_was_entered_stands_beside_what_is_reported_and_in_no_sum() {
        JsonNode told = json("map", "BDI", "--by", "donor,area", "--measure", "disbursements", "--workspace", "Ours");

        assertThat(decimal(told.path("total"))).isEqualByComparingTo("140.34");
        assertThat(told.path("entered").path("support").path(0).path("partner").asString())
                .isEqualTo("Norway");
        assertThat(told.path("entered").path("support").path(0).path("stage").asString())
                .isEqualTo("planned");
        assertThat(told.path("entered").path("caution").asString()).contains("never added");
        assertThat(decimal(told.path("entered").path("totals").path("planned").path("NOK")))
                .isEqualByComparingTo("500");
        assertThat(json("map", "BDI", "--by", "donor,area", "--workspace", "Ours", "--area", "4a")
                        .path("entered")
                        .path("support")
                        .size())
                .isZero();
        assertThat(json("map", "BDI").has("entered")).isFalse();
        assertThat(said("map", "BDI", "--by", "place", "--workspace", "Ours"))
                .contains("Entered in Ours beside this", "NOK 500", "Radios");
    }

    @Test
    void by_place_all_adds_up_also_without_outlines() {
        JsonNode told = json("map", "BDI", "--by", "place", "--measure", "disbursements");

        assertThat(told.path("places").size()).isEqualTo(1);
        assertThat(told.path("places").path(0).path("code").asString()).isEqualTo("*no-location");
        assertThat(decimal(told.path("shared_total"))).isEqualByComparingTo("140.34");
    }

    @Test
    void a_view_that_the_workspace_keeps_is_asked_by_its_name() {
        assertThat(json("map", "BDI", "--workspace", "Ours", "--view", "who pays")
                        .path("lines"))
                .isEqualTo(json("map", "BDI", "--by", "donor, year", "--measure", "disbursements")
                        .path("lines"));
    }

    @Test
    void one_word_says_rows_and_columns() {
        assertThat(json("map", "BDI", "--by", "donor,year").path("lines"))
                .isEqualTo(json("map", "BDI", "--rows", "donor", "--columns", "year")
                        .path("lines"));
    }

    @Test
    void what_members_entered_is_not_told_beside_another_country() {
        Told told = run("map", "COL", "--workspace", "Ours");

        assertThat(told.code()).isNotZero();
        assertThat(told.err()).contains("is about BDI, not about COL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--by donor,institution|--workspace",
                "--by donor,institution --workspace Nobody|Nobody",
                "--by donor,area --workspace Nobody --format csv|Nobody",
                "--view who|--workspace",
                "--workspace Ours --view nothing|Who pays",
                "--workspace Ours --view nothing --by donor,area|--view",
                "--by donor,institution --workspace Ours --place Gitega|--place",
                "--by donor,institution --workspace Ours --year 2010|--year",
                "--by institution,donor --workspace Ours|donor,institution",
                "--by donor,colour|implementer",
                "--by donor,donor|donor",
                "--by donor,area,year|donor,year",
                "--by donor,area --rows year|--columns",
                "--institution none|--institution",
                "--by place --place Gitega|--place",
            })
    void what_cannot_be_asked_is_refused_with_what_can(String words, String said) {
        List<String> all = new ArrayList<>(List.of("map", "BDI"));
        all.addAll(List.of(words.split(" ")));
        Told told = run(all.toArray(String[]::new));

        assertThat(told.code()).isNotZero();
        assertThat(told.err()).contains(said).doesNotContain("Exception");
    }
}
