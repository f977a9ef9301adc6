package org.salus.sector;

import java.util.List;
import java.util.Optional;
import org.salus.evidence.Severity;
import org.salus.framework.PartialDate;
import org.salus.framework.Vocabulary;
import org.salus.workspace.Credibility;
import org.salus.workspace.Reliability;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/** Turns rows of a file into sources. */
final class SourceRows {
    private final ImportDesk desk;
    private final Vocabulary<Reliability> reliabilities;
    private final Vocabulary<Credibility> credibilities;

    SourceRows(ImportDesk desk) {
        this.desk = desk;
        this.reliabilities = Vocabulary.of(List.of(Reliability.values()));
        this.credibilities = Vocabulary.of(List.of(Credibility.values()));
    }

    void take(List<FileRow> rows) {
        // Ids that are known go before titles, in whatever order the rows stand.
        rows.forEach(row -> desk.sourceByKey(row.cell("id")).ifPresent(known -> desk.call(known, row.cell("id"))));
        rows.forEach(this::take);
    }

    private void take(FileRow row) {
        String key = row.cell("id");
        String title = row.cell("title");
        Optional<Draft<Source>> known = desk.sourceOfRow(key, title, row.cell("author"));
        if (title.isEmpty() && known.isEmpty()) {
            desk.problem(Severity.ERROR, row, "title", "untitled");
            return;
        }
        if (title.length() > Actor.LONGEST_NAME) {
            desk.problem(Severity.ERROR, row, "title", "long-name", Actor.LONGEST_NAME);
            return;
        }
        String link = row.cell("link");
        if (!link.isEmpty() && !Source.isAddress(link)) {
            desk.problem(Severity.WARNING, row, "link", "no-address", link);
            link = "";
        }
        Source before = known.map(Draft::value).orElseGet(() -> Source.of(SourceType.DOCUMENT, title));
        Source after = new Source(
                or(before.key(), desk.shortName(key, desk.sourceByKey(key).isPresent())),
                desk.word(row, "type", desk.sourceTypes, Severity.WARNING).orElse(before.type()),
                or(title, before.title()),
                or(row.cell("author"), before.author()),
                or(desk.date(row, "date"), before.date()),
                or(row.cell("reference"), before.reference()),
                or(link, before.link()),
                or(desk.date(row, "consulted"), before.consulted()),
                desk.word(row, "reliability", reliabilities, Severity.WARNING).orElse(before.reliability()),
                desk.word(row, "credibility", credibilities, Severity.WARNING).orElse(before.credibility()),
                or(row.cell("note"), before.note()));
        Draft<Source> draft = known.orElseGet(() -> desk.fresh(after));
        desk.call(draft, key);
        draft.say(after, row.place());
    }

    static String or(String told, String before) {
        return told.isEmpty() ? before : told;
    }

    private static Optional<PartialDate> or(Optional<PartialDate> told, Optional<PartialDate> before) {
        return told.isPresent() ? told : before;
    }
}
