package org.salus.goals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.Page;
import org.salus.documents.Paragraph;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** A logframe for Word, across the page. */
public final class LogframeDocument {
    /** What such a document is, for whoever sends it. */
    public static final String MEDIA_TYPE = DocxWriter.MEDIA_TYPE;

    private LogframeDocument() {}

    /**
     * The document.
     *
     * @param workspace its name
     */
    public static byte[] of(LogframePrint logframe, String workspace, Version version, Wording wording) {
        Table table = logframe.page();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // It has no charts, and what draws them starts only when there is one.
        try (ChartDrawer charts = new ChartDrawer()) {
            new DocxWriter(charts)
                    .write(
                            new Document(
                                    table.caption(),
                                    workspace,
                                    wording.locale(),
                                    Page.LANDSCAPE,
                                    List.of(table, Paragraph.of(wording.say("goals.page.standing"))),
                                    version),
                            out);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("goals.logframe.failure.write"), failed);
        }
        return out.toByteArray();
    }
}
