package org.salus.workspace.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the owners' record calls a file that was taken: its kind, and never what somebody named in the address. */
class FilesTakenTest {
    private static String kind(String route, Map<String, String> words, String name) {
        return FilesTaken.kind(route, words, name);
    }

    @Test
    void the_kind_is_the_route_without_what_names_an_item() {
        assertThat(kind(
                        "goals/{chain}/{table:logframe|matrix|holes}.{form:csv|xlsx}",
                        Map.of("chain", "Secret chain", "table", "holes", "form", "csv"),
                        "holes-1.csv"))
                .isEqualTo("goals/holes.csv");
        assertThat(kind("goals/{chain}/diagram", Map.of("chain", "Secret chain"), "goals.svg"))
                .isEqualTo("goals/diagram.svg");
        assertThat(kind("governance/sets/{set}.yaml", Map.of("set", "x"), "x.yaml"))
                .isEqualTo("governance/sets.yaml");
    }

    @Test
    void of_due_diligence_not_even_the_kind_is_told() {
        assertThat(kind(
                        "diligence/cases/{case}/{regime:[a-z-]+}.{form:docx|xlsx}",
                        Map.of("case", "x", "regime", "us-leahy", "form", "docx"),
                        "due-diligence-1.docx"))
                .isEqualTo("file.docx");
    }

    @Test
    void nor_is_it_of_stances() {
        assertThat(kind(
                        "politics/{table:decisions|stances}.{form:csv|xlsx}",
                        Map.of("table", "stances", "form", "csv"),
                        "politics-stances.csv"))
                .isEqualTo("file.csv");
    }
}
