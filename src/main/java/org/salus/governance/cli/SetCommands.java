package org.salus.governance.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.salus.framework.Sentence;
import org.salus.governance.Question;
import org.salus.governance.QuestionSet;
import org.salus.governance.QuestionSetFile;
import org.salus.governance.QuestionWords;
import org.salus.governance.cli.GovernanceCommand.Job;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The question sets of a workspace in a terminal: which there are, what they ask, and out as a file. */
final class SetCommands {
    private SetCommands() {}

    /** The sets there are. */
    @Command(name = "sets")
    static final class Listing extends Job {
        Listing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            if (format.isJson()) {
                json(answers(workspace, view).sets());
                return 0;
            }
            for (Item<QuestionSet> set : view.list(QuestionSet.KIND)) {
                tell(set.id().toString(), set.value());
            }
            tell("salus", QuestionSetFile.shipped());
            return 0;
        }

        private void tell(String id, QuestionSet set) {
            terminal.say(Sentence.of(
                    "governance.cli.set",
                    id,
                    QuestionWords.in(terminal.wording().locale()).shown(set).title(),
                    set.edition(),
                    set.questions().size()));
        }
    }

    /** What a set asks. */
    @Command(name = "questions")
    static final class Asking extends Job {
        @Parameters(index = "1", paramLabel = "SET", descriptionKey = "governance.set.which")
        private String set = "";

        Asking(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            if (format.isJson()) {
                json(answers(workspace, view).questions(set));
                return 0;
            }
            QuestionSet asked = answers(workspace, view).set(set);
            QuestionWords shown = QuestionWords.in(terminal.wording().locale());
            for (Question question : shown.shown(asked).questions()) {
                terminal.say(Sentence.of(
                        "governance.cli.question",
                        question.id(),
                        question.characteristic().label(),
                        question.basis().label(),
                        question.asks()));
                for (int level = 0; level < question.levels().size(); level++) {
                    terminal.say(Sentence.of(
                            "governance.cli.level", level, question.levels().get(level)));
                }
            }
            return 0;
        }
    }

    /** Writes a set as a file. */
    @Command(name = "set-file")
    static final class Writing extends Job {
        @Parameters(index = "1", paramLabel = "SET", descriptionKey = "governance.set.which")
        private String set = "";

        @Parameters(index = "2", paramLabel = "FILE", descriptionKey = "governance.form.file")
        private Path file = Path.of("");

        Writing(Faces faces) {
            super(faces);
        }

        @Override
        int work(Desk desk, Workspace workspace, View view) {
            terminal.writePrivately(
                    file,
                    QuestionSetFile.write(answers(workspace, view).set(set)).getBytes(StandardCharsets.UTF_8));
            desk.taken(workspace, "governance/sets.yaml");
            return 0;
        }
    }
}
