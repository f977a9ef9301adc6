package org.salus.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.salus.appraisal.PoliticsFinding.About;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.WorkspaceId;
import org.salus.sector.Present;

/**
 * What follows from decisions, windows, partnerships and stances. Only what is recorded makes a finding: of a payer who is recorded as not asked, not of one about whom nothing is recorded.
 * The latter is to be asked. Pure.
 */
public final class PoliticsAnalysis {
    /** A window that closes within so many months is told. */
    static final int MONTHS_BEFORE = 6;

    private final PoliticsBook book;
    private final PoliticsNames names;
    private final Optional<WorkspaceId> shared;

    /** @param shared where objectives and actors stand; empty if the reader may not open that */
    public PoliticsAnalysis(PoliticsBook book, PoliticsNames names, Optional<WorkspaceId> shared) {
        this.book = book;
        this.names = names;
        this.shared = shared;
    }

    /** What is found, in the order of {@link PoliticsFindingKind}. */
    public List<PoliticsFinding> findings() {
        return all(false);
    }

    /** What nobody noted yet, and is to be asked, in the same order. */
    public List<PoliticsFinding> toBeAsked() {
        return all(true);
    }

    /** How many actors of the map nobody noted a stance of. */
    public long unheard() {
        return silent().size();
    }

    private List<PoliticsFinding> all(boolean isToBeAsked) {
        List<PoliticsFinding> all = new ArrayList<>();
        book.decisions().forEach(decision -> all.addAll(payers(decision)));
        book.windows().forEach(window -> closing(window).ifPresent(all::add));
        book.partnerships().forEach(partnership -> all.addAll(terms(partnership)));
        all.addAll(resistance());
        all.addAll(undecided());
        all.addAll(silent());
        // The sort is stable: within a kind the order of the book stays.
        return all.stream()
                .filter(finding -> finding.kind().isToBeAsked() == isToBeAsked)
                .sorted(Comparator.comparing(PoliticsFinding::kind))
                .toList();
    }

    private static About about(Noted<?> noted, String title) {
        return new About(noted.workspace(), noted.item().id(), title);
    }

    private List<PoliticsFinding> payers(Noted<RegisteredDecision> noted) {
        RegisteredDecision decision = noted.value();
        List<About> items = List.of(about(noted, decision.title()));
        if (decision.payers().isEmpty()) {
            return List.of(new PoliticsFinding(
                    PoliticsFindingKind.PAYER_NOT_RECORDED,
                    items,
                    Sentence.of("appraisal.politics.says.payer-not-recorded", decision.title())));
        }
        Set<String> asked = plain(decision.asked());
        // Whoever decides was there.
        asked.add(PoliticsWords.plain(decision.decidedBy()));
        Set<String> absent = plain(decision.absent());
        List<PoliticsFinding> found = new ArrayList<>();
        for (String payer : decision.payers()) {
            String plain = PoliticsWords.plain(payer);
            if (asked.contains(plain)) {
                continue;
            }
            found.add(
                    absent.contains(plain)
                            ? new PoliticsFinding(
                                    PoliticsFindingKind.PAYER_NOT_ASKED,
                                    items,
                                    Sentence.of("appraisal.politics.says.payer-not-asked", payer, decision.title()))
                            : new PoliticsFinding(
                                    PoliticsFindingKind.PAYER_NOT_KNOWN_ASKED,
                                    items,
                                    Sentence.of(
                                            "appraisal.politics.says.payer-not-known-asked", payer, decision.title())));
        }
        return found;
    }

    private static Set<String> plain(List<String> offices) {
        return offices.stream().map(PoliticsWords::plain).collect(Collectors.toCollection(HashSet::new));
    }

    private Optional<PoliticsFinding> closing(Noted<EntryPoint> noted) {
        return noted.value()
                .until()
                .filter(until -> !until.latest().isBefore(book.day())
                        && !until.earliest().isAfter(book.day().plusMonths(MONTHS_BEFORE)))
                .map(until -> new PoliticsFinding(
                        PoliticsFindingKind.WINDOW_CLOSES,
                        List.of(about(noted, noted.value().title())),
                        Sentence.of(
                                "appraisal.politics.says.window-closes",
                                noted.value().title(),
                                until)));
    }

