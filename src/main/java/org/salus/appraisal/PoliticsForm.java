package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.diligence.Keeping;
import org.salus.framework.Sentence;
import org.salus.goals.Objective;
import org.salus.goals.Support;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.Standing;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.Field;

/**
 * What is asked where something new is noted: one question for each field of the item, under the names that {@link TypedPolitics} reads.
 *
 * @param list what is noted
 * @param parts from above to below
 */
public record PoliticsForm(PoliticsList list, List<Part> parts) {
    /** How a part is typed. */
    public enum Input {
        LINE,
        TEXT,
        DAY,
        FLAG,
        ONE_OF,
        SEVERAL_OF
    }

    /**
     * A question.
     *
     * @param name what it is typed under
     * @param hint what to write; may be absent
     * @param none what stands where nothing is chosen; absent where something is
     * @param options to choose from; none where something is written
     */
    public record Part(
            String name,
            Sentence label,
            Optional<Sentence> hint,
            Input input,
            Optional<Sentence> none,
            List<Option> options) {
        public Part {
            options = List.copyOf(options);
        }

        /** Its input. */
        public String kind() {
            return input.name().toLowerCase(Locale.ROOT);
        }
    }

    /** One of several things to choose; what it is called is either the program's word or somebody's. */
    public record Option(String code, Optional<Sentence> label, String name, boolean isChosen) {}

    public PoliticsForm {
        parts = List.copyOf(parts);
    }

    /**
     * The form for a reader.
     *
     * @param here where it is noted
     * @param shared where actors and objectives stand, if this reader may open that
     * @param chosen the actor or objective that somebody came from
     * @param isCopy whether the workspace is a copy that travels, into which no layer can be founded
     */
    public static PoliticsForm of(
            PoliticsList list,
            View here,
            Optional<View> shared,
            PoliticsNames names,
            Optional<ItemId> chosen,
            boolean isCopy) {
        List<Part> parts = new ArrayList<>();
        if (list.isForFew()) {
            parts.add(chooser("actor", Actor.KIND, shared, names, chosen));
            parts.add(words("actor-name"));
        }
        if (list == PoliticsList.STANCES) {
            parts.add(chooser("objective", Objective.KIND, shared, names, chosen));
            parts.add(words("objective-name"));
        }
        for (Field field : PoliticsFaces.fields(list.kind())) {
            part(field, here, names).ifPresent(parts::add);
        }
        if (list.isForFew() && here.charter().layerOf().isEmpty()) {
            parts.add(keeping(here.standing(), isCopy));
        }
        return new PoliticsForm(list, parts);
    }

    private static Part words(String name) {
        return new Part(
                name,
                Sentence.of("appraisal.politics.field." + name),
                Optional.empty(),
                Input.LINE,
                Optional.empty(),
                List.of());
    }

    private static Part chooser(
            String name, Kind<?> kind, Optional<View> shared, PoliticsNames names, Optional<ItemId> chosen) {
        return new Part(
                name,
                Sentence.of("appraisal.politics.field." + name),
                Optional.empty(),
                Input.ONE_OF,
                Optional.of(Sentence.of("appraisal.politics.page.choose")),
                shared.map(view -> options(kind, view, names, chosen)).orElse(List.of()));
    }

    private static List<Option> options(Kind<?> kind, View view, PoliticsNames names, Optional<ItemId> chosen) {
        return view.list(kind).stream()
                .map(Item::id)
                .map(id -> new Option(
                        id.toString(),
                        Optional.empty(),
                        names.of(id),
                        chosen.filter(id::equals).isPresent()))
                .sorted(java.util.Comparator.comparing(Option::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Option::code))
                .toList();
    }

    private static Optional<Part> part(Field field, View here, PoliticsNames names) {
        String name = TypedPolitics.name(field);
        return switch (field.input()) {
            case Field.Input.Paragraph paragraph -> Optional.of(written(field, Input.TEXT));
            case Field.Input.Lines lines -> Optional.of(written(field, Input.TEXT));
            case Field.Input.Day day -> Optional.of(written(field, Input.DAY));
            case Field.Input.Flag flag -> Optional.of(written(field, Input.FLAG));
            case Field.Input.Choice choice ->
                Optional.of(new Part(
                        name,
                        field.label(),
                        field.hint(),
                        Input.ONE_OF,
                        choice.isOptional()
                                ? Optional.of(Sentence.of("appraisal.politics.page.none-chosen"))
                                : Optional.empty(),
                        choice.options().stream()
                                .map(option -> new Option(
                                        option.code(),
                                        Optional.of(option.label()),
                                        "",
                                        !choice.isOptional()
                                                && option.equals(
                                                        choice.options().getLast())))
                                .toList()));
            case Field.Input.Rows rows ->
                switch (field.name()) {
                    case "parties" -> Optional.of(written(field, Input.TEXT));
                    case "supports" -> several(field, options(Support.KIND, here, names, Optional.empty()));
                    default -> several(field, options(Objective.KIND, here, names, Optional.empty()));
                };
            default -> Optional.of(written(field, Input.LINE));
        };
    }

    private static Part written(Field field, Input input) {
        return new Part(TypedPolitics.name(field), field.label(), field.hint(), input, Optional.empty(), List.of());
    }

    /** Of nothing nothing is chosen. */
    private static Optional<Part> several(Field field, List<Option> options) {
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        TypedPolitics.name(field),
                        field.label(),
                        Optional.of(Sentence.of("appraisal.politics.page.several.hint")),
                        Input.SEVERAL_OF,
                        Optional.empty(),
                        options));
    }

    private static Part keeping(Standing standing, boolean isCopy) {
        return new Part(
                "keep",
                Sentence.of("appraisal.politics.field.keep"),
                Optional.empty(),
                Input.ONE_OF,
                Optional.empty(),
                Stream.of(Keeping.values())
                        .filter(keeping -> keeping.isOpenTo(standing))
                        .filter(keeping -> keeping != Keeping.LAYER || !isCopy)
                        .map(keeping -> new Option(
                                keeping.code(), Optional.of(keeping.label()), "", keeping == Keeping.usual(isCopy)))
                        .toList());
    }
}
