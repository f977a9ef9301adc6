package org.salus.frame.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --data DIR}: where everything is kept that was loaded or written. For use as a mixin. */
public final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "option.data", defaultValue = "${env:SALUS_DATA}")
    private @Nullable Path folder;

    /** The folder, absolute; {@code ~/.salus} unless the option or the environment variable SALUS_DATA says otherwise. It may not exist yet. */
    public Path folder() {
        Path chosen = folder == null || folder.toString().isEmpty()
                ? Path.of(System.getProperty("user.home"), ".salus")
                : folder;
        return chosen.toAbsolutePath().normalize();
    }
}
