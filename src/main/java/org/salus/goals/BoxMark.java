package org.salus.goals;

import java.util.Optional;
import org.salus.documents.Tint;

/**
 * What an overlay says of a box: a sign and words, and a colour that repeats them. Steps of one hue, never red, amber and green.
 *
 * @param sign one letter or shape that tells marks apart without colour
 * @param words the same in a few words
 * @param tint empty where the box keeps its own
 * @param isStrong whether the box is drawn with a strong border
 */
public record BoxMark(String sign, String words, Optional<Tint> tint, boolean isStrong) {}
