package org.salus.violations.knocking.evidence.web;

/** Inside a drawer, nobody else's business. */
public record Upload(String name) {}
