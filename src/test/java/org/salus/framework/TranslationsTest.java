package org.salus.framework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The words of a language: none that no longer belongs to anything, each with the same places to fill, and in a language that pages are offered in every word of every room. A language in which only
 * documents are written may say less.
 */
class TranslationsTest {
    private static final Path ROOMS = Path.of(System.getProperty("salus.home", "."), "src/main/resources/org/salus");
    private static final Pattern KEY = Pattern.compile("[a-z0-9?][^=\\s]*\\s*=", Pattern.CASE_INSENSITIVE);
    /** What English says in a file of its own, such as what a check asks. */
    private static final Pattern OF_FILES = Pattern.compile("asks\\..*");

    /** A vocabulary, and one of its codes. */
    private static final Pattern CHOICE = Pattern.compile("(.+)\\.([^.]+)\\.name");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    /** Every file of words in another language than English, and for each language that pages are offered in the files there have to be. */
    static Stream<Path> translations() throws IOException {
        List<Path> rooms;
        try (Stream<Path> folders = Files.list(ROOMS)) {
            rooms = folders.filter(room -> Files.exists(room.resolve("wording.properties")))
                    .sorted()
                    .toList();
        }
        List<Path> all = new java.util.ArrayList<>();
        for (Path room : rooms) {
            try (Stream<Path> files = Files.list(room)) {
                files.filter(file -> file.getFileName().toString().startsWith("wording_"))
                        .forEach(all::add);
            }
            for (Locale offered : Wording.offered()) {
                Path file = file(room, offered);
                if (!offered.equals(Locale.ENGLISH) && !all.contains(file)) {
                    all.add(file);
                }
            }
        }
        return all.stream();
    }

    /** Choices are read by what any language calls them, so that no word of one may be the name of another; of papers nothing is read so. */
    @ParameterizedTest
    @MethodSource("translations")
    void a_name_of_a_choice_is_in_no_language_that_of_another(Path file) throws IOException {
        Properties english = read(file.resolveSibling("wording.properties"));
        Properties other = read(file);
        Map<String, String> codes = new HashMap<>();
        for (String key : english.stringPropertyNames()) {
            Matcher name = CHOICE.matcher(key);
            if (name.matches() && !name.group(1).equals("part")) {
                for (String word : List.of(
                        name.group(2), english.getProperty(key), other.getProperty(key, english.getProperty(key)))) {
                    String before = codes.putIfAbsent(name.group(1) + " " + Vocabulary.folded(word), name.group(2));
                    assertThat(before == null || before.equals(name.group(2)))
                            .as("%s: %s is %s and %s", file, word, name.group(2), before)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    void each_word_is_there_with_the_same_places(Path file) throws IOException {
        Properties english = read(file.resolveSibling("wording.properties"));
        Properties other = read(file);
        assertThat(other.stringPropertyNames().stream()
                        .filter(key -> !OF_FILES.matcher(key).matches()))
                .as(file.toString())
                .isSubsetOf(english.stringPropertyNames());
        if (Wording.offered().stream().anyMatch(offered -> file.equals(file(file.resolveSibling(""), offered)))) {
            assertThat(other.stringPropertyNames()).as(file.toString()).containsAll(english.stringPropertyNames());
        }
        for (String key : other.stringPropertyNames()) {
            if (OF_FILES.matcher(key).matches()) {
                continue;
            }
            String pattern = other.getProperty(key);
            assertThat(places(pattern)).as(key).isEqualTo(places(english.getProperty(key)));
            new MessageFormat(pattern, Locale.FRENCH);
            assertThat(pattern.isBlank())
                    .as(key)
                    .isEqualTo(english.getProperty(key).isBlank());
        }
    }

    private static Path file(Path room, Locale language) {
        return room.resolve("wording_" + language.toLanguageTag() + ".properties");
    }

    static Stream<Path> all() throws IOException {
        List<Path> all = new java.util.ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOMS)) {
            files.filter(file -> file.getFileName().toString().matches("wording(_[a-z]+)?\\.properties"))
                    .forEach(all::add);
        }
        return all.stream();
    }

    /** Of two lines with one key only the last is said; the other would be missed where it was meant. */
    @ParameterizedTest
    @MethodSource("all")
    void nothing_is_said_twice(Path file) throws IOException {
        List<String> keys = Files.readAllLines(file).stream()
                .filter(line -> KEY.matcher(line).lookingAt())
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
        assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
    }

    private static NavigableSet<String> places(String pattern) {
        NavigableSet<String> places = new TreeSet<>();
        PLACE.matcher(pattern).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    private static Properties read(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
