package org.salus.diligence;

/**
 * An answer about scope.
 *
 * @param question its code
 * @param note may be empty
 */
public record ScopeAnswer(String question, ScopeReply reply, String note) {}
