package org.salus.impact;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.UnknownItem;
import org.salus.ledger.View;

/** The rounds of surveys of a workspace as one reader sees them, and what is answered about them to pages, programs and in a terminal alike. */
public final class SurveyAnswers {
    private final View view;

    /** @param view of whoever asks */
    public SurveyAnswers(View view) {
        this.view = view;
    }

    /** All rounds, newest first. */
    public List<Item<SurveyRound>> list() {
        return view.list(SurveyRound.KIND).stream()
                .sorted(Comparator.comparing(
                                (Item<SurveyRound> item) -> item.value().on().toString())
                        .reversed()
                        .thenComparing(item -> item.value().title())
                        .thenComparing(Item::id))
                .toList();
    }

    /**
     * The round of that id, beginning of an id, or title.
     *
     * @throws Failure if there is none that this reader may see, or more than one
     */
    public Item<SurveyRound> find(String words) {
        List<Item<SurveyRound>> found = list().stream()
                .filter(item -> item.id().toString().equals(words)
                        || item.value().title().equalsIgnoreCase(words)
                        || (words.length() >= 6 && item.id().toString().startsWith(words)))
                .toList();
        if (found.size() != 1) {
            throw found.isEmpty()
                    ? Failure.notFound(Sentence.of("impact.survey.no-round", words))
                    : Failure.wrongUse(Sentence.of("impact.survey.several", words, found.size()));
        }
        return found.getFirst();
    }

    /** The answers of a round. */
    public StudyTable rows(Item<SurveyRound> item) {
        return SurveyRows.find(view, item.value().table())
                .orElseThrow(() -> new UnknownItem(item.value().table()));
    }

    /** Columns that groups can be told apart by: those that were kept, less those with figures of many values. */
    public List<SurveyForm.Question> groups(Item<SurveyRound> item) {
        return item.value().asked().questions().stream()
                .filter(question -> question.type() == SurveyQuestionType.SELECT_ONE
                        || !(question.type().isChosen() || question.type().isNumber()))
                .toList();
    }

    /**
     * What a round says.
     *
     * @param by column that groups are told apart by; empty without
     * @param before an earlier round, by id or title; empty without
     * @throws Failure where the answers do not allow it
     */
    public SurveyAnswer answer(Item<SurveyRound> item, String by, String before) {
        SurveyAnswer now = answer(item, by);
        return before.isBlank() ? now : Surveys.since(answer(find(before), ""), now);
    }

    private SurveyAnswer answer(Item<SurveyRound> item, String by) {
        SurveyRound round = item.value();
        SurveyForm form = round.asked();
        PanelTable rows = rows(item).panel();
        List<SurveyForm.Question> questions = form.questions().stream()
                .filter(question -> rows.heads().contains(question.path()))
                .toList();
        List<Sentence> remarks = round.remarks().stream()
                .map(remark -> Sentence.of("impact.survey.remark.kept", remark))
                .toList();
        return Surveys.answer(form, new SurveySubmissions.Read(rows, questions, remarks), round.design(), by);
    }

    private Map<String, Object> begin() {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("workspace", view.workspace());
        out.put("heads", view.heads());
        return out;
    }

    private static Map<String, Object> brief(Item<SurveyRound> item) {
        SurveyRound round = item.value();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", item.id());
        out.put("title", round.title());
        out.put("on", round.on());
        out.put("sensitivity", item.sensitivity().code());
        return out;
    }

    /** All rounds, for programs. */
    public Map<String, Object> tellAll() {
        Map<String, Object> out = begin();
        out.put("rounds", list().stream().map(SurveyAnswers::brief).toList());
        return out;
    }

    /** One round with what it says, for programs. */
    public Map<String, Object> tell(Item<SurveyRound> item, String by, String before) {
        Map<String, Object> out = begin();
        StudyTable rows = rows(item);
        out.put("round", brief(item));
        out.put("source", rows.source());
        out.put("note", item.value().note());
        out.put("digest", rows.digest());
        Optional.of(before).filter(words -> !words.isBlank()).ifPresent(words -> out.put("before", brief(find(words))));
        out.put("answer", answer(item, by, before));
        return out;
    }
}
