package org.salus.governance;

import org.salus.framework.Sentence;

/**
 * Something that cannot be taken from a file.
 *
 * @param place where it stands: a line, a sheet and row
 * @param says what is wrong, with what there is instead
 */
public record Problem(Sentence place, Sentence says) {
    static Problem atLine(int line, String path, String key, Object... arguments) {
        return new Problem(
                path.isEmpty()
                        ? Sentence.of("governance.place.line", String.valueOf(line))
                        : Sentence.of("governance.place.line-at", String.valueOf(line), path),
                Sentence.of(key, arguments));
    }
}
