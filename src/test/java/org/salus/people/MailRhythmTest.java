package org.salus.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailRhythmTest {
    private static boolean isDue(MailRhythm rhythm, String last, String now) {
        return rhythm.isDue(Instant.parse(last), Instant.parse(now));
    }

    @Test
    void a_day_turns_at_five_in_the_morning() {
        assertThat(isDue(MailRhythm.DAILY, "2026-03-02T05:00:00Z", "2026-03-03T04:59:59Z"))
                .isFalse();
        assertThat(isDue(MailRhythm.DAILY, "2026-03-02T05:00:00Z", "2026-03-03T05:00:00Z"))
                .isTrue();
        assertThat(isDue(MailRhythm.AT_ONCE, "2026-03-03T04:00:00Z", "2026-03-03T05:00:00Z"))
                .isTrue();
        assertThat(isDue(MailRhythm.DAILY, "2026-03-03T05:00:00Z", "2026-03-03T23:00:00Z"))
                .isFalse();
    }

    @Test
    void a_week_turns_on_mondays() {
        // 2 March 2026 is a Monday.
        assertThat(isDue(MailRhythm.WEEKLY, "2026-03-02T06:00:00Z", "2026-03-08T23:00:00Z"))
                .isFalse();
        assertThat(isDue(MailRhythm.WEEKLY, "2026-03-02T06:00:00Z", "2026-03-09T04:00:00Z"))
                .isFalse();
        assertThat(isDue(MailRhythm.WEEKLY, "2026-03-02T06:00:00Z", "2026-03-09T05:00:00Z"))
                .isTrue();
        assertThat(isDue(MailRhythm.WEEKLY, "2026-03-01T06:00:00Z", "2026-03-04T12:00:00Z"))
                .as("the server was off on Monday")
                .isTrue();
    }

    @Test
    void nobody_who_wants_none_is_due() {
        assertThat(isDue(MailRhythm.NONE, "1970-01-01T00:00:00Z", "2026-03-09T05:00:00Z"))
                .isFalse();
    }
}
