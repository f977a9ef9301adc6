/**
 * How the command line speaks, for all rooms: options defined once, help from the rooms' wording, failures as one line, counted progress. Never
 * touches Spring, so that a command starts quickly.
 */
@NullMarked
package org.salus.frame.cli;

import org.jspecify.annotations.NullMarked;
