package org.salus.portfolio.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.salus.evidence.FileMembers;
import org.salus.evidence.UnreadableFile;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.Sortable;

/** Opens files of activities, IATI XML or tables, and says in words what is wrong with one. */
final class ActivityFiles {
    private static final int BEGINNING_BYTES = 8_192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ActivityTexts iati;

    ActivityFiles(ActivityTexts iati) {
        this.iati = iati;
    }

    /** Hands over the activities of a file, of standard input where its name is a dash; of an archive those of its IATI XML, as of an AidData release. */
    void read(String name, InputStream standardInput, Consumer<Sortable> taker) {
        try (InputStream content =
                new BufferedInputStream(name.equals("-") ? standardInput : Files.newInputStream(path(name)))) {
            if (Beginning.of(content).isZip() && !name.equals("-")) {
                archive(name, taker);
            } else {
                read(content, name, taker);
            }
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** Its tables describe the same activities under other identifiers, so only XML counts; XML of another kind is passed over. */
    private void archive(String name, Consumer<Sortable> taker) throws IOException {
        AtomicInteger taken = new AtomicInteger();
        List<Failure> passedOver = new ArrayList<>();
        try {
            FileMembers.each(path(name), (member, bytes) -> {
                BufferedInputStream content = new BufferedInputStream(bytes);
                if (Beginning.of(content).isXml()) {
                    int before = taken.get();
                    try {
                        iati.read(content, name + "!" + member, activity -> {
                            taken.incrementAndGet();
                            taker.accept(activity);
                        });
                    } catch (Failure broken) {
                        if (taken.get() > before) {
                            throw broken;
                        }
                        passedOver.add(broken);
                    }
                }
            });
        } catch (UnreadableFile broken) {
            throw Failure.notPossible(
                    Sentence.of(
                            "portfolio.classify.unreadable",
                            name,
                            Wording.english().say(broken.sentence())),
                    broken);
        }
        if (taken.get() == 0) {
            throw passedOver.isEmpty()
                    ? new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.classify.no-xml-in-it", name))
                    : passedOver.getFirst();
        }
    }

    /** Hands over the rows of a table. */
    void rows(String name, List<String> needed, Consumer<ActivityTable.Row> taker) {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(path(name)))) {
            Beginning beginning = Beginning.of(content);
            if (beginning.isXml() || beginning.isBinary()) {
                throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.train.no-table", name));
            }
            beginning.table(content, name).read(content, needed, taker);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** Hands over the activities of a file that may be packed; in an archive, of every member that holds any. */
    void packed(String name, Consumer<Sortable> taker) {
        try {
            FileMembers.each(path(name), (member, bytes) -> {
                BufferedInputStream content = new BufferedInputStream(bytes);
                if (member.isEmpty()) {
                    read(content, name, taker);
                } else if (Beginning.of(content).isXml()) {
                    member(content, name + "!" + member, taker);
                }
            });
        } catch (UnreadableFile broken) {
            throw Failure.notPossible(
                    Sentence.of(
                            "portfolio.classify.unreadable",
                            name,
                            Wording.english().say(broken.sentence())),
                    broken);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    /** Archives hold other XML, too, and broken files; what comes before the break counts. */
    private void member(InputStream content, String name, Consumer<Sortable> taker) throws IOException {
        try {
            iati.read(content, name, taker);
        } catch (Failure none) {
            return;
        }
    }

    private static Path path(String name) {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException impossible) {
            throw Failure.notFound(Sentence.of("portfolio.classify.missing", name));
        }
        if (!Files.exists(path)) {
            throw Failure.notFound(Sentence.of("portfolio.classify.missing", name));
        }
        if (Files.isDirectory(path)) {
            throw Failure.notFound(Sentence.of("portfolio.classify.folder", name));
        }
        return path;
    }

    static Failure unreadable(String name, IOException problem) {
        return problem instanceof AccessDeniedException
                ? Failure.notPossible(Sentence.of("portfolio.classify.no-permission", name), problem)
                : Failure.notPossible(
                        Sentence.of("portfolio.classify.unreadable", name, String.valueOf(problem.getMessage())),
                        problem);
    }

    private void read(InputStream content, String name, Consumer<Sortable> taker) throws IOException {
        Beginning beginning = Beginning.of(content);
        if (beginning.isXml()) {
            iati.read(content, name, taker);
        } else if (beginning.isBinary()) {
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.classify.not-text", name));
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".xml")
                && !beginning.text().isEmpty()) {
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.classify.no-xml", name));
        } else {
            beginning.table(content, name).read(content, taker);
        }
    }

    /** What the first bytes tell of a file, without its mark. */
    private record Beginning(Charset charset, boolean isMarked, String text) {
        static Beginning of(InputStream content) throws IOException {
            content.mark(BEGINNING_BYTES);
            byte[] bytes = content.readNBytes(BEGINNING_BYTES);
            content.reset();
            Charset charset = ActivityTable.charset(bytes);
            String beginning = new String(bytes, charset);
            boolean isMarked = !beginning.isEmpty() && beginning.charAt(0) == BYTE_ORDER_MARK;
            return new Beginning(charset, isMarked, isMarked ? beginning.substring(1) : beginning);
        }

        boolean isXml() {
            return text.stripLeading().startsWith("<");
        }

        boolean isZip() {
            return text.startsWith("PK\u0003\u0004");
        }

        boolean isBinary() {
            return text.indexOf('\0') >= 0;
        }

        ActivityTable table(InputStream content, String name) throws IOException {
            if (isMarked) {
                content.skipNBytes(String.valueOf(BYTE_ORDER_MARK).getBytes(charset).length);
            }
            return ActivityTable.of(name, charset, text);
        }
    }
}
