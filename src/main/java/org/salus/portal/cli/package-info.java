/** The commands that mix rooms: brief, export, serve, demo. */
@NullMarked
package org.salus.portal.cli;

import org.jspecify.annotations.NullMarked;
