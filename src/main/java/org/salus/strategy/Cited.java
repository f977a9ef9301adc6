package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Paragraph;
import org.salus.documents.Span;
import org.salus.ledger.Citation;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Source;

/** Who says so, at the foot of the page. Sources that leave no house, such as interviews, are not named. */
public final class Cited {
    private Cited() {}

    /** Words that an item says, with its sources as a footnote; without one where it cites none that may be named. */
    public static Paragraph paragraph(String words, Item<?> item, View view) {
        Span span = Span.of(words);
        return new Paragraph(List.of(named(item, view).map(span::withFootnote).orElse(span)));
    }

    /** Words that rest on several items, with the sources of all of them as a footnote; without one where none may be named. */
    static Paragraph paragraph(String words, List<ItemId> facts, View view) {
        Span span = Span.of(words);
        return new Paragraph(List.of(named(facts.stream().flatMap(id -> view.find(id).stream()), view)
                .map(span::withFootnote)
                .orElse(span)));
    }

    /** The sources of an item in a line; empty where it cites none that may be named. */
    public static Optional<String> named(Item<?> item, View view) {
        return named(Stream.of(item), view);
    }

    private static Optional<String> named(Stream<? extends Item<?>> items, View view) {
        String told = items.flatMap(item -> item.citations().stream())
                .flatMap(citation -> view.find(Source.KIND, citation.source()).stream()
                        .filter(source -> !source.value().type().isProtected())
                        .map(source -> told(source.value(), citation)))
                .distinct()
                .sorted()
                // A footnote is written between brackets where people write.
                .map(text -> text.replace('[', '(').replace(']', ')'))
                .collect(Collectors.joining("; "));
        return told.isBlank() ? Optional.empty() : Optional.of(told);
    }

    private static String told(Source source, Citation citation) {
        List<String> parts = new ArrayList<>();
        if (!source.author().isBlank()) {
            parts.add(source.author());
        }
        parts.add(source.title());
        source.date().map(Object::toString).ifPresent(parts::add);
        if (!citation.place().isBlank()) {
            parts.add(citation.place());
        }
        return String.join(", ", parts);
    }
}
