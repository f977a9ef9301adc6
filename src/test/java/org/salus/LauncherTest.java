package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a small checkout of its own, with programs that only say how they were called in place of Java and Maven. */
class LauncherTest {
    @TempDir
    private Path folder = Path.of("");

    private Path checkout = Path.of("");
    private Path tools = Path.of("");
    private Path jdk = Path.of("");

    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void layOut() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell here");
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        tools = Files.createDirectories(folder.resolve("tools"));
        jdk = Files.createDirectories(folder.resolve("jdks/jdk 25"));
        Files.copy(Path.of("salus"), checkout.resolve("salus"));
        executable(checkout.resolve("salus"), Files.readString(Path.of("salus")));
        Files.createDirectories(checkout.resolve("src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "<project/>");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8\"\n");
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/java"), """
                #!/bin/sh
                last=
                for word in "$@"; do
                    case $last in --destination) mkdir -p "$word/lib" && : >"$word/salus.jar"; echo extract >>"$LOG"; exit 0 ;; esac
                    last=$word
                done
                case $last in warm) echo warm >>"$LOG"; exit 2 ;; esac
                for word in "$@"; do printf '[%s]\\n' "$word"; done
                exit 7
                """);
        executable(jdk.resolve("bin/jar"), "#!/bin/sh\n");
        executable(tools.resolve("mvn"), """
                #!/bin/sh
                case $1 in -v) echo 'Apache Maven 3.8.7'; exit 0 ;; esac
                echo "mvn $*" >>"$LOG"
                case "$*" in *broken*) echo 'the compiler is unhappy'; exit 1 ;; esac
                mkdir -p target && : >target/salus.jar
                """);
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Answer call(Path command, Map<String, String> settings, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command.toString());
        builder.command().addAll(List.of(words));
        builder.directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        forgetOwnSettings(environment);
        environment.put("PATH", tools + ":/usr/bin:/bin");
        environment.put("SALUS_JDKS", folder.resolve("nothing here") + ":" + folder.resolve("jdks"));
        environment.put("LOG", log().toString());
        environment.putAll(settings);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** These tests may themselves be run by a launcher that was told something. */
    private static void forgetOwnSettings(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name -> name.startsWith("SALUS_") || name.equals("JAVA_HOME") || name.equals("MAVEN_ARGS"));
    }

    private Answer call(String... words) throws Exception {
        return call(checkout.resolve("salus"), Map.of(), words);
    }

    private Path log() {
        return folder.resolve("log");
    }

    private List<String> logged() throws IOException {
        return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    }

    @Test
    void the_first_call_builds_once_and_the_arguments_arrive_as_given() throws Exception {
        Answer first = call("load", "two words", "*", "", "--x=\"y\"");
        assertThat(first.code()).isEqualTo(7);
        assertThat(first.err()).isEqualTo("Building Salus (first time: a few minutes)…\n");
        assertThat(first.out()).endsWith("[org.salus.Salus]\n[load]\n[two words]\n[*]\n[]\n[--x=\"y\"]\n");
        assertThat(first.out()).contains("[-cp]", checkout.toRealPath() + "/target/app/salus.jar");
        assertThat(logged()).containsExactly("mvn -B -ntp package -Dmaven.test.skip=true", "extract", "warm");

        Answer second = call("load");
        assertThat(second.err()).isEmpty();
        assertThat(logged()).hasSize(3);
    }

    @Test
    void a_newer_source_is_built_again() throws Exception {
        call("load");
        Files.writeString(checkout.resolve("src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(
                checkout.resolve("src/main/New.java"),
                java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        assertThat(call("load").err()).isEqualTo("Building Salus…\n");
        assertThat(logged()).hasSize(6);
    }

    @Test
    void a_link_leads_to_the_checkout() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.resolve("salus"));
        assertThat(call(link, Map.of(), "x").out()).contains(checkout.toRealPath() + "/target/app/salus.jar");
    }

    @Test
    void maven_is_given_the_arguments_of_the_environment() throws Exception {
        call(checkout.resolve("salus"), Map.of("SALUS_MAVEN_ARGS", "-Done -Dtwo", "MAVEN_ARGS", "-Dthree"), "x");
        assertThat(logged().getFirst()).contains("-Dthree -Done -Dtwo package");
    }

    @Test
    void without_a_jdk_25_there_is_one_line_and_exit_code_two() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        Answer answer = call(checkout.resolve("salus"), Map.of("JAVA_HOME", jdk.toString()), "load");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("salus: No JDK 25 found.").hasLineCount(1);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void without_maven_there_is_one_line_and_exit_code_two() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("bare"));
        for (String name : List.of(
                "sh", "dirname", "readlink", "grep", "find", "head", "sed", "mkdir", "rm", "cat", "uname", "touch")) {
            executable(bare.resolve(name), "#!/bin/sh\nexec " + placeOf(name) + " \"$@\"\n");
        }
        Answer answer = call(checkout.resolve("salus"), Map.of("PATH", bare.toString()), "load");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("salus: No Maven found.").hasLineCount(1);
    }

    private static Path placeOf(String name) {
        for (String place : List.of("/usr/bin/", "/bin/")) {
            if (Files.exists(Path.of(place + name))) {
                return Path.of(place + name);
            }
        }
        throw new IllegalStateException("no " + name);
    }

    @Test
    void an_old_maven_is_refused() throws Exception {
        executable(tools.resolve("mvn"), "#!/bin/sh\necho 'Apache Maven 3.6.3'\n");
        Answer answer = call("load");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("salus: Maven 3.6.3 is too old.").hasLineCount(1);
    }

    @Test
    void a_failed_build_shows_its_last_lines_and_leaves_no_lock() throws Exception {
        Answer answer = call(checkout.resolve("salus"), Map.of("SALUS_MAVEN_ARGS", "-Dbroken"), "load");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("the compiler is unhappy", "build.log");
        assertThat(checkout.resolve("target/launcher.lock")).doesNotExist();
    }

    @Test
    void a_lock_whose_owner_died_is_taken_over() throws Exception {
        Files.createDirectories(checkout.resolve("target/launcher.lock"));
        Files.writeString(checkout.resolve("target/launcher.lock/owner"), "99999999\n");
        assertThat(call("load").code()).isEqualTo(7);
        assertThat(checkout.resolve("target/launcher.lock")).doesNotExist();
    }

    @Test
    void two_calls_at_once_build_once() throws Exception {
        executable(
                tools.resolve("mvn"),
                "#!/bin/sh\ncase $1 in -v) echo 'Apache Maven 3.9.9'; exit 0 ;; esac\necho mvn >>\"$LOG\"\nsleep 2\nmkdir -p target && : >target/salus.jar\n");
        ProcessBuilder other = new ProcessBuilder(checkout.resolve("salus").toString(), "first");
        forgetOwnSettings(other.environment());
        other.environment().put("PATH", tools + ":/usr/bin:/bin");
        other.environment().put("JAVA_HOME", jdk.toString());
        other.environment().put("LOG", log().toString());
        Process first = other.redirectErrorStream(true)
                .redirectOutput(folder.resolve("first").toFile())
                .start();
        assertThat(call("second").code()).isEqualTo(7);
        assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(logged()).containsExactlyInAnyOrder("mvn", "extract", "warm");
    }

    @Test
    void the_quick_tests_leave_tags_out_and_all_tests_do_not() throws Exception {
        call("test");
        call("test", "--all");
        call("test", "--", "-Dtest=HouseTests");
        assertThat(logged())
                .containsExactly(
                        "mvn -B -ntp spotless:check test",
                        "mvn -B -ntp spotless:check test -Dsalus.excluded.tags= -Dsalus.test.compilers=-XX:+TieredCompilation",
                        "mvn -B -ntp spotless:check test -Dtest=HouseTests");
        assertThat(call("test", "--nothing").code()).isEqualTo(2);
    }
}
