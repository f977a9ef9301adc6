package org.salus.violations.open.evidence;

/** Public. */
public record OpenA(String name) {
    /** Public as well. */
    public record OpenB(String name) {}
}
