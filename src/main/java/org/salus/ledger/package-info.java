/**
 * Workspaces: what people say about a country's or region's security sector, as items in an append-only graph of entries. Versions, differences, undo,
 * copies and their union, erasure, and who may see which item.
 *
 * <p>Owns: the table of entries and the table of payloads, in SQLite or PostgreSQL, and the file in which a workspace travels. It knows nothing of the
 * rooms above: each registers its kinds of items and their rules ({@link org.salus.ledger.Kind}).
 *
 * <p>Allowed rooms: framework.
 */
@NullMarked
package org.salus.ledger;

import org.jspecify.annotations.NullMarked;
