/**
 * Workspaces as people meet them: signing in, accounts and members; how items of any kind are shown, edited field by field, discussed and found again;
 * history, differences, conflicts, copies. It is the door to {@code ledger} and {@code people}, which stand below the frame and have no pages of their own.
 *
 * <p>Owns: sources, answers to findings, comments, how a room of the workspace registers what it adds, the marks by which forms that come back
 * late are read, where the database of people's work lies in a data folder, and the settings of a team's server.
 *
 * <p>Allowed rooms: frame, documents, people, ledger, framework.
 */
@NullMarked
package org.salus.workspace;

import org.jspecify.annotations.NullMarked;
