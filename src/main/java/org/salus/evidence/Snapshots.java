package org.salus.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;

/** The lists of parts that answers come from; each is immutable, the one in force is replaced by an atomic rename under a lock. */
final class Snapshots {
    /** A list of parts, with the edition of the exchange rates they are converted by. */
    record Listing(String id, String rates, List<SourceVersion> versions) {
        Listing {
            versions = List.copyOf(versions);
        }
    }

    /** Enough to tell the few snapshots of a folder apart. */
    private static final int ID_DIGITS = 12;

    private final DataFolder folder;
    private final String rates;

    Snapshots(DataFolder folder, String rates) {
        this.folder = folder;
        this.rates = rates;
    }

    /** @throws Failure if what is in force cannot be told or read */
    Listing current() throws IOException {
        Optional<String> id = folder.current();
        if (id.isEmpty()) {
            return new Listing(id(List.of()), rates, List.of());
        }
        try {
            @Nullable
            Listing stored = StoreJson.MAPPER.readValue(Files.readAllBytes(folder.snapshot(id.get())), Listing.class);
            if (stored == null) {
                throw damaged(id.get(), null);
            }
            return new Listing(id(stored.versions()), rates, stored.versions());
        } catch (JacksonException damaged) {
            throw damaged(id.get(), damaged);
        }
    }

    private Failure damaged(String id, @Nullable Throwable cause) throws IOException {
        return new Failure(
                Failure.Kind.NOT_POSSIBLE,
                Sentence.of("evidence.failure.snapshot", folder.snapshot(id).toString()),
                folder.wayBack(id),
                cause);
    }

    String currentId() throws IOException {
        return current().id();
    }

    /** The list of that id, if it was in force here once; empty if nobody knows it, or rates are others since. */
    Optional<Listing> find(String id) throws IOException {
        // Of nothing no list was ever written.
        if (id.equals(id(List.of()))) {
            return Optional.of(new Listing(id, rates, List.of()));
        }
        if (!id.matches("[0-9a-f]{1,64}") || !Files.exists(folder.snapshot(id))) {
            return Optional.empty();
        }
        Listing stored = StoreJson.MAPPER.readValue(Files.readAllBytes(folder.snapshot(id)), Listing.class);
        return Optional.of(new Listing(id(stored.versions()), rates, stored.versions()))
                .filter(listing -> listing.id().equals(id));
    }

    /**
     * Puts a version into a new snapshot and makes that the one in force.
     *
     * @param named whether somebody named its source; if nobody did, bytes that are loaded already stay with the source they have, whatever the file
     *     is called now
     */
    LoadReport.FileReport add(boolean named, SourceVersion given) throws IOException {
        try (DataFolder.Lock held = folder.lock()) {
            Listing before = current();
            Optional<SourceVersion> same = before.versions().stream()
                    .filter(v -> v.sha256().equals(given.sha256())
                            && (!named || v.source().equals(given.source())))
                    .findFirst();
            if (same.isPresent()
                    && same.get().part().equals(given.part())
                    && !same.get().wasSetAside()) {
                return new LoadReport.FileReport(given.file(), LoadReport.Outcome.UNCHANGED, same.get(), null, 0, null);
            }
            SourceVersion version = same.isPresent() ? given.of(same.get().source()) : given;
            List<SourceVersion> versions = new ArrayList<>(before.versions());
            same.ifPresent(versions::remove);
            versions.add(version);
            List<SourceVersion> settled = settle(versions);
            put(settled);
            SourceVersion now =
                    settled.stream().filter(version::isSameLoadAs).findFirst().orElseThrow();
            return new LoadReport.FileReport(
                    version.file(),
                    now.current() ? LoadReport.Outcome.LOADED : LoadReport.Outcome.OLDER,
                    now,
                    null,
                    0,
                    replacedBy(settled, before, version.source()));
        }
    }

    /**
     * Puts a version that is loaded into a new snapshot as set aside, or as it was before.
     *
     * @param when ISO 8601 instant; null to put it back
     */
    void setAside(SourceVersion meant, @Nullable String when) throws IOException {
        try (DataFolder.Lock held = folder.lock()) {
            List<SourceVersion> before = current().versions();
            List<SourceVersion> after = before.stream()
                    .map(version -> version.isSameLoadAs(meant) && version.wasSetAside() == (when == null)
                            ? version.setAside(when)
                            : version)
                    .toList();
            if (!after.equals(before)) {
                put(settle(after));
            }
        }
    }

    private void put(List<SourceVersion> settled) throws IOException {
        Listing after = new Listing(id(settled), rates, settled);
        folder.put(folder.snapshot(after.id()), StoreJson.MAPPER.writeValueAsBytes(after));
        folder.makeCurrent(after.id());
    }

    private static @Nullable String replacedBy(List<SourceVersion> settled, Listing before, String source) {
        return before.versions().stream()
                .filter(v -> v.source().equals(source) && v.current())
                .filter(v -> settled.stream()
                        .noneMatch(now -> now.current() && now.sha256().equals(v.sha256())))
                .map(SourceVersion::file)
                .findFirst()
                .orElse(null);
    }

    /**
     * The newest version of each source that nobody set aside is current. Files of one source that carry the same stamp in their data are one version: a release may come in
     * several files, or once as XML and once as a zip around it. But a file that was loaded again from the same place replaces what it said before, also if its
     * publisher left the stamps as they were.
     */
    static List<SourceVersion> settle(List<SourceVersion> versions) {
        Map<String, String> newest = new HashMap<>();
        List<SourceVersion> counting =
                versions.stream().filter(version -> !version.wasSetAside()).toList();
        for (SourceVersion version : counting) {
            newest.merge(version.source(), version.stamp(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
        }
        // In the order of loading: the last one of each name stays.
        Map<String, String> last = new HashMap<>();
        for (SourceVersion version : counting) {
            if (version.stamp().equals(newest.get(version.source()))) {
                last.put(place(version), version.sha256());
            }
        }
        return versions.stream()
                .map(version -> version.current(!version.wasSetAside()
                        && version.stamp().equals(newest.get(version.source()))
                        && version.sha256().equals(last.get(place(version)))))
                .toList();
    }

    /** What the next file with the same stamp replaces: where the data has no stamp of its own, all of the source. */
    private static String place(SourceVersion version) {
        return version.counts().stamp().isEmpty()
                ? version.source()
                : String.join("\n", version.source(), version.origin(), version.file());
    }

    /** Named by content: the same parts under the same rates are the same snapshot, whenever they were loaded. */
    private String id(List<SourceVersion> versions) {
        String content = versions.stream()
                .map(v -> v.source() + " " + v.part() + " " + v.current() + (v.wasSetAside() ? " aside" : ""))
                .sorted()
                .collect(Collectors.joining("\n", rates + "\n", ""));
        return Fingerprint.ofText(content).substring(0, ID_DIGITS);
    }
}
