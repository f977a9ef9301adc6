/** Meetings, actions, requests, focal points and the calendar for other programs. */
@NullMarked
package org.salus.agenda.api;

import org.jspecify.annotations.NullMarked;
