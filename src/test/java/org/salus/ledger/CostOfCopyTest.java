package org.salus.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.framework.Failure;

/** A copy says itself what opening it costs, and may come from anybody. */
class CostOfCopyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1048576, 1, 4", "131073, 3, 4", "65536, 7, 4", "65536, 3, 9", "2147483647, 2147483647, 2147483647"})
    void what_asks_for_more_than_twice_the_usual_is_refused_in_words(int kibibytes, int passes, int lanes) {
        try (Zubara zubara = new Zubara(Database.file(folder.resolve("salus.db")))) {
            Path copy = asking(zubara, kibibytes, passes, lanes);
            // By the right passphrase: the refusal is no guess at it.
            assertThatThrownBy(() -> Copy.open(copy, Zubara.PASSPHRASE))
                    .isInstanceOfSatisfying(Failure.class, failure -> {
                        assertThat(failure.sentence().key()).isEqualTo("ledger.failure.costly");
                        assertThat(failure.sentence().arguments()).containsExactly(128, 6, 8);
                        assertThat(failure.advice()).isPresent();
                    });
        }
    }

    @Test
    void twice_the_usual_is_accepted_and_nonsense_is_damage() {
        assertThat(new SealedVault.Cost(131_072, 6, 8)).isNotNull();
        try (Zubara zubara = new Zubara(Database.file(folder.resolve("salus.db")))) {
            Path copy = asking(zubara, 0, 1, 1);
            assertThatThrownBy(() -> Copy.open(copy, Zubara.PASSPHRASE))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.sentence().key()).isEqualTo("ledger.failure.corrupt"));
        }
    }

    private Path asking(Zubara zubara, int kibibytes, int passes, int lanes) {
        Path copy = zubara.copyFor(zubara.cai, folder.resolve("copy.salus"));
        byte[] cost = ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(kibibytes)
                .putInt(passes)
                .putInt(lanes)
                .array();
        try (Database database = Database.travelling(copy)) {
            database.write(connection -> {
                try (var update = connection.prepareStatement("UPDATE note SET value = ? WHERE name = 'cost'")) {
                    update.setBytes(1, cost);
                    return update.executeUpdate();
                }
            });
        }
        return copy;
    }
}
