package org.salus.workspace;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.Sensitivity;

/**
 * Something that people cite: a document, a page, a law, what somebody said, a table of data. What it is cited for, and how sure that is, stands in the
 * citation of whoever cites it.
 *
 * @param key a short name people use for it, such as {@code S12}; may be empty
 * @param title what it is called; of an interview, what it was about and never with whom
 * @param author who says so: an office, an institution, a publisher; may be empty
 * @param date of the source itself
 * @param reference number of a law, document number, name of a snapshot; may be empty
 * @param link an address that begins with http or https; may be empty
 * @param consulted when somebody last looked at it
 */
public record Source(
        String key,
        SourceType type,
        String title,
        String author,
        Optional<PartialDate> date,
        String reference,
        String link,
        Optional<PartialDate> consulted,
        Reliability reliability,
        Credibility credibility,
        String note) {
    public static final Kind<Source> KIND = Kind.of("source", Source.class)
            .keepingHome(source -> source.type().isProtected())
            .ruledBy((edited, view) -> edited.value().refusals(edited));

    private static final int LONGEST_TITLE = 1_000;

    /** A source of which only this is known; nobody has graded it. */
    public static Source of(SourceType type, String title) {
        return new Source(
                "",
                type,
                title,
                "",
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Reliability.F,
                Credibility.NOT_JUDGED,
                "");
    }

    /** Whether somebody graded it and found it wanting. A source that nobody graded is not weak. */
    public boolean isWeak() {
        return reliability.isWeak() || credibility.isWeak();
    }

    /** Whether the text is an address one may follow. */
    public static boolean isAddress(String link) {
        try {
            URI address = URI.create(link);
            String scheme = address.getScheme();
            return scheme != null
                    && address.getHost() != null
                    && List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private List<Sentence> refusals(Item<Source> edited) {
        List<Sentence> refusals = new ArrayList<>();
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            refusals.add(Sentence.of("workspace.refusal.untitled", LONGEST_TITLE));
        }
        if (!link.isEmpty() && !isAddress(link)) {
            refusals.add(Sentence.of("workspace.refusal.link", link));
        }
        if (type.isProtected() && edited.sensitivity() instanceof Sensitivity.Public) {
            refusals.add(Sentence.of("workspace.refusal.public-interview"));
        }
        return refusals;
    }
}
