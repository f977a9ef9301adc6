package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Of a rule that stands twice in one place of a file only the last would hold, and nobody would see it. */
class RuleFilesTest {
    private static final YAMLMapper STRICT = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/org/salus"))) {
            return all.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void say_each_thing_once(Path file) throws IOException {
        assertThat(STRICT.readTree(Files.readString(file))).isNotEmpty();
    }
}
