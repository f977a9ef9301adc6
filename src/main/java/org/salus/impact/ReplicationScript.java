package org.salus.impact;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A short program in R or Python that repeats the main figure of an answer from the same file, with nothing but what both come with (R) or NumPy (Python; pandas where the file is a
 * workbook). Of a synthetic control it takes the weights as given here: anybody can then see that they lead to the figure, and replace them. Of synthetic differences Python finds both
 * weights anew; R takes them as given.
 */
public final class ReplicationScript {
    private static final List<String> REGRESSIONS = List.of("did", "its");

    /** Both weights of synthetic differences, by the steps and the stopping rule of their authors. */
    private static final String FOUND_ANEW = """
            def fitted(rows, zeta, least):
                x, target = (rows - rows.mean(0))[:, :-1], (rows - rows.mean(0))[:, -1]

                def descend(w, most):
                    before = np.inf
                    for _ in range(most):
                        slope = (x @ w - target) @ x + len(x) * zeta**2 * w
                        step = (np.arange(len(w)) == slope.argmin()) - w
                        length = np.square(x @ step).sum() + len(x) * zeta**2 * (step @ step)
                        w = w + (np.clip(-(slope @ step) / length, 0, 1) if length > 0 else 0) * step
                        now = zeta**2 * (w @ w) + np.square(x @ w - target).mean()
                        if before - now <= least**2:
                            break
                        before = now
                    return w

                w = descend(np.full(x.shape[1], 1 / x.shape[1]), 100)
                w = np.where(w <= w.max() / 4, 0, w)
                return descend(w / w.sum(), 10000)

            others = y[[u not in treated for u in units]]
            own = y[[u in treated for u in units]]
            start = sum(t < first for t in times)
            noise = np.diff(others[:, :start]).std(ddof=1)
            zeta = (len(own) * (len(times) - start)) ** 0.25 * noise
            w = fitted(np.column_stack([others[:, :start].T, own[:, :start].mean(0)]), zeta, 1e-5 * noise)
            lambdas = fitted(np.column_stack([others[:, :start], others[:, start:].mean(1)]), 1e-6 * noise, 1e-5 * noise)
            """;

    private final PanelTable table;
    private final PanelQuestion question;
    private final ImpactAnswer answer;
    private final boolean isPython;

    private ReplicationScript(PanelTable table, PanelQuestion question, ImpactAnswer answer, boolean isPython) {
        this.table = table;
        this.question = question;
        this.answer = answer;
        this.isPython = isPython;
    }

    /**
     * The program.
     *
     * @param file where it is to be written; its ending chooses the language
     * @throws Failure (wrong use) unless it ends in .R or .py
     */
    public static String of(PanelTable table, PanelQuestion question, ImpactAnswer answer, String file) {
        String name = file.toLowerCase(Locale.ROOT);
        if (!name.endsWith(".r") && !name.endsWith(".py")) {
            throw Failure.wrongUse(Sentence.of("impact.script.ending", file));
        }
        if (name.endsWith(".r") && table.name().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw Failure.wrongUse(Sentence.of("impact.script.workbook", table.name()));
        }
        return new ReplicationScript(table, question, answer, name.endsWith(".py")).text();
    }

    private String text() {
        String body = REGRESSIONS.contains(answer.method()) ? regression() : weighted();
        return head() + body + check();
    }

