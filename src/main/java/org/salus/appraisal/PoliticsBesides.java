package org.salus.appraisal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.Contribution.Beside;

/** What is told beside an objective and beside an actor: decisions on record, where actors stand, red lines. It is made of what one reader may read, so that nobody else is told. */
final class PoliticsBesides {
    private static final String STAKEHOLDERS = "politics/stakeholders";

    private final View view;
    private final List<View> layers;
    private final ItemId id;

    private PoliticsBesides(View view, List<View> layers, ItemId id) {
        this.view = view;
        this.layers = List.copyOf(layers);
        this.id = id;
    }

    /** What is told beside an item. Of items of other kinds there is nothing to tell, and private layers are not looked for. */
    static List<Beside> of(View view, Supplier<List<View>> layers, ItemId id) {
        Optional<Item<?>> item = view.find(id);
        if (item.filter(found -> found.kind().equals(Objective.KIND)).isPresent()) {
            return new PoliticsBesides(view, layers.get(), id).ofObjective();
        }
        if (item.filter(found -> found.kind().equals(Actor.KIND)).isPresent()) {
            return new PoliticsBesides(view, layers.get(), id).ofActor();
        }
        return List.of();
    }

    private List<Beside> ofObjective() {
        List<Beside> told = new ArrayList<>();
        // What is kept in a layer names no objective of the workspace.
        Noted.of(view, Optional.empty(), RegisteredDecision.KIND).stream()
                .filter(noted -> noted.value().objectives().contains(new OnObjective(id)))
                .forEach(noted -> told.add(new Beside(
                        noted.value()
                                .day()
                                .map(day -> Sentence.of(
                                        "appraisal.politics.beside.decided-on",
                                        noted.value().title(),
                                        day))
                                .orElseGet(() -> Sentence.of(
                                        "appraisal.politics.beside.decided",
                                        noted.value().title())),
                        noted.workspace(),
                        "items/" + noted.item().id())));
        Map<Attitude, List<String>> actors = new EnumMap<>(Attitude.class);
        for (Noted<Stance> noted : StakeholderMatrix.latest(all(Stance.KIND)
                .filter(noted -> isAbout(noted.value().objective()))
                .toList())) {
            actors.computeIfAbsent(noted.value().attitude(), first -> new ArrayList<>())
                    .add(noted.value().actor().name());
        }
        actors.forEach((attitude, names) -> told.add(new Beside(
                Sentence.of(
                        "appraisal.politics.beside.objective",
                        attitude.label(),
                        names.stream().sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.joining(", "))),
                view.workspace(),
                STAKEHOLDERS)));
        return told;
    }

    private List<Beside> ofActor() {
        List<Beside> told = new ArrayList<>();
        for (Noted<Stance> noted : StakeholderMatrix.latest(
                all(Stance.KIND).filter(noted -> isAbout(noted.value().actor())).toList())) {
            told.add(new Beside(
                    Sentence.of(
                            "appraisal.politics.beside.actor",
                            noted.value().objective().name(),
                            noted.value().attitude().label()),
                    view.workspace(),
                    STAKEHOLDERS));
        }
        all(RedLine.KIND)
                .filter(noted -> isAbout(noted.value().actor()))
                .forEach(noted -> told.add(new Beside(
                        Sentence.of(
                                "appraisal.politics.beside.red-line",
                                noted.value().line()),
                        view.workspace(),
                        STAKEHOLDERS)));
        return told;
    }

    private boolean isAbout(Mention mention) {
        return mention.item().filter(id::equals).isPresent();
    }

    private <T extends Record> Stream<Noted<T>> all(Kind<T> kind) {
        return Stream.concat(
                Noted.of(view, Optional.empty(), kind).stream(),
                layers.stream()
                        .flatMap(layer ->
                                Noted.of(layer, Optional.of(layer.charter().name()), kind).stream()));
    }
}
