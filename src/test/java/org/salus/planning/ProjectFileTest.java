package org.salus.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.frame.cli.CommandDoor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Project files of the PSPLIB, in the program and in a terminal. */
class ProjectFileTest {
    /** Three jobs between a first and a last: 2 and 3 cannot go on together, and 4 waits for 2. */
    static final String SMALL = """
            ************************************************************************
            projects                      :  1
            jobs (incl. supersource/sink ):  5
            horizon                       :  12
            RESOURCES
              - renewable                 :  1   R
              - nonrenewable              :  0   N
              - doubly constrained        :  0   D
            ************************************************************************
            PRECEDENCE RELATIONS:
            jobnr.    #modes  #successors   successors
               1        1          2           2   3
               2        1          1           4
               3        1          1           5
               4        1          1           5
               5        1          0
            ************************************************************************
            REQUESTS/DURATIONS:
            jobnr. mode duration  R 1
            ------------------------------------------------------------------------
              1      1     0       0
              2      1     4       2
              3      1     3       2
              4      1     5       1
              5      1     0       0
            ************************************************************************
            RESOURCEAVAILABILITIES:
              R 1
                3
            ************************************************************************
            """;

    @TempDir
    private Path folder;

    private record Told(int code, String out, String err) {}

    private Told type(String text, String... words) throws Exception {
        Path file = folder.resolve("small.sm");
        Files.writeString(file, text);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[words.length + 2];
        all[0] = "plan";
        all[1] = file.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        int code = new CommandDoor("test", Salus.commands()).answer(new PrintWriter(out), new PrintWriter(err), all);
        return new Told(code, out.toString(), err.toString());
    }

    @Tag("slow")
    @Test
    void the_shortest_plan_is_told_with_its_bound_and_when_each_job_begins() throws Exception {
        Told told = type(SMALL, "--format", "json", "--threads", "1");
        assertThat(told.code()).as(told.err()).isZero();
        JsonNode answer = JsonMapper.shared().readTree(told.out());
        // 2 from 0 to 4, then 3 and 4 together.
        assertThat(answer.path("makespan").asInt()).isEqualTo(9);
        assertThat(answer.path("bound").asInt()).isEqualTo(9);
        assertThat(answer.path("optimal").asBoolean()).isTrue();
        assertThat(answer.path("start_times")).hasSize(5);
        assertThat(answer.path("start_times").get(4).path("start").asInt()).isEqualTo(9);
    }

    @Tag("slow")
    @Test
    void people_read_it_as_lines() throws Exception {
        assertThat(type(SMALL, "--threads", "1").out())
                .contains("5 jobs, 1 resources", "The shortest plan takes 9 periods", "job 2: from ");
    }

    @Tag("slow")
    @Test
    void the_same_seed_gives_the_same_answer() throws Exception {
        String[] words = {"--format", "json", "--threads", "1", "--seed", "5"};
        assertThat(type(SMALL, words).out()).isEqualTo(type(SMALL, words).out());
    }

    private void refused(String from, String to, String... because) throws Exception {
        assertThat(SMALL).contains(from);
        Told told = type(SMALL.replace(from, to));
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains(because).doesNotContain("Exception");
    }

    @Test
    void what_does_not_fit_together_is_refused_with_its_line() throws Exception {
        refused("   4        1          1           5", "   4        1          1           2", "circle", "2 → 4 → 2");
        refused("1           4\n", "1           9\n", "line 13", "no job 9");
        refused("2           2   3", "3           2   3", "line 12", "successors");
        refused("  4      1     5       1", "  4      1     x       1", "line 24", "“x”");
        refused("  4      1     5       1", "  4      1     5       4", "line 29", "Job 4 takes 4", "there are 3");
        refused("  4      1     5       1\n", "", "no row", "job 4");
        refused("  4      1     5       1", "  3      1     5       1", "Job 3 stands twice");
        refused("  4      1     5       1", "  4      2     5       1", "more than one mode");
        refused("nonrenewable              :  0", "nonrenewable              :  2", "nonrenewable");
        refused("    3\n************", "    3 4\n************", "numbers");
        refused("RESOURCEAVAILABILITIES", "SOMETHING ELSE", "how much of each resource");
        refused("PRECEDENCE RELATIONS", "NOTHING", "no project of the PSPLIB");
    }

    @Test
    void what_is_no_file_and_what_makes_no_sense_is_told_without_a_trace() throws Exception {
        StringWriter err = new StringWriter();
        int code = new CommandDoor("test", Salus.commands())
                .answer(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "plan",
                        folder.resolve("none.sm").toString());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file").doesNotContain("Exception");
        assertThat(type(SMALL, "--seconds", "0").code()).isEqualTo(2);
        assertThat(type(SMALL, "--threads", "900").err()).contains("1 to 64 threads");
        assertThat(type("").err()).contains("no project of the PSPLIB");
    }

    @Test
    void a_file_without_end_is_read_to_its_end() {
        assertThatThrownBy(() -> ProjectFile.read("x.sm", SMALL.substring(0, SMALL.indexOf("RESOURCEAVAIL") + 24)))
                .hasMessageContaining("numbers");
    }
}
