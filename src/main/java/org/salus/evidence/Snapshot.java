package org.salus.evidence;

import java.util.List;

/** One immutable state of everything loaded. Every answer names it; the same snapshot gives the same answers. */
public final class Snapshot implements AutoCloseable {
    private final Store store;
    private final Rates rates;
    private final Activities activities;
    private final Issues issues;
    private final Observations observations;

    Snapshot(DataFolder folder, Snapshots.Listing listing, Rates rates) {
        this.store = new Store(folder, listing);
        this.rates = rates;
        this.activities = new Activities(store, new RawXml(folder, store));
        this.issues = new Issues(store);
        this.observations = new Observations(store);
    }

    /** Twelve hexadecimal digits that name the content. */
    public String id() {
        return store.listing().id();
    }

    /** Every loaded version of every source, current ones and history, in the order of loading. */
    public List<SourceVersion> versions() {
        return store.listing().versions();
    }

    /** Questions about activities. */
    public Activities activities() {
        return activities;
    }

    /** What was doubtful on loading. */
    public Issues issues() {
        return issues;
    }

    /** Questions about events, indicators, CRS amounts and outlines. */
    public Observations observations() {
        return observations;
    }

    /** Yearly exchange rates, with their edition. */
    public Rates rates() {
        return rates;
    }

    @Override
    public void close() {
        store.close();
    }
}
