package org.salus.ledger;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record that figures are worked out from and that is itself told through no door: not on pages, not to programs, not in a terminal, also not to who may read the item. For answers of people, whose
 * rows would say what figures of few people keep back.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Untold {}
