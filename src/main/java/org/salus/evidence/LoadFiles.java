package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import tools.jackson.core.JacksonException;

/**
 * Takes files in: archives the bytes, reads them into a part and puts the part into a new snapshot. A file is taken in whole or not at all; a process
 * that is killed leaves the previous snapshot in force.
 */
public final class LoadFiles {
    private static final String AIDDATA_LICENCE = "ODC-By 1.0 (AidData)";
    private static final String CRS_LICENCE = "figures quoted with attribution (OECD, Creditor Reporting System)";
    private static final String UCDP_LICENCE = "CC BY 4.0 (Uppsala Conflict Data Program)";

    /** A file of so few bytes has its name sooner than its reading would begin. */
    private static final long QUICKLY_NAMED = 1 << 20;

    private final DataFolder folder;
    private final Readers readers;
    private final Snapshots snapshots;
    private final Clock clock;

    LoadFiles(DataFolder folder, Readers readers, Snapshots snapshots, Clock clock) {
        this.folder = folder;
        this.readers = readers;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Loads files one after the other.
     *
     * @param source name of the source they are versions of; null derives one for each file
     * @throws LoadCancelled if the user gave up; files that were complete by then stay loaded
     * @throws Failure if the data folder cannot be written
     */
    public LoadReport load(List<LoadInput> inputs, @Nullable String source, Progress progress) {
        List<LoadReport.FileReport> reports = new ArrayList<>();
        SourceNames names = new SourceNames();
        Thread.ofPlatform().name("store-json").daemon().start(StoreJson::meetListing);
        try (DataFolder.Workplace work = folder.workplace()) {
            int number = 0;
            for (LoadInput input : inputs) {
                number++;
                reports.add(one(input, number, inputs.size(), source, names, work.folder(), progress));
            }
            return new LoadReport(reports, snapshots.currentId());
        } catch (IOException failed) {
            throw storeFailure(failed);
        }
    }

    /**
     * Sets a loaded file aside: from now on it counts for nothing, and the version of its source before it counts again if there is one. Its bytes stay, and
     * so does what was answered from it under the snapshot of that time. To load it again puts it back, too.
     *
     * @throws Failure if the store cannot be written
     */
    public void setAside(SourceVersion version) {
        place(version, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /**
     * Puts a file back that was set aside.
     *
     * @throws Failure if the store cannot be written
     */
    public void putBack(SourceVersion version) {
        place(version, null);
    }

    private void place(SourceVersion version, @Nullable String aside) {
        try {
            snapshots.setAside(version, aside);
        } catch (IOException failed) {
            throw storeFailure(failed);
        }
    }

    private Failure storeFailure(IOException failed) {
        return Failure.notPossible(reason(failed), failed).advising(Sentence.of("evidence.failure.store.advice"));
    }

    /** What stopped the writing. Databases and streams pass on the words of the system, each within words of its own. */
    private Sentence reason(IOException failed) {
        String where = folder.root().toString();
        String said = said(failed);
        if (said.contains("No space left on device")) {
            return Sentence.of("evidence.failure.full", where);
        }
        return failed instanceof AccessDeniedException
                ? Sentence.of("evidence.failure.denied", where)
                : Sentence.of("evidence.failure.store", where, said);
    }

    private static String said(IOException failed) {
        return failed instanceof FileSystemException disk && disk.getReason() != null
                ? disk.getReason()
                : String.valueOf(failed.getMessage());
    }

    private LoadReport.FileReport one(
            LoadInput input,
            int number,
            int of,
            @Nullable String source,
            SourceNames names,
            Path work,
            Progress progress)
            throws IOException {
        Path copy = work.resolve("bytes-" + number);
        try (InputStream from = open(input, number, of, progress)) {
            copy(from, copy, progress);
        } catch (UnreadableFile unreadable) {
            return failed(input, unreadable.sentence(), 0);
        }
        if (Files.size(copy) == 0) {
            return failed(input, Sentence.of("evidence.file.empty"), 0);
        }
        try (Fingerprint fingerprint = Fingerprint.of(copy)) {
            Read read = readUnlessKnown(input, copy, fingerprint, work, progress);
            String sha256 = fingerprint.sha256();
            String part = part(sha256);
            if (!Files.exists(folder.archived(sha256))) {
                folder.move(copy, folder.archived(sha256));
            } else {
                Files.delete(copy);
            }
            String name = source != null ? source : names.derive(input, read.kind(), read.counts());
            return snapshots.add(
                    source != null,
                    new SourceVersion(
                            name,
                            input.name(),
                            input.origin(),
                            sha256,
                            read.kind(),
                            part,
                            SourceNames.stamp(input.name(), read.counts(), clock.instant()),
                            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                            licence(read),
                            read.counts(),
                            true,
                            null));
        } catch (UnreadableFile unreadable) {
            Files.deleteIfExists(copy);
            if (!input.named() && unreadable.isOfNoKnownKind()) {
                return new LoadReport.FileReport(input.name(), LoadReport.Outcome.SKIPPED, null, null, 0, null);
            }
            return failed(input, unreadable.sentence(), unreadable.line());
        }
    }

    /** What the publisher says about use, where it is known; a file of IATI does not say, its publisher's page does. */
    private static @Nullable String licence(Read read) {
        List<String> stated = Objects.requireNonNull(read.counts().licences());
        if (!stated.isEmpty()) {
            return String.join("; ", stated);
        }
        if (read.counts().systemCountry() != null) {
            return AIDDATA_LICENCE;
        }
        return switch (read.kind()) {
            case CONFLICT_EVENTS -> UCDP_LICENCE;
            case CRS -> CRS_LICENCE;
            default -> null;
        };
    }

    private static LoadReport.FileReport failed(LoadInput input, Sentence why, long line) {
        return new LoadReport.FileReport(input.name(), LoadReport.Outcome.FAILED, null, why, line, null);
    }

    /** What is kept about a part beside it. */
    record Read(FileKind kind, PartCounts counts) {
        /** A file of the store that somebody damaged can lack anything. */
        boolean isWhole() {
            return Objects.nonNull(kind) && Objects.nonNull(counts);
        }
    }

    /** What is known of a part that can still be opened; a damaged one is made anew like one that is missing. */
    private Optional<Read> known(String part) throws IOException {
        Path counts = folder.counts(part);
        if (!Files.exists(counts) || !Files.exists(folder.part(part))) {
            return Optional.empty();
        }
        try {
            return Optional.<Read>ofNullable(StoreJson.MAPPER.readValue(Files.readAllBytes(counts), Read.class))
                    .filter(Read::isWhole)
                    .filter(read -> Store.holds(folder.part(part), read.counts()));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private String part(String sha256) {
        return sha256 + "-" + readers.format();
    }

    /**
     * Reads a file into its part, unless there is one already. A large file is read before its name is known, as most files are new and both take their time;
     * reading stops once the name turns out to be a known one.
     */
    private Read readUnlessKnown(LoadInput input, Path bytes, Fingerprint fingerprint, Path work, Progress progress)
            throws IOException {
        if (Files.size(bytes) <= QUICKLY_NAMED) {
            fingerprint.sha256();
        }
        Path target = work.resolve("part.duckdb");
        UntilKnown watched = new UntilKnown(progress, fingerprint);
        Read read = null;
        try {
            if (!watched.isKnown()) {
                read = read(input, bytes, target, watched);
            }
        } catch (LoadCancelled stopped) {
            if (progress.isCancelled() || !watched.isKnown()) {
                throw stopped;
            }
        }
        String part = part(fingerprint.sha256());
        Optional<Read> known = watched.found().isPresent() ? watched.found() : known(part);
        if (known.isPresent()) {
            Files.deleteIfExists(target);
            return known.get();
        }
        Read kept = Objects.requireNonNull(read, "what is not known was read");
        Path counts = work.resolve("part.json");
        Files.write(counts, StoreJson.MAPPER.writeValueAsBytes(kept));
        folder.move(target, folder.part(part));
        folder.move(counts, folder.counts(part));
        return kept;
    }

    /** Ends the reading of a file whose part is there already, as soon as that is known. */
    private final class UntilKnown implements Progress {
        private final Progress progress;
        private final Fingerprint fingerprint;
        private boolean asked;
        private Optional<Read> found = Optional.empty();

        UntilKnown(Progress progress, Fingerprint fingerprint) {
            this.progress = progress;
            this.fingerprint = fingerprint;
        }

        /** What is known of the part; empty until it is. */
        Optional<Read> found() {
            return found;
        }

        boolean isKnown() {
            if (!asked && fingerprint.isDone()) {
                asked = true;
                try {
                    found = known(part(fingerprint.sha256()));
                } catch (IOException failed) {
                    // Whoever needs the name in the end is told; until then reading goes on.
                    found = Optional.empty();
                }
            }
            return found.isPresent();
        }

        @Override
        public void file(String name, int number, int of, long bytes) {
            progress.file(name, number, of, bytes);
        }

        @Override
        public void read(long bytes) {
            progress.read(bytes);
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled() || isKnown();
        }
    }

    /** Reads a file into a part; a second time, if need be, without the members that turned out to be broken. */
    private Read read(LoadInput input, Path bytes, Path target, Progress progress) throws IOException {
        Map<String, UnreadableFile> broken = new HashMap<>();
        Read read = readOnce(input, bytes, target, broken, progress);
        while (read == null) {
            read = readOnce(input, bytes, target, broken, progress);
        }
        return read;
    }

    /**
     * One pass over a file.
     *
     * @param broken members that are left out; those that this pass finds are added
     * @return null if members were found broken: their first facts are in the part already, so it has to be made anew
     */
    private @Nullable Read readOnce(
            LoadInput input, Path bytes, Path target, Map<String, UnreadableFile> broken, Progress progress)
            throws IOException {
        int known = broken.size();
        Files.deleteIfExists(target);
        try (PartWriter writer = new PartWriter(target, Files.size(bytes))) {
            Reading reading = new Reading(input.name(), writer, broken);
            try {
                Container container = new Container(bytes, progress);
                if (container.isSpreadsheet()) {
                    try (InputStream all = Files.newInputStream(bytes)) {
                        reading.member("", all);
                    }
                } else {
                    container.each(reading);
                }
            } catch (UnreadableFile unreadable) {
                throw unreadable;
            } catch (IOException unreadable) {
                throw Container.broken(unreadable);
            }
            if (broken.size() > known) {
                return null;
            }
            if (reading.kind() == FileKind.UNKNOWN) {
                throw reading.nothing();
            }
            return new Read(reading.kind(), writer.finish());
        } catch (StoreFailure failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private static InputStream open(LoadInput input, int number, int of, Progress progress) throws UnreadableFile {
        try {
            progress.file(input.name(), number, of, Files.size(input.path()));
            return Files.newInputStream(input.path());
        } catch (NoSuchFileException missing) {
            throw new UnreadableFile(Sentence.of("evidence.file.missing"), 0);
        } catch (AccessDeniedException denied) {
            throw new UnreadableFile(Sentence.of("evidence.file.no-permission"), 0);
        } catch (IOException failed) {
            throw new UnreadableFile(Sentence.of("evidence.file.disk", said(failed)), 0);
        }
    }

    /** Copies what the outside gives into the data folder. A failure of the outside is the file's; one of the data folder ends the load. */
    private static void copy(InputStream from, Path to, Progress progress) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 18];
            for (int got = some(from, buffer); got >= 0; got = some(from, buffer)) {
                out.write(buffer, 0, got);
                if (progress.isCancelled()) {
                    throw new LoadCancelled();
                }
            }
        }
    }

    private static int some(InputStream from, byte[] buffer) throws UnreadableFile {
        try {
            return from.read(buffer);
        } catch (IOException failed) {
            throw new UnreadableFile(Sentence.of("evidence.file.disk", said(failed)), 0);
        }
    }

    /** Reads the members of one file into its part. */
    private final class Reading implements Container.Visitor {
        private final String file;
        private final PartWriter writer;
        private final Map<String, UnreadableFile> broken;
        private final Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        private boolean release;

        Reading(String file, PartWriter writer, Map<String, UnreadableFile> broken) {
            this.file = file;
            this.writer = writer;
            this.broken = broken;
        }

        FileKind kind() {
            if (release && kinds.contains(FileKind.IATI_ACTIVITIES)) {
                return FileKind.AIDDATA_RELEASE;
            }
            return switch (kinds.size()) {
                case 0 -> FileKind.UNKNOWN;
                case 1 -> kinds.iterator().next();
                default -> FileKind.MIXED;
            };
        }

        /** Why nothing came of it: what is wrong with the first member that should have been one, else that there was none. */
        UnreadableFile nothing() {
            return broken.entrySet().stream()
                    .min(Map.Entry.comparingByKey())
                    .map(first -> new UnreadableFile(
                            Sentence.of(
                                    "evidence.file.nothing-whole",
                                    Text.shortened(LoadInput.seen(first.getKey()), 100),
                                    first.getValue().sentence()),
                            0))
                    .orElseGet(() -> new UnreadableFile(
                            Sentence.of(release ? "evidence.file.release-without-xml" : "evidence.file.nothing-in-it"),
                            0));
        }

        @Override
        public void unsafe(String path) {
            writer.issue(new ImportIssue(IssueKind.UNSAFE_PATH, file, 0, null, List.of(LoadInput.seen(path))));
        }

        @Override
        public void member(String path, InputStream bytes) throws IOException {
            String label = path.isEmpty() ? file : file + "!" + LoadInput.seen(path);
            UnreadableFile why = broken.get(path);
            if (why != null) {
                writer.issue(new ImportIssue(
                        IssueKind.BROKEN_MEMBER,
                        label,
                        why.line(),
                        null,
                        List.of(Text.shortened(String.valueOf(why.getMessage()), 300))));
                return;
            }
            String name = path.isEmpty() ? Container.unwrappedName(file) : Container.fileName(path);
            byte[] head = bytes.readNBytes(Readers.HEAD);
            InputStream all = new java.io.SequenceInputStream(new java.io.ByteArrayInputStream(head), bytes);
            Optional<Readers.Choice> choice = readers.recognise(name, head);
            if (choice.isEmpty()) {
                unrecognised(path, label, name, head);
                return;
            }
            boolean supplement = choice.get().reader() instanceof SupplementReader;
            release |= supplement;
            writer.beginMember(path, choice.get().kind().code());
            choice.get().reader().read(all, label, writer);
            if (choice.get().reader() instanceof WorkbookReader workbook) {
                kinds.addAll(workbook.kinds());
            } else if (!supplement) {
                kinds.add(choice.get().kind());
            }
        }

        @Override
        public void broken(String path, UnreadableFile why) {
            broken.put(path, why);
        }

        private void unrecognised(String path, String label, String name, byte[] head) throws UnreadableFile {
            if (path.isEmpty()) {
                if (Readers.isJson(head) && Readers.isNamedXml(name)) {
                    throw new UnreadableFile(Sentence.of("evidence.file.json-not-xml"), 1);
                }
                throw new UnreadableFile(
                        Container.otherPacking(head)
                                .map(packing -> Sentence.of("evidence.file.packed-otherwise", packing))
                                .orElseGet(readers::notRecognised),
                        0);
            }
            IssueKind kind = head.length == 0
                    ? IssueKind.EMPTY_MEMBER
                    : Container.isPacked(head)
                            ? IssueKind.NESTED_ARCHIVE
                            : Readers.isJson(head) && Readers.isNamedXml(name)
                                    ? IssueKind.JSON_NOT_XML
                                    : Readers.isNamedXml(name) ? IssueKind.NOT_RECOGNISED : IssueKind.COMPANION_FILE;
            writer.issue(new ImportIssue(kind, label, 0, null, List.of()));
        }
    }
}
