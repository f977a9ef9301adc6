package org.salus.agenda;

import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.ledger.WorkspaceId;
import org.salus.workspace.Due;

/**
 * Something that is due, and where it is kept.
 *
 * @param workspace that keeps it: the one that was opened, or a private layer of it
 * @param layer the name of the private layer; empty for the workspace itself
 */
public record CalendarEntry(Due due, WorkspaceId workspace, Optional<String> layer) {
    /** Where it is shown. */
    public String href() {
        return "/workspaces/" + workspace + "/" + due.path();
    }

    /** The date as it is known, where that is no day: it stands in calendars on the last day that it may be. */
    public Optional<PartialDate> coarse() {
        return due.on().filter(date -> date.precision() != PartialDate.Precision.DAY);
    }

    /** Unlike that of any other entry of any calendar, and the same whenever it is asked for. */
    String name() {
        return due.name() + "@" + workspace;
    }
}
