package org.salus.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The descriptors of country-year tables: those that come with the program and those in the folder {@code sources} of the data folder. One of the user's
 * with the same id replaces a shipped one; a broken one becomes an issue. They are understood only when the first table asks for them.
 */
final class Descriptors {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final Map<String, String> texts;
    private final List<ImportIssue> unreadable;
    private final int edition;
    private @Nullable List<Descriptor> all;
    private List<ImportIssue> issues = List.of();

    private Descriptors(Map<String, String> texts, List<ImportIssue> unreadable) {
        this.texts = texts;
        this.unreadable = unreadable;
        CRC32 sum = new CRC32();
        texts.forEach((name, text) -> sum.update((name + '\n' + text).getBytes(StandardCharsets.UTF_8)));
        unreadable.forEach(issue -> sum.update(issue.file().getBytes(StandardCharsets.UTF_8)));
        this.edition = (int) (sum.getValue() & 0x3FFFFFFF);
    }

    /** Only those that come with the program. */
    static Descriptors shipped() {
        return with(null);
    }

    /**
     * Those that come with the program and the user's own.
     *
     * @param usersFolder need not exist
     */
    static Descriptors with(@Nullable Path usersFolder) {
        Map<String, String> texts = new LinkedHashMap<>();
        try {
            for (String name : lines("index.txt")) {
                texts.put(name, String.join("\n", lines(name)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        List<ImportIssue> unreadable = new ArrayList<>();
        for (Path file : own(usersFolder)) {
            String name = "sources/" + file.getFileName();
            try {
                texts.put(name, Files.readString(file));
            } catch (CharacterCodingException otherEncoding) {
                unreadable.add(broken(name, "UTF-8"));
            } catch (IOException failed) {
                unreadable.add(broken(name, failed.getClass().getSimpleName()));
            }
        }
        return new Descriptors(texts, List.copyOf(unreadable));
    }

    /** A folder that cannot be looked into is like one that is not there: descriptors are a wish, and every command would stop. */
    private static List<Path> own(@Nullable Path usersFolder) {
        if (usersFolder == null || !Files.isDirectory(usersFolder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(usersFolder)) {
            return files.filter(Descriptors::isYaml).sorted().toList();
        } catch (IOException | UncheckedIOException closed) {
            return List.of();
        }
    }

    private static ImportIssue broken(String name, String why) {
        return new ImportIssue(IssueKind.DESCRIPTOR_BROKEN, name, 0, null, List.of(name, why));
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(Descriptors.class.getResourceAsStream("sources/" + resource));
                BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return text.lines().toList();
        }
    }

    synchronized List<Descriptor> all() {
        List<Descriptor> known = all;
        if (known == null) {
            Map<String, Descriptor> found = new LinkedHashMap<>();
            List<ImportIssue> broken = new ArrayList<>(unreadable);
            texts.forEach((name, text) -> {
                try {
                    Descriptor descriptor = Descriptor.of(YAML.readTree(text));
                    found.put(descriptor.id(), descriptor);
                } catch (Descriptor.Broken | JacksonException why) {
                    broken.add(broken(name, String.valueOf(why.getMessage())));
                }
            });
            known = List.copyOf(found.values());
            all = known;
            issues = List.copyOf(broken);
        }
        return known;
    }

    /** What is wrong with descriptors that cannot be used. */
    synchronized List<ImportIssue> issues() {
        all();
        return issues;
    }

    /** That a table is of no kind that is known; and which descriptors cannot be used, since it may be theirs. */
    Sentence notRecognised() {
        List<ImportIssue> unusable = issues();
        return unusable.isEmpty()
                ? Sentence.of("evidence.file.not-recognised")
                : Sentence.of(
                        "evidence.file.not-recognised.broken",
                        unusable.stream()
                                .map(issue -> issue.arguments().getFirst() + " ("
                                        + issue.arguments().getLast() + ")")
                                .collect(Collectors.joining(", ")));
    }

    /** Changes with any descriptor, so that tables are read again by the new ones. */
    int edition() {
        return edition;
    }

    /**
     * The descriptor that fits a header: of several, one that also fits the file's name; then the one that asks for most columns.
     *
     * @param sheet the table stands on; null in a delimited text
     */
    Optional<Descriptor> find(String file, @Nullable String sheet, TableHeader header) {
        return all().stream()
                .filter(descriptor -> descriptor.fits(header))
                .filter(descriptor -> sheet == null
                        || descriptor.sheet() == null
                        || descriptor.sheet().equals(sheet))
                .max(Comparator.comparing((Descriptor descriptor) -> descriptor.fitsName(file))
                        .thenComparingInt(descriptor -> descriptor.columns().size())
                        .thenComparing(Descriptor::id, Comparator.reverseOrder()));
    }
}
