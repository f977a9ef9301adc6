package org.salus.governance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Cell;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Column;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.Form;
import org.salus.documents.FormWriter;
import org.salus.documents.Page;
import org.salus.documents.Paragraph;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.framework.Failure;
import org.salus.framework.PartialDate;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.ledger.Sensitivity;
import org.salus.workspace.Reply;

/**
 * What was assessed about one institution, for its own side to reply to without an account: in Word or as a workbook, one row per question with what was found,
 * and empty cells for the reply. It tells nothing of other institutions and of no assessor, cites no source, and holds only what the sensitivity of an answer
 * allows for somebody outside.
 */
public final class ReplyForm {
    /** The forms there are, by the ending of a file. */
    public static final List<String> FORMS = List.of("docx", "xlsx");

    static final String OFFICE = "office";
    static final String DATE = "date";
    static final String DOCUMENT = "document";
    static final String MARK = "mark";
    static final String QUESTION = "question";
    static final String ASKS = "asks";
    static final String FOUND = "found";
    static final String REASONS = "reasons";
    static final String REPLY = "reply";
    static final String WORDS = "in_your_words";

    /** In the place of a question: the assessment as a whole. No question can be called so. */
    static final String WHOLE = "*";

    /** Asks for reasons, too, that are meant for members. */
    private static final String FOR_MEMBERS = "members";

    /** Between the name of a column, by which it is read, and what it is for. */
    static final String MEANS = ": ";

    /** A cell of a workbook holds little more. */
    private static final int LONGEST_REASONS = 30_000;

    private static final String MARK_BEGINS = "salus-reply";
    private static final String WITHIN_MARK = "/";

    private final Assessment assessment;
    private final Institution institution;
    private final Wording wording;

    private ReplyForm(Assessment assessment, Institution institution, Wording wording) {
        this.assessment = assessment;
        this.institution = institution;
        this.wording = wording;
    }

    /**
     * What a form is to hold.
     *
     * @param isWithReasons whether it also holds reasons that are meant for members of the workspace; those for everybody it holds always
     * @param until when a reply is awaited; where nobody says, when the round ends
     */
    public record Wish(boolean isWithReasons, Optional<PartialDate> until) {}

    /**
     * What is wanted, as somebody typed it.
     *
     * @param until a year, month or day; may be empty
     * @param reasons {@code members}, or empty
     * @throws Failure (wrong use) if one of them is something else
     */
    public static Wish wish(String until, String reasons) {
        Optional<PartialDate> day = PartialDate.find(until.strip());
        if (!until.isBlank() && day.isEmpty()) {
            throw Failure.wrongUse(Sentence.of("governance.failure.date", until))
                    .at("until");
        }
        if (!reasons.isEmpty() && !reasons.equals(FOR_MEMBERS)) {
            throw Failure.wrongUse(Sentence.of("workspace.field.no-choice", reasons))
                    .at("reasons");
        }
        return new Wish(!reasons.isEmpty(), day);
    }

    /**
     * A question as the form tells it.
     *
     * @param id of the question, or {@link #WHOLE}
     * @param found the levels that were chosen, written out; empty for the assessment as a whole
     */
    record Line(String id, String asks, String found, String reasons) {}

