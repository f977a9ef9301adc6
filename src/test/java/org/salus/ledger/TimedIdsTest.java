package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is made later comes later, also within a millisecond: items of a file keep the order in which it names them. */
class TimedIdsTest {
    private static final int MANY = 20_000;

    @Test
    void ids_come_in_the_order_in_which_they_were_made() {
        List<UUID> made = Stream.generate(TimedIds::next).limit(MANY).toList();
        assertThat(made).isSortedAccordingTo(TimedIds::compare).doesNotHaveDuplicates();
    }

    @Test
    void they_are_of_version_seven_and_of_about_now() {
        long before = System.currentTimeMillis();
        List<UUID> made = Stream.generate(TimedIds::next).limit(MANY).toList();
        assertThat(made).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 60_000);
        });
    }

    @Test
    void several_threads_never_make_the_same() {
        assertThat(IntStream.range(0, MANY)
                        .parallel()
                        .mapToObj(any -> TimedIds.next())
                        .toList())
                .doesNotHaveDuplicates();
    }
}
