/**
 * The manners of every door: page layout, navigation, errors, and how the command line speaks. A room says what went wrong with a
 * {@link org.salus.framework.Failure}; this room decides how that looks in a terminal, on a page or as a problem document.
 *
 * <p>Owns: {@link org.salus.framework.Failure}, layout, options shared by all commands (drawer {@code cli}). Allowed rooms: framework, documents.
 */
@NullMarked
package org.salus.frame;

import org.jspecify.annotations.NullMarked;
