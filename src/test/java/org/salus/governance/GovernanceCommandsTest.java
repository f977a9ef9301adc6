package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.DateSpan;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Confidence;
import org.salus.ledger.Database;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.People;
import org.salus.people.SessionLimits;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SectorFaces;
import org.salus.workspace.Faces;
import org.salus.workspace.WorkPlace;

/** A round in a terminal, from its beginning to the word of the institution's side. */
class GovernanceCommandsTest {
    private static final String ROUND = "First round";

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Looking<T> {
        T at(Workspace one, AccountId me);
    }

    /** Looks into the data folder as a command does. */
    private <T> T at(Looking<T> looking) {
        try (Database database = new WorkPlace(folder).open()) {
            AccountId me = People.open(database, InstantSource.system(), SessionLimits.ALONE)
                    .alone()
                    .account();
            Workspaces workspaces = Workspaces.open(
                    database,
                    Faces.of(List.of(SectorFaces.contribution(), GovernanceFaces.contribution()))
                            .kinds(),
                    InstantSource.system());
            Workspace one = workspaces.list(me).stream()
                    .findFirst()
                    .map(view -> workspaces.get(view.workspace()))
                    .orElseGet(() -> workspaces.found(
                            new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                            me,
                            "Me",
                            Optional.empty(),
                            ""));
            return looking.at(one, me);
        }
    }

    @BeforeEach
    void aMap() {
        Outcome mapped = at((one, me) -> one.append(
                me,
                new Edit.Put(Item.fresh(
                        Actor.KIND,
                        Actor.of(new Phase(
                                DateSpan.OPEN,
                                List.of(Name.of("National Police")),
                                ActorType.POLICE.usualClass(),
                                Optional.of(ActorType.POLICE),
                                Optional.empty(),
                                Map.of()))))));
        assertThat(mapped).isInstanceOf(Outcome.Accepted.class);
    }

    private record Told(int code, String out, String err) {}

