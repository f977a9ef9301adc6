package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.frame.cli.CommandDoor;

/** {@code salus organisations} and {@code salus portfolio organisations|same|apart} as they are typed. */
class OrganisationCommandsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void activities() throws IOException {
        Path file = Files.writeString(folder.resolve("aid.xml"), """
                <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>R-1</iati-identifier>
                <reporting-org ref="41114" type="40"><narrative>UNDP</narrative></reporting-org>
                <participating-org role="4" ref="GB-CHC-7" type="21"><narrative>Mercy Bridge</narrative></participating-org>
                <participating-org role="4" ref="NL-KVK-7"><narrative>Mercy Bridge</narrative></participating-org>
                <title><narrative>Something</narrative></title><recipient-country code="BI"/></iati-activity></iati-activities>""");
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("aid.xml", "", file)), null, Progress.SILENT);
        }
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    @Test
    void a_country_is_read_without_a_workspace() {
        Told told = type("organisations", "Burundi");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out().lines()).hasSize(3).anyMatch(line -> line.startsWith("GB-CHC-7\tMercy Bridge\t"));
        assertThat(told.err()).contains("3 organisations are named");
        assertThat(type("organisations", "BDI", "--proposals").out()).startsWith("0.90\tGB-CHC-7\tNL-KVK-7\t");
        assertThat(type("organisations", "BDI", "--key", "NL-KVK-7").out()).contains("  R-1");
        assertThat(type("organisations", "BDI", "--format", "json").out()).contains("\"count\":3");
        assertThat(type("organisations", "Nowhere").code()).isNotZero();
    }

    @Test
    void members_say_the_same_and_the_opposite() {
        Told founded = type("workspace", "create", "Ours", "--country", "BDI");
        assertThat(founded.code()).as(founded.err()).isZero();
        Told same = type("portfolio", "same", "Ours", "GB-CHC-7", "NL-KVK-7", "--why", "one house");
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(type("portfolio", "organisations", "Ours").err()).contains("2 organisations are named");
        assertThat(type("portfolio", "same", "Ours", "GB-CHC-7", "NL-KVK-7", "--why", "one house")
                        .out())
                .contains("said before");
        assertThat(type("portfolio", "apart", "Ours", "GB-CHC-7", "NL-KVK-7", "--why", "no, two")
                        .code())
                .isZero();
        assertThat(type("portfolio", "organisations", "Ours").err())
                .contains("3 organisations are named", "No pair waits");
        assertThat(type("portfolio", "same", "Ours", "GB-CHC-7", "nobody", "--why", "x")
                        .err())
                .contains("nobody");
    }
}
