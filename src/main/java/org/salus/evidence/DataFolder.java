package org.salus.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * The folder everything is kept in: {@code archive/} files as they came, {@code parts/} their facts, {@code snapshots/} lists of parts, {@code current}
 * the name of the snapshot in force, {@code derived/} what was worked out of parts and can be again. Files appear by an atomic rename from {@code work/}, so a reader never sees half of one.
 */
final class DataFolder {
    /** The threads of this process that want the lock of a data folder. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    /** The workplaces of this process: to look at their locks would be to lose them. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    /** The ids that snapshots are given. */
    private static final Pattern SNAPSHOT = Pattern.compile("[0-9a-f]{12}");

    /** Enough to know again what one wrote. */
    private static final int LONGEST_QUOTE = 60;

    private final Path root;

    /** @throws Failure if the folder cannot be made or written */
    DataFolder(Path root) {
        Path made = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(made);
            this.root = made.toRealPath();
            for (String part : List.of("archive", "parts", "snapshots", "index", "work")) {
                Files.createDirectories(this.root.resolve(part));
            }
        } catch (IOException denied) {
            throw Failure.notPossible(Sentence.of("evidence.failure.data-folder", made.toString()), denied)
                    .advising(Sentence.of("evidence.failure.data-folder.advice"));
        }
    }

    Path root() {
        return root;
    }

    Path archived(String sha256) {
        return root.resolve("archive").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    Path part(String name) {
        return root.resolve("parts").resolve(name + ".duckdb");
    }

    Path counts(String part) {
        return root.resolve("parts").resolve(part + ".json");
    }

    Path snapshot(String id) {
        return root.resolve("snapshots").resolve(id + ".json");
    }

    /** The full-text index of a snapshot; a cache. */
    Path index(String snapshot) {
        return root.resolve("index").resolve(snapshot);
    }

    /** What was worked out of the parts; a cache, made when something is first kept. */
    Path derived() {
        return root.resolve("derived");
    }

    /** A user's own descriptors of country-year files. */
    Path descriptors() {
        return root.resolve("sources");
    }

    /**
     * The id of the snapshot in force; empty before the first load.
     *
     * @throws Failure if what stands there names no snapshot that is kept
     */
    Optional<String> current() throws IOException {
        String id;
        try {
            // Whatever somebody else wrote there is to be quoted, also if it is no text.
            id = new String(Files.readAllBytes(root.resolve("current")), StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException firstTime) {
            return Optional.empty();
        }
        if (!SNAPSHOT.matcher(id).matches() || !Files.isRegularFile(snapshot(id))) {
            throw astray(id);
        }
        return Optional.of(id);
    }

    private Failure astray(String written) throws IOException {
        String file = root.resolve("current").toString();
        Sentence what = written.isEmpty()
                ? Sentence.of("evidence.failure.current-empty", file)
                : Sentence.of("evidence.failure.current", file, Text.shortened(written, LONGEST_QUOTE));
        return new Failure(Failure.Kind.NOT_POSSIBLE, what, wayBack(""), null);
    }

    /**
     * What to do where the snapshot in force cannot be told or read: the one before is still there, and the archive keeps every file.
     *
     * @param broken id of the snapshot that cannot be read; empty if it is not known
     */
    Sentence wayBack(String broken) throws IOException {
        String file = root.resolve("current").toString();
        String archive = root.resolve("archive").toString();
        return newestBeside(broken)
                .map(id -> Sentence.of("evidence.failure.current.advice", file, id, archive))
                .orElseGet(() -> Sentence.of("evidence.failure.current.advice.none", file, archive));
    }

    /** The snapshot that was put in force last, of those with another id. */
    private Optional<String> newestBeside(String broken) throws IOException {
        record Kept(String id, FileTime written) {}
        List<Kept> kept = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root.resolve("snapshots"), "*.json")) {
            for (Path one : all) {
                String name = String.valueOf(one.getFileName());
                String id = name.substring(0, name.length() - ".json".length());
                if (SNAPSHOT.matcher(id).matches() && !id.equals(broken)) {
                    kept.add(new Kept(id, Files.getLastModifiedTime(one)));
                }
            }
        }
        return kept.stream().max(Comparator.comparing(Kept::written)).map(Kept::id);
    }

    void makeCurrent(String id) throws IOException {
        Path next = root.resolve("work").resolve("current-" + UUID.randomUUID());
        write(next, id.getBytes(StandardCharsets.UTF_8));
        move(next, root.resolve("current"));
    }

    /** Writes a small file so that it is either wholly there or not at all; to be called under the lock. */
    void put(Path file, byte[] content) throws IOException {
        Path next = root.resolve("work").resolve("put-" + UUID.randomUUID());
        write(next, content);
        move(next, file);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    void move(Path from, Path to) throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            throw new IOException("The data folder must lie on one disk: " + root, otherDisk);
        }
    }

    /**
     * Waits for the right to change the list of parts; held for milliseconds. Threads of this process wait for each other first: the system's lock
     * belongs to the process, which loses it as soon as any thread closes the file.
     */
    Lock lock() throws IOException {
        ReentrantLock threads = THREADS.computeIfAbsent(root, key -> new ReentrantLock());
        try {
            threads.lockInterruptibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                return new Lock(threads, channel, channel.lock());
            } catch (IOException failed) {
                channel.close();
                throw failed;
            }
        } catch (IOException failed) {
            threads.unlock();
            throw failed;
        }
    }

    record Lock(ReentrantLock threads, FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (channel) {
                lock.release();
            } finally {
                threads.unlock();
            }
        }
    }

    /** A folder for the files of one load, which is removed with them; one that a killed process left behind is removed by the next load. */
    Workplace workplace() throws IOException {
        try (Lock held = lock()) {
            sweep();
            Path folder = Files.createDirectory(root.resolve("work").resolve("load-" + UUID.randomUUID()));
            FileChannel channel =
                    FileChannel.open(folder.resolve("alive"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            OWN.add(folder);
            return new Workplace(folder, channel, channel.lock());
        }
    }

    record Workplace(Path folder, FileChannel channel, FileLock alive) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (channel) {
                alive.release();
            }
            try {
                remove(folder);
            } finally {
                OWN.remove(folder);
            }
        }
    }

    /** To be called under the lock: whatever else lies in {@code work/} is written under it, too, so nobody is writing it now. */
    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(root.resolve("work"))) {
            for (Path one : left) {
                if (!Files.isDirectory(one) || isAbandoned(one)) {
                    remove(one);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        if (OWN.contains(folder)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve("alive"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException halfMade) {
            return true;
        } catch (IOException | OverlappingFileLockException inUse) {
            return false;
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException gone) {
            // Another process is removing it, too.
            return;
        } catch (UncheckedIOException failed) {
            if (!(failed.getCause() instanceof NoSuchFileException)) {
                throw failed;
            }
        } catch (AccessDeniedException denied) {
            throw new IOException(denied);
        }
    }
}
