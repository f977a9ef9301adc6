package org.salus.portal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code salus warm}: does once, in a temporary folder, what people do often, so that Java can note which classes that takes. The launcher runs it while
 * making its ahead-of-time cache. Exit codes: 0 everything was done; 1 something was not, and the cache would be of little use.
 */
@Command(name = "warm", hidden = true)
public final class WarmCommand implements Callable<Integer> {
    private final ToIntFunction<String[]> door;

    /** @param door runs one command line in silence and returns its exit code */
    public WarmCommand(ToIntFunction<String[]> door) {
        this.door = door;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("salus-warm");
        try {
            return work(folder) ? 0 : 1;
        } finally {
            remove(folder);
        }
    }

    private boolean work(Path folder) throws IOException {
        String data = folder.resolve("data").toString();
        List<String> load = new ArrayList<>(List.of("load", "--data", data));
        load.addAll(DemoFiles.list());
        return calls("--help")
                && calls("load", "--help")
                && calls(load.toArray(String[]::new))
                && calls("brief", "BDI", "--data", data)
                && calls("brief", "BDI", "--format", "json", "--data", data)
                && calls("sources", "--data", data)
                && calls("issues", "--data", data);
    }

    private boolean calls(String... words) {
        return door.applyAsInt(words) == 0;
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
