package org.salus.impact;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Faces;

/** The studies of a workspace as one reader sees them, and what is answered about them to pages, programs and in a terminal alike. Works things out only when asked. */
public final class StudyAnswers {
    private final View view;
    private final StudyWork work;
    private final Faces faces;
    private final Wording wording;

    /**
     * Answers for one reader.
     *
     * @param view of whoever asks
     * @param work by which it is worked out what is shown
     */
    public StudyAnswers(View view, StudyWork work, Faces faces, Wording wording) {
        this.view = view;
        this.work = work;
        this.faces = faces;
        this.wording = wording;
    }

    /**
     * A study with what it comes to today.
     *
     * @param answer empty where nothing can be worked out, or is not yet
     * @param refused why nothing can; empty where something can, or is still worked on
     */
    public record Shown(
            Item<ImpactStudy> item,
            StudyTable rows,
            Optional<ImpactAnswer> answer,
            Optional<Failure> refused,
            Standing standing) {
        /** What is asked. */
        public ImpactStudy study() {
            return item.value();
        }

        /** What it comes to, in words no surer than the figures and than what its authors know. */
        public Optional<ImpactAnswer.Verdict> verdict() {
            return answer.map(study()::verdict);
        }

        /** Which methods the data allow, by what was read of them. */
        public Optional<MethodGuide.Guidance> guidance() {
            return answer.map(study()::guidance);
        }
    }

    /** How what was kept stands against what is worked out today. */
    public enum Standing {
        /** Nobody has kept anything yet. */
        NOTHING_KEPT,
        /** The same figure and verdict come out again. */
        SAME,
        /** Rows, settings or what is known of the case have changed since. */
        CHANGED_SINCE,
        /** Of the same rows and settings something else comes out. */
        DIFFERS;

        /** In words. */
        public Sentence says() {
            return Sentence.of("impact.kept." + Term.codeOf(this));
        }
    }

    /** All studies, by title. */
    public List<Item<ImpactStudy>> list() {
        return view.list(ImpactStudy.KIND).stream()
                .sorted(Comparator.comparing(
                                (Item<ImpactStudy> item) -> item.value().title(), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Item::id))
                .toList();
    }

