package org.salus.portal.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code salus bench}: measures speed and size of this program on this machine, each beside its promise and its reference. Everything is run as whole
 * processes in a temporary folder. A missed promise is said, and is no failure of the command.
 */
@Command(name = "bench")
public final class BenchCommand implements Callable<Integer> {
    private static final int RUNS = 5;
    private static final int LONG_RUNS = 3;
    private static final int COPIES = 50;
    private static final int TIMES = 10;
    /** Of a file of 205 activities: 25,010. */
    private static final int PIVOT_COPIES = 122;

    private static final int FINDINGS_COPIES = 25;

    private static final int MOST_MEGABYTES = 600;
    private static final int CONNECTIONS = 4;
    private static final int WARM_ROUNDS = 3;
    private static final int ROUNDS = 20;
    /** Countries the measured data has most activities in, and those of the aid-information systems. */
    private static final List<String> COUNTRIES =
            List.of("BDI", "SOM", "COL", "NGA", "IRQ", "LBY", "CAF", "TCD", "COD", "SYR", "AFG", "UGA");

    @Option(names = "--quick", descriptionKey = "bench.quick")
    private boolean quick;

    @Option(names = "--part", paramLabel = "PART", descriptionKey = "bench.part")
    private List<Part> parts = List.of();

    @Option(names = "--shared", paramLabel = "DIR", descriptionKey = "bench.shared")
    private @Nullable Path shared;

    @Mixin
    private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    private final List<Measured> lines = new ArrayList<>();

    /**
     * What the bench says.
     *
     * @param runs how often each load was run
     */
    record Answer(Machine machine, int runs, List<Measured> lines) {}

    /**
     * Where it was measured.
     *
     * @param busy processes that wanted a core when the bench began, by the system's own average over a minute; negative if it does not say
     */
    record Machine(String system, String java, int cores, long memoryMegabytes, double busy) {
        static Machine here() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Machine(
                    System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                    System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"),
                    system.getAvailableProcessors(),
                    system.getTotalMemorySize() / 1_000_000,
                    system.getSystemLoadAverage());
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean json = format.isJson();
        Machine machine = Machine.here();
        if (!json) {
            terminal.say(Sentence.of(
                    "portal.bench.machine",
                    machine.system(),
                    machine.cores(),
                    machine.memoryMegabytes(),
                    machine.java(),
                    machine.busy()));
        }
        Path folder = Files.createTempDirectory("salus-bench");
        try {
            measure(folder);
        } finally {
            WarmCommand.remove(folder);
        }
        if (json) {
            terminal.out()
                    .println(AnswerJson.in(terminal.wording())
                            .writeValueAsString(new Answer(machine, quick ? 1 : RUNS, lines)));
        } else {
            terminal.say(Sentence.of("portal.bench.foot"));
        }
        return 0;
    }

    /** What can be measured alone; everything is measured in this order. */
    enum Part {
        LOAD,
        ARCHIVE,
        PAGES,
        COORDINATION,
        WORKSPACE,
        DRAWING,
        IMPACT,
        PAPERS,
        PLAN,
        SIZES
    }

    private void measure(Path folder) throws IOException, InterruptedException {
        for (Part part : Part.values()) {
            if (parts.isEmpty() ? !quick || part == Part.LOAD : parts.contains(part)) {
                measure(part, folder);
            }
        }
    }

    private void measure(Part part, Path folder) throws IOException, InterruptedException {
        switch (part) {
            case LOAD -> load(folder);
            case ARCHIVE -> archive(folder);
            case PAGES -> {
                firstPage(folder);
                pages(folder);
                pivots(folder);
            }
            case COORDINATION -> coordination(folder);
            case WORKSPACE -> workspaces(folder);
            case DRAWING -> {
                drawing();
                chain();
            }
            case IMPACT -> impact();
            case PAPERS -> {
                strategyPages(folder);
                paper(folder);
                weekPapers(folder);
            }
            case PLAN -> plans();
            case SIZES -> sizes();
        }
    }

