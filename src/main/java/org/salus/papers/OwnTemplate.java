package org.salus.papers;

import java.util.List;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Kind;

/**
 * A template that a team keeps in its workspace. One of the name of a template that comes with the program takes its place.
 *
 * @param name by which it is called; the same as in its file
 * @param text the file
 */
public record OwnTemplate(String name, String text) {
    public static final Kind<OwnTemplate> KIND = Kind.of("paper-template", OwnTemplate.class)
            .ruledBy((edited, view) -> edited.value().refusals());

    /** What a file says, to be kept. */
    public static OwnTemplate of(String text) {
        return new OwnTemplate(PaperTemplate.read(text).name(), text);
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
