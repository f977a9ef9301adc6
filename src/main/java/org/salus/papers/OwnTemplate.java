package org.salus.papers;

import java.util.List;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.View;

/**
 * A template that a team keeps in its workspace. One of the name of a template that comes with the program takes its place.
 *
 * @param name by which it is called; the same as in its file
 * @param text the file
 */
public record OwnTemplate(String name, String text) {
    public static final Kind<OwnTemplate> KIND = Kind.of("paper-template", OwnTemplate.class)
            .ruledBy((edited, view) -> edited.value().refusals());

    /** A file to be kept: in the place of what the workspace keeps under its name, where it keeps anything. */
    public static Item<OwnTemplate> kept(View view, PaperTemplate file) {
        OwnTemplate said = new OwnTemplate(file.name(), file.source());
        return view.list(KIND).stream()
                .filter(item -> item.value().name().equals(file.name()))
                .findFirst()
                .map(item -> item.saying(said))
                .orElseGet(() -> Item.fresh(KIND, said));
    }

    private List<Sentence> refusals() {
        try {
            return PaperTemplate.read(text).name().equals(name)
                    ? List.of()
                    : List.of(Sentence.of("papers.refusal.name", name));
        } catch (Failure unreadable) {
            return List.of(unreadable.sentence());
        }
    }
}
