package org.salus.strategy;

/**
 * A line that stands in one of two texts and not in the other.
 *
 * @param section the heading of the section it stands in; empty before the first one
 * @param isAdded whether the later text has it
 * @param line as in {@link org.salus.documents.PlainText}
 */
public record TextChange(String section, boolean isAdded, String line) {}
