package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of the words of a finding. */
class AsReadTest {
    private static final int LONGEST = 2_000;
    private static final String SIGN = "\ud83d\ude00";

    private static String kept(String words) {
        return Answer.AsRead.of("m", words).says();
    }

    @Test
    void words_that_are_not_too_long_are_kept_whole() {
        String words = "x".repeat(LONGEST - SIGN.length()) + SIGN;
        assertThat(kept(words)).isEqualTo(words);
    }

    /** Half of a sign could not be written, and the answer with it. */
    @ParameterizedTest
    @ValueSource(ints = {1_996, 1_997, 1_998, 1_999})
    void no_sign_is_cut_in_two(int before) {
        String kept = kept("x".repeat(before) + SIGN + "x".repeat(LONGEST));
        assertThat(kept.length()).isLessThanOrEqualTo(LONGEST);
        assertThat(kept).startsWith("x".repeat(before)).endsWith("…");
        assertThat(kept.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
