package org.salus.goals;

import org.salus.framework.Directness;
import org.salus.framework.Effect;

/**
 * What a goal is hoped to lead to. Always a hypothesis.
 *
 * @param assumption what has to be true for it
 */
public record ExpectedEffect(Effect effect, Directness directness, String assumption) {}
