package org.salus.frame.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the page a form stands on. What cannot be taken from the form is shown there again, with what was typed and the reason: see {@link FilledForm}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StandsOn {
    /** Its path, with the same names in braces as that of the form. */
    String value();

    /**
     * The field of the form in which it says where it stands, with what was chosen there. Only a page at or below the path is shown; else, or where it is not
     * said, the page of the path itself.
     */
    String back() default "";

    /** Fields of the form that are choices of the page as well: which part of it is shown. */
    String[] part() default {};

    /** A choice of the page under which the form is on it, as {@code name=value}. */
    String with() default "";
}
