package org.salus.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.salus.appraisal.AidTables;
import org.salus.appraisal.AppraisalReading;
import org.salus.appraisal.AppraisalTexts;
import org.salus.appraisal.PoliticsReading;
import org.salus.context.Premises;
import org.salus.diligence.CaseBook;
import org.salus.diligence.CaseNames;
import org.salus.diligence.CaseReading;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.WorkspaceId;
import org.salus.ledger.Workspaces;
import org.salus.portfolio.Supports;
import org.salus.workspace.Faces;

/**
 * Strategies of workspaces, composed for who asks. The last ones are remembered: for the same readers, state and data they are the same. Safe for use by several threads.
 */
public final class Strategies {
    private static final int REMEMBERED = 8;

    private record Question(
            WorkspaceId workspace,
            List<Digest> heads,
            List<Digest> now,
            Readership readership,
            String snapshot,
            Locale language,
            Optional<AccountId> reader) {}

    private final Evidence evidence;
    private final Supports supports;
    private final Workspaces workspaces;
    private final Faces faces;
    private final Sections sections;
    private final AppraisalReading appraisals;
    private final Premises premises = new Premises();
    private final Map<Question, Strategy> remembered =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Question, Strategy> eldest) {
                    return size() > REMEMBERED;
                }
            });

    /** @param sections what each section is composed from */
    public Strategies(Evidence evidence, Supports supports, Workspaces workspaces, Faces faces, Sections sections) {
        this.evidence = evidence;
        this.supports = supports;
        this.workspaces = workspaces;
        this.faces = faces;
        this.sections = sections;
        this.appraisals = new AppraisalReading(workspaces, supports);
    }

    /**
     * The strategy of a workspace as it is now.
     *
     * @throws Failure if whoever asks may not read as this readership does
     */
    public Strategy now(Workspace workspace, AccountId asking, Readership readership, Locale language) {
        return of(workspace, asking, readership, workspace.view(asking).heads(), language);
    }

    /**
     * The strategy of a workspace as it was when these steps were the newest, as its readership may read it today.
     *
     * @throws Failure if whoever asks may not read as this readership does, or there is no such step
     */
    public Strategy of(
            Workspace workspace, AccountId asking, Readership readership, Collection<Digest> heads, Locale language) {
        return of(workspace, asking, readership, heads, language, evidence.snapshot());
    }

    private Strategy of(
            Workspace workspace,
            AccountId asking,
            Readership readership,
            Collection<Digest> heads,
            Locale language,
            Snapshot snapshot) {
        View own = workspace.view(asking);
        View view = view(workspace, own, asking, readership, heads);
        List<Digest> sorted = heads.stream().sorted().toList();
        Question question = new Question(
                workspace.id(),
                sorted,
                List.copyOf(own.heads()),
                readership,
                snapshot.id(),
                language,
                readership.isTheSameForAll() ? Optional.empty() : Optional.of(asking));
        Strategy known = remembered.get(question);
        // Private layers change on their own: what is one's own is composed anew.
        if (known != null && readership.isTheSameForAll()) {
            return known;
        }
        Strategy composed = compose(workspace, asking, own, view, readership, sorted, snapshot, Wording.in(language));
        remembered.put(question, composed);
        return composed;
    }

    /**
     * What an edition says, as it can be composed now: from the data it was drawn from, where they are still here.
     *
     * @throws Failure if whoever asks may not read as its readership does
     */
    public Strategy of(Workspace workspace, AccountId asking, Edition edition) {
        return of(
                workspace,
                asking,
                edition.readership(),
                edition.heads(),
                Languages.of(edition.language()),
                evidence.snapshot(edition.snapshot()).orElseGet(evidence::snapshot));
    }

    /**
     * Refuses to let anybody sign what cannot be shown any more as it was.
     *
     * @throws Failure (wrong use) if the state of an edition is not composed to its digest
     */
    public void requireSame(Workspace workspace, AccountId asking, Edition edition) {
        if (!of(workspace, asking, edition).digest().equals(edition.digest())) {
            throw Failure.wrongUse(Sentence.of("strategy.failure.not-recomposed"));
        }
    }

    private Strategy compose(
            Workspace workspace,
            AccountId asking,
            View own,
            View view,
            Readership readership,
            List<Digest> heads,
            Snapshot snapshot,
            Wording wording) {
        Material material = material(workspace, asking, own, view, readership, heads, snapshot, wording);
        String language = wording.locale().toLanguageTag();
        List<ComposedSection> composed = new ArrayList<>();
        for (Section section : Section.values()) {
            composed.add(
                    new ComposedSection(section, sections.compose(section, material), texts(view, section, language)));
        }
        return new Strategy(
                workspace.id(), own.charter(), readership, heads, snapshot.id(), material.day(), wording, composed);
    }

    /**
     * What a strategy, or any other paper, is composed from now.
     *
     * @throws Failure if whoever asks may not read as this readership does
     */
    public Material material(Workspace workspace, AccountId asking, Readership readership, Locale language) {
        View own = workspace.view(asking);
        List<Digest> heads = own.heads().stream().sorted().toList();
        return material(
                workspace,
                asking,
                own,
                view(workspace, own, asking, readership, heads),
                readership,
                heads,
                evidence.snapshot(),
                Wording.in(language));
    }

    private static View view(
            Workspace workspace, View own, AccountId asking, Readership readership, Collection<Digest> heads) {
        return switch (readership) {
            case EVERYBODY -> workspace.viewOfEverybody(asking, heads);
            case MEMBERS -> workspace.viewOfMembers(asking, heads);
            case OWN -> workspace.view(own, heads);
        };
    }

    private Material material(
            Workspace workspace,
            AccountId asking,
            View own,
            View view,
            Readership readership,
            List<Digest> heads,
            Snapshot snapshot,
            Wording wording) {
        LocalDate day = workspace.dayOf(heads);
        return new Material(
                workspace,
                view,
                own.charter(),
                readership,
                snapshot,
                supports,
                premises,
                () -> cases(view, readership, day, wording),
                () -> new AppraisalTexts(
                        appraisals.forDocument(view, snapshot, day, wording.locale()),
                        faces,
                        wording,
                        AppraisalTexts.NO_LINKS),
                () -> politics(view, readership, day, wording),
                () -> new AidTables(view, faces, wording),
                () -> workspace.history(asking),
                day,
                wording);
    }

    /** Private layers are read for nobody but whoever asks for what is their own. */
    private CaseReading cases(View view, Readership readership, LocalDate day, Wording wording) {
        return readership == Readership.OWN
                ? CaseReading.of(view, workspaces, faces, wording, day)
                : new CaseReading(
                        Optional.of(view),
                        CaseBook.of(view, List.of(), day),
                        new CaseNames(List.of(view), faces, wording));
    }

    private PoliticsReading politics(View view, Readership readership, LocalDate day, Wording wording) {
        return readership == Readership.OWN
                ? PoliticsReading.of(view, workspaces, faces, wording, day)
                : PoliticsReading.ofOne(view, faces, wording, day).forHandingOn();
    }

    private static List<Item<SectionText>> texts(View view, Section section, String language) {
        return view.list(SectionText.KIND).stream()
                .filter(item -> item.value().section() == section)
                .filter(item -> item.value().language().equals(language))
                .sorted(Comparator.comparingInt(
                                (Item<SectionText> item) -> item.value().place())
                        .thenComparing(Item::id))
                .toList();
    }
}
