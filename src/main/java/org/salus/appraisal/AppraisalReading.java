package org.salus.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.context.Premises;
import org.salus.coordination.AnsweredFindings;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.diligence.CaseBook;
import org.salus.diligence.TypedCase;
import org.salus.evidence.Country;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.governance.Assessment;
import org.salus.ledger.AccountId;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.ReviewQuestion;
import org.salus.portfolio.Supports;
import org.salus.workspace.PrivateLayers;

/** Collects what a reader's workspace and open data say, and has it appraised. Safe for use by several threads. */
public final class AppraisalReading {
    private final Workspaces workspaces;
    private final Coordinations coordinations;
    private final Premises premises = new Premises();

    public AppraisalReading(Workspaces workspaces, Supports supports) {
        this.workspaces = workspaces;
        this.coordinations = new Coordinations(supports);
    }

    /**
     * The appraisal of a workspace as the reader of a view sees it.
     *
     * @param view of the workspace, or of a private layer of it
     * @param ofReview whether the donor's review of itself is asked for, else the considerations
     * @param language of names on the map
     */
    public AppraisalAnswer of(View view, Snapshot snapshot, boolean ofReview, LocalDate day, Locale language) {
        AccountId reader = view.standing().account();
        View shared = shared(view, reader);
        List<View> layers = PrivateLayers.of(shared.workspace(), reader, workspaces);
        return of(
                shared,
                layers,
                PoliticsBook.of(shared, Optional.of(shared), layers, day, language)
                        .stances(),
                snapshot,
                Checks.shipped(language).list(ofReview),
                ofReview,
                day,
                language);
    }

    /**
     * The same as it may be taken away in a file, which goes from hand to hand and is noted where it is taken: without what is for readers of something only, and of private layers no
     * more than of the one that is asked.
     */
    public AppraisalAnswer forFile(View view, Snapshot snapshot, boolean ofReview, LocalDate day, Locale language) {
        return told(
                shared(view, view.standing().account()),
                view.charter().layerOf().isPresent() ? List.of(view) : List.of(),
                snapshot,
                ofReview,
                day,
                language);
    }

    /** What a document says that is composed from a view: the considerations, as any reader of that view has them, without private layers and what is written for few. */
    public AppraisalAnswer forDocument(View view, Snapshot snapshot, LocalDate day, Locale language) {
        return told(view, List.of(), snapshot, false, day, language);
    }

    private AppraisalAnswer told(
            View shared, List<View> layers, Snapshot snapshot, boolean ofReview, LocalDate day, Locale language) {
        return of(
                shared,
                layers,
                List.of(),
                snapshot,
                Checks.shipped(language).list(ofReview).stream()
                        .filter(check -> !check.isUntold())
                        .toList(),
                ofReview,
                day,
                language);
    }

    private View shared(View view, AccountId reader) {
        Optional<WorkspaceId> above = view.charter().layerOf();
        return above.flatMap(id -> TypedCase.opened(workspaces, id, reader)).orElse(view);
    }

    private AppraisalAnswer of(
            View shared,
            List<View> layers,
            List<Noted<Stance>> stances,
            Snapshot snapshot,
            List<Check> checks,
            boolean ofReview,
            LocalDate day,
            Locale language) {
        Workspace workspace = workspaces.get(shared.workspace());
        AppraisalInquiry inquiry = new AppraisalInquiry(
                shared,
                Assessment.rounds(shared).stream()
                        .map(round -> Assessment.of(workspace, shared, round.id(), language))
                        .toList(),
                countries(shared, snapshot, day, language),
                CaseBook.of(shared, layers, day),
                stances,
                day,
                language);
        return new AppraisalAnswer(
                shared,
                layers,
                day,
                snapshot.id(),
                Checks.shipped().edition(),
                ofReview,
                AppraisalAnalysis.of(checks, inquiry, layers));
    }

    private List<CountryFacts> countries(View view, Snapshot snapshot, LocalDate day, Locale language) {
        List<Country> known = ReviewQuestion.countries(view.charter());
        List<CountryFacts> facts = new ArrayList<>();
        for (String code : view.charter().countries()) {
            facts.add(known.stream()
                    .filter(country -> country.iso3().equalsIgnoreCase(code))
                    .findFirst()
                    .map(country -> CountryFacts.of(
                            premises.of(snapshot, country, null, null),
                            support(view, snapshot, country, day, language)))
                    .orElseGet(() -> CountryFacts.unknown(code)));
        }
        return facts;
    }

    private Optional<SupportFacts> support(
            View view, Snapshot snapshot, Country country, LocalDate day, Locale language) {
        if (snapshot.activities().countries().getOrDefault(country, 0) == 0) {
            return Optional.empty();
        }
        return Optional.of(SupportFacts.of(AnsweredFindings.of(
                coordinations,
                snapshot,
                view,
                CoordinationQuestion.of(country.iso3(), Address.of("")),
                day,
                language)));
    }
}
