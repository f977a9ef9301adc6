package org.salus.diligence;

/** What is asked about scope: data, in its own words. */
public record ScopeQuestion(String code, String asks) {}
