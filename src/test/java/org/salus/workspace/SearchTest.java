package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.View;

/** A search that somebody waits for: how far it is, and how it is ended. */
class SearchTest {
    private final Search<String> search = new Search<>("one", new View.Extent(0, Set.of()), InstantSource.system());
    private final AtomicInteger stopped = new AtomicInteger();

    @Test
    void it_tells_the_best_so_far_of_the_search_that_goes_on() {
        assertThat(search.standing().state()).isEqualTo(Search.State.WAITING);
        assertThat(search.standing().isRunning()).isTrue();
        search.begun(stopped::incrementAndGet);
        search.better(BigDecimal.TEN, BigDecimal.valueOf(40));
        search.better(BigDecimal.valueOf(12), BigDecimal.valueOf(30));
        assertThat(search.standing().best()).contains(BigDecimal.valueOf(12));
        assertThat(search.standing().bound()).contains(BigDecimal.valueOf(30));
        search.begun(stopped::incrementAndGet);
        assertThat(search.standing().number()).isEqualTo(2);
        assertThat(search.standing().best()).isEmpty();
        search.found("a plan");
        assertThat(search.standing().isRunning()).isFalse();
        assertThat(search.standing().answer()).isEqualTo("a plan");
    }

    @Test
    void whoever_has_enough_stops_the_solver_and_whatever_would_come_after() {
        search.begun(stopped::incrementAndGet);
        assertThat(search.isOver()).isFalse();
        search.cancel();
        assertThat(stopped).hasValue(1);
        assertThat(search.isOver()).isTrue();
    }

    @Test
    void a_solver_that_could_not_hear_of_it_yet_is_stopped_by_its_first_plan() {
        search.cancel();
        search.begun(stopped::incrementAndGet);
        assertThat(stopped).hasValue(0);
        search.better(BigDecimal.ONE, BigDecimal.TWO);
        assertThat(stopped).hasValue(1);
    }

    @Tag("slow")
    @Test
    void how_long_it_took_is_told_up_to_its_end() throws InterruptedException {
        search.looking();
        search.found("a plan");
        Thread.sleep(1_100);
        assertThat(search.standing().seconds()).isZero();
    }

    @Test
    void one_that_fails_says_why() {
        search.failed(Failure.wrongUse(Sentence.of("planning.schedule.agree.nothing")));
        search.await(10_000);
        assertThat(search.standing().state()).isEqualTo(Search.State.FAILED);
        assertThat(search.standing().failure()).isNotNull();
    }
}