    private String head() {
        boolean isSeries = question.unit() == null;
        String treated = isSeries ? list(List.of("all")) : list(answer.data().treated());
        if (isPython) {
            return (table.name().toLowerCase(Locale.ROOT).endsWith(".xlsx") ? """
                    import re
                    import numpy as np
                    import pandas as pd

                    file = %s
                    rows = pd.read_excel(file, header=None, dtype=str, keep_default_na=False).values.tolist()
                    """ : """
                    import csv
                    import re
                    import numpy as np

                    file = %s
                    with open(file, encoding="utf-8-sig", newline="") as lines:
                        head = lines.readline()
                        lines.seek(0)
                        rows = list(csv.reader(lines, delimiter=";" if ";" in head else "\\t" if "\\t" in head else ","))
                    """).formatted(text(table.name()))
                    + """
                    rows = [[str(cell).strip() for cell in row] for row in rows if any(str(cell).strip() for cell in row)]

                    def time_of(words):
                        number = re.fullmatch(r"(-?\\d+)(\\.0+)?", words)
                        quarter = re.fullmatch(r"(\\d{4})[- ]?[Qq]([1-4])", words)
                        return int(number[1]) if number else "-Q".join(quarter.groups()) if quarter else words[:10]

                    data = {}
                    for row in rows[1:]:
                        cells = dict(zip(rows[0], row))
                        unit = %s
                        if unit not in %s:
                            data.setdefault(unit, {})[time_of(cells[%s])] = cells
                    treated = %s
                    first = %s
                    times = sorted(data[treated[0]])
                    units = %s
                    y = np.array([[float(data[u][t][%s]) for t in times] for u in units])
                    """.formatted(
                            isSeries ? text("all") : "cells[" + text(Objects.requireNonNull(question.unit())) + "]",
                            list(question.without()),
                            text(question.time()),
                            treated,
                            time(answer.data().from()),
                            answer.method().equals("its") ? "treated" : "list(data)",
                            text(question.outcome()));
        }
        return """
                file <- %s
                lines <- readLines(file, encoding = "UTF-8", warn = FALSE)
                lines[1] <- sub("^\\ufeff", "", lines[1])
                separator <- c(";", "\\t", ",")[c(sapply(c(";", "\\t"), grepl, lines[1], fixed = TRUE), TRUE)][1]
                # All as it is written: NA is a country, 01 is not 1, and T is no answer.
                data <- read.csv(text = lines, sep = separator, check.names = FALSE, colClasses = "character",
                  na.strings = character(0), encoding = "UTF-8")
                data[] <- lapply(data, trimws)
                names(data) <- trimws(names(data))
                data <- data[rowSums(data != "") > 0, ]
                names(data)[names(data) == %s] <- "outcome"
                names(data)[names(data) == %s] <- "time"
                data$outcome <- suppressWarnings(as.numeric(data$outcome))
                data$time <- if (all(grepl("^-?[0-9]+([.]0+)?$", data$time))) as.numeric(data$time) else
                  sub("^([0-9]{4})[- ]?[Qq]([1-4])$", "\\\\1-Q\\\\2", substr(data$time, 1, 10))
                %s
                data <- data[!(data$unit %%in%% %s), ]
                treated <- %s
                first <- %s
                """.formatted(
                        text(table.name()),
                        text(question.outcome()),
                        text(question.time()),
                        isSeries
                                ? "data$unit <- \"all\""
                                : "names(data)[names(data) == " + text(Objects.requireNonNull(question.unit()))
                                        + "] <- \"unit\"",
                        list(question.without()),
                        treated,
                        time(answer.data().from()));
    }

