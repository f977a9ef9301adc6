/**
 * Workspaces as people meet them: how items of any kind are shown, edited field by field, discussed and found again; members, history, differences,
 * conflicts, copies. It is the door to the ledger and to people, which stand below the frame and have no pages of their own.
 *
 * <p>Owns: comments, and how a room of the workspace registers what it adds. Allowed rooms: framework, ledger, people, documents, frame.
 */
@NullMarked
package org.salus.workspace;

import org.jspecify.annotations.NullMarked;
