package org.salus.documents;

/** A remark in small type: what was left out and why, a source, a caution. */
public record Note(String text) implements Block {}
