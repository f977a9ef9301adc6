package org.salus.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Reads a project of the PSPLIB (Kolisch and Sprecher 1997) with one mode a job: the files that end in {@code .sm}. Strict: what does not fit together is refused with the
 * line it stands in. Pure.
 */
public final class ProjectFile {
    private static final int MOST_JOBS = 2_000;
    private static final int MOST_RESOURCES = 200;
    private static final int LARGEST_NUMBER = 1_000_000;

    private static final Pattern JOBS = Pattern.compile("jobs\\s*\\(incl\\. supersource/sink ?\\)\\s*:\\s*(\\d+)\\s*");
    private static final Pattern HORIZON = Pattern.compile("horizon\\s*:\\s*(\\d+)\\s*");
    private static final Pattern RESOURCES =
            Pattern.compile("-\\s*(renewable|nonrenewable|doubly constrained)\\s*:\\s*(\\d+)\\s+\\w\\s*");
    private static final Pattern SEPARATOR = Pattern.compile("[*-]{10,}\\s*");

    private final String name;
    private final List<String> lines;
    private final Map<Integer, List<Integer>> successors = new TreeMap<>();
    private final Map<Integer, List<Integer>> requests = new TreeMap<>();
    private List<Integer> capacities = List.of();
    private int capacitiesLine;
    private int jobs = -1;
    private int horizon = -1;
    private int resources = -1;

    private ProjectFile(String name, String text) {
        this.name = name;
        this.lines = text.lines().toList();
    }

    /**
     * The project in a file: jobs are steps with their number as id, resources are limits with their number as id. Its first and last job take no time.
     *
     * @param name of the file, for what is said about it
     * @throws Failure (wrong use) if it is no such file, or not one that fits together
     */
    public static ScheduleProblem read(String name, String text) {
        ProjectFile file = new ProjectFile(name, text);
        file.read();
        return file.problem();
    }

