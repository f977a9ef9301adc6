/**
 * What every workspace has, whatever it is about: the sources people cite and the answers they give to findings.
 *
 * <p>Owns: the kinds of items {@link org.salus.workspace.Source} and {@link org.salus.workspace.Answer}, for the rooms above that cite and find.
 * Allowed rooms: documents, people, ledger, framework.
 */
@NullMarked
package org.salus.workspace;

import org.jspecify.annotations.NullMarked;
