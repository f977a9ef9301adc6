package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.salus.SharedData;
import org.salus.evidence.Countries;
import org.salus.evidence.Country;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;
import org.salus.framework.Wording;

/** Money of real releases counted once; docs/counting-once.md has the figures. */
@Tag("slow")
class RealCountingOnceTest {
    @TempDir
    Path folder;

    private interface Work {
        void on(SupportMap map, ReportedMoney money);
    }

    private void with(String file, String countries, Work work) throws IOException {
        Path path = SharedData.file(file);
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads()
                    .load(List.of(new LoadInput(path.getFileName().toString(), "", path)), null, Progress.SILENT);
            Supports supports = Supports.shipped();
            for (String iso3 : countries.split(" ", -1)) {
                Country country = Countries.shipped().get(iso3);
                SupportMap map = supports.of(evidence.snapshot(), country, Period.ALL);
                ReportedMoney money = supports.reported(
                        evidence.snapshot(),
                        country,
                        map.currency(),
                        Judgements.NONE,
                        OrganisationJudgements.NONE,
                        SameActivityJudgements.NONE);
                write(iso3, map, money);
                assertReconciles(map, money.once());
                work.on(map, money);
            }
        }
    }

    private static void assertReconciles(SupportMap map, CountedOnce once) {
        assertThat(once.published()).isEqualTo(map.totals());
        assertThat(once.rows().stream().map(CountedRow::row).toList()).isEqualTo(map.rows());
        for (CountedRow row : once.rows()) {
            assertThat(row.counted().add(row.setAside()))
                    .isEqualByComparingTo(row.row().value());
        }
        for (Measure measure : Measure.values()) {
            assertThat(once.counted().of(measure).add(once.allSetAside().of(measure)))
                    .isEqualByComparingTo(map.totals().of(measure));
        }
    }

    /** Figures, links, chains and what is set aside; for the eye. */
    private static void write(String iso3, SupportMap map, ReportedMoney money) throws IOException {
        String out = System.getProperty("salus.once.out");
        if (out == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(iso3 + "\t" + map.activities().size() + "\tlinks "
                + money.links().all().size() + "\telsewhere "
                + money.links().elsewhere().size() + "\tsame "
                + money.same().severalTimes().size() + "\tproposals "
                + money.proposals().size() + "\tflows " + money.flows().all().size() + "\tunmatched "
                + money.flows().unmatched().size() + "\tchains "
                + money.chains().all().size() + "\tcircles "
                + money.chains().circles().size() + "\t" + map.totals() + "\t"
                + money.once().counted() + "\t"
                + money.once().setAside());
        for (LinkKind kind : LinkKind.values()) {
            lines.add(kind + "\t" + money.links().all(kind).size());
        }
        Wording wording = Wording.english();
        money.once()
                .setAsideRows()
                .forEach(row -> lines.add(String.join(
                        "\t",
                        "ASIDE",
                        row.row().activity(),
                        String.valueOf(row.row().transaction()),
                        String.valueOf(row.row().measure()),
                        row.row().value().toPlainString(),
                        row.setAside().toPlainString(),
                        wording.say(row.why().orElseThrow().sentence()))));
        money.flows()
                .all()
                .forEach(flow -> lines.add(String.join(
                        "\t",
                        "FLOW",
                        flow.from(),
                        String.valueOf(flow.transaction()),
                        flow.to(),
                        wording.say(flow.reason()))));
        money.flows().unmatched().forEach(one -> lines.add("UNMATCHED\t" + one));
        money.same().joinings().forEach(one -> lines.add("SAME\t" + one.first() + "\t" + one.second()));
        money.chains()
                .all()
                .forEach(chain -> lines.add("CHAIN\t" + chain.providers() + "\t"
                        + chain.steps().stream().map(MoneyChain.Step::activity).toList() + "\t" + chain.receivers()));
        money.proposals()
                .forEach(pair -> lines.add(String.join(
                        "\t",
                        "LIKE",
                        pair.score().toPlainString(),
                        pair.first(),
                        pair.firstTitle(),
                        pair.second(),
                        pair.secondTitle(),
                        String.join(
                                "; ", pair.reasons().stream().map(wording::say).toList()))));
        Files.write(Path.of(out).resolve(iso3 + ".tsv"), lines);
    }

    /** The published totals are those of the release, counted once or not: one reporter, no links. */
    @Test
    void burundis_own_system_reports_everything_once() throws IOException {
        with("aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml", "BDI", (map, money) -> {
            assertThat(map.totals().commitments()).isEqualByComparingTo("6143742020");
            assertThat(map.totals().disbursements()).isEqualByComparingTo("4088341432");
            assertThat(money.once().counted()).isEqualTo(map.totals());
            assertThat(money.proposals()).isEmpty();
        });
    }

    /** Nor do the systems of Somalia and Colombia have links: once and published are the same, and the totals are the releases'. */
    @ParameterizedTest
    @CsvSource({"SOM,Somalia,2366300654,1538984962", "COL,Colombia,849351099.78478307,0"})
    void other_releases_of_one_reporter_keep_their_published_totals(
            String iso3, String name, String commitments, String disbursements) throws IOException {
        with("aims/iati_2.03_" + name + "AIMS_GeocodedResearchRelease.xml", iso3, (map, money) -> {
            assertThat(map.totals().commitments()).isEqualByComparingTo(commitments);
            assertThat(map.totals().disbursements()).isEqualByComparingTo(disbursements);
            assertThat(money.links().all()).isEmpty();
            assertThat(money.once().setAsideRows()).isEmpty();
            assertThat(money.once().counted().commitments()).isEqualByComparingTo(commitments);
            assertThat(money.once().counted().disbursements()).isEqualByComparingTo(disbursements);
        });
    }

    @ParameterizedTest
    @CsvSource({"BDI,bi", "LBY,ly"})
    void one_donors_files_reconcile(String iso3, String file) throws IOException {
        with(
                "iati/activities/usaid/usaid-" + file + ".xml",
                iso3,
                (map, money) -> assertThat(money.once().counted().disbursements())
                        .isGreaterThan(BigDecimal.ZERO)
                        .isLessThanOrEqualTo(map.totals().disbursements()));
    }

    @Test
    void two_hundred_publishers_files_reconcile_for_every_country_and_something_is_handed_on() throws IOException {
        with("iati/activities/hdx/hdx-dportal-2021-06-08.tar.xz", "SOM COD SSD AFG COL MLI", (map, money) -> {
            assertThat(money.chains().isComplete()).isTrue();
            assertThat(money.links().all()).isNotEmpty();
            if (map.country().iso3().equals("SOM")) {
                assertSomalia(map, money.once());
            }
        });
    }

    /**
     * Counted from the XML by another way than the program's: 247 activities, their totals, and each of the ten rows that are set aside. What comes in is the
     * funder's payment with the funder's share for Somalia (14 and 5.5 percent); docs/counting-once.md has the rows.
     */
    private static void assertSomalia(SupportMap map, CountedOnce once) {
        assertThat(map.activities()).hasSize(247);
        assertThat(map.totals().commitments().setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo("364448913.0641");
        assertThat(map.totals().disbursements().setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("264524300.9718");
        assertThat(map.totals().expenditures().setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("391346372.1411");
        assertThat(once.setAsideRows().stream()
                        .map(row -> row.row().activity() + " " + row.row().transaction() + " "
                                + row.setAside().setScale(2, RoundingMode.HALF_UP)))
                .containsExactlyInAnyOrder(
                        "GB-CHC-274467-102178 1 29491.19",
                        "GB-CHC-274467-102178 2 30478.03",
                        "GB-CHC-274467-102178 4 8988.13",
                        "GB-CHC-274467-102178 12 19239.66",
                        "GB-CHC-274467-102178 13 19264.35",
                        "GB-CHC-274467-102178 14 25564.38",
                        "GB-COH-1364201-SOM100007 8 167855.95",
                        "NL-KVK-41197577-2020DLJR-L 3 250904.45",
                        "NL-KVK-41197577-2020DLJR-L 12 42418.82",
                        "NL-KVK-41197577-2020DLJR-L 13 208485.63");
        assertThat(once.allSetAside().disbursements().setScale(4, RoundingMode.HALF_UP))
                .isEqualByComparingTo("551786.1278");
    }
}
