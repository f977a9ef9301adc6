/**
 * Whether a strategy holds: so far, whether an activity of peace and security may be counted as aid (ODA), as an explained answer that asks for what it does not know.
 *
 * <p>Owns: {@code aid-rules.yaml}, the rules with their edition; {@code aid-words.yaml}, how short free texts are understood; {@code aid-cases.yaml}, published cases to
 * compare with. Allowed rooms: framework, frame. Procedure, sources and limits: {@code docs/oda.md}.
 */
@NullMarked
package org.salus.appraisal;

import org.jspecify.annotations.NullMarked;
