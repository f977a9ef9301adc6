package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** What becomes of features that lack a code or a name, as files of countries have them. */
class OutlineReaderTest {
    private static final String SQUARE =
            "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}";

    private static FoundFacts read(String... properties) throws IOException {
        String features = List.of(properties).stream()
                .map(some -> "{\"type\":\"Feature\",\"properties\":" + some + "," + SQUARE + "}")
                .collect(java.util.stream.Collectors.joining(","));
        return read(
                ("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}").getBytes(StandardCharsets.UTF_8));
    }

    private static FoundFacts read(byte[] file) throws IOException {
        FoundFacts found = new FoundFacts();
        new OutlineReader(Countries.shipped()).read(new ByteArrayInputStream(file), "mine.geojson", found);
        return found;
    }

    private static List<String> said(FoundFacts found) {
        return found.issues.stream()
                .map(issue -> issue.line() + ": "
                        + Wording.english()
                                .say(Sentence.of(
                                        issue.kind().key(), issue.arguments().toArray()))
                        + " "
                        + Wording.english().say(Sentence.of(issue.kind().doneKey())))
                .toList();
    }

    @Test
    void a_country_without_a_name_has_that_of_its_code() throws IOException {
        FoundFacts found =
                read("{\"iso_a2\":\"TK\",\"name\":null,\"iso_a3\":null}", "{\"iso3\":\"BDI\",\"name\":\"Le Burundi\"}");

        assertThat(found.issues).isEmpty();
        assertThat(found.outlines)
                .extracting(Outline::iso3, Outline::name)
                .containsExactly(tuple("TKL", "Tokelau"), tuple("BDI", "Le Burundi"));
    }

    @Test
    void an_outline_of_nobody_says_what_it_lacks_and_what_to_give_it() throws IOException {
        FoundFacts found = read(
                "{\"iso3\":\"BDI\",\"name\":\"Burundi\"}",
                "{\"iso_a2\":\"-1\",\"name\":null,\"iso_a3\":null}",
                "{}",
                "null",
                "{\"iso_a3\":\"-99\",\"name\":\"Atlantis\"}");

        assertThat(found.outlines).hasSize(1);
        assertThat(said(found))
                .containsExactly(
                        "2: An outline has neither a name nor the code of a country. The outline was left out. To have it"
                                + " drawn, give its feature the property iso3, the three letters of its country.",
                        "3: An outline has neither a name nor the code of a country. The outline was left out. To have it"
                                + " drawn, give its feature the property iso3, the three letters of its country.",
                        "4: An outline has neither a name nor the code of a country. The outline was left out. To have it"
                                + " drawn, give its feature the property iso3, the three letters of its country.",
                        "5: Atlantis is not in the table of countries. The row was left out.");
    }

    @Test
    void a_unit_needs_a_name_of_its_own_and_a_country_that_is_known() throws IOException {
        FoundFacts found = read(
                "{\"adm0_a3\":\"COL\",\"name\":null}",
                "{\"adm0_a3\":\"XYZ\",\"name\":\"Nowhere\"}",
                "{\"level\":1,\"name\":\"Nowhere\"}",
                "{\"level\":1,\"iso3\":\"BDI\",\"name\":\"Cankuzo\"}");

        assertThat(found.outlines).extracting(Outline::name, Outline::level).containsExactly(tuple("Cankuzo", 1));
        assertThat(said(found))
                .containsExactly(
                        "1: An outline within Colombia has no name. The outline was left out. To have it drawn, give its"
                                + " feature the property name.",
                        "2: XYZ is not in the table of countries. The row was left out.",
                        "3: Nowhere is not in the table of countries. The row was left out.");
    }

    @Test
    void no_issue_of_a_real_file_of_countries_speaks_of_null() throws IOException {
        Path file = SharedData.file("geo/countries.geojson");

        FoundFacts found = read(Files.readAllBytes(file));

        assertThat(found.outlines).extracting(Outline::iso3).contains("TKL", "BDI");
        assertThat(said(found)).isNotEmpty().noneMatch(words -> words.contains("null"));
    }
}
