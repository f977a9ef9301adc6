package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.salus.evidence.HostileFiles.activity;
import static org.salus.evidence.HostileFiles.file;
import static org.salus.evidence.HostileFiles.identifiers;
import static org.salus.evidence.HostileFiles.input;
import static org.salus.evidence.HostileFiles.load;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;

/** A file that was loaded by mistake counts no more once it is set aside, and nothing of it is lost. */
class SetAsideTest {
    @TempDir
    Path folder;

    private Path data;
    private Evidence evidence;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        evidence = Evidence.open(data);
    }

    @AfterEach
    void close() {
        evidence.close();
    }

    private void loaded(String name, String identifier) {
        load(evidence, input(folder, name, file(activity(identifier))));
    }

    /** A version of the source {@code aid}, of which the newest counts. */
    private void version(String name, String identifier, String updated) {
        String stamped = activity(identifier)
                .replace("<iati-activity ", "<iati-activity last-updated-datetime=\"" + updated + "\" ");
        evidence.loads().load(List.of(input(folder, name, file(stamped))), "aid", Progress.SILENT);
    }

    private SourceVersion version(String name) {
        return evidence.snapshot().version(name);
    }

    @Test
    void the_version_before_counts_again_and_putting_it_back_gives_the_same_snapshot() {
        version("old.xml", "OLD", "2021-01-01");
        version("new.xml", "NEW", "2022-01-01");
        String both = evidence.snapshot().id();
        assertThat(identifiers(evidence)).containsExactly("NEW");

        evidence.loads().setAside(version("new.xml"));
        assertThat(identifiers(evidence)).containsExactly("OLD");
        assertThatThrownBy(() -> evidence.snapshot().activities().get("NEW"))
                .isInstanceOf(UnknownActivity.class)
                .hasMessageContaining("counts no more")
                .hasMessageContaining("new.xml");
        assertThat(version("new.xml").wasSetAside()).isTrue();
        assertThat(evidence.snapshot().id()).isNotEqualTo(both);

        evidence.loads().putBack(version("new.xml"));
        assertThat(identifiers(evidence)).containsExactly("NEW");
        assertThat(evidence.snapshot().id()).isEqualTo(both);
    }

    @Test
    void what_has_no_version_before_counts_for_nothing_until_it_is_loaded_again() {
        loaded("good.xml", "GOOD");
        loaded("wrong.xml", "WRONG");

        evidence.loads().setAside(version("wrong.xml"));
        assertThat(identifiers(evidence)).containsExactly("GOOD");
        try (Evidence another = Evidence.open(data)) {
            assertThat(identifiers(another)).as("another process").containsExactly("GOOD");
        }

        loaded("wrong.xml", "WRONG");
        assertThat(identifiers(evidence)).containsExactlyInAnyOrder("GOOD", "WRONG");
        assertThat(version("wrong.xml").wasSetAside()).isFalse();
    }

    @Test
    void a_newer_version_of_its_source_counts_as_ever() {
        version("old.xml", "OLD", "2021-01-01");
        evidence.loads().setAside(version("old.xml"));
        assertThat(identifiers(evidence)).isEmpty();

        version("new.xml", "NEW", "2022-01-01");
        assertThat(identifiers(evidence)).containsExactly("NEW");
        evidence.loads().putBack(version("old.xml"));
        assertThat(identifiers(evidence)).containsExactly("NEW");
    }

    @Test
    void a_file_that_is_loaded_again_replaces_what_it_said_before_though_its_stamps_are_the_same() {
        version("one.xml", "KEPT", "2022-01-01");
        version("two.xml", "DROPPED", "2022-01-01");
        assertThat(identifiers(evidence)).as("one version in two files").containsExactlyInAnyOrder("KEPT", "DROPPED");

        version("two.xml", "INSTEAD", "2022-01-01");
        assertThat(identifiers(evidence)).containsExactlyInAnyOrder("KEPT", "INSTEAD");
    }

    @Test
    void the_command_does_the_same_and_says_how_it_stands() {
        loaded("good.xml", "GOOD");
        loaded("wrong.xml", "WRONG");

        assertThat(type("--set-aside", "wrong.xml")).contains("set aside", "wrong.xml");
        assertThat(identifiers(evidence)).containsExactly("GOOD");
        assertThat(type("--put-back", "wrong.xml")).doesNotContain("set aside");
        assertThat(identifiers(evidence)).containsExactlyInAnyOrder("GOOD", "WRONG");
        assertThat(type("--set-aside", "nothing.xml")).contains("nothing.xml").doesNotContain("\tat ");
        assertThat(type("--set-aside", "good.xml", "--put-back", "good.xml")).contains("at once");
    }

    private String type(String... options) {
        StringWriter said = new StringWriter();
        PrintWriter screen = new PrintWriter(said);
        String[] words = new String[options.length + 3];
        words[0] = "sources";
        System.arraycopy(options, 0, words, 1, options.length);
        words[words.length - 2] = "--data";
        words[words.length - 1] = data.toString();
        new CommandDoor("test", Salus.commands()).answer(screen, screen, words);
        return said.toString();
    }
}