    /** A workspace of 20,000 items with three versions each, opened and written to by processes of their own. */
    private void workspaces(Path folder) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("workspace"));
        terminal.remark(Sentence.of("portal.bench.writing", LedgerMeasures.ITEMS * LedgerMeasures.VERSIONS));
        measured("fill", place.toString(), Integer.toString(LedgerMeasures.ITEMS));
        List<Double> opened = new ArrayList<>();
        List<Double> held = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Map<String, List<Double>> said = measured("open", place.toString());
            opened.addAll(said.getOrDefault("open", List.of()));
            held.addAll(said.getOrDefault("held", List.of()));
        }
        line(Measured.of("workspace-open", "ms", opened, 400));
        line(Measured.of("workspace-memory", "MB", held, 80));
        Map<String, List<Double>> said = measured("append", place.toString());
        List<Double> alone = said.getOrDefault("append", List.of());
        double bare = Measured.percentile(said.getOrDefault("bare", List.of()), 99);
        double slow = Measured.percentile(alone, 99);
        line(Measured.at("append", "ms", slow, List.of(Measured.median(alone), slow), 15)
                .beside(bare));
        line(Measured.at("append-ratio", "x", slow / bare, List.of(slow / bare), 10));
        List<Double> together = said.getOrDefault("together", List.of());
        double slowest = Measured.percentile(together, 99);
        line(Measured.at("append-together", "ms", slowest, List.of(Measured.median(together), slowest), 100));
    }

    /** Drawn several times in one process, as a server does; the first time is that of a program that has just started. */
    private void drawing() throws IOException, InterruptedException {
        List<Double> drawn = measured("draw").getOrDefault("draw", List.of());
        line(Measured.at("drawing-first", "ms", drawn.getFirst(), drawn.subList(0, 1), 0));
        line(Measured.of("drawing", "ms", drawn.subList(WARM_ROUNDS, drawn.size()), 1000));
    }

    /** A results chain that is edited is drawn after every step. */
    private void chain() throws IOException, InterruptedException {
        Map<String, List<Double>> said = numbers("org.salus.portal.cli.ChainMeasures");
        List<Double> drawn = said.getOrDefault("chain", List.of());
        List<Double> bare = said.getOrDefault("boxes", List.of());
        line(Measured.at("chain-first", "ms", drawn.getFirst(), drawn.subList(0, 1), 0));
        line(Measured.of("chain", "ms", drawn.subList(WARM_ROUNDS, drawn.size()), 1000)
                .beside(Measured.median(bare.subList(WARM_ROUNDS, bare.size()))));
        List<Double> looked = said.getOrDefault("holes", List.of());
        List<Double> read = said.getOrDefault("read", List.of());
        line(Measured.of("holes", "ms", looked.subList(looked.size() / 2, looked.size()), 30)
                .beside(Measured.median(read.subList(read.size() / 2, read.size()))));
    }

    /** Causal methods on tables of the size they are promised for; the first run of each in a program that has just started. */
    private void impact() throws IOException, InterruptedException {
        Map<String, List<Double>> said = numbers("org.salus.portal.cli.ImpactMeasures");
        line(Measured.of("impact-synth", "ms", said.getOrDefault("synth", List.of()), 5000));
        line(Measured.of("impact-did", "ms", said.getOrDefault("did", List.of()), 2000));
        line(Measured.of("impact-its", "ms", said.getOrDefault("its", List.of()), 2000));
    }

    /** Published projects whose shortest plans are known, and invented programs. */
    private void plans() throws IOException, InterruptedException {
        Path folder = data("scheduling");
        if (!Files.exists(folder)) {
            skip("%", "projects-unproven", missing(folder));
            return;
        }
        Map<String, List<Double>> said = numbers("org.salus.portal.cli.PlanMeasures", folder.toString());
        List<Double> unproven = said.getOrDefault("projects-unproven", List.of());
        List<Double> worst = said.getOrDefault("projects-worst", List.of());
        line(Measured.of("projects-unproven", "%", unproven, 2));
        line(Measured.of("projects-worst", "%", worst, 1));
        List<Double> gaps = said.getOrDefault("program-gap", List.of());
        List<Double> seconds = said.getOrDefault("program-time", List.of());
        line(Measured.at("program-gap", "%", Measured.percentile(gaps, 100), gaps, 5));
        line(Measured.at("program-time", "s", Measured.percentile(seconds, 100), seconds, 20));
    }

    private static Map<String, List<Double>> measured(String... words) throws IOException, InterruptedException {
        return numbers("org.salus.portal.cli.LedgerMeasures", words);
    }

    private static Map<String, List<Double>> numbers(String program, String... words)
            throws IOException, InterruptedException {
        List<String> command = WholeProcess.java(program);
        command.addAll(List.of(words));
        Map<String, List<Double>> said = new TreeMap<>();
        succeeding(command)
                .output()
                .lines()
                .map(line -> List.of(line.split(" ", -1)))
                .forEach(line -> {
                    if (line.size() > 1
                            && line.subList(1, line.size()).stream().allMatch(word -> word.matches("[0-9.]+"))) {
                        said.put(
                                line.getFirst(),
                                line.stream().skip(1).map(Double::valueOf).toList());
                    }
                });
        return said;
    }

    /** The file, a bare pass over it, and ten times the file, in turns: what else the machine does then weighs on all three. */
    private void load(Path folder) throws IOException, InterruptedException {
        Path original = data("iati/activities/datastore-fixtures/CD.xml");
        if (!Files.exists(original)) {
            skip("s", "load-time", missing(original));
            return;
        }
        Path file = folder.resolve("dfid-50.xml");
        Path large = folder.resolve("dfid-500.xml");
        SuffixedCopies.write(original, COPIES, file);
        int longRuns = quick ? 0 : LONG_RUNS;
        if (longRuns > 0) {
            SuffixedCopies.write(original, COPIES * TIMES, large);
        }
        Loads usual = new Loads();
        Loads tenfold = new Loads();
        List<Double> bare = new ArrayList<>();
        List<Double> overBare = new ArrayList<>();
        List<Double> overUsual = new ArrayList<>();
        for (int run = 0; run < (quick ? 1 : RUNS); run++) {
            terminal.remark(Sentence.of("portal.bench.running", "dfid-50.xml", run + 1));
            double seconds = usual.add(load(folder, file));
            bare.add(bare(file).seconds());
            overBare.add(seconds / bare.getLast());
            if (run < longRuns) {
                terminal.remark(Sentence.of("portal.bench.running", "dfid-500.xml", run + 1));
                overUsual.add(tenfold.add(load(folder, large)) / seconds);
            }
        }
        line(Measured.of("load-time", "s", usual.seconds, 3).beside(Measured.median(bare)));
        line(Measured.of("load-ratio", "x", overBare, 14));
        memory("load-memory", usual.megabytes);
        if (longRuns > 0) {
            line(Measured.of("tenfold-time", "s", tenfold.seconds, 0));
            line(Measured.of("tenfold-ratio", "x", overUsual, 11));
            memory("tenfold-memory", tenfold.megabytes);
        }
        Files.deleteIfExists(large);
        Files.delete(file);
    }

    private static final class Loads {
        private final List<Double> seconds = new ArrayList<>();
        private final List<Double> megabytes = new ArrayList<>();

        double add(WholeProcess.Run run) {
            seconds.add(run.seconds());
            run.megabytes().ifPresent(megabytes::add);
            return run.seconds();
        }
    }

    private void archive(Path folder) throws IOException, InterruptedException {
        Path file = data("iati/activities/hdx/hdx-dportal-2021-06-08.tar.xz");
        if (!Files.exists(file)) {
            skip("s", "archive-time", missing(file));
            return;
        }
        List<Double> seconds = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int run = 0; run < LONG_RUNS; run++) {
            terminal.remark(Sentence.of(
                    "portal.bench.running",
                    Objects.requireNonNull(file.getFileName()).toString(),
                    run + 1));
            WholeProcess.Run loaded = load(folder, file);
            seconds.add(loaded.seconds());
            bare.add(bare(file).seconds());
            loaded.megabytes().ifPresent(memory::add);
        }
        line(Measured.of("archive-time", "s", seconds, 8).beside(Measured.median(bare)));
        memory("archive-memory", memory);
    }

    private void memory(String code, List<Double> megabytes) {
        memory(code, megabytes, MOST_MEGABYTES);
    }

    private void memory(String code, List<Double> megabytes, double most) {
        if (megabytes.isEmpty()) {
            skip("MB", code, Sentence.of("portal.bench.no-memory"));
        } else {
            line(Measured.of(code, "MB", megabytes, most));
        }
    }

    private void firstPage(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("demo");
        if (!isServing()) {
            skip("s", "first-page", Sentence.of("portal.bench.no-server"));
            return;
        }
        DemoPack.load(data);
        List<Double> quickly = new ArrayList<>();
        List<Double> slowly = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            terminal.remark(Sentence.of("portal.bench.running", "serve", run + 1));
            quickly.add(firstPage(data, Map.of()));
            slowly.add(firstPage(data, Map.of("SALUS_JAVA_OPTS", "-XX:AOTMode=off")));
        }
        line(Measured.of("first-page", "s", quickly, 2.5));
        line(Measured.of("first-page-no-cache", "s", slowly, 6));
    }

    private static double firstPage(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (ServedPages pages = ServedPages.start(data, settings)) {
            pages.get("/");
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private void pages(Path folder) throws IOException, InterruptedException {
        List<String> files = new ArrayList<>();
        for (String below : List.of("iati/activities/hdx", "iati/activities/usaid", "aims")) {
            files.addAll(filesIn(data(below)));
        }
        if (files.isEmpty()) {
            skip("ms", "country-page", missing(data("aims")));
            return;
        }
        if (!isServing()) {
            skip("ms", "country-page", Sentence.of("portal.bench.no-server"));
            return;
        }
        Path data = folder.resolve("much");
        terminal.remark(Sentence.of("portal.bench.filling", files.size()));
        List<String> command = new ArrayList<>(List.of("load", "--data", data.toString()));
        command.addAll(files);
        succeeding(WholeProcess.salus(command.toArray(String[]::new)));
        try (ServedPages served = ServedPages.start(data, Map.of())) {
            List<String> pages =
                    COUNTRIES.stream().map(country -> "/countries/" + country).toList();
            List<String> answers = COUNTRIES.stream()
                    .map(country -> "/api/v1/countries/" + country + "/support")
                    .toList();
            served.get("/");
            if (served.has(pages.getFirst())) {
                List<Double> first = served.getAtOnce(1, 1, pages);
                line(Measured.at("country-page-first", "ms", Measured.median(first), first, 0));
                served.getAtOnce(1, WARM_ROUNDS, pages);
                List<Double> shown = served.getAtOnce(1, ROUNDS, pages);
                line(Measured.at("country-page", "ms", Measured.percentile(shown, 95), shown, 100));
            } else {
                skip("ms", "country-page", Sentence.of("portal.bench.no-server"));
            }
            served.getAtOnce(CONNECTIONS, WARM_ROUNDS, answers);
            List<Double> answered = served.getAtOnce(CONNECTIONS, ROUNDS, answers);
            line(Measured.of("support", "ms", answered, 20));
            served.peak().ifPresent(peak -> line(Measured.at("server-memory", "MB", peak, List.of(peak), 0)));
        }
    }

    /** Views of one country with 25,000 activities, in turn. */
    private void pivots(Path folder) throws IOException, InterruptedException {
        Path original = data("iati/activities/datastore-fixtures/CD.xml");
        if (!Files.exists(original)) {
            skip("ms", "pivot", missing(original));
            return;
        }
        if (!isServing()) {
            skip("ms", "pivot", Sentence.of("portal.bench.no-server"));
            return;
        }
        Path file = folder.resolve("pivot.xml");
        SuffixedCopies.write(original, PIVOT_COPIES, file);
        Path data = folder.resolve("pivot");
        succeeding(WholeProcess.salus("load", file.toString(), "--data", data.toString()));
        Files.delete(file);
        String pivot = "/countries/COD/pivot?";
        List<String> pages = List.of(
                pivot + "rows=donor&columns=area",
                pivot + "rows=area&columns=year&measure=disbursements",
                pivot + "rows=funder&columns=implementer&measure=disbursements",
                pivot + "rows=place&columns=donor&measure=activities",
                pivot + "rows=area&columns=year&measure=months&reform=yes",
                pivot + "rows=implementer&columns=year&measure=budgets");
        try (ServedPages served = ServedPages.start(data, Map.of())) {
            List<Double> first = served.getAtOnce(1, 1, pages);
            line(Measured.at("pivot-first", "ms", Measured.median(first), first, 0));
            served.getAtOnce(1, WARM_ROUNDS, pages);
            List<Double> shown = served.getAtOnce(1, ROUNDS, pages);
            line(Measured.at("pivot", "ms", Measured.percentile(shown, 95), shown, 100));
        }
    }

    /** All findings about a country of some 5,000 activities, and 10,000 names of organisations put together. */
    private void coordination(Path folder) throws IOException, InterruptedException {
        Path original = data("iati/activities/datastore-fixtures/CD.xml");
        if (!Files.exists(original)) {
            skip("ms", "findings", missing(original));
            return;
        }
        Path file = folder.resolve("findings.xml");
        SuffixedCopies.write(original, FINDINGS_COPIES, file);
        Path data = folder.resolve("findings");
        succeeding(WholeProcess.salus("load", file.toString(), "--data", data.toString()));
        Files.delete(file);
        Path names = folder.resolve("names.xml");
        CoordinationMeasures.names(names, "BI");
        Path named = folder.resolve("names");
        succeeding(WholeProcess.salus("load", names.toString(), "--data", named.toString()));
        Map<String, List<Double>> said =
                numbers("org.salus.portal.cli.CoordinationMeasures", data.toString(), "COD", named.toString(), "BDI");
        List<Double> found = said.getOrDefault("findings", List.of());
        line(Measured.at("findings-first", "ms", found.getFirst(), found.subList(0, 1), 0));
        line(Measured.of("findings", "ms", found.subList(found.size() / 2, found.size()), 300));
        List<Double> joined = said.getOrDefault("organisations", List.of());
        line(Measured.at("organisations", "ms", Measured.percentile(joined, 100), joined, 2_000));
    }

    private void strategyPages(Path folder) throws IOException, InterruptedException {
        if (!isServing()) {
            skip("ms", "strategy-page", Sentence.of("portal.bench.no-server"));
            return;
        }
        Path data = Files.createDirectory(folder.resolve("strategy"));
        List<String> pages = ChainMeasures.found(data);
        try (ServedPages served = ServedPages.start(data, Map.of())) {
            served.getAtOnce(1, WARM_ROUNDS, pages);
            List<Double> all = new ArrayList<>();
            for (String page : pages) {
                List<Double> shown = served.getAtOnce(1, ROUNDS, List.of(page));
                all.addAll(shown);
                terminal.remark(Sentence.of(
                        "portal.bench.page", page.replaceFirst(".*/goals", ""), Measured.percentile(shown, 95)));
            }
            line(Measured.at("strategy-page", "ms", Measured.percentile(all, 95), all, 150));
        }
    }

    /** A long document for Word and as PDF, by processes that begin with nothing, as a command at a terminal does. */
    private void paper(Path folder) throws IOException, InterruptedException {
        List<String> command = WholeProcess.java("org.salus.portal.cli.PaperMeasures");
        command.add(folder.toString());
        List<Double> seconds = new ArrayList<>();
        List<Double> megabytes = new ArrayList<>();
        for (int run = 0; run < LONG_RUNS; run++) {
            terminal.remark(Sentence.of("portal.bench.running", "paper.pdf, paper.docx", run + 1));
            WholeProcess.Run written = succeeding(command);
            seconds.add(written.seconds());
            written.megabytes().ifPresent(megabytes::add);
        }
        line(Measured.of("paper", "s", seconds, 8));
        memory("paper-memory", megabytes, 900);
    }

    /** Every paper of the working week from the demo, for Word and as PDF, as somebody at a page asks for it: the slowest of a server that has just started, and of one that runs. */
    private void weekPapers(Path folder) throws IOException, InterruptedException {
        if (!isServing()) {
            skip("s", "week-paper", Sentence.of("portal.bench.no-server"));
            return;
        }
        try (ServedPages served = ServedPages.demo(folder.resolve("week"))) {
            List<String> papers = WeekPapers.of(served.text("/api/v1/workspaces"));
            List<Double> first = seconds(served, papers);
            line(Measured.at("week-paper-first", "s", Collections.max(first), first, 3));
            List<Double> again = new ArrayList<>();
            for (int round = 0; round < WARM_ROUNDS; round++) {
                again.addAll(seconds(served, papers));
            }
            line(Measured.at("week-paper", "s", Collections.max(again), again, 3));
        }
    }

    private List<Double> seconds(ServedPages served, List<String> papers) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (String paper : papers) {
            double taken = served.get(paper);
            seconds.add(taken / 1e3);
            terminal.remark(Sentence.of("portal.bench.page", paper.replaceFirst(".*/papers/", ""), taken));
        }
        return seconds;
    }

    private void sizes() throws IOException {
        Path built = WholeProcess.home().resolve("target");
        for (Map.Entry<String, Path> one : List.of(
                Map.entry("size-jar", built.resolve("salus.jar")),
                Map.entry("size-app", built.resolve("app")),
                Map.entry("size-cache", built.resolve("app").resolve("salus.aot")))) {
            if (Files.exists(one.getValue())) {
                double size = size(one.getValue()) / 1e6;
                line(Measured.at(one.getKey(), "MB", size, List.of(size), 0));
            }
        }
    }

    private static long size(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** This build may be one that has no pages. */
    private static boolean isServing() throws IOException, InterruptedException {
        return WholeProcess.run(WholeProcess.salus("serve", "--help")).exitCode() == 0;
    }

    private static WholeProcess.Run load(Path folder, Path file) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try {
            return succeeding(WholeProcess.salus("load", file.toString(), "--data", data.toString()));
        } finally {
            WarmCommand.remove(data);
        }
    }

    private static WholeProcess.Run bare(Path file) throws IOException, InterruptedException {
        List<String> command = WholeProcess.java("org.salus.evidence.cli.BarePass");
        command.add(file.toString());
        return succeeding(command);
    }

    private static WholeProcess.Run succeeding(List<String> command) throws IOException, InterruptedException {
        WholeProcess.Run run = WholeProcess.run(command);
        if (run.exitCode() != 0) {
            throw Failure.notPossible(
                    Sentence.of("portal.bench.broken", run.output().lines().reduce("", (before, last) -> last)),
                    new IOException(run.output()));
        }
        return run;
    }

    private Path data(String below) {
        return (shared == null ? WholeProcess.home().resolve("../shared/data") : shared)
                .resolve(below)
                .normalize();
    }

    private static List<String> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private static Sentence missing(Path file) {
        return Sentence.of("portal.bench.no-data", file.toString());
    }

    private void skip(String unit, String code, Sentence why) {
        line(Measured.skipped(code, unit, why));
    }

    private void line(Measured line) {
        lines.add(line);
        if (format.isJson()) {
            return;
        }
        String name = terminal.wording().say("portal.bench.line." + line.code());
        Sentence skipped = line.skipped();
        if (skipped != null) {
            terminal.out().printf("%-64s  %s%n", name, terminal.wording().say(skipped));
            return;
        }
        Double limit = line.limit();
        Double reference = line.reference();
        Boolean met = line.met();
        terminal.out()
                .printf(
                        "%-64s %12s  %-12s %-8s %s%n",
                        name,
                        shown(Objects.requireNonNull(line.value()), line.unit()),
                        limit == null ? "" : "≤ " + shown(limit, line.unit()),
                        met == null ? "" : terminal.wording().say(met ? "portal.bench.met" : "portal.bench.missed"),
                        reference == null
                                ? ""
                                : terminal.wording()
                                        .say("portal.bench.reference." + line.code(), shown(reference, line.unit())));
        terminal.out().flush();
    }

    private static String shown(double value, String unit) {
        String number = String.format(Locale.ROOT, value < 20 && !unit.equals("MB") ? "%.2f" : "%,.0f", value);
        return unit.equals("x") ? number + " ×" : number + " " + unit;
    }
}
