package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.ledger.Digest;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/** What somebody typed about a strategy, in the words that pages, API and command line share. What is missing in it is said by the field it is missing in. */
public final class TypedStrategy {
    /** What can be typed of a new edition. */
    public static final List<String> DRAFT = List.of("title", "for", "language", "review-by", "note");

    /** What can be typed of a step. */
    public static final List<String> STEP = List.of("to", "date", "because");

    /** What can be typed of an approval. */
    public static final List<String> APPROVAL = List.of("side", "who", "office", "date", "place", "document", "digest");

    /** What can be typed where versions of an edition are put together. */
    public static final List<String> TOGETHER = List.of("version");

    /** What can be typed of a text. */
    public static final List<String> TEXT = List.of("item", "text", "for", "language", "place", "basis");

    /** What can be typed of a look at what is new. */
    public static final List<String> LOOK = List.of("how", "item", "language", "basis");

    private final Map<String, String> typed;

    /** @param typed by the names of fields */
    public TypedStrategy(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * The same, if it says nothing else.
     *
     * @throws Failure (wrong use) for a name that means nothing: what was mistyped would be lost
     */
    public TypedStrategy knowing(List<String> names) {
        for (String name : typed.keySet()) {
            if (!names.contains(name)) {
                throw Failure.wrongUse(Sentence.of("strategy.failure.no-field", name, String.join(", ", names)));
            }
        }
        return this;
    }

    /**
     * A section by its code.
     *
     * @throws Failure (not found) naming those there are
     */
    public static Section section(String code) {
        return Term.find(Section.class, code)
                .orElseThrow(
                        () -> Failure.notFound(Sentence.of("strategy.failure.no-section", code, codes(Section.class))));
    }

    private static <T extends Enum<T> & Term> String codes(Class<T> vocabulary) {
        return Stream.of(vocabulary.getEnumConstants()).map(Term::code).collect(Collectors.joining(", "));
    }

    private String text(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private <T extends Enum<T> & Term> T term(String name, Class<T> vocabulary, Optional<T> usual) {
        return text(name).isEmpty()
                ? usual.orElseThrow(() -> Failure.wrongUse(Sentence.of("strategy.failure.needed", name))
                        .at(name))
                : term(name, text(name), vocabulary);
    }

    private static <T extends Enum<T> & Term> T term(String name, String code, Class<T> vocabulary) {
        return Term.find(vocabulary, code)
                .orElseThrow(
                        () -> Failure.wrongUse(Sentence.of("strategy.failure.no-choice", name, code, codes(vocabulary)))
                                .at(name));
    }

    /**
     * For whom, by its code; the full edition where nothing is said.
     *
     * @throws Failure (wrong use) naming those there are
     */
    public static Readership readership(String code, Readership usual) {
        return code.isBlank() ? usual : term("for", code, Readership.class);
    }

    /** For whom. */
    public Readership readership(Readership usual) {
        return term("for", Readership.class, Optional.of(usual));
    }

    /** In which language. */
    public Locale language() {
        return Languages.of(text("language"));
    }

    private Optional<PartialDate> date(String name) {
        String text = text(name);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(PartialDate.find(text)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("strategy.failure.date", text))
                                .at(name)));
    }

