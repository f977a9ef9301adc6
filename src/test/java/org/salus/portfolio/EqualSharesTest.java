package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal shares are a hundred percent together, however many there are, and lose nothing of an amount. */
class EqualSharesTest {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Test
    void what_is_left_over_makes_the_first_the_largest() {
        assertThat(EqualShares.percents(1)).containsExactly(new BigDecimal("100.00"));
        assertThat(EqualShares.percents(3))
                .containsExactly(new BigDecimal("33.34"), new BigDecimal("33.33"), new BigDecimal("33.33"));
        assertThat(EqualShares.percents(7).getFirst()).isEqualByComparingTo("14.32");
        assertThat(EqualShares.percents(7).getLast()).isEqualByComparingTo("14.28");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261128})
    void parts_of_an_amount_add_up_to_it(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int time = 0; time < 500; time++) {
            BigDecimal amount = BigDecimal.valueOf(random.nextLong(-1_000_000_000L, 1_000_000_000_000L), 4);
            List<BigDecimal> percents = EqualShares.percents(random.nextInt(1, 20_000));
            BigDecimal sum = percents.stream()
                    .map(percent -> amount.multiply(percent).movePointLeft(2))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);

            assertThat(percents.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(HUNDRED);
            assertThat(percents).allMatch(percent -> percent.signum() >= 0);
            assertThat(sum).isEqualByComparingTo(amount);
        }
    }

    @Test
    void nothing_cannot_be_shared_out() {
        assertThatThrownBy(() -> EqualShares.percents(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
