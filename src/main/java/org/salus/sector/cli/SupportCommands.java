package org.salus.sector.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.frame.web.Address;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.sector.ImportPreview.Doing;
import org.salus.sector.MapQuestion;
import org.salus.sector.MatrixFile;
import org.salus.sector.MatrixImport;
import org.salus.sector.MatrixPreview;
import org.salus.sector.SectorAnswers;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportImport;
import org.salus.sector.SupportList;
import org.salus.workspace.Faces;
import org.salus.workspace.PrivateLayers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parts of {@code salus sector} that deal with known support. */
final class SupportCommands {
    private SupportCommands() {}

    /** Known support. */
    @Command(name = "support")
    static final class Listing extends SectorJob {
        @Option(names = "--stage", paramLabel = "STAGE", descriptionKey = "sector.support.stage")
        private @Nullable String stage;

        @Option(names = "--area", paramLabel = "CODE", descriptionKey = "sector.support.area")
        private @Nullable String area;

        @Option(names = "--institution", paramLabel = "ITEM", descriptionKey = "sector.support.institution")
        private @Nullable String institution;

        @Option(names = "--partner", paramLabel = "NAME", descriptionKey = "sector.support.partner")
        private @Nullable String partner;

        @Option(names = "--words", paramLabel = "TEXT", descriptionKey = "sector.support.q")
        private @Nullable String words;

        @Option(names = "--layers", descriptionKey = "sector.support.layers")
        private boolean withLayers;

        Listing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            Address asked = Address.of("")
                    .with("stage", stage)
                    .with("area", area)
                    .with("institution", institution)
                    .with("partner", partner)
                    .with("q", words)
                    .with("layers", withLayers ? "yes" : null);
            List<View> layers = PrivateLayers.of(workspace.id(), desk.account(), desk.workspaces());
            if (format.isJson()) {
                json(answers(view, asked).support(layers));
                return 0;
            }
            SupportList list = SupportList.of(
                    view, layers, question(asked), terminal.wording().locale());
            list.lines().forEach(line -> {
                terminal.say(Sentence.of(
                        "sector.cli.support",
                        line.item().value().partner(),
                        line.item().value().title(),
                        line.institution(),
                        line.item().value().area().map(found -> found.code()).orElse(""),
                        line.item().value().stage().label(),
                        amount(line.item().value().amount())));
                list.withoutDecision(line).forEach(terminal::remark);
            });
            list.totals()
                    .forEach((of, sums) -> sums.forEach((currency, sum) -> terminal.say(
                            Sentence.of("sector.cli.support.total", of.label(), currency, sum.toPlainString()))));
            terminal.say(Sentence.of("sector.support.without", list.withoutAmount()));
            terminal.remark(Sentence.of("sector.support.standing"));
            return 0;
        }

        private String amount(SupportAmount amount) {
            if (!amount.isKnown()) {
                return terminal.wording().say("sector.support.unknown");
            }
            String exact = amount.exact()
                    .map(BigDecimal::toPlainString)
                    .orElseGet(() -> end(amount.least()) + "–" + end(amount.most()));
            return (amount.currency() + " " + exact).strip();
        }

