package org.salus.violations.upward.portal;

/** A type of the highest room. */
public record Page(String title) {}
