package org.salus.evidence;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out of loaded data and would take long to work out again: bytes by kind and edition, kept beside the parts for the next process. A cache: whatever is missing, cannot be
 * read or cannot be written is worked out again, and nobody is told. Whoever keeps something has to tell when it is damaged.
 */
public final class Derived {
    /** Of each kind so many editions stay: two programs on one folder, or a model that is tried out, are not to throw away each other's. */
    private static final int EDITIONS = 3;

    private static final int DIGITS_OF_EDITION = 16;

    private final DataFolder folder;

    Derived(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * What is kept.
     *
     * @param kind a word of small letters
     * @param edition of all that has a say in it; what was kept under another one is not found
     */
    public Optional<byte[]> find(String kind, String edition) {
        try {
            return read(file(kind, edition));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps something in the place of what is there, whole or not at all. Others who do so at the same time wait for each other, so that nothing of theirs is lost.
     *
     * @param next is given what is there now, empty bytes if there is nothing, and returns what is to be kept
     */
    public void keep(String kind, String edition, UnaryOperator<byte[]> next) {
        Path file = file(kind, edition);
        try (DataFolder.Lock held = folder.lock()) {
            folder.put(file, next.apply(read(file).orElse(new byte[0])));
            forgetEarlier(kind);
        } catch (IOException notWritable) {
            // A folder that is only to be read, or a full disk: the answers are the same without.
        }
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private Path file(String kind, String edition) {
        return folder.derived().resolve(kind + "-" + Fingerprint.ofText(edition).substring(0, DIGITS_OF_EDITION));
    }

    private void forgetEarlier(String kind) throws IOException {
        record Kept(Path file, FileTime written) {}
        List<Kept> all = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.derived(), kind + "-*")) {
            for (Path file : files) {
                all.add(new Kept(file, Files.getLastModifiedTime(file)));
            }
        }
        all.sort(Comparator.comparing(Kept::written).reversed());
        for (Kept old : all.subList(Math.min(EDITIONS, all.size()), all.size())) {
            Files.deleteIfExists(old.file());
        }
    }

    /** The same folder is the same, whichever snapshot it was asked of. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Derived that && folder.root().equals(that.folder.root());
    }

    @Override
    public int hashCode() {
        return folder.root().hashCode();
    }
}
