package org.salus.coordination.cli;

import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Address;
import picocli.CommandLine.Option;

/** The years, currency and measure a command is asked about: the words of the API's addresses. For use as a mixin. */
public final class Narrowed {
    @Option(names = "--from", paramLabel = "YEAR", descriptionKey = "coordination.from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "YEAR", descriptionKey = "coordination.to")
    private @Nullable String to;

    @Option(names = "--currency", paramLabel = "CODE", descriptionKey = "coordination.currency")
    private @Nullable String currency;

    @Option(names = "--measure", paramLabel = "MEASURE", descriptionKey = "coordination.measure")
    private @Nullable String measure;

    Address asked() {
        return Address.of("")
                .with("from", from)
                .with("to", to)
                .with("currency", currency)
                .with("measure", measure);
    }
}
