package org.salus.impact;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Country;
import org.salus.evidence.Snapshot;
import org.salus.framework.Sentence;
import org.salus.ledger.History;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.Supports;
import org.salus.workspace.Face;
import org.salus.workspace.Faces;

/** What a review is made of: a workspace as one reader sees it now, and the data loaded, of one period. What several parts need is read once. For one review and one thread. */
public final class ReviewMaterial {
    private final Workspace workspace;
    private final View view;
    private final ReviewPeriod period;
    private final Snapshot snapshot;
    private final Supports supports;
    private final Faces faces;
    private final LocalDate day;
    private @Nullable List<History.Step> steps;

    ReviewMaterial(
            Workspace workspace, View view, ReviewPeriod period, Snapshot snapshot, Supports supports, Faces faces) {
        this.workspace = workspace;
        this.view = view;
        this.period = period;
        this.snapshot = snapshot;
        this.supports = supports;
        this.faces = faces;
        LocalDate state = workspace.day(view.standing().account());
        this.day = state.isBefore(period.until()) ? state : period.until();
    }

    /** The workspace as its reader sees it. */
    public View view() {
        return view;
    }

    /** The days that are looked at. */
    public ReviewPeriod period() {
        return period;
    }

    /** The day by which things stand as they are told: the last of the period, or that of the workspace's newest step where the period is not over by then. */
    public LocalDate day() {
        return day;
    }

    /** The data loaded. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** By which activities are sorted and added up. */
    public Supports supports() {
        return supports;
    }

    /** The countries of the workspace that data may speak of. */
    public List<Country> countries() {
        return ReviewQuestion.countries(view.charter());
    }

    /**
     * The steps taken in the workspace in the period, as the reader is told of them, the newest first; days are those of UTC. What waits for a decision or was refused did nothing and
     * is left out.
     */
    List<History.Step> steps() {
        List<History.Step> known = steps;
        if (known == null) {
            known = workspace
                    .history(view.standing().account())
                    .between(
                            period.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
                            period.until()
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant())
                    .stream()
                    .filter(step -> !step.isWaiting() && !step.isRefused())
                    .toList();
            steps = known;
        }
        return known;
    }

    /** What items of a kind are called; by the name of the kind where no room says. */
    Sentence label(Kind<?> kind) {
        return faces.find(kind).<Sentence>map(Face::label).orElseGet(() -> ReviewLine.said(kind.name()));
    }
}
