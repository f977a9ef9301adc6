package org.salus.impact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.PlainText;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.View;

/** What somebody typed about a study, in the words that pages, API and command line share. What is missing or wrong in it is said by the field it lies in. */
public final class TypedStudy {
    /** What can be typed of how a table is asked. */
    public static final List<String> SETTINGS = List.of(
            "method",
            "unit",
            "time",
            "outcome",
            "treated",
            "from",
            "without",
            "predictors",
            "fit",
            "effect",
            "search",
            "model",
            "errors",
            "season",
            "harmonics");

    /** What can be typed of a study that is there. */
    public static final List<String> CHANGE = Stream.concat(
                    Stream.of("title", "asks", "alike", "something-else", "reaches-controls", "about", "note"),
                    SETTINGS.stream())
            .toList();

    /** What can be typed of how a study is asked, and of what is known of the case. */
    public static final List<String> ASK = Stream.concat(
                    Stream.of("something-else", "reaches-controls"), SETTINGS.stream())
            .toList();

    /** What can be typed of a new study, beside the table itself. */
    public static final List<String> BEGIN = Stream.of(
                    List.of("source", "columns", "keep"),
                    List.of("count-by", "count-year", "count-distinct", "count-where", "count-covers"),
                    CHANGE)
            .flatMap(List::stream)
            .toList();

    private static final Pattern UNITS =
            Pattern.compile("(?i)^(unit|name|region(name)?|state|country|district|province|admin1|group|place)\\b");
    private static final Pattern TIMES = Pattern.compile("(?i)^(time|year|month|quarter|date|day|period|week)\\b");

    private final Map<String, String> typed;

