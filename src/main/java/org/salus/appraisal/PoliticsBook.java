package org.salus.appraisal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.goals.Adoption;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Present;
import org.salus.sector.SectorMap;

/**
 * Decisions, windows, partnerships, stances and red lines that one reader may read on a day, in a workspace and in the reader's private layers of it, beside the objectives and actors they
 * are about. What is told of them is made of this and of nothing else, so that nobody else learns of a note.
 *
 * @param decisions the latest first; those without a day last
 * @param windows what closes first stands first; those without an end last
 * @param partnerships by title
 * @param stances by actor and objective as written, the latest first
 * @param redLines by actor as written
 * @param objectives of the workspace, in the order they were noted
 * @param actors of the sector map on that day
 */
public record PoliticsBook(
        LocalDate day,
        List<Noted<RegisteredDecision>> decisions,
        List<Noted<EntryPoint>> windows,
        List<Noted<Partnership>> partnerships,
        List<Noted<Stance>> stances,
        List<Noted<RedLine>> redLines,
        List<Item<Objective>> objectives,
        List<Present> actors) {
    public PoliticsBook {
        decisions = List.copyOf(decisions);
        windows = List.copyOf(windows);
        partnerships = List.copyOf(partnerships);
        stances = List.copyOf(stances);
        redLines = List.copyOf(redLines);
        objectives = List.copyOf(objectives);
        actors = List.copyOf(actors);
    }

    /**
     * What the reader of a view sees.
     *
     * @param view of the workspace, or of a private layer
     * @param shared where objectives and actors stand, if this reader may open that
     * @param layers the reader's private layers of the workspace
     * @param language of actors' names
     */
    static PoliticsBook of(View view, Optional<View> shared, List<View> layers, LocalDate day, Locale language) {
        Comparator<Noted<RegisteredDecision>> latest = Comparator.comparing(
                noted -> noted.value().day().map(PartialDate::earliest).orElse(LocalDate.MIN),
                Comparator.reverseOrder());
        Comparator<Noted<EntryPoint>> closing = Comparator.comparing(
                noted -> noted.value().until().map(PartialDate::latest).orElse(LocalDate.MAX));
        Comparator<Noted<Stance>> said = Comparator.comparing(
                (Noted<Stance> noted) -> noted.value().actor().name());
        return new PoliticsBook(
                day,
                all(RegisteredDecision.KIND, view, layers, latest),
                all(EntryPoint.KIND, view, layers, closing),
                all(
                        Partnership.KIND,
                        view,
                        layers,
                        Comparator.comparing(noted -> noted.value().title())),
                all(
                        Stance.KIND,
                        view,
                        layers,
                        said.thenComparing(noted -> noted.value().objective().name())
                                .thenComparing(
                                        noted -> noted.value()
                                                .day()
                                                .map(PartialDate::latest)
                                                .orElse(LocalDate.MIN),
                                        Comparator.reverseOrder())),
                all(
                        RedLine.KIND,
                        view,
                        layers,
                        Comparator.comparing(noted -> noted.value().actor().name())),
                shared.map(PoliticsBook::objectives).orElse(List.of()),
                shared.map(there -> SectorMap.of(there).on(day, language).actors())
                        .orElse(List.of()));
    }

    /** Objectives of the alternative that is adopted, of all where none is: what a copy says again is not asked about again. */
    private static List<Item<Objective>> objectives(View there) {
        Optional<ItemId> adopted = there.list(ResultsChain.KIND).stream()
                .filter(chain -> chain.value().adoption() == Adoption.ADOPTED)
                .map(Item::id)
                .findFirst();
        return there.list(Objective.KIND).stream()
                .filter(objective ->
                        adopted.map(objective.value().chain()::equals).orElse(true))
                .toList();
    }

    private static <T extends Record> List<Noted<T>> all(
            Kind<T> kind, View view, List<View> layers, Comparator<Noted<T>> order) {
        List<Noted<T>> all = new ArrayList<>(Noted.of(view, Optional.empty(), kind));
        layers.forEach(
                layer -> all.addAll(Noted.of(layer, Optional.of(layer.charter().name()), kind)));
        all.sort(order.thenComparing(noted -> noted.item().id()));
        return List.copyOf(all);
    }

    /**
     * What can go from hand to hand: decisions, windows and partnerships that all members of the workspace may read. Stances and red lines stay, and so do actors: whoever is not in a list of
     * those without a stance would be known to have one.
     */
    public PoliticsBook forHandingOn() {
        return new PoliticsBook(
                day,
                ofAll(decisions),
                ofAll(windows),
                ofAll(partnerships),
                List.of(),
                List.of(),
                objectives,
                List.of());
    }

    private static <T extends Record> List<Noted<T>> ofAll(List<Noted<T>> all) {
        return all.stream().filter(Noted::isForAll).toList();
    }

    /** How many windows are open, ahead, or without dates. */
    public long windowsOpenOrAhead() {
        return windows.stream()
                .filter(noted -> WindowState.on(noted.value(), day) != WindowState.CLOSED)
                .count();
    }

    /** Whether nothing of it all is noted. */
    public boolean isEmpty() {
        return decisions.isEmpty()
                && windows.isEmpty()
                && partnerships.isEmpty()
                && stances.isEmpty()
                && redLines.isEmpty();
    }
}
