package org.salus.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;
import org.salus.evidence.Activity;
import org.salus.evidence.Countries;
import org.salus.evidence.Evidence;
import org.salus.evidence.LoadInput;
import org.salus.evidence.Progress;

/** Organisations of real releases; docs/organisations.md has the figures and the joinings that were checked by hand. */
@Tag("slow")
class RealOrganisationsTest {
    @TempDir
    Path folder;

    private void with(String file, Consumer<Evidence> work) throws IOException {
        Path path = SharedData.file(file);
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads()
                    .load(List.of(new LoadInput(path.getFileName().toString(), "", path)), null, Progress.SILENT);
            work.accept(evidence);
        }
    }

    private static Organisations in(Evidence evidence, String iso3) {
        return Organisations.of(
                evidence.snapshot().activities().in(Countries.shipped().get(iso3)));
    }

    /** Every organisation with several ways to write it, with why; for the eye. */
    private void write(String name, Organisations organisations) {
        String out = System.getProperty("salus.organisations.out");
        if (out != null) {
            List<String> lines = new ArrayList<>();
            lines.add(name + "\t" + organisations.totals() + "\t"
                    + organisations.all().size() + "\t"
                    + organisations.proposals().size());
            organisations
                    .all()
                    .forEach(one -> one.joinings()
                            .forEach(joining -> lines.add(String.join(
                                    "\t",
                                    one.key(),
                                    joining.first(),
                                    joining.second(),
                                    joining.why().code(),
                                    joining.detail()))));
            organisations
                    .proposals()
                    .forEach(proposal -> lines.add(String.join(
                            "\t",
                            "?",
                            proposal.score().toPlainString(),
                            proposal.firstName(),
                            proposal.secondName(),
                            proposal.reasons().stream()
                                    .map(reason -> reason.key())
                                    .collect(Collectors.joining(",")))));
            try {
                Files.write(Path.of(out).resolve(name + ".tsv"), lines);
            } catch (IOException unwritable) {
                throw new java.io.UncheckedIOException(unwritable);
            }
        }
    }

    @Test
    void burundis_donors_under_several_names_are_one() throws IOException {
        with("aims/iati_1.04_BurundiAIMS_GeocodedResearchRelease.xml", evidence -> {
            Organisations organisations = in(evidence, "BDI");
            write("burundi", organisations);
            assertThat(organisations.totals().names()).isEqualTo(136);
            assertThat(organisations.all()).hasSize(129);
            assertThat(organisations.find("name:central emergency response"))
                    .isPresent()
                    .isEqualTo(organisations.find("name:central emergency response fund"));
            assertThat(organisations.find("name:howard buft"))
                    .isPresent()
                    .isEqualTo(organisations.find("name:haward g buffet fondation"));
        });
    }

    @Test
    void somalias_donors() throws IOException {
        with("aims/iati_2.03_SomaliaAIMS_GeocodedResearchRelease.xml", evidence -> {
            Organisations organisations = in(evidence, "SOM");
            write("somalia", organisations);
            assertThat(organisations.totals().names()).isEqualTo(101);
            assertThat(organisations.all()).hasSize(100);
        });
    }

    @Test
    void everybody_in_two_hundred_publishers_files() throws IOException {
        with("iati/activities/hdx/hdx-dportal-2021-06-08.tar.xz", evidence -> {
            List<Activity> activities = new ArrayList<>();
            evidence.snapshot().activities().each(activities::add);
            Organisations organisations = Organisations.of(activities);
            write("hdx", organisations);
            assertThat(organisations.all().size())
                    .isLessThan(organisations.totals().names());
            assertThat(organisations.find("XM-DAC-41114")).isEqualTo(organisations.find("name:undp"));
            Map<String, Integer> ministries = organisations.all().stream()
                    .filter(one -> one.key().startsWith("name:ministry of finance@"))
                    .collect(Collectors.toMap(Organisation::key, Organisation::times));
            assertThat(ministries.size()).isGreaterThan(10);
            assertThat(organisations.find("name:oxfam").map(Organisation::references))
                    .as("no section is the whole")
                    .hasValueSatisfying(references -> assertThat(references).doesNotContain("NL-KVK-27108436"));
            assertThat(organisations.find("US-GOV-1|name:unicef").orElseThrow().isContradictory())
                    .isTrue();
            assertThat(organisations.all().stream()
                            .flatMap(one -> one.joinings().stream())
                            .count())
                    .isBetween(1_100L, 1_300L);
        });
    }
}
