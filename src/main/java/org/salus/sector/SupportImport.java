package org.salus.sector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.AccountId;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.workspace.PrivateLayers;

/**
 * Brings a partner's own table to where it is to be kept: into a workspace, meant for some of its members, or into a private layer beside it. The same through
 * every door.
 *
 * @param file the table; only the columns that were chosen are kept of it
 * @param sheet which of its sheets
 * @param mapping which column means what
 * @param keptFor for whom
 */
public record SupportImport(MatrixFile file, MatrixFile.Sheet sheet, ColumnMapping mapping, KeptFor keptFor) {
    /** Instead of a guess: no column, or no text for every row. */
    public static final String NOTHING = "none";

    /** Where it would go, as its author sees it. */
    private record Goal(Workspaces workspaces, Workspace shared, AccountId author) {
        View map() {
            return shared.view(author);
        }

        Optional<Workspace> layer() {
            return PrivateLayers.find(shared.id(), author, workspaces);
        }
    }

    private MatrixImport.Into into(Goal goal) {
        return keptFor == KeptFor.LAYER
                ? MatrixImport.Into.layer(goal.map(), goal.layer().map(layer -> layer.view(goal.author())))
                : MatrixImport.Into.here(goal.map());
    }

    /**
     * What it would bring.
     *
     * @throws Failure if the mapping lacks something
     */
    public MatrixPreview preview(Workspaces workspaces, Workspace shared, AccountId author) {
        mapping.refusals().stream().findFirst().ifPresent(lacking -> {
            throw Failure.wrongUse(lacking);
        });
        Goal goal = new Goal(workspaces, shared, author);
        if (!keptFor.isOpenTo(goal.map().standing())) {
            throw Failure.wrongUse(Sentence.of("sector.support.no-organisation"));
        }
        return MatrixImport.preview(file, sheet, mapping, into(goal))
                .meantFor(keptFor.sensitivity(goal.map().standing()));
    }

    /** Writes what a preview says, and remembers the mapping, as one entry. A layer that does not exist yet is made for it. */
    public Outcome accept(
            MatrixPreview preview, Workspaces workspaces, Workspace shared, AccountId author, Wording wording) {
        Goal goal = new Goal(workspaces, shared, author);
        Workspace holding = keptFor == KeptFor.LAYER
                ? goal.layer().orElseGet(() -> PrivateLayers.found(goal.map(), author, workspaces, wording))
                : shared;
        Item<ColumnMapping> remembered = MatrixImport.remembered(holding.view(author), sheet.headings())
                .map(known -> known.saying(mapping))
                .orElseGet(() -> Item.fresh(ColumnMapping.KIND, mapping)
                        .meantFor(keptFor.sensitivity(goal.map().standing())));
        return MatrixImport.accept(holding, author, preview, remembered);
    }

    /** The mapping by which a table with these headings was read before, here or in a layer of one's own; else a guess. */
    public static ColumnMapping proposed(
            Workspaces workspaces, Workspace shared, AccountId author, String name, MatrixFile.Sheet sheet) {
        List<String> headings = sheet.headings();
        Goal goal = new Goal(workspaces, shared, author);
        return MatrixImport.remembered(goal.map(), headings)
                .or(() -> goal.layer().flatMap(layer -> MatrixImport.remembered(layer.view(author), headings)))
                .map(Item::value)
                .orElseGet(() -> ColumnMapping.guess(name, sheet));
    }

    /**
     * A table as somebody asks for it in words: {@code sheet}, {@code name}, {@code decimal}, {@code factor}, {@code origin}, {@code kept}, and for fields
     * {@code column-FIELD} and {@code same-FIELD}. What is not said is as it was remembered, or is guessed; a column
     * {@code none} is no column, and {@code none} for every row takes back what was guessed.
     *
     * @throws Failure if a word means nothing
     */
    public static SupportImport asked(
            MatrixFile file, MapQuestion words, Workspaces workspaces, Workspace shared, AccountId author) {
        MatrixFile.Sheet sheet = words.word(
                        "sheet",
                        file.sheets().stream().map(MatrixFile.Sheet::name).toList())
                .flatMap(name -> file.sheets().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst())
                .orElse(file.sheets().getFirst());
        ColumnMapping usual = proposed(workspaces, shared, author, file.name(), sheet);
        Map<SupportField, String> columns = new TreeMap<>(usual.columns());
        Map<SupportField, String> fixed = new TreeMap<>(usual.fixed());
        List<String> headings = new ArrayList<>(sheet.headings());
        headings.add(NOTHING);
        for (SupportField field : SupportField.values()) {
            words.word("column-" + field.code(), headings).ifPresent(heading -> {
                if (heading.equals(NOTHING)) {
                    columns.remove(field);
                } else {
                    columns.put(field, heading);
                }
            });
            String same = words.text("same-" + field.code());
            if (same.equals(NOTHING)) {
                fixed.remove(field);
            } else if (!same.isEmpty()) {
                fixed.put(field, same);
            }
        }
        String name = words.text("name");
        return new SupportImport(
                file,
                sheet,
                new ColumnMapping(
                        name.isEmpty() ? usual.name() : name,
                        columns,
                        fixed,
                        words.word("decimal", List.of("point", "comma"))
                                .map("comma"::equals)
                                .orElse(usual.decimalComma()),
                        words.word("factor", List.of("1", "1000", "1000000"))
                                .map(Long::valueOf)
                                .orElse(usual.factor()),
                        words.term("origin", SupportOrigin.class).orElse(usual.origin())),
                words.term("kept", KeptFor.class)
                        .orElseGet(() -> KeptFor.usual(shared.view(author).standing())));
    }

    /** The words that {@link #asked} knows. */
    public static List<String> words() {
        List<String> words = new ArrayList<>(List.of("sheet", "name", "decimal", "factor", "origin", "kept"));
        for (SupportField field : SupportField.values()) {
            words.add("column-" + field.code());
            words.add("same-" + field.code());
        }
        return List.copyOf(words);
    }
}
