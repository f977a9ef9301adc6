package org.salus.documents;

/**
 * Something a reader of a file must know to read it without the page it was taken from: what was asked, the currency, a source.
 *
 * @param name of what is told
 * @param text what is told of it
 */
public record Fact(String name, String text) {}