    private Told type(String... words) {
        List<String> all = new ArrayList<>(List.of("governance"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(code, out.toString(), err.toString());
    }

    private String done(String... words) {
        Told told = type(words);
        assertThat(told.code()).as("%s %s", List.of(words), told.err()).isZero();
        return told.out();
    }

    private void refused(String says, String... words) {
        Told told = type(words);
        assertThat(told.code()).as("%s %s", List.of(words), told.out()).isNotZero();
        assertThat(told.err()).contains(says).doesNotContain("Exception", "\tat ", "java.");
    }

    private void begun() {
        done(
                "begin",
                "Zubara",
                ROUND,
                "--core",
                "--assessors",
                "A: Reform office; B: Panel",
                "--institution",
                "national police",
                "--from",
                "2026-03");
    }

    private Assessment round() {
        return at((one, me) -> new GovernanceAnswers(one, one.view(me), Locale.ENGLISH).find(ROUND));
    }

    @Test
    void who_begins_a_round_is_told_of_whom_it_asks_nothing() {
        Outcome mapped = at((one, me) -> one.append(
                me,
                new Edit.Put(Item.fresh(
                        Actor.KIND,
                        Actor.of(new Phase(
                                DateSpan.OPEN,
                                List.of(Name.of("Militia")),
                                ActorType.MILITIA.usualClass(),
                                Optional.of(ActorType.MILITIA),
                                Optional.empty(),
                                Map.of()))))));
        assertThat(mapped).isInstanceOf(Outcome.Accepted.class);
        assertThat(done("begin", "Zubara", ROUND, "--assessors", "A: Office", "--institution", "militia"))
                .contains("Nothing is asked of Militia in this round");
        assertThat(done("show", "Zubara", ROUND)).as("and who reads it, too").contains("Nothing is asked of Militia");
        assertThat(done("begin", "Zubara", "Other", "--assessors", "A: Office", "--institution", "national police"))
                .doesNotContain("Nothing is asked of");
        assertThat(done("show", "Zubara", "Other")).doesNotContain("Nothing is asked of");
    }

    @Test
    void a_round_is_begun_and_read() {
        begun();
        assertThat(round().round().seats()).extracting(Seat::code).containsExactly("A", "B");
        assertThat(round().institutions()).extracting(Institution::name).containsExactly("National Police");
        assertThat(done("rounds", "Zubara")).contains(ROUND);
        assertThat(done("show", "Zubara", ROUND, "profile")).contains("National Police");
        assertThat(done("show", "Zubara", ROUND, "profile", "--format", "json")).contains("\"readings\"");
        refused("31/12/2025", "begin", "Zubara", "Second", "--assessors", "A: Office", "--from", "31/12/2025");
        refused("Navy", "begin", "Zubara", "Second", "--assessors", "A: Office", "--institution", "Navy");
    }

    @Test
    void a_look_at_a_form_says_what_each_row_says_now_and_would_say() throws IOException {
        begun();
        Path file = Files.writeString(
                folder.resolve("form.csv"), "institution,assessor,question,answer\nNational Police,A,FOR-01,2\n");
        assertThat(done("import", "Zubara", ROUND, file.toString(), "--preview"))
                .contains("National Police, FOR-01, assessor A: Answer: \"\" -> \"level 2\"");
        assertThat(done("import", "Zubara", ROUND, file.toString(), "--preview", "--format", "json"))
                .contains("\"changes\"", "level 2");
    }

    @Test
    void published_indices_are_told_of_the_country_of_the_workspace() {
        begun();
        Told told = type("show", "Zubara", ROUND, "indices");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.err()).contains("names no country");
        assertThat(done("show", "Zubara", ROUND, "indices", "--format", "json")).contains("\"indices\"");
    }

    @Test
    void a_stage_goes_on_and_back_only_with_a_reason() {
        begun();
        done("stage", "Zubara", ROUND, "reply");
        assertThat(round().round().stage()).isEqualTo(Stage.REPLY);
        refused("reason", "stage", "Zubara", ROUND, "open");
        done("stage", "Zubara", ROUND, "open", "--why", "A law was found");
        assertThat(round().round().stage()).isEqualTo(Stage.OPEN);
        refused("ended", "stage", "Zubara", ROUND, "ended");
    }

    @Test
    void an_answer_is_reviewed_and_the_institution_replies() {
        begun();
        Assessment begun = round();
        String question =
                begun.questions(begun.institutions().getFirst()).getFirst().id();
        refused("has given no answer", "review", "Zubara", ROUND, "National Police", question, "A", "accepted");
        Outcome answered = at((one, me) -> one.append(me, List.of(new Edit.Put(rating(begun, question))), Reason.EDIT));
        assertThat(answered).isInstanceOf(Outcome.Accepted.class);
        done("stage", "Zubara", ROUND, "review");
        done("review", "Zubara", ROUND, "National Police", question, "A", "ask-again", "--text", "Which law?");
        assertThat(this.<List<String>>at((one, me) -> one.view(me).list(Review.KIND).stream()
                        .map(item -> item.value().verdict().code() + " "
                                + item.value().text())
                        .toList()))
                .containsExactly("ask-again Which law?");
        refused("perhaps", "review", "Zubara", ROUND, "National Police", question, "A", "perhaps");

        done("stage", "Zubara", ROUND, "reply");
        done(
                "reply",
                "Zubara",
                ROUND,
                "National Police",
                "partly",
                "--text",
                "The law is new",
                "--by",
                "Office of the chief",
                "--date",
                "2026-05");
        assertThat(this.<List<String>>at((one, me) -> one.view(me).list(InstitutionReply.KIND).stream()
                        .map(item -> item.value().text() + ", " + item.value().by())
                        .toList()))
                .containsExactly("The law is new, Office of the chief");
        refused("soon", "reply", "Zubara", ROUND, "National Police", "partly", "--text", "x", "--date", "soon");
    }

    @Test
    void an_institution_replies_by_word_without_an_account() throws IOException {
        begun();
        done("stage", "Zubara", ROUND, "reply");
        String form = folder.resolve("reply.docx").toString();
        done("reply-form", "Zubara", ROUND, "national police", form, "--until", "2026-06-30");
        assertThat(done("reply-import", "Zubara", ROUND, form)).contains("0 replies would be new");
        String filled = folder.resolve("filled.docx").toString();
        fill(form, filled, "We disagree", "The law is new");
        assertThat(done("reply-import", "Zubara", ROUND, filled, "--preview")).contains("1 replies would be new");
        assertThat(replies()).isEmpty();
        assertThat(done("reply-import", "Zubara", ROUND, filled)).contains("was written down");
        assertThat(replies()).containsExactly("disagree The law is new, Office of the chief, filled.docx");
        assertThat(done("reply-import", "Zubara", ROUND, filled, "--format", "json"))
                .contains("\"same\"")
                .doesNotContain("\"entry\"");

        String wrong = folder.resolve("wrong.docx").toString();
        fill(form, wrong, "perhaps", "");
        refused("table 2, row 2, column 4", "reply-import", "Zubara", ROUND, wrong);
        refused(
                "pdf",
                "reply-form",
                "Zubara",
                ROUND,
                "national police",
                folder.resolve("reply.pdf").toString());
        refused("everybody", "reply-form", "Zubara", ROUND, "national police", form, "--reasons", "everybody");
        assertThat(replies()).hasSize(1);
    }

    private List<String> replies() {
        return this.<List<String>>at((one, me) -> one.view(me).list(InstitutionReply.KIND).stream()
                .map(Item::value)
                .map(reply -> reply.reply().code() + " " + reply.text() + ", " + reply.by() + ", " + reply.document())
                .toList());
    }

    /** Replies to the first question as an official does in Word. */
    private static void fill(String form, String filled, String reply, String text) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(form));
                XWPFDocument word = new XWPFDocument(in);
                OutputStream out = Files.newOutputStream(Path.of(filled))) {
            word.getTables().getFirst().getRow(1).getCell(0).setText("Office of the chief");
            XWPFTableRow row = word.getTables().get(1).getRow(1);
            int last = row.getTableCells().size() - 1;
            row.getCell(last - 1).setText(reply);
            row.getCell(last).setText(text);
            word.write(out);
        }
    }

    private static Item<Rating> rating(Assessment begun, String question) {
        return Rating.blank(begun.id(), begun.institutions().getFirst().id(), question, "A")
                .saying(Optional.of(Response.LEVEL_2), "Seen", Confidence.NOT_ASSESSED)
                .fresh();
    }

    @Test
    void a_question_set_is_read_written_out_changed_and_brought_in_again() throws IOException {
        QuestionSet shipped = QuestionSetFile.shipped();
        assertThat(done("sets", "Zubara")).contains("salus", shipped.edition());
        assertThat(done("questions", "Zubara", "salus"))
                .contains(
                        shipped.questions().getFirst().asks(),
                        shipped.questions().getLast().levels().getLast());
        Path file = folder.resolve("questions.yaml");
        done("set-file", "Zubara", "salus", file.toString());
        String text = Files.readString(file);
        assertThat(QuestionSetFile.read(text).set()).hasValue(shipped);

        Files.writeString(
                file,
                text.replace("key: \"" + shipped.key() + "\"", "key: \"ours\"")
                        .replace("title: \"" + shipped.title() + "\"", "title: \"Our questions\""));
        done("set", "Zubara", file.toString());
        assertThat(done("sets", "Zubara")).contains("Our questions");
        assertThat(done("questions", "Zubara", "Our questions", "--format", "json"))
                .contains("\"key\":\"ours\"", shipped.questions().getFirst().id());
        refused("nothing", "questions", "Zubara", "nothing");
    }

    @Test
    void a_round_gets_an_institution_and_an_assessor_and_one_answer_after_the_other() {
        begun();
        Outcome mapped = at((one, me) -> one.append(
                me,
                new Edit.Put(Item.fresh(
                        Actor.KIND,
                        Actor.of(new Phase(
                                DateSpan.OPEN,
                                List.of(Name.of("Border Police")),
                                ActorType.POLICE.usualClass(),
                                Optional.of(ActorType.POLICE),
                                Optional.empty(),
                                Map.of()))))));
        assertThat(mapped).isInstanceOf(Outcome.Accepted.class);
        done("assess", "Zubara", ROUND, "Border Police");
        done("assess", "Zubara", ROUND, "Border Police");
        refused("Navy", "assess", "Zubara", ROUND, "Navy");
        done("assessor", "Zubara", ROUND, "C", "Audit court");
        done("assessor", "Zubara", ROUND, "B", "Panel of five");
        Assessment wider = round();
        assertThat(wider.institutions()).extracting(Institution::name).contains("Border Police", "National Police");
        assertThat(wider.round().seats())
                .extracting(Seat::name)
                .containsExactly("Reform office", "Panel of five", "Audit court");

        Institution border = wider.institutions().stream()
                .filter(one -> one.name().equals("Border Police"))
                .findFirst()
                .orElseThrow();
        Question question = wider.questions(border).getFirst();
        done("answer", "Zubara", ROUND, "Border Police", question.id(), "C", "2", "--why", "It is not applied");
        done("answer", "Zubara", ROUND, "Border Police", question.id(), "C", "--sources", "Police Act; Decree 5");
        Item<Rating> answer = TypedStep.answer(round(), "Border Police", question.id(), "C");
        assertThat(answer.value().response()).hasValue(Response.LEVEL_2);
        assertThat(answer.value().narrative()).as("left out, it stays").isEqualTo("It is not applied");
        assertThat(answer.citations()).hasSize(2);
        refused("7", "answer", "Zubara", ROUND, "Border Police", question.id(), "C", "7");
        refused("Nothing is said", "answer", "Zubara", ROUND, "Border Police", question.id(), "C");
        refused("Z", "answer", "Zubara", ROUND, "Border Police", question.id(), "Z", "2");
    }

    @Test
    void what_a_round_says_is_written_as_a_file() throws IOException {
        begun();
        for (String view : List.of("matrix", "profile", "answers", "disagreement", "open")) {
            Path csv = folder.resolve(view + ".csv");
            done("table", "Zubara", ROUND, view, csv.toString());
            assertThat(Files.readAllLines(csv)).as(view).isNotEmpty();
            done("table", "Zubara", ROUND, view, folder.resolve(view + ".xlsx").toString());
        }
        assertThat(Files.readString(folder.resolve("matrix.csv"))).contains("National Police");
        refused(
                "pdf",
                "table",
                "Zubara",
                ROUND,
                "matrix",
                folder.resolve("x.pdf").toString());
        refused(
                "moods",
                "table",
                "Zubara",
                ROUND,
                "moods",
                folder.resolve("x.csv").toString());
        refused(
                "other round",
                "table",
                "Zubara",
                ROUND,
                "change",
                folder.resolve("x.csv").toString());
    }
}
