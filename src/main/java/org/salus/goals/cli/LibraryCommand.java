package org.salus.goals.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.Terminal;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.goals.IndicatorLevel;
import org.salus.goals.IndicatorLibrary;
import org.salus.goals.LibraryAnswers;
import org.salus.goals.LibraryIndicator;
import org.salus.workspace.NoChoice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus goals indicators}: what is in the library, which needs no workspace. */
@Command(name = "indicators")
final class LibraryCommand implements Callable<Integer> {
    @Mixin
    private FormatOption format = FormatOption.offering(FormatOption.Format.TEXT, FormatOption.Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    @Parameters(index = "0..*", paramLabel = "WORDS", descriptionKey = "goals.library.words")
    private List<String> words = List.of();

    @Option(names = "--theme", paramLabel = "THEME", descriptionKey = "goals.library.theme")
    private String theme = "";

    @Option(names = "--area", paramLabel = "CODE", descriptionKey = "goals.library.area")
    private String area = "";

    @Option(names = "--level", paramLabel = "LEVEL", descriptionKey = "goals.library.level")
    private String level = "";

    @Override
    public Integer call() {
        IndicatorLibrary.Sought sought = new IndicatorLibrary.Sought(
                String.join(" ", words),
                Optional.of(theme).filter(text -> !text.isEmpty()).map(IndicatorLibrary.shipped()::theme),
                term(ReformArea.class, area),
                term(IndicatorLevel.class, level));
        if (format.isJson()) {
            terminal.out()
                    .println(AnswerJson.in(terminal.wording())
                            .writeValueAsString(LibraryAnswers.tell(
                                    sought, terminal.wording().locale())));
            return 0;
        }
        List<LibraryIndicator> found =
                IndicatorLibrary.shipped(terminal.wording().locale()).find(sought);
        for (LibraryIndicator one : found) {
            terminal.say(Sentence.of(
                    "goals.cli.library",
                    one.key(),
                    one.name(),
                    one.unit(),
                    one.level().label(),
                    one.keptBy(),
                    one.limits()));
            one.nearby().ifPresent(near -> terminal.say(Sentence.of("goals.cli.library.near", near)));
        }
        terminal.say(Sentence.of(
                "goals.cli.library.count",
                found.size(),
                IndicatorLibrary.shipped().all().size(),
                IndicatorLibrary.shipped().edition()));
        return 0;
    }

    private static <T extends Enum<T> & Term> Optional<T> term(Class<T> vocabulary, String code) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Term.find(vocabulary, code).orElseThrow(() -> NoChoice.of(code, vocabulary)));
    }
}
