package org.salus.portal.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs this program again as a process of its own, as somebody at a terminal would, and measures the whole of it. */
final class WholeProcess {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int POLL_MILLISECONDS = 5;

    private WholeProcess() {}

    /**
     * How a process went.
     *
     * @param seconds from before its start to after its end
     * @param megabytes most memory it held at once, in millions of bytes; empty where the system does not say
     */
    record Run(int exitCode, double seconds, Optional<Double> megabytes, String output) {}

    /** Where the program lies; the folder it was called in unless the launcher says otherwise. */
    static Path home() {
        return Path.of(System.getProperty("salus.home", "")).toAbsolutePath().normalize();
    }

    /** The command line of a call of Salus: by the launcher where there is one. */
    static List<String> salus(String... words) {
        Path launcher = home().resolve("salus");
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(launcher)
                && !System.getProperty("salus.home", "").isEmpty()) {
            command.add(launcher.toString());
        } else {
            command.addAll(java("org.salus.Salus"));
        }
        command.addAll(List.of(words));
        return command;
    }

    /** Java with the same options, classes and ahead-of-time cache as this process. */
    static List<String> java(String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return command;
    }

    /** Runs to the end. */
    static Run run(List<String> command) throws IOException, InterruptedException {
        File output = Files.createTempFile("salus-bench", ".txt").toFile();
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
            process.getOutputStream().close();
            Optional<Double> peak = Optional.empty();
            try {
                while (!process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                    Optional<Double> now = peak(process.pid());
                    peak = now.isPresent() ? now : peak;
                }
            } finally {
                process.destroyForcibly();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Run(
                    process.exitValue(), seconds, peak, Files.readString(output.toPath(), StandardCharsets.UTF_8));
        } finally {
            Files.delete(output.toPath());
        }
    }

    /** The most memory a living process has held, where the system tells it in {@code /proc}. */
    static Optional<Double> peak(long pid) {
        try {
            Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return peak.find() ? Optional.of(Long.parseLong(peak.group(1)) * 1024 / 1e6) : Optional.empty();
        } catch (IOException goneOrOtherSystem) {
            return Optional.empty();
        }
    }
}
