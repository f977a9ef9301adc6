/**
 * Which activity supports which reform area.
 *
 * <p>Owns: the rules of sorting, with their editions; judgements of what activities support; the organisations that activities name, and what people say of them; how activities hang together, and money counted once. Allowed rooms: evidence, workspace, frame, documents, people, ledger, framework.
 */
@NullMarked
package org.salus.portfolio;

import org.jspecify.annotations.NullMarked;
