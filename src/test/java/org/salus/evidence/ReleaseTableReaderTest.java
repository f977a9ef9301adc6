package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.SharedData;

class ReleaseTableReaderTest {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Test
    void a_releases_tables_add_the_countrys_own_sectors_and_purposes(@TempDir Path folder) {
        Path release = SharedData.file("aims/BurundiAIMS_GeocodedResearchRelease_Level1_v1.0.0.zip");
        try (Evidence evidence = Evidence.open(folder)) {
            evidence.loads()
                    .load(
                            List.of(new LoadInput(String.valueOf(release.getFileName()), release.toString(), release)),
                            null,
                            Progress.SILENT);
            ActivityRecord project = evidence.snapshot().activities().get("US-501c3-522318905-SG-BDI/000203");
            assertThat(project.activity().sectors())
                    .extracting(SectorCode::vocabulary, SectorCode::code)
                    .contains(tuple("2", "152"), tuple("1", "15210"), tuple("99", "GOUVERNEMENT ET SOCIETE CIVILE"));
        }
    }

    @Test
    void purposes_that_dac_does_not_list_stay_aiddatas() throws IOException {
        FoundFacts found = FoundFacts.in("projects.csv", """
                project_id,is_geocoded,ad_sector_codes,ad_purpose_codes,ad_purpose_names
                BDI/1,1,152,15205,"Conflict, combination of purposes"
                BDI/2,1,152|311,15220|31120,Peace|Agriculture
                """);
        assertThat(found.supplements)
                .extracting(Supplement::project, Supplement::sectors)
                .containsExactly(
                        tuple("BDI/1", List.of(new SectorCode("6", "15205", ALL, "Conflict, combination of purposes"))),
                        tuple(
                                "BDI/2",
                                List.of(
                                        new SectorCode("1", "15220", null, "Peace"),
                                        new SectorCode("1", "31120", null, "Agriculture"))));
    }

    @Test
    void categories_of_a_whole_field_are_taken_too() throws IOException {
        FoundFacts found = FoundFacts.in("projects.csv", """
                project_id,is_geocoded,ad_sector_codes,ad_sector_names
                COL490,1,110|152,Education|Peace
                COL491,1,12100,Health
                """);
        assertThat(found.supplements)
                .extracting(Supplement::project, Supplement::categories)
                .containsExactly(tuple(
                        "COL490",
                        List.of(
                                new SectorCode("2", "110", null, "Education"),
                                new SectorCode("2", "152", null, "Peace"))));
    }

    @Test
    void places_are_taken_with_their_points() throws IOException {
        FoundFacts found = FoundFacts.in("locations.csv", """
                project_id,project_location_id,precision_code,geoname_id,place_name,latitude,longitude,location_type_code,location_class,geographic_exactness
                BDI/1,BDI/1_425550,4,425550,Muramvya Province,-3.25,29.66667,ADM1,1,1
                """);
        assertThat(found.supplements)
                .singleElement()
                .satisfies(supplement -> assertThat(supplement.locations())
                        .singleElement()
                        .extracting(ActivityRecord.Location::name, ActivityRecord.Location::latitude)
                        .containsExactly("Muramvya Province", -3.25));
    }

    @Test
    void a_countrys_own_table_of_projects_names_sectors_without_codes() throws IOException {
        FoundFacts found = FoundFacts.in("project_ancillary.csv", """
                Project,Title,Sector,Focus Area
                NGA/1,T,Government; Health,Unspecified
                NGA/2,T,Unspecified,Anticorruption Enforcement
                """);
        assertThat(found.supplements)
                .extracting(Supplement::sectors)
                .containsExactly(
                        List.of(
                                new SectorCode("99", "Government", null, "Government"),
                                new SectorCode("99", "Health", null, "Health")),
                        List.of(new SectorCode("98", "Anticorruption Enforcement", ALL, "Anticorruption Enforcement")));
    }
}
