package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.evidence.Activity;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.evidence.Place;

/** Which ways to write an organisation are one, and above all which are not. */
class OrganisationsTest {
    private static final Party REPORTER = new Party("XM-DAC-41114", "40", "United Nations Development Programme", null);

    private static final int MANY = 40;

    private final List<Activity> activities = new ArrayList<>();

    private static Party named(String name) {
        return new Party(null, null, name, null);
    }

    private static Party party(@Nullable String ref, @Nullable String name) {
        return new Party(ref, null, name, null);
    }

    private OrganisationsTest in(String country, Party... parties) {
        return by(REPORTER, country, parties);
    }

    private OrganisationsTest by(Party reporter, String country, Party... parties) {
        List<Participation> participants = new ArrayList<>();
        for (Party party : parties) {
            participants.add(new Participation("4", party, null));
        }
        activities.add(activity("A-" + activities.size(), reporter, country, participants));
        return this;
    }

    private static Activity activity(String id, Party reporter, String country, List<Participation> participants) {
        List<Place> places = new ArrayList<>();
        for (String iso3 : country.split("\\+", -1)) {
            places.add(new Place(iso3, false, null, iso3, null, null));
        }
        return new Activity(
                id,
                "source",
                reporter,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                1,
                participants,
                List.of(),
                places,
                List.of(),
                0,
                null);
    }

    private Organisations organisations(OrganisationJudgement... said) {
        return Organisations.of(activities, OrganisationJudgements.of(List.of(said)));
    }

