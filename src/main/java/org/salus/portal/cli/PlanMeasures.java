package org.salus.portal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.salus.planning.InventedProblem;
import org.salus.planning.Plan;
import org.salus.planning.PlanRequest;
import org.salus.planning.Planner;
import org.salus.planning.ProjectFile;
import org.salus.planning.ScheduleProblem;

/**
 * A program of its own for {@code salus bench}: plans every project of the PSPLIB with 30 jobs, and three invented programs of 400 steps. It says one measurement a line: its code,
 * then the numbers.
 */
public final class PlanMeasures {
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final double SECONDS_A_PROJECT = 10;
    private static final double SECONDS_A_PROGRAM = 14;
    /** More than there are cores: they look in different ways, and what one finds helps the others. */
    private static final int THREADS_A_PROJECT = 8;

    /** One looks for plans, one for what no plan can do better than. */
    private static final int THREADS_A_PROGRAM = 2;

    private PlanMeasures() {}

    /** With the folder of published projects: {@code psplib-j30-sm.tar.xz} and {@code kobe-j30-optimum.csv}. */
    public static void main(String[] words) throws IOException {
        published(Path.of(words[0]));
        List<Double> gaps = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (long seed : SEEDS) {
            long begun = System.nanoTime();
            Plan plan =
                    plan(InventedProblem.of(seed), PlanRequest.Aim.EARLY_BENEFIT, SECONDS_A_PROGRAM, THREADS_A_PROGRAM);
            seconds.add((System.nanoTime() - begun) / 1e9);
            gaps.add(100 * plan.gap().orElse(1.0));
        }
        say("program-gap", gaps);
        say("program-time", seconds);
    }

    private static Plan plan(ScheduleProblem problem, PlanRequest.Aim aim, double seconds, int threads) {
        return Planner.shipped().plan(problem, PlanRequest.of(aim, seconds).with(threads, 1), Planner.Watch.NOBODY);
    }

    /** The share that is proven, and how far the worst is from the published one, both in percent. */
    private static void published(Path folder) throws IOException {
        Map<String, Integer> shortest = new HashMap<>();
        try (Stream<String> lines = Files.lines(folder.resolve("kobe-j30-optimum.csv"))) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> shortest.put(cells[0], Integer.parseInt(cells[1].strip())));
        }
        int count = 0;
        int proven = 0;
        double worst = 0;
        try (InputStream bytes = Files.newInputStream(folder.resolve("psplib-j30-sm.tar.xz"));
                TarArchiveInputStream archive = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName().replaceFirst(".*/", "");
                Integer known = shortest.get(name);
                if (known == null) {
                    continue;
                }
                String text = new String(archive.readAllBytes(), StandardCharsets.ISO_8859_1);
                Plan plan = plan(
                        ProjectFile.read(name, text), PlanRequest.Aim.SHORTEST, SECONDS_A_PROJECT, THREADS_A_PROJECT);
                count++;
                proven += plan.state() == Plan.State.OPTIMAL ? 1 : 0;
                worst = Math.max(worst, plan.isThere() ? 100.0 * (plan.end() - known) / known : 100);
            }
        }
        say("projects-unproven", List.of(100.0 * (count - proven) / Math.max(1, count)));
        say("projects-worst", List.of(worst));
    }

    private static void say(String code, List<Double> numbers) {
        StringBuilder line = new StringBuilder(code);
        numbers.forEach(number -> line.append(' ').append(String.format(Locale.ROOT, "%.3f", number)));
        System.out.println(line);
    }
}
