package org.salus.agenda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.workspace.Field;

/**
 * What is asked where something new is noted: a question for each field of the item, under the names that {@link TypedAgenda} reads.
 *
 * @param list what is noted
 * @param parts from above to below
 * @param offices that the workspace knows, to choose from or to write another
 */
public record AgendaForm(AgendaList list, List<Part> parts, List<String> offices) {
    private static final int MOST_OFFICES = 200;

    /** How a part is typed. */
    public enum Input {
        LINE,
        OFFICE,
        TEXT,
        DAY,
        ONE_OF
    }

    /**
     * A question.
     *
     * @param name what it is typed under
     * @param hint what to write; may be absent
     * @param isNeeded whether there is nothing without it
     * @param options to choose from; none where something is written
     */
    public record Part(
            String name,
            Sentence label,
            Optional<Sentence> hint,
            Input input,
            boolean isNeeded,
            boolean mayBeNone,
            List<Option> options) {
        public Part {
            options = List.copyOf(options);
        }
    }

    /** One of several things to choose; what it is called is either the program's word or somebody's. */
    public record Option(String code, Optional<Sentence> label, String name, boolean isChosen) {}

    public AgendaForm {
        parts = List.copyOf(parts);
        offices = List.copyOf(offices);
    }

    /**
     * The form for a reader.
     *
     * @param meeting that somebody came from, to be chosen already
     */
    public static AgendaForm of(AgendaList list, View view, Optional<ItemId> meeting) {
        List<Part> parts = new ArrayList<>();
        for (Field field : AgendaFaces.fields(list.kind())) {
            part(field, view, meeting).ifPresent(parts::add);
        }
        if (list == AgendaList.FOCAL_POINTS) {
            parts.add(written("name", "name", Optional.of("name.hint"), Input.LINE));
            parts.add(written("name-until", "name-until", Optional.of("name-until.hint"), Input.DAY));
        }
        return new AgendaForm(
                list,
                parts,
                KnownOffices.of(view).names().stream().limit(MOST_OFFICES).toList());
    }

    private static Part written(String name, String label, Optional<String> hint, Input input) {
        return new Part(
                name,
                Sentence.of("agenda.field." + label),
                hint.map(words -> Sentence.of("agenda.field." + words)),
                input,
                false,
                false,
                List.of());
    }

    private static Optional<Part> part(Field field, View view, Optional<ItemId> meeting) {
        return switch (field.input()) {
            case Field.Input.Paragraph paragraph ->
                // What was noted in a meeting is typed in on its own page, when it was held.
                field.name().equals("minutes") ? Optional.empty() : Optional.of(written(field, Input.TEXT));
            case Field.Input.Lines lines -> Optional.of(written(field, Input.TEXT));
            case Field.Input.Rows rows -> Optional.of(written(field, Input.TEXT));
            case Field.Input.Day day -> Optional.of(written(field, Input.DAY));
            case Field.Input.Choice choice ->
                Optional.of(chosen(
                        field,
                        false,
                        choice.options().stream()
                                .map(option -> new Option(
                                        option.code(),
                                        Optional.of(option.label()),
                                        "",
                                        option.equals(choice.options().getFirst())))
                                .toList()));
            case Field.Input.Other other -> {
                List<Option> options = options(other.kind(), view, meeting);
                yield options.isEmpty() ? Optional.empty() : Optional.of(chosen(field, true, options));
            }
            default ->
                Optional.of(written(
                        field,
                        List.of("office", "askedOf", "askedBy", "place").contains(field.name())
                                ? Input.OFFICE
                                : Input.LINE));
        };
    }

    private static Part written(Field field, Input input) {
        return new Part(
                TypedAgenda.name(field),
                field.label(),
                field.hint(),
                input,
                List.of("title", "office", "askedOf").contains(field.name()),
                false,
                List.of());
    }

    private static Part chosen(Field field, boolean mayBeNone, List<Option> options) {
        return new Part(TypedAgenda.name(field), field.label(), field.hint(), Input.ONE_OF, false, mayBeNone, options);
    }

    private static List<Option> options(Kind<?> kind, View view, Optional<ItemId> meeting) {
        return view.list(kind).stream()
                .map(item -> new Option(
                        item.id().toString(),
                        Optional.empty(),
                        title(item),
                        meeting.filter(item.id()::equals).isPresent()))
                .sorted(Comparator.comparing((Option option) -> option.name().toLowerCase(Locale.ROOT))
                        .thenComparing(Option::code))
                .toList();
    }

    private static String title(Item<?> item) {
        return switch (item.value()) {
            case Meeting meeting ->
                meeting.day().map(day -> day + " " + meeting.title()).orElse(meeting.title());
            case org.salus.appraisal.RegisteredDecision decision -> decision.title();
            default -> "";
        };
    }
}
