package org.salus.portal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.LoadReport;
import org.salus.evidence.Progress;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The demo's files, which travel with the program. */
public final class DemoPack {
    private static final List<String> OF_WORKSPACES = List.of(
            "agenda-",
            "outcomes-",
            "sector-",
            "questions-",
            "assessment-",
            "goals-",
            "appraisal-",
            "politics-",
            "impact-",
            "survey",
            "plan-",
            "strategy-",
            "support-");

    /** How the invented country's table of figures is read: for this folder alone, as anybody describes a table of their own. */
    private static final String DESCRIBED = "series-orvelia.yaml";

    private DemoPack() {}

    /**
     * Loads the demo's files into a data folder. Files that are loaded already cost no time.
     *
     * @throws Failure if one of them cannot be read
     */
    public static void load(Path folder) throws IOException {
        describe(folder);
        Path unpacked = Files.createTempDirectory("salus-demo");
        try (Evidence evidence = Evidence.open(folder)) {
            List<LoadInput> files = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:demo/*")) {
                String name = Objects.requireNonNull(resource.getFilename());
                // What people say belongs to a workspace and not to the open data.
                if (!name.isEmpty()
                        && !name.endsWith(".md")
                        && !name.equals(DESCRIBED)
                        && OF_WORKSPACES.stream().noneMatch(name::startsWith)) {
                    Path file = unpacked.resolve(name);
                    try (InputStream bytes = resource.getInputStream()) {
                        Files.copy(bytes, file);
                    }
                    files.add(new LoadInput(name, "demo/" + name, file));
                }
            }
            files.sort(Comparator.comparing(LoadInput::name));
            LoadReport report = evidence.loads().load(files, null, Progress.SILENT);
            if (files.isEmpty() || report.hasFailures()) {
                throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portal.demo.broken"));
            }
        } finally {
            try (var left = Files.list(unpacked)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(unpacked);
        }
    }

    /** Puts the description to those of this folder, unless somebody has one of that name there. */
    private static void describe(Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve("sources")).resolve(DESCRIBED);
        if (!Files.exists(own)) {
            try (InputStream bytes = new ClassPathResource("demo/" + DESCRIBED).getInputStream()) {
                Files.copy(bytes, own);
            }
        }
    }
}
