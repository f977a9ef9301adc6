package org.salus.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * Those who were asked, with what the design says of each, and what follows from it for a mean: the ratio of weighted sums, with its error by Taylor linearisation, clusters within strata, as if the clusters were drawn
 * with replacement (Cochran, Sampling Techniques, 1977, sections 6.3 and 11.8; Korn and Graubard, Analysis of Health Surveys, 1999, chapter 2; Lumley, J. Statistical Software 9(8), 2004). Pure.
 */
final class SurveySample {
    private final double[] weights;
    private final int[] clusters;
    private final int[] stratumOf;
    private final int[] clustersIn;

    /**
     * A mean, or a share where the values are noughts and ones.
     *
     * @param value the weighted mean; not a number where nobody answered
     * @param error its standard error; not a number where all who answered are of one cluster
     * @param freedom clusters less strata, of those with somebody who answered
     * @param people who answered
     * @param clusters in which somebody answered
     * @param designEffect its variance by that of as many drawn alone, with replacement; not a number where all gave one answer
     */
    record Mean(double value, double error, int freedom, int people, int clusters, double designEffect) {}

    private SurveySample(double[] weights, int[] clusters, int[] stratumOf, int countStrata) {
        this.weights = weights;
        this.clusters = clusters;
        this.stratumOf = stratumOf;
        this.clustersIn = new int[countStrata];
        for (int stratum : stratumOf) {
            clustersIn[stratum]++;
        }
    }

    /**
     * A sample as it was read.
     *
     * @param sample who is left
     * @param rows of those who are left, in the order of the sample
     * @param remarks who was left out and why, and what else is doubtful
     */
    record Read(SurveySample sample, List<PanelTable.Row> rows, List<Sentence> remarks) {}

    /**
     * The sample in a table.
     *
     * @throws Failure where a weight is no number or negative, or nobody is left
     */
    static Read of(PanelTable table, SurveyDesign design) {
        int weight = column(table, design.weight(), "weight");
        int stratum = column(table, design.stratum(), "stratum");
        int cluster = column(table, design.cluster(), "cluster");
        List<PanelTable.Row> rows = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<String> strata = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        int withoutWeight = 0;
        int weighingNothing = 0;
        int withoutPlace = 0;
        for (PanelTable.Row row : table.rows()) {
            double weighs = weight < 0 ? 1 : weight(table, row, weight, design);
            if (Double.isNaN(weighs)) {
                withoutWeight++;
            } else if (weighs == 0) {
                weighingNothing++;
            } else if ((stratum >= 0 && row.cell(stratum).isEmpty())
                    || (cluster >= 0 && row.cell(cluster).isEmpty())) {
                withoutPlace++;
            } else {
                String in = stratum < 0 ? "" : row.cell(stratum);
                strata.add(in);
                // Places of one name in two strata are two places.
                clusters.add(cluster < 0 ? String.valueOf(rows.size()) : in + "\n" + row.cell(cluster));
                weights.add(weighs);
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            throw Failure.wrongUse(Sentence.of(
                            "impact.survey.nobody-left",
                            table.name(),
                            table.rows().size()))
                    .advising(Sentence.of("impact.survey.nobody-left.advice"));
        }
        List<Sentence> remarks = new ArrayList<>();
        remark(remarks, "impact.survey.remark.without-weight", withoutWeight);
        remark(remarks, "impact.survey.remark.weighing-nothing", weighingNothing);
        remark(remarks, "impact.survey.remark.without-place", withoutPlace);
        Map<String, Integer> numberOfStratum = numbers(strata);
        Map<String, Integer> numberOfCluster = numbers(clusters);
        int[] stratumOf = new int[numberOfCluster.size()];
        int[] inStratum = strata.stream().mapToInt(numberOfStratum::get).toArray();
        int[] inCluster = clusters.stream().mapToInt(numberOfCluster::get).toArray();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            stratumOf[inCluster[i]] = inStratum[i];
            if (cluster >= 0) {
                names.add(rows.get(i).cell(cluster));
            }
        }
        if (cluster >= 0 && names.size() < numberOfCluster.size()) {
            remarks.add(Sentence.of(
                    "impact.survey.remark.same-names", numberOfCluster.size() - names.size(), design.cluster()));
        }
        SurveySample sample = new SurveySample(
                weights.stream().mapToDouble(Double::doubleValue).toArray(),
                inCluster,
                stratumOf,
                numberOfStratum.size());
        return new Read(sample, rows, remarks);
    }