    /**
     * The form of one institution.
     *
     * @param words the id or name of the institution
     * @param form one of {@link #FORMS}
     * @param workspace its name
     * @throws Failure if there is no such institution or form, or the round is locked
     */
    public static byte[] of(
            Assessment assessment,
            String words,
            String form,
            Wish wish,
            String workspace,
            Version version,
            Wording wording) {
        if (!FORMS.contains(form)) {
            throw Failure.wrongUse(Sentence.of("governance.failure.reply-form", form, String.join(", ", FORMS)));
        }
        Institution institution = TypedStep.institution(assessment, words);
        if (assessment.round().stage() == Stage.LOCKED) {
            throw Failure.wrongUse(Sentence.of("governance.refusal.locked"));
        }
        ReplyForm made = new ReplyForm(assessment, institution, wording);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (form.equals("docx")) {
                // It has no charts, and what draws them starts only when there is one.
                try (ChartDrawer charts = new ChartDrawer()) {
                    new DocxWriter(charts).write(made.document(wish, workspace, version), out);
                }
            } else {
                new FormWriter().write(made.workbook(wish, workspace, version), out);
            }
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("governance.failure.write"), failed);
        }
        return out.toByteArray();
    }

    /** What such a file is, for whoever sends it. */
    public static String mediaType(String form) {
        return form.equals("docx") ? DocxWriter.MEDIA_TYPE : XlsxWriter.MEDIA_TYPE;
    }

    /**
     * The ending of a file's name, if it is one of {@link #FORMS}.
     *
     * @throws Failure (wrong use) if it is another one
     */
    public static String formOf(String file) {
        return FORMS.stream()
                .filter(form -> file.toLowerCase(Locale.ROOT).endsWith("." + form))
                .findFirst()
                .orElseThrow(() ->
                        Failure.wrongUse(Sentence.of("governance.failure.reply-form", file, String.join(", ", FORMS))));
    }

    // --- what it says ---

    /** By which a form that comes back is found to belong here. */
    private String mark() {
        return String.join(
                WITHIN_MARK,
                MARK_BEGINS,
                assessment.id().toString(),
                institution.id().toString());
    }

    /** The round and the institution of a mark, each as the text of an id; empty if it is no mark. */
    static Optional<List<String>> marked(String mark) {
        List<String> parts = List.of(mark.strip().split(WITHIN_MARK, -1));
        return parts.size() == 3 && parts.getFirst().equals(MARK_BEGINS)
                ? Optional.of(parts.subList(1, 3))
                : Optional.empty();
    }

    /** Every question about an institution, and last the assessment as a whole. */
    static List<Line> lines(Assessment assessment, Institution institution, boolean isWithReasons, Wording wording) {
        List<Line> lines = new ArrayList<>();
        for (Question question : assessment.questions(institution)) {
            List<Item<Rating>> told = told(assessment, assessment.answers(institution, question));
            lines.add(new Line(
                    question.id(),
                    QuestionWords.in(wording.locale()).shown(question).asks(),
                    found(assessment, question, told, wording),
                    reasons(told, isWithReasons, wording)));
        }
        lines.add(new Line(WHOLE, wording.say("governance.reply-form.whole"), "", ""));
        return lines;
    }

    /** The answers that may be told to somebody outside. While assessors answer these are none: an answer that may still change is nothing to reply to. */
    private static List<Item<Rating>> told(Assessment assessment, Answers answers) {
        return assessment.round().stage() == Stage.OPEN
                ? List.of()
                : answers.given().stream()
                        .flatMap(given -> given.rating().stream())
                        .filter(item -> item.value().response().isPresent())
                        .filter(item -> item.sensitivity() instanceof Sensitivity.Public
                                || item.sensitivity() instanceof Sensitivity.Members)
                        .toList();
    }

    /** Levels in the words of the set, each once and from the lowest, so that their order tells nothing of who chose them. */
    private static String found(Assessment assessment, Question question, List<Item<Rating>> told, Wording wording) {
        if (assessment.round().stage() == Stage.OPEN) {
            return wording.say("governance.reply-form.still-open");
        }
        return told.isEmpty()
                ? wording.say("governance.reply-form.nothing-told")
                : told.stream()
                        .flatMap(item -> item.value().response().stream())
                        .distinct()
                        .sorted()
                        .map(response -> found(question, response, wording))
                        .collect(Collectors.joining("\n"));
    }

    private static String found(Question question, Response response, Wording wording) {
        String label = wording.say(response.label());
        return response.level().isPresent()
                ? wording.say(
                        "governance.reply-form.level",
                        label,
                        QuestionWords.in(wording.locale())
                                .shown(question)
                                .levels()
                                .get(response.level().getAsInt()))
                : label;
    }

    private static String reasons(List<Item<Rating>> told, boolean isWithReasons, Wording wording) {
        String all = told.stream()
                .filter(item -> isWithReasons || item.sensitivity() instanceof Sensitivity.Public)
                .map(Item::value)
                .filter(rating -> !rating.narrative().isBlank())
                .sorted(Comparator.comparing(
                                (Rating rating) -> rating.response().orElseThrow())
                        .thenComparing(Rating::narrative))
                .map(rating -> wording.say(
                        "governance.reply-form.level",
                        wording.say(rating.response().orElseThrow().label()),
                        rating.narrative().strip()))
                .distinct()
                .collect(Collectors.joining("\n"));
        return all.length() > LONGEST_REASONS
                ? all.substring(0, all.offsetByCodePoints(0, all.codePointCount(0, LONGEST_REASONS))) + "…"
                : all;
    }

    private String until(Wish wish) {
        return wish.until()
                .or(() -> assessment.round().when().until())
                .map(day -> wording.say("governance.reply-form.until", day))
                .orElseGet(() -> wording.say("governance.reply-form.until-not-said"));
    }

    private List<String> instructions(Wish wish) {
        return Stream.concat(
                        Stream.of(
                                wording.say(
                                        "governance.reply-form.about",
                                        assessment.round().title(),
                                        institution.name(),
                                        QuestionWords.in(wording.locale())
                                                .shown(assessment.set())
                                                .title(),
                                        assessment.set().edition()),
                                until(wish)),
                        Stream.of("how", "empty", "office", "leave", "stands")
                                .map(line -> wording.say(
                                        "governance.reply-form." + line,
                                        choices().get(0),
                                        choices().get(1),
                                        choices().get(2))))
                .toList();
    }

    private List<String> choices() {
        return Reply.STANCES.stream().map(reply -> wording.say(reply.label())).toList();
    }

    private String title() {
        return wording.say("governance.reply-form.title", institution.name());
    }

    // --- Word ---

    private Document document(Wish wish, String workspace, Version version) {
        List<Line> lines = lines(assessment, institution, wish.isWithReasons(), wording);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Bullets(
                false, instructions(wish).stream().map(Paragraph::of).toList()));
        blocks.add(new Table(
                wording.say("governance.reply-form.who"),
                Stream.of(OFFICE, DATE, DOCUMENT, MARK).map(this::column).toList(),
                List.of(List.of(Cell.text(""), Cell.text(""), Cell.text(""), Cell.text(mark())))));
        boolean hasReasons = lines.stream().anyMatch(line -> !line.reasons().isEmpty());
        blocks.add(new Table(
                wording.say("governance.reply-form.sheet"),
                names(hasReasons).stream().map(this::column).toList(),
                lines.stream()
                        .map(line ->
                                row(line, hasReasons).stream().map(Cell::text).toList())
                        .toList()));
        return new Document(title(), workspace, wording.locale(), Page.LANDSCAPE, blocks, version);
    }

    private static List<String> names(boolean hasReasons) {
        return hasReasons
                ? List.of(QUESTION, ASKS, FOUND, REASONS, REPLY, WORDS)
                : List.of(QUESTION, ASKS, FOUND, REPLY, WORDS);
    }

    private static List<String> row(Line line, boolean hasReasons) {
        return hasReasons
                ? List.of(line.id(), line.asks(), line.found(), line.reasons(), "", "")
                : List.of(line.id(), line.asks(), line.found(), "", "");
    }

    private Column column(String name) {
        return Column.text(name, name.replace('_', ' ') + MEANS + meaning(name));
    }

    private String meaning(String name) {
        return wording.say(
                "governance.reply-form.column." + name,
                choices().get(0),
                choices().get(1),
                choices().get(2));
    }

    // --- Excel ---

    private Form workbook(Wish wish, String workspace, Version version) {
        List<Line> lines = lines(assessment, institution, wish.isWithReasons(), wording);
        boolean hasReasons = lines.stream().anyMatch(line -> !line.reasons().isEmpty());
        List<String> instructions = new ArrayList<>(List.of(workspace));
        instructions.addAll(instructions(wish));
        return new Form(
                title(),
                instructions,
                List.of(
                        new Form.Sheet(
                                wording.say("governance.reply-form.sheet"),
                                names(hasReasons).stream().map(this::field).toList(),
                                lines.stream()
                                        .map(line -> row(line, hasReasons))
                                        .toList()),
                        new Form.Sheet(
                                wording.say("governance.reply-form.who"),
                                Stream.of(OFFICE, DATE, DOCUMENT, MARK)
                                        .map(this::field)
                                        .toList(),
                                List.of(List.of("", "", "", mark())))),
                wording.locale(),
                version);
    }

    private Form.Field field(String name) {
        int width = switch (name) {
            case QUESTION, DATE -> 12;
            case REPLY -> 22;
            default -> 50;
        };
        return new Form.Field(
                name.replace('_', ' '),
                meaning(name),
                width,
                name.equals(OFFICE),
                name.equals(REPLY) ? choices() : List.of(),
                name.equals(MARK));
    }
}
