package org.salus.frame.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

class CommandDoorTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command
    static final class Echo implements Callable<Integer> {
        @Mixin
        private final DataOption data = new DataOption();

        @Mixin
        private final FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

        @Mixin
        private final Terminal terminal = new Terminal();

        @Parameters(arity = "1", paramLabel = "WORD")
        private String word = "";

        @Override
        public Integer call() throws IOException {
            switch (word) {
                case "absent" ->
                    throw Failure.notFound(Sentence.of("frame.cli.unknown-command", word))
                            .advising(Sentence.of("frame.cli.see-help", "salus echo"));
                case "said" -> terminal.say(Sentence.of("frame.cli.unexpected-word", word));
                case "broken" -> throw new IOException("disk\n  full");
                default -> terminal.out().println(format.chosen() + " " + word + " " + data.folder());
            }
            terminal.remark(Sentence.of("frame.cli.version", "1"));
            return 0;
        }
    }

    private int run(String... words) {
        return run(Wording.english(), words);
    }

    private int run(Wording language, String... words) {
        CommandDoor door = new CommandDoor(
                "1.2.3",
                List.of(new CommandDoor.Named("echo", Echo::new), new CommandDoor.Named("other", Unmakeable::new)),
                language);
        return door.answer(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    /** A command that must not be made unless it is called. */
    @Command
    static final class Unmakeable implements Runnable {
        Unmakeable() {
            MADE.add("other");
        }

        @Override
        public void run() {}
    }

    private static final List<String> MADE = new java.util.concurrent.CopyOnWriteArrayList<>();

    @Test
    void an_answer_goes_to_out_and_remarks_go_to_err() {
        assertThat(run("echo", "--data", "x/../y", "--format", "JSON", "hello")).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("JSON hello " + Path.of("y").toAbsolutePath());
        assertThat(err.toString().strip()).isEqualTo("Salus 1");
    }

    @Test
    void only_the_called_command_is_made() {
        MADE.clear();
        run("echo", "hello");
        assertThat(MADE).isEmpty();
        run("--help");
        assertThat(MADE).containsExactly("other");
    }

    @Test
    void a_failure_is_one_line_with_advice_and_its_exit_code() {
        assertThat(run("echo", "absent")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("salus: There is no command \"absent\". See \"salus echo --help\".\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_defect_is_one_line_too_and_debug_shows_where() {
        assertThat(run("echo", "broken")).isEqualTo(1);
        assertThat(err.toString().strip())
                .startsWith("salus: ")
                .contains("IOException: disk full")
                .hasLineCount(1);
        assertThat(run("echo", "--debug", "broken")).isEqualTo(1);
        assertThat(err.toString()).contains("at org.salus.frame.cli.CommandDoorTest$Echo.call");
    }

    @Test
    void wrong_use_is_exit_code_two_and_one_line() {
        for (List<String> words : List.of(
                List.of("nothing"),
                List.of("nothing", "--help"),
                List.of("--nothing"),
                List.of("echo"),
                List.of("echo", "a", "b"),
                List.of("echo", "--nothing", "a"),
                List.of("echo", "--format", "smoke", "a"),
                List.of("echo", "a", "--data"))) {
            err.getBuffer().setLength(0);
            assertThat(run(words.toArray(String[]::new))).as("%s", words).isEqualTo(2);
            assertThat(err.toString().strip())
                    .as("%s", words)
                    .startsWith("salus: ")
                    .hasLineCount(1);
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void help_explains_shared_options_in_the_words_of_the_house() {
        assertThat(run("echo", "--help")).isZero();
        assertThat(out.toString())
                .contains("--data=DIR", "SALUS_DATA", "--format=FORMAT", "--debug")
                .doesNotContain("option.");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("Salus 1.2.3");
    }

    @Test
    void a_terminal_in_french_gives_help_sentences_and_errors_in_french_and_answers_for_programs_in_english() {
        Wording french = Wording.in(Locale.FRENCH);
        Sentence said = Sentence.of("frame.cli.unexpected-word", "said");
        assertThat(french.say(said)).isNotEqualTo(Wording.english().say(said));
        assertThat(run(french, "echo", "--help")).isZero();
        assertThat(out.toString()).contains("Usage\u00a0: salus echo", "Options\u00a0:", "SALUS_DATA");
        assertThat(run(french, "echo", "absent")).isEqualTo(1);
        assertThat(err.toString()).contains(french.say("frame.cli.unknown-command", "absent"));
        out.getBuffer().setLength(0);
        assertThat(run(french, "echo", "said")).isZero();
        assertThat(out.toString().strip()).isEqualTo(french.say(said));
        out.getBuffer().setLength(0);
        assertThat(run(french, "echo", "said", "--format", "json")).isZero();
        assertThat(out.toString().strip()).isEqualTo(Wording.english().say(said));
    }

    @Test
    void the_language_is_that_of_the_document_asked_for_else_of_the_environment_else_english() {
        assertThat(language(Map.of())).isEqualTo("en");
        assertThat(language(Map.of("LANG", "fr_CA.UTF-8"))).isEqualTo("fr");
        assertThat(language(Map.of("LANG", "fr_FR", "LC_ALL", "C.UTF-8"))).isEqualTo("en");
        assertThat(language(Map.of("LANG", "ar_IQ")))
                .as("no room has words in it")
                .isEqualTo("en");
        assertThat(language(Map.of("LANG", "en_GB"), "paper", "--language", "fr"))
                .isEqualTo("fr");
        assertThat(language(Map.of("LANG", "fr_FR"), "paper", "--language=en")).isEqualTo("en");
        assertThat(language(Map.of("LANG", "fr_FR"), "paper", "--language")).isEqualTo("fr");
    }

    private static String language(Map<String, String> environment, String... words) {
        return TerminalLanguage.of(environment, words).locale().getLanguage();
    }

    @Test
    void a_bare_call_shows_help_with_examples() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("Usage: salus", "Commands:", "echo", "salus load activities.xml");
    }

    @Test
    void a_long_job_is_counted_for_somebody_who_watches_and_silent_otherwise() {
        Terminal terminal = new Terminal();
        Sentence task = Sentence.of("frame.cli.version", "1");
        assertThat(terminal.progress(task, 3)).isSameAs(Terminal.Progress.UNSEEN);
        System.setProperty("salus.terminal", "true");
        PrintStream usual = System.err;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
        try (Terminal.Progress progress = terminal.progress(task, -1)) {
            progress.reached(1, -1);
            progress.reached(2, 3);
            progress.reached(3, 3);
        } finally {
            System.setErr(usual);
            System.clearProperty("salus.terminal");
        }
        assertThat(seen.toString(StandardCharsets.UTF_8)).contains("Salus 1", "3/3");
    }
}
