package org.salus.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
import java.util.stream.Stream;
import java.util.zip.CRC32;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The descriptors of country-year tables: those that come with the program and those in the folder {@code sources} of the data folder. */
final class Descriptors {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private final List<Descriptor> all;
    private final List<ImportIssue> issues;
    private final int edition;

    private Descriptors(List<Descriptor> all, List<ImportIssue> issues, int edition) {
        this.all = List.copyOf(all);
        this.issues = List.copyOf(issues);
        this.edition = edition;
    }

    /** Only those that come with the program. */
    static Descriptors shipped() {
        return read(null);
    }

    /** One of the user's with the same id replaces a shipped one; a broken one becomes an issue. */
    static Descriptors with(Path usersFolder) {
        return read(usersFolder);
    }

    private static Descriptors read(@org.jspecify.annotations.Nullable Path usersFolder) {
        Map<String, Descriptor> found = new LinkedHashMap<>();
        List<ImportIssue> issues = new ArrayList<>();
        CRC32 sum = new CRC32();
        try {
            for (String name : lines("index.txt")) {
                add(name, String.join("\n", lines(name)), found, issues, sum);
            }
            if (usersFolder != null && Files.isDirectory(usersFolder)) {
                try (Stream<Path> files = Files.list(usersFolder)) {
                    for (Path file : files.filter(Descriptors::isYaml).sorted().toList()) {
                        add(file.getFileName().toString(), Files.readString(file), found, issues, sum);
                    }
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Descriptors(List.copyOf(found.values()), issues, (int) (sum.getValue() & 0x3FFFFFFF));
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static void add(
            String name, String text, Map<String, Descriptor> found, List<ImportIssue> issues, CRC32 sum) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        try {
            Descriptor descriptor = Descriptor.of(YAML.readTree(text));
            found.put(descriptor.id(), descriptor);
        } catch (Descriptor.Broken | JacksonException broken) {
            issues.add(new ImportIssue(
                    IssueKind.DESCRIPTOR_BROKEN, name, 0, null, List.of(name, String.valueOf(broken.getMessage()))));
        }
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(Descriptors.class.getResourceAsStream("sources/" + resource));
                BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return text.lines().toList();
        }
    }

    List<Descriptor> all() {
        return all;
    }

    /** What is wrong with descriptors that cannot be used. */
    List<ImportIssue> issues() {
        return issues;
    }

    /** Changes with any descriptor, so that tables are read again by the new ones. */
    int edition() {
        return edition;
    }

    /** The descriptor that fits a header: of several first one that also fits the file's name, then the one that asks for most columns. */
    Optional<Descriptor> find(String file, TableHeader header) {
        return all.stream()
                .filter(descriptor -> descriptor.fits(header))
                .max(Comparator.comparing((Descriptor descriptor) -> descriptor.fitsName(file))
                        .thenComparingInt(descriptor -> descriptor.columns().size())
                        .thenComparing(Descriptor::id, Comparator.reverseOrder()));
    }
}
