package org.salus.appraisal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.SharedData;
import org.salus.frame.cli.CommandDoor;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Database;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.workspace.WorkPlace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register in a terminal, on tables that were loaded. */
class InstrumentsCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @BeforeEach
    void aWorkspace() {
        try (Database database = new WorkPlace(data()).open()) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspaces.open(database, Salus.faces().kinds(), InstantSource.system())
                    .found(
                            new Charter("Our strategy", List.of("BDI", "RWA"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            "");
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private record Told(int code, String out, String err) {
        JsonNode json() {
            assertThat(code()).as(err()).isZero();
            return JSON.readTree(out());
        }
    }

    private Told salus(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data().toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    private void loaded(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        assertThat(salus("load", file.toString()).code()).isZero();
    }

    private JsonNode one(String... words) {
        List<String> all = new ArrayList<>(List.of("instruments", "--format", "json"));
        all.addAll(List.of(words));
        return salus(all.toArray(String[]::new)).json();
    }

    @Test
    void without_a_country_it_is_the_library() {
        JsonNode library = one();

        assertThat(library.path("instruments")).hasSizeGreaterThan(60);
        assertThat(library.path("instruments").get(0).has("standing")).isFalse();
        assertThat(salus("instruments", "--topic", "arms").out()).contains("att: Arms Trade Treaty (2013-04-02)");
    }

    @Test
    void what_is_not_loaded_is_not_known_and_what_is_loaded_binds() throws IOException {
        assertThat(one("BDI", "--instrument", "cat")
                        .path("standing")
                        .path("status")
                        .asString())
                .isEqualTo("no-table");

        loaded("4-9-2026-01-31.csv", """
                Participant,Signature,"Accession(a), Succession(d), Ratification"
                Burundi,,18 Feb 1993 a
                Atlantis,1 Jan 1990,
                """);

        JsonNode cat = one("BDI", "--instrument", "cat");
        assertThat(cat.path("standing").path("status").asString()).isEqualTo("party");
        assertThat(cat.path("standing").path("binding").path("act").asString()).isEqualTo("accession");
        assertThat(cat.path("standing").path("table").path("as_at").asString()).isEqualTo("2026-01-31");
        assertThat(one("RWA", "--instrument", "cat")
                        .path("standing")
                        .path("status")
                        .asString())
                .isEqualTo("not-party");
        assertThat(salus("issues", "--format", "json").out()).contains("unknown-country");
        assertThat(salus("instruments", "BDI", "--instrument", "cat").out())
                .contains("By the table, Burundi is party to it.", "4-9-2026-01-31.csv")
                .doesNotContain("[appraisal.");
    }

    @Test
    void a_newer_table_counts_and_one_named_after_an_instrument_is_that_of_its_depositary() throws IOException {
        loaded("4-9-2020-01-31.csv", "Participant,Signature,Ratification\nBurundi,1 Jan 1990,\n");
        loaded("4-9-2026-01-31.csv", "Participant,Signature,Ratification\nBurundi,1 Jan 1990,18 Feb 1993\n");
        loaded("kampala.csv", "Participant,Signature,Ratification\nBurundi,23 Oct 2009,\n");

        assertThat(one("BDI", "--instrument", "cat")
                        .path("standing")
                        .path("status")
                        .asString())
                .isEqualTo("party");
        JsonNode kampala = one("BDI", "--instrument", "kampala").path("standing");
        assertThat(kampala.path("status").asString()).isEqualTo("signed");
        assertThat(kampala.path("to_be_checked").asBoolean())
                .as("nobody knows how old it is")
                .isTrue();
    }

    @Test
    void what_tables_tell_of_a_country_is_one_of_its_tables() throws IOException {
        loaded("4-9-2026-01-31.csv", "Participant,Signature,Ratification\nBurundi,1 Jan 1990,18 Feb 1993\n");

        Told table = salus("export", "BDI", "treaties");

        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("cat,")
                .contains("party", "1990-01-01", "1993-02-18", "2026-01-31");
    }

    @Test
    void an_answer_is_recorded_and_an_absence_needs_a_source() {
        String[] absent = {
            "instruments",
            "BDI",
            "--workspace",
            "Our strategy",
            "--instrument",
            "opac",
            "--record",
            "step=in-law",
            "--record",
            "answer=recorded-as-absent"
        };
        Told refused = salus(absent);
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("needs a source").doesNotContain("Exception");

        List<String> sourced = new ArrayList<>(List.of(absent));
        sourced.addAll(List.of("--record", "source=Penal code", "--record", "day=2024-05"));
        assertThat(salus(sourced.toArray(String[]::new)).code()).isZero();

        JsonNode opac = one("BDI", "--workspace", "Our strategy", "--instrument", "opac");
        JsonNode inLaw = opac.path("steps").path("in-law");
        assertThat(inLaw.path("answer").asString()).isEqualTo("recorded-as-absent");
        assertThat(inLaw.path("day").asString()).isEqualTo("2024-05");
        assertThat(opac.path("gaps").get(0).path("name").asString()).isEqualTo("standard:opac:BDI:in-law");
        assertThat(one("RWA", "--workspace", "Our strategy", "--instrument", "opac")
                        .path("gaps"))
                .as("the other country of the workspace has statements of its own")
                .isEmpty();
        assertThat(salus(sourced.toArray(String[]::new)).out()).contains("recorded already");

        assertThat(salus(
                                "instruments",
                                "BDI",
                                "--workspace",
                                "Our strategy",
                                "--instrument",
                                "opac",
                                "--record",
                                "step=in-law",
                                "--record",
                                "answer=not-recorded")
                        .code())
                .isZero();
        assertThat(one("BDI", "--workspace", "Our strategy", "--instrument", "opac")
                        .path("gaps"))
                .isEmpty();
    }

    @Test
    void wrong_input_says_what_and_where_and_what_to_do() {
        assertThat(salus("instruments", "Burundy").err()).contains("Burundy", "BDI");
        assertThat(salus("instruments", "FRA", "--workspace", "Our strategy").err())
                .contains("FRA", "BDI, RWA");
        assertThat(salus("instruments", "BDI", "--topic", "weapons").err()).contains("weapons", "arms");
        assertThat(salus("instruments", "BDI", "--instrument", "atlantis").err())
                .contains("atlantis");
        assertThat(salus("instruments", "BDI", "--instrument", "cat", "--record", "step=in-law")
                        .err())
                .contains("--workspace");
        Told unknown =
                salus("instruments", "--workspace", "Our strategy", "--instrument", "cat", "--record", "colour=red");
        assertThat(unknown.code()).isNotZero();
        assertThat(unknown.err()).contains("colour", "step").doesNotContain("Exception");
    }

    @Test
    void burundi_and_the_tables_of_2015() {
        for (String number : List.of("4-9", "4-9-b", "18-10", "26-8", "18-14", "18-12", "4-11-b")) {
            assertThat(salus(
                                    "load",
                                    SharedData.file("treaties/untreaties/" + number + ".csv")
                                            .toString())
                            .code())
                    .isZero();
        }

        assertThat(one("BDI", "--instrument", "opcat")
                        .path("standing")
                        .path("binding")
                        .path("on")
                        .asString())
                .isEqualTo("2013-10-18");
        assertThat(one("BDI", "--instrument", "att")
                        .path("standing")
                        .path("status")
                        .asString())
                .isEqualTo("signed");
        JsonNode register = one("BDI");
        assertThat(register.path("bound").asInt()).isEqualTo(6);
        assertThat(register.path("gaps"))
                .as("of tables of 2015 nothing is concluded")
                .isEmpty();
        assertThat(salus("instruments", "BDI").out()).contains("check them");
    }
}
