package org.salus.sector;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.salus.evidence.Severity;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;

/**
 * Fits what a graph says of one day into what the map says over all times: it speaks of what holds on that day, and of nothing else. A graph that names no day
 * speaks of what the map says at whatever time, if that leaves no doubt.
 */
final class GraphRows {
    private final GraphHead head;
    private final ImportDesk desk;
    private final Optional<SectorDay> day;

    /**
     * Fits rows that lie on a desk.
     *
     * @param map what the workspace says before
     */
    GraphRows(GraphHead head, ImportDesk desk, SectorMap map) {
        this.head = head;
        this.desk = desk;
        this.day = head.day().map(then -> map.on(then, head.language().orElse(Locale.ROOT)));
        Place place = Place.line(head.line());
        desk.problems.add(
                head.day().isPresent()
                        ? FileProblem.of(
                                Severity.INFORMATION,
                                place,
                                "",
                                "one-day",
                                head.day().get().toString())
                        : FileProblem.of(Severity.INFORMATION, place, "", "no-time"));
    }

    /** Whether the node of a row can be taken: another one of the same id cannot, since nobody can say which one edges mean. */
    boolean isFirst(FileRow row) {
        String node = row.cell(GraphReader.NODE);
        if (node.isEmpty()) {
            desk.problem(Severity.WARNING, row, "", "no-node-id");
        } else if (desk.isNode(node)) {
            desk.problem(Severity.ERROR, row, "", "same-node", node);
            return false;
        }
        return true;
    }

    /** A row for the phase of a known actor that it speaks of; empty, and a problem, if there is none. */
    Optional<FileRow> fitted(FileRow row, Draft<Actor> actor) {
        Optional<Phase> meant = phase(row, actor.value());
        if (meant.isEmpty()) {
            desk.problem(Severity.ERROR, row, "", "other-time");
            return Optional.empty();
        }
        Map<String, String> cells = new HashMap<>(row.cells());
        meant.get().when().from().map(PartialDate::toString).ifPresent(from -> cells.put("from", from));
        String name = row.cell("name");
        cells.remove("name");
        if (!name.isEmpty() && !isNamed(meant.get(), name)) {
            cells.put(column(meant.get()), name);
        }
        return Optional.of(new FileRow(row.table(), row.place(), cells));
    }

    private Optional<Phase> phase(FileRow row, Actor actor) {
        if (head.day().isPresent()) {
            return actor.on(head.day().get());
        }
        List<Phase> phases = actor.phases();
        return phases.size() == 1
                ? Optional.of(phases.getFirst())
                : phases.stream().filter(phase -> says(row, phase)).findFirst();
    }

    private boolean says(FileRow row, Phase phase) {
        return (row.cell("name").isEmpty() || isNamed(phase, row.cell("name")))
                && (row.cell("class").isEmpty()
                        || desk.classes
                                .find(row.cell("class"))
                                .filter(phase.actorClass()::equals)
                                .isPresent())
                && (row.cell("type").isEmpty()
                        || desk.types.find(row.cell("type")).equals(phase.type()));
    }

    private boolean isNamed(Phase phase, String name) {
        return head.language()
                .map(language -> phase.name(language).strip().equals(name))
                .orElseGet(() -> phase.names().stream()
                        .anyMatch(one -> one.text().strip().equals(name)));
    }

    /** The column of the name that a graph in that language shows. */
    private String column(Phase phase) {
        List<Name> shown = head.language()
                .map(phase::name)
                .map(text -> phase.names().stream()
                        .filter(name -> name.text().equals(text))
                        .toList())
                .orElse(phase.names());
        String language = shown.size() == 1 ? shown.getFirst().language() : "und";
        return language.equals("und")
                ? "name"
                : SectorTable.NAME_IN + language.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** A row for what is said of a known tie at the time that it speaks of; what fits none is left out of it, as a problem. */
    FileRow fitted(FileRow row, Tie tie) {
        Map<String, String> cells = new HashMap<>(row.cells());
        fit(row, cells, tie, Basis.LAW, "by_law", "law_from");
        fit(row, cells, tie, Basis.PRACTICE, "in_practice", "practice_from");
        return new FileRow(row.table(), row.place(), cells);
    }

    private void fit(FileRow row, Map<String, String> cells, Tie tie, Basis basis, String column, String from) {
        List<Statement> said = tie.on(basis);
        Optional<Recorded> told = desk.recorded.find(row.cell(column));
        List<Statement> now = said.stream()
                .filter(statement -> head.day().map(statement.when()::mayHoldOn).orElse(true))
                .toList();
        // What perhaps holds counts only where nothing surely does.
        List<Statement> sure = now.stream()
                .filter(statement -> head.day()
                        .map(day -> statement.when().on(day) == DateSpan.Holds.YES)
                        .orElse(true))
                .filter(statement -> statement.recorded() != Recorded.NOT_RECORDED)
                .toList();
        List<Statement> meant = sure.isEmpty() ? now : sure;
        // What a merged copy brought is a second item of the same tie, and may say it, too.
        boolean isSaid = day.flatMap(then -> then.tie(tie.from(), tie.type(), tie.to()))
                .filter(known ->
                        told.filter(known.side(basis).recorded()::equals).isPresent())
                .isPresent();
        if (isSaid) {
            cells.remove(column);
        }
        if (isSaid || told.isEmpty() || said.isEmpty()) {
            return;
        }
        if (meant.stream().anyMatch(statement -> statement.recorded() == told.get())) {
            cells.remove(column);
        } else if (meant.size() == 1) {
            meant.getFirst().when().from().map(PartialDate::toString).ifPresent(begin -> cells.put(from, begin));
        } else {
            desk.problem(Severity.WARNING, row, column, "other-time");
            cells.remove(column);
        }
    }
}
