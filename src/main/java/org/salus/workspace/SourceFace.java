package org.salus.workspace;

import java.util.List;
import org.salus.framework.Sentence;

/** How sources, and answers to findings, are shown and edited. */
final class SourceFace {
    static final Face<Source> FACE = Face.of(
            Source.KIND,
            Sentence.of("workspace.kind.source"),
            (item, view) -> item.value().title(),
            List.of(
                    Field.line("title", Sentence.of("workspace.source.title")),
                    Field.choice("type", Sentence.of("workspace.source.type"), SourceType.class),
                    Field.line("author", Sentence.of("workspace.source.author"))
                            .hinted(Sentence.of("workspace.source.author.hint")),
                    Field.day("date", Sentence.of("workspace.source.date"))
                            .hinted(Sentence.of("workspace.field.day.hint")),
                    Field.line("reference", Sentence.of("workspace.source.reference"))
                            .hinted(Sentence.of("workspace.source.reference.hint")),
                    Field.line("link", Sentence.of("workspace.source.link")),
                    Field.day("consulted", Sentence.of("workspace.source.consulted")),
                    Field.choice("reliability", Sentence.of("workspace.source.reliability"), Reliability.class),
                    Field.choice("credibility", Sentence.of("workspace.source.credibility"), Credibility.class),
                    Field.line("key", Sentence.of("workspace.source.key"))
                            .hinted(Sentence.of("workspace.source.key.hint")),
                    Field.paragraph("note", Sentence.of("workspace.source.note"))));

    static final Face<Answer> ANSWER = Face.of(
            Answer.KIND,
            Sentence.of("workspace.kind.answer"),
            (item, view) -> item.value()
                    .because()
                    .lines()
                    .findFirst()
                    .orElse(item.value().finding()),
            List.of(
                    Field.choice("reply", Sentence.of("workspace.answer.reply"), Reply.class),
                    Field.paragraph("because", Sentence.of("workspace.answer.because"))));

    private SourceFace() {}
}