    private void read() {
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            Matcher counted = JOBS.matcher(line);
            Matcher longest = HORIZON.matcher(line);
            Matcher resource = RESOURCES.matcher(line);
            if (counted.matches()) {
                jobs = number(counted.group(1), at);
                if (jobs < 1 || jobs > MOST_JOBS) {
                    throw wrong(at, "planning.sm.jobs", jobs, MOST_JOBS);
                }
            } else if (longest.matches()) {
                horizon = number(longest.group(1), at);
            } else if (resource.matches()) {
                resources(resource.group(1), number(resource.group(2), at), at);
            } else if (line.startsWith("PRECEDENCE RELATIONS")) {
                at = table(at + 2, this::successors);
            } else if (line.startsWith("REQUESTS/DURATIONS")) {
                at = table(at + 2, this::requests);
            } else if (line.startsWith("RESOURCEAVAILABILITIES")) {
                at = capacities(at + 2);
            }
        }
        if (jobs < 0 || horizon < 0 || resources < 0 || successors.isEmpty() || requests.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("planning.sm.no-project", name))
                    .advising(Sentence.of("planning.sm.no-project.advice"));
        }
    }

    private void resources(String kind, int count, int at) {
        if (kind.equals("renewable")) {
            if (count > MOST_RESOURCES) {
                throw wrong(at, "planning.sm.resources", count, MOST_RESOURCES);
            }
            resources = count;
        } else if (count > 0) {
            throw wrong(at, "planning.sm.kind", kind);
        }
    }

    private interface Row {
        void read(List<Integer> numbers, int at);
    }

    /** Reads rows of numbers until a line that separates, and answers where that is. */
    private int table(int from, Row row) {
        for (int at = from; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (SEPARATOR.matcher(line).matches()) {
                // The heads of the second table end with such a line, too.
                if (at == from) {
                    continue;
                }
                return at;
            }
            if (!line.isEmpty()) {
                row.read(numbers(line, at), at);
            }
        }
        return lines.size();
    }

    private List<Integer> numbers(String line, int at) {
        List<Integer> numbers = new ArrayList<>();
        for (String word : line.split("\\s+", -1)) {
            numbers.add(number(word, at));
        }
        return numbers;
    }

    private int number(String word, int at) {
        if (!word.matches("\\d{1,7}") || Integer.parseInt(word) > LARGEST_NUMBER) {
            throw wrong(at, "planning.sm.number", word, LARGEST_NUMBER);
        }
        return Integer.parseInt(word);
    }

    private void successors(List<Integer> row, int at) {
        if (row.size() < 3 || row.size() != 3 + row.get(2)) {
            throw wrong(at, "planning.sm.successors");
        }
        requireJobs(row.get(0), row.get(1), at);
        for (int next : row.subList(3, row.size())) {
            requireJob(next, at);
        }
        if (successors.put(row.get(0), List.copyOf(row.subList(3, row.size()))) != null) {
            throw wrong(at, "planning.sm.twice", row.get(0));
        }
    }

    private void requests(List<Integer> row, int at) {
        if (row.size() != 3 + Math.max(0, resources)) {
            throw wrong(at, "planning.sm.columns", row.size(), 3 + Math.max(0, resources));
        }
        requireJobs(row.get(0), row.get(1), at);
        if (requests.put(row.get(0), List.copyOf(row.subList(2, row.size()))) != null) {
            throw wrong(at, "planning.sm.twice", row.get(0));
        }
    }

    private int capacities(int at) {
        if (at >= lines.size()) {
            throw wrong(lines.size() - 1, "planning.sm.columns", 0, Math.max(0, resources));
        }
        capacities = lines.get(at).isBlank() ? List.of() : numbers(lines.get(at).strip(), at);
        capacitiesLine = at;
        if (capacities.size() != resources) {
            throw wrong(at, "planning.sm.columns", capacities.size(), Math.max(0, resources));
        }
        return at;
    }

    private void requireJobs(int job, int mode, int at) {
        requireJob(job, at);
        if (mode != 1) {
            throw wrong(at, "planning.sm.mode", job);
        }
    }

    private void requireJob(int job, int at) {
        if (job < 1 || job > jobs) {
            throw wrong(at, "planning.sm.no-job", job, Math.max(0, jobs));
        }
    }

    private Failure wrong(int at, String key, Object... arguments) {
        return Failure.wrongUse(Sentence.of("planning.sm.line", name, at + 1, Sentence.of(key, arguments)));
    }

    private ScheduleProblem problem() {
        List<ScheduleProblem.Step> steps = new ArrayList<>();
        List<ScheduleProblem.Order> orders = new ArrayList<>();
        if (capacities.size() != resources) {
            throw Failure.wrongUse(Sentence.of("planning.sm.no-capacities", name));
        }
        for (int job = 1; job <= jobs; job++) {
            List<Integer> request = requests.get(job);
            List<Integer> next = successors.get(job);
            if (request == null || next == null) {
                throw Failure.wrongUse(Sentence.of("planning.sm.no-row", name, job));
            }
            Map<String, Integer> uses = new LinkedHashMap<>();
            for (int resource = 1; resource <= resources; resource++) {
                int use = request.get(resource);
                if (use > capacities.get(resource - 1)) {
                    throw wrong(
                            capacitiesLine, "planning.sm.too-much", job, use, resource, capacities.get(resource - 1));
                }
                if (use > 0) {
                    uses.put(Integer.toString(resource), use);
                }
            }
            String id = Integer.toString(job);
            steps.add(ScheduleProblem.Step.of(id, id, request.getFirst(), uses));
            next.forEach(after -> orders.add(new ScheduleProblem.Order(id, Integer.toString(after), 0, "")));
        }
        List<ScheduleProblem.Limit> limits = new ArrayList<>();
        for (int resource = 1; resource <= resources; resource++) {
            limits.add(new ScheduleProblem.Limit(
                    Integer.toString(resource), "R " + resource, capacities.get(resource - 1)));
        }
        // The horizon of a file is an upper bound, which some files set too low for their own durations.
        int longest = steps.stream().mapToInt(ScheduleProblem.Step::duration).sum();
        ScheduleProblem problem = new ScheduleProblem(Math.max(horizon, longest), steps, orders, limits, List.of());
        Optional<Sentence> fault = problem.faults().stream().findFirst();
        if (fault.isPresent()) {
            throw Failure.wrongUse(Sentence.of("planning.sm.fault", name, fault.get()));
        }
        return problem;
    }

    /** When each job of a project begins and is over in a plan, in the order of the file. */
    public static List<JobStart> starts(ScheduleProblem problem, Plan plan) {
        Map<String, Integer> starts = new HashMap<>(plan.starts());
        return problem.steps().stream()
                .filter(step -> starts.containsKey(step.id()))
                .map(step -> new JobStart(
                        Integer.parseInt(step.id()),
                        starts.getOrDefault(step.id(), 0),
                        starts.getOrDefault(step.id(), 0) + step.duration()))
                .toList();
    }

    /** When a job begins and is over. */
    public record JobStart(int job, int start, int finish) {}
}
