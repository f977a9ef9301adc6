package org.salus.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a reader finds, so that tests can look at it. */
final class FoundFacts implements FactSink {
    final List<ActivityFacts> activities = new ArrayList<>();
    final List<ConflictEvent> events = new ArrayList<>();
    final List<IndicatorSeries> values = new ArrayList<>();
    final List<CrsAmount> amounts = new ArrayList<>();
    final List<Outline> outlines = new ArrayList<>();
    final List<TreatyFact> treaties = new ArrayList<>();
    final List<String> licences = new ArrayList<>();
    final List<Supplement> supplements = new ArrayList<>();
    final List<ImportIssue> issues = new ArrayList<>();

    /** Recognises and reads a file as a load does, with the descriptors that come with the program. */
    static FoundFacts in(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return in(file.getFileName().toString(), bytes);
        }
    }

    static FoundFacts in(String name, String text) throws IOException {
        return in(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static FoundFacts in(String name, InputStream bytes) throws IOException {
        return in(new TableReaders(Countries.shipped(), null), name, bytes);
    }

    /** The same by readers of one's own. */
    static FoundFacts in(TableReaders readers, String name, InputStream bytes) throws IOException {
        byte[] head = bytes.readNBytes(Readers.HEAD);
        Optional<Readers.Choice> choice = readers.recognise(name, head);
        if (choice.isEmpty()) {
            throw new IOException("not recognised: " + name);
        }
        FoundFacts found = new FoundFacts();
        choice.get().reader().read(new SequenceInputStream(new ByteArrayInputStream(head), bytes), name, found);
        return found;
    }

    List<ImportIssue> issues(IssueKind kind) {
        return issues.stream().filter(issue -> issue.kind() == kind).toList();
    }

    /** The value of a series, as written; null if there is none. */
    Optional<BigDecimal> value(String series, String iso3, int year) {
        return values.stream()
                .filter(one -> one.id().equals(series) && one.iso3().equals(iso3))
                .flatMap(one -> one.values().stream())
                .filter(value -> value.year() == year)
                .map(IndicatorSeries.Value::value)
                .findFirst();
    }

    @Override
    public void activity(ActivityFacts facts) {
        activities.add(facts);
    }

    @Override
    public void event(ConflictEvent event) {
        events.add(event);
    }

    @Override
    public void indicator(IndicatorSeries seriesWithOneValue) {
        values.add(seriesWithOneValue);
    }

    @Override
    public void crs(CrsAmount amount) {
        amounts.add(amount);
    }

    @Override
    public void outline(Outline outline) {
        outlines.add(outline);
    }

    @Override
    public void treaty(TreatyFact fact) {
        treaties.add(fact);
    }

    @Override
    public void supplement(Supplement supplement) {
        supplements.add(supplement);
    }

    @Override
    public void licence(String stated) {
        licences.add(stated);
    }

    @Override
    public void issue(ImportIssue issue) {
        issues.add(issue);
    }
}
