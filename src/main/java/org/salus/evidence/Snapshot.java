package org.salus.evidence;

import java.util.List;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** One immutable state of everything loaded. Every answer names it; the same snapshot gives the same answers. */
public final class Snapshot implements AutoCloseable {
    private final Store store;
    private final Rates rates;
    private final Activities activities;
    private final Issues issues;
    private final Observations observations;
    private final ActivitySearch search;
    private final Derived derived;

    Snapshot(DataFolder folder, Snapshots.Listing listing, Rates rates) {
        this.store = new Store(folder, listing);
        this.rates = rates;
        this.activities = new Activities(store, new RawXml(folder, store));
        this.issues = new Issues(store);
        this.observations = new Observations(store);
        this.search = new ActivitySearch(folder.index(listing.id()), activities);
        this.derived = new Derived(folder);
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

    /** Full-text search in activities. */
    public ActivitySearch search() {
        return search;
    }

    /** What was doubtful on loading. */
    public Issues issues() {
        return issues;
    }

    /** Questions about events, indicators, CRS amounts and outlines. */
    public Observations observations() {
        return observations;
    }

    /** What was worked out of loaded data, of this snapshot and of others, and is kept. */
    public Derived derived() {
        return derived;
    }

    /** Yearly exchange rates, with their edition. */
    public Rates rates() {
        return rates;
    }

    /**
     * A loaded version by the beginning of its SHA-256, its file's name, or its source's name (then the current one).
     *
     * @throws Failure if nothing or more than one thing is meant
     */
    public SourceVersion version(String word) {
        List<SourceVersion> meant = versions().stream()
                .filter(v -> v.file().equals(word)
                        || (word.length() >= 6 && v.sha256().startsWith(word)))
                .toList();
        if (meant.isEmpty()) {
            meant = versions().stream()
                    .filter(v -> v.current() && v.source().equals(word))
                    .toList();
        }
        if (meant.isEmpty()) {
            throw Failure.notFound(Sentence.of("evidence.failure.unknown-version", word));
        }
        if (meant.size() > 1) {
            throw Failure.wrongUse(Sentence.of("evidence.failure.ambiguous-version", word, meant.size()));
        }
        return meant.getFirst();
    }

    /** What differs between the activities of two loaded files. */
    public Differences differences(SourceVersion before, SourceVersion after) {
        return Differences.between(store, before, after);
    }

    @Override
    public void close() {
        search.close();
        store.close();
    }
}
