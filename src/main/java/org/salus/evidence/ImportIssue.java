package org.salus.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;

/**
 * Something doubtful met while reading a file: what, where, and what was done.
 *
 * @param file name of the file, and the member within an archive
 * @param line line or row, from 1; 0 if it concerns the whole file
 * @param activity identifier of the activity, if it concerns one
 * @param arguments what the sentence names: the value, the element; masked, since a value may stand where it does not belong
 */
public record ImportIssue(
        IssueKind kind, String file, long line, @Nullable String activity, List<String> arguments) {
    public ImportIssue {
        arguments = arguments.stream().map(MaskedText::of).toList();
    }

    public Severity severity() {
        return kind.severity();
    }

    /** Where to look: the file and, unless it concerns the whole of it, the line or row. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }

    /** What is wrong. */
    public Sentence sentence() {
        // Kept as codes; people read names.
        return kind == IssueKind.OTHER_COUNTRY_NAMED
                ? new Sentence(
                        kind.key(),
                        arguments.stream().<Object>map(ImportIssue::country).toList())
                : new Sentence(kind.key(), List.copyOf(arguments));
    }

    private static String country(String code) {
        return Countries.shipped().findByCode(code).map(Country::name).orElse(code);
    }

    /** What the program did about it. */
    public Sentence done() {
        return Sentence.of(kind.doneKey());
    }
}
