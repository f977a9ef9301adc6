package org.salus.portfolio.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.Sortable;
import org.salus.portfolio.Sorter;
import org.salus.portfolio.Sorting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** {@code salus classify FILE}: says of every activity in a file which reform area it supports, and why. One line per activity, as it is read. */
@Command(name = "classify")
public final class Classify implements Callable<Integer> {
    private static final JsonFactory JSON = new JsonFactory();

    private final ActivityFiles files;
    private final InputStream standardInput;
    private final Sorter sorter;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private @Nullable String file;

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSONL);

    @Mixin
    private Terminal terminal = new Terminal();

    /**
     * A command that sorts by the shipped rules and model.
     *
     * @param iati reads IATI XML; tables are read here
     */
    public Classify(ActivityTexts iati) {
        this(iati, System.in, Sorter.shipped());
    }

    Classify(ActivityTexts iati, InputStream standardInput, Sorter sorter) {
        this.files = new ActivityFiles(iati);
        this.standardInput = standardInput;
        this.sorter = sorter;
    }

    @Override
    public Integer call() {
        String name = file == null ? "" : file;
        Consumer<Sortable> line = format.chosen() == Format.JSONL ? this::json : this::text;
        files.read(name, standardInput, line);
        return 0;
    }

    private void json(Sortable activity) {
        Sorting sorting = sorter.sort(activity);
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("id", activity.id());
            json.writeStringProperty("area", sorting.area().code());
            json.writeNumberProperty("confidence", sorting.confidence());
            json.writeObjectPropertyStart("shares");
            for (Map.Entry<ReformArea, BigDecimal> share : sorting.shares().entrySet()) {
                json.writeNumberProperty(share.getKey().code(), share.getValue());
            }
            json.writeEndObject();
            json.writeArrayPropertyStart("reasons");
            for (Sentence reason : sorting.reasons()) {
                json.writeString(terminal.wording().say(reason));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        terminal.out().println(line);
    }

    private void text(Sortable activity) {
        Sorting sorting = sorter.sort(activity);
        PrintWriter out = terminal.out();
        String shares = sorting.shares().entrySet().stream()
                .map(share -> share.getKey().code() + " " + share.getValue().toPlainString() + " %")
                .collect(Collectors.joining(", "));
        String reasons = sorting.reasons().stream().map(terminal.wording()::say).collect(Collectors.joining("; "));
        out.println(Terminal.harmless(terminal.wording()
                .say(
                        "portfolio.classify.line",
                        activity.id().replaceAll("[\\s\\p{Cntrl}]+", " "),
                        sorting.area().code(),
                        sorting.confidence().toPlainString(),
                        shares,
                        reasons)));
    }
}