    /**
     * The study of that id, beginning of an id, or title.
     *
     * @throws Failure if there is none that this reader may see, or more than one
     */
    public Item<ImpactStudy> find(String words) {
        List<Item<ImpactStudy>> found = list().stream()
                .filter(item -> item.id().toString().equals(words)
                        || item.value().title().equalsIgnoreCase(words)
                        || (words.length() >= 6 && item.id().toString().startsWith(words)))
                .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Failure.notFound(Sentence.of("impact.study.no-item", words))
                    : Failure.wrongUse(Sentence.of("impact.study.several", words, found.size()));
        }
        return found.getFirst();
    }

    /** The rows a study asks. */
    public StudyTable rows(Item<ImpactStudy> item) {
        return view.get(StudyTable.KIND, item.value().table()).value();
    }

    /** A study with what it comes to today, which is waited for. */
    public Shown show(Item<ImpactStudy> item) {
        try {
            return show(item, Optional.of(work.answer(view, item.id(), item.value())), Optional.empty());
        } catch (Failure refused) {
            return show(item, Optional.empty(), Optional.of(refused));
        }
    }

    /**
     * A study with what is known of what it comes to.
     *
     * @param answer empty where there is none, or none yet
     * @param refused why there is none; empty where it is still worked on
     */
    public Shown show(Item<ImpactStudy> item, Optional<ImpactAnswer> answer, Optional<Failure> refused) {
        StudyTable rows = rows(item);
        ImpactStudy study = item.value();
        return new Shown(
                item,
                rows,
                answer,
                refused,
                answer.map(found -> standing(study, rows, found))
                        .orElse(study.result().isEmpty() ? Standing.NOTHING_KEPT : Standing.CHANGED_SINCE));
    }

    private static Standing standing(ImpactStudy study, StudyTable rows, ImpactAnswer answer) {
        if (study.result().isEmpty()) {
            return Standing.NOTHING_KEPT;
        }
        KeptResult kept = study.result().get();
        if (kept.isSameAs(answer, study.verdict(answer).kind())) {
            return Standing.SAME;
        }
        // What is known of the case is no setting: whoever says more of it changes the verdict alone.
        boolean isKnowledgeAlone = kept.isSameAs(answer, kept.verdict());
        return kept.isOf(rows, study.settings()) && !isKnowledgeAlone ? Standing.DIFFERS : Standing.CHANGED_SINCE;
    }

    /** The goals, objectives and indicators a study speaks of, of those this reader may see. */
    public List<ItemId> about(ImpactStudy study) {
        return study.about().stream().filter(id -> view.find(id).isPresent()).toList();
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        return out;
    }

    /** All studies with what was kept of each, for programs. */
    public Map<String, Object> tellAll() {
        Map<String, Object> out = begin();
        out.put("studies", list().stream().map(this::brief).toList());
        return out;
    }

    private Map<String, Object> brief(Item<ImpactStudy> item) {
        ImpactStudy study = item.value();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("title", study.title());
        out.put("asks", study.asks());
        out.put("method", study.settings().method());
        out.put("sensitivity", item.sensitivity().code());
        out.put("about", about(study).stream().map(this::named).toList());
        study.result().ifPresent(result -> out.put("kept", kept(result)));
        return out;
    }

    private Map<String, Object> named(ItemId id) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", id);
        out.put("title", faces.title(id, view, wording));
        return out;
    }

    private static Map<String, Object> kept(KeptResult result) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("on", result.on());
        out.put("verdict", result.verdict());
        out.put("value", result.value());
        result.lower().ifPresent(lower -> out.put("lower", lower));
        result.upper().ifPresent(upper -> out.put("upper", upper));
        result.p().ifPresent(p -> out.put("p", p));
        out.put("data", result.data());
        out.put("settings", result.settings());
        return out;
    }

    /** One study with everything it comes to, for programs. */
    public Map<String, Object> tell(Item<ImpactStudy> item) {
        Shown shown = show(item);
        ImpactStudy study = shown.study();
        Map<String, Object> out = begin();
        out.put("study", brief(item));
        out.put("alike", study.alike());
        out.put("something_else", study.somethingElse());
        out.put("reaches_controls", study.reachesControls());
        out.put("note", study.note());
        out.put("settings", settings(study.settings()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("item", study.table());
        data.put("title", shown.rows().title());
        data.put("source", shown.rows().source());
        data.put("digest", shown.rows().digest());
        data.put("file", shown.rows().fileName());
        out.put("data", data);
        out.put("standing", shown.standing());
        shown.verdict().ifPresent(verdict -> out.put("verdict", verdict));
        shown.refused().ifPresent(why -> {
            Map<String, Object> refused = new LinkedHashMap<>();
            refused.put("says", why.sentence());
            why.advice().ifPresent(advice -> refused.put("advice", advice));
            why.field().ifPresent(field -> refused.put("field", field));
            out.put("refused", refused);
        });
        shown.guidance().ifPresent(guidance -> out.put("guide", guidance));
        shown.answer().ifPresent(answer -> out.put("answer", answer));
        return out;
    }

    private static Map<String, Object> settings(StudySettings settings) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("method", settings.method());
        out.put("unit", settings.unit());
        out.put("time", settings.time());
        out.put("outcome", settings.outcome());
        out.put("treated", settings.treated());
        out.put("from", settings.from());
        out.put("without", settings.without());
        out.put("predictors", settings.predictors());
        out.put("fit", settings.fit());
        out.put("effect", settings.effect());
        out.put("search", settings.search());
        out.put("model", settings.model());
        out.put("errors", settings.errors());
        out.put("season", settings.season());
        out.put("harmonics", settings.harmonics());
        return out;
    }

    /**
     * A program that repeats the main figure from the file of the rows.
     *
     * @param language R or py
     * @throws Failure if there is no figure, or no such language
     */
    public String script(Shown shown, String language) {
        ImpactAnswer answer = shown.answer().orElseThrow(() -> shown.refused().orElseThrow(IllegalStateException::new));
        return ReplicationScript.of(
                shown.rows().panel().named(shown.rows().fileName()),
                shown.study().settings().question(),
                answer,
                "repeat." + language);
    }
}
