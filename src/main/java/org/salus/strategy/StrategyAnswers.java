package org.salus.strategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.View;

/** What programs are answered about a strategy, from the API and from the command line alike. Pure. */
public final class StrategyAnswers {
    private StrategyAnswers() {}

    private static Map<String, Object> begin(Strategy strategy) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", strategy.workspace());
        out.put("heads", strategy.heads());
        out.put("snapshot", strategy.snapshot());
        out.put("day", strategy.day().toString());
        out.put("readership", strategy.readership());
        out.put("language", strategy.wording().locale().toLanguageTag());
        out.put("digest", strategy.digest());
        return out;
    }

    /** The sections, with how each stands. */
    public static Map<String, Object> outline(Strategy strategy) {
        Map<String, Object> out = begin(strategy);
        out.put(
                "sections",
                strategy.sections().stream().map(StrategyAnswers::about).toList());
        return out;
    }

    private static Map<String, Object> about(ComposedSection section) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("section", section.section());
        one.put("title", section.section().label());
        one.put("state", section.state());
        one.put("texts", section.written().size());
        one.put("offered", section.offered().size());
        one.put("gone", section.gone());
        return one;
    }

    /** One section: what is read, what people wrote, what is new. */
    public static Map<String, Object> section(Strategy strategy, Section which) {
        ComposedSection section = strategy.section(which);
        Map<String, Object> out = begin(strategy);
        out.putAll(about(section));
        out.put("text", TypedText.written(section.text()));
        out.put("composed", TypedText.written(section.composed().text()));
        out.put("new_passages", section.offered());
        out.put(
                "written",
                section.written().stream()
                        .map(item -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("item", item.id());
                            one.put("place", item.value().place());
                            one.put("sensitivity", item.sensitivity().code());
                            one.put("text", item.value().text());
                            one.put("basis", item.basis().stream().sorted().toList());
                            return one;
                        })
                        .toList());
        return out;
    }

    /** The editions a reader may know of. */
    public static Map<String, Object> editions(View view) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        out.put("editions", list(view).stream().map(StrategyAnswers::tell).toList());
        return out;
    }

    /** The editions a reader may know of, the newest first. */
    public static List<Item<Edition>> list(View view) {
        return view.list(Edition.KIND).reversed();
    }

    /**
     * The edition of that id, beginning of an id, or title.
     *
     * @throws Failure if there is none, or more than one
     */
    public static Item<Edition> find(View view, String words) {
        List<Item<Edition>> found = list(view).stream()
                .filter(item -> TypedStrategy.isId(words, item.id())
                        || item.value().title().equalsIgnoreCase(words))
                .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Failure.notFound(Sentence.of("strategy.failure.no-edition", words))
                    : Failure.wrongUse(Sentence.of("strategy.failure.several", words, found.size()));
        }
        return found.getFirst();
    }

    /**
     * One edition.
     *
     * @param composed what its state says now, where it can be composed again
     */
    public static Map<String, Object> edition(Item<Edition> item, Optional<Strategy> composed) {
        Map<String, Object> out = tell(item);
        composed.ifPresent(strategy -> {
            out.put("says_the_same", strategy.digest().equals(item.value().digest()));
            out.put("loaded_snapshot", strategy.snapshot());
        });
        return out;
    }

    private static Map<String, Object> tell(Item<Edition> item) {
        Edition edition = item.value();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("item", item.id());
        out.put("title", edition.title());
        out.put("readership", edition.readership());
        out.put("state", edition.state());
        out.put("heads", edition.heads());
        out.put("snapshot", edition.snapshot());
        out.put("digest", edition.digest());
        out.put("language", edition.language());
        edition.reviewBy().ifPresent(day -> out.put("review_by", day));
        out.put("next", edition.state().next());
        out.put("steps", edition.steps());
        out.put("approvals", edition.approvals());
        out.put("note", edition.note());
        out.put("basis", item.basis().stream().sorted().toList());
        return out;
    }

    /** One edition with the versions that copies brought of it, where there are several. */
    public static Map<String, Object> edition(Item<Edition> item, Optional<Strategy> composed, View view) {
        Map<String, Object> out = edition(item, composed);
        List<EditionVersions.Version> versions =
                EditionVersions.of(item.id(), view).all();
        if (!versions.isEmpty()) {
            out.put(
                    "versions",
                    versions.stream()
                            .map(version -> {
                                Map<String, Object> one = new LinkedHashMap<>();
                                one.put("version", version.name());
                                one.put("title", version.edition().title());
                                one.put("state", version.edition().state());
                                one.put("steps", version.edition().steps());
                                one.put("approvals", version.edition().approvals());
                                return one;
                            })
                            .toList());
        }
        return out;
    }

    /** What differs between two strategies. */
    public static Map<String, Object> comparison(Strategy before, Strategy after, TextComparison changes) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", after.workspace());
        out.put("before", begin(before));
        out.put("after", begin(after));
        out.put("same", changes.isSame());
        out.put(
                "changes",
                changes.changes().stream()
                        .map(change -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("section", change.section());
                            one.put("act", change.isAdded() ? "added" : "removed");
                            one.put("line", change.line());
                            return one;
                        })
                        .toList());
        return out;
    }
}
