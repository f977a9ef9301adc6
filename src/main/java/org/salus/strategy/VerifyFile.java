package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.DocxText;
import org.salus.documents.Imprint;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.AccountId;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;

/**
 * Holds a file against the version it names: finds the state among the workspaces that whoever asks may open, composes it again for the same readers, and compares what both
 * say. A file that was opened and saved by a word processor says the same; one in which a word was changed does not.
 */
public final class VerifyFile {
    private final Workspaces workspaces;
    private final Strategies strategies;
    private final StrategyFiles files;

    /**
     * By what is composed now.
     *
     * @param strategies by which the version is composed again
     * @param files by which it is written again, where a file does not say its version
     */
    public VerifyFile(Workspaces workspaces, Strategies strategies, StrategyFiles files) {
        this.workspaces = workspaces;
        this.strategies = strategies;
        this.files = files;
    }

    /**
     * Verifies a file.
     *
     * @param file as it is: a Word file, a PDF or a page
     * @throws Failure (wrong use) if it is none of these, or is damaged
     */
    public Verified verify(AccountId asking, byte[] file) {
        if (!FileText.isWord(file)) {
            return verifyFixed(asking, file);
        }
        DocxText read = DocxText.of(file);
        if (read.imprint().isEmpty()) {
            return Verified.unknown(Optional.empty(), Sentence.of("strategy.verify.no-imprint"));
        }
        Imprint imprint = read.imprint().get();
        Optional<Readership> readership = Term.find(Readership.class, imprint.edition());
        Optional<List<Digest>> heads = heads(imprint.entry());
        if (readership.isEmpty() || heads.isEmpty()) {
            return Verified.unknown(Optional.of(imprint), Sentence.of("strategy.verify.no-imprint"));
        }
        Optional<View> known = workspace(asking, heads.get());
        if (known.isEmpty()) {
            return Verified.unknown(Optional.of(imprint), Sentence.of("strategy.verify.no-state"));
        }
        View view = known.get();
        Optional<Item<Edition>> edition = edition(view, heads.get(), readership.get(), imprint.digest());
        Strategy strategy;
        try {
            Workspace workspace = workspaces.get(view.workspace());
            strategy = edition.map(item -> strategies.of(workspace, asking, item.value()))
                    .orElseGet(() -> strategies.of(workspace, asking, readership.get(), heads.get(), Languages.of("")));
        } catch (Failure refused) {
            return Verified.unknown(Optional.of(imprint), refused.sentence());
        }
        List<TextChange> changes =
                TextComparison.of(strategy.plain(), read.text()).changes();
        List<Sentence> because = new ArrayList<>();
        if (!changes.isEmpty() && !strategy.digest().equals(imprint.digest())) {
            because.add(Sentence.of("strategy.verify.composed-otherwise", strategy.snapshot()));
        }
        if (changes.isEmpty() && edition.isEmpty()) {
            because.add(Sentence.of("strategy.verify.no-edition"));
        }
        return new Verified(
                changes.isEmpty() ? Verdict.SAME : Verdict.DIFFERS,
                Optional.of(imprint),
                Optional.of(view.workspace()),
                edition,
                changes,
                because);
    }

    /** A file that no program saves again: the same content is the same text of a file written anew. */
    private Verified verifyFixed(AccountId asking, byte[] file) {
        FileText given = FileText.of(file);
        for (View view : workspaces.list(asking)) {
            Workspace workspace = workspaces.get(view.workspace());
            Optional<List<Digest>> heads = given.heads().filter(workspace::has);
            if (heads.isPresent()) {
                return against(asking, workspace, view, heads.get(), given);
            }
        }
        return Verified.unknown(
                Optional.empty(),
                Sentence.of(given.heads().isEmpty() ? "strategy.verify.no-imprint" : "strategy.verify.no-state"));
    }

    private Verified against(AccountId asking, Workspace workspace, View view, List<Digest> heads, FileText given) {
        List<Verified> found = new ArrayList<>();
        Stream.of(Readership.MEMBERS, Readership.EVERYBODY)
                .filter(readership ->
                        readership == Readership.EVERYBODY || view.standing().isMember())
                .forEach(readership -> {
                    Strategy strategy = strategies.of(workspace, asking, readership, heads, Languages.of(""));
                    Optional<Item<Edition>> edition = edition(view, heads, readership, strategy.digest());
                    FileText written = FileText.of(files.bytes(
                            given.form(),
                            strategy.document(
                                    edition.flatMap(item -> item.value().reviewBy()))));
                    List<TextChange> changes = TextComparison.of(
                                    written.withoutFoot(strategy.entry()), given.withoutFoot(strategy.entry()))
                            .changes();
                    found.add(new Verified(
                            changes.isEmpty() ? Verdict.SAME : Verdict.DIFFERS,
                            Optional.of(new Imprint(strategy.entry(), readership.code(), strategy.digest())),
                            Optional.of(workspace.id()),
                            edition,
                            changes,
                            changes.isEmpty() && edition.isEmpty()
                                    ? List.of(Sentence.of("strategy.verify.no-edition"))
                                    : List.of()));
                });
        // Of those it might be, it is the one it differs from least.
        return found.stream()
                .min((one, other) ->
                        Integer.compare(one.changes().size(), other.changes().size()))
                .orElseThrow();
    }

    private Optional<View> workspace(AccountId asking, List<Digest> heads) {
        return workspaces.list(asking).stream()
                .filter(view -> workspaces.get(view.workspace()).has(heads))
                .findFirst();
    }

    private static Optional<Item<Edition>> edition(
            View view, List<Digest> heads, Readership readership, String digest) {
        return StrategyAnswers.list(view).stream()
                .filter(item -> item.value().digest().equals(digest)
                        && item.value().readership() == readership
                        && item.value().heads().equals(heads))
                .findFirst();
    }

    /** The steps that an entry names, as {@link Strategy#entry} wrote them. */
    static Optional<List<Digest>> heads(String entry) {
        try {
            return Optional.of(Stream.of(entry.split("\\+", -1)).map(Digest::of).toList());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
