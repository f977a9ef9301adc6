package org.salus.governance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Form;
import org.salus.documents.FormWriter;
import org.salus.documents.Version;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.View;
import org.salus.workspace.AsWritten;
import org.salus.workspace.Source;

/** A round as a workbook to take along and fill in: one row per question about an institution, with drop-down lists and what is answered already. */
public final class FieldForm {

    static final String INSTITUTION = "institution";
    static final String INSTITUTION_ID = "institution_id";
    static final String ASSESSOR = "assessor";
    static final String QUESTION = "question";
    static final String ANSWER = "answer";
    static final String WHY = "why";
    static final String CONFIDENCE = "confidence";
    static final String SOURCES = "sources";

    /** The id of the round a row was written for. */
    static final String ROUND = "round";

    /** In whose words its question is asked. */
    static final String EDITION = "edition";

    /** What the row said when it was written. */
    static final String WRITTEN = AsWritten.HEADING.replace(' ', '_');

    /** What a file is read by; the other columns are there to read. */
    static final List<String> COLUMNS = List.of(
            INSTITUTION, INSTITUTION_ID, ASSESSOR, QUESTION, ANSWER, WHY, CONFIDENCE, SOURCES, ROUND, EDITION, WRITTEN);

    static final String BETWEEN_SOURCES = "; ";

    private FieldForm() {}

    /**
     * The form of one assessor.
     *
     * @param seat the code of the assessor
     * @param version what it was made from
     * @throws Failure if the round has no such assessor
     */
    public static byte[] of(Assessment assessment, View view, String seat, Version version, Wording wording) {
        Seat own = assessment
                .round()
                .seat(seat)
                .orElseThrow(() -> Failure.notFound(Sentence.of("governance.refusal.unknown-seat", seat)));
        List<List<String>> rows = new ArrayList<>();
        for (Answers answers : assessment.all()) {
            Optional<Item<Rating>> rating = answers.given().stream()
                    .filter(given -> given.seat().code().equals(own.code()))
                    .flatMap(given -> given.rating().stream())
                    .findFirst();
            rows.add(row(assessment, answers, own, rating, view, wording));
        }
        Form form = new Form(
                wording.say("governance.form.title", assessment.round().title(), own.name()),
                Stream.of("first", "levels", "unknown", "empty", "again", "harm")
                        .map(line -> wording.say("governance.form." + line))
                        .toList(),
                List.of(new Form.Sheet(wording.say("governance.form.sheet"), fields(wording), rows)),
                wording.locale(),
                version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new FormWriter().write(form, out);
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("governance.failure.write"), failed);
        }
        return out.toByteArray();
    }

    /** The edition of a set and the words of one of its questions, since a copy of a set may keep ids and change words. */
    static String edition(QuestionSet set, Question question) {
        List<String> words = new ArrayList<>(List.of(question.id(), question.asks(), question.sources()));
        words.addAll(question.levels());
        return set.key() + " " + set.edition() + ", " + AsWritten.mark(String.join("\n", words));
    }

    private static List<String> row(
            Assessment assessment,
            Answers answers,
            Seat seat,
            Optional<Item<Rating>> rating,
            View view,
            Wording wording) {
        Question shown = QuestionWords.in(wording.locale()).shown(answers.question());
        List<String> row = new ArrayList<>(List.of(
                answers.institution().name(),
                answers.institution().id().toString(),
                seat.code(),
                answers.question().id(),
                shown.asks()));
        row.addAll(shown.levels());
        row.add(shown.sources());
        row.add(rating.flatMap(item -> item.value().response())
                .map(response -> wording.say(response.label()))
                .orElse(""));
        row.add(rating.map(item -> item.value().narrative()).orElse(""));
        row.add(rating.map(item -> wording.say(item.value().confidence().label()))
                .orElse(""));
        row.add(rating.map(item -> sources(item, view)).orElse(""));
        row.add(assessment.id().toString());
        row.add(edition(assessment.set(), answers.question()));
        Map<String, String> said =
                new LinkedHashMap<>(rating.map(item -> said(item.value())).orElse(Map.of()));
        said.put(SOURCES, rating.map(item -> sources(item, view)).orElse(""));
        row.add(AsWritten.text(
                Rating.id(
                                assessment.id(),
                                answers.institution().id(),
                                answers.question().id(),
                                seat.code())
                        .toString(),
                said));
        return row;
    }

    /** What an answer says, whatever the language. Nobody said "not assessed": that is what stands where nobody said anything. */
    static Map<String, String> said(Rating rating) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(ANSWER, rating.response().map(Response::code).orElse(""));
        said.put(WHY, rating.narrative());
        said.put(
                CONFIDENCE,
                rating.confidence() == Confidence.NOT_ASSESSED
                        ? ""
                        : rating.confidence().code());
        return said;
    }

    static String sources(Item<Rating> item, View view) {
        return item.citations().stream()
                .flatMap(citation -> view.find(Source.KIND, citation.source()).stream())
                .map(source -> source.value().title())
                .distinct()
                .collect(Collectors.joining(BETWEEN_SOURCES));
    }

    private static List<Form.Field> fields(Wording wording) {
        List<Form.Field> fields = new ArrayList<>();
        fields.add(field(INSTITUTION, 28, true, List.of(), wording));
        fields.add(field(INSTITUTION_ID, 10, false, List.of(), wording));
        fields.add(field(ASSESSOR, 10, true, List.of(), wording));
        fields.add(field(QUESTION, 10, true, List.of(), wording));
        fields.add(field("asks", 60, false, List.of(), wording));
        for (int level = 0; level < Question.LEVELS; level++) {
            fields.add(new Form.Field(
                    "level " + level, wording.say("governance.form.column.level", level), 30, false, List.of()));
        }
        fields.add(field("where", 30, false, List.of(), wording));
        fields.add(field(
                ANSWER,
                24,
                false,
                Arrays.stream(Response.values())
                        .map(response -> wording.say(response.label()))
                        .toList(),
                wording));
        fields.add(field(WHY, 50, false, List.of(), wording));
        fields.add(field(
                CONFIDENCE,
                16,
                false,
                Arrays.stream(Confidence.values())
                        .map(sure -> wording.say(sure.label()))
                        .toList(),
                wording));
        fields.add(field(SOURCES, 40, false, List.of(), wording));
        fields.add(hidden(ROUND, wording));
        fields.add(hidden(EDITION, wording));
        fields.add(hidden(WRITTEN, wording));
        return fields;
    }

    private static Form.Field hidden(String name, Wording wording) {
        return new Form.Field(
                name.replace('_', ' '), wording.say("governance.form.column." + name), 10, false, List.of(), true);
    }

    private static Form.Field field(String name, int width, boolean isNeeded, List<String> choices, Wording wording) {
        return new Form.Field(
                name.replace('_', ' '), wording.say("governance.form.column." + name), width, isNeeded, choices);
    }
}
