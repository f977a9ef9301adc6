package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.evidence.Transaction;
import org.salus.framework.Figure;
import org.salus.framework.Wording;

/** Who receives first and who last, from types, references and names as files state them. */
class LocalisationAnalysisTest {
    private static final Party MINISTRY = new Party("BI-GOV-1", "10", "Ministry of Justice", null);

    private static Transaction to(int number, @Nullable Party receiver) {
        return new Transaction(
                number,
                null,
                "3",
                LocalDate.of(2010, 5, 6),
                BigDecimal.TEN,
                "USD",
                null,
                null,
                receiver,
                null,
                List.of(),
                List.of());
    }

    private static Participation implementing(Party party) {
        return new Participation("4", party, null);
    }

    private static Map<ReceiverClass, BigDecimal> sums(Localisation localisation) {
        return localisation.parts().stream()
                .collect(Collectors.toMap(Localisation.Part::receiver, Localisation.Part::money));
    }

    private static List<Localisation> of(Given given) {
        return LocalisationAnalysis.of(given.inputs(), Thresholds.shipped());
    }

    @Test
    void money_that_passes_through_others_is_national_by_the_last_receiver_only() {
        Party undp = new Party("41114", "40", "UNDP", "two");
        Given given = new Given()
                .activity("one", "3", "2010-01-01", "2012-12-31", List.of(), List.of(to(1, undp), to(2, MINISTRY)), "A")
                .activity(
                        "two",
                        "3",
                        "2010-01-01",
                        "2012-12-31",
                        List.of(implementing(new Party(null, "24", "Ligue Iteka", null))),
                        List.of(),
                        "UNDP")
                .paid("one", "A", "3", 2010, "60", 1)
                .paid("one", "A", "3", 2010, "40", 2);
        // A type 24 is an NGO based in a partner country; which one, nothing here says.
        assertThat(sums(of(given).getLast()))
                .containsEntry(ReceiverClass.CANNOT_BE_TOLD, new BigDecimal("60"))
                .containsEntry(ReceiverClass.NATIONAL_INSTITUTION, new BigDecimal("40"));
        assertThat(sums(of(given).getFirst())).containsEntry(ReceiverClass.OTHER, new BigDecimal("60"));
        assertThat(of(given).getFirst().national()).isEqualTo(Figure.known(new BigDecimal("0.4000000000")));
        assertThat(of(given).getLast().nationalAtMost()).isInstanceOf(Figure.Unknown.class);
    }

    /** Where a payment goes is decided in one place, so that a chain and a last receiver never disagree. */
    @Test
    void an_identifier_that_differs_in_case_and_spaces_is_followed_too() {
        Given given = new Given()
                .activity(
                        "one",
                        "3",
                        "2010-01-01",
                        "2012-12-31",
                        List.of(),
                        List.of(to(1, new Party("41114", "40", "UNDP", " TWO"))),
                        "A")
                .activity("two", "3", "2010-01-01", "2012-12-31", List.of(implementing(MINISTRY)), List.of(), "UNDP")
                .paid("one", "A", "3", 2010, "60", 1);
        assertThat(sums(of(given).getLast())).containsOnlyKeys(ReceiverClass.NATIONAL_INSTITUTION);
    }

    @Test
    void an_organisation_is_of_the_country_by_reference_or_name_and_a_donors_agency_is_not() {
        Given given = new Given();
        Party[] parties = {
            new Party("BI-REG-7", "22", "Ligue Iteka", null),
            new Party(null, "10", "Police Nationale du Burundi", null),
            new Party("GB-GOV-1", "10", "FCDO", null),
            new Party(null, "15", "Public Works", null),
            new Party("GB-CHC-1", "22", "Help", null)
        };
        for (int i = 0; i < parties.length; i++) {
            given.activity("a" + i, "3", "2010-01-01", "2010-12-31", List.of(), List.of(to(1, parties[i])), "A")
                    .paid("a" + i, "A", "3", 2010, "10", 1);
        }
        assertThat(sums(of(given).getFirst()))
                .containsEntry(ReceiverClass.NATIONAL_CIVIL_SOCIETY, new BigDecimal("10"))
                .containsEntry(ReceiverClass.NATIONAL_INSTITUTION, new BigDecimal("10"))
                .containsEntry(ReceiverClass.OTHER, new BigDecimal("20"))
                .containsEntry(ReceiverClass.CANNOT_BE_TOLD, new BigDecimal("10"));
        Figure<BigDecimal> least = of(given).getFirst().national();
        assertThat(least.valueIfAny()).contains(new BigDecimal("0.4000000000"));
        assertThat(least.reasonIfAny().map(Wording.english()::say))
                .hasValueSatisfying(why -> assertThat(why).contains("20 %"));
        assertThat(of(given).getFirst().nationalAtMost().valueIfAny()).contains(new BigDecimal("0.6000000000"));
    }

    @Test
    void nobody_named_is_unknown_and_never_nobody_in_the_country() {
        Given given = new Given()
                .activity("one", "3", "2010-01-01", "2012-12-31", List.of(), List.of(to(1, null)), "A")
                .paid("one", "A", "3", 2010, "60", 1);
        assertThat(of(given)).allSatisfy(one -> {
            assertThat(one.national()).isInstanceOf(Figure.Unknown.class);
            assertThat(sums(one)).containsOnlyKeys(ReceiverClass.NOT_STATED);
        });
    }

    @Test
    void activities_that_lead_to_one_another_in_a_circle_come_to_an_end() {
        Given given = new Given()
                .activity(
                        "one",
                        "3",
                        "2010-01-01",
                        "2012-12-31",
                        List.of(),
                        List.of(to(1, new Party(null, null, "X", "two"))),
                        "A")
                .activity(
                        "two",
                        "3",
                        "2010-01-01",
                        "2012-12-31",
                        List.of(),
                        List.of(to(1, new Party(null, null, "Y", "one"))),
                        "A")
                .paid("one", "A", "3", 2010, "60", 1);
        assertThat(sums(of(given).getLast())).containsOnlyKeys(ReceiverClass.CANNOT_BE_TOLD);
    }
}
