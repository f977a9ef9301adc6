package org.salus.evidence.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadCancelled;
import org.salus.evidence.LoadInput;
import org.salus.evidence.LoadReport;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.multipart.MultipartFile;

/** Uploads in progress, one read at a time in the background. What was not taken in is removed when the program ends. */
final class Uploads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int REMEMBERED = 50;

    private final Evidence evidence;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("uploads").daemon().factory());
    private final Map<String, Upload> uploads = new LinkedHashMap<>();

    Uploads(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * Keeps the files and begins to read them.
     *
     * @throws Failure if there are none, or they cannot be kept
     */
    Upload begin(List<MultipartFile> sent) {
        List<LoadInput> files = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("salus-upload");
            for (MultipartFile file : sent) {
                // A browser sends a part without a name where nothing was chosen.
                if (!file.isEmpty()
                        || !String.valueOf(file.getOriginalFilename()).isBlank()) {
                    String name = plainName(file.getOriginalFilename());
                    Path kept = Files.createDirectory(folder.resolve(String.valueOf(files.size())))
                            .resolve("bytes");
                    file.transferTo(kept);
                    files.add(new LoadInput(name, "upload", kept));
                }
            }
            Upload upload = new Upload(UUID.randomUUID().toString(), folder, files);
            if (files.isEmpty()) {
                remove(folder);
                throw Failure.wrongUse(Sentence.of("evidence.web.load.nothing"));
            }
            remember(upload);
            reader.execute(() -> run(upload, () -> preview(upload)));
            return upload;
        } catch (IOException failed) {
            throw Failure.notPossible(
                    Sentence.of("evidence.web.load.not-kept", String.valueOf(failed.getMessage())), failed);
        }
    }

    private static String plainName(@org.jspecify.annotations.Nullable String name) {
        String plain = name == null ? "" : name.replaceAll(".*[/\\\\]", "").strip();
        return plain.isEmpty() ? "file" : plain;
    }

    synchronized Optional<Upload> find(String id) {
        return Optional.ofNullable(uploads.get(id));
    }

    /** Takes the files in, as the user has seen what they are. */
    void accept(Upload upload) {
        synchronized (upload) {
            if (upload.state() != Upload.State.PREVIEW) {
                return;
            }
            upload.reach(Upload.State.TAKING_IN, null);
        }
        reader.execute(() -> run(upload, () -> {
            LoadReport report = evidence.loads().load(upload.files(), null, upload);
            upload.reach(Upload.State.DONE, report);
            remove(upload.folder());
        }));
    }

    /** Gives it up; nothing of it is kept. */
    void cancel(Upload upload) throws IOException {
        upload.cancel();
        if (upload.state() == Upload.State.PREVIEW) {
            upload.reach(Upload.State.CANCELLED, null);
            remove(upload.folder());
        }
    }

    /** What the files hold, read into a folder of its own. */
    Evidence preview(Upload upload, Path folder) {
        return Evidence.open(folder.resolve("preview"));
    }

    private void preview(Upload upload) {
        LoadReport report;
        try (Evidence own = preview(upload, upload.folder())) {
            report = own.loads().load(upload.files(), null, upload);
        }
        // Only now, as whoever sees the preview opens what was just closed.
        upload.reach(Upload.State.PREVIEW, report);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Upload upload, Work work) {
        try {
            try {
                work.run();
            } catch (LoadCancelled givenUp) {
                upload.reach(Upload.State.CANCELLED, null);
                remove(upload.folder());
            } catch (Failure failure) {
                upload.fail(failure.sentence());
                remove(upload.folder());
            }
        } catch (IOException | RuntimeException defect) {
            LOG.error("upload", defect);
            upload.fail(Sentence.of("evidence.web.load.not-kept", String.valueOf(defect.getMessage())));
        }
    }

    private synchronized void remember(Upload upload) {
        uploads.put(upload.id(), upload);
        while (uploads.size() > REMEMBERED) {
            String eldest = uploads.keySet().iterator().next();
            Upload gone = uploads.remove(eldest);
            if (gone != null) {
                gone.cancel();
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        List<Upload> left;
        synchronized (this) {
            left = List.copyOf(uploads.values());
        }
        left.forEach(Upload::cancel);
        reader.shutdownNow();
        try {
            reader.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        for (Upload upload : left) {
            remove(upload.folder());
        }
    }
}
