package org.salus.violations.knocking.frame;

/** A room's front door. */
public record Layout(String name) {}
