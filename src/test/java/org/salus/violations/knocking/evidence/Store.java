package org.salus.violations.knocking.evidence;

/** A room's front door. */
public record Store(String name) {}
