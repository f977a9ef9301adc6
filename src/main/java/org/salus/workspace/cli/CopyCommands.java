package org.salus.workspace.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.salus.frame.cli.PassphraseOption;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.Backup;
import org.salus.ledger.Copy;
import org.salus.ledger.ImportCopy;
import org.salus.ledger.Item;
import org.salus.ledger.Member;
import org.salus.ledger.Merge;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parts of {@code salus workspace} that deal with files: copies that travel, merging them, backups. */
final class CopyCommands {
    private CopyCommands() {}

    /** Makes a copy that travels. */
    @Command(name = "export")
    static final class Exporting extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "workspace.export.file")
        private Path file = Path.of("");

        @Option(names = "--for", paramLabel = "MEMBER", descriptionKey = "workspace.export.for")
        private @Nullable String member;

        @Option(names = "--travel", descriptionKey = "workspace.export.travel")
        private boolean travel;

        @Mixin
        private PassphraseOption passphrase = new PassphraseOption();

        Exporting(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) throws IOException {
            Copy.About about = Copy.make(
                    workspace,
                    desk.account(),
                    madeFor(desk, workspace),
                    travel ? Copy.Form.TRAVEL : Copy.Form.USUAL,
                    passphrase.get(terminal),
                    file);
            if (format.isJson()) {
                json(about);
            } else {
                terminal.say(Sentence.of("workspace.cli.exported", file.toString()));
                if (about.isTravelEdition()) {
                    terminal.say(Sentence.of("workspace.cli.exported.travel"));
                }
            }
            return 0;
        }

        private AccountId madeFor(Desk desk, Workspace workspace) {
            String named = member;
            if (named == null) {
                return desk.account();
            }
            return workspace.view(desk.account()).list(Member.KIND).stream()
                    .filter(item -> item.value().name().equalsIgnoreCase(named)
                            || item.id().toString().equals(named))
                    .map(Item::id)
                    .map(id -> new AccountId(id.value()))
                    .findFirst()
                    .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.cli.no-member", named)));
        }
    }

    /** Merges a copy. */
    @Command(name = "merge")
    static final class Merging extends OneWorkspaceJob {
        @Parameters(index = "1", paramLabel = "FILE", descriptionKey = "workspace.merge.file")
        private Path file = Path.of("");

        @Option(names = "--preview", descriptionKey = "workspace.merge.preview")
        private boolean preview;

        @Mixin
        private PassphraseOption passphrase = new PassphraseOption();

        Merging(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk, Workspace workspace) throws IOException {
            try (Copy copy = Copy.open(file, passphrase.get(terminal))) {
                Merge.Report report = preview
                        ? Merge.preview(workspace, copy, desk.account())
                        : Merge.merge(
                                workspace,
                                copy,
                                desk.account(),
                                file.getFileName().toString());
                if (format.isJson()) {
                    Map<String, Object> out = new LinkedHashMap<>();
                    out.put("travel_edition", copy.about().isTravelEdition());
                    out.put("new_steps", report.fresh());
                    out.put("items", report.touched());
                    out.put("unproven", report.unproven());
                    out.put("waiting", report.waiting());
                    out.put(
                            "conflicts",
                            workspace.view(desk.account()).conflicts().keySet());
                    json(out);
                } else {
                    if (copy.about().isTravelEdition()) {
                        terminal.say(Sentence.of("workspace.cli.merged.travel"));
                    }
                    terminal.say(Sentence.of(
                            preview ? "workspace.cli.would-merge" : "workspace.cli.merged",
                            report.fresh(),
                            report.touched().size(),
                            report.unproven(),
                            report.waiting().size()));
                    int conflicts = workspace.view(desk.account()).conflicts().size();
                    if (!preview && conflicts > 0) {
                        terminal.say(Sentence.of("workspace.cli.merged.conflicts", conflicts));
                    }
                }
            }
            return 0;
        }
    }

    /** Takes in a copy whose workspace is not known here. */
    @Command(name = "import")
    static final class Importing extends WorkspaceJob {
        @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "workspace.merge.file")
        private Path file = Path.of("");

        @Mixin
        private PassphraseOption passphrase = new PassphraseOption();

        Importing(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) throws IOException {
            try (Copy copy = Copy.open(file, passphrase.get(terminal))) {
                // In a folder nobody has worked in yet, whoever brings a copy is taken for the one it was made for.
                AccountId me = desk.account(copy.about().madeFor());
                Workspace workspace = ImportCopy.into(
                        desk.workspaces(),
                        copy,
                        me,
                        desk.name(terminal.wording()),
                        file.getFileName().toString());
                View view = workspace.view(me);
                if (format.isJson()) {
                    json(about(view));
                } else {
                    terminal.say(Sentence.of(
                            "workspace.cli.imported",
                            view.charter().name(),
                            workspace.id().toString()));
                    terminal.say(Sentence.of(
                            copy.about().madeFor().equals(me)
                                    ? "workspace.cli.imported.same"
                                    : "workspace.cli.imported.other"));
                }
            }
            return 0;
        }
    }

    /** Makes a backup of everything in the data folder's database. */
    @Command(name = "backup")
    static final class BackingUp extends WorkspaceJob {
        @Parameters(paramLabel = "FILE", descriptionKey = "workspace.backup.file")
        private Path file = Path.of("");

        BackingUp(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            long rows = Backup.make(desk.database(), file);
            if (format.isJson()) {
                json(Map.of("file", file.toString(), "rows", rows));
            } else {
                terminal.say(Sentence.of("workspace.cli.backed-up", file.toString()));
            }
            return 0;
        }
    }

    /** Replaces everything by what a backup holds. */
    @Command(name = "restore")
    static final class Restoring extends WorkspaceJob {
        @Parameters(paramLabel = "FILE", descriptionKey = "workspace.restore.file")
        private Path file = Path.of("");

        @Option(names = "--replace", descriptionKey = "workspace.restore.replace")
        private boolean replace;

        Restoring(Faces faces) {
            super(faces);
        }

        @Override
        protected int work(Desk desk) {
            if (!desk.workspaces().ids().isEmpty() && !replace) {
                throw Failure.wrongUse(
                        Sentence.of("workspace.cli.not-empty", data.folder().toString()));
            }
            long rows = Backup.restore(file, desk.database());
            if (format.isJson()) {
                json(Map.of("file", file.toString(), "rows", rows));
            } else {
                terminal.say(Sentence.of("workspace.cli.restored", file.toString()));
            }
            return 0;
        }
    }
}
