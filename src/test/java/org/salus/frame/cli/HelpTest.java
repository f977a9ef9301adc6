package org.salus.frame.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.salus.Salus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

class HelpTest {
    /** What stands in quotes is not cut, also within a word: {@code unit="Border unit"}. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    /** What the help of these commands leaves unexplained; hidden commands need no help. */
    private static List<String> unexplained(List<CommandDoor.Named> commands) {
        List<String> missing = new ArrayList<>();
        for (CommandLine line :
                new CommandDoor("1", commands).open().getSubcommands().values()) {
            CommandSpec spec = line.getCommandSpec();
            if (spec.usageMessage().hidden()) {
                continue;
            }
            if (spec.usageMessage().header().length == 0) {
                missing.add(spec.name() + ": header");
            }
            if (spec.usageMessage().footer().length == 0) {
                missing.add(spec.name() + ": example");
            }
            for (ArgSpec word : spec.args()) {
                if (!word.hidden() && word.description().length == 0) {
                    missing.add(spec.name() + ": "
                            + (word.isOption()
                                    ? ((CommandLine.Model.OptionSpec) word).longestName()
                                    : word.paramLabel()));
                }
            }
        }
        return missing;
    }

    @Test
    void every_command_says_what_it_does_what_its_options_mean_and_gives_an_example() {
        assertThat(unexplained(Salus.commands())).isEmpty();
    }

    /** The words of an example as a shell would hand them on: up to the remark behind it, without pipes and redirections. */
    private static Stream<String[]> examples(CommandLine line) {
        return Stream.of(line.getCommandSpec().usageMessage().footer())
                .map(example -> example.strip().replaceFirst("^cat \\S+ \\| ", ""))
                .filter(example -> example.startsWith("salus "))
                .map(example -> WORD.matcher(example.replaceFirst("^salus ", "")
                                .replaceFirst("\\s{2,}.*", "")
                                .replaceFirst("\\s[<>].*", ""))
                        .results()
                        .map(word -> word.group().replaceAll("['\"]", ""))
                        .toArray(String[]::new));
    }

    /** A command with those below it, such as {@code portfolio queue}. */
    private static Stream<CommandLine> withAllBelow(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(HelpTest::withAllBelow));
    }

    @Tag("slow")
    @Test
    void every_example_is_understood_as_it_stands() {
        CommandLine door = new CommandDoor("1", Salus.commands()).open();
        List<String[]> examples = withAllBelow(door).flatMap(HelpTest::examples).toList();
        assertThat(examples).hasSizeGreaterThan(100);
        for (String[] words : examples) {
            assertThatCode(() ->
                            new CommandDoor("1", Salus.commands()).open(words).parseArgs(words))
                    .as(String.join(" ", words))
                    .doesNotThrowAnyException();
        }
    }

    @Command
    static final class Mute implements Callable<Integer> {
        @Option(names = "--silent")
        private @Nullable String silent;

        @Override
        public Integer call() {
            return silent == null ? 0 : 1;
        }
    }

    @Test
    void awake_a_command_without_words_is_reported() {
        assertThat(unexplained(List.of(new CommandDoor.Named("mute", Mute::new))))
                .containsExactlyInAnyOrder("mute: header", "mute: example", "mute: --silent");
    }
}
