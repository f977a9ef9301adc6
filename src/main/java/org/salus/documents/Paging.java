package org.salus.documents;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A document laid out as PDF by a thread of its own while others write it for Word, whose contents want the numbers of its pages at the end only. */
public final class Paging {
    private final FutureTask<PdfWriter.Printed> printing;

    private Paging(Document document, PdfWriter pages) {
        printing = new FutureTask<>(() -> pages.print(document));
        Thread.ofPlatform().name("pages of a document").daemon().start(printing);
    }

    /** Begins. */
    public static Paging of(Document document, PdfWriter pages) {
        return new Paging(document, pages);
    }

    /**
     * The PDF; waits for it if need be.
     *
     * @throws IOException if it cannot be written, or if this thread is to stop
     */
    public PdfWriter.Printed printed() throws IOException {
        try {
            return printing.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The pages of a document were not waited for");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unwritten) {
                throw unwritten;
            }
            throw new CompletionException(failed.getCause());
        }
    }
}
