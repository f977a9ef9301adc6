package org.salus.diligence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.salus.framework.PartialDate;
import org.salus.framework.Recorded;
import org.salus.framework.Sentence;
import org.salus.ledger.Confidence;
import org.salus.ledger.ItemId;
import org.salus.ledger.View;
import org.salus.workspace.Contribution;
import org.salus.workspace.Due;
import org.salus.workspace.Face;
import org.salus.workspace.Field;

/** What this room adds to every workspace: its kinds of items, how people edit them, its place in the rail, and what it tells beside items of other rooms. */
public final class DiligenceFaces {
    /** Behind coordination: what is given has to be known first. */
    private static final int PLACE = 47;

    /** The topics of {@code questions.yaml}, which is not read here: every command would wait for it. */
    static final List<String> TOPICS = List.of(
            "grave-violations",
            "pattern",
            "command",
            "armed-conflict",
            "detention",
            "penalties",
            "civic-space",
            "children",
            "gender",
            "diversion",
            "accountability",
            "oversight",
            "country",
            "earlier-support",
            "not-supporting",
            "other");

    private static final List<Field> STEP = List.of(
            Field.choice("kind", Sentence.of("diligence.field.step"), StepKind.class),
            Field.day("date", Sentence.of("diligence.field.date")),
            Field.line("office", Sentence.of("diligence.field.office")),
            Field.choice("level", Sentence.of("diligence.field.level"), Field.options(RiskLevel.class), true),
            Field.choice("decision", Sentence.of("diligence.field.decision"), Field.options(Decision.class), true),
            Field.day("from", Sentence.of("diligence.field.from")),
            Field.day("reviewBy", Sentence.of("diligence.field.review-by")),
            Field.day("until", Sentence.of("diligence.field.until")),
            Field.paragraph("because", Sentence.of("diligence.field.because")),
            Field.line("document", Sentence.of("diligence.field.document")));

    private static final Face<CaseFile> CASE = Face.of(
                    CaseFile.KIND,
                    Sentence.of("diligence.kind.case"),
                    (item, view) -> item.value().title(),
                    List.of(
                            Field.line("title", Sentence.of("diligence.field.title")),
                            Field.line("recipientName", Sentence.of("diligence.field.unit"))
                                    .hinted(Sentence.of("diligence.field.unit.hint")),
                            Field.line("supportName", Sentence.of("diligence.field.given")),
                            Field.line("provider", Sentence.of("diligence.field.provider"))
                                    .hinted(Sentence.of("diligence.field.provider.hint")),
                            Field.paragraph("note", Sentence.of("diligence.field.note"))
                                    .hinted(Sentence.of("diligence.field.note.hint"))))
            .telling(
                    Field.lines("regimes", Sentence.of("diligence.field.regimes")),
                    Field.rows(
                            "answers",
                            Sentence.of("diligence.field.answers"),
                            Sentence.of("diligence.field.answer"),
                            List.of(
                                    Field.line("question", Sentence.of("diligence.field.question")),
                                    Field.choice("reply", Sentence.of("diligence.field.reply"), ScopeReply.class),
                                    Field.line("note", Sentence.of("diligence.field.note")))),
                    Field.rows(
                            "steps", Sentence.of("diligence.field.steps"), Sentence.of("diligence.field.step"), STEP))
            .on(item -> Optional.of(page(item.id())));

