package org.salus.portfolio;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;

/**
 * Weights that were learned from labelled activities, as corrections of the rules' points. A text file that people can read: per line a trait and what it speaks for.
 */
final class LearnedModel {
    /** The areas a model knows: every answer but the one that says nothing can be told. */
    static final List<ReformArea> AREAS = List.of(ReformArea.values()).subList(0, ReformArea.values().length - 1);

    private static final String FORMAT = "Salus model of sorting, format 1";
    private static final String END = "end";
    /** Weights are kept in thousandths; what is smaller than this many of them moves nothing. */
    private static final int SMALLEST = 10;

    /** Many times what has ever been learned; what is longer is no model, or was made to fill the memory. */
    private static final int MOST_BYTES = 32 << 20;

    private static final double THOUSAND = 1000;
    /** Beyond this an answer is as sure as it can get: differences say nothing any more. */
    private static final double MOST_ODDS = 7;

    private final String edition;
    private final double scale;
    private final double trust;
    private final double slope;
    private final SortedMap<String, double[]> weights;
    private final Map<String, double[]> index;

    private LearnedModel(
            String edition, double scale, double trust, double slope, SortedMap<String, double[]> weights) {
        this.edition = edition;
        this.scale = scale;
        this.trust = trust;
        this.slope = slope;
        this.weights = weights;
        this.index = new HashMap<>(weights);
    }

    /**
     * A model of these weights, rounded as its file would be.
     *
     * @param scale what one point of the rules is worth in logarithms of odds
     * @param trust what is added to the logarithm of an answer's odds so that it is as sure as answers are right
     * @param slope what that logarithm is multiplied by before
     */
    static LearnedModel of(double scale, double trust, double slope, Map<String, double[]> weights) {
        SortedMap<String, double[]> kept = new TreeMap<>();
        weights.forEach((trait, values) -> {
            double[] rounded = new double[values.length];
            boolean moves = false;
            for (int i = 0; i < values.length; i++) {
                long thousandths = Math.round(values[i] * THOUSAND);
                if (Math.abs(thousandths) >= SMALLEST) {
                    rounded[i] = thousandths / THOUSAND;
                    moves = true;
                }
            }
            if (moves) {
                kept.put(trait, rounded);
            }
        });
        String body = body(rounded(scale), rounded(trust), rounded(slope), kept);
        return new LearnedModel(sum(body), rounded(scale), rounded(trust), rounded(slope), kept);
    }

    private static double rounded(double number) {
        return Math.round(number * THOUSAND) / THOUSAND;
    }

    static LearnedModel shipped() {
        try (InputStream in =
                Objects.requireNonNull(LearnedModel.class.getResourceAsStream("sorting-learned.txt"), "model")) {
            return read(in, "sorting-learned.txt");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a model that is opened for it.
     *
     * @throws Failure if it cannot be read, or is none
     */
    static LearnedModel read(String name, Supplier<InputStream> model) {
        try (InputStream in = model.get()) {
            return read(in, name);
        } catch (IOException unreadable) {
            throw Failure.notPossible(Sentence.of("portfolio.model.damaged", name), unreadable);
        }
    }

    /**
     * Reads a model.
     *
     * @throws Failure if the file is none, of another format, too large, cut short or changed
     */
    static LearnedModel read(InputStream bytes, String name) throws IOException {
        byte[] whole = bytes.readNBytes(MOST_BYTES + 1);
        if (whole.length > MOST_BYTES) {
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.model.too-large", name, MOST_BYTES >> 20));
        }
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(whole), StandardCharsets.UTF_8));
        if (!FORMAT.equals(lines.readLine())) {
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.model.other-format", name));
        }
        List<String> body = new ArrayList<>();
        String end = null;
        for (String line = lines.readLine(); line != null && end == null; line = lines.readLine()) {
            if (line.startsWith(END + " ")) {
                end = line.substring(END.length() + 1);
            } else {
                body.add(line);
            }
        }
        String text = String.join("\n", body) + "\n";
        if (end == null || !end.equals(sum(text))) {
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.model.damaged", name));
        }
        try {
            SortedMap<String, double[]> weights = new TreeMap<>();
            for (String line : body.subList(3, body.size())) {
                String[] parts = line.split("\t", -1);
                double[] values = new double[AREAS.size()];
                for (int i = 1; i < parts.length; i++) {
                    int at = parts[i].indexOf('=');
                    values[AREAS.indexOf(ReformArea.of(parts[i].substring(0, at)))] =
                            finite(parts[i].substring(at + 1));
                }
                weights.put(parts[0], values);
            }
            double scale = number(body.get(0));
            if (scale <= 0) {
                throw new NumberFormatException(body.getFirst());
            }
            return new LearnedModel(end, scale, number(body.get(1)), number(body.get(2)), weights);
        } catch (RuntimeException broken) {
            throw Failure.notPossible(Sentence.of("portfolio.model.damaged", name), broken);
        }
    }

    private static double number(String line) {
        return finite(line.substring(line.indexOf(' ') + 1));
    }

    /** With what is no number, or endless, everything that is sorted would be as good as anything else. */
    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    /** The file, the same bytes for the same weights. */
    byte[] bytes() {
        String body = body(scale, trust, slope, weights);
        return (FORMAT + "\n" + body + END + " " + sum(body) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String body(double scale, double trust, double slope, SortedMap<String, double[]> weights) {
        StringBuilder text = new StringBuilder(
                "scale " + decimal(scale) + "\ntrust " + decimal(trust) + "\nslope " + decimal(slope) + "\n");
        weights.forEach((trait, values) -> {
            text.append(trait);
            for (int i = 0; i < values.length; i++) {
                if (values[i] != 0) {
                    text.append('\t').append(AREAS.get(i).code()).append('=').append(decimal(values[i]));
                }
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    private static String sum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /** Changes with every weight. */
    String edition() {
        return "learned " + edition;
    }

    int traits() {
        return weights.size();
    }

    /** How sure an answer is, by the points of the rules and of the model together. */
    double certainty(ReformArea answer, Map<ReformArea, Double> points) {
        return 1 / (1 + Math.exp(-trust - slope * odds(answer, points)));
    }

    /** The logarithm of an answer's odds, before they are held against how often such answers were right. */
    double odds(ReformArea answer, Map<ReformArea, Double> points) {
        double own = points.getOrDefault(answer, 0.0);
        double others = 0;
        for (ReformArea area : AREAS) {
            if (area != answer) {
                others += Math.exp((points.getOrDefault(area, 0.0) - own) * scale);
            }
        }
        return Math.clamp(-Math.log(others), -MOST_ODDS, MOST_ODDS);
    }

    /** What a trait adds to the rules' points of one area. */
    double points(Traits.Trait trait, ReformArea area) {
        double[] own = index.get(trait.name());
        return own == null ? 0 : own[AREAS.indexOf(area)] * trait.weight() / scale;
    }

    /** What all traits add to the rules' points. */
    Map<ReformArea, Double> points(List<Traits.Trait> traits) {
        double[] sums = new double[AREAS.size()];
        for (Traits.Trait trait : traits) {
            double @Nullable [] own = index.get(trait.name());
            if (own != null) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += own[i] * trait.weight();
                }
            }
        }
        Map<ReformArea, Double> points = new EnumMap<>(ReformArea.class);
        for (int i = 0; i < sums.length; i++) {
            points.put(AREAS.get(i), sums[i] / scale);
        }
        return points;
    }
}
