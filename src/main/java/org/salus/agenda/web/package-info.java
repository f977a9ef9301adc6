/** The pages of meetings, actions, requests, focal points and the calendar. */
@NullMarked
package org.salus.agenda.web;

import org.jspecify.annotations.NullMarked;
