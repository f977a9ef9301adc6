package org.salus.papers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.documents.Document;
import org.salus.documents.PlainText;
import org.salus.framework.Wording;
import org.salus.strategy.Readership;

/**
 * A paper that was composed.
 *
 * @param readership for whom it is composed
 * @param day of the state it is composed from
 * @param entry the newest steps of that state, a plus sign between them
 * @param snapshot of the open data
 */
public record Paper(
        PaperTemplate template,
        PaperQuestion question,
        Readership readership,
        LocalDate day,
        String entry,
        String snapshot,
        Wording wording,
        Document document) {
    /** It for programs: what it was asked, from what it was made, and what it says, line by line. */
    public Map<String, Object> told() {
        PlainText plain = PlainText.of(document);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("paper", template.name());
        out.put("edition", template.edition());
        out.put("title", document.title());
        out.put("asked", question.typed());
        out.put("readership", readership);
        out.put("day", day);
        out.put("entry", entry);
        out.put("snapshot", snapshot);
        out.put("digest", plain.digest());
        out.put("lines", plain.lines());
        return out;
    }

    /** What it says, line by line. */
    public List<String> lines() {
        return PlainText.of(document).lines();
    }

    /** The name of a file of it, without its ending: nothing of what is in it. */
    public String fileName() {
        return template.name() + "-" + readership.code() + "-" + day;
    }
}
