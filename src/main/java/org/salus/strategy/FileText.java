package org.salus.strategy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.salus.documents.PlainText;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;

/**
 * What a PDF or a page says, line by line, enough to tell whether another of the same form says the same.
 *
 * @param form pdf or html
 * @param text its lines; of a page each chapter begins with a number sign as in {@link PlainText}
 */
record FileText(String form, PlainText text) {
    private static final Pattern STEP = Pattern.compile("\\b[0-9a-f]{64}(\\+[0-9a-f]{64})*\\b");
    private static final Pattern UNSEEN = Pattern.compile("(?is)<(style|script|svg|head)\\b.*?</\\1\\s*>");
    private static final Pattern CHAPTER = Pattern.compile("(?i)<h2\\b[^>]*>");
    private static final Pattern END =
            Pattern.compile("(?i)</(p|h[1-6]|li|tr|caption|div|td|th|figcaption)\\s*>|<br\\s*/?>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private static final int BRIEF = 12;

    /** Whether a file is one of Word: a packed one. */
    static boolean isWord(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K';
    }

    /**
     * Reads a file.
     *
     * @throws Failure (wrong use) if it is neither, or is damaged
     */
    static FileText of(byte[] file) {
        String begin = new String(file, 0, Math.min(file.length, 1024), StandardCharsets.UTF_8).stripLeading();
        if (begin.startsWith("%PDF-")) {
            return new FileText("pdf", lines(pdf(file)));
        }
        if (begin.regionMatches(true, 0, "<!doctype html", 0, 14) || begin.contains("<html")) {
            return new FileText("html", lines(html(new String(file, StandardCharsets.UTF_8))));
        }
        throw Failure.wrongUse(Sentence.of("strategy.verify.no-form"));
    }

    private static String pdf(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException damaged) {
            throw new Failure(Failure.Kind.WRONG_USE, Sentence.of("strategy.verify.damaged"), null, damaged);
        }
    }

    private static String html(String page) {
        String seen = UNSEEN.matcher(page).replaceAll(" ");
        String chapters = CHAPTER.matcher(seen).replaceAll("\n# ");
        String parted = END.matcher(chapters).replaceAll("\n");
        return unescaped(TAG.matcher(parted).replaceAll(" "));
    }

    /** The references that pages are written with. */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    private static PlainText lines(String text) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .map(line -> line.replaceAll("[\\s\\p{Z}]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .forEach(lines::add);
        return new PlainText(lines);
    }

    /** The state that it names on its cover. A line that was broken in the middle of an id is put together. */
    Optional<List<Digest>> heads() {
        Matcher step = STEP.matcher(String.join(" ", text.lines()));
        return step.find() ? VerifyFile.heads(step.group()) : Optional.empty();
    }

    /** Without the lines at the foot of pages, which name the state by its beginning, and say when it is reviewed: that is no part of what a strategy says. */
    PlainText withoutFoot(String entry) {
        String brief = entry.substring(0, Math.min(BRIEF, entry.length()));
        return new PlainText(text.lines().stream()
                .filter(line -> !line.contains(brief) || line.contains(entry))
                .toList());
    }
}
