package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words find activities whatever their accents and case. */
class ActivitySearchTest {
    @TempDir
    Path folder;

    @Test
    void every_word_has_to_match_and_accents_do_not_matter() throws Exception {
        Path file = java.nio.file.Files.writeString(folder.resolve("two.xml"), """
                <iati-activities version="2.03"><iati-activity default-currency="USD"><iati-identifier>XX-1</iati-identifier>
                <title><narrative xml:lang="fr">Démobilisation des combattants</narrative></title></iati-activity>
                <iati-activity><iati-identifier>XX-2</iati-identifier><title><narrative>Road to Gitega</narrative></title>
                <participating-org role="1"><narrative>Sida</narrative></participating-org></iati-activity></iati-activities>
                """);
        try (Evidence evidence = Evidence.open(folder.resolve("data"))) {
            evidence.loads().load(List.of(new LoadInput("two.xml", "two.xml", file)), null, Progress.SILENT);
            ActivitySearch search = evidence.snapshot().search();
            assertThat(search.find("demobilis", 10)).containsExactly("XX-1");
            assertThat(search.find("GITEGA sida", 10)).containsExactly("XX-2");
            assertThat(search.find("gitega démobilisation", 10)).isEmpty();
            assertThat(search.find("XX-2", 10)).first().isEqualTo("XX-2");
            assertThat(search.find("  ", 10)).isEmpty();
        }
    }
}
