package org.salus.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** A file in the making. It gets its name when it is whole, takes nobody else's place, and leaves nothing behind if it never gets so far. */
final class Unfinished implements AutoCloseable {
    private final Path place;
    private final Path file;

    /**
     * Begins a file.
     *
     * @throws Failure if there is one of that name
     */
    Unfinished(Path wanted) {
        this.place = wanted.toAbsolutePath().normalize();
        this.file = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".part");
        if (Files.exists(place)) {
            throw taken();
        }
    }

    /** Where to write. */
    Path file() {
        return file;
    }

    /** Gives it its name. */
    void finish() {
        try {
            // A link fails where the name is taken; a move would replace.
            Files.createLink(place, file);
        } catch (FileAlreadyExistsException another) {
            throw taken();
        } catch (IOException | UnsupportedOperationException noLinks) {
            try {
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException failed) {
                throw Failure.notPossible(Sentence.of("ledger.failure.denied", place.toString()), failed)
                        .advising(Sentence.of("ledger.failure.denied.advice"));
            }
        }
    }

    private Failure taken() {
        return Failure.wrongUse(Sentence.of("ledger.failure.exists", place.toString()));
    }

    @Override
    public void close() {
        for (Path left : new Path[] {file, file.resolveSibling(file.getFileName() + "-journal")}) {
            try {
                Files.deleteIfExists(left);
            } catch (IOException inUse) {
                left.toFile().deleteOnExit();
            }
        }
    }
}
