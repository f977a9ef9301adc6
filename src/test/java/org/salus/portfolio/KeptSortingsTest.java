package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.ledger.Digest;

/** Answers that were kept are the answers that were given, to the last digit, or they are none. */
class KeptSortingsTest {
    private static final String EDITION = KeptSortings.edition(Sorter.shipped());
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "pt", "de", "sv", "da", "nl", "it");

    /** Activities that say, one by one, whatever the rules listen to, with changing codes and parts of a hundred. */
    private static List<Sortable> everythingTheRulesListenTo() throws IOException {
        List<String> codes = List.of("15210", "15220", "15130", "152", "31110", "99999");
        List<Sortable> all = new ArrayList<>();
        for (String language : LANGUAGES) {
            String name = "sorting-" + language + ".yaml";
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(Sorter.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    SectorCode code = SectorCode.dac(codes.get(all.size() % codes.size()));
                    BigDecimal half = all.size() % 2 == 0 ? null : new BigDecimal("50.0");
                    all.add(new Sortable(
                            name + all.size(),
                            List.of(line),
                            List.of(line + " for the police and the courts"),
                            List.of(
                                    new SectorCode(code.vocabulary(), code.code(), half, ""),
                                    new SectorCode("99", "x", half, "Justice"))));
                }
            }
        }
        return all;
    }

    private static Map<Digest, Sorting> sorted(List<Sortable> activities) {
        Map<Digest, Sorting> answers = new HashMap<>();
        activities.forEach(one ->
                answers.put(RememberingSorter.digest(one), Sorter.shipped().sort(one)));
        return answers;
    }

    private static Digest named(String name) {
        return Digest.ofText(name);
    }

    private static Sorting saying(Object... arguments) {
        return new Sorting(
                ReformArea.of("2b"),
                new BigDecimal("0.50"),
                Map.of(ReformArea.of("2b"), new BigDecimal("100.00")),
                List.of(Sentence.of("portfolio.reason.title", arguments)));
    }

    @Test
    void everyAnswerIsReadAsItWasGiven() throws IOException {
        Map<Digest, Sorting> given = sorted(everythingTheRulesListenTo());

        KeptSortings kept = KeptSortings.read(KeptSortings.none().with(given, EDITION), EDITION);

        assertThat(kept.count()).isEqualTo(given.size()).isGreaterThan(1_000);
        given.forEach((asked, answer) -> assertThat(kept.find(asked)).contains(answer));
        assertThat(kept.find(named("nobody asked"))).isEmpty();
    }

    @Test
    void whatIsAddedStandsBesideWhatIsThereAndTheSameAnswersAreTheSameBytes() {
        byte[] first = KeptSortings.none().with(Map.of(named("a"), saying("a"), named("b"), saying("b")), EDITION);
        byte[] both = KeptSortings.read(first, EDITION).with(Map.of(named("c"), saying("c")), EDITION);
        byte[] otherWay = KeptSortings.read(KeptSortings.none().with(Map.of(named("c"), saying("c")), EDITION), EDITION)
                .with(Map.of(named("b"), saying("b"), named("a"), saying("a")), EDITION);

        assertThat(both).isEqualTo(otherWay);
        KeptSortings kept = KeptSortings.read(both, EDITION);
        for (String name : List.of("a", "b", "c")) {
            assertThat(kept.find(named(name))).contains(saying(name));
        }
    }

    @Test
    void answersOfAnotherModelOrRulesAreNotFound() {
        byte[] bytes = KeptSortings.none().with(Map.of(named("a"), saying("a")), EDITION);

        assertThat(KeptSortings.read(bytes, KeptSortings.edition(Sorter.byRules()))
                        .count())
                .isZero();
        assertThat(KeptSortings.read(bytes, EDITION).count()).isOne();
    }

    @Test
    void bytesThatAreCutShortOrChangedAnywhereHoldNothing() {
        byte[] whole = KeptSortings.none()
                .with(
                        Map.of(named("a"), saying("a", Sentence.of("portfolio.reason.cut")), named("b"), saying("é")),
                        EDITION);
        Random random = new Random(8);
        for (int length = 0; length < whole.length; length++) {
            assertThat(KeptSortings.read(Arrays.copyOf(whole, length), EDITION).count())
                    .as("cut at %s", length)
                    .isZero();
            byte[] changed = whole.clone();
            changed[length] ^= (byte) (1 << random.nextInt(8));
            assertThat(KeptSortings.read(changed, EDITION).count())
                    .as("changed at %s", length)
                    .isZero();
        }
    }

    @Test
    void anAnswerThatWouldBeReadOtherwiseIsNotKept() {
        byte[] bytes = KeptSortings.none()
                .with(
                        Map.of(
                                named("number"), saying(5),
                                named("half a letter"), saying("\ud800"),
                                named("within"), saying(Sentence.of("portfolio.reason.code", "15210"), "plain")),
                        EDITION);

        KeptSortings kept = KeptSortings.read(bytes, EDITION);

        assertThat(kept.count()).isOne();
        assertThat(kept.find(named("within"))).contains(saying(Sentence.of("portfolio.reason.code", "15210"), "plain"));
    }

    /**
     * Kept answers are known by editions and by the number of the method. Where answers are others now and the edition is the one below, raise {@code KeptSortings.METHOD}: else programs would go on
     * answering what they kept. Then put the new pair here.
     */
    @Test
    void otherAnswersHaveAnotherEditionOrAnotherNumberOfTheMethod() throws IOException {
        StringBuilder answers = new StringBuilder();
        for (Sortable one : everythingTheRulesListenTo()) {
            answers.append(Sorter.shipped().sort(one)).append('\n');
        }

        assertThat(List.of(EDITION, Digest.ofText(answers.toString()).brief()))
                .containsExactly(
                        "method 1, codes 2026-11-5, en 2026-11, fr 2026-11-2, es 2026-11, pt 2026-11, de 2026-11, sv 2026-11, da 2026-11, nl 2026-11, it 2026-11, learned 8c9cdb3d",
                        "04f1af5789cc");
    }
}
