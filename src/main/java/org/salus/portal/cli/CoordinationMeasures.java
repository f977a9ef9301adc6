package org.salus.portal.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.evidence.Activity;
import org.salus.evidence.Evidence;
import org.salus.evidence.Snapshot;
import org.salus.frame.web.Address;
import org.salus.portfolio.Organisations;
import org.salus.portfolio.Supports;

/**
 * A program of its own for {@code salus bench}: all findings about a country, and the putting together of many names of organisations. It says one measurement a line: its code, then
 * milliseconds.
 */
public final class CoordinationMeasures {
    /** How many activities name an organisation of their own in the file of {@link #names}. */
    static final int NAMES = 10_000;

    private static final int RUNS = 12;
    private static final long SEED = 7;
    private static final List<String> WORDS = List.of(
            "Peace", "Police", "Reform", "Mine", "Action", "Rural", "Women", "Justice", "Lake", "River", "Youth",
            "Border");

    private CoordinationMeasures() {}

    /** With the folder of data that hold a country, its code, the folder of data that hold the names, and the code of their country. */
    public static void main(String[] words) throws IOException {
        try (Evidence evidence = Evidence.open(Path.of(words[0]))) {
            findings(evidence.snapshot(), words[1]);
        }
        try (Evidence evidence = Evidence.open(Path.of(words[2]))) {
            organisations(evidence.snapshot(), words[3]);
        }
    }

    private static void findings(Snapshot snapshot, String country) {
        CoordinationQuestion question = CoordinationQuestion.of(country, Address.of(""));
        // A server keeps the map of a country; the findings are analysed each time they are asked for.
        Coordinations coordinations = new Coordinations(Supports.shipped());
        StringBuilder line = new StringBuilder("findings");
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            coordinations.of(snapshot, question);
            line.append(said(begun));
        }
        System.out.println(line);
    }

    private static void organisations(Snapshot snapshot, String country) {
        Collection<Activity> activities = snapshot.activities()
                .in(CoordinationQuestion.of(country, Address.of("")).country());
        StringBuilder line = new StringBuilder("organisations");
        for (int run = 0; run < RUNS / 2; run++) {
            long begun = System.nanoTime();
            Organisations.of(activities);
            line.append(said(begun));
        }
        System.out.println(line);
    }

    private static String said(long begun) {
        return String.format(Locale.ROOT, " %.1f", (System.nanoTime() - begun) / 1e6);
    }

    /** A file of activities in a country, each of which names an organisation; some are written in two ways. */
    static void names(Path file, String country) throws IOException {
        Random random = new Random(SEED);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("<iati-activities version=\"2.03\">\n");
            for (int number = 0; number < NAMES; number++) {
                out.write("""
                        <iati-activity default-currency="USD"><iati-identifier>XM-BENCH-%d</iati-identifier>\
                        <reporting-org ref="XM-BENCH" type="10"><narrative>Bench</narrative></reporting-org>\
                        <title><narrative>Project %d</narrative></title>\
                        <participating-org role="4" type="21"><narrative>%s %s %s %d</narrative></participating-org>\
                        <recipient-country code="%s" percentage="100"/></iati-activity>
                        """.formatted(
                                number,
                                number,
                                word(random),
                                word(random),
                                random.nextInt(3) == 0 ? "Org." : "Organisation",
                                number * 9 / 10,
                                country));
            }
            out.write("</iati-activities>\n");
        }
    }

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
