package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.framework.PurposeCrosswalk;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;

class SorterTest {
    private final Sorter sorter = Sorter.byRules();

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Parliamentary oversight of the security sector                 | 1a",
                "Appui au contrôle parlementaire des forces armées              | 1a",
                "Public expenditure review of the police                        | 1b",
                "Chaîne de paiement des militaires                              | 1b",
                "Training for journalists on security sector governance         | 1c",
                "Reforma del sector seguridad                                   | 1x",
                "Training of the armed forces                                   | 2a",
                "Formation des militaires                                       | 2a",
                "Community policing in three provinces                          | 2b",
                "Renforcement de la police nationale                            | 2b",
                "Stöd till polisreform                                          | 2b",
                "Aufbau der Polizei                                             | 2b",
                "Support to the security forces                                 | 2x",
                "Accès à la justice pour les femmes                             | 3",
                "Fortalecimiento de la fiscalía                                 | 3",
                "Reforma da justiça                                             | 3",
                "Démobilisation des ex-combattants                              | 4a",
                "Reintegration of ex-combatants                                 | 4a",
                "Desminado humanitario                                          | 4b",
                "Small arms and light weapons control                           | 4b",
                "African Standby Force headquarters                             | 4c",
                "Consolidation de la paix                                       | 4x",
                "Ziviler Friedensdienst                                         | 4x",
            })
    void words_tell_the_area_without_any_code(String title, String area) {
        assertThat(sorter.sort(titled(title)).area().code()).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({
        "Food security for returnees",
        "Sécurité alimentaire au Kirundo",
        "Seguridad alimentaria en el Cauca",
        "Social security reform",
        "Road safety campaign",
        "Coal mines rehabilitation",
        "Fonds minier",
        "Reintegration of refugees",
        "Réintégration des rapatriés",
        "Energía y minas: plan nacional",
        "Livsmedelssäkerhet i Malawi",
        "Salvation Army school",
    })
    void counter_words_keep_other_securities_mines_and_reintegrations_out(String title) {
        assertThat(sorter.sort(titled(title)).area()).isEqualTo(ReformArea.NONE);
    }

    @Test
    void a_code_is_a_prior_and_never_the_verdict() {
        Sortable road = new Sortable("1", List.of("Road rehabilitation"), List.of(), List.of(SectorCode.dac("15220")));
        Sortable untold = new Sortable("2", List.of("Kirimiro 2010-2013"), List.of(), List.of(SectorCode.dac("15220")));
        assertThat(sorter.sort(road).area()).isEqualTo(ReformArea.NONE);
        assertThat(sorter.sort(untold).area()).isEqualTo(ReformArea.PEACEBUILDING_IN_GENERAL);
    }

    @Test
    void the_best_area_of_a_code_agrees_with_the_crosswalk() {
        CodeBook codes = CodeBook.shipped();
        for (PurposeCrosswalk.Purpose purpose : PurposeCrosswalk.current().list()) {
            ReformArea best = codes.read(List.of(SectorCode.dac(purpose.code())))
                    .getFirst()
                    .best();
            assertThat(
                            best.isSsr()
                                    ? purpose.areas().contains(best) || best == ReformArea.OVERSIGHT_IN_GENERAL
                                    : purpose.weak())
                    .as(purpose.code())
                    .isTrue();
        }
    }

    @Test
    void reasons_are_words_a_reader_can_check() {
        Sortable activity = new Sortable(
                "1", List.of("Projet de démobilisation"), List.of(), List.of(new SectorCode("1", "15240", null, "")));
        assertThat(said(sorter.sort(activity))).contains("DAC purpose code 15240", "title names *démobilisation*");
    }

    @Test
    void reasons_name_what_spoke_against() {
        assertThat(said(sorter.sort(titled("Food security and peace"))))
                .contains("title names *Food security*, which is something else", "title names *peace*");
    }

    @Test
    void nothing_to_judge_by_cannot_be_told() {
        assertThat(sorter.sort(new Sortable("1", List.of(), List.of(), List.of()))
                        .area())
                .isEqualTo(ReformArea.CANNOT_BE_TOLD);
        assertThat(sorter.sort(titled("Support to the programme, phase 2")).area())
                .isEqualTo(ReformArea.CANNOT_BE_TOLD);
    }

    @ParameterizedTest(name = "{0}: {1}, learned {2}")
    @CsvSource({
        "15130, 3, false", "15130, 3, true",
        "15240, 4a, false", "15240, 4a, true",
        "15210, 1x, false", "15210, 1x, true",
        "15250, 4b, false", "15250, 4b, true"
    })
    void a_full_code_that_speaks_clearly_is_answered_without_any_words_less_surely(
            String code, String area, boolean isLearned) {
        Sorter asked = isLearned ? Sorter.shipped() : sorter;
        Sorting sorting = asked.sort(new Sortable("1", List.of(), List.of(), List.of(SectorCode.dac(code))));
        assertThat(sorting.area().code()).isEqualTo(area);
        assertThat(sorting.confidence()).isBetween(new BigDecimal("0.2"), new BigDecimal("0.55"));
        assertThat(said(sorting))
                .contains(
                        "no words say more: this is the answer of the codes alone, which are right little more often than not",
                        "DAC purpose code " + code);
        assertThat(asked.sort(new Sortable("1", List.of("Phase 2"), List.of(), List.of(SectorCode.dac(code))))
                        .area()
                        .code())
                .isEqualTo(area);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "15130 60, 15250 40; 3 60, 4b 40",
                "15130 50, 15250 50; 3 50, 4b 50",
                "15130 33.3, 15250 33.3, 15261 33.4; 3 33.3, 4a 33.4, 4b 33.3",
                "15130 60, 31110 40; 3 60, none 40",
                "15130 50, 31110 50; 3 50, none 50",
                "15130 10, 31110 90; 3 10, none 90",
                "15130 0, 31110 100; none 100",
                "15130 40, 15110 60; ? 100",
                "15130 40, 152 60; ? 100",
                "15130 , 15250 , 15261 ; ? 100",
            })
    void without_words_each_part_is_sorted_by_its_code_if_every_code_would_answer_alone(String codes, String areas) {
        List<SectorCode> sectors = Stream.of(codes.split(", ?", -1))
                .map(code -> code.strip().split(" ", -1))
                .map(code -> code.length == 1 ? SectorCode.dac(code[0]) : sector(code[0], code[1]))
                .toList();
        for (Sorter asked : List.of(sorter, Sorter.shipped())) {
            Sorting sorting = asked.sort(new Sortable("1", List.of("Programme"), List.of(), sectors));
            assertThat(sorting.shares().entrySet().stream()
                            .map(share -> share.getKey().code() + " "
                                    + share.getValue().toPlainString()))
                    .containsExactlyInAnyOrder(areas.split(", ", -1));
            if (sorting.shares().keySet().stream().anyMatch(ReformArea::isSsr)) {
                assertThat(sorting.confidence()).isLessThanOrEqualTo(new BigDecimal("0.55"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"152", "15110", "15133", "99810", "11"})
    void a_group_of_codes_or_one_that_speaks_for_nothing_cannot_be_told_without_words(String code) {
        Sortable activity = new Sortable("1", List.of(), List.of(), List.of(SectorCode.dac(code)));
        assertThat(List.of(
                        sorter.sort(activity).area(),
                        Sorter.shipped().sort(activity).area()))
                .doesNotContainAnyElementsOf(List.of(ReformArea.values()).stream()
                        .filter(ReformArea::isSsr)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_code_of_reform_that_words_outweigh_is_named_with_its_area(boolean isLearned) {
        Sortable road = new Sortable(
                "1",
                List.of("Road rehabilitation, school feeding and food security"),
                List.of(
                        "Coal mines, health centres, water supply, vaccination, fertilizer, social security, fisheries"),
                List.of(SectorCode.dac("15220")));
        Sorting sorting = (isLearned ? Sorter.shipped() : sorter).sort(road);
        assertThat(sorting.area()).isEqualTo(ReformArea.NONE);
        assertThat(said(sorting)).contains("DAC purpose code 15220 speaks for 4x; what else is known outweighs it");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_name_of_a_publishers_own_sector_that_says_nothing_of_reform_does_not_decide(boolean isLearned) {
        SectorCode broad =
                new SectorCode("99", "GOUVERNEMENT ET SOCIETE CIVILE", null, "GOUVERNEMENT ET SOCIETE CIVILE");
        Sortable support =
                new Sortable("1", List.of("Appui à la sécurité"), List.of(), List.of(SectorCode.dac("152"), broad));

        Sorting sorting = (isLearned ? Sorter.shipped() : sorter).sort(support);

        assertThat(sorting.area()).isEqualTo(ReformArea.CANNOT_BE_TOLD);
    }

    @Test
    void where_a_code_of_reform_is_too_weak_the_reason_says_that_most_activities_are_no_reform() {
        Sortable capacities = new Sortable(
                "1",
                List.of("Projet de renforcement des capacités des agents"),
                List.of(),
                List.of(SectorCode.dac("152")));

        Sorting sorting = sorter.sort(capacities);

        assertThat(sorting.area()).isEqualTo(ReformArea.NONE);
        assertThat(said(sorting))
                .startsWith(
                        "most activities are no support to security sector reform, and what speaks for it here is too"
                                + " weak to say otherwise");
        assertThat(said(sorter.sort(new Sortable(
                        "2", List.of("Food security for households"), List.of(), List.of(SectorCode.dac("15220"))))))
                .as("words that are something else are the reason themselves")
                .noneMatch(reason -> reason.startsWith("most activities"));
    }

    @Test
    void a_publishers_own_sector_is_read_by_its_name() {
        Sortable activity = new Sortable(
                "1",
                List.of("Programme 2012"),
                List.of(),
                List.of(new SectorCode("99", "A-17", null, "Déminage et armes légères")));
        Sorting sorting = sorter.sort(activity);
        assertThat(sorting.area()).isEqualTo(ReformArea.SMALL_ARMS_AND_MINES);
        assertThat(said(sorting)).contains("sector is called *Déminage*");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Paix et réconciliation          | 73010 | AIDE HUMANITAIRE",
                "Assistance juridique            | 72010 | AIDE HUMANITAIRE",
                "Programme 2012                  | 15250 | AGRICULTURE",
                "Kirimiro 2010-2013              | 15220 | AGRICULTURE",
                "Désarmement, phase 2            |       | SANTE",
            })
    void the_name_of_a_publishers_own_sector_that_is_something_else_changes_nothing_where_title_or_codes_speak(
            String title, String code, String own) {
        List<SectorCode> codes = code == null ? List.of() : List.of(SectorCode.dac(code));
        List<SectorCode> named = Stream.concat(codes.stream(), Stream.of(new SectorCode("99", own, null, own)))
                .toList();
        for (Sorter asked : List.of(sorter, Sorter.shipped())) {
            assertThat(asked.sort(new Sortable("1", List.of(title), List.of(), named)))
                    .isEqualTo(asked.sort(new Sortable("1", List.of(title), List.of(), codes)));
        }
    }

    @Test
    void the_name_of_a_publishers_own_sector_that_speaks_for_reform_is_heard_beside_codes_and_named_as_a_reason() {
        SectorCode own = new SectorCode("99", "Conflict mitigation", null, "Conflict mitigation");
        Sortable returns =
                new Sortable("1", List.of("Sustainable returns"), List.of(), List.of(SectorCode.dac("15220"), own));

        Sorting sorting = sorter.sort(returns);

        assertThat(sorting.area()).isEqualTo(ReformArea.PEACEBUILDING_IN_GENERAL);
        assertThat(said(sorting)).contains("sector is called *Conflict mitigation*");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Programme 2012      |     | Déminage        | 4b",
                "Programme 2012      | 151 | Déminage        | 4b",
                "Programme 2012      | 998 | AGRICULTURE     | none",
                "Kirimiro 2010-2013  |     | Police nationale | 2b",
            })
    void where_only_the_publishers_own_sector_speaks_it_is_the_answer_and_the_first_reason_says_so(
            String title, String code, String own, String area) {
        List<SectorCode> sectors = Stream.of(code == null ? "" : code, own)
                .filter(one -> !one.isEmpty())
                .map(one -> one.equals(own) ? new SectorCode("99", own, null, own) : SectorCode.dac(one))
                .toList();
        for (Sorter asked : List.of(sorter, Sorter.shipped())) {
            Sorting sorting = asked.sort(new Sortable("1", List.of(title), List.of(), sectors));
            assertThat(sorting.area().code()).isEqualTo(area);
            assertThat(said(sorting).getFirst())
                    .isEqualTo(
                            "neither title, description nor codes speak; this is what the publisher calls the sector,"
                                    + " and no more");
        }
    }

    @Test
    void full_codes_without_percentages_share_those_of_their_groups() {
        List<SectorCode> whole = List.of(sector("15220", "20"), sector("15250", "20"), sector("31120", "60"));
        List<SectorCode> apart = List.of(
                new SectorCode("2", "152", new BigDecimal("40"), ""),
                new SectorCode("2", "311", new BigDecimal("60"), ""),
                SectorCode.dac("15220"),
                SectorCode.dac("15250"),
                SectorCode.dac("31120"));

        for (List<SectorCode> sectors : List.of(whole, apart)) {
            assertThat(CodeBook.shipped().read(sectors))
                    .extracting(
                            CodeBook.Reading::code,
                            reading -> String.valueOf(reading.sector().percentage())
                                    .replaceAll("\\.0+$", ""))
                    .containsExactly(tuple("15220", "20"), tuple("15250", "20"), tuple("31120", "60"));
        }
    }

    @Test
    void a_full_code_that_has_a_percentage_keeps_it_and_what_no_group_says_stays_unknown() {
        List<SectorCode> sectors = List.of(
                new SectorCode("2", "152", new BigDecimal("40"), ""),
                sector("15220", "10"),
                SectorCode.dac("15250"),
                SectorCode.dac("31120"));

        assertThat(CodeBook.shipped().read(sectors))
                .extracting(reading -> String.valueOf(reading.sector().percentage()))
                .containsExactly("10", "null", "null");
    }

    @Test
    void the_name_of_a_dac_code_does_not_count_beside_the_code() {
        SectorCode named =
                new SectorCode("1", "15220", null, "Civilian peacebuilding, conflict prevention and resolution");
        Sortable road = new Sortable("1", List.of("Roads"), List.of(), List.of(named));
        Sortable same = new Sortable("1", List.of("Roads"), List.of(), List.of(SectorCode.dac("15220")));
        assertThat(sorter.sort(road)).isEqualTo(sorter.sort(same));
    }

    @Test
    void reported_percentages_become_shares() {
        Sortable activity = new Sortable(
                "1",
                List.of("Integrated programme for the North"),
                List.of(),
                List.of(sector("12220", "60"), sector("15220", "40")));
        Sorting sorting = sorter.sort(activity);
        assertThat(sorting.area()).isEqualTo(ReformArea.NONE);
        assertThat(sorting.shares())
                .isEqualTo(Map.of(
                        ReformArea.NONE,
                        new BigDecimal("60"),
                        ReformArea.PEACEBUILDING_IN_GENERAL,
                        new BigDecimal("40")));
    }

    @Test
    void two_areas_named_alike_share_the_activity() {
        Sorting sorting = sorter.sort(titled("Support to police stations and to prisons"));
        assertThat(sorting.shares().keySet()).containsExactlyInAnyOrder(ReformArea.POLICE, ReformArea.RULE_OF_LAW);
    }

    @Test
    void who_controls_a_force_is_no_support_to_that_force() {
        assertThat(sorter.sort(titled("Payroll reform of the army")).shares())
                .containsOnlyKeys(ReformArea.SECURITY_BUDGET);
    }

    @Test
    void a_group_of_codes_is_ignored_where_a_full_code_is_given() {
        assertThat(CodeBook.shipped().read(List.of(SectorCode.dac("152"), SectorCode.dac("15250"))))
                .extracting(CodeBook.Reading::code)
                .containsExactly("15250");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shares_always_add_to_one_hundred_and_the_answer_never_changes(boolean isLearned) {
        Sorter sorter = isLearned ? Sorter.shipped() : Sorter.byRules();
        List<String> words = List.of(
                "police",
                "prison",
                "démobilisation",
                "mines",
                "paz",
                "food security",
                "armée",
                "santé",
                "Frieden",
                "fred",
                "of",
                "and",
                "{0}",
                "''",
                "¤",
                "parliament",
                "budget",
                "𐐀",
                "安全",
                "\u0000");
        List<String> codes = List.of(
                "15210", "15220", "12220", "15250", "152", "99999", "", "abc", "15130", "1003", " 15137 ", "16.3");
        Random random = new Random(20261124);
        for (int i = 0; i < 3_000; i++) {
            List<String> texts = new ArrayList<>();
            for (int t = random.nextInt(4); t > 0; t--) {
                StringBuilder text = new StringBuilder();
                for (int w = random.nextInt(12); w > 0; w--) {
                    text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(5) == 0 ? ". " : " ");
                }
                texts.add(text.toString());
            }
            List<SectorCode> sectors = new ArrayList<>();
            for (int s = random.nextInt(6); s > 0; s--) {
                BigDecimal percentage = random.nextInt(4) == 0
                        ? null
                        : BigDecimal.valueOf(random.nextInt(-10, 2_600), random.nextInt(3));
                sectors.add(new SectorCode(
                        List.of("", "1", "2", "8", "99").get(random.nextInt(5)),
                        codes.get(random.nextInt(codes.size())),
                        percentage,
                        random.nextInt(5) == 0 ? "Justice" : ""));
            }
            Sortable activity = new Sortable("x", texts.isEmpty() ? List.of() : texts.subList(0, 1), texts, sectors);
            Sorting sorting = sorter.sort(activity);
            assertThat(sorting.shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("100");
            assertThat(sorting.shares().values()).allMatch(share -> share.signum() > 0);
            assertThat(sorting.shares().get(sorting.area()))
                    .isGreaterThanOrEqualTo(sorting.shares().values().stream()
                            .max(BigDecimal::compareTo)
                            .orElseThrow());
            assertThat(sorting.confidence()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
            assertThat(sorting.reasons()).isNotEmpty();
            assertThat(sorter.sort(activity)).isEqualTo(sorting);
        }
    }

    @Test
    void a_title_of_a_million_characters_is_read_only_at_its_beginning() {
        String long1 = "police ".repeat(150_000);
        String long2 = "a".repeat(1_000_000);
        String long3 = "\u0301".repeat(1_000_000);
        for (String title : List.of(long1, long2, long3)) {
            Sorting sorting = sorter.sort(titled(title));
            assertThat(said(sorting)).contains("the text is very long; only its beginning was read");
            assertThat(said(sorting)).allMatch(reason -> reason.length() < 250);
        }
    }

    @Test
    void rules_carry_their_editions() {
        assertThat(sorter.edition()).contains("codes 2026-11", "en 2026-11", "fr 2026-11", "es 2026-11");
    }

    @Test
    void what_was_learned_is_a_part_of_the_edition() {
        assertThat(Sorter.shipped().edition())
                .startsWith(sorter.edition() + ", learned ")
                .matches(".*, learned [0-9a-f]{8}");
    }

    @Test
    void nothing_to_judge_by_cannot_be_told_by_what_was_learned_either() {
        Sorting sorting = Sorter.shipped().sort(titled("Support to the programme, phase 2"));
        assertThat(sorting.area()).isEqualTo(ReformArea.CANNOT_BE_TOLD);
        assertThat(said(sorting)).contains("the words and codes say too little");
    }

    @Test
    void a_sorting_that_does_not_add_up_is_refused() {
        assertThatThrownBy(() -> new Sorting(
                        ReformArea.NONE, BigDecimal.ONE, Map.of(ReformArea.NONE, new BigDecimal("99.99")), List.of()))
                .hasMessageContaining("100");
    }

    private static Sortable titled(String title) {
        return new Sortable("1", List.of(title), List.of(), List.of());
    }

    private static SectorCode sector(String code, String percentage) {
        return new SectorCode("1", code, new BigDecimal(percentage), "");
    }

    private static List<String> said(Sorting sorting) {
        return sorting.reasons().stream().map(Wording.english()::say).toList();
    }
}
