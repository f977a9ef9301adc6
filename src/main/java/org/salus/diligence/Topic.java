package org.salus.diligence;

/** What risk facts are about: data, in its own words. */
public record Topic(String code, String name, String asks) {}
