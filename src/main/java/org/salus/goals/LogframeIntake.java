package org.salus.goals;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Severity;
import org.salus.framework.Failure;
import org.salus.framework.ResultLevel;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Citation;
import org.salus.ledger.Confidence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Kind;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.sector.Place;
import org.salus.workspace.Field;
import org.salus.workspace.FieldText;
import org.salus.workspace.Source;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of a logframe on their way into a chain: what they would change, and everything that is wrong with them, before anything is changed.
 *
 * <p>A box is the same by the key of its row, else by its level and title; an indicator by its title in its box; an assumption or risk by its title in the chain.
 * So nothing is doubled. An empty cell changes nothing and nothing is removed. A row without a title goes on with the box above. A box that is new contributes to
 * the one its number names, else to the nearest above it that stands on a higher level.
 *
 * <p>Of a workbook of ours it is known what each row said when it was written: what nobody changed in it changes nothing, what was changed in it and here as well is
 * told with both and kept out, and what was removed here is not brought back.
 */
public final class LogframeIntake {
    /** Whoever wrote it meant a number. */
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[-+−]?\\d[\\d.,'’ \u00a0\u202f]*([eE][-+]?\\d+)?");

    private static final int LONGEST_SHOWN = 300;

    private final View view;
    private final Chain chain;
    private final Wording wording;
    private final Optional<Item<Source>> from;

    private final Map<ItemId, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Draft> boxes = new HashMap<>();
    private final Map<String, Draft> assumptions = new HashMap<>();
    private final Map<String, Draft> risks = new HashMap<>();
    private final Map<String, Draft> indicators = new HashMap<>();
    private final Map<String, Set<ItemId>> actors = new HashMap<>();
    private final Map<String, Draft> numbered = new HashMap<>();
    private final Map<ResultLevel, Draft> above = new java.util.EnumMap<>(ResultLevel.class);
    private final Set<Ends> linked = new LinkedHashSet<>();

    /** Boxes whose numbers nobody changed in the file: of them it says nothing about what leads where today. */
    private final Set<ItemId> unmoved = new HashSet<>();

    private final List<Draft> links = new ArrayList<>();
    private final List<LogframePreview.Problem> problems = new ArrayList<>();
    private final Map<ItemId, Place> places = new HashMap<>();
    private @Nullable Draft last;

    private record Ends(ItemId from, LinkType type, ItemId to) {}

    /** An item as it will be, and as it was. */
    private static final class Draft {
        private final Kind<?> kind;
        private final ItemId id;
        private final Optional<Item<?>> before;
        private final ObjectNode value;
        private final Place place;
        private final Map<LogframeColumn, String> said = new LinkedHashMap<>();
        private boolean isNamed;

        Draft(Kind<?> kind, ItemId id, Optional<Item<?>> before, ObjectNode value, Place place) {
            this.kind = kind;
            this.id = id;
            this.before = before;
            this.value = value;
            this.place = place;
        }

        String title() {
            return value.path("title").asString("");
        }
    }

    private LogframeIntake(View view, Chain chain, Wording wording, Optional<Item<Source>> from) {
        this.view = view;
        this.chain = chain;
        this.wording = wording;
        this.from = from;
        chain.boxes()
                .forEach(box -> boxes.putIfAbsent(
                        name(LogframeLevel.of(box.value()), box.value().title()), known(box)));
        chain.assumptions()
                .forEach(item -> assumptions.putIfAbsent(folded(item.value().title()), known(item)));
        chain.risks().forEach(item -> risks.putIfAbsent(folded(item.value().title()), known(item)));
        chain.indicators()
                .forEach(item -> indicators.putIfAbsent(
                        item.value().of() + " " + folded(item.value().title()), known(item)));
        chain.links()
                .forEach(link -> linked.add(new Ends(
                        link.value().from(), link.value().type(), link.value().to())));
        for (Item<Actor> actor : view.list(Actor.KIND)) {
            actor.value()
                    .names()
                    .forEach(name -> actors.computeIfAbsent(folded(name), same -> new LinkedHashSet<>())
                            .add(actor.id()));
        }
    }

    /**
     * What rows would change.
     *
     * @param from the file they stood in, which what is new and changed will cite; empty for what was typed
     */
    public static LogframePreview preview(
            View view, Chain chain, List<LogframeLine> lines, Optional<Item<Source>> from, Wording wording) {
        LogframeIntake intake = new LogframeIntake(view, chain, wording, from);
        lines.forEach(intake::take);
        return intake.preview(lines.size());
    }

    private static String name(LogframeLevel level, String title) {
        return level.code() + " " + folded(title);
    }

    /** A text without what does not tell names apart. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\u00a0]+", " ");
    }

    private Draft known(Item<?> item) {
        return drafts.computeIfAbsent(
                item.id(), id -> new Draft(item.kind(), id, Optional.of(item), ItemJson.value(item), new Place("", 0)));
    }

    private Draft fresh(Kind<?> kind, String title, Place place) {
        ObjectNode value = ChainFile.blank(kind.name(), chain.id());
        value.put("title", title);
        Draft draft = new Draft(kind, ItemId.fresh(), Optional.empty(), value, place);
        drafts.put(draft.id, draft);
        return draft;
    }

    // --- one row ---

    private void take(LogframeLine line) {
        Optional<Draft> box = box(line);
        if (box.isEmpty()) {
            return;
        }
        Draft own = box.get();
        last = own;
        if (!line.cell(LogframeColumn.NUMBER).isEmpty()) {
            numbered.putIfAbsent(line.cell(LogframeColumn.NUMBER), own);
        }
        named(own, line);
        say(own, LogframeColumn.Of.BOX, line);
        part(line, own, 'i', LogframeColumn.INDICATOR, Indicator.KIND, indicators, own.id + " ");
        part(line, own, 'a', LogframeColumn.ASSUMPTION, Assumption.KIND, assumptions, "")
                .filter(item -> !isLinkedAsWritten(line, item))
                .ifPresent(item -> link(own.id, LinkType.RESTS_ON, item.id, line.place()));
        part(line, own, 'r', LogframeColumn.RISK, Risk.KIND, risks, "")
                .filter(item -> !isLinkedAsWritten(line, item))
                .ifPresent(item -> link(item.id, LinkType.THREATENS, own.id, line.place()));
    }

    /** What stood beside the box when the file was written was linked to it then; if it is not any more, somebody took the link away. */
    private static boolean isLinkedAsWritten(LogframeLine line, Draft item) {
        return line.written().isPresent() && stoodIn(line, item);
    }

    private void named(Draft item, LogframeLine line) {
        item.isNamed = true;
        places.putIfAbsent(item.id, line.place());
    }

    private Optional<Draft> box(LogframeLine line) {
        Optional<Draft> byKey = line.id('b').flatMap(chain::box).map(this::known);
        String title = line.cell(LogframeColumn.TITLE);
        if (byKey.isPresent()) {
            Draft box = byKey.get();
            level(line, levelOf(box))
                    .filter(level -> level != levelOf(box))
                    .ifPresent(level -> warn(
                            line,
                            LogframeColumn.LEVEL,
                            "level-stays",
                            levelOf(box).label(),
                            level.label()));
            if (line.wasWritten(LogframeColumn.NUMBER)) {
                unmoved.add(box.id);
            }
            contributes(box, line, levelOf(box), line.cells().containsKey(LogframeColumn.NUMBER));
            return byKey;
        }
        if (line.written().isPresent() && line.id('b').isPresent()) {
            // What follows without a title goes on with it, and with nothing else.
            warn(line, LogframeColumn.TITLE, "removed-here", title);
            last = null;
            return Optional.empty();
        }
        if (title.isEmpty()) {
            if (last == null || (line.cells().containsKey(LogframeColumn.LEVEL) && !isOfLast(line))) {
                error(line, LogframeColumn.TITLE, "no-title");
                return Optional.empty();
            }
            return Optional.of(last);
        }
        Optional<LogframeLevel> level = level(line, null);
        if (level.isEmpty()) {
            return Optional.empty();
        }
        Draft known = boxes.get(name(level.get(), title));
        boolean isAbove = known != null && known == last;
        if (known == null) {
            known = fresh(level.get().kind(), title, line.place());
            if (known.kind.equals(Result.KIND)) {
                known.value.put("kind", level.get().code());
            }
            boxes.put(name(level.get(), title), known);
        }
        if (!isAbove) {
            contributes(known, line, level.get(), true);
        }
        return Optional.of(known);
    }

    /** Whether a row that has a level and no title says no more than that it goes on. */
    private boolean isOfLast(LogframeLine line) {
        return last != null && level(line, levelOf(last)).equals(Optional.of(levelOf(last)));
    }

    private static LogframeLevel levelOf(Draft box) {
        String code = box.kind.equals(Result.KIND) ? box.value.path("kind").asString("") : box.kind.name();
        return Term.find(LogframeLevel.class, code).orElse(LogframeLevel.OUTPUT);
    }

    /** What a row is, by its own words; where it says nothing what it was, or what stands above. */
    private Optional<LogframeLevel> level(LogframeLine line, @Nullable LogframeLevel was) {
        String word = line.cell(LogframeColumn.LEVEL);
        if (word.isEmpty()) {
            if (was == null && last == null) {
                error(line, LogframeColumn.LEVEL, "no-level");
            }
            return Optional.ofNullable(was).or(() -> Optional.ofNullable(last).map(LogframeIntake::levelOf));
        }
        // What our own pages and files say in whatever language goes before the words of others.
        Optional<LogframeLevel> recognised = LogframeMapping.OWN_LEVELS
                .find(word)
                .or(() -> LevelWords.SHIPPED.find(word).map(LevelWords.Found::level));
        if (recognised.isEmpty()) {
            error(line, LogframeColumn.LEVEL, "unknown-level", word);
        }
        return recognised;
    }

    /** A box leads to the one its number names; without a number to the nearest above that stands higher. */
    private void contributes(Draft box, LogframeLine line, LogframeLevel level, boolean links) {
        String number = line.cell(LogframeColumn.NUMBER);
        Optional<Draft> to = Optional.empty();
        if (number.contains(".")) {
            String parent = number.substring(0, number.lastIndexOf('.'));
            to = Optional.ofNullable(numbered.get(parent));
            if (to.isEmpty()) {
                warn(line, LogframeColumn.NUMBER, "no-number", parent);
            }
        } else if (number.isEmpty()) {
            for (ResultLevel higher : ResultLevel.values()) {
                if (higher.compareTo(level.level()) < 0 && above.containsKey(higher)) {
                    to = Optional.ofNullable(above.get(higher));
                }
            }
        }
        above.keySet().removeIf(lower -> lower.compareTo(level.level()) > 0);
        above.put(level.level(), box);
        if (links && to.isPresent() && to.get() != box) {
            if (levelOf(to.get()).level().compareTo(level.level()) > 0) {
                warn(
                        line,
                        LogframeColumn.NUMBER,
                        "upside-down",
                        level.label(),
                        levelOf(to.get()).label());
            } else if (!unmoved.contains(box.id) || !unmoved.contains(to.get().id)) {
                link(box.id, LinkType.CONTRIBUTES, to.get().id, line.place());
            }
        }
    }

    private void link(ItemId from, LinkType type, ItemId to, Place place) {
        if (linked.add(new Ends(from, type, to))) {
            ObjectNode value = ChainFile.blank(Link.KIND.name(), chain.id());
            value.put("from", from.toString());
            value.put("to", to.toString());
            value.set("type", ItemJson.tree(type));
            links.add(new Draft(Link.KIND, ItemId.fresh(), Optional.empty(), value, place));
        }
    }

    /** The indicator, assumption or risk of a row. */
    private Optional<Draft> part(
            LogframeLine line,
            Draft box,
            char mark,
            LogframeColumn column,
            Kind<?> kind,
            Map<String, Draft> known,
            String scope) {
        Optional<Draft> byKey =
                line.id(mark).flatMap(id -> Optional.ofNullable(drafts.get(id))).filter(item -> item.kind.equals(kind));
        String title = line.cell(column);
        List<LogframeColumn> own = LogframeColumn.of(column.of());
        if (byKey.isEmpty() && line.written().isPresent() && line.id(mark).isPresent()) {
            if (!title.isEmpty()) {
                warn(line, column, "removed-here", title);
            }
            return Optional.empty();
        }
        if (byKey.isEmpty() && title.isEmpty()) {
            own.stream().filter(line.cells()::containsKey).forEach(orphan -> warn(line, orphan, "of-nothing"));
            return Optional.empty();
        }
        Draft item = byKey.orElseGet(() -> known.computeIfAbsent(scope + folded(title), same -> {
            Draft fresh = fresh(kind, title, line.place());
            if (kind.equals(Indicator.KIND)) {
                fresh.value.put("of", box.id.toString());
            }
            return fresh;
        }));
        named(item, line);
        say(item, column.of(), line);
        return Optional.of(item);
    }

    // --- one cell ---

    private void say(Draft item, LogframeColumn.Of part, LogframeLine line) {
        for (LogframeColumn column : LogframeColumn.of(part)) {
            String text = line.cell(column);
            if (text.isEmpty()) {
                continue;
            }
            Optional<FieldText> field = column.field(item.kind);
            if (field.isEmpty()) {
                warn(line, column, "not-of-this", kindOf(item));
            } else if (column == LogframeColumn.INSTITUTION) {
                institution(item, text, line);
            } else {
                say(item, column, field.get(), text, line);
            }
        }
    }

    private void say(Draft item, LogframeColumn column, FieldText field, String text, LogframeLine line) {
        String plain = text.replace("\r\n", "\n").strip();
        String was = item.before.map(field::of).orElse("");
        if (plain.equals(was.strip())
                || isKept(item, column, plain, was, line)
                || isSaidOtherwise(item, column, plain, line)) {
            return;
        }
        boolean isNumber = field.field().input() instanceof Field.Input.Decimal;
        Optional<Sentence> wrong = field.put(item.value, plain);
        if (wrong.isPresent() && isNumber && inWords(column).isPresent()) {
            // "62 %" and "low" are what logframes say; they are kept as they are written.
            LogframeColumn words = inWords(column).get();
            if (line.cell(words).isEmpty()) {
                if (LIKE_A_NUMBER.matcher(plain).matches()) {
                    warn(line, column, "no-number-here", plain);
                }
                say(item, words, words.field(item.kind).orElseThrow(), plain, line);
                return;
            }
        }
        if (wrong.isPresent()) {
            problem(Severity.ERROR, line, column, wrong.get());
        }
    }

    /**
     * Whether what stands here stays: nobody changed it in the file since that was written, or it was changed in the file and here as well; then both are told.
     */
    private boolean isKept(Draft item, LogframeColumn column, String text, String here, LogframeLine line) {
        if (line.written().isEmpty() || !stoodIn(line, item)) {
            return false;
        }
        if (line.written().get().said(column.code(), text)) {
            return true;
        }
        boolean isChangedHere = !line.written().get().said(column.code(), here);
        if (isChangedHere) {
            warn(line, column, "changed-here", shown(text), shown(here));
        }
        return isChangedHere;
    }

    /** Whether the row was written about this very item, and was not put beside it later. */
    private static boolean stoodIn(LogframeLine line, Draft item) {
        return item.before.isPresent() && line.key().contains(item.id.toString());
    }

    private static Optional<LogframeColumn> inWords(LogframeColumn column) {
        return switch (column) {
            case BASELINE -> Optional.of(LogframeColumn.BASELINE_WORDS);
            case TARGET -> Optional.of(LogframeColumn.TARGET_WORDS);
            default -> Optional.empty();
        };
    }

    private boolean isSaidOtherwise(Draft item, LogframeColumn column, String text, LogframeLine line) {
        String before = item.said.putIfAbsent(column, text);
        if (before != null && !before.equals(text)) {
            error(line, column, "said-twice", before, text);
        }
        return before != null;
    }

    /** An institution that is not on the map is kept by its name. */
    private void institution(Draft item, String text, LogframeLine line) {
        Set<ItemId> found = actors.getOrDefault(folded(text), Set.of());
        String was = item.value.path("institution").asString("");
        if (found.stream().anyMatch(actor -> actor.toString().equals(was))
                || item.value.path("institutionName").asString("").equals(text)
                || isKept(item, LogframeColumn.INSTITUTION, text, institutionOf(item), line)
                || isSaidOtherwise(item, LogframeColumn.INSTITUTION, text, line)) {
            return;
        }
        if (found.size() > 1) {
            error(line, LogframeColumn.INSTITUTION, "several-institutions", text);
        } else if (found.isEmpty()) {
            item.value.remove("institution");
            item.value.put("institutionName", text);
        } else {
            item.value.put("institution", found.iterator().next().toString());
            item.value.put("institutionName", "");
        }
    }

    /** The institution of an item as the logframe names it here. */
    private String institutionOf(Draft item) {
        return item.before
                .map(known -> known.value() instanceof Objective objective ? institutionOf(objective) : "")
                .orElse("");
    }

    private String institutionOf(Objective objective) {
        return objective
                .institution()
                .map(actor -> view.find(Actor.KIND, actor).stream()
                        .flatMap(known -> known.value().names().stream())
                        .findFirst()
                        .orElse(""))
                .orElse(objective.institutionName());
    }

    private static Sentence kindOf(Draft item) {
        return item.kind.equals(Goal.KIND)
                        || item.kind.equals(Objective.KIND)
                        || item.kind.equals(Result.KIND)
                        || item.kind.equals(Support.KIND)
                ? levelOf(item).label()
                : Sentence.of("goals.kind." + item.kind.name());
    }

    private void warn(LogframeLine line, LogframeColumn column, String key, Object... arguments) {
        problem(Severity.WARNING, line, column, Sentence.of("goals.logframe.problem." + key, arguments));
    }

    private void error(LogframeLine line, LogframeColumn column, String key, Object... arguments) {
        problem(Severity.ERROR, line, column, Sentence.of("goals.logframe.problem." + key, arguments));
    }

    private void problem(Severity severity, LogframeLine line, LogframeColumn column, Sentence says) {
        problems.add(new LogframePreview.Problem(severity, line.place(), Optional.of(column), says));
    }

    // --- what comes out ---

    private LogframePreview preview(int rows) {
        List<LogframePreview.Change> changes = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        int same = 0;
        for (Draft draft : drafts.values()) {
            if (!draft.isNamed) {
                continue;
            }
            Optional<Item<?>> item = item(draft);
            if (item.isEmpty()) {
                continue;
            }
            if (draft.before
                    .filter(before -> before.value().equals(item.get().value()))
                    .isPresent()) {
                same++;
                continue;
            }
            edits.add(new Edit.Put(cited(item.get(), draft)));
            changes.add(change(draft));
        }
        boolean isSourceNew = from.isPresent()
                && !edits.isEmpty()
                && view.find(from.get().id()).isEmpty();
        if (isSourceNew) {
            edits.addFirst(new Edit.Put(from.get()));
        }
        for (Draft link : links) {
            item(link).ifPresent(item -> edits.add(new Edit.Put(item)));
        }
        changes.sort(Comparator.comparingLong(change -> change.place().row()));
        boolean isRefused = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return new LogframePreview(changes, problems, rows, same, isRefused ? List.of() : edits);
    }

    private LogframePreview.Change change(Draft draft) {
        List<LogframePreview.Cell> fields = new ArrayList<>();
        for (LogframeColumn column : draft.said.keySet()) {
            FieldText field = column.field(draft.kind).orElseThrow();
            fields.add(new LogframePreview.Cell(
                    column,
                    column == LogframeColumn.INSTITUTION
                            ? shown(institutionOf(draft))
                            : shown(draft.before.map(field::of).orElse("")),
                    shown(draft.said.getOrDefault(column, ""))));
        }
        return new LogframePreview.Change(draft.before.isEmpty(), kindOf(draft), draft.title(), fields, placeOf(draft));
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_SHOWN))) + "…";
    }

    private Place placeOf(Draft draft) {
        return places.getOrDefault(draft.id, draft.place);
    }

    private Optional<Item<?>> item(Draft draft) {
        return item(draft, draft.kind);
    }

    private <T extends Record> Optional<Item<?>> item(Draft draft, Kind<T> kind) {
        try {
            if (draft.before.isEmpty() && kind.equals(Indicator.KIND)) {
                // No column says which way: what leads from baseline to target does.
                ItemJson.value(Indicator.KIND, draft.value)
                        .leads()
                        .ifPresent(way -> draft.value.set("direction", ItemJson.tree(way)));
            }
            T said = ItemJson.value(kind, draft.value);
            Item<T> fresh = Item.fresh(kind, said);
            Item<T> item = view.find(kind, draft.id)
                    .map(known -> known.saying(said))
                    .orElseGet(() -> new Item<>(draft.id, kind, fresh.sensitivity(), List.of(), said, Set.of()));
            for (Sentence refusal : kind.rule().refusals(item, view)) {
                problems.add(new LogframePreview.Problem(Severity.ERROR, placeOf(draft), Optional.empty(), refusal));
            }
            return Optional.of(item);
        } catch (Failure wrong) {
            problems.add(
                    new LogframePreview.Problem(Severity.ERROR, placeOf(draft), Optional.empty(), wrong.sentence()));
            return Optional.empty();
        }
    }

    /** Where it was read: the file, and sheet and row in it. */
    private Item<?> cited(Item<?> item, Draft draft) {
        if (from.isEmpty()) {
            return item;
        }
        Citation citation =
                Citation.of(from.get().id(), wording.say(placeOf(draft).say()), Confidence.NOT_ASSESSED);
        List<Citation> all = new ArrayList<>(item.citations());
        boolean isThere = all.stream()
                .anyMatch(
                        one -> one.source().equals(citation.source()) && Objects.equals(one.place(), citation.place()));
        if (!isThere) {
            all.add(citation);
        }
        return item.citing(all);
    }
}
