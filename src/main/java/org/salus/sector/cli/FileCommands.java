package org.salus.sector.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Version;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.sector.ImportPreview;
import org.salus.sector.ImportPreview.Doing;
import org.salus.sector.SectorAnswers;
import org.salus.sector.SectorDownload;
import org.salus.sector.SectorImport;
import org.salus.workspace.Faces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parts of {@code salus sector} that deal with files of the map. */
final class FileCommands {
    private FileCommands() {}

    /** Brings in a file. */
    @Command(name = "import")
    static final class Importing extends SectorJob {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sector.import.file")
        private String file = "";

        @Option(names = "--preview", descriptionKey = "sector.import.preview")
        private boolean preview;

        Importing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) throws IOException {
            ImportPreview found = read(
                    file,
                    (bytes, name) -> SectorImport.preview(
                            bytes, name, view, terminal.wording().locale()));
            if (!format.isJson()) {
                found.problems().forEach(this::tell);
            }
            Optional<Digest> entry = Optional.empty();
            if (!preview && !found.edits().isEmpty()) {
                Outcome outcome = SectorImport.accept(workspace, desk.account(), found);
                if (!(outcome instanceof Outcome.Accepted accepted)) {
                    return told(desk, workspace, outcome);
                }
                entry = Optional.of(accepted.entry());
            }
            if (format.isJson()) {
                json(SectorAnswers.imported(found, entry));
                return 0;
            }
            for (String kind : java.util.List.of("actor", "tie", "source")) {
                terminal.say(Sentence.of(
                        "sector.cli.imported.line",
                        Sentence.of("sector.web.import.kind." + kind),
                        found.count(Doing.NEW, kind),
                        found.count(Doing.CHANGED, kind),
                        found.count(Doing.SAME, kind)));
            }
            terminal.say(Sentence.of("sector.web.import.rows", found.rows(), found.taken(), found.leftOut()));
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

    /** Takes the map out as a file. */
    @Command(name = "export")
    static final class Exporting extends SectorJob {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "sector.export.file")
        private Path file = Path.of("");

        @Option(names = "--table", paramLabel = "TABLE", descriptionKey = "sector.export.table")
        private @Nullable String table;

        @Option(names = "--interviews", descriptionKey = "sector.export.interviews")
        private boolean interviews;

        @Mixin
        private DayOption on = new DayOption();

        Exporting(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            String name = String.valueOf(file.getFileName());
            SectorDownload made = SectorDownload.of(
                    view,
                    name.substring(name.lastIndexOf('.') + 1),
                    question(on.asked().with("table", table).with("interviews", interviews ? "yes" : null)),
                    new Version(view.heads().first().brief(), workspace.day(desk.account())),
                    terminal.wording());
            terminal.writePrivately(file, made.bytes());
            desk.taken(workspace, "sector/export" + name.substring(name.lastIndexOf('.')));
            return 0;
        }
    }

    /** Writes an empty workbook to fill in. */
    @Command(name = "template")
    static final class Template implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "sector.template.file")
        private Path file = Path.of("");

        @Mixin
        private Terminal terminal = new Terminal();

        @Override
        public Integer call() {
            terminal.write(file, SectorDownload.template(terminal.wording()).bytes());
            return 0;
        }
    }
}
