package org.salus.portal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.salus.impact.Impact;
import org.salus.impact.ImpactAnswer;
import org.salus.impact.PanelQuestion;
import org.salus.impact.PanelTable;

/** A program of its own for {@code salus bench}: causal methods on invented tables, always the same. It says one measurement a line: its code, then milliseconds. */
public final class ImpactMeasures {
    private static final int RUNS = 3;
    private static final long SEED = 39;

    private ImpactMeasures() {}

    /** Needs no words. */
    public static void main(String[] words) {
        PanelTable donors = panel(39, 31, 6);
        measure(
                "synth",
                () -> Impact.synthetic(
                        donors,
                        new PanelQuestion(
                                "unit",
                                "time",
                                "y",
                                List.of("0"),
                                "19",
                                List.of(),
                                List.of("x0,x1,x2,x3,x4,x5,y"),
                                null,
                                null),
                        "usual"));
        PanelTable many = panel(1_000, 100, 0);
        measure("did", () -> Impact.differences(many, treated(500, "60")));
        PanelTable one = panel(1, 100_000, 0);
        measure("its", () -> Impact.interrupted(one, treated(1, "60000"), "linear", "newey-west", 12, 2));
    }

    private static PanelQuestion treated(int count, String from) {
        List<String> names = new ArrayList<>();
        for (int unit = 0; unit < count; unit++) {
            names.add(Integer.toString(unit));
        }
        return new PanelQuestion("unit", "time", "y", names, from, List.of(), List.of(), null, null);
    }

    private static PanelTable panel(int units, int times, int predictors) {
        Random random = new Random(SEED);
        PanelTable.Gathered gathered = new PanelTable.Gathered("invented");
        List<String> heads = new ArrayList<>(List.of("unit", "time", "y"));
        for (int k = 0; k < predictors; k++) {
            heads.add("x" + k);
        }
        gathered.add(1, heads);
        long line = 1;
        for (int unit = 0; unit < units; unit++) {
            double level = 100 + 20 * random.nextGaussian();
            double trend = random.nextGaussian();
            for (int time = 0; time < times; time++) {
                List<String> cells = new ArrayList<>(List.of(
                        Integer.toString(unit),
                        Integer.toString(time),
                        Double.toString(level + trend * Math.sqrt(time) + random.nextGaussian())));
                for (int k = 0; k < predictors; k++) {
                    cells.add(Double.toString(level * (k + 1) + 10 * trend + 5 * random.nextGaussian()));
                }
                gathered.add(++line, cells);
            }
        }
        return gathered.table();
    }

    private static void measure(String code, Supplier<ImpactAnswer> job) {
        StringBuilder line = new StringBuilder(code);
        for (int run = 0; run < RUNS; run++) {
            long begun = System.nanoTime();
            if (job.get().series().isEmpty()) {
                throw new IllegalStateException(code);
            }
            line.append(String.format(Locale.ROOT, " %.1f", (System.nanoTime() - begun) / 1e6));
        }
        System.out.println(line);
    }
}
