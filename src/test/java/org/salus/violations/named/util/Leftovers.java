package org.salus.violations.named.util;

/** Lives in a room that is not a business word. */
public record Leftovers(String name) {}
