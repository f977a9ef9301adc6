package org.salus.impact.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Table;
import org.salus.evidence.Evidence;
import org.salus.impact.PeriodReview;
import org.salus.impact.PeriodReviews;
import org.salus.impact.ReviewDocument;
import org.salus.impact.ReviewPart;
import org.salus.impact.ReviewPeriod;
import org.salus.impact.ReviewTables;
import org.salus.impact.ReviewTopic;
import org.salus.ledger.Workspace;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code salus review}: what was planned, done, spent, achieved, learned and changed in a period, as on pages and in the API; as a document, if a file is named. */
@Command(name = "review")
public final class ReviewCommand extends WorkspaceJob {
    @Option(names = "--workspace", paramLabel = "WORKSPACE", required = true, descriptionKey = "impact.workspace")
    private String which = "";

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "review.from")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "review.until")
    private @Nullable String until;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "review.out")
    private @Nullable Path out;

    private final Faces rooms;
    private final PeriodReviews reviews;

    /**
     * The command.
     *
     * @param faces what all rooms add to workspaces
     * @param reviews what a review is made from
     */
    public ReviewCommand(Faces faces, PeriodReviews reviews) {
        super(faces);
        this.rooms = faces;
        this.reviews = reviews;
    }

    @Override
    protected int work(Desk desk) {
        // Before anything is read: what cannot be written is told at once.
        Optional<String> form = Optional.ofNullable(out).map(ReviewCommand::ending);
        form.ifPresent(ReviewDocument::mediaType);
        ReviewPeriod period = ReviewPeriod.of(
                Optional.ofNullable(from), Optional.ofNullable(until), LocalDate.now(Clock.systemUTC()));
        Workspace workspace = desk.find(which);
        PeriodReview review;
        try (Evidence evidence = Evidence.open(data.folder())) {
            review = reviews.of(workspace, desk.account(), period, evidence.snapshot(), Supports.shipped(), rooms);
        }
        if (out != null && form.isPresent()) {
            terminal.writePrivately(
                    out,
                    new ReviewDocument(review, terminal.wording()).bytes(form.get(), workspace.day(desk.account())));
            desk.taken(workspace, "review." + form.get());
        }
        if (format.isJson()) {
            json(review);
        } else {
            tell(review);
        }
        return 0;
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private void tell(PeriodReview review) {
        ReviewTables tables = new ReviewTables(terminal.wording(), item -> Optional.empty());
        terminal.say(review.says());
        for (ReviewTopic topic : ReviewTopic.values()) {
            terminal.say(topic.meaning());
            for (ReviewPart part : review.under(topic)) {
                part.says().forEach(terminal::say);
                rows(tables.of(part));
                part.notes().forEach(terminal::say);
            }
        }
        terminal.remark(review.standing());
    }

    private void rows(Table table) {
        table.rows()
                .forEach(row -> terminal.out()
                        .println(row.stream().map(cell -> cell.words()).collect(Collectors.joining(" | "))));
    }
}
