package org.salus.impact.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Table;
import org.salus.frame.web.TableFiles;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.impact.ClaimBook;
import org.salus.impact.ClaimEntry;
import org.salus.impact.ContributionAnswers;
import org.salus.impact.ContributionTables;
import org.salus.impact.TypedContribution;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parts of {@code salus impact} about claims of contribution and outcomes of a workspace, as on pages and in the API. */
final class ContributionCommands {
    private ContributionCommands() {}

    /** What every part needs: the workspace, and what whoever works here reads in it. */
    @Command
    abstract static class Job extends WorkspaceJob {
        @Option(names = "--workspace", paramLabel = "WORKSPACE", required = true, descriptionKey = "impact.workspace")
        private String which = "";

        Job(Faces faces) {
            super(faces);
        }

        @Override
        protected final int work(Desk desk) {
            Workspace workspace = desk.find(which);
            return work(desk, workspace, ClaimBook.of(workspace.view(desk.account())));
        }

        abstract int work(Desk desk, Workspace workspace, ClaimBook book);

        ContributionTables tables() {
            return new ContributionTables(terminal.wording(), item -> Optional.empty());
        }

        /** Writes a table as a file, in the form its ending names, and notes for the owners that it was taken. */
        void write(Desk desk, Workspace workspace, Table table, Path file, String kind) {
            View view = workspace.view(desk.account());
            String name = String.valueOf(file.getFileName());
            String form = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            terminal.writePrivately(
                    file,
                    TableFiles.bytes(
                            form,
                            table,
                            view.heads().isEmpty()
                                    ? "empty"
                                    : view.heads().first().brief(),
                            workspace.day(desk.account()),
                            List.of(),
                            terminal.wording()));
            desk.taken(workspace, kind + "." + form);
        }

        void tell(Table table) {
            terminal.out().println(table.caption());
            table.rows()
                    .forEach(row -> terminal.out()
                            .println(row.stream().map(cell -> cell.words()).collect(Collectors.joining(" | "))));
        }
    }

    /** All claims, or one of them with everything it is tested by. */
    @Command(name = "claims")
    static final class Claims extends Job {
        @Option(names = "--claim", paramLabel = "CLAIM", descriptionKey = "impact.claim")
        private @Nullable String claim;

        @Option(names = "--out", paramLabel = "FILE", descriptionKey = "impact.table-out")
        private @Nullable Path out;

        Claims(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, ClaimBook book) {
            ContributionAnswers answers = new ContributionAnswers(book);
            Optional<ClaimEntry> one = Optional.ofNullable(claim).map(book::find);
            if (out != null) {
                write(
                        desk,
                        workspace,
                        one.map(entry -> tables().evidence(entry)).orElseGet(() -> tables().claims(book)),
                        out,
                        "contribution");
            }
            if (format.isJson()) {
                json(one.map(answers::claim).orElseGet(answers::claims));
                return 0;
            }
            if (one.isPresent()) {
                told(one.get());
            } else {
                book.claims()
                        .forEach(entry -> terminal.say(Sentence.of(
                                "impact.cli.claim",
                                entry.item().id().toString(),
                                entry.claim().title(),
                                entry.reading().strength().label())));
                if (book.claims().isEmpty()) {
                    terminal.say(Sentence.of("impact.claims.none"));
                }
            }
            terminal.remark(Sentence.of("impact.claims.standing"));
            return 0;
        }

        private void told(ClaimEntry entry) {
            terminal.say(entry.says());
            entry.reading().because().forEach(terminal::say);
            entry.reading().toAsk().forEach(terminal::say);
            tell(tables().evidence(entry));
            tell(tables().alternatives(entry));
            entry.judgement().forEach(terminal::say);
        }
    }

    /** All outcomes. */
    @Command(name = "outcomes")
    static final class Outcomes extends Job {
        @Option(names = "--out", paramLabel = "FILE", descriptionKey = "impact.table-out")
        private @Nullable Path out;

        Outcomes(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, ClaimBook book) {
            if (out != null) {
                write(desk, workspace, tables().outcomes(book), out, "outcomes");
            }
            if (format.isJson()) {
                json(new ContributionAnswers(book).outcomes());
                return 0;
            }
            if (book.outcomes().isEmpty()) {
                terminal.say(Sentence.of("impact.outcomes.none"));
            } else {
                tell(tables().outcomes(book));
            }
            terminal.remark(Sentence.of("impact.outcomes.standing"));
            return 0;
        }
    }

    /** What can be written down. */
    enum What {
        CLAIM,
        EVIDENCE,
        ALTERNATIVE,
        JUDGEMENT,
        OUTCOME
    }

    /** Writes a claim, evidence, another explanation, a judgement or an outcome down. */
    @Command(name = "note")
    static final class Noting extends Job {
        @Parameters(index = "0", paramLabel = "WHAT", descriptionKey = "impact.note.what")
        private What what = What.CLAIM;

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME=WORDS", descriptionKey = "impact.note.words")
        private Map<String, String> words = new LinkedHashMap<>();

        @Option(names = "--claim", paramLabel = "CLAIM", descriptionKey = "impact.claim")
        private @Nullable String claim;

        Noting(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, ClaimBook book) {
            TypedContribution typed = new TypedContribution(words);
            Item<?> item = switch (what) {
                case CLAIM -> typed.knowing(TypedContribution.CLAIM).claim(book.view());
                case EVIDENCE -> typed.knowing(TypedContribution.EVIDENCE).evidence(book, entry(book));
                case ALTERNATIVE -> typed.knowing(TypedContribution.ALTERNATIVE).alternative(entry(book));
                case JUDGEMENT -> typed.knowing(TypedContribution.JUDGEMENT).judged(entry(book));
                case OUTCOME -> typed.knowing(TypedContribution.OUTCOME).outcome(book.view());
            };
            return told(desk, workspace, workspace.append(desk.account(), List.of(new Edit.Put(item)), Reason.EDIT));
        }

        private ClaimEntry entry(ClaimBook book) {
            return Optional.ofNullable(claim)
                    .map(book::find)
                    .orElseThrow(() -> Failure.wrongUse(Sentence.of("impact.cli.which-claim")));
        }
    }
}
