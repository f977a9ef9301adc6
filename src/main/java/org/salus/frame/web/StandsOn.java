package org.salus.frame.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the page a form stands on. What cannot be taken from the form is shown there again, with what was typed and the reason: see {@link Sent}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StandsOn {
    /** Its path, with the same names in braces as that of the form. */
    String value();
}
