package org.salus.ledger;

/**
 * An item that a newer program wrote: kept and shown as it is, never changed here.
 *
 * @param kindName what that program calls it
 * @param json what it says
 */
public record Unfamiliar(String kindName, String json) {
    public static final Kind<Unfamiliar> KIND = Kind.of("unfamiliar", Unfamiliar.class);
}
