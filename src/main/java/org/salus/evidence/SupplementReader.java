package org.salus.evidence;

/** A reader of files that only add to the activities of another file in the same release. */
interface SupplementReader extends FactReader {}
