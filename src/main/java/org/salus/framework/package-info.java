/**
 * The approach as types: reform areas, pillars, considerations and what else {@code docs/dictionary.md} defines, with their stable codes, and the
 * two forms every answer takes, {@link org.salus.framework.Figure} and {@link org.salus.framework.Sentence}.
 *
 * <p>Owns: codes and their words, and how words and numbers that people write are read. Allowed rooms: none.
 */
@NullMarked
package org.salus.framework;

import org.jspecify.annotations.NullMarked;
