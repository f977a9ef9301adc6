package org.salus.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.salus.framework.Characteristic;
import org.salus.framework.ContextClass;
import org.salus.framework.Pillar;
import org.salus.framework.Wording;
import org.salus.sector.ActorType;
import org.salus.sector.Basis;

/** Question sets as files: the shipped one, and what is said of one that is wrong. */
class QuestionSetFileTest {
    private static final String GOOD = """
            key: mine
            edition: "1"
            title: Two questions
            groups:
              forces: [army, navy]
            questions:
              - id: A-1
                characteristic: G1
                theme: budget
                basis: law
                of: [forces, police]
                core: true
                asks: "Is it so: yes?"
                levels: {0: a, 1: b, 2: c, 3: d, 4: e}
                sources: somewhere
              - id: A-2
                characteristic: G4
                theme: access
                basis: practice
                asks: And this?
                levels: {0: a, 1: b, 2: c, 3: d, 4: e}
                sources: elsewhere
            """;

    private static List<String> faults(String text) {
        QuestionSetFile.Read read = QuestionSetFile.read(text);
        assertThat(read.set()).isEmpty();
        Wording wording = Wording.english();
        return read.problems().stream()
                .map(problem -> wording.say(problem.place()) + ": " + wording.say(problem.says()))
                .toList();
    }

