package org.salus.frame.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code salus}: chooses the room's command, gives it its words and the manners all commands share, and turns what goes wrong into one
 * line. Exit codes: 0 done; 1 could not be done; 2 wrong use; 130 interrupted.
 */
public final class CommandDoor {
    private static final int NOT_DONE = 1;
    private static final int WRONG_USE = 2;

    /**
     * A command under its name. It is made only when somebody calls it or asks for the list.
     *
     * @param name as typed
     * @param maker makes the annotated command object
     */
    public record Named(String name, Supplier<Object> maker) {}

    private final List<Named> commands;
    private final String version;
    private final Wording wording;

    /**
     * A door to these commands, listed in help in this order.
     *
     * @param version of the program, as shown to people
     */
    public CommandDoor(String version, List<Named> commands) {
        this(version, commands, Wording.english());
    }

    /** The same in a language: help, sentences and what goes wrong; answers for programs stay in English. */
    public CommandDoor(String version, List<Named> commands, Wording wording) {
        this.version = version;
        this.commands = List.copyOf(commands);
        this.wording = wording;
    }

    /** Runs one command line with these two outputs and returns its exit code. */
    public int answer(PrintWriter out, PrintWriter err, String... words) {
        Optional<String> unknown = unknown(words);
        if (unknown.isPresent()) {
            // Asking for help about a command that does not exist would be answered by the help of the program.
            err.println(wording.say(
                    "frame.cli.error",
                    Failure.wrongUse(Sentence.of("frame.cli.unknown-command", unknown.get()))
                            .advising(Sentence.of("frame.cli.see-help", "salus"))
                            .say(wording)));
            err.flush();
            return WRONG_USE;
        }
        CommandLine line = open(words);
        line.setOut(out);
        line.setErr(err);
        int code = line.execute(words);
        if (out.checkError() && code == 0) {
            // A disk that is full, or a reader who has gone: half an answer must not pass for one.
            err.println(wording.say("frame.cli.error", wording.say("frame.cli.not-written")));
            code = Failure.Kind.NOT_POSSIBLE.exitCode();
        }
        err.flush();
        return code;
    }

    /** The commands these words call for, dressed in their words; all of them where none is called. */
    CommandLine open(String... words) {
        CommandLine line = new CommandLine(new Root(version));
        Optional<Named> called = calledBy(words);
        for (Named named : called.map(List::of).orElse(commands)) {
            line.addSubcommand(named.name(), named.maker().get());
        }
        dress(line);
        line.setUsageHelpAutoWidth(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, where, parsed) -> failed(problem, where));
        line.setParameterExceptionHandler((problem, given) -> misused(problem, given));
        return line;
    }

    /** The first word that is no option, where it is no command either. */
    private Optional<String> unknown(String... words) {
        for (String word : words) {
            if (!word.startsWith("-")) {
                return Optional.of(word)
                        .filter(name -> commands.stream()
                                .noneMatch(named -> named.name().equals(name)));
            }
        }
        return Optional.empty();
    }

    /** Reading the annotations of all commands takes longer than many of them run. */
    private Optional<Named> calledBy(String... words) {
        for (String word : words) {
            if (!word.startsWith("-")) {
                return commands.stream()
                        .filter(named -> named.name().equals(word))
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private void dress(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        Optional<FormatOption> format = spec.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(FormatOption.class::isInstance)
                .map(FormatOption.class::cast)
                .findFirst();
        List<Class<?>> mixed = new ArrayList<>();
        spec.mixins().values().forEach(mixin -> mixed.add(mixin.userObject().getClass()));
        spec.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(Terminal.class::isInstance)
                .map(Terminal.class::cast)
                .forEach(terminal -> terminal.speak(wording));
        spec.resourceBundle(new CommandWords(spec.userObject().getClass(), mixed, format, wording));
        if (!spec.mixinStandardHelpOptions()) {
            spec.mixinStandardHelpOptions(true);
        }
        spec.versionProvider(() -> new String[] {wording.say("frame.cli.version", version)});
        line.getSubcommands().values().forEach(this::dress);
    }

    private int failed(Exception problem, CommandLine where) {
        boolean debug = isDebug(where);
        if (debug) {
            problem.printStackTrace(where.getErr());
        }
        if (problem instanceof Failure failure) {
            tell(where, failure.say(wording));
            return failure.kind().exitCode();
        }
        if (!debug) {
            String message = problem.getMessage() == null ? "" : problem.getMessage();
            tell(
                    where,
                    wording.say(
                            "frame.cli.defect",
                            problem.getClass().getSimpleName(),
                            message.replaceAll("\\R\\s*", " ")));
        }
        return NOT_DONE;
    }

    private int misused(ParameterException problem, String... given) {
        CommandLine where = problem.getCommandLine();
        Sentence what = switch (problem) {
            case UnmatchedArgumentException unmatched
            when unmatched.isUnknownOption() ->
                Sentence.of("frame.cli.unknown-option", unmatched.getUnmatched().getFirst());
            case UnmatchedArgumentException unmatched
            when where.getParent() == null ->
                Sentence.of(
                        "frame.cli.unknown-command", unmatched.getUnmatched().getFirst());
            case UnmatchedArgumentException unmatched ->
                Sentence.of(
                        "frame.cli.unexpected-word", unmatched.getUnmatched().getFirst());
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() ->
                Sentence.of("frame.cli.missing", missing.getMissing().getFirst().paramLabel());
            default -> Sentence.of("frame.cli.misused", String.valueOf(problem.getMessage()));
        };
        Sentence advice =
                Sentence.of("frame.cli.see-help", where.getCommandSpec().qualifiedName());
        tell(where, Failure.wrongUse(what).advising(advice).say(wording));
        if (List.of(given).contains("--debug")) {
            problem.printStackTrace(where.getErr());
        }
        return WRONG_USE;
    }

    private void tell(CommandLine where, String text) {
        where.getErr().println(Terminal.harmless(wording.say("frame.cli.error", text)));
        where.getErr().flush();
    }

    private static boolean isDebug(CommandLine line) {
        CommandLine top = line;
        while (top.getParent() != null) {
            top = top.getParent();
        }
        return ((Root) top.getCommandSpec().userObject()).debug;
    }

    @Command(name = "salus", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
    private static final class Root implements Runnable, IVersionProvider {
        @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "option.debug")
        private boolean debug;

        @CommandLine.Spec
        private @org.jspecify.annotations.Nullable CommandSpec spec;

        private final String version;

        Root(String version) {
            this.version = version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {version};
        }

        @Override
        public void run() {
            if (spec != null) {
                spec.commandLine().usage(spec.commandLine().getOut());
            }
        }
    }
}
