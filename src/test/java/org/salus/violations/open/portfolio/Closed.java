package org.salus.violations.open.portfolio;

record Closed(String name) {
    /** Says public, but stands in a closed type. */
    public record AlsoClosed(String name) {}
}
