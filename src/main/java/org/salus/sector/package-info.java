/**
 * The security sector as people know it: its actors on two pillars and around them, the ties between them by law and in practice, and what their record
 * says about oversight.
 *
 * <p>Owns: the kinds of items {@link org.salus.sector.Actor}, {@link org.salus.sector.Tie}, {@link org.salus.sector.KnownSupport} and
 * {@link org.salus.sector.ColumnMapping}; the rules of the
 * oversight analysis; the form in which a map travels. There is no field for places, strengths or readiness of forces, and there will be none.
 *
 * <p>Allowed rooms: diligence (support without a valid decision), evidence (readers of tables), workspace, frame, documents, ledger, framework.
 */
@NullMarked
package org.salus.sector;

import org.jspecify.annotations.NullMarked;
