package org.salus.frame.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import picocli.CommandLine.Option;

/**
 * {@code --format}: how a command answers. For use as a mixin, {@code @Mixin FormatOption format = FormatOption.offering(TEXT, JSON)}. Its help lists
 * what the command offers.
 */
public final class FormatOption {
    /** The forms an answer can take. */
    public enum Format {
        /** For people. */
        TEXT,
        /** One document. */
        JSON,
        /** One document per line. */
        JSONL,
        /** For office programs. */
        DOCX,
        PDF,
        CSV,
        XLSX;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "option.format")
    private @Nullable String word;

    private final List<Format> offered;

    private FormatOption(List<Format> offered) {
        this.offered = offered;
    }

    /** The option with these choices; the first is taken where nothing is said. */
    public static FormatOption offering(Format first, Format... others) {
        List<Format> all = new java.util.ArrayList<>(List.of(first));
        all.addAll(List.of(others));
        return new FormatOption(List.copyOf(all));
    }

    /**
     * The chosen form.
     *
     * @throws Failure (wrong use) where the command does not offer it
     */
    public Format chosen() {
        if (word == null) {
            return offered.getFirst();
        }
        String asked = word;
        return offered.stream()
                .filter(format -> format.word().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse(Sentence.of(
                        "frame.cli.unknown-format",
                        asked,
                        offered.stream().map(Format::word).collect(Collectors.joining(", ")))));
    }

    /** Whether people read the answer; also where what was asked for is not offered, which is not answered at all. */
    boolean isText() {
        return word == null ? offered.getFirst() == Format.TEXT : word.equalsIgnoreCase(Format.TEXT.word());
    }

    /** What can be chosen, for the command's help; a form whose name may be new to people is explained. */
    String explanation(Wording wording) {
        return wording.say(
                "frame.option.format",
                offered.getFirst().word(),
                offered.stream()
                        .skip(1)
                        .map(format ->
                                format == Format.JSONL ? wording.say("frame.option.format.jsonl") : format.word())
                        .collect(Collectors.joining(", ")));
    }

    /** Whether the answer is one JSON document. */
    public boolean isJson() {
        return chosen() == Format.JSON;
    }
}