    private String regression() {
        if (answer.method().equals("did")) {
            return differences();
        }
        boolean isCount =
                answer.fit().stream().anyMatch(each -> each.says().key().equals("impact.its.dispersion"));
        String seasons = answer.coefficients().stream()
                .map(ImpactAnswer.Coefficient::name)
                .filter(name -> name.startsWith("sine_"))
                .map(name -> name.substring("sine_".length()))
                .collect(Collectors.joining(", "));
        int period = answer.choices().stream()
                .filter(choice -> choice.key().equals("impact.choice.season"))
                .map(choice -> (Integer) choice.arguments().getFirst())
                .findFirst()
                .orElse(0);
        if (isPython) {
            return """
                    y = y[0]
                    n = len(y)
                    step = np.arange(n)
                    after = np.array([float(t >= first) for t in times])
                    start = n - int(after.sum())
                    terms = [np.ones(n), step / n, after, after * (step - start) / n]
                    for h in [%s]:
                        terms += [np.sin(2 * np.pi * h * step / %d), np.cos(2 * np.pi * h * step / %d)]
                    x = np.column_stack(terms)
                    """.formatted(seasons, period, period) + (isCount ? """
                            mean = y + 0.1
                            for _ in range(100):
                                working = np.log(mean) + (y - mean) / mean
                                root = np.sqrt(mean)
                                b = np.linalg.lstsq(x * root[:, None], working * root, rcond=None)[0]
                                mean = np.exp(x @ b)
                            figure = np.exp(b[2] + b[3] * (n - start - 1) / 2 / n)
                            """ : """
                            b = np.linalg.lstsq(x, y, rcond=None)[0]
                            figure = b[2] + b[3] * (n - start - 1) / 2 / n
                            """);
        }
        return """
                data <- data[data$unit %%in%% treated, ]
                data <- data[order(data$time), ]
                n <- nrow(data)
                step <- 0:(n - 1)
                after <- as.numeric(data$time >= first)
                start <- n - sum(after)
                x <- cbind(1, step / n, after, after * (step - start) / n)
                for (h in c(%s)) x <- cbind(x, sin(2 * pi * h * step / %d), cos(2 * pi * h * step / %d))
                """.formatted(seasons, period, period) + (isCount ? """
                        b <- coef(glm(data$outcome ~ x - 1, family = poisson()))
                        figure <- exp(b[3] + b[4] * (n - start - 1) / 2 / n)
                        """ : """
                        b <- coef(lm(data$outcome ~ x - 1))
                        figure <- b[3] + b[4] * (n - start - 1) / 2 / n
                        """);
    }

    private String differences() {
        @Nullable String column = question.from() == null ? question.treated().getFirst() : null;
        boolean atOnce = answer.choices().stream().anyMatch(each -> each.key().equals("impact.choice.fixed-effects"));
        if (isPython) {
            String isTreated = column == null
                    ? "u in treated and t >= first"
                    : "data[u][t][" + text(column) + "] in (\"1\", \"1.0\", \"true\", \"TRUE\", \"True\", \"yes\")";
            return "d = np.array([[float(" + isTreated + ") for t in times] for u in units])\n" + (atOnce ? """
                            free = lambda m: m - m.mean(1, keepdims=True) - m.mean(0, keepdims=True) + m.mean()
                            figure = (free(d) * free(y)).sum() / (free(d) ** 2).sum()
                            """ : """
                            begin = np.where(d.any(1), d.argmax(1), d.shape[1])
                            sizes, effects = [], []
                            for g in sorted(set(begin[begin < d.shape[1]])):
                                for t in range(g, d.shape[1]):
                                    never = begin == d.shape[1]
                                    other = never if never.any() else begin > t
                                    if other.any():
                                        change = y[:, t] - y[:, g - 1]
                                        effects.append(change[begin == g].mean() - change[other].mean())
                                        sizes.append((begin == g).sum())
                            figure = np.average(effects, weights=sizes)
                            """);
        }
        String start = column == null
                ? "data$treatment <- as.numeric(data$unit %in% treated & data$time >= first)\n"
                : "data$treatment <- as.numeric(data[[" + text(column)
                        + "]] %in% c(\"1\", \"1.0\", \"TRUE\", \"True\", \"true\", \"yes\"))\n";
        return start + """
                data <- data[order(data$unit, data$time), ]
                count <- length(unique(data$time))
                y <- matrix(data$outcome, ncol = count, byrow = TRUE)
                d <- matrix(data$treatment, ncol = count, byrow = TRUE)
                """ + (atOnce ? """
                        free <- function(m) sweep(m - rowMeans(m), 2, colMeans(m)) + mean(m)
                        figure <- sum(free(d) * free(y)) / sum(free(d)^2)
                        """ : """
                        begin <- ifelse(rowSums(d) > 0, max.col(d, "first"), count + 1)
                        sizes <- effects <- c()
                        for (g in sort(unique(begin[begin <= count]))) for (t in g:count) {
                          other <- if (any(begin > count)) begin > count else begin > t
                          if (any(other)) {
                            change <- y[, t] - y[, g - 1]
                            effects <- c(effects, mean(change[begin == g]) - mean(change[other]))
                            sizes <- c(sizes, sum(begin == g))
                          }
                        }
                        figure <- weighted.mean(effects, sizes)
                        """);
    }