    /** The names that are one, the reporter left out. */
    private List<List<String>> groups(OrganisationJudgement... said) {
        return organisations(said).all().stream()
                .map(organisation -> organisation.written().stream()
                        .map(written -> written.label())
                        .filter(label -> !label.equals(REPORTER.name()))
                        .sorted()
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private List<Joined> reasons(String key) {
        return organisations().find(key).orElseThrow().joinings().stream()
                .map(Organisation.Joining::why)
                .toList();
    }

    private static OrganisationJudgement said(OrganisationVerdict verdict, String... keys) {
        return new OrganisationJudgement(List.of(keys), verdict, "we know them", "");
    }

    /** Whatever a test wrote: any two organisations that are shown become one by their keys, and are kept apart by them, and nobody else is touched by that word. */
    @AfterEach
    void any_two_that_are_shown_can_be_made_one_and_kept_apart_by_their_keys() {
        Organisations before = organisations();
        List<Organisation> all = before.all();
        if (all.size() > MANY) {
            return;
        }
        for (int at = 0; at < all.size(); at++) {
            for (int with = at + 1; with < all.size(); with++) {
                Organisation one = all.get(at);
                Organisation other = all.get(with);
                Organisations same = organisations(said(OrganisationVerdict.SAME, one.key(), other.key()));
                String pair = one.key() + " and " + other.key();
                Organisation both = same.find(one.key()).orElseThrow();
                assertThat(same.idle()).as(pair).isEmpty();
                assertThat(same.find(other.key())).as(pair).hasValue(both);
                assertThat(keys(both)).as(pair).containsAll(keys(one)).containsAll(keys(other));
                assertThat(both.joinings().stream()
                                .filter(joining -> joining.why() == Joined.JUDGED)
                                .count())
                        .as(pair)
                        .isEqualTo(1);
                // More than these two are one only where a rule, such as the name only one has now, says so.
                Set<String> more = new TreeSet<>(keys(both));
                more.removeAll(keys(one));
                more.removeAll(keys(other));
                assertThat(same.all())
                        .as(pair)
                        .hasSize(all.size()
                                - 1
                                - (int) all.stream()
                                        .filter(third -> more.containsAll(keys(third)))
                                        .count());
                assertThat(same.all())
                        .as(pair)
                        .allSatisfy(organisation -> assertThat(all)
                                .anyMatch(known -> keys(organisation).equals(keys(both))
                                        || keys(known).equals(keys(organisation))));
                Organisations apart = organisations(said(OrganisationVerdict.APART, one.key(), other.key()));
                assertThat(apart.idle()).as(pair).isEmpty();
                assertThat(apart.proposals())
                        .as(pair)
                        .noneMatch(proposal ->
                                Set.of(proposal.first(), proposal.second()).equals(Set.of(one.key(), other.key())));
            }
        }
    }

    private static Set<String> keys(Organisation organisation) {
        return organisation.written().stream()
                .map(Organisation.Written::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void who_is_known_by_a_shipped_reference_that_nobody_writes_is_joined_and_kept_apart_by_it() {
        in("BDI", named("World Food Programme"), named("World Food Programm"), party("NO-4", null));
        in("BDI", named("Norwegian Ministry of Foreign Affair"));
        assertThat(organisations().all())
                .extracting(Organisation::key)
                .contains("XM-DAC-41140", "name:world food programm", "NO-BRC-972417920");
        assertThat(groups(
                        said(OrganisationVerdict.SAME, "XM-DAC-41140", "name:world food programm"),
                        said(
                                OrganisationVerdict.SAME,
                                "NO-BRC-972417920",
                                organisations().all().stream()
                                        .filter(one -> one.name().endsWith("Affair"))
                                        .findFirst()
                                        .orElseThrow()
                                        .key())))
                .containsExactlyInAnyOrder(
                        List.of("World Food Programm", "World Food Programme"),
                        List.of("NO-4", "Norwegian Ministry of Foreign Affair"));
        Organisations apart =
                organisations(said(OrganisationVerdict.APART, "XM-DAC-41140", "name:world food programm"));
        assertThat(apart.idle()).isEmpty();
        assertThat(apart.find("XM-DAC-41140").orElseThrow().name()).isEqualTo("World Food Programme");
        // Its old key still leads to it where it is called by another now.
        in("BDI", party("GB-CHC-7", "Food for Burundi"));
        Organisations judged = organisations(said(OrganisationVerdict.SAME, "XM-DAC-41140", "GB-CHC-7"));
        assertThat(judged.find("XM-DAC-41140")).isPresent().isEqualTo(judged.find("GB-CHC-7"));
    }

    @Test
    void who_is_made_one_takes_nobody_along_who_only_has_the_same_name() {
        in(
                "BDI",
                party("GB-CHC-292506", "Mercy Bridge"),
                party("NL-KVK-41158230", "Mercy Bridge"),
                named("Mercy Bridge"),
                named("Alpha"));
        assertThat(organisations(said(OrganisationVerdict.SAME, "name:mercy bridge", "name:alpha"))
                        .all())
                .extracting(Organisation::key)
                .contains("GB-CHC-292506", "NL-KVK-41158230")
                .hasSize(4);
    }

    @Test
    void a_reference_is_one_under_any_prefix() {
        in("BDI", party("41114", "UNDP"), party("XM-DAC-41114", "UNDP Burundi"), party(" xm-dac-41114 ", null));
        Organisation undp = organisations().find("XM-DAC-41114").orElseThrow();
        assertThat(organisations().all()).containsExactly(undp);
        assertThat(undp.references()).contains("41114", "XM-DAC-41114");
        assertThat(undp.name()).isEqualTo("United Nations Development Programme");
        assertThat(undp.joinings()).isNotEmpty().allMatch(joining -> joining.why() != Joined.SAME_NAME);
    }

    @Test
    void a_reference_where_the_name_should_stand_is_read_as_one() {
        in("BDI", party(null, "XI-IATI-EC_NEAR"), party("XI-IATI-EC_NEAR", "DG NEAR"), party("GB-CHC-7", "GB-CHC-8"));
        assertThat(organisations().find("XI-IATI-EC_NEAR").orElseThrow().times())
                .isEqualTo(2);
        assertThat(organisations().find("GB-CHC-7")).isPresent();
        assertThat(organisations().find("GB-CHC-8")).isEmpty();
    }

    @Test
    void an_older_reference_is_the_newer_one_where_a_shipped_table_says_so() {
        in("BDI", party("GB-1", "DFID"), party("GB-GOV-1", "Department for International Development (DFID)"));
        assertThat(groups()).containsExactly(List.of("DFID", "Department for International Development (DFID)"));
        assertThat(reasons("GB-GOV-1")).contains(Joined.ALIAS);
    }

    @Test
    void a_number_that_lost_its_zeros_is_the_same_number() {
        in("BDI", party("GB-COH-02394229", "Palladium"), party("GB-COH-2394229", "Palladium International Ltd (UK)"));
        assertThat(groups()).hasSize(1);
    }

    @Test
    void placeholders_join_nothing() {
        for (String nothing : List.of(
                "NO-REF",
                "0",
                "N/A",
                "not applicable",
                "-",
                ";",
                "null",
                "70-Private Sector",
                "22000",
                "XM-DAC-22000",
                "XI-BRIDGE-null")) {
            activities.clear();
            in("BDI", party(nothing, "Alpha Peace Works"), party(nothing, "Beta Mine Clearance"));
            assertThat(groups()).as(nothing).hasSize(2);
        }
        activities.clear();
        in(
                "BDI",
                party("GB-CHC-1", "n/a"),
                party("GB-CHC-2", "N/A"),
                named("Not applicable"),
                named("Recipient Government"));
        assertThat(organisations().all()).hasSize(3);
        assertThat(organisations().totals().nobody()).isEqualTo(2);
    }

    @Test
    void a_publishers_own_code_means_something_in_its_own_files_only() {
        by(party("GB-CHC-1", "First"), "BDI", party("00012", "Alpha Peace Works"), party("00012", "ALPHA PEACE"));
        by(party("GB-CHC-2", "Second"), "BDI", party("00012", "Alpha Irrigation"));
        assertThat(groups())
                .contains(List.of("ALPHA PEACE", "Alpha Peace Works"), List.of("Alpha Irrigation"))
                .hasSize(4);
    }

    @Test
    void names_are_one_without_case_accents_punctuation_legal_form_and_acronym_in_brackets() {
        in(
                "BDI",
                named("Fondation Stéphanos"),
                named("FONDATION STEPHANOS"),
                named("Fondation-Stephanos."),
                named("Danish Refugee Council (DRC)"),
                named("Danish Refugee Council"),
                named("DRC - Danish Refugee Council"),
                named("Chemonics International, Inc."),
                named("Chemonics International"),
                named("Search for Common Ground"),
                named("Search for the Common Ground"));
        assertThat(groups())
                .hasSize(5)
                .contains(
                        List.of("Chemonics International", "Chemonics International, Inc."),
                        List.of("Search for Common Ground"),
                        List.of("Search for the Common Ground"));
    }

    @Test
    void other_legal_forms_are_other_firms() {
        in(
                "BDI",
                named("Helvetia Mine Works GmbH"),
                named("Helvetia Mine Works Ltd"),
                named("Helvetia Mine Works Limited"));
        assertThat(groups()).hasSize(2);
        assertThat(organisations().proposals()).hasSize(1);
    }

    @Test
    void an_acronym_alone_is_the_organisation_that_states_it_if_only_one_does() {
        in("BDI", named("Observatoire de l'Action Gouvernementale (OAG)"), named("OAG"));
        assertThat(groups()).hasSize(1);
        assertThat(organisations().all().stream()
                        .flatMap(one -> one.joinings().stream())
                        .map(Organisation.Joining::why))
                .containsExactly(Joined.ACRONYM);
        in("BDI", named("Office des Affaires Générales (OAG)"));
        assertThat(groups()).hasSize(3);
        assertThat(organisations().proposals()).isNotEmpty();
    }

    @Test
    void a_country_is_nobodys_acronym() {
        in("BDI", named("Community Health and Development (CHAD)"), named("Chad"), named("CHAD"));
        assertThat(groups()).hasSize(2);
    }

    @Test
    void a_country_in_common_makes_no_two_names_of_a_reference_one() {
        in("BDI", party("KR-GOV-021", "Korea Cooperation Office"), party("KR-GOV-021", "Export Import Bank of Korea"));
        in("BDI", party("44001", "International Bank for Reconstruction and Development"));
        in(
                "BDI",
                party("44001", "International Finance Corporation (The World Bank Group)"),
                party("44001", "IBRD/The World Bank"));
        assertThat(groups())
                .contains(List.of("Export Import Bank of Korea"), List.of("Korea Cooperation Office"))
                .contains(List.of("International Finance Corporation (The World Bank Group)"));
    }

    @Test
    void a_country_in_brackets_is_no_acronym() {
        in(
                "BDI",
                named("Caritas (KEN)"),
                named("Caritas (FRA)"),
                named("Feed the Hungry (USA)"),
                named("Feed the Hungry"));
        assertThat(groups()).hasSize(4);
    }

    @Test
    void what_stands_in_brackets_is_an_acronym_only_if_it_abbreviates_the_name() {
        assertThat(OrganisationNames.spells("ECHO", "European Commission")).isFalse();
        assertThat(OrganisationNames.spells("INT", "International Organization for Migration"))
                .isFalse();
        assertThat(OrganisationNames.spells("UNICEF", "United Nations Children's Fund"))
                .isTrue();
        assertThat(OrganisationNames.spells("NORAD", "Norwegian Agency for Development Cooperation"))
                .isTrue();
        assertThat(OrganisationNames.spells("CICR", "Comité international de la Croix-Rouge"))
                .isTrue();
        assertThat(OrganisationNames.spells("UNDP", "United Nations Population Fund"))
                .isFalse();
    }

    @Test
    void a_ministry_of_one_country_is_not_that_of_another() {
        in("BDI", named("Ministry of Finance"), named("MINISTRY OF FINANCE"));
        in("RWA", named("Ministry of Finance"));
        in("BDI+RWA", named("Ministry of Finance"));
        assertThat(groups()).hasSize(3);
        assertThat(organisations()
                        .find("name:ministry of finance@BDI")
                        .orElseThrow()
                        .times())
                .isEqualTo(2);
        in("COD", named("Dutch Ministry of Foreign Affairs"));
        in("RWA", named("Dutch Ministry of Foreign Affairs"));
        assertThat(groups()).hasSize(4);
    }

    @Test
    void two_references_with_one_name_are_proposed_and_not_joined() {
        in(
                "BDI",
                party("GB-CHC-292506", "Mercy Bridge"),
                party("NL-KVK-41158230", "Mercy Bridge"),
                named("Mercy Bridge"));
        assertThat(groups()).hasSize(3);
        assertThat(organisations().proposals()).hasSize(3).allSatisfy(proposal -> {
            assertThat(proposal.score()).isEqualByComparingTo("0.9");
            assertThat(proposal.reasons())
                    .extracting(reason -> reason.key())
                    .contains("portfolio.proposal.two-references");
        });
    }

    @Test
    void a_name_without_a_reference_belongs_to_the_only_reference_it_is_at_home_with() {
        in("BDI", party("GB-CHC-1105851", "Christian Aid"), named("CHRISTIAN AID"));
        assertThat(groups()).hasSize(1);
        // Once in a hundred: the whole federation's name with one of its sections.
        activities.clear();
        for (int times = 0; times < 20; times++) {
            in("BDI", party("NL-KVK-27108436", "Harbour Novib"));
        }
        in("BDI", party("NL-KVK-27108436", "Harbour"), named("Harbour"));
        assertThat(groups()).hasSize(2);
        assertThat(organisations().find("name:harbour"))
                .hasValueSatisfying(one -> assertThat(one.references()).isEmpty());
        assertThat(organisations().proposals()).hasSize(1);
    }

    @Test
    void a_section_written_with_the_name_of_the_whole_is_not_the_whole() {
        for (int times = 0; times < 20; times++) {
            in("BDI", party("NL-KVK-27108436", "Oxfam Novib"));
        }
        in("BDI", party("NL-KVK-27108436", "Oxfam"), named("OXFAM"));
        assertThat(groups()).hasSize(2);
        assertThat(organisations().find("name:oxfam").orElseThrow().references())
                .isEmpty();
    }

    @Test
    void ministries_of_two_countries_are_not_even_proposed() {
        in("BDI", named("Ministry of Public Finance"));
        in("RWA", named("Ministry of Public Finance"));
        assertThat(organisations().proposals()).isEmpty();
    }

    @Test
    void a_reference_written_with_somebody_elses_name_joins_neither() {
        in("BDI", party("US-GOV-1", "USAID"), party("US-GOV-1", "UNICEF"), party("XM-DAC-41122", "UNICEF"));
        in(
                "BDI",
                party("46004", "Asian Development Bank"),
                party("46004", "Ministry of Finance"),
                named("Ministry of Finance"));
        Organisations found = organisations();
        assertThat(found.find("US-GOV-1").orElseThrow().name()).isEqualTo("USAID");
        assertThat(found.find("XM-DAC-41122").orElseThrow().times()).isEqualTo(1);
        assertThat(found.all().stream().filter(Organisation::isContradictory)).hasSize(2);
        assertThat(found.proposals()).isNotEmpty();
    }

    @Test
    void what_is_merely_alike_is_proposed_with_its_words() {
        in("SOM", named("Untited Nations Demining Foundation"), named("United Nations Demining Foundation"));
        in("SOM", named("World Vision Kenya"), named("World Vision Uganda"));
        assertThat(groups()).hasSize(4);
        assertThat(organisations().proposals()).singleElement().satisfies(proposal -> {
            assertThat(proposal.score()).isLessThan(BigDecimal.ONE);
            assertThat(proposal.reasons()).extracting(reason -> reason.key()).contains("portfolio.proposal.alike");
        });
    }

    @Test
    void who_knows_joins_and_separates_and_wins_over_rules() {
        in(
                "BDI",
                named("Pagina"),
                party("SE-6", "Sida"),
                named("Sida"),
                party("GB-CHC-7", "Mercy"),
                party("NL-KVK-7", "Mercy"));
        assertThat(groups()).hasSize(4);
        Organisations judged = organisations(
                said(OrganisationVerdict.SAME, "SE-6", "name:pagina"),
                said(OrganisationVerdict.SAME, "GB-CHC-7", "NL-KVK-7"));
        assertThat(judged.find("name:pagina")).isEqualTo(judged.find("SE-6")).hasValueSatisfying(sida -> {
            assertThat(sida.isJudged()).isTrue();
            assertThat(sida.key()).isEqualTo("SE-6");
            assertThat(sida.joinings())
                    .contains(new Organisation.Joining("Sida [SE-6]", "Pagina", Joined.JUDGED, "we know them"));
        });
        assertThat(judged.find("NL-KVK-7")).isEqualTo(judged.find("GB-CHC-7"));
        assertThat(groups(said(OrganisationVerdict.APART, "SE-6", "name:sida")))
                .contains(List.of("Pagina"))
                .hasSize(5);
    }

    @Test
    void what_is_kept_apart_is_proposed_no_more() {
        in("BDI", party("GB-CHC-292506", "Mercy Bridge"), party("NL-KVK-41158230", "Mercy Bridge"));
        assertThat(organisations().proposals()).hasSize(1);
        assertThat(organisations(said(OrganisationVerdict.APART, "GB-CHC-292506", "NL-KVK-41158230"))
                        .proposals())
                .isEmpty();
    }

    @Test
    void who_contradicts_is_shown_and_does_not_count() {
        in(
                "BDI",
                named("Alpha Peace Works"),
                named("Beta Mine Clearance"),
                named("Gamma Police Reform"),
                named("Delta"));
        OrganisationJudgement[] said = {
            said(OrganisationVerdict.SAME, "name:alpha peace works", "name:beta mine clearance"),
            said(OrganisationVerdict.SAME, "name:beta mine clearance", "name:gamma police reform"),
            said(OrganisationVerdict.APART, "name:alpha peace works", "name:gamma police reform"),
            said(OrganisationVerdict.SAME, "name:delta", "name:nobody wrote this")
        };
        Organisations found = organisations(said);
        assertThat(found.all()).hasSize(5);
        assertThat(found.disputed())
                .extracting(item -> item.value())
                .containsExactlyInAnyOrder(said[0], said[1], said[2]);
        assertThat(found.idle()).extracting(item -> item.value()).containsExactly(said[3]);
    }

    @Test
    void a_contradiction_under_other_keys_is_found_as_well() {
        in("BDI", party("GB-CHC-7", "Mercy"), named("Bridge"));
        OrganisationJudgement[] said = {
            said(OrganisationVerdict.SAME, "GB-CHC-7", "name:bridge"),
            said(OrganisationVerdict.APART, "GB-CHC-7|name:mercy", "name:bridge")
        };
        assertThat(organisations(said).disputed()).hasSize(2);
        assertThat(organisations(said).all()).hasSize(3);
    }

    @Test
    void roles_come_from_parts_and_types_and_unknown_is_one() {
        activities.add(activity(
                "R-1",
                REPORTER,
                "BDI",
                List.of(
                        new Participation("1", new Party("GB-GOV-1", "10", "DFID", null), null),
                        new Participation("4", new Party(null, "22", "Alpha Peace Works", null), null),
                        new Participation("2", new Party(null, null, "Beta Mine Clearance", null), null))));
        Map<String, List<OrganisationRole>> roles = new LinkedHashMap<>();
        organisations().all().forEach(one -> roles.put(one.name(), List.copyOf(one.roles())));
        assertThat(roles)
                .containsEntry("DFID", List.of(OrganisationRole.DONOR, OrganisationRole.GOVERNMENT))
                .containsEntry(
                        "Alpha Peace Works", List.of(OrganisationRole.IMPLEMENTER, OrganisationRole.CIVIL_SOCIETY))
                .containsEntry("Beta Mine Clearance", List.of(OrganisationRole.UNKNOWN));
        assertThat(organisations().find("GB-GOV-1").orElseThrow().donor()).hasValue("United Kingdom");
    }

    @Test
    void every_party_that_names_somebody_is_found_and_no_order_changes_anything() {
        Random random = new Random(20261127);
        String[] names = {
            "UNDP", "Undp", "United Nations Development Programme (UNDP)", "Alpha", "Ministry of Finance", "N/A"
        };
        @Nullable String[] references = {null, "41114", "XM-DAC-41114", "GB-CHC-7", "NO-REF", "00012"};
        for (int at = 0; at < 60; at++) {
            in(
                    random.nextBoolean() ? "BDI" : "RWA",
                    party(references[random.nextInt(references.length)], names[random.nextInt(names.length)]));
        }
        Organisations found = organisations();
        int named = 0;
        for (Activity activity : activities) {
            for (Participation participation : activity.participants()) {
                named += found.of(activity, participation.party()).isPresent() ? 1 : 0;
            }
        }
        Organisations.Totals totals = found.totals();
        assertThat(named + activities.size()).isEqualTo(totals.mentions() - totals.nobody());
        assertThat(found.all().stream().mapToInt(Organisation::times).sum())
                .isEqualTo(totals.mentions() - totals.nobody());
        Collections.shuffle(activities, random);
        assertThat(organisations().all()).isEqualTo(found.all());
        assertThat(organisations().proposals()).isEqualTo(found.proposals());
    }

    @Tag("slow")
    @Test
    void ten_thousand_names_are_put_together_within_reason() {
        Random random = new Random(7);
        String[] words = {
            "peace", "police", "reform", "mine", "action", "rural", "women", "justice", "burundi", "lake", "river",
            "youth"
        };
        for (int at = 0; at < 10_000; at++) {
            in("BDI", named("Org" + at % 7_000 + " " + words[random.nextInt(12)] + " " + words[random.nextInt(12)]));
        }
        assertThat(organisations().all().size()).isGreaterThan(6_000);
    }
}
