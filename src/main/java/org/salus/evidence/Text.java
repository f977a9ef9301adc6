package org.salus.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a publisher wrote, with its language.
 *
 * @param language two-letter code as stated on the text or its activity; null if none was stated
 */
public record Text(@Nullable String language, String text) {}
