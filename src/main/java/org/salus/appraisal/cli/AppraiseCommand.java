package org.salus.appraisal.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.appraisal.AidTables;
import org.salus.appraisal.AppraisalAnswer;
import org.salus.appraisal.AppraisalAnswers;
import org.salus.appraisal.AppraisalReading;
import org.salus.appraisal.AppraisalTexts;
import org.salus.appraisal.Checks;
import org.salus.appraisal.KeptAppraisal;
import org.salus.evidence.Evidence;
import org.salus.framework.Appraisal;
import org.salus.framework.Sentence;
import org.salus.ledger.View;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code salus appraise}: what a strategy has considered, for people and for scripts. Ends with {@value #NOT_YET} where something that was asked for is not yet considered. */
@Command(name = "appraise")
public final class AppraiseCommand extends WorkspaceJob {
    /** Beyond those of failures: the question was answered, and something is not yet considered. */
    static final int NOT_YET = 3;

    @Option(names = "--workspace", paramLabel = "WORKSPACE", required = true, descriptionKey = "appraise.workspace")
    private String which = "";

    @Option(names = "--recommendations", descriptionKey = "appraise.recommendations")
    private boolean isReview;

    @Option(names = "--check", paramLabel = "ID", descriptionKey = "appraise.check")
    private @Nullable String check;

    @Option(names = "--aid", descriptionKey = "appraise.aid")
    private boolean isAboutAid;

    @Option(names = "--history", descriptionKey = "appraise.history")
    private boolean isAboutHistory;

    private final Faces rooms;

    /** @param faces what all rooms add to workspaces */
    public AppraiseCommand(Faces faces) {
        super(faces);
        this.rooms = faces;
    }

    @Override
    protected int work(Desk desk) {
        View view = desk.find(which).view(desk.account());
        if (isAboutAid) {
            tell(new AidTables(view, rooms, terminal.wording()));
            return 0;
        }
        try (Evidence evidence = Evidence.open(data.folder())) {
            boolean ofReview =
                    check == null ? isReview : Checks.shipped().get(check).isReview();
            AppraisalAnswer all = new AppraisalReading(desk.workspaces(), Supports.shipped())
                    .of(
                            view,
                            evidence.snapshot(),
                            ofReview,
                            LocalDate.now(Clock.systemUTC()),
                            terminal.wording().locale());
            if (isAboutHistory) {
                tellHistory(all);
                return 0;
            }
            AppraisalAnswer asked = check == null ? all : all.only(check);
            tell(asked);
            return asked.isSomethingNotYet() ? NOT_YET : 0;
        }
    }

    private void tell(AidTables records) {
        if (format.isJson()) {
            json(records.told());
            return;
        }
        records.lines().forEach(terminal::say);
        terminal.remark(Sentence.of("appraisal.oda.caution"));
    }

    private void tellHistory(AppraisalAnswer answer) {
        if (format.isJson()) {
            json(new AppraisalAnswers(
                            answer, new AppraisalTexts(answer, rooms, terminal.wording(), AppraisalTexts.NO_LINKS))
                    .history());
            return;
        }
        List<AppraisalAnswer.Kept> history = answer.history();
        if (history.isEmpty()) {
            terminal.say(Sentence.of("appraisal.cli.kept.none"));
        }
        for (AppraisalAnswer.Kept kept : history) {
            KeptAppraisal then = kept.item().value();
            List<KeptAppraisal.Change> changes = then.until(answer.kept(""));
            terminal.say(Sentence.of(
                    "appraisal.cli.kept",
                    kept.item().id().toString(),
                    then.on(),
                    then.edition(),
                    changes.size(),
                    then.note()));
            for (KeptAppraisal.Change change : changes) {
                terminal.say(Sentence.of(
                        "appraisal.cli.change", change.check(), label(change.before()), label(change.after())));
            }
        }
    }

    private static Object label(Optional<Appraisal> answer) {
        return answer.<Object>map(Appraisal::label).orElse("–");
    }

    private void tell(AppraisalAnswer answer) {
        AppraisalTexts texts = new AppraisalTexts(answer, rooms, terminal.wording(), AppraisalTexts.NO_LINKS);
        if (format.isJson()) {
            json(new AppraisalAnswers(answer, texts).told());
            return;
        }
        texts.lines().forEach(terminal.out()::println);
        terminal.remark(Sentence.of("appraisal.cli.caution"));
    }
}
