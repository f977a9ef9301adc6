package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.salus.frame.Failure;
import org.salus.framework.Sentence;

/**
 * The folder everything is kept in: {@code archive/} files as they came, {@code parts/} their facts, {@code snapshots/} lists of parts, {@code current}
 * the name of the snapshot in force. Files appear by an atomic rename from {@code work/}, so a reader never sees half of one.
 */
final class DataFolder {
    private final Path root;

    /** @throws Failure if the folder cannot be made or written */
    DataFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
        try {
            for (String part : List.of("archive", "parts", "snapshots", "index", "work")) {
                Files.createDirectories(this.root.resolve(part));
            }
        } catch (IOException denied) {
            throw Failure.notPossible(Sentence.of("evidence.failure.data-folder", this.root.toString()), denied)
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

    /** A user's own descriptors of country-year files. */
    Path descriptors() {
        return root.resolve("sources");
    }

    /** The id of the snapshot in force; empty before the first load. */
    Optional<String> current() throws IOException {
        try {
            return Optional.of(Files.readString(root.resolve("current"), StandardCharsets.UTF_8)
                    .strip());
        } catch (NoSuchFileException firstTime) {
            return Optional.empty();
        }
    }

    void makeCurrent(String id) throws IOException {
        Path next = root.resolve("work").resolve("current-" + UUID.randomUUID());
        write(next, id.getBytes(StandardCharsets.UTF_8));
        move(next, root.resolve("current"));
    }

    /** Writes a small file so that it is either wholly there or not at all. */
    void put(Path file, byte[] content) throws IOException {
        Path next = root.resolve("work").resolve("put-" + UUID.randomUUID());
        write(next, content);
        move(next, file);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(content));
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

    /** Waits for the right to change the list of parts; held for milliseconds. */
    Lock lock() throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new Lock(channel, waitFor(channel));
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /** Threads of one process do not wait for each other's file lock but get an exception; they wait here. */
    @SuppressWarnings("BusyWait")
    private static FileLock waitFor(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (java.nio.channels.OverlappingFileLockException otherThread) {
                try {
                    Thread.sleep(5);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted", stopped);
                }
            }
        }
    }

    record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.release();
            channel.close();
        }
    }

    /** A folder for the files of one load, which is removed with them; one that a killed process left behind is removed by the next load. */
    Workplace workplace() throws IOException {
        sweep();
        Path folder = Files.createDirectory(root.resolve("work").resolve("load-" + UUID.randomUUID()));
        FileChannel channel =
                FileChannel.open(folder.resolve("alive"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Workplace(folder, channel, channel.lock());
    }

    record Workplace(Path folder, FileChannel channel, FileLock alive) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            alive.release();
            channel.close();
            remove(folder);
        }
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(root.resolve("work"), "load-*")) {
            for (Path folder : left) {
                if (isAbandoned(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve("alive"), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (NoSuchFileException halfMade) {
            return true;
        } catch (IOException | java.nio.channels.OverlappingFileLockException inUse) {
            return false;
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (AccessDeniedException denied) {
            throw new IOException(denied);
        }
    }

    static void copy(InputStream from, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            from.transferTo(out);
        }
    }
}
