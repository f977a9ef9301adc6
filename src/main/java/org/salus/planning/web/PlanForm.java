package org.salus.planning.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.salus.framework.Wording;
import org.salus.planning.PlanList;
import org.salus.planning.PlanningBoard;
import org.salus.planning.TypedPlan;
import org.salus.workspace.Field;
import org.salus.workspace.web.WorkspaceWeb.Opened;

/**
 * What is asked where something is said for a schedule: a question for each field, under the names that {@link TypedPlan} reads.
 *
 * @param list what is said
 * @param title of the form
 * @param parts from above to below
 */
record PlanForm(PlanList list, String title, List<Part> parts) {
    PlanForm {
        parts = List.copyOf(parts);
    }

    /** How a part is typed. */
    enum Input {
        LINE,
        TEXT,
        FLAG,
        ONE_OF,
        SEVERAL_OF
    }

    /**
     * A question.
     *
     * @param name what it is typed under
     * @param hint what to write; may be empty
     * @param isRequired whether it cannot be left empty
     * @param options to choose from; none where something is written
     */
    record Part(String name, String label, String hint, Input input, boolean isRequired, List<Option> options) {
        Part {
            options = List.copyOf(options);
        }

        /** Its input. */
        String kind() {
            return input.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something to choose. */
    record Option(String code, String name) {}

    static PlanForm of(PlanList list, PlanningBoard board, Opened opened) {
        Wording wording = opened.wording();
        List<Part> parts = new ArrayList<>();
        switch (list) {
            case STEPS -> parts.add(chooser("step", board.boxes(), wording));
            case ORDERS -> {
                parts.add(chooser("before", board.boxes(), wording));
                parts.add(chooser("after", board.boxes(), wording));
            }
            case LIMITS, BUDGETS, WINDOWS, FRAME -> {
                // These are new ones, or the one there is.
            }
        }
        for (Field field : TypedPlan.fields(list)) {
            Part part = part(field, board, opened);
            if (part.input() != Input.SEVERAL_OF || !part.options().isEmpty()) {
                parts.add(part);
            }
        }
        return new PlanForm(list, wording.say("planning.schedule.say." + list.code()), parts);
    }

    private static Part chooser(String name, List<PlanningBoard.Titled> boxes, Wording wording) {
        return new Part(
                name,
                wording.say("planning.field." + name),
                "",
                Input.ONE_OF,
                true,
                boxes.stream().map(box -> new Option(box.id(), box.title())).toList());
    }

    private static Part part(Field field, PlanningBoard board, Opened opened) {
        Wording wording = opened.wording();
        String name = TypedPlan.name(field);
        String hint = field.hint().map(wording::say).orElse("");
        Input input = Input.LINE;
        List<Option> options = List.of();
        switch (field.input()) {
            case Field.Input.Paragraph paragraph -> input = Input.TEXT;
            case Field.Input.Flag flag -> input = Input.FLAG;
            case Field.Input.Choice choice -> {
                input = Input.ONE_OF;
                options = options(choice.options(), wording);
            }
            case Field.Input.Choices choices -> {
                input = Input.SEVERAL_OF;
                options = options(choices.options(), wording);
            }
            case Field.Input.Other other -> {
                input = Input.ONE_OF;
                options = opened.choices(other.kind()).stream()
                        .map(item -> new Option(item.id().toString(), opened.title(item.id())))
                        .toList();
            }
            case Field.Input.Rows rows
            when field.name().equals("windows") -> {
                input = Input.SEVERAL_OF;
                options = named(board.windows());
            }
            case Field.Input.Rows rows
            when field.name().equals("earmarks") -> {
                input = Input.SEVERAL_OF;
                // Money is set aside for what somebody has said something of.
                options = board.steps().stream()
                        .filter(step -> !step.item().equals(step.id()))
                        .map(step -> new Option(step.id(), step.title()))
                        .toList();
            }
            case Field.Input.Rows rows -> {
                input = Input.TEXT;
                hint = wording.say("planning.schedule.rows." + field.name());
            }
            default -> {
                // A few words, a day or a number are typed in a line.
            }
        }
        return new Part(
                name,
                wording.say(field.label()),
                hint,
                input,
                List.of("title", "donor").contains(name),
                options);
    }

    private static List<Option> options(List<Field.Option> options, Wording wording) {
        return options.stream()
                .map(option -> new Option(option.code(), wording.say(option.label())))
                .toList();
    }

    private static List<Option> named(List<PlanningBoard.Titled> items) {
        return items.stream().map(item -> new Option(item.id(), item.title())).toList();
    }
}