        private static String end(Optional<BigDecimal> amount) {
            return amount.map(BigDecimal::toPlainString).orElse("?");
        }
    }

    /** Brings in a partner's own table. */
    @Command(name = "support-import")
    static final class Importing extends SectorJob {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sector.support-import.file")
        private String file = "";

        @Option(names = "--column", paramLabel = "FIELD=HEADING", descriptionKey = "sector.support-import.column")
        private Map<String, String> columns = new LinkedHashMap<>();

        @Option(names = "--same", paramLabel = "FIELD=TEXT", descriptionKey = "sector.support-import.same")
        private Map<String, String> same = new LinkedHashMap<>();

        @Option(names = "--sheet", paramLabel = "NAME", descriptionKey = "sector.support-import.sheet")
        private @Nullable String sheet;

        @Option(names = "--decimal", paramLabel = "SIGN", descriptionKey = "sector.support-import.decimal")
        private @Nullable String decimal;

        @Option(names = "--factor", paramLabel = "N", descriptionKey = "sector.support-import.factor")
        private @Nullable String factor;

        @Option(names = "--origin", paramLabel = "ORIGIN", descriptionKey = "sector.support-import.origin")
        private @Nullable String origin;

        @Option(names = "--name", paramLabel = "NAME", descriptionKey = "sector.support-import.name")
        private @Nullable String name;

        @Option(names = "--kept", paramLabel = "WHOM", descriptionKey = "sector.support-import.kept")
        private @Nullable String kept;

        @Option(names = "--preview", descriptionKey = "sector.import.preview")
        private boolean preview;

        Importing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) throws IOException {
            Address asked = Address.of("")
                    .with("sheet", sheet)
                    .with("decimal", decimal)
                    .with("factor", factor)
                    .with("origin", origin)
                    .with("name", name)
                    .with("kept", kept);
            for (Map.Entry<String, String> column : columns.entrySet()) {
                asked = asked.with("column-" + column.getKey(), column.getValue());
            }
            for (Map.Entry<String, String> one : same.entrySet()) {
                // An address cannot say that something is empty.
                asked = asked.with(
                        "same-" + one.getKey(), one.getValue().isBlank() ? SupportImport.NOTHING : one.getValue());
            }
            MapQuestion words = question(asked).knowing(SupportImport.words().toArray(String[]::new));
            SupportImport what = SupportImport.asked(
                    read(file, MatrixFile::read), words, desk.workspaces(), workspace, desk.account());
            MatrixPreview found = what.preview(desk.workspaces(), workspace, desk.account());
            Optional<Digest> entry = Optional.empty();
            if (!preview && !found.edits().isEmpty()) {
                Outcome outcome = what.accept(found, desk.workspaces(), workspace, desk.account(), terminal.wording());
                if (!(outcome instanceof Outcome.Accepted accepted)) {
                    return told(desk, workspace, outcome);
                }
                entry = Optional.of(accepted.entry());
            }
            if (format.isJson()) {
                json(SectorAnswers.brought(what, found, entry));
                return 0;
            }
            if (found.isTooMuch()) {
                throw MatrixImport.tooMuch(found);
            }
            found.problems().forEach(this::tell);
            what.mapping()
                    .columns()
                    .forEach((field, heading) ->
                            terminal.remark(Sentence.of("sector.cli.column", field.label(), heading)));
            what.mapping()
                    .fixed()
                    .forEach((field, same) -> terminal.remark(Sentence.of("sector.cli.same", field.label(), same)));
            terminal.remark(Sentence.of(
                    "sector.cli.numbers",
                    Sentence.of(
                            what.mapping().decimalComma()
                                    ? "sector.support.decimal.comma"
                                    : "sector.support.decimal.point"),
                    what.mapping().factor()));
            terminal.say(Sentence.of(
                    "sector.support.rows", found.rows(), found.lines().size(), found.leftOut()));
            terminal.say(Sentence.of(
                    "sector.support.counts",
                    found.count(Doing.NEW),
                    found.count(Doing.CHANGED),
                    found.count(Doing.SAME)));
            if (!found.unmatched().isEmpty()) {
                terminal.remark(Sentence.of(
                        "sector.support.unmatched",
                        String.join(", ", found.unmatched().keySet())));
            }
            terminal.say(Sentence.of("sector.cli.kept", what.keptFor().label()));
            terminal.say(
                    entry.isPresent()
                            ? Sentence.of("workspace.cli.accepted", entry.get().brief())
                            : Sentence.of(
                                    found.edits().isEmpty()
                                            ? "sector.cli.imported.nothing"
                                            : "sector.cli.imported.preview"));
            return 0;
        }
    }
}
