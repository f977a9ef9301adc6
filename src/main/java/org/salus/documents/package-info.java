/**
 * A neutral document and its writers: Word, PDF, web page, spreadsheet and comma-separated text; charts, maps and their pictures.
 *
 * <p>Owns: what a document is made of, its canonical text and how files are read back to it, house styles, tracked changes, the colours of fields and reform areas, the shipped
 * typeface. It knows no content: the rooms above hand it
 * sentences that are already in a language. Same document, same bytes: dates and identifiers in files come from the version, never from the clock.
 * Allowed rooms: framework.
 */
@NullMarked
package org.salus.documents;

import org.jspecify.annotations.NullMarked;
