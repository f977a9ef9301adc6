package org.salus.evidence;

/**
 * What a reader found out about one activity of a file.
 *
 * @param start offset of its first byte in the file (or member), or of its first character where the encoding has no byte offsets
 * @param end offset of its end tag; of its only tag if it is empty
 * @param content hash of what it says, without the bookkeeping of carriers: equal hashes, unchanged activity
 */
record ActivityFacts(ActivityRecord record, long start, long end, long content) {}
