package org.salus.portfolio.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Sentence;
import org.salus.portfolio.LabelledActivity;
import org.salus.portfolio.Measures;
import org.salus.portfolio.Sortable;
import org.salus.portfolio.TrainSorter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code salus train}: learns from labelled activities how the rules of sorting are to be corrected, and measures what comes of it. */
@Command(name = "train")
public final class Train implements Callable<Integer> {
    private static final int FEWEST_LABELLED = 20;

    private final ActivityFiles files;

    @Option(names = "--labelled", required = true, paramLabel = "FILE", descriptionKey = "labelled")
    private String labelled = "";

    @Option(names = "--coded", arity = "1..*", paramLabel = "FILE", descriptionKey = "coded")
    private List<String> coded = new ArrayList<>();

    @Option(names = "--unseen", paramLabel = "FILE", descriptionKey = "unseen")
    private @Nullable String unseen;

    @Option(names = "--out", paramLabel = "MODEL", descriptionKey = "out")
    private @Nullable String out;

    @Option(names = "--measure", descriptionKey = "measure")
    private boolean measure;

    @Mixin
    private Terminal terminal = new Terminal();

    /**
     * A command that learns and measures.
     *
     * @param iati reads IATI XML; tables are read here
     */
    public Train(ActivityTexts iati) {
        this.files = new ActivityFiles(iati);
    }

    @Override
    public Integer call() {
        if (out == null && !measure) {
            throw Failure.wrongUse(Sentence.of("portfolio.train.nothing-to-do"));
        }
        Path model = out == null ? null : target(out);
        List<LabelledActivity> taught = labelled(labelled, Map.of());
        if (taught.stream()
                        .filter(one -> one.area() != ReformArea.CANNOT_BE_TOLD)
                        .count()
                < FEWEST_LABELLED) {
            throw new Failure(
                    Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.train.too-few", labelled, FEWEST_LABELLED));
        }
        List<Sortable> others = new ArrayList<>();
        coded.forEach(file -> files.packed(file, others::add));
        List<LabelledActivity> keptAside = unseen == null ? List.of() : labelled(unseen, byId(others));
        TrainSorter training = new TrainSorter(taught, others, keptAside);
        say("portfolio.train.read", training.labelled(), others.size(), training.weak(), keptAside.size());
        if (measure) {
            tell(training, keptAside);
        }
        if (model != null) {
            write(model, training.train());
        }
        return 0;
    }

    private static Path target(String name) {
        try {
            Path path = Path.of(name);
            if (!Files.isDirectory(path)) {
                return path;
            }
        } catch (InvalidPathException impossible) {
            throw Failure.notFound(Sentence.of("portfolio.classify.missing", name));
        }
        throw Failure.notFound(Sentence.of("portfolio.classify.folder", name));
    }

    private void write(Path model, byte[] bytes) {
        Terminal.put(model, bytes);
        say("portfolio.train.written", model.toString(), bytes.length);
    }

    private static Map<String, Sortable> byId(List<Sortable> activities) {
        Map<String, Sortable> known = new HashMap<>();
        activities.forEach(activity -> known.putIfAbsent(activity.id(), activity));
        return known;
    }

    /** Labelled activities of a table; a row without words of its own takes those of the activity with its identifier. */
    private List<LabelledActivity> labelled(String file, Map<String, Sortable> texts) {
        List<LabelledActivity> found = new ArrayList<>();
        files.rows(file, List.of("area"), row -> {
            String label = row.columns().apply("area").strip();
            Optional<ReformArea> area = ReformArea.find(label);
            if (area.isEmpty()) {
                if (row.activity().id().isEmpty() && label.isEmpty()) {
                    return;
                }
                throw new Failure(
                        Failure.Kind.NOT_POSSIBLE,
                        Sentence.of(
                                "portfolio.train.unknown-area",
                                file,
                                row.activity().id(),
                                label));
            }
            Sortable own = row.activity();
            boolean isBare = own.sectors().isEmpty()
                    && own.titles().stream().allMatch(String::isBlank)
                    && own.descriptions().stream().allMatch(String::isBlank);
            Sortable known = texts.get(own.id());
            if (isBare && known == null) {
                throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.train.no-words", file, own.id()));
            }
            found.add(new LabelledActivity(
                    isBare && known != null ? known : own,
                    area.get(),
                    ReformArea.find(row.columns().apply("also-possible").strip()),
                    row.columns().apply("source").strip()));
        });
        if (found.isEmpty()) {
            throw new Failure(Failure.Kind.NOT_POSSIBLE, Sentence.of("portfolio.classify.empty", file));
        }
        return found;
    }

    private void tell(TrainSorter training, List<LabelledActivity> keptAside) {
        say("portfolio.train.columns");
        line("portfolio.train.rules", training.byRules());
        line("portfolio.train.groups", training.byGroups());
        Measures byPublishers = training.byPublishers();
        line("portfolio.train.publishers", byPublishers);
        if (!keptAside.isEmpty()) {
            line("portfolio.train.unseen-rules", training.about(keptAside, true));
            Measures about = training.about(keptAside, false);
            line("portfolio.train.unseen", about);
            line("portfolio.train.unseen-publishers", about.of(training::isOfNewPublisher));
        }
        say("portfolio.train.by-language");
        for (String language : byPublishers.languages()) {
            Measures some = byPublishers.inLanguage(language);
            say("portfolio.train.language", language, some.size(), some.accuracy(), some.ssrF1());
        }
        details(byPublishers);
        if (!keptAside.isEmpty()) {
            say("portfolio.train.about-unseen");
            details(training.about(keptAside, false));
        }
    }

    private void details(Measures measures) {
        say("portfolio.train.by-label");
        measures.labels()
                .forEach(label -> say(
                        "portfolio.train.label",
                        label.area().code(),
                        label.labelled(),
                        label.answered(),
                        label.right(),
                        label.f1()));
        say("portfolio.train.by-confidence");
        measures.bins()
                .forEach(bin ->
                        say("portfolio.train.bin", bin.answers(), decimal(bin.confidence()), decimal(bin.right())));
        List<String> answers = new ArrayList<>();
        for (ReformArea answer : ReformArea.values()) {
            answers.add(answer.code());
        }
        say("portfolio.train.confusion", String.join("\t", answers));
        measures.confusion().forEach((label, row) -> {
            List<String> counts = new ArrayList<>();
            for (ReformArea answer : ReformArea.values()) {
                counts.add(row.containsKey(answer) ? String.valueOf(row.get(answer)) : "·");
            }
            say("portfolio.train.confusion-row", label.code(), String.join("\t", counts));
        });
    }

    private static String decimal(double part) {
        return String.format(java.util.Locale.ROOT, "%.3f", part);
    }

    private void line(String name, Measures measures) {
        say(
                "portfolio.train.line",
                terminal.wording().say(name),
                measures.size(),
                measures.accuracy(),
                measures.ssrF1(),
                measures.macroF1(),
                measures.macroF1OfFrequent(),
                measures.fieldF1(),
                measures.calibrationError());
    }

    private void say(String key, Object... arguments) {
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i] instanceof Measures.Score ? arguments[i].toString() : arguments[i];
        }
        terminal.out().println(Terminal.harmless(terminal.wording().say(key, texts)));
    }
}
