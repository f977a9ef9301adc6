package org.salus.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * The evidence kept in one data folder: loads files and hands out snapshots. Several processes may share a folder; each sees a new snapshot as soon as
 * another has loaded one. Safe for use by several threads.
 */
public final class Evidence implements AutoCloseable {
    private final DataFolder folder;
    private final Snapshots snapshots;
    private final LoadFiles loads;
    private @Nullable Snapshot open;
    private @Nullable Snapshot previous;
    private final Map<String, Snapshot> earlier = new HashMap<>();

    private Evidence(DataFolder folder, Clock clock) {
        this.folder = folder;
        Countries countries = Countries.shipped();
        this.snapshots = new Snapshots(folder, Rates.EDITION);
        this.loads = new LoadFiles(
                folder,
                new Readers(
                        new IatiReader(new IatiCodes(countries)),
                        new TableReaders(countries, folder.root().resolve("sources")),
                        new OutlineReader(countries)),
                snapshots,
                clock);
    }

    /**
     * Opens a data folder; it is made if it does not exist.
     *
     * @throws Failure if it cannot be made or written
     */
    public static Evidence open(Path dataFolder) {
        return new Evidence(new DataFolder(dataFolder), Clock.systemUTC());
    }

    /** Takes files in. */
    public LoadFiles loads() {
        return loads;
    }

    /**
     * The snapshot in force. It stays usable until another two have replaced it.
     *
     * @throws Failure if the store cannot be read
     */
    public synchronized Snapshot snapshot() {
        try {
            Snapshots.Listing listing = snapshots.current();
            Snapshot now = open;
            if (now == null || !now.id().equals(listing.id())) {
                Snapshot next = new Snapshot(folder, listing, Rates.shipped());
                if (previous != null) {
                    previous.close();
                }
                previous = now;
                open = next;
                return next;
            }
            return now;
        } catch (IOException | StoreFailure failed) {
            throw Failure.notPossible(
                            Sentence.of(
                                    "evidence.failure.store",
                                    folder.root().toString(),
                                    String.valueOf(failed.getMessage())),
                            failed)
                    .advising(Sentence.of("evidence.failure.store.rebuild"));
        }
    }

    /**
     * The snapshot of that id, which was in force here once: what was made from it can be made again. It stays usable until this is closed.
     *
     * @return nothing if nobody knows it here, or rates are others since
     * @throws Failure if the store cannot be read
     */
    public synchronized Optional<Snapshot> snapshot(String id) {
        Snapshot now = snapshot();
        if (now.id().equals(id)) {
            return Optional.of(now);
        }
        Snapshot known = earlier.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Optional<Snapshot> found =
                    snapshots.find(id).map(listing -> new Snapshot(folder, listing, Rates.shipped()));
            found.ifPresent(snapshot -> earlier.put(id, snapshot));
            return found;
        } catch (IOException | StoreFailure failed) {
            throw Failure.notPossible(
                            Sentence.of(
                                    "evidence.failure.store",
                                    folder.root().toString(),
                                    String.valueOf(failed.getMessage())),
                            failed)
                    .advising(Sentence.of("evidence.failure.store.rebuild"));
        }
    }

    /**
     * How many activities of a loaded version stand also in which other sources, whichever of the two counts. Where there are no others the store stays
     * closed: to open it takes a part of a second.
     *
     * @throws Failure if the store cannot be read
     */
    public Map<String, Integer> alsoIn(SourceVersion version) {
        return version.counts().activities() == 0 || isOnly(version)
                ? Map.of()
                : snapshot().issues().alsoIn(version);
    }

    private boolean isOnly(SourceVersion version) {
        try {
            return snapshots.current().versions().stream()
                    .filter(other -> other.current() && other.counts().activities() > 0)
                    .allMatch(other -> other.source().equals(version.source()));
        } catch (IOException unread) {
            // Whoever opens the store says so.
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
        if (previous != null) {
            previous.close();
            previous = null;
        }
        earlier.values().forEach(Snapshot::close);
        earlier.clear();
    }
}
