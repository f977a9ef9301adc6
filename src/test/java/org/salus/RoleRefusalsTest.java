package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.salus.framework.Sentence;
import org.salus.ledger.Outcome;

/** A reason by which an edit is left to members of another role is told apart from what is wrong with the edit, whichever room gives it. */
class RoleRefusalsTest {
    private static final Pattern REASON = Pattern.compile("(refusal|rule)\\..+");

    /** How our sentences say that something is left to some. */
    private static final Pattern LEFT_TO_SOME = Pattern.compile(
            "(?i)\\bonly (editors|an editor|owners|an owner|their author|members with)\\b|\\bis for (editors|owners|members with)\\b");

    private record Reason(String key, String text) {
        boolean isForRole() {
            return new Outcome.Refused(List.of(Sentence.of("room.refusal.something"), Sentence.of(key))).isForRole();
        }
    }

    private static List<Reason> reasons() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of("src/main/resources/org/salus"))) {
            return rooms.map(room -> room.resolve("wording.properties"))
                    .filter(Files::exists)
                    .flatMap(RoleRefusalsTest::reasons)
                    .toList();
        }
    }

    private static Stream<Reason> reasons(Path wording) {
        Properties said = new Properties();
        try (Reader in = Files.newBufferedReader(wording)) {
            said.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String room = wording.getName(wording.getNameCount() - 2).toString();
        return said.stringPropertyNames().stream()
                .filter(key -> REASON.matcher(key).matches())
                .map(key -> new Reason(room + "." + key, said.getProperty(key)));
    }

    @Test
    void what_leaves_something_to_a_role_refuses_for_the_role_and_nothing_else_does() throws IOException {
        List<Reason> left = reasons().stream()
                .filter(one -> LEFT_TO_SOME.matcher(one.text()).find())
                .toList();
        assertThat(left)
                .extracting(Reason::key)
                .contains(
                        "ledger.refusal.role",
                        "ledger.refusal.lowering",
                        "papers.refusal.role-shipped",
                        "goals.refusal.role-adopts",
                        "governance.refusal.role-stage",
                        "diligence.rule.role-of-deciders");
        assertThat(reasons().stream().filter(Reason::isForRole)).containsExactlyInAnyOrderElementsOf(left);
    }
}