    private static final Face<RiskFact> FACT = Face.of(
                    RiskFact.KIND,
                    Sentence.of("diligence.kind.fact"),
                    (item, view) -> brief(item.value().text()),
                    List.of(
                            Field.choice(
                                    "topic",
                                    Sentence.of("diligence.field.topic"),
                                    TOPICS.stream()
                                            .map(code -> new Field.Option(code, Sentence.of("diligence.topic." + code)))
                                            .toList(),
                                    false),
                            Field.choice(
                                    "recorded",
                                    Sentence.of("diligence.field.recorded"),
                                    List.of(
                                            new Field.Option(Recorded.RECORDED.code(), Recorded.RECORDED.label()),
                                            new Field.Option(
                                                    Recorded.RECORDED_AS_ABSENT.code(),
                                                    Recorded.RECORDED_AS_ABSENT.label())),
                                    false),
                            Field.paragraph("text", Sentence.of("diligence.field.fact"))
                                    .hinted(Sentence.of("diligence.field.fact.hint")),
                            Field.line("source", Sentence.of("diligence.field.source"))
                                    .hinted(Sentence.of("diligence.field.source.hint")),
                            Field.day("when", Sentence.of("diligence.field.when")),
                            Field.choice(
                                    "confidence",
                                    Sentence.of("diligence.field.confidence"),
                                    Arrays.stream(Confidence.values())
                                            .map(sure -> new Field.Option(sure.code(), sure.label()))
                                            .toList(),
                                    false)))
            .telling(Field.day("learned", Sentence.of("diligence.field.learned")))
            .on(item -> Optional.of(page(item.value().caseFile())));

    private static final Face<Measure> MEASURE = Face.of(
                    Measure.KIND,
                    Sentence.of("diligence.kind.measure"),
                    (item, view) -> brief(item.value().text()),
                    List.of(
                            Field.paragraph("text", Sentence.of("diligence.field.measure")),
                            Field.line("owner", Sentence.of("diligence.field.owner"))
                                    .hinted(Sentence.of("diligence.field.owner.hint")),
                            Field.day("due", Sentence.of("diligence.field.due")),
                            Field.day("done", Sentence.of("diligence.field.done")),
                            Field.line("evidence", Sentence.of("diligence.field.evidence")),
                            Field.flag("first", Sentence.of("diligence.field.first"))))
            .on(item -> Optional.of(page(item.value().caseFile())));

    private DiligenceFaces() {}

    /** What this room adds. */
    public static Contribution contribution() {
        return new Contribution(
                        List.of(CaseFile.KIND, RiskFact.KIND, Measure.KIND),
                        List.of(CASE, FACT, MEASURE),
                        List.of(new Contribution.Place(
                                Contribution.Stretch.SUPPORT,
                                PLACE,
                                Sentence.of("diligence.place"),
                                Sentence.of("diligence.board.title"),
                                "diligence")),
                        List.of(),
                        List.of(DiligenceFaces::beside))
                .owing((view, day, wording) -> due(view, day));
    }

    /** Reviews, ends and measures of the cases of one view. */
    private static List<Due> due(View view, LocalDate day) {
        return view.list(CaseFile.KIND).isEmpty()
                ? List.of()
                : CaseBook.of(view, List.of(), day).dueBy(LocalDate.MAX).stream()
                        .map(DiligenceFaces::due)
                        .toList();
    }

    private static Due due(DueItem item) {
        String title = item.entry().file().title();
        // A name may have to be taken out of several steps of one case.
        String which = item.kind() == DueKind.NAME
                ? item.item() + ":" + item.on().map(LocalDate::toString).orElse("")
                : item.item().toString();
        return new Due(
                "case-" + item.kind().code() + ":" + which,
                "case-" + item.kind().code(),
                Sentence.of("diligence.calendar", item.kind().label()),
                item.about().isBlank() ? title : title + ": " + brief(item.about()),
                item.office(),
                item.on().map(PartialDate::of),
                true,
                page(item.entry().item().id()));
    }

    /** Of what neither receives nor is support there is nothing to tell, and private layers are not looked for. */
    private static List<Contribution.Beside> beside(View view, Supplier<List<View>> layers, ItemId id, LocalDate day) {
        return view.find(id).filter(CaseBook::mayBeAbout).stream()
                .flatMap(item -> CaseBook.beside(view, layers.get(), item, day).stream())
                .map(found -> new Contribution.Beside(found.says(), found.workspace(), found.path()))
                .toList();
    }

    private static String page(ItemId caseFile) {
        return "diligence/cases/" + caseFile;
    }

    private static String brief(String text) {
        return text.lines().findFirst().orElse("");
    }
}