    private static int column(PanelTable table, String name, String field) {
        return name.isEmpty() ? -1 : table.column(name, field);
    }

    private static double weight(PanelTable table, PanelTable.Row row, int column, SurveyDesign design) {
        String text = row.cell(column);
        if (text.isEmpty() || text.equalsIgnoreCase("NA") || text.equalsIgnoreCase("n/a")) {
            return Double.NaN;
        }
        double weight = SurveyNumbers.read(text);
        if (Double.isNaN(weight) || weight < 0) {
            throw Failure.wrongUse(
                            Sentence.of("impact.survey.bad-weight", table.name(), row.line(), text, design.weight()))
                    .advising(Sentence.of("impact.survey.bad-weight.advice"))
                    .at("weight");
        }
        return weight;
    }

    private static void remark(List<Sentence> remarks, String key, int count) {
        if (count > 0) {
            remarks.add(Sentence.of(key, count));
        }
    }

    private static Map<String, Integer> numbers(List<String> names) {
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.putIfAbsent(name, numbers.size()));
        return numbers;
    }

    int size() {
        return weights.length;
    }

    int strata() {
        return clustersIn.length;
    }

    int clusters() {
        return stratumOf.length;
    }

    /** Strata in which a single cluster was drawn: nothing tells how much those of one stratum differ. */
    int lonely() {
        return (int) IntStream.of(clustersIn).filter(count -> count == 1).count();
    }

    /** The largest weight by the smallest. */
    double spreadOfWeights() {
        return Arrays.stream(weights).max().orElse(1)
                / Arrays.stream(weights).min().orElse(1);
    }

    /**
     * The mean among some of the people. The others stay in the design with nothing, so that it is seen how many of a group were drawn by chance.
     *
     * @param values of each; not a number for whoever is not among them
     */
    Mean mean(double... values) {
        double sum = 0;
        double weight = 0;
        int people = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum += weights[i] * values[i];
                weight += weights[i];
                people++;
            }
        }
        if (people == 0) {
            return new Mean(Double.NaN, Double.NaN, 0, 0, 0, Double.NaN);
        }
        double mean = sum / weight;
        double[] totals = new double[clusters()];
        boolean[] isTouched = new boolean[clusters()];
        double spread = 0;
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                totals[clusters[i]] += weights[i] * (values[i] - mean) / weight;
                isTouched[clusters[i]] = true;
                spread += weights[i] * (values[i] - mean) * (values[i] - mean) / weight;
            }
        }
        int touched = 0;
        boolean[] isTouchedStratum = new boolean[strata()];
        for (int cluster = 0; cluster < totals.length; cluster++) {
            if (isTouched[cluster]) {
                touched++;
                isTouchedStratum[stratumOf[cluster]] = true;
            }
        }
        int touchedStrata = 0;
        for (boolean each : isTouchedStratum) {
            touchedStrata += each ? 1 : 0;
        }
        double variance = clusters() == 1 || touched == 1 ? Double.NaN : variance(totals);
        double alone = spread / Math.max(1, people - 1);
        return new Mean(
                mean,
                Math.sqrt(variance),
                touched - touchedStrata,
                people,
                touched,
                alone > 0 ? variance / alone : Double.NaN);
    }

    /** Of clusters about the mean of their stratum; of one that is alone in its stratum about that of all, which is nought and errs on the side of caution. */
    private double variance(double... totals) {
        double[] sums = new double[strata()];
        for (int cluster = 0; cluster < totals.length; cluster++) {
            sums[stratumOf[cluster]] += totals[cluster];
        }
        double variance = 0;
        for (int cluster = 0; cluster < totals.length; cluster++) {
            int stratum = stratumOf[cluster];
            int count = clustersIn[stratum];
            double apart = count == 1 ? totals[cluster] : totals[cluster] - sums[stratum] / count;
            variance += count == 1 ? apart * apart : apart * apart * count / (count - 1);
        }
        return variance;
    }
}
