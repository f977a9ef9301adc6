package org.salus.impact;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/**
 * A short program in R or Python that repeats the main figure of an answer from the same file, with nothing but what both come with (R) or NumPy and pandas (Python). Of a synthetic
 * control it takes the weights as given here: anybody can then see that they lead to the figure, and replace them.
 */
public final class ReplicationScript {
    private static final List<String> REGRESSIONS = List.of("did", "its");

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
        String separator = table.name().endsWith(".xlsx") ? "" : "sep";
        if (isPython) {
            return """
                    import numpy as np
                    import pandas as pd

                    file = %s
                    data = %s
                    data = data.rename(columns={%s: "outcome", %s: "time"%s})
                    %sdata = data[~data["unit"].isin(%s)]
                    treated = %s
                    first = %s
                    """.formatted(
                    text(table.name()),
                    separator.isEmpty() ? "pd.read_excel(file)" : "pd.read_csv(file, sep=None, engine=\"python\")",
                    text(question.outcome()),
                    text(question.time()),
                    question.unit() == null ? "" : ", " + text(question.unit()) + ": \"unit\"",
                    question.unit() == null ? "data[\"unit\"] = \"all\"\n" : "",
                    list(question.without()),
                    question.unit() == null ? "[\"all\"]" : list(answer.data().treated()),
                    time(answer.data().from()));
        }
        return """
                file <- %s
                line <- readLines(file, n = 1)
                separator <- if (grepl(";", line)) ";" else if (grepl("\\t", line)) "\\t" else ","
                data <- read.csv(file, sep = separator, check.names = FALSE, fileEncoding = "UTF-8-BOM")
                names(data)[names(data) == %s] <- "outcome"
                names(data)[names(data) == %s] <- "time"
                %s
                data <- data[!(data$unit %%in%% %s), ]
                treated <- %s
                first <- %s
                """.formatted(
                        text(table.name()),
                        text(question.outcome()),
                        text(question.time()),
                        question.unit() == null
                                ? "data$unit <- \"all\""
                                : "names(data)[names(data) == " + text(question.unit()) + "] <- \"unit\"",
                        list(question.without()),
                        question.unit() == null ? "\"all\"" : list(answer.data().treated()),
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
                    data = data[data["unit"].isin(treated)].sort_values("time").reset_index(drop=True)
                    n = len(data)
                    step = np.arange(n)
                    after = (data["time"] >= first).to_numpy().astype(float)
                    start = n - int(after.sum())
                    terms = [np.ones(n), step / n, after, after * (step - start) / n]
                    for h in [%s]:
                        terms += [np.sin(2 * np.pi * h * step / %d), np.cos(2 * np.pi * h * step / %d)]
                    x = np.column_stack(terms)
                    y = data["outcome"].to_numpy(dtype=float)
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
            String start = column == null
                    ? "data[\"treatment\"] = (data[\"unit\"].isin(treated) & (data[\"time\"] >= first)).astype(float)\n"
                    : "data[\"treatment\"] = data[" + text(column)
                            + "].isin([1, \"1\", True, \"true\", \"yes\"]).astype(float)\n";
            return start + """
                    y = data.pivot(index="unit", columns="time", values="outcome").to_numpy(dtype=float)
                    d = data.pivot(index="unit", columns="time", values="treatment").to_numpy(dtype=float)
                    """ + (atOnce ? """
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
                        + "]] %in% c(1, \"1\", \"TRUE\", \"true\", \"yes\"))\n";
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
            return """
                    weights = pd.Series({%s})
                    times = pd.Series({%s}, dtype=float)
                    wide = data.pivot(index="time", columns="unit", values="outcome")
                    gap = wide[treated].mean(axis=1) - wide[weights.index].mul(weights, axis=1).sum(axis=1)
                    figure = gap[(gap.index >= %s) & (gap.index <= %s)].mean() - (gap[times.index] * times).sum()
                    """.formatted(pairs(answer.weights(), ": "), isSynth ? "" : times(": "), from, until);
        }
        return """
                weights <- c(%s)
                times <- c(%s)
                wide <- tapply(data$outcome, list(as.character(data$time), data$unit), mean)
                gap <- rowMeans(wide[, treated, drop = FALSE]) - drop(wide[, names(weights), drop = FALSE] %%*%% weights)
                when <- data$time[match(rownames(wide), as.character(data$time))]
                figure <- mean(gap[when >= %s & when <= %s]) - sum(gap[names(times)] * times)
                """.formatted(
                        pairs(answer.weights(), " = "), isSynth ? "" : pairs(answer.timeWeights(), " = "), from, until);
    }

    private String times(String between) {
        return answer.timeWeights().stream()
                .map(each -> time(each.name()) + between + each.weight())
                .collect(Collectors.joining(", "));
    }

    private String pairs(List<ImpactAnswer.Weight> weights, String between) {
        return weights.stream()
                .map(each -> text(each.name()) + between + each.weight())
                .collect(Collectors.joining(", "));
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
        String inside = names.stream().map(ReplicationScript::text).collect(Collectors.joining(", "));
        return isPython ? "[" + inside + "]" : "c(" + inside + ")";
    }

    private static String time(String label) {
        return label.matches("-?\\d+") ? label : text(label);
    }

    /** A text in quotes, as both languages write it. */
    private static String text(String words) {
        StringBuilder quoted = new StringBuilder("\"");
        words.codePoints().forEach(sign -> {
            if (sign == '"' || sign == '\\') {
                quoted.append('\\').appendCodePoint(sign);
            } else if (sign < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", sign));
            } else {
                quoted.appendCodePoint(sign);
            }
        });
        return quoted.append('"').toString();
    }
}
