package org.salus.portfolio;

import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;

/**
 * That two activities have to do with each other, as at least one of them states.
 *
 * @param from identifier of the activity that money comes from, or that the other is a part of; where neither is so, the first by the order of identifiers
 * @param to identifier of the other
 * @param statements every place that says so; never empty
 */
public record ActivityLink(LinkKind kind, String from, String to, List<Statement> statements) {
    public ActivityLink {
        statements = List.copyOf(statements);
    }

    /**
     * A place that says so.
     *
     * @param by identifier of the activity that it stands in
     * @param transaction number of the transaction that it stands at; empty where it is said of the activity as a whole
     */
    public record Statement(String by, Optional<Integer> transaction, Sentence reason) {}

    /** Whether both activities state it. */
    public boolean isStatedByBoth() {
        return statements.stream().map(Statement::by).distinct().count() > 1;
    }

    /** The activity at the other end. */
    public String other(String identifier) {
        return from.equals(identifier) ? to : from;
    }
}
