package org.salus.planning.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A request is answered in the end, however much it asks for. */
class DeadlineTest {
    @Test
    void what_goes_on_is_stopped_and_nothing_else_is_begun() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        try (Deadline deadline = new Deadline(Duration.ofMillis(200))) {
            deadline.begun(stopped::countDown);
            assertThat(deadline.isOver()).isFalse();
            assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(deadline.isOver()).isTrue();
            AtomicInteger late = new AtomicInteger();
            deadline.begun(late::incrementAndGet);
            assertThat(late).as("a search that begins too late ends at once").hasValue(1);
            deadline.better(1, 1);
            assertThat(late).hasValue(2);
        }
    }

    @Test
    void an_answer_in_time_ends_the_waiting() throws InterruptedException {
        AtomicInteger stopped = new AtomicInteger();
        Deadline deadline = new Deadline(Duration.ofMillis(300));
        deadline.begun(stopped::incrementAndGet);
        deadline.better(1, 1);
        deadline.close();
        Thread.sleep(600);
        assertThat(stopped).hasValue(0);
        assertThat(deadline.isOver()).isFalse();
    }
}
