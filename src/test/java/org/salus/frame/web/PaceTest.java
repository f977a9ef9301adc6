package org.salus.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Pace pace = new Pace(10, nanos::get);

    @Test
    void an_empty_purse_fills_again_and_others_have_their_own() {
        for (int request = 0; request < 10; request++) {
            assertThat(pace.allows("ana")).isTrue();
        }
        assertThat(pace.allows("ana")).isFalse();
        assertThat(pace.allows("ben")).isTrue();
        nanos.addAndGet(12_000_000_001L);
        assertThat(pace.allows("ana")).isTrue();
        assertThat(pace.allows("ana")).isTrue();
        assertThat(pace.allows("ana")).isFalse();
        nanos.addAndGet(3_600_000_000_000L);
        int allowed = 0;
        for (int request = 0; request < 30; request++) {
            allowed += pace.allows("ana") ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(10);
    }
}
