package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are broken, odd or made to do harm. */
class HostileTablesTest {
    private static final String EVENTS = """
            id,year,type_of_violence,side_a,side_b,country,iso3,latitude,longitude,best
            1,2008,1,Government of Burundi,"Palipehutu-FNL",Burundi,BDI,-3.5,29.4,3
            2,2009,3,"A ""quoted"" name",Civilians,Côte d'Ivoire,CIV,5.3,-4.0,1
            """;
    private static final String FIGURES = """
            Entity,Year,military_expenditure_share_gdp
            Burundi,2005,4.44
            "Congo, Dem. Rep.",2005,1.1
            """;
    private static final String AMOUNTS = """
            year,recipient_name,purpose_code,usd_million
            2015,Burundi,15210,6.39839822
            2015,World,15210,860.9
            """;

    /** Whatever bytes of a real table are changed, it is read, refused as unreadable or not recognised: nothing else. */
    @Test
    @Tag("slow")
    void changed_bytes_never_bring_a_reader_down() throws IOException {
        Random random = new Random(20_260_101);
        String odd = "\"\0,;\n\r\t-.eE9 \u00e9";
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = List.of(EVENTS, FIGURES, AMOUNTS).get(round % 3).getBytes(StandardCharsets.UTF_8);
            int from = round % 2 == 0 ? 0 : bytes.length / 3;
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(from, bytes.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) odd.charAt(random.nextInt(odd.length()));
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length / 2, bytes.length + 1));
            try {
                FoundFacts.in("table.csv", new ByteArrayInputStream(cut));
            } catch (UnreadableFile refused) {
                assertThat(refused.sentence().key()).startsWith("evidence.file.");
            } catch (IOException notRecognised) {
                assertThat(notRecognised).hasMessageStartingWith("not recognised");
            }
        }
    }

    @Test
    void a_quote_that_never_closes_makes_the_file_unreadable_with_its_line() {
        assertThatThrownBy(() -> FoundFacts.in("sipri.csv", FIGURES + "\"Burundi,2006,3\n" + "x,".repeat(40_000)))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        refused -> assertThat(refused.line()).isEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "NaN", "Infinity", "0x10", "--4", "4.4.4"})
    void a_figure_that_is_no_number_is_named_and_left_out(String figure) throws IOException {
        FoundFacts found = FoundFacts.in("sipri.csv", FIGURES + "Rwanda,2005," + figure + "\n");
        assertThat(found.value("share-of-gdp", "RWA", 2005)).isEmpty();
        assertThat(found.value("share-of-gdp", "BDI", 2005)).isPresent();
    }

    @Test
    void a_workbook_that_grows_out_of_all_proportion_is_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                zip.write(spaces);
            }
        }
        assertThatThrownBy(() -> FoundFacts.in("figures.xlsx", new ByteArrayInputStream(bytes.toByteArray())))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("256");
    }

    @Test
    void a_workbook_that_is_none_is_refused() {
        byte[] bytes = "PK\u0003\u0004 and nothing more".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> FoundFacts.in("figures.xlsx", new ByteArrayInputStream(bytes)))
                .isInstanceOf(UnreadableFile.class);
    }
}
