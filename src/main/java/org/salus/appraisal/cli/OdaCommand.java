package org.salus.appraisal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.salus.appraisal.AidAnswer;
import org.salus.appraisal.AidAnswers;
import org.salus.appraisal.AidCase;
import org.salus.appraisal.AidCases;
import org.salus.appraisal.AidRules;
import org.salus.appraisal.PublishedCase;
import org.salus.frame.AnswerJson;
import org.salus.frame.cli.FormatOption;
import org.salus.frame.cli.FormatOption.Format;
import org.salus.frame.cli.Terminal;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code salus oda FILE}: says of each activity whether it may be counted as aid, by which rule, and what has to be known to settle it. */
@Command(name = "oda")
public final class OdaCommand implements Callable<Integer> {
    private final InputStream standardInput;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "oda.file")
    private String file = "";

    @Mixin
    private FormatOption format = FormatOption.offering(Format.TEXT, Format.JSON);

    @Mixin
    private Terminal terminal = new Terminal();

    public OdaCommand() {
        this(System.in);
    }

    OdaCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        Format form = format.chosen();
        List<AidAnswer> answers =
                cases().stream().map(AidRules.shipped()::answer).toList();
        if (form == Format.JSON) {
            terminal.out()
                    .println(AnswerJson.in(terminal.wording())
                            .writeValueAsString(
                                    answers.stream().map(AidAnswers::of).toList()));
        } else {
            answers.forEach(this::tell);
            terminal.remark(Sentence.of("appraisal.oda.caution"));
        }
        return 0;
    }

    private List<AidCase> cases() {
        try (InputStream bytes = file.equals("-") ? standardInput : Files.newInputStream(path())) {
            return AidCases.read(bytes, file);
        } catch (AccessDeniedException denied) {
            throw Failure.notPossible(Sentence.of("appraisal.oda.no-permission", file), denied);
        } catch (IOException unreadable) {
            throw Failure.notPossible(
                    Sentence.of("appraisal.oda.unreadable", file, String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    private Path path() {
        Path path;
        try {
            path = Path.of(file);
        } catch (InvalidPathException impossible) {
            throw Failure.notFound(Sentence.of("appraisal.oda.missing", file));
        }
        if (!Files.exists(path)) {
            throw Failure.notFound(Sentence.of("appraisal.oda.missing", file));
        }
        if (Files.isDirectory(path)) {
            throw Failure.notFound(Sentence.of("appraisal.oda.folder", file));
        }
        return path;
    }

    private void tell(AidAnswer answer) {
        terminal.say(Sentence.of(
                "appraisal.oda.line",
                answer.id().replaceAll("[\\s\\p{Cntrl}]+", " "),
                answer.verdict().label(),
                answer.rule().orElse("–")));
        detail("appraisal.oda.why", answer.reason());
        answer.source()
                .ifPresent(source -> terminal.say(Sentence.of(
                        "appraisal.oda.source",
                        source,
                        answer.basis().orElse(Sentence.of("appraisal.oda.basis.not-seen")),
                        answer.edition())));
        answer.coefficient().ifPresent(percent -> detail("appraisal.oda.coefficient", percent));
        answer.limits().forEach(limit -> detail("appraisal.oda.limit", limit));
        if (!answer.couldBe().isEmpty()) {
            detail(
                    "appraisal.oda.could-be",
                    answer.couldBe().stream()
                            .map(verdict -> terminal.wording().say(verdict.label()))
                            .collect(Collectors.joining(", ")));
        }
        answer.questions().forEach(question -> detail("appraisal.oda.question", question));
        answer.notUnderstood().forEach(part -> detail("appraisal.oda.not-understood", part));
        answer.purposeCode().ifPresent(code -> detail("appraisal.oda.code", code));
        answer.markers()
                .forEach(
                        marker -> detail("appraisal.oda.marker", Sentence.of("appraisal.oda.policy-marker." + marker)));
        for (PublishedCase near : answer.nearest()) {
            terminal.say(
                    Sentence.of("appraisal.oda.near", near.id(), near.verdict().label(), near.title()));
        }
    }

    private void detail(String key, Object what) {
        terminal.say(Sentence.of(key, what));
    }
}
