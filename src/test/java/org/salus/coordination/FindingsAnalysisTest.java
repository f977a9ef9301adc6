package org.salus.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.salus.evidence.Participation;
import org.salus.evidence.Party;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.SupportRow;

/** Overlaps, falls, cliffs and single donors in small portfolios; and that what data do not tell is asked and not found. */
class FindingsAnalysisTest {
    private static List<Finding> of(Findings findings, FindingKind kind) {
        return findings.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    private static String say(Finding finding) {
        return Wording.english().say(finding.says());
    }

    private static List<String> reasons(Finding finding) {
        return finding.reasons().stream().map(Wording.english()::say).toList();
    }

    private static List<String> asked(Findings findings, String area) {
        return findings.asked().stream()
                .filter(asked -> asked.area() == ReformArea.of(area))
                .map(asked -> Wording.english().say(asked.question()))
                .toList();
    }

    @Test
    void three_donors_apart_in_one_area_and_year_overlap_and_what_they_fund_together_does_not() {
        Given given = new Given()
                .activity("a", "2b", "2009-01-01", "2011-12-31", "A")
                .activity("b", "2b", "2010-01-01", "2012-12-31", "B")
                .activity("c", "2b", "2011-06-01", "2013-12-31", "C")
                .activity("together", "2b", "2010-01-01", "2013-12-31", "A", "B")
                .activity("elsewhere", "3", "2010-01-01", "2013-12-31", "D")
                .paid("b", "B", "2b", 2010, "5", 1)
                .paid("b", "B", "2b", 2011, "7", 2);
        Finding overlap = of(given.findings(), FindingKind.OVERLAP).getFirst();
        assertThat(of(given.findings(), FindingKind.OVERLAP)).hasSize(1);
        assertThat(overlap.from()).contains(2011);
        assertThat(overlap.to()).contains(2011);
        assertThat(overlap.activities()).containsExactly("a", "b", "c");
        assertThat(overlap.rows()).extracting(SupportRow::transaction).containsExactly(2);
        assertThat(reasons(overlap))
                .contains(
                        "Donors: A, B, C.",
                        "One activity that several donors fund together is not counted as overlap.");
        assertThat(overlap.key()).isEqualTo("overlap/2b//2011-2011");
    }

    /** B and C are in Cibitoke in one year; A was there as well, but before; D is there and nobody named it. */
    @Test
    void an_overlap_tells_the_places_in_which_donors_meet_in_one_year_and_whose_place_nobody_knows() {
        Given given = new Given()
                .activity("a", "2b", "2009-01-01", "2009-12-31", "A")
                .activity("a-capital", "2b", "2010-01-01", "2010-12-31", "A")
                .activity("b", "2b", "2010-01-01", "2010-12-31", "B")
                .activity("c", "2b", "2010-01-01", "2010-12-31", "C")
                .activity("nobody", "2b", "2010-01-01", "2010-12-31")
                .at("a", "Cibitoke")
                .at("a-capital", "Bujumbura")
                .at("b", "Cibitoke", "Gitega")
                .at("c", "Cibitoke")
                .at("nobody", "Bujumbura");
        assertThat(of(given.findings(), FindingKind.OVERLAP)).singleElement().satisfies(overlap -> {
            assertThat(overlap.meeting())
                    .containsExactly(new Finding.Meeting("Cibitoke", List.of("B", "C"), List.of("b", "c")));
            assertThat(reasons(overlap))
                    .contains(
                            "By the places they publish, activities of several donors meet in one first-level unit: Cibitoke (B, C).");
        });
    }

    @Test
    void donors_that_say_they_are_elsewhere_are_apart_and_a_place_that_is_not_told_is_asked() {
        Given given = new Given()
                .activity("a", "2b", "2010-01-01", "2010-12-31", "A")
                .activity("b", "2b", "2010-01-01", "2010-12-31", "B")
                .activity("c", "2b", "2010-01-01", "2010-12-31", "C")
                .activity("d", "2b", "2010-01-01", "2010-12-31", "D")
                .at("a", "Gitega")
                .at("b", "Cibitoke")
                .at("c", "*whole-country")
                .at("d", "*no-location");
        assertThat(of(given.findings(), FindingKind.OVERLAP)).singleElement().satisfies(overlap -> {
            assertThat(overlap.meeting()).isEmpty();
            assertThat(reasons(overlap))
                    .contains(
                            "By the places they publish, no two donors are in the same first-level unit at the same time (2 activities say in which).",
                            "One activity is for the whole country.",
                            "Of 1 of 4 activities no first-level unit is known: where they are is to be asked.");
        });
    }

    @Test
    void a_word_for_nobody_makes_no_overlap_and_is_told_beside_one() {
        Given given = new Given()
                .activity("a", "2b", "2010-01-01", "2010-12-31", "A")
                .activity("b", "2b", "2010-01-01", "2010-12-31", "B")
                .activity("nobody", "2b", "2010-01-01", "2010-12-31", "Unspecified");
        assertThat(of(given.findings(), FindingKind.OVERLAP)).isEmpty();
        given.activity("c", "2b", "2010-01-01", "2010-12-31", "C");
        assertThat(of(given.findings(), FindingKind.OVERLAP)).singleElement().satisfies(overlap -> {
            assertThat(overlap.activities()).containsExactly("a", "b", "c");
            assertThat(reasons(overlap))
                    .contains(
                            "Donors: A, B, C.",
                            "One activity of which nobody named the donor is not counted as overlap.");
        });
    }

    @Test
    void the_same_money_on_its_way_through_others_is_no_overlap() {
        List<Participation> agency = List.of(new Participation("4", new Party(null, null, "Agency", "step-two"), null));
        Given given = new Given()
                .activity("a", "2b", "2010-01-01", "2011-12-31", agency, List.of(), "A")
                .activity("step-two", "2b", "2010-01-01", "2011-12-31", "Agency")
                .activity("c", "2b", "2010-01-01", "2011-12-31", "C");
        assertThat(of(given.findings(), FindingKind.OVERLAP)).isEmpty();
        given.activity("d", "2b", "2010-01-01", "2011-12-31", "D");
        assertThat(of(given.findings(), FindingKind.OVERLAP)).singleElement().satisfies(overlap -> {
            assertThat(overlap.activities()).containsExactly("a", "c", "d");
            assertThat(reasons(overlap))
                    .contains("Donors: A, C, D.")
                    .anySatisfy(reason -> assertThat(reason).startsWith("One activity is not counted apart"));
        });
    }

    @Test
    void activities_that_fund_one_another_in_a_circle_are_all_of_their_own() {
        Given given = new Given();
        String[] ring = {"ring-one", "ring-two", "ring-three"};
        for (int i = 0; i < ring.length; i++) {
            given.activity(
                    ring[i],
                    "2b",
                    "2010-01-01",
                    "2010-12-31",
                    List.of(new Participation("4", new Party(null, null, "Next", ring[(i + 1) % ring.length]), null)),
                    List.of(),
                    "Donor " + i);
        }
        assertThat(of(given.findings(), FindingKind.OVERLAP))
                .singleElement()
                .satisfies(overlap -> assertThat(overlap.activities()).hasSize(3));
    }

    @Test
    void two_donors_with_one_public_institution_overlap_there() {
        List<Participation> ministry =
                List.of(new Participation("4", new Party("BI-GOV-1", "10", "Ministère de la Sécurité", null), null));
        Given given = new Given()
                .activity("a", "2b", "2009-01-01", "2011-12-31", ministry, List.of(), "A")
                .activity("b", "2b", "2011-01-01", "2012-12-31", ministry, List.of(), "B")
                .activity("c", "3", "2011-01-01", "2012-12-31", ministry, List.of(), "C");
        assertThat(of(given.findings(), FindingKind.OVERLAP)).singleElement().satisfies(overlap -> {
            assertThat(overlap.institution()).contains("Ministère de la Sécurité");
            assertThat(overlap.activities()).containsExactly("a", "b");
            assertThat(say(overlap)).contains("2 donors support it", "2011");
        });
    }

    @Test
    void a_fall_by_half_is_found_beside_what_all_support_did_and_a_smaller_one_is_not() {
        Given given = new Given();
        for (int year = 2008; year <= 2013; year++) {
            given.paid("A", "2b", year, year <= 2010 ? "100" : "50").paid("B", "3", year, year <= 2010 ? "100" : "60");
        }
        assertThat(of(given.findings(), FindingKind.FALLING)).singleElement().satisfies(fall -> {
            assertThat(fall.area()).isEqualTo(ReformArea.POLICE);
            assertThat(say(fall)).contains("USD 300 in 2008–2010", "150 in 2011–2013", "50 % less");
            assertThat(reasons(fall)).contains("All support for reform fell by 45 % meanwhile.");
            assertThat(fall.rows()).hasSize(6);
        });
    }

    @Test
    void an_area_without_money_is_asked_about_and_never_found() {
        Given given = new Given().activity("old", "4b", "2003-01-01", "2005-12-31", "A");
        for (int year = 2008; year <= 2013; year++) {
            given.paid("A", "2b", year, "100");
        }
        assertThat(asked(given.findings(), "2a"))
                .singleElement()
                .asString()
                .contains("no support is published for any year");
        assertThat(asked(given.findings(), "4b")).singleElement().asString().contains("one activity is known");
        assertThat(of(given.findings(), FindingKind.FALLING)).isEmpty();
    }

    @Test
    void money_of_which_nothing_more_is_published_is_asked_about_and_no_fall() {
        Given given = new Given();
        for (int year = 2008; year <= 2013; year++) {
            given.paid("A", "2b", year, "100");
        }
        given.paid("B", "3", 2010, "100");
        assertThat(of(given.findings(), FindingKind.FALLING)).isEmpty();
        assertThat(asked(given.findings(), "3")).hasSize(1);
    }

    @Test
    void data_that_begin_too_late_say_so_instead_of_finding_no_fall() {
        Given given = new Given().paid("A", "2b", 2012, "100").paid("A", "2b", 2013, "1");
        assertThat(given.findings().notComputed().stream().map(Wording.english()::say))
                .anySatisfy(why -> assertThat(why).contains("needs money from 2008", "begin in 2012"));
    }

    @Test
    void an_area_whose_every_activity_ends_within_a_year_is_a_cliff() {
        Given given = new Given()
                .activity("a", "2b", "2010-01-01", "2014-06-30", "A")
                .activity("b", "2b", "2010-01-01", "2015-02-28", "B")
                .activity("over", "2b", "2010-01-01", "2013-06-30", "C")
                .paid("a", "A", "2b", 2013, "9", 1);
        Finding cliff = of(given.findings(), FindingKind.CLIFF).getFirst();
        assertThat(of(given.findings(), FindingKind.CLIFF)).hasSize(1);
        assertThat(cliff.donor()).isEmpty();
        assertThat(cliff.activities()).containsExactly("a", "b");
        assertThat(cliff.rows()).hasSize(1);
        assertThat(say(cliff)).contains("all 2 activities that run end by 28 February 2015");
    }

    @Test
    void where_others_go_on_the_donor_that_leaves_is_named_and_an_activity_without_end_makes_it_a_question() {
        Given given = new Given()
                .activity("a", "2b", "2010-01-01", "2014-06-30", "A")
                .activity("b", "2b", "2010-01-01", "2016-02-28", "B");
        assertThat(of(given.findings(), FindingKind.CLIFF)).singleElement().satisfies(cliff -> {
            assertThat(cliff.donor()).contains("A");
            assertThat(say(cliff)).contains("its one activity ends by 30 June 2014");
            assertThat(reasons(cliff)).contains("One activity of others goes on in this area.");
        });
        Given endless = new Given()
                .activity("a", "2b", "2010-01-01", "2014-06-30", "A")
                .activity("b", "2b", "2010-01-01", "-", "B");
        assertThat(of(endless.findings(), FindingKind.CLIFF)).isEmpty();
        assertThat(asked(endless.findings(), "2b"))
                .anySatisfy(question -> assertThat(question).contains("one activity ends", "one states no end"));
    }

    @Test
    void a_donor_with_four_fifths_of_an_area_is_named_as_a_risk_and_joint_money_is_nobodys_own() {
        Given given = new Given().paid("A", "2b", 2013, "80").paid("B", "2b", 2012, "20");
        assertThat(of(given.findings(), FindingKind.ONE_DONOR)).singleElement().satisfies(one -> {
            assertThat(one.donor()).contains("A");
            assertThat(say(one)).contains("A gives 80 % of the disbursements");
            assertThat(Wording.in(Locale.FRENCH).say(one.says())).startsWith("A donne 80 % des décaissements pour");
            assertThat(one.activities()).containsExactly("A-2b");
        });
        given.paid("*several", "2b", 2013, "1");
        assertThat(of(given.findings(), FindingKind.ONE_DONOR)).isEmpty();
    }

    @Test
    void the_same_portfolio_gives_the_same_findings_in_whatever_order_it_comes() {
        Given given = new Given()
                .activity("a", "2b", "2010-01-01", "2014-06-30", "A")
                .activity("b", "2b", "2010-01-01", "2016-02-28", "B")
                .activity("c", "2b", "2010-01-01", "2016-02-28", "C");
        Given other = new Given()
                .activity("c", "2b", "2010-01-01", "2016-02-28", "C")
                .activity("b", "2b", "2010-01-01", "2016-02-28", "B")
                .activity("a", "2b", "2010-01-01", "2014-06-30", "A");
        assertThat(given.findings().findings())
                .extracting(Finding::key, Finding::activities)
                .isEqualTo(other.findings().findings().stream()
                        .map(finding -> org.assertj.core.groups.Tuple.tuple(finding.key(), finding.activities()))
                        .toList());
    }
}
