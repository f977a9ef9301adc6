package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /** Tables of a fixed form are not kept where their last row was cut, wherever in it. */
    @ParameterizedTest
    @ValueSource(ints = {3, 20, 45, 55})
    void a_table_of_events_or_amounts_that_ends_inside_its_last_row_was_cut_short(int missing) {
        String events = EVENTS.replace("\"", "");
        assertCutShort("ged.csv", events.substring(0, events.length() - missing), 3);
        assertCutShort("crs.csv", AMOUNTS.substring(0, AMOUNTS.length() - 1 - ",860.9".length()), 3);
    }

    private static void assertCutShort(String name, String table, int line) {
        assertThatThrownBy(() -> FoundFacts.in(name, table)).isInstanceOfSatisfying(UnreadableFile.class, refused -> {
            assertThat(refused.sentence().key()).isEqualTo("evidence.file.table-cut-short");
            assertThat(refused.line()).isEqualTo(line);
        });
    }

    @Test
    void a_table_of_figures_that_ends_inside_a_row_may_be_cut_short_and_says_so() throws IOException {
        FoundFacts found = FoundFacts.in("sipri.csv", FIGURES + "Rwanda,20");
        assertThat(found.issues(IssueKind.CUT_SHORT)).hasSize(1);
        assertThat(found.value("share-of-gdp", "BDI", 2005)).isPresent();
    }

    /** A whole last row without a line break, a note of one cell, and rows that are all as short as the last tell of no cut. */
    @ParameterizedTest
    @ValueSource(strings = {"Rwanda,2005,1.2", "Source: SIPRI", "Rwanda,2005\n", "Rwanda,2004\nRwanda,2005"})
    void other_ends_are_no_cut(String end) throws IOException {
        assertThat(FoundFacts.in("sipri.csv", FIGURES + end).issues(IssueKind.CUT_SHORT))
                .isEmpty();
        assertThat(FoundFacts.in("ged.csv", EVENTS.stripTrailing()).issues(IssueKind.CUT_SHORT))
                .isEmpty();
    }

    @Test
    void outlines_nested_without_end_are_refused_in_words() {
        String deep =
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":" + "[".repeat(5_000);
        InputStream bytes = new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new OutlineReader(Countries.shipped()).read(bytes, "deep.geojson", new FoundFacts()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("nested deeper")
                .hasMessageNotContaining("getMaxNestingDepth");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "NaN", "Infinity", "0x10", "--4", "4.4.4"})
    void a_figure_that_is_no_number_is_named_and_left_out(String figure) throws IOException {
        FoundFacts found = FoundFacts.in("sipri.csv", FIGURES + "Rwanda,2005," + figure + "\n");
        assertThat(found.value("share-of-gdp", "RWA", 2005)).isEmpty();
        assertThat(found.value("share-of-gdp", "BDI", 2005)).isPresent();
    }

    @Tag("slow")
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
