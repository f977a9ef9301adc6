package org.salus.documents;

/** What follows starts on a new page. */
public record PageBreak() implements Block {}
