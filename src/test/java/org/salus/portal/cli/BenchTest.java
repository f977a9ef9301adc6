package org.salus.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.Salus;
import org.salus.documents.DocxText;
import org.salus.documents.PlainText;
import org.salus.evidence.ReadActivities;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.Sentence;

class BenchTest {
    @TempDir
    private Path folder = Path.of("");

    private static List<String> identifiers(Path file) throws IOException {
        List<String> found = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file)) {
            ReadActivities.of(bytes, "copies.xml", activity -> found.add(activity.identifier()));
        }
        return found;
    }

    @Test
    void a_large_file_holds_every_activity_as_often_as_asked_and_no_identifier_twice() throws IOException {
        Path original = folder.resolve("demo.xml");
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(Path.of("demo/aid-burundi.xml.gz")))) {
            Files.copy(packed, original);
        }
        Path copies = folder.resolve("copies.xml");
        SuffixedCopies.write(original, 3, copies);
        List<String> one = identifiers(original);
        List<String> three = identifiers(copies);
        assertThat(three).hasSize(3 * one.size()).contains(one.getFirst() + "-0", one.getLast() + "-2");
        assertThat(new HashSet<>(three)).hasSize(3 * one.size());
    }

    @Test
    void the_median_of_an_even_number_of_runs_lies_between_the_middle_two() {
        assertThat(Measured.median(List.of(4.0, 1.0, 3.0))).isEqualTo(3.0);
        assertThat(Measured.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }

    @Test
    void ninety_five_of_a_hundred_are_no_slower_than_the_percentile() {
        List<Double> runs = new ArrayList<>();
        for (int run = 100; run >= 1; run--) {
            runs.add((double) run);
        }
        assertThat(Measured.percentile(runs, 95)).isEqualTo(95.0);
        assertThat(Measured.percentile(List.of(7.0), 95)).isEqualTo(7.0);
    }

    @Test
    void a_limit_that_is_exceeded_is_missed_and_no_limit_is_neither() {
        assertThat(Measured.of("load-time", "s", List.of(3.1), 3).met()).isFalse();
        assertThat(Measured.of("load-time", "s", List.of(3.0), 3).met()).isTrue();
        assertThat(Measured.of("demo-load", "s", List.of(3.0), 0).met()).isNull();
        assertThat(Measured.skipped("load-time", "s", Sentence.of("portal.bench.no-server"))
                        .met())
                .isNull();
    }

    @Test
    void without_the_real_files_the_bench_says_what_is_missing_and_succeeds() {
        StringWriter out = new StringWriter();
        PrintWriter spoken = new PrintWriter(out);
        int code = new CommandDoor("1", Salus.commands())
                .answer(spoken, new PrintWriter(new StringWriter()), "bench", "--quick", "--shared", folder.toString());
        assertThat(code).isZero();
        assertThat(out.toString()).contains("cores", "not measured: no " + folder);
    }

    @Test
    void one_part_is_measured_alone_and_an_unknown_one_is_refused() {
        StringWriter out = new StringWriter();
        CommandDoor door = new CommandDoor("1", Salus.commands());
        PrintWriter none = new PrintWriter(new StringWriter());
        assertThat(door.answer(new PrintWriter(out), none, "bench", "--part", "plan", "--shared", folder.toString()))
                .isZero();
        assertThat(out.toString())
                .contains("not measured: no " + folder.resolve("scheduling"))
                .doesNotContain("XML", "CD.xml");
        StringWriter refused = new StringWriter();
        assertThat(door.answer(none, new PrintWriter(refused), "bench", "--part", "everything"))
                .isNotZero();
        assertThat(refused.toString()).contains("everything", "--part");
    }

    @Test
    void a_process_of_its_own_is_measured_from_start_to_end() throws Exception {
        Path file = folder.resolve("one.xml");
        Files.writeString(file, "<iati-activities><iati-activity/></iati-activities>");
        List<String> command = WholeProcess.java("org.salus.evidence.cli.BarePass");
        command.add(file.toString());
        WholeProcess.Run run = WholeProcess.run(command);
        assertThat(run.output().lines().toList().getLast()).isEqualTo("5");
        assertThat(run.exitCode()).isZero();
        assertThat(run.seconds()).isPositive();
        if (Files.exists(Path.of("/proc/self/status"))) {
            assertThat(run.megabytes())
                    .hasValueSatisfying(peak -> assertThat(peak).isBetween(10.0, 4000.0));
        }
    }

    @Test
    @Tag("slow")
    void the_document_that_is_measured_has_sixty_pages_and_fifteen_charts() throws IOException {
        PaperMeasures.main(new String[] {folder.toString()});
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("paper.pdf").toFile())) {
            assertThat(pdf.getNumberOfPages()).isBetween(60, 70);
        }
        DocxText word = DocxText.of(Files.readAllBytes(folder.resolve("paper.docx")));
        assertThat(word.text()).isEqualTo(PlainText.of(PaperMeasures.document()));
        assertThat(word.text().lines().stream().filter(line -> line.startsWith("Figure ")))
                .hasSize(15);
    }
}
