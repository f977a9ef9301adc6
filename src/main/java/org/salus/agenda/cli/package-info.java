/** Meetings, actions, requests, focal points and the calendar in a terminal. */
@NullMarked
package org.salus.agenda.cli;

import org.jspecify.annotations.NullMarked;