    @Test
    void the_shipped_set_asks_about_both_pillars_and_every_theme_and_characteristic() {
        QuestionSet set = QuestionSetFile.shipped();
        assertThat(set.questions()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(set.questions().stream().map(Question::theme).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Theme.values());
        assertThat(set.questions().stream().map(Question::characteristic).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Characteristic.values());
        assertThat(set.questions().stream().map(Question::basis).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Basis.values());
        for (Pillar pillar : Pillar.values()) {
            Set<ActorType> asked = set.questions().stream()
                    .flatMap(question -> question.of().stream())
                    .filter(type -> type.usualClass() == pillar)
                    .collect(Collectors.toSet());
            assertThat(asked).as(pillar.code()).hasSizeGreaterThan(9);
        }
        assertThat(set.questions().stream().filter(Question::isCore)).hasSizeBetween(10, QuestionSet.MOST_CORE);
    }

    /** Of whom the shipped set asks nothing: whoever bears arms without a mandate, and whoever comes from abroad, is mapped and not assessed. */
    private static boolean isAssessed(ActorType type) {
        return type.usualClass() instanceof Pillar
                || type.usualClass() == ContextClass.CIVIL_SOCIETY
                || type.usualClass() == ContextClass.CUSTOMARY_JUSTICE_OR_SAFETY;
    }

    private static List<Question> asked(ActorType type) {
        return QuestionSetFile.shipped().questions().stream()
                .filter(question -> question.isAskedOf(Optional.of(type)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ActorType.class)
    void whoever_is_assessed_is_asked_something_of_the_core_and_nobody_else_of_anything(ActorType type) {
        assertThat(asked(type).stream().anyMatch(Question::isCore)).isEqualTo(isAssessed(type));
        assertThat(asked(type).isEmpty()).isEqualTo(!isAssessed(type));
    }

    @ParameterizedTest
    @EnumSource(ActorType.class)
    void an_institution_of_the_state_is_asked_about_law_and_practice_of_each_characteristic(ActorType type) {
        if (type.usualClass() instanceof Pillar) {
            for (Basis basis : Basis.values()) {
                List<Question> asked = asked(type).stream()
                        .filter(question -> question.basis() == basis)
                        .toList();
                assertThat(asked.stream().map(Question::characteristic).collect(Collectors.toSet()))
                        .as(basis.code())
                        .containsExactlyInAnyOrder(Characteristic.values());
                assertThat(asked).as("the core, %s", basis.code()).anyMatch(Question::isCore);
            }
        }
    }

    @Test
    void questions_of_the_edition_before_keep_id_and_words() throws Exception {
        QuestionSet shipped = QuestionSetFile.shipped();
        QuestionSet before;
        try (InputStream file = Files.newInputStream(Path.of("demo/questions-2026-11.yaml"))) {
            before = QuestionSetFile.read(file).set().orElseThrow();
        }
        assertThat(before.key()).isEqualTo(shipped.key());
        assertThat(before.edition()).isNotEqualTo(shipped.edition());
        assertThat(before.questions())
                .hasSize(64)
                .allSatisfy(question -> assertThat(shipped.find(question.id()).orElseThrow())
                        .as(question.id())
                        .matches(question::asksTheSameAs));
    }

    @Test
    void the_shipped_set_says_every_level_in_words_of_its_own() {
        List<String> levels = QuestionSetFile.shipped().questions().stream()
                .flatMap(question -> question.levels().stream())
                .filter(level -> level.length() > 40)
                .toList();
        assertThat(levels).doesNotHaveDuplicates();
        assertThat(QuestionSetFile.shipped().questions())
                .allSatisfy(question -> assertThat(question.sources()).hasSizeGreaterThan(15));
    }

    @Test
    void groups_stand_for_the_types_they_name() {
        QuestionSet set = QuestionSetFile.read(GOOD).set().orElseThrow();
        Question first = set.questions().getFirst();
        assertThat(first.of()).containsExactly(ActorType.ARMY, ActorType.NAVY, ActorType.POLICE);
        assertThat(first.asks()).isEqualTo("Is it so: yes?");
        assertThat(first.isAskedOf(Optional.of(ActorType.COURT))).isFalse();
        assertThat(first.isAskedOf(Optional.empty())).isFalse();
        assertThat(set.questions().getLast().isAskedOf(Optional.empty())).isTrue();
    }

    @Test
    void a_set_that_is_written_is_read_as_the_same_set() {
        QuestionSet shipped = QuestionSetFile.shipped();
        assertThat(QuestionSetFile.read(QuestionSetFile.write(shipped)).set()).contains(shipped);
        Question odd = new Question(
                "X.1",
                Characteristic.TRANSPARENCY,
                Theme.COURTS,
                Basis.LAW,
                List.of(),
                false,
                "a \"quoted\" \\ text: - # 'x'\u2028\u0007 Ünïcödé العربية 😀",
                List.of("0", "true", "null", "~", "- a\n  b"),
                "&anchor *alias %tag @at `tick");
        QuestionSet hostile = new QuestionSet("k", "no", "[x]", "{y}", List.of(odd));
        assertThat(QuestionSetFile.read(QuestionSetFile.write(hostile)).set()).contains(hostile);
    }

    @Test
    void all_faults_are_told_at_once_each_with_its_line() {
        String wrong = GOOD.replace("of: [forces, police]", "of: [forces, polise]")
                .replace("theme: access", "theme: acces")
                .replace("    asks: And this?\n", "")
                .replace("id: A-2", "id: A-1")
                .replace("title: Two", "titel: Two");
        assertThat(faults(wrong))
                .containsExactlyInAnyOrder(
                        "line 3, titel: \"titel\" is not known here. There is: key, edition, title, note, groups, questions.",
                        "line 1, title: \"title\" is missing or empty.",
                        "line 11, A-1.of: \"polise\" is neither a type of institution nor a group of this file.",
                        "line 16, A-1: Question A-1 stands in line 7 already.",
                        "line 18, A-1.theme: \"acces\" means nothing here. There is: "
                                + Arrays.stream(Theme.values()).map(Theme::code).collect(Collectors.joining(", "))
                                + ".",
                        "line 16, A-1.asks: \"asks\" is missing or empty.");
    }

    @Test
    void levels_have_to_be_five_different_texts() {
        assertThat(faults(GOOD.replaceFirst("3: d, ", "")))
                .containsExactly("line 14, A-1.levels.3: \"3\" is missing or empty.");
        assertThat(faults(GOOD.replaceFirst("3: d, ", "3: c, ")))
                .containsExactly("line 14, A-1.levels.3: Level 3 says the same as one before.");
        assertThat(faults(GOOD.replaceFirst("3: d, ", "3: d, 5: f, ")))
                .containsExactly("line 14, A-1.levels.5: \"5\" is not known here. There is: 0, 1, 2, 3, 4.");
    }

    @Test
    void what_is_no_yaml_or_no_set_is_refused_with_a_line() {
        assertThat(faults("")).hasSize(1);
        assertThat(faults("key: [a\nb: }")).singleElement().asString().startsWith("line ");
        assertThat(faults("- a\n- b"))
                .containsExactly(
                        "line 1: A question set is a list of names and what they say, beginning with \"key:\".");
        assertThat(faults("key: &a x\ntitle: *a\n")).singleElement().asString().contains("references");
        assertThat(faults("key: " + "[".repeat(50) + "]".repeat(50)))
                .singleElement()
                .asString()
                .contains("deep");
        assertThat(faults("x".repeat(2_000_001))).hasSize(1);
        assertThat(faults("key: a\nedition: " + "7".repeat(1_000_000)))
                .containsExactly("line 2: This is no YAML that can be read: a number is too long.");
        assertThat(faults("key: !!int \"" + ("7".repeat(500) + "\\\n").repeat(400) + "\""))
                .singleElement()
                .asString()
                .contains("a number is too long");
    }

    @Test
    void a_core_is_short() {
        StringBuilder many = new StringBuilder("key: k\nedition: e\ntitle: t\nquestions:\n");
        for (int i = 0; i < 16; i++) {
            many.append("  - {id: Q")
                    .append(i)
                    .append(
                            ", characteristic: G1, theme: budget, basis: law, core: true, asks: x, levels: {0: a, 1: b, 2: c, 3: d, 4: e}, sources: s}\n");
        }
        assertThat(faults(many.toString())).containsExactly("file: At most 15 questions can be the core of a set.");
    }
}
