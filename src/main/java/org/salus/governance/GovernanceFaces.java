package org.salus.governance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.salus.framework.DateSpan;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Confidence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.sector.Actor;
import org.salus.workspace.Contribution;
import org.salus.workspace.Face;
import org.salus.workspace.Field;
import org.salus.workspace.Reply;

/** What this room adds to every workspace: its kinds of items, how people edit them, its place in the rail. */
public final class GovernanceFaces {
    /** Behind the security sector, before goals. */
    private static final int PLACE = 30;

    /** The fields of an answer, which its form shows one below the other. */
    public static final List<Field> ANSWER = List.of(
            Field.choice("response", Sentence.of("governance.field.response"), Field.options(Response.class), true),
            Field.paragraph("narrative", Sentence.of("governance.field.narrative"))
                    .hinted(Sentence.of("governance.field.narrative.hint")),
            Field.choice(
                    "confidence",
                    Sentence.of("governance.field.confidence"),
                    Arrays.stream(Confidence.values())
                            .map(sure -> new Field.Option(sure.code(), sure.label()))
                            .toList(),
                    false));

    private static final Face<QuestionSet> SET = Face.of(
                    QuestionSet.KIND,
                    Sentence.of("governance.kind.set"),
                    (item, view) -> item.value().title() + " · " + item.value().edition(),
                    List.of(
                            Field.line("title", Sentence.of("governance.field.set-title")),
                            Field.line("key", Sentence.of("governance.field.set-key"))
                                    .hinted(Sentence.of("governance.field.set-key.hint")),
                            Field.line("edition", Sentence.of("governance.field.edition")),
                            Field.paragraph("note", Sentence.of("governance.field.note"))))
            .on(item -> Optional.of("governance/sets/" + item.id()));

    private static final Face<Round> ROUND = Face.of(
                    Round.KIND,
                    Sentence.of("governance.kind.round"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", Sentence.of("governance.field.round-title")),
                            Field.group(
                                    "when",
                                    Sentence.of("governance.field.when"),
                                    List.of(
                                            Field.day("from", Sentence.of("governance.field.from")),
                                            Field.day("until", Sentence.of("governance.field.until")))),
                            Field.rows(
                                            "seats",
                                            Sentence.of("governance.field.seats"),
                                            Sentence.of("governance.field.seat"),
                                            List.of(
                                                    Field.line("code", Sentence.of("governance.field.seat-code")),
                                                    Field.line("name", Sentence.of("governance.field.seat-name"))
                                                            .hinted(Sentence.of("governance.field.seat-name.hint"))))
                                    .hinted(Sentence.of("governance.field.seats.hint")),
                            Field.lines("questions", Sentence.of("governance.field.questions"))
                                    .hinted(Sentence.of("governance.field.questions.hint")),
                            Field.paragraph("note", Sentence.of("governance.field.note"))))
            .telling(
                    Field.item("set", Sentence.of("governance.kind.set"), QuestionSet.KIND),
                    Field.choice("stage", Sentence.of("governance.field.stage"), Stage.class))
            .on(item -> Optional.of("governance/rounds/" + item.id()));

    private static final Face<Scope> SCOPE = Face.of(
            Scope.KIND,
            Sentence.of("governance.kind.scope"),
            Face.said((item, view) -> Sentence.of(
                    "governance.title.scope",
                    institution(item.value().institution(), view),
                    round(item.value().round(), view))),
            List.of());

    private static final Face<Rating> RATING = Face.of(
                    Rating.KIND,
                    Sentence.of("governance.kind.answer"),
                    Face.said((item, view) -> Sentence.of(
                            "governance.title.answer",
                            item.value().question(),
                            institution(item.value().institution(), view),
                            item.value().seat())),
                    ANSWER)
            .on(GovernanceFaces::page)
            .about(GovernanceFaces::asked);

    private static final Face<Review> REVIEW = Face.of(
            Review.KIND,
            Sentence.of("governance.kind.review"),
            Face.said((item, view) -> item.value().verdict().label()),
            List.of(
                    Field.choice("verdict", Sentence.of("governance.field.verdict"), Verdict.class),
                    Field.paragraph("text", Sentence.of("governance.field.why"))));

    private static final Face<InstitutionReply> REPLY = Face.of(
            InstitutionReply.KIND,
            Sentence.of("governance.kind.reply"),
            Face.said((item, view) -> Sentence.of(
                    "governance.title.reply",
                    institution(item.value().institution(), view),
                    item.value().question())),
            List.of(
                    Field.choice(
                            "reply",
                            Sentence.of("governance.field.reply"),
                            Reply.STANCES.stream()
                                    .map(reply -> new Field.Option(reply.code(), reply.label()))
                                    .toList(),
                            false),
                    Field.paragraph("text", Sentence.of("governance.field.reply-text")),
                    Field.line("by", Sentence.of("governance.field.reply-by"))
                            .hinted(Sentence.of("governance.field.reply-by.hint")),
                    Field.day("date", Sentence.of("governance.field.date")),
                    Field.line("document", Sentence.of("governance.field.document"))));

    private GovernanceFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                List.of(QuestionSet.KIND, Round.KIND, Scope.KIND, Rating.KIND, Review.KIND, InstitutionReply.KIND),
                List.of(SET, ROUND, SCOPE, RATING, REVIEW, REPLY),
                List.of(new Contribution.Place(
                        Contribution.Stretch.SITUATION,
                        PLACE,
                        Sentence.of("governance.place"),
                        Sentence.of("governance.rounds.title"),
                        "governance")));
    }

    private static Optional<String> page(Item<Rating> item) {
        return Optional.of("governance/rounds/" + item.value().round() + "/answers/"
                + item.value().institution() + "/" + item.value().question());
    }

    /** The question and its levels, without which a number says nothing. */
    private static List<Face.Told> asked(Item<Rating> item, View view, Locale language) {
        Optional<Question> question = view.find(Round.KIND, item.value().round())
                .flatMap(round -> view.find(QuestionSet.KIND, round.value().set()))
                .flatMap(set -> set.value().find(item.value().question()))
                .map(QuestionWords.in(language)::shown);
        List<Face.Told> told = new ArrayList<>();
        question.ifPresent(known -> {
            told.add(new Face.Told(Sentence.of("governance.answer.asks"), known.asks()));
            for (int level = 0; level < known.levels().size(); level++) {
                told.add(new Face.Told(
                        Sentence.of("governance.answer.level", level),
                        known.levels().get(level)));
            }
            if (!known.sources().isBlank()) {
                told.add(new Face.Told(Sentence.of("governance.answer.where"), known.sources()));
            }
        });
        return told;
    }

    private static String round(ItemId round, View view) {
        return view.find(Round.KIND, round).map(item -> item.value().title()).orElse("…");
    }

    private static String institution(ItemId institution, View view) {
        return view.find(Actor.KIND, institution)
                .map(actor -> Institution.of(
                                actor,
                                DateSpan.since(PartialDate.ofYear(9999)),
                                Wording.english().locale())
                        .name())
                .orElse("…");
    }
}
