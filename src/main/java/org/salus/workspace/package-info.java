/**
 * The doors to what people say and who they are: signing in, accounts, members, and the workspaces themselves. The rooms behind these doors are
 * {@code ledger} and {@code people}, which stand below the frame and have no pages.
 *
 * <p>Owns: where the database of people's work lies in a data folder, and the settings of a team's server.
 *
 * <p>Allowed rooms: frame, documents, people, ledger, framework.
 */
@NullMarked
package org.salus.workspace;

import org.jspecify.annotations.NullMarked;
