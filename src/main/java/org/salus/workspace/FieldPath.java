package org.salus.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where in an item a field stands, written {@code phases.0.when.from}: names of components, and numbers of rows from 0. A path may also end at a row, or at
 * the whole list of them.
 */
final class FieldPath {
    private static final int DEEPEST = 8;

    private final List<Step> steps;

    /**
     * One component on the way.
     *
     * @param row of it, where it has rows; -1 for all of it
     */
    private record Step(Field field, int row) {}

    private FieldPath(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The path that is written so, if these fields have it. */
    static Optional<FieldPath> find(List<Field> fields, String text) {
        String[] words = text.split("\\.", -1);
        List<Step> steps = new ArrayList<>();
        List<Field> here = fields;
        for (int i = 0; i < words.length && steps.size() <= DEEPEST; i++) {
            String name = words[i];
            Optional<Field> field =
                    here.stream().filter(known -> known.name().equals(name)).findFirst();
            if (field.isEmpty()) {
                return Optional.empty();
            }
            int row = -1;
            if (field.get().input() instanceof Field.Input.Rows && i + 1 < words.length) {
                i++;
                if (!words[i].matches("\\d{1,4}")) {
                    return Optional.empty();
                }
                row = Integer.parseInt(words[i]);
            }
            steps.add(new Step(field.get(), row));
            here = field.get().parts();
        }
        return steps.isEmpty() || steps.size() > DEEPEST ? Optional.empty() : Optional.of(new FieldPath(steps));
    }

    /** The field it leads to. */
    Field field() {
        return steps.getLast().field();
    }

    /** Whether it leads to one row of a list. */
    boolean isRow() {
        return steps.getLast().row() >= 0;
    }

    /** Whether it leads to a list of rows as a whole. */
    boolean isList() {
        return !isRow() && field().input() instanceof Field.Input.Rows;
    }

    /** What stands there; missing if nothing. */
    JsonNode in(JsonNode value) {
        JsonNode at = value;
        for (Step step : steps) {
            at = at.path(step.field().name());
            at = step.row() < 0 ? at : at.path(step.row());
        }
        return at;
    }

    /** Whether both have as many rows wherever this path goes through rows; if not, a number may mean another row. */
    boolean meansTheSameIn(JsonNode one, JsonNode other) {
        JsonNode here = one;
        JsonNode there = other;
        for (Step step : steps) {
            here = here.path(step.field().name());
            there = there.path(step.field().name());
            if (step.row() >= 0) {
                if (here.size() != there.size()) {
                    return false;
                }
                here = here.path(step.row());
                there = there.path(step.row());
            }
        }
        return true;
    }

    /**
     * Writes that. Records on the way that are absent come into being, and go again when nothing is said in them any more.
     *
     * @return whether there is such a place
     */
    boolean put(ObjectNode value, JsonNode said) {
        return put(value, 0, said);
    }

    private boolean put(ObjectNode record, int at, JsonNode said) {
        Step step = steps.get(at);
        String name = step.field().name();
        boolean isLast = at == steps.size() - 1;
        if (step.row() >= 0) {
            if (!(record.get(name) instanceof ArrayNode rows) || step.row() >= rows.size()) {
                return false;
            }
            if (isLast) {
                rows.set(step.row(), said);
                return true;
            }
            return rows.get(step.row()) instanceof ObjectNode row && put(row, at + 1, said);
        }
        if (isLast) {
            set(record, name, said);
            return true;
        }
        ObjectNode inner = record.get(name) instanceof ObjectNode known
                ? known
                : Field.blank(step.field().parts());
        if (!put(inner, at + 1, said)) {
            return false;
        }
        boolean isGone = step.field().input() instanceof Field.Input.Group group
                && group.isOptional()
                && step.field().isBlank(inner);
        if (isGone) {
            record.remove(name);
        } else {
            record.set(name, inner);
        }
        return true;
    }

    private static void set(ObjectNode record, String name, JsonNode said) {
        if (said.isNull()) {
            record.remove(name);
        } else {
            record.set(name, said);
        }
    }

    /**
     * Adds a row to the list.
     *
     * @return whether there is such a list
     */
    boolean add(ObjectNode value, JsonNode row) {
        if (in(value) instanceof ArrayNode rows) {
            rows.add(row);
            return true;
        }
        return put(value, value.arrayNode().add(row));
    }

    /**
     * Takes the row away.
     *
     * @return whether there is such a row
     */
    boolean remove(ObjectNode value) {
        List<Step> up = new ArrayList<>(steps.subList(0, steps.size() - 1));
        up.add(new Step(field(), -1));
        if (isRow()
                && new FieldPath(up).in(value) instanceof ArrayNode rows
                && steps.getLast().row() < rows.size()) {
            rows.remove(steps.getLast().row());
            return true;
        }
        return false;
    }

    @Override
    public String toString() {
        return steps.stream()
                .map(step -> step.field().name() + (step.row() < 0 ? "" : "." + step.row()))
                .collect(Collectors.joining("."));
    }
}
