/**
 * Open data: the archive of files as they came, the readers that turn them into facts, the issues met on the way, the immutable parts and
 * snapshots they are kept in, and typed questions about them.
 *
 * <p>Owns: the data folder. A file is stored untouched under its SHA-256; each becomes one read-only part; a snapshot is a small list of parts
 * that is replaced by an atomic rename. Nobody outside writes a query.
 *
 * <p>Allowed rooms: framework, documents, frame.
 */
@NullMarked
package org.salus.evidence;

import org.jspecify.annotations.NullMarked;
