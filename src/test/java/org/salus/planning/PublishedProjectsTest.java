package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.SharedData;

/** Projects of the PSPLIB with 30 jobs, whose shortest plans are known. */
class PublishedProjectsTest {
    private static final long SEED = 30;
    private static final int SAMPLE = 24;

    private static ProjectAnswer solved(String name, String text) {
        return ProjectAnswer.of(
                name,
                ProjectFile.read(name, text),
                PlanRequest.of(PlanRequest.Aim.SHORTEST, 10).with(8, 1),
                Planner.shipped(),
                Planner.Watch.NOBODY);
    }

    private static ProjectFile.JobStart job(Map<String, ProjectFile.JobStart> jobs, String id) {
        return Objects.requireNonNull(jobs.get(id), id);
    }

    /** Whether every order and every limit of the file holds in the plan: nothing of the solver is asked for that. */
    private static void requireKept(ScheduleProblem problem, ProjectAnswer answer) {
        Map<String, ProjectFile.JobStart> jobs = new HashMap<>();
        answer.startTimes().forEach(job -> jobs.put(Integer.toString(job.job()), job));
        assertThat(jobs).hasSize(problem.steps().size());
        for (ScheduleProblem.Order order : problem.orders()) {
            assertThat(job(jobs, order.after()).start())
                    .isGreaterThanOrEqualTo(job(jobs, order.before()).finish());
        }
        for (ScheduleProblem.Limit limit : problem.limits()) {
            for (int time = 0; time < answer.makespan().orElseThrow(); time++) {
                int used = 0;
                for (ScheduleProblem.Step step : problem.steps()) {
                    ProjectFile.JobStart job = job(jobs, step.id());
                    if (job.start() <= time && time < job.finish()) {
                        used += step.uses().getOrDefault(limit.id(), 0);
                    }
                }
                assertThat(used).as("%s at %s", limit.title(), time).isLessThanOrEqualTo(limit.capacity());
            }
        }
    }

    @Test
    void the_first_one_takes_43_periods_and_its_plan_keeps_to_all_it_says() throws IOException {
        Path file = SharedData.file("scheduling/j301_1.sm");
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        ProjectAnswer answer = solved("j301_1.sm", text);
        assertThat(answer.optimal()).isTrue();
        assertThat(answer.makespan()).contains(43);
        requireKept(ProjectFile.read("j301_1.sm", text), answer);
    }

    @Test
    @Tag("slow")
    void a_sample_of_them_is_solved_as_published() throws IOException {
        Map<String, Integer> shortest = new HashMap<>();
        Files.readAllLines(SharedData.file("scheduling/kobe-j30-optimum.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> shortest.put(cells[0], Integer.parseInt(cells[1].strip())));
        Map<String, String> files = new TreeMap<>();
        try (InputStream bytes = Files.newInputStream(SharedData.file("scheduling/psplib-j30-sm.tar.xz"));
                TarArchiveInputStream archive = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().endsWith(".sm")) {
                    files.put(
                            entry.getName().replaceFirst(".*/", ""),
                            new String(archive.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertThat(files).hasSize(480);
        List<String> names = new ArrayList<>(files.keySet());
        Collections.shuffle(names, new Random(SEED));
        int proven = 0;
        for (String name : names.subList(0, SAMPLE)) {
            String text = files.getOrDefault(name, "");
            ProjectAnswer answer = solved(name, text);
            int known = shortest.getOrDefault(name, 0);
            requireKept(ProjectFile.read(name, text), answer);
            assertThat(answer.makespan().orElseThrow()).as(name).isBetween(known, known + known / 100);
            assertThat(answer.bound().orElseThrow()).as(name).isLessThanOrEqualTo((long) known);
            proven += answer.optimal() ? 1 : 0;
        }
        assertThat(proven).isGreaterThanOrEqualTo(SAMPLE * 9 / 10);
    }
}
