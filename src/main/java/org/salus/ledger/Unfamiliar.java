package org.salus.ledger;

/**
 * An item that a newer program wrote: kept and shown as it is, never changed here.
 *
 * @param kindName what that program calls it
 * @param json what it says
 */
public record Unfamiliar(String kindName, String json) {
    /** Never written. As nobody here knows what such an item protects, no copy takes it along. */
    public static final Kind<Unfamiliar> KIND =
            Kind.of("unfamiliar", Unfamiliar.class).keepingHome(every -> true);
}