    private String weighted() {
        boolean isSynth = answer.method().equals("synth");
        List<Object> window = answer.choices().stream()
                .filter(choice -> choice.key().equals("impact.choice.effect"))
                .findFirst()
                .map(Sentence::arguments)
                .orElse(List.of(answer.data().from(), answer.series().getLast().time()));
        String until = time(String.valueOf(window.getLast()));
        String from = time(String.valueOf(window.getFirst()));
        if (isPython) {
            return (isSynth ? """
                    weights = {%s}
                    w = np.array([weights.get(u, 0.0) for u in units if u not in treated])
                    lambdas = np.zeros(sum(t < first for t in times))
                    """.formatted(pairs(answer.weights())) : FOUND_ANEW) + """
                    gap = y[[u in treated for u in units]].mean(0) - w @ y[[u not in treated for u in units]]
                    figure = gap[[%s <= t <= %s for t in times]].mean() - gap[[t < first for t in times]] @ lambdas
                    """.formatted(from, until);
        }
        return """
                weights <- %s
                times <- %s
                wide <- tapply(data$outcome, list(as.character(data$time), data$unit), mean)
                gap <- rowMeans(wide[, treated, drop = FALSE]) - drop(wide[, names(weights), drop = FALSE] %%*%% weights)
                when <- data$time[match(rownames(wide), as.character(data$time))]
                figure <- mean(gap[when >= %s & when <= %s]) - sum(gap[names(times)] * times)
                """.formatted(named(answer.weights()), named(isSynth ? List.of() : answer.timeWeights()), from, until);
    }

    private String pairs(List<ImpactAnswer.Weight> weights) {
        return weights.stream()
                .map(each -> text(each.name()) + ": " + each.weight())
                .collect(Collectors.joining(", "));
    }

    /** Numbers with their names, as R takes them whatever letters its machine knows: a name before an equals sign it would turn into those. */
    private String named(List<ImpactAnswer.Weight> weights) {
        return "setNames(c(%s), %s)"
                .formatted(
                        weights.stream()
                                .map(each -> String.valueOf(each.weight()))
                                .collect(Collectors.joining(", ")),
                        list(weights.stream().map(ImpactAnswer.Weight::name).toList()));
    }

    private String check() {
        double value = answer.estimate().value();
        return isPython ? """
                print(figure)
                assert abs(figure - (%s)) <= 1e-6 * max(1.0, abs(figure))
                """.formatted(value) : """
                print(unname(figure), digits = 10)
                stopifnot(abs(figure - (%s)) <= 1e-6 * max(1, abs(figure)))
                """.formatted(value);
    }

    private String list(List<String> names) {
        String inside = names.stream().map(this::text).collect(Collectors.joining(", "));
        return isPython ? "[" + inside + "]" : "c(" + inside + ")";
    }

    private String time(String label) {
        return label.matches("-?\\d+") ? label : text(label);
    }

    /** A text in quotes. Python reads its programs as UTF-8 everywhere; R by the letters of its machine, so other signs are written by their numbers. */
    private String text(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        words.codePoints().forEach(sign -> {
            if (sign == '"' || sign == '\\') {
                quoted.append('\\').appendCodePoint(sign);
            } else if (sign < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", sign));
            } else if (sign > '~' && !isPython) {
                quoted.append(String.format(Locale.ROOT, sign > 0xffff ? "\\U%08x" : "\\u%04x", sign));
            } else {
                quoted.appendCodePoint(sign);
            }
        });
        return quoted.append('"').toString();
    }
}
