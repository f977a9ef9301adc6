package org.salus.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Invented roadmaps, from none to more steps than anybody plans. */
final class Roadmaps {
    static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    private Roadmaps() {}

    /** A step without anything said of it but its days. */
    static Roadmap.Bar bar(String id, String from, String until) {
        return new Roadmap.Bar(
                id,
                "Step " + id,
                "",
                "",
                "",
                LocalDate.parse(from),
                LocalDate.parse(until),
                Optional.empty(),
                false,
                false,
                List.of());
    }

    /** The same, carried by an institution and paid for by a donor. */
    static Roadmap.Bar bar(String id, String from, String until, String institution, String donor, String cost) {
        return new Roadmap.Bar(
                id,
                "Step " + id,
                "A goal",
                institution,
                donor,
                LocalDate.parse(from),
                LocalDate.parse(until),
                cost.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(cost)),
                false,
                false,
                List.of());
    }

    static Roadmap of(Roadmap.Bar... bars) {
        return new Roadmap("The plan", FROM, LocalDate.of(2028, 12, 31), "USD", List.of(bars), List.of());
    }

    static Roadmap nothing() {
        return new Roadmap("The plan", FROM, LocalDate.of(2028, 12, 31), "USD", List.of(), List.of("A barracks"));
    }

    /** Three steps of a small country: one must, one fixed, one waiting for both, whose cost nobody knows. */
    static Roadmap three() {
        return new Roadmap(
                "Reform of Orvelia",
                FROM,
                LocalDate.of(2028, 12, 31),
                "USD",
                List.of(
                        new Roadmap.Bar(
                                "law",
                                "Pass the police law",
                                "Police serve people",
                                "Parliament",
                                "Norway",
                                LocalDate.of(2027, 1, 16),
                                LocalDate.of(2027, 9, 30),
                                Optional.of(new BigDecimal("120000.50")),
                                true,
                                false,
                                List.of()),
                        new Roadmap.Bar(
                                "vetting",
                                "Vet officers",
                                "Police serve people",
                                "Ministry of the Interior",
                                "Norway",
                                LocalDate.of(2027, 6, 1),
                                LocalDate.of(2028, 2, 29),
                                Optional.of(new BigDecimal("900000")),
                                false,
                                true,
                                List.of()),
                        new Roadmap.Bar(
                                "training",
                                "Train officers",
                                "",
                                "Ministry of the Interior",
                                "",
                                LocalDate.of(2028, 3, 1),
                                LocalDate.of(2028, 12, 31),
                                Optional.empty(),
                                false,
                                false,
                                List.of("law", "vetting", "gone"))),
                List.of("Build a barracks"));
    }

    /** Titles that are long, written from right to left, hostile, and a step of one day. */
    static Roadmap odd() {
        return of(
                titled("long", "Reform ".repeat(120).strip(), "2027-02-01", "2027-08-31"),
                titled("arabic", "إصلاح الشرطة (المرحلة 1)", "2027-03-01", "2027-12-31"),
                titled(
                        "hostile",
                        "</text><script>alert(1)</script> & \"x\" ]]> \u0000\u0008",
                        "2027-05-01",
                        "2028-01-31"),
                titled("day", "Sign", "2027-07-01", "2027-07-01"),
                titled("formula", "=cmd|' /C calc'!A0", "2028-11-01", "2028-12-31"));
    }

    private static Roadmap.Bar titled(String id, String title, String from, String until) {
        return new Roadmap.Bar(
                id,
                title,
                title,
                title,
                title,
                LocalDate.parse(from),
                LocalDate.parse(until),
                Optional.of(BigDecimal.ONE),
                false,
                false,
                List.of());
    }

    /** So many steps, each waiting for up to two that are over before; every fifth without a cost, every seventh without a donor. */
    static Roadmap many(int steps, int years, long seed) {
        Random random = new Random(seed);
        int days = years * 365;
        List<Roadmap.Bar> bars = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            LocalDate from = FROM.plusDays((long) i * (days - 200) / steps + random.nextInt(30));
            LocalDate until = from.plusDays(random.nextInt(500));
            List<String> after = new ArrayList<>();
            for (int j = Math.max(0, i - 30); j < i && after.size() < 2; j++) {
                if (bars.get(j).until().isBefore(from) && random.nextInt(4) == 0) {
                    after.add(bars.get(j).id());
                }
            }
            bars.add(new Roadmap.Bar(
                    "s" + i,
                    "Step " + i + ": what an institution does for people",
                    "Goal " + i % 12,
                    "Institution " + i % 25,
                    i % 7 == 0 ? "" : "Donor " + i % 5,
                    from,
                    until,
                    i % 5 == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(random.nextInt(1, 500_000_000), 2)),
                    i % 4 == 0,
                    i % 9 == 0,
                    after));
        }
        return new Roadmap("A large plan", FROM, FROM.plusYears(years).minusDays(1), "EUR", bars, List.of());
    }
}