    private List<PoliticsFinding> terms(Noted<Partnership> noted) {
        Partnership agreed = noted.value();
        List<About> items = List.of(about(noted, agreed.title()));
        LocalDate day = book.day();
        Optional<PartialDate> ended =
                agreed.until().filter(until -> until.latest().isBefore(day));
        if (ended.isPresent()) {
            return List.of(new PoliticsFinding(
                    PoliticsFindingKind.PARTNERSHIP_PAST_END,
                    items,
                    Sentence.of("appraisal.politics.says.partnership-past-end", agreed.title(), ended.get())));
        }
        return agreed.reviewBy()
                .map(review -> review.latest().isBefore(day)
                        ? List.of(new PoliticsFinding(
                                PoliticsFindingKind.PARTNERSHIP_REVIEW_PAST,
                                items,
                                Sentence.of("appraisal.politics.says.partnership-review-past", agreed.title(), review)))
                        : List.<PoliticsFinding>of())
                .orElseGet(() -> List.of(new PoliticsFinding(
                        PoliticsFindingKind.PARTNERSHIP_WITHOUT_REVIEW,
                        items,
                        Sentence.of("appraisal.politics.says.partnership-without-review", agreed.title()))));
    }

    /** One for each objective, with the stances it is made of. What was noted earlier of the same actor does not count. */
    private List<PoliticsFinding> resistance() {
        Map<String, List<Noted<Stance>>> against = new LinkedHashMap<>();
        StakeholderMatrix.latest(book.stances()).stream()
                .filter(noted -> noted.value().isUnmetResistance())
                .forEach(noted -> against.computeIfAbsent(
                                noted.value().objective().key(), key -> new ArrayList<>())
                        .add(noted));
        List<PoliticsFinding> found = new ArrayList<>();
        against.values().forEach(stances -> {
            Mention objective = stances.getFirst().value().objective();
            String title = names.of(objective);
            List<About> items = new ArrayList<>();
            stated(objective, title).ifPresent(items::add);
            stances.forEach(noted -> items.add(
                    about(noted, StakeholderMatrix.title(names.of(noted.value().actor()), title))));
            found.add(new PoliticsFinding(
                    PoliticsFindingKind.RESISTANCE_WITHOUT_MEASURE,
                    items,
                    Sentence.of(
                            "appraisal.politics.says.resistance-without-measure",
                            title,
                            stances.stream()
                                    .map(noted -> names.of(noted.value().actor()))
                                    .distinct()
                                    .collect(Collectors.joining(", ")))));
        });
        return found;
    }

    private Optional<About> stated(Mention objective, String title) {
        return objective.item().flatMap(id -> shared.map(workspace -> new About(workspace, id, title)));
    }

    private List<PoliticsFinding> undecided() {
        Set<ItemId> decided = book.decisions().stream()
                .flatMap(noted -> noted.value().objectives().stream())
                .map(OnObjective::objective)
                .collect(Collectors.toSet());
        List<PoliticsFinding> found = new ArrayList<>();
        for (Item<Objective> objective : book.objectives()) {
            if (!decided.contains(objective.id())) {
                String title = objective.value().title();
                shared.ifPresent(workspace -> found.add(new PoliticsFinding(
                        PoliticsFindingKind.OBJECTIVE_WITHOUT_DECISION,
                        List.of(new About(workspace, objective.id(), title)),
                        Sentence.of("appraisal.politics.says.objective-without-decision", title))));
            }
        }
        return found;
    }

    /** Actors of the map for whom nobody noted a stance on anything. Where there is no objective there is nothing to stand on. */
    private List<PoliticsFinding> silent() {
        if (book.objectives().isEmpty()) {
            return List.of();
        }
        Set<ItemId> noted = book.stances().stream()
                .flatMap(stance -> stance.value().actor().item().stream())
                .collect(Collectors.toSet());
        List<PoliticsFinding> found = new ArrayList<>();
        for (Present actor : book.actors()) {
            if (!noted.contains(actor.id())) {
                shared.ifPresent(workspace -> found.add(new PoliticsFinding(
                        PoliticsFindingKind.ACTOR_WITHOUT_STANCE,
                        List.of(new About(workspace, actor.id(), actor.name())),
                        Sentence.of("appraisal.politics.says.actor-without-stance", actor.name()))));
            }
        }
        return found;
    }
}
