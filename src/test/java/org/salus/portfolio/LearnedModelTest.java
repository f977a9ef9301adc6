package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;

class LearnedModelTest {
    private static final Traits.Trait STATION = new Traits.Trait("word statio", 1, () -> "station");

    private static LearnedModel model() {
        double[] police = new double[LearnedModel.AREAS.size()];
        police[LearnedModel.AREAS.indexOf(ReformArea.POLICE)] = 0.75;
        Map<String, double[]> weights = new HashMap<>();
        weights.put("word statio", police);
        weights.put("word nothin", new double[LearnedModel.AREAS.size()]);
        return LearnedModel.of(1.5, 0.2, 0.9, weights);
    }

    private static LearnedModel read(String text) throws IOException {
        return LearnedModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "model.txt");
    }

    private static String text() {
        return new String(model().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_model_is_read_as_it_was_written() throws IOException {
        LearnedModel read = read(text());
        assertThat(read.bytes()).isEqualTo(model().bytes());
        assertThat(read.edition()).isEqualTo(model().edition()).startsWith("learned ");
        assertThat(read.points(List.of(STATION)).get(ReformArea.POLICE)).isEqualTo(0.5);
        assertThat(read.traits()).as("a trait that moves nothing is not kept").isEqualTo(1);
    }

    @Test
    void another_weight_is_another_edition() {
        assertThat(LearnedModel.of(1.5, 0.2, 0.9, Map.of()).edition()).isNotEqualTo(model().edition());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "Salus model of sorting, format 2\n", "id\ttitle\n1\tPolice\n"})
    void what_is_no_model_is_said(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.say(Wording.english()))
                                .isEqualTo("\"model.txt\" is no model of sorting that this program can read."));
    }

    @Test
    void a_changed_or_shortened_model_is_said() {
        for (String text : List.of(
                text().replace("0.750", "0.950"),
                text().substring(0, text().length() / 2),
                text().replaceFirst("end .*", ""),
                text().replaceFirst("end .*", "end 00000000"))) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure ->
                                    assertThat(failure.say(Wording.english())).contains("\"model.txt\" is damaged"));
        }
    }

    @Test
    void a_model_that_counts_in_what_is_no_number_is_said_though_its_check_sum_fits() {
        String before = text();
        String body = before.substring(before.indexOf('\n') + 1, before.lastIndexOf("end "));
        for (String odd : List.of(
                body.replace("0.750", "NaN"),
                body.replace("0.750", "1e999"),
                body.replace("scale 1.500", "scale 0"),
                body.replace("slope 0.900", "slope -Infinity"))) {
            CRC32 sum = new CRC32();
            sum.update(odd.getBytes(StandardCharsets.UTF_8));
            String text = before.substring(0, before.indexOf('\n') + 1)
                    + odd
                    + String.format(Locale.ROOT, "end %08x%n", sum.getValue());
            assertThatThrownBy(() -> read(text))
                    .as(odd)
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("damaged");
        }
    }

    @Test
    void a_file_without_end_is_not_read_to_its_end() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 'x');
                return length;
            }
        };
        assertThatThrownBy(() -> LearnedModel.read(endless, "model.txt"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("model.txt holds more than 32 MB");
    }

    @Test
    void the_shipped_model_is_whole_and_small() {
        LearnedModel shipped = LearnedModel.shipped();
        assertThat(shipped.traits()).isBetween(100, 20_000);
        assertThat(shipped.bytes()).hasSizeLessThan(400_000);
    }
}
