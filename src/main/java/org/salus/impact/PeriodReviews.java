package org.salus.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.salus.evidence.Snapshot;
import org.salus.ledger.AccountId;
import org.salus.ledger.Workspace;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;

/** Reviews of periods, made from what each source has to tell. */
public final class PeriodReviews {
    private final List<ReviewSource> sources;

    private PeriodReviews(List<ReviewSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** What this room tells from itself and the rooms below it. */
    public static PeriodReviews own() {
        return new PeriodReviews(List.of(
                new PlannedInPeriod(),
                new SupportInPeriod(),
                new SpentInPeriod(),
                new MeasuredInPeriod(),
                new OutcomesInPeriod(),
                new StudiesInPeriod(),
                new ClaimsInPeriod(),
                new AssumptionsInPeriod(),
                new StepsInPeriod()));
    }

    /** The same with what other rooms tell. */
    public PeriodReviews and(List<? extends ReviewSource> others) {
        List<ReviewSource> all = new ArrayList<>(sources);
        all.addAll(others);
        return new PeriodReviews(all);
    }

    /** The review of a period of a workspace, as one reader sees it now. */
    public PeriodReview of(
            Workspace workspace,
            AccountId reader,
            ReviewPeriod period,
            Snapshot snapshot,
            Supports supports,
            Faces faces) {
        ReviewMaterial material =
                new ReviewMaterial(workspace, workspace.view(reader), period, snapshot, supports, faces);
        List<ReviewPart> parts = sources.stream()
                .map(source -> source.part(material))
                .sorted(Comparator.comparing(ReviewPart::topic))
                .toList();
        return PeriodReview.of(material.view(), period, snapshot.id(), parts);
    }
}