    /** @param typed by the names of fields; several values of one stand in lines */
    public TypedStudy(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * A study that was begun.
     *
     * @param edits that put its table and itself
     */
    public record Begun(ItemId id, List<Edit> edits) {
        /** Never changes. */
        public Begun {
            edits = List.copyOf(edits);
        }
    }

    /**
     * The same, if it says nothing else.
     *
     * @throws Failure (wrong use) for a name that means nothing: what was mistyped would be lost
     */
    public TypedStudy knowing(List<String> names) {
        for (String name : typed.keySet()) {
            if (!names.contains(name)) {
                throw Failure.wrongUse(Sentence.of("impact.study.no-field", name, String.join(", ", names)));
            }
        }
        return this;
    }

    /**
     * Also where there turns out to be nothing to write, nobody is answered as if they had been allowed to.
     *
     * @throws Failure (wrong use) for whoever may only read
     */
    public static void requireWriter(View view) {
        if (!view.standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
    }

    private String text(String name) {
        return PlainText.typed(typed.getOrDefault(name, ""));
    }

    private String or(String name, String before) {
        return typed.containsKey(name) ? text(name) : before;
    }

    /** Names, one a line or parted by semicolons: a name may hold a comma. */
    private static List<String> lines(String text) {
        return Stream.of(text.split("[;\\n\\r]+", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> lines(String name, List<String> before) {
        return typed.containsKey(name) ? lines(text(name)) : before;
    }

    private boolean flag(String name, boolean before) {
        return typed.containsKey(name) ? flag(name, text(name)) : before;
    }

    /**
     * A yes or no as it is typed; no where nothing is.
     *
     * @throws Failure (wrong use) if it is neither: taken for a no, what was meant would be lost in silence
     */
    public static boolean flag(String name, String typed) {
        if (List.of("true", "yes", "on", "1").contains(typed)) {
            return true;
        }
        if (!List.of("", "false", "no", "off", "0").contains(typed)) {
            throw Failure.wrongUse(Sentence.of("workspace.sent.no-flag", name, typed))
                    .at(name);
        }
        return false;
    }

    private <T extends Enum<T> & Term> Optional<T> term(String name, Class<T> vocabulary) {
        String code = text(name);
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(Term.find(vocabulary, code)
                        .orElseThrow(() -> Failure.wrongUse(Sentence.of("workspace.field.no-choice", code))
                                .at(name)));
    }

    /** For whom it is kept: all members where nothing is said. */
    Readers readers(View view) {
        Readers readers = term("keep", Readers.class).orElse(Readers.MEMBERS);
        if (!readers.isOpenTo(view.standing())) {
            throw Failure.wrongUse(Sentence.of("impact.study.no-organisation")).at("keep");
        }
        return readers;
    }

    /**
     * Begins a study of what was brought; of records, where {@code count-by} and {@code count-year} say so, of how many there are. What was counted, and what was not, is kept with where it comes from.
     *
     * @throws Failure if something of it means nothing, or whoever asks may not write here
     */
    public Begun begin(StudySources.Brought brought, View view, Wording wording) {
        if (text("count-by").isEmpty() && text("count-year").isEmpty()) {
            refuseHalf();
            return begin(brought.table(), brought.origin(), brought.keptUnder(), view);
        }
        requireWriter(view);
        CountedRecords.Counted counted = CountedRecords.of(
                brought.table(),
                new CountedRecords.Asked(
                        text("count-by"),
                        text("count-year"),
                        text("count-distinct"),
                        text("count-where"),
                        text("count-covers")));
        Map<String, String> words = new LinkedHashMap<>(typed);
        words.remove("columns");
        words.put(
                "source",
                Stream.concat(
                                Stream.of(or("source", brought.origin())),
                                counted.says().stream().map(wording::say))
                        .filter(said -> !said.isBlank())
                        .collect(Collectors.joining(" ")));
        return new TypedStudy(words).begin(counted.table(), "", brought.keptUnder(), view);
    }

    /** What is said of counting means nothing where nothing is counted. */
    private void refuseHalf() {
        Stream.of("count-distinct", "count-where", "count-covers")
                .filter(name -> !text(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.wrongUse(Sentence.of("impact.count.half", name))
                            .at(name);
                });
    }

    /**
     * Begins a study of a table that was brought. Of the columns those are kept that are named in {@code columns}; all, where none is.
     *
     * @param origin where the table comes from, where the one who brings it says nothing
     * @param keptUnder for whom the rows were before they were brought together here; nobody else is let in
     * @throws Failure if something of it means nothing, or whoever asks may not write here
     */
    public Begun begin(PanelTable brought, String origin, List<Sensitivity> keptUnder, View view) {
        requireWriter(view);
        Readers readers = readers(view);
        String title = text("title");
        if (title.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("impact.refusal.no-title")).at("title");
        }
        List<String> columns = lines("columns", brought.heads());
        StudyTable rows = StudyTable.of(title, or("source", origin), brought, columns);
        Sensitivity meant = readers.sensitivity(view.standing());
        Item<StudyTable> table = Item.fresh(StudyTable.KIND, rows).meantFor(together(meant, keptUnder, view));
        List<String> heads = rows.panel().heads();
        String unit = StudyTable.guess(heads, UNITS);
        String time = StudyTable.guess(heads, TIMES);
        String outcome = heads.stream()
                .filter(head -> !head.equals(unit) && !head.equals(time))
                .reduce((first, last) -> last)
                .orElse("");
        ImpactStudy plain = new ImpactStudy(
                title,
                "",
                "",
                false,
                false,
                table.id(),
                StudySettings.of(unit.isEmpty() ? StudyMethod.SERIES : StudyMethod.DIFFERENCES, unit, time, outcome),
                List.of(),
                Optional.empty(),
                "");
        Item<ImpactStudy> study =
                Item.fresh(ImpactStudy.KIND, changed(plain, view)).meantFor(table.sensitivity());
        return new Begun(study.id(), List.of(new Edit.Put(table), new Edit.Put(study)));
    }

    /** Meant for those alone who may read under what is chosen here and under all that the rows were kept under before. */
    private static Sensitivity together(Sensitivity chosen, List<Sensitivity> before, View view) {
        List<Sensitivity> all = new ArrayList<>(before);
        all.add(chosen);
        return Sensitivity.together(
                all,
                account -> view.find(Member.KIND, new ItemId(account.value()))
                        .flatMap(member -> member.value().organisation()));
    }

    /**
     * The study with what was typed of it; what is not said stays as it is.
     *
     * @throws Failure (wrong use) in the field that means nothing
     */
    public ImpactStudy changed(ImpactStudy study, View view) {
        StudySettings before = study.settings();
        return new ImpactStudy(
                or("title", study.title()),
                or("asks", study.asks()),
                or("alike", study.alike()),
                flag("something-else", study.somethingElse()),
                flag("reaches-controls", study.reachesControls()),
                study.table(),
                new StudySettings(
                        term("method", StudyMethod.class).orElse(before.method()),
                        or("unit", before.unit()),
                        or("time", before.time()),
                        or("outcome", before.outcome()),
                        lines("treated", before.treated()),
                        or("from", before.from()),
                        lines("without", before.without()),
                        or("predictors", before.predictors()),
                        or("fit", before.fit()),
                        or("effect", before.effect()),
                        or("search", before.search()),
                        or("model", before.model()),
                        or("errors", before.errors()),
                        or("season", before.season()),
                        or("harmonics", before.harmonics())),
                typed.containsKey("about") ? about(study, view) : study.about(),
                study.result(),
                or("note", study.note()));
    }

    /** What it speaks of and whoever changes it may not see stays as it is. */
    private List<ItemId> about(ImpactStudy study, View view) {
        return Stream.concat(
                        about().stream(),
                        study.about().stream().filter(id -> view.find(id).isEmpty()))
                .distinct()
                .toList();
    }

    private List<ItemId> about() {
        return Stream.of(text("about").split("[,;\\s]+", -1))
                .filter(id -> !id.isEmpty())
                .distinct()
                .map(id -> {
                    try {
                        return ItemId.of(id);
                    } catch (IllegalArgumentException none) {
                        throw Failure.notFound(Sentence.of("impact.study.no-item", id))
                                .at("about");
                    }
                })
                .toList();
    }

    /**
     * The study as it was typed, worked out and kept; waited for.
     *
     * @param day on which it is kept
     * @throws Failure that says in which field it lies why nothing can be worked out
     */
    public Item<ImpactStudy> worked(Item<ImpactStudy> item, View view, StudyWork work, PartialDate day) {
        ImpactStudy study = changed(item.value(), view);
        return kept(item.saying(study), view, work.answer(view, item.id(), study), day);
    }

    /**
     * A study with what it came to, to be kept.
     *
     * @param day on which it is kept
     */
    public static Item<ImpactStudy> kept(Item<ImpactStudy> item, View view, ImpactAnswer answer, PartialDate day) {
        ImpactStudy study = item.value();
        StudyTable rows = view.get(StudyTable.KIND, study.table()).value();
        return item.saying(study.keeping(Optional.of(study.result(answer, rows, day))));
    }

    /** The study as it was typed, before it is worked out: a result of other settings that was kept is none of it any more. */
    public Item<ImpactStudy> asked(Item<ImpactStudy> item, View view) {
        ImpactStudy study = changed(item.value(), view);
        StudyTable rows = view.get(StudyTable.KIND, study.table()).value();
        return item.saying(study.keeping(study.result().filter(kept -> kept.isOf(rows, study.settings()))));
    }
}
