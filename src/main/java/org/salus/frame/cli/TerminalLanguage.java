package org.salus.frame.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.salus.framework.Wording;

/** In which language a terminal is spoken to. */
public final class TerminalLanguage {
    private static final String OPTION = "--language";

    /** In the order of POSIX (Base Definitions, 8.2): the first that is set decides. */
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private TerminalLanguage() {}

    /**
     * The language that a document is asked for in, if every room has words in it; else that of the environment, if it has; else English.
     *
     * @param environment variables of the process
     * @param words of the command line
     */
    public static Wording of(Map<String, String> environment, String... words) {
        return asked(words)
                .flatMap(TerminalLanguage::offered)
                .or(() -> VARIABLES.stream()
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .flatMap(TerminalLanguage::offered))
                .map(Wording::in)
                .orElseGet(Wording::english);
    }

    private static Optional<String> asked(String... words) {
        return IntStream.range(0, words.length)
                .boxed()
                .flatMap(place -> words[place].startsWith(OPTION + "=")
                        ? Stream.of(words[place].substring(OPTION.length() + 1))
                        : words[place].equals(OPTION) && place + 1 < words.length
                                ? Stream.of(words[place + 1])
                                : Stream.<String>empty())
                .findFirst();
    }

    /** By the language alone: {@code fr_CA.UTF-8} is French. */
    private static Optional<Locale> offered(String tag) {
        String language = tag.split("[_.@-]", 2)[0];
        return Wording.offered().stream()
                .filter(locale -> locale.getLanguage().equalsIgnoreCase(language))
                .findFirst();
    }
}
