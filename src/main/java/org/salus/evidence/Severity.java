package org.salus.evidence;

/** How much an issue matters for the figures. */
public enum Severity {
    /** Something was not taken in, or cannot be counted. */
    ERROR,
    /** Taken in, but doubtful. */
    WARNING,
    /** Worth knowing, no figure is affected. */
    INFORMATION
}
