package org.salus.impact;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.PlainText;
import org.salus.ledger.View;

/** What somebody typed about a round of a survey that is to be kept, in the words that pages, API and command line share. */
public final class TypedSurvey {
    /** What can be typed, beside form and submissions. */
    public static final List<String> WORDS = List.of(
            "title", "on", "source", "weight", "stratum", "cluster", "questions", "groups", "language", "keep", "note");

    private final Map<String, String> typed;

    /** @param typed by the names of fields; several values of one in lines or parted by semicolons */
    public TypedSurvey(Map<String, String> typed) {
        this.typed = Map.copyOf(typed);
    }

    /**
     * The same, after a look whether anything of it means nothing.
     *
     * @throws Failure (wrong use) for a name that is none of the words
     */
    public TypedSurvey knowing() {
        new TypedStudy(typed).knowing(WORDS);
        return this;
    }

    /** Reads submissions for a form and a question. */
    public interface Reading {
        /** What is read of them. */
        SurveySubmissions.Read read(SurveyForm form, List<String> questions, SurveyDesign design, List<String> groups)
                throws IOException;
    }

    /**
     * What is put into a workspace.
     *
     * @param round the id of the new round
     */
    public record Kept(ItemId round, List<Edit> edits) {
        /** Never changes. */
        public Kept {
            edits = List.copyOf(edits);
        }
    }

    private String text(String name) {
        return PlainText.typed(typed.getOrDefault(name, ""));
    }

    private List<String> lines(String name) {
        return Stream.of(text(name).split("[;\\n\\r]+", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    /** The language in which labels are kept; empty for the form's own. */
    public String language() {
        return text("language");
    }

    /**
     * A round with the answers that are wanted, and nothing else of the file.
     *
     * @param said a sentence in the language of whoever keeps it
     * @param today nobody was asked later; a day more is allowed, since somewhere it is tomorrow already
     * @throws Failure if something of it means nothing, or whoever asks may not write here
     * @throws IOException if the bytes do not come
     */
    public Kept keep(SurveyForm form, Reading reading, View view, Function<Sentence, String> said, LocalDate today)
            throws IOException {
        TypedStudy.requireWriter(view);
        String title = text("title");
        if (title.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("impact.refusal.no-title")).at("title");
        }
        PartialDate on = PartialDate.find(text("on"))
                .orElseThrow(() -> Failure.wrongUse(Sentence.of("impact.survey.no-day", text("on")))
                        .at("on"));
        if (title.length() > SurveyRound.LONGEST_TITLE) {
            throw Failure.wrongUse(Sentence.of("impact.survey.long-title", title.length(), SurveyRound.LONGEST_TITLE))
                    .at("title");
        }
        if (on.earliest().minusDays(1).isAfter(today)) {
            throw Failure.wrongUse(Sentence.of("impact.survey.not-yet", on)).at("on");
        }
        Readers readers = new TypedStudy(typed).readers(view);
        SurveyDesign design = new SurveyDesign(
                SurveySubmissions.resolved(form, text("weight")),
                SurveySubmissions.resolved(form, text("stratum")),
                SurveySubmissions.resolved(form, text("cluster")));
        List<String> groups = lines("groups");
        SurveySubmissions.Read read = reading.read(form, lines("questions"), design, groups);
        // What cannot be worked out is told before anything is kept.
        Surveys.answer(form, read, design, "");
        Item<SurveyRows> table = Item.fresh(
                        SurveyRows.KIND,
                        SurveyRows.of(StudyTable.of(
                                title, text("source"), read.rows(), read.rows().heads())))
                .meantFor(readers.sensitivity(view.standing()));
        List<SurveyForm.Question> kept = new ArrayList<>(read.questions());
        read.rows()
                .heads()
                .forEach(head -> form.find(head)
                        .filter(question -> !kept.contains(question))
                        .ifPresent(kept::add));
        SurveyRound round = new SurveyRound(
                title,
                on,
                SurveyRound.form(form, kept),
                design.weight(),
                design.stratum(),
                design.cluster(),
                table.id(),
                Stream.concat(form.remarks().stream(), read.remarks().stream())
                        .map(said)
                        .toList(),
                text("note"));
        Item<SurveyRound> item = Item.fresh(SurveyRound.KIND, round).meantFor(table.sensitivity());
        return new Kept(item.id(), List.of(new Edit.Put(table), new Edit.Put(item)));
    }
}
