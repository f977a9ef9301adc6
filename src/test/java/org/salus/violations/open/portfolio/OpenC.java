package org.salus.violations.open.portfolio;

/** Public. */
public record OpenC(String name) {}
