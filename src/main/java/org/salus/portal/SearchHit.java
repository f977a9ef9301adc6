package org.salus.portal;

/**
 * Something that was found.
 *
 * @param kind what it is, in words: "actor"
 * @param title its name
 * @param place where it is, in words: the name of a workspace, who reports an activity; may be empty
 * @param href its address in this program
 */
public record SearchHit(SearchGroup group, String kind, String title, String place, String href) {}
