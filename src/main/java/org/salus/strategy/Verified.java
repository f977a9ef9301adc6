package org.salus.strategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.documents.Imprint;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.WorkspaceId;

/**
 * What became of verifying a file.
 *
 * @param imprint what the file says of itself
 * @param workspace whose strategy it is, where that is known here
 * @param edition of that digest, where there is one
 * @param changes what the file says otherwise: removed is what the version says, added what the file says
 * @param because why nothing can be told, or what else a reader should know
 */
public record Verified(
        Verdict verdict,
        Optional<Imprint> imprint,
        Optional<WorkspaceId> workspace,
        Optional<Item<Edition>> edition,
        List<TextChange> changes,
        List<Sentence> because) {
    public Verified {
        changes = List.copyOf(changes);
        because = List.copyOf(because);
    }

    static Verified unknown(Optional<Imprint> imprint, Sentence because) {
        return new Verified(Verdict.UNKNOWN, imprint, Optional.empty(), Optional.empty(), List.of(), List.of(because));
    }

    /** What is found, in a sentence. */
    public Sentence says() {
        return switch (verdict) {
            case SAME -> Sentence.of("strategy.verify.same");
            case UNKNOWN -> Sentence.of("strategy.verify.unknown");
            case DIFFERS ->
                changes.isEmpty()
                        ? Sentence.of("strategy.verify.differs-somewhere")
                        : Sentence.of(
                                "strategy.verify.differs",
                                changes.size(),
                                changes.getFirst().section().isEmpty()
                                        ? Sentence.of("strategy.change.front")
                                        : changes.getFirst().section(),
                                changes.getFirst().line());
        };
    }

    /** What programs are answered. */
    public Map<String, Object> told() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("verdict", verdict);
        out.put("says", says());
        imprint.ifPresent(found -> {
            out.put("entry", found.entry());
            out.put("readership", found.edition());
            out.put("digest", found.digest());
        });
        workspace.ifPresent(id -> out.put("workspace", id));
        edition.ifPresent(item -> {
            out.put("edition", item.id());
            out.put("title", item.value().title());
            out.put("state", item.value().state());
        });
        out.put(
                "changes",
                changes.stream()
                        .map(change -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("section", change.section());
                            one.put("act", change.isAdded() ? "only_in_file" : "only_in_version");
                            one.put("line", change.line());
                            return one;
                        })
                        .toList());
        out.put("because", because);
        return out;
    }
}
