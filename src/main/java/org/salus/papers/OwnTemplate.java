package org.salus.papers;

import java.util.List;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.Kind;
import org.salus.ledger.Role;
import org.salus.ledger.View;

/**
 * A template that a team keeps in its workspace. One of the name of a template that comes with the program takes its place.
 *
 * @param name by which it is called; the same as in its file
 * @param text the file
 */
public record OwnTemplate(String name, String text) {
    public static final Kind<OwnTemplate> KIND = Kind.of("paper-template", OwnTemplate.class)
            .ruledBy((edited, view) -> Stream.of(
                            edited.value().refusals(), standingAlone(edited, view), replacing(edited, view))
                    .flatMap(List::stream)
                    .toList())
            .removedBy(OwnTemplate::replacing);

    /** A file to be kept: in the place of what the workspace keeps under its name, where it keeps anything. */
    public static Item<OwnTemplate> kept(View view, PaperTemplate file) {
        OwnTemplate said = new OwnTemplate(file.name(), file.source());
        return view.list(KIND).stream()
                .filter(item -> item.value().name().equals(file.name()))
                .findFirst()
                .map(item -> item.saying(said))
                .orElseGet(() -> Item.fresh(KIND, said));
    }

    /**
     * One name, one template, as far as its author sees: several who keep the same at once would otherwise leave as many, of which chance decides which one is composed
     * by.
     */
    private static List<Sentence> standingAlone(Item<OwnTemplate> edited, View view) {
        String name = edited.value().name();
        return view.list(KIND).stream()
                        .anyMatch(other -> !other.id().equals(edited.id())
                                && other.value().name().equals(name))
                ? List.of(Sentence.of("papers.refusal.kept", name))
                : List.of();
    }

    /** What stands in the place of the program's own papers is what everybody is given, and taking it away changes that again. */
    private static List<Sentence> replacing(Item<OwnTemplate> edited, View view) {
        return Stream.concat(view.find(KIND, edited.id()).stream(), Stream.of(edited))
                .map(item -> item.value().name())
                .filter(Papers::isShipped)
                .filter(name -> !view.standing().mayActAs(Role.EDITOR))
                .findFirst()
                .map(name -> List.of(Sentence.of("papers.refusal.role-shipped", name)))
                .orElse(List.of());
    }

    private List<Sentence> refusals() {
        try {
            PaperTemplate template = PaperTemplate.read(text);
            if (!template.name().equals(name)) {
                return List.of(Sentence.of("papers.refusal.name", name));
            }
            return Papers.holdsItsPlace(template)
                    ? List.of()
                    : List.of(Sentence.of("papers.refusal.place", name, PaperChoice.OF.code()));
        } catch (Failure unreadable) {
            return List.of(unreadable.sentence());
        }
    }
}
