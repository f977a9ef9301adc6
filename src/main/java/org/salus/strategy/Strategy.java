package org.salus.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.documents.Document;
import org.salus.documents.PlainText;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;
import org.salus.ledger.Charter;
import org.salus.ledger.Digest;
import org.salus.ledger.WorkspaceId;

/** A strategy composed for one readership from one state of a workspace and one snapshot of data. The same of both gives the same words, and so the same digest. */
public final class Strategy {
    private final WorkspaceId workspace;
    private final Charter charter;
    private final Readership readership;
    private final List<Digest> heads;
    private final String snapshot;
    private final LocalDate day;
    private final Wording wording;
    private final List<ComposedSection> sections;
    private @Nullable PlainText plain;

    Strategy(
            WorkspaceId workspace,
            Charter charter,
            Readership readership,
            List<Digest> heads,
            String snapshot,
            LocalDate day,
            Wording wording,
            List<ComposedSection> sections) {
        this.workspace = workspace;
        this.charter = charter;
        this.readership = readership;
        this.heads = List.copyOf(heads);
        this.snapshot = snapshot;
        this.day = day;
        this.wording = wording;
        this.sections = List.copyOf(sections);
    }

    /** Whose strategy it is. */
    public WorkspaceId workspace() {
        return workspace;
    }

    /** What the workspace is about. */
    public Charter charter() {
        return charter;
    }

    /** For whom it is composed. */
    public Readership readership() {
        return readership;
    }

    /** The newest steps of the state, in order. */
    public List<Digest> heads() {
        return heads;
    }

    /** The state by the ids of its newest steps, in order, a plus sign between them; {@code empty} where there is none. */
    public String entry() {
        return heads.isEmpty() ? "empty" : heads.stream().map(Digest::toString).collect(Collectors.joining("+"));
    }

    /** The snapshot of data it is composed from. */
    public String snapshot() {
        return snapshot;
    }

    /** The day of the state. */
    public LocalDate day() {
        return day;
    }

    /** In which it is composed. */
    public Wording wording() {
        return wording;
    }

    /** Its sections, in order; all of them, also where there is nothing to say. */
    public List<ComposedSection> sections() {
        return sections;
    }

    /** One of them. */
    public ComposedSection section(Section which) {
        return sections.stream()
                .filter(section -> section.section() == which)
                .findFirst()
                .orElseThrow();
    }

    /** What it says, in canonical form. */
    public synchronized PlainText plain() {
        PlainText known = plain;
        if (known == null) {
            known = PlainText.of(new StrategyDocument(this).unbound());
            plain = known;
        }
        return known;
    }

    /** SHA-256 of what it says, sixty-four hexadecimal digits: see {@link PlainText#digest()}. */
    public String digest() {
        return plain().digest();
    }

    /** The whole of it as a document. */
    public Document document(Optional<PartialDate> reviewBy) {
        return new StrategyDocument(this).bound(reviewBy);
    }

    /** Two pages of it. */
    public Document brief() {
        return new StrategyDocument(this).brief();
    }
}
