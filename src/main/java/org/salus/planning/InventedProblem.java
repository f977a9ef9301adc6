package org.salus.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A reform program made up from a seed, to measure planning with: 400 steps in months over twelve years, 25 limits (institutions and reform areas), a budget a year from each of three
 * donors, of whom two pay for a part of the steps only. Every number follows from the seed.
 */
public final class InventedProblem {
    static final int STEPS = 400;
    static final int LIMITS = 25;
    static final int YEARS = 12;

    private static final int MONTHS = 12;
    private static final int DONORS = 3;
    private static final int GROUPS = 40;

    private InventedProblem() {}

    /** The problem of a seed. */
    public static ScheduleProblem of(long seed) {
        Random random = new Random(seed);
        List<ScheduleProblem.Step> steps = new ArrayList<>();
        List<ScheduleProblem.Order> orders = new ArrayList<>();
        List<ScheduleProblem.Limit> limits = new ArrayList<>();
        for (int limit = 0; limit < LIMITS; limit++) {
            limits.add(new ScheduleProblem.Limit("l" + limit, "Institution " + limit, 6 + random.nextInt(7)));
        }
        long cost = 0;
        List<Set<String>> eligible = new ArrayList<>();
        for (int donor = 0; donor < DONORS; donor++) {
            eligible.add(new HashSet<>());
        }
        for (int number = 0; number < STEPS; number++) {
            Map<String, Integer> uses = new HashMap<>();
            for (int use = 0; use < 2; use++) {
                uses.put("l" + random.nextInt(LIMITS), 1 + random.nextInt(2));
            }
            int price = 10 + random.nextInt(90);
            cost += price;
            String id = "s" + number;
            steps.add(new ScheduleProblem.Step(
                    id,
                    "Step " + number,
                    3 + random.nextInt(10),
                    0,
                    Optional.empty(),
                    List.of(),
                    uses,
                    price,
                    1 + random.nextInt(9),
                    true,
                    Optional.empty()));
            for (int donor = 1; donor < DONORS; donor++) {
                if (random.nextInt(100) < 40) {
                    eligible.get(donor).add(id);
                }
            }
            // Within a goal, a step waits for up to two of the steps before it.
            int group = number % GROUPS;
            for (int back = 1; back <= 2; back++) {
                int before = number - GROUPS * back;
                if (before >= group && random.nextInt(100) < 50) {
                    orders.add(new ScheduleProblem.Order("s" + before, id, 0, ""));
                }
            }
        }
        List<ScheduleProblem.Budget> budgets = new ArrayList<>();
        for (int year = 0; year < YEARS; year++) {
            for (int donor = 0; donor < DONORS; donor++) {
                budgets.add(new ScheduleProblem.Budget(
                        "b" + donor + "y" + year,
                        "b" + donor,
                        "Donor " + donor + ", year " + (year + 1),
                        new ScheduleProblem.Window(year * MONTHS, year * MONTHS + MONTHS - 1),
                        // Together, half as much again as is needed.
                        cost * 3 / 2 / YEARS / DONORS,
                        donor == 0 ? Set.of() : eligible.get(donor)));
            }
        }
        return new ScheduleProblem(YEARS * MONTHS, steps, orders, limits, budgets);
    }
}
