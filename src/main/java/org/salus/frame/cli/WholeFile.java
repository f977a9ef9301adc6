package org.salus.frame.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Writes a file as a whole or not at all: where that fails, on a disk that is full, what was there before is still there, and nothing new is. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file. One that is there keeps its permissions; of one that is new they may be for its owner alone.
     *
     * @throws IOException if it cannot be written
     */
    static void write(Path file, byte[] bytes, boolean isPrivate) throws IOException {
        boolean isThere = Files.exists(file);
        if (isThere && !Files.isRegularFile(file)) {
            // A pipe or a device has nothing that could be kept.
            Files.write(file, bytes);
            return;
        }
        if (isThere && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        Path place = isThere ? file.toRealPath() : file;
        Path part = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            create(part, isPrivate);
        } catch (AccessDeniedException closed) {
            if (!isThere) {
                throw closed;
            }
            // Only the file may be written, nothing beside it.
            Files.write(place, bytes);
            return;
        }
        try {
            Files.write(part, bytes);
            if (isThere) {
                takePermissions(part, place);
            }
            move(part, place);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void create(Path file, boolean isPrivate) throws IOException {
        if (!isPrivate) {
            Files.createFile(file);
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException otherSystem) {
            Files.createFile(file);
        }
    }

    private static void takePermissions(Path part, Path place) throws IOException {
        if (Files.getFileStore(place).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(place));
        }
    }

    private static void move(Path part, Path place) throws IOException {
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherSystem) {
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
