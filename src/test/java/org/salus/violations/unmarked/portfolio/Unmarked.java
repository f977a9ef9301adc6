package org.salus.violations.unmarked.portfolio;

record Unmarked(String name) {}
