package org.salus.appraisal;

/**
 * One side of a partnership.
 *
 * @param party an office or organisation, never a person
 * @param brings what it puts in, in words; may be empty
 */
public record PartyTerm(String party, String brings) {}
