package org.salus.agenda;

/**
 * A point on the agenda of a meeting.
 *
 * @param text what it is about
 * @param office that brings it in; may be empty
 * @param forDecision whether the meeting is to decide on it
 */
public record AgendaPoint(String text, String office, boolean forDecision) {}
