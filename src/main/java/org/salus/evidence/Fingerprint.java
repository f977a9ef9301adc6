package org.salus.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The SHA-256 of a file, found by a thread of its own while others read the file; and that of texts. */
final class Fingerprint implements AutoCloseable {
    private final FutureTask<String> finding;
    private final Thread thread;

    private Fingerprint(Path file) {
        finding = new FutureTask<>(() -> find(file));
        thread = Thread.ofPlatform().name("fingerprint").daemon().start(finding);
    }

    static Fingerprint of(Path file) {
        return new Fingerprint(file);
    }

    /** The SHA-256 of several texts in their order, as 64 hexadecimal digits. Each has its length before it, so that no two lists read alike. */
    static String ofTexts(List<String> texts) {
        MessageDigest digest = begun();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
    static String ofText(String text) {
        return HexFormat.of().formatHex(begun().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String find(Path file) throws IOException {
        MessageDigest digest = begun();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 18];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("interrupted");
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    boolean isDone() {
        return finding.isDone();
    }

    /**
     * Waits for it if need be.
     *
     * @throws IOException if the file could not be read to its end
     * @throws LoadCancelled if this thread is to stop
     */
    String sha256() throws IOException {
        try {
            return finding.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LoadCancelled();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unread) {
                throw unread;
            }
            throw new CompletionException(failed.getCause());
        }
    }

    /** Leaves nothing running, so that the file can be moved or deleted. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
