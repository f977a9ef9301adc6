package org.salus.goals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;

/** What the library of indicators holds. */
class IndicatorLibraryTest {
    private final IndicatorLibrary library = IndicatorLibrary.shipped();

    @Test
    void holds_what_the_field_asks_for_and_each_says_what_it_does_not_show() {
        assertThat(library.all()).hasSizeGreaterThanOrEqualTo(80).allSatisfy(one -> {
            assertThat(one.name()).isNotBlank();
            assertThat(one.unit()).isNotBlank();
            assertThat(one.method()).isNotBlank();
            assertThat(one.limits()).isNotBlank();
            assertThat(one.areas()).isNotEmpty();
        });
        assertThat(library.all().stream().map(LibraryIndicator::name)).doesNotHaveDuplicates();
        assertThat(library.all().stream().map(LibraryIndicator::code).filter(code -> !code.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @Test
    void holds_the_official_indicators_of_the_sixteenth_goal() {
        assertThat(library.all().stream().map(LibraryIndicator::code).filter(code -> code.startsWith("SDG 16.")))
                .containsExactlyInAnyOrder(Stream.of(
                                "1.1 1.2 1.3 1.4 2.1 2.2 2.3 3.1 3.2 3.3 4.1 4.2 5.1 5.2 6.1 6.2 7.1 7.2 8.1 9.1 10.1 10.2 a.1 b.1"
                                        .split(" "))
                        .map(number -> "SDG 16." + number)
                        .toArray(String[]::new));
        assertThat(library.get("unsentenced").code()).isEqualTo("SDG 16.3.2");
    }

    @Test
    void an_indicator_nobody_keeps_says_so_and_what_it_is_broken_down_by() {
        assertThat(library.all().stream().filter(LibraryIndicator::isOwnWording))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.by()).as(one.key()).isNotEmpty();
                    assertThat(one.limits()).as(one.key()).isNotBlank();
                    assertThat(one.code())
                            .as("an official code has somebody who gave it")
                            .isEmpty();
                    assertThat(one.source()).isEmpty();
                });
        assertThat(library.all().stream().filter(one -> !one.near().isEmpty()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.isOwnWording())
                        .as("%s: what is near is told only of what nobody keeps", one.key())
                        .isTrue());
        assertThat(library.get("competitive-procurement").near()).contains("PEFA PI-24.2");
        assertThat(library.find(IndicatorLibrary.Sought.words("afrobarometer respect")))
                .extracting(LibraryIndicator::key)
                .containsExactly("treated-with-respect");
        assertThat(library.get("demobilised").custodian()).isEqualTo("National commission for demobilisation");
        assertThat(library.get("court-clearance").custodian()).contains("CEPEJ");
        assertThat(library.get("trust-police").isOwnWording()).isFalse();
        assertThat(library.get("payroll-verified").isOwnWording()).isTrue();
        assertThat(library.all()).filteredOn(LibraryIndicator::isOwnWording).allSatisfy(one -> {
            assertThat(Wording.english().say(one.keptBy())).startsWith("No custodian");
            assertThat(one.nearby())
                    .as(
                            "what is near to it, or that nothing is known to be: nobody has to wonder whether it was forgotten")
                    .isPresent();
        });
        assertThat(Wording.english().say(library.get("trust-police").keptBy()))
                .isEqualTo(library.get("trust-police").source());
        assertThat(Wording.english().say(library.get("legal-counsel").nearby().orElseThrow()))
                .startsWith("Nothing that somebody publishes");
        assertThat(library.all().stream().map(LibraryIndicator::custodian)).doesNotContain("none");
    }

    @Test
    void every_theme_has_a_name() {
        assertThat(library.themes())
                .hasSize(4)
                .allSatisfy(theme -> assertThat(Wording.english().say("goals.library.theme." + theme))
                        .isNotBlank()
                        .doesNotContain("goals."));
    }

    @Test
    void is_searched_by_every_word_and_by_what_it_fits() {
        assertThat(library.find(IndicatorLibrary.Sought.words("PAYROLL identity")))
                .extracting(LibraryIndicator::key)
                .containsExactly("payroll-verified");
        assertThat(library.find(new IndicatorLibrary.Sought(
                        "",
                        Optional.of("control"),
                        Optional.of(ReformArea.CIVIL_SOCIETY),
                        Optional.of(IndicatorLevel.IMPACT))))
                .extracting(LibraryIndicator::key)
                .containsExactly("having-a-say", "voice-and-accountability");
        assertThat(library.find(IndicatorLibrary.Sought.words("unicorns"))).isEmpty();
    }

    @Test
    void an_indicator_taken_from_it_has_no_baseline_and_no_target() {
        Indicator taken = IndicatorLibrary.in(Plan.CHAIN, Plan.id("goal"), library.get("homicide"));
        assertThat(taken.source()).isEqualTo("SDG 16.1.1, UNODC, WHO");
        assertThat(taken.direction()).isEqualTo(Direction.DOWN);
        assertThat(taken.baseline().isSaid()).isFalse();
        assertThat(taken.target().isSaid()).isFalse();
    }

    @Test
    void each_has_its_french_texts_and_the_rest_is_told_once() {
        IndicatorLibrary french = IndicatorLibrary.shipped(Locale.FRENCH);
        assertThat(french.edition()).isEqualTo(library.edition());
        assertThat(french.all()).hasSameSizeAs(library.all()).allSatisfy(one -> {
            LibraryIndicator english = library.get(one.key());
            assertThat(one.name()).as(one.key()).isNotBlank().isNotEqualTo(english.name());
            assertThat(one.method()).as(one.key()).isNotBlank().isNotEqualTo(english.method());
            assertThat(one.limits()).as(one.key()).isNotBlank().isNotEqualTo(english.limits());
            assertThat(one.by()).as(one.key()).hasSameSizeAs(english.by()).noneMatch(String::isBlank);
            assertThat(one.near().isEmpty())
                    .as(one.key())
                    .isEqualTo(english.near().isEmpty());
            assertThat(one.isOwnWording()).as(one.key()).isEqualTo(english.isOwnWording());
            assertThat(one.code()).isEqualTo(english.code());
            assertThat(one.direction()).isEqualTo(english.direction());
            assertThat(UncountedUnits.SHIPPED.holds(one.unit()))
                    .as("whether groups of %s are added: %s", one.key(), one.unit())
                    .isEqualTo(UncountedUnits.SHIPPED.holds(english.unit()));
        });
        assertThat(french.all()).extracting(LibraryIndicator::name).doesNotHaveDuplicates();
        assertThat(french.find(IndicatorLibrary.Sought.words("PAYROLL identity")))
                .as("by an English word, too")
                .extracting(LibraryIndicator::key)
                .containsExactly("payroll-verified");
        assertThat(IndicatorLibrary.shipped(Locale.forLanguageTag("sw")).all()).isEqualTo(library.all());
    }

    @Test
    void says_so_when_there_is_none_of_that_key() {
        assertThatThrownBy(() -> library.get("unicorns")).isInstanceOf(Failure.class);
    }
}