    private PartialDate needed(String name) {
        return date(name)
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("strategy.failure.no-date"))
                        .at(name));
    }

    /** A draft of what a strategy says now. It is for members also where what it says is for everybody, since approvals carry names; an owner may open it up. */
    public Item<Edition> draft(Strategy strategy) {
        return Item.fresh(Edition.KIND, Edition.draft(text("title"), strategy, date("review-by"), text("note")));
    }

    /** An edition after one more step. */
    public Item<Edition> step(Item<Edition> edition) {
        return edition.saying(edition.value()
                .after(new EditionStep(
                        term("to", EditionState.class, Optional.empty()), needed("date"), text("because"))));
    }

    /** An edition with one more approval. The digest may be told by its first twelve digits or more. */
    public Item<Edition> approval(Item<Edition> edition) {
        String digest = text("digest").toLowerCase(Locale.ROOT);
        if (digest.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("strategy.failure.needed", "digest"))
                    .at("digest");
        }
        String known = edition.value().digest();
        boolean isBeginning = digest.length() >= 12 && known.startsWith(digest);
        return edition.saying(edition.value()
                .with(new Approval(
                        term("side", Side.class, Optional.empty()),
                        text("who"),
                        text("office"),
                        needed("date"),
                        text("place"),
                        text("document"),
                        isBeginning ? known : digest)));
    }

    /**
     * An edition of which copies brought several versions, gone on from the one that is named by its entry. Approvals of the others are kept.
     *
     * @throws Failure (not found) if there are not several; (wrong use) if none or more than one is meant
     */
    public Item<Edition> together(Item<Edition> edition, View view) {
        return EditionVersions.of(edition.id(), view).together(edition, text("version"));
    }

    /** What somebody writes for a section: another state of the text that is named, or a new one behind those there are. */
    public Item<SectionText> text(ComposedSection section) {
        Optional<Item<SectionText>> known = named(section);
        if (known.isPresent()) {
            Item<SectionText> item = known.get();
            return based(meant(item).saying(item.value().saying(text("text"), section.marks())));
        }
        int next = section.written().stream()
                .mapToInt(item -> item.value().place() + 1)
                .max()
                .orElse(0);
        return meant(Item.fresh(
                SectionText.KIND,
                new SectionText(
                        section.section(), language().toLanguageTag(), place(next), text("text"), section.marks())));
    }

    private int place(int usual) {
        String text = text("place");
        try {
            return text.isEmpty() ? usual : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw Failure.wrongUse(Sentence.of("strategy.refusal.place", 1000)).at("place");
        }
    }

    private Item<SectionText> meant(Item<SectionText> item) {
        return switch (text("for")) {
            case "" -> item;
            case "public" -> item.meantFor(Sensitivity.forEverybody());
            case "full" -> item.meantFor(Sensitivity.forMembers());
            default ->
                throw Failure.wrongUse(Sentence.of("strategy.failure.no-choice", "for", text("for"), "public, full"))
                        .at("for");
        };
    }

    /** As an edit of the versions that the page showed, where it says which. */
    private <T extends Record> Item<T> based(Item<T> item) {
        String basis = text("basis");
        return basis.isEmpty()
                ? item
                : item.basedOn(Stream.of(basis.split("[,\\s]+", -1))
                        .filter(entry -> !entry.isEmpty())
                        .map(TypedStrategy::entry)
                        .collect(Collectors.toSet()));
    }

    private static Digest entry(String text) {
        try {
            return Digest.of(text);
        } catch (IllegalArgumentException none) {
            throw Failure.wrongUse(Sentence.of("ledger.failure.unknown-entry", text));
        }
    }

    private Optional<Item<SectionText>> named(ComposedSection section) {
        String id = text("item");
        if (id.isEmpty() || id.equals("new")) {
            return Optional.empty();
        }
        return Optional.of(section.written().stream()
                .filter(item -> item.id().toString().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.notFound(Sentence.of("ledger.failure.unknown-item", id))));
    }

    /**
     * That somebody looked at what is new: {@code accept} puts it behind the last text (or the one that is named), {@code keep} leaves the text as it is. Either way it is
     * not offered again.
     */
    public List<Item<SectionText>> look(ComposedSection section) {
        if (section.written().isEmpty()) {
            throw Failure.wrongUse(Sentence.of("strategy.failure.no-text"));
        }
        boolean accepts = switch (text("how")) {
            case "accept" -> true;
            case "keep" -> false;
            default ->
                throw Failure.wrongUse(Sentence.of("strategy.failure.no-choice", "how", text("how"), "accept, keep"))
                        .at("how");
        };
        ItemId last = named(section).orElse(section.written().getLast()).id();
        List<Item<SectionText>> looked = new ArrayList<>();
        for (Item<SectionText> item : section.written()) {
            boolean grows =
                    accepts && item.id().equals(last) && !section.offered().isEmpty();
            String text = grows
                    ? item.value().text().stripTrailing() + "\n\n" + offered(section)
                    : item.value().text();
            looked.add(item.saying(item.value().saying(text, section.marks())));
        }
        return looked;
    }

    private static String offered(ComposedSection section) {
        return section.offered().stream()
                .map(org.salus.documents.Paragraph::of)
                .map(paragraph -> TypedText.written(List.of(paragraph)))
                .collect(Collectors.joining("\n\n"));
    }

    /** Whether words are an id or the beginning of one. */
    static boolean isId(String words, ItemId id) {
        return id.toString().equals(words)
                || (words.length() >= 6 && id.toString().startsWith(words));
    }
}
