package org.salus.workspace;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Database;
import org.salus.people.Secret;

/**
 * The part of a data folder in which people's work is kept, for the owner of the folder alone: the database, and where a server that uses it can be reached.
 *
 * @param folder the data folder
 */
public record WorkPlace(Path folder) {
    private static final String DATABASE = "salus.db";
    private static final String SERVING = "serving";

    /**
     * Opens the database; it is made if it does not exist.
     *
     * @throws Failure if it cannot be used
     */
    public Database open() {
        try {
            Files.createDirectories(folder);
        } catch (IOException denied) {
            throw Failure.notPossible(Sentence.of("workspace.failure.folder", folder.toString()), denied);
        }
        return Database.file(folder.resolve(DATABASE));
    }

    /** Says where a server with this data can be reached, for {@link #servedAt}. */
    public void announce(URI address) {
        String text = ProcessHandle.current().pid() + " " + address + "\n";
        try {
            Files.createDirectories(folder);
            privately(
                    folder.resolve(SERVING),
                    text.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException denied) {
            throw Failure.notPossible(Sentence.of("workspace.failure.folder", folder.toString()), denied);
        }
    }

    /** Where a server with this data can be reached, if one is running on this machine. */
    public Optional<URI> servedAt() {
        try {
            List<String> words = List.of(Files.readString(folder.resolve(SERVING), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ", 2));
            return words.size() == 2
                            && ProcessHandle.of(Long.parseLong(words.getFirst()))
                                    .filter(ProcessHandle::isAlive)
                                    .isPresent()
                    ? Optional.of(URI.create(words.getLast()))
                    : Optional.empty();
        } catch (NoSuchFileException never) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** The address that opens this server once. */
    public static URI entering(URI server, Secret link) {
        return server.resolve("/enter?key=" + link.reveal());
    }

    /** The address at which somebody chooses a new password, once. */
    public static URI resetting(URI server, Secret link) {
        return server.resolve("/reset?key=" + link.reveal());
    }

    /** The address at which somebody accepts an invitation, once. */
    public static URI accepting(URI server, Secret invitation) {
        return server.resolve("/invitation?key=" + invitation.reveal());
    }

    /**
     * Writes a page that leads a browser to that address, and returns where it lies. A command line that named the address itself could be read by everybody
     * on this machine.
     */
    public Path signpost(URI address) throws IOException {
        Path page = folder.resolve("open.html");
        privately(
                page,
                ("<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">"
                                + "<meta http-equiv=\"refresh\" content=\"0;url=" + address
                                + "\"><title>Salus</title>\n")
                        .getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        page.toFile().deleteOnExit();
        return page;
    }

    /** Written so that nobody else on this machine can read it, also not while it is written. */
    private static void privately(Path file, byte[] content, StandardOpenOption... options) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> how = new HashSet<>(List.of(options));
        how.add(StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, how, attributes)) {
            channel.write(ByteBuffer.wrap(content));
        }
    }
}
