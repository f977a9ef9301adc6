package org.salus.diligence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Document;
import org.salus.documents.DocxWriter;
import org.salus.documents.Fact;
import org.salus.documents.Heading;
import org.salus.documents.Note;
import org.salus.documents.Page;
import org.salus.documents.Paragraph;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/**
 * The form of a regime, filled from a case: the same facts in each regime's own sections. It says on what it rests, what nobody looked into, and under which edition; it approves
 * nothing.
 */
public final class RegimeForm {
    /** The forms it can be had in. */
    public static final List<String> FORMS = List.of("docx", "xlsx");

    private final CaseEntry entry;
    private final Regime regime;
    private final CaseNames names;
    private final CaseTables tables;
    private final Wording wording;

    public RegimeForm(CaseEntry entry, Regime regime, CaseNames names, Wording wording) {
        this.entry = entry;
        this.regime = regime;
        this.names = names;
        this.tables = new CaseTables(names, wording, CaseTables.NO_LINKS);
        this.wording = wording;
    }

    /** The kind of file, for whoever sends it. */
    public static String mediaType(String form) {
        return switch (form) {
            case "docx" -> DocxWriter.MEDIA_TYPE;
            case "xlsx" -> XlsxWriter.MEDIA_TYPE;
            default -> throw Failure.notFound(Sentence.of("diligence.failure.form", form));
        };
    }

    /**
     * The file.
     *
     * @param form one of {@link #FORMS}
     * @param workspace the name of the workspace, or of the private layer, that keeps the case
     * @throws Failure (not found) for another form
     */
    public byte[] file(String form, String workspace, Version version) {
        mediaType(form);
        Document document = document(workspace, version);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (form.equals("xlsx")) {
                new XlsxWriter().write(document, out);
            } else {
                // It has no charts, and what draws them starts only when there is one.
                try (ChartDrawer charts = new ChartDrawer()) {
                    new DocxWriter(charts).write(document, out);
                }
            }
        } catch (IOException failed) {
            throw Failure.notPossible(Sentence.of("diligence.failure.write"), failed);
        }
        return out.toByteArray();
    }

    /** What it says, before it takes a form. */
    Document document(String workspace, Version version) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(wording.say("diligence.form.standing")));
        regime.sections().forEach(section -> {
            blocks.add(new Heading(1, section.title()));
            section.shows().forEach(part -> add(part, blocks));
        });
        blocks.add(new Heading(1, wording.say("diligence.form.about")));
        regime.cautions().forEach(caution -> blocks.add(Paragraph.of(caution)));
        facts().forEach(fact -> blocks.add(new Note(fact.name() + ": " + fact.text())));
        return new Document(
                wording.say(
                        "diligence.form.title", regime.shortName(), entry.file().title()),
                workspace,
                wording.locale(),
                Page.LANDSCAPE,
                blocks,
                version,
                workbook());
    }

    private List<Fact> facts() {
        return List.of(
                new Fact(wording.say("diligence.form.regime"), regime.title() + ". " + regime.issuer()),
                new Fact(wording.say("diligence.form.document"), regime.document()),
                new Fact(wording.say("diligence.form.source"), regime.source()),
                new Fact(wording.say("diligence.form.edition"), regime.called()),
                new Fact(wording.say("diligence.form.read"), regime.read()),
                new Fact(
                        wording.say("diligence.form.day"),
                        wording.say(
                                "diligence.form.day.text",
                                entry.day(),
                                entry.state().label())));
    }

    /** A workbook has tables only: what stands in words elsewhere is told on its last sheet. */
    private List<Fact> workbook() {
        List<Fact> all = new ArrayList<>();
        all.add(new Fact(wording.say("diligence.form.caution"), wording.say("diligence.form.standing")));
        all.add(new Fact(wording.say("diligence.table.unit"), names.unit(entry)));
        all.add(new Fact(wording.say("diligence.table.support"), names.support(entry)));
        all.add(new Fact(wording.say("diligence.field.provider"), entry.file().provider()));
        all.add(new Fact(wording.say("diligence.form.level"), level()));
        all.add(new Fact(wording.say("diligence.form.decision"), decision()));
        all.addAll(facts());
        return all.stream().filter(fact -> !fact.text().isBlank()).toList();
    }

    private void add(FormPart part, List<Block> blocks) {
        switch (part) {
            case UNIT -> named(blocks, wording.say("diligence.table.unit"), names.unit(entry));
            case SUPPORT -> {
                named(blocks, wording.say("diligence.table.support"), names.support(entry));
                named(
                        blocks,
                        wording.say("diligence.field.provider"),
                        entry.file().provider());
            }
            case SCOPE -> {
                table(blocks, tables.scope(entry, Optional.of(regime)));
                ScopeReading reading = regime.reading(entry.file().answers());
                blocks.add(Paragraph.of(
                        wording.say("diligence.form.scope", reading.verdict().label())));
                last(StepKind.IN_SCOPE, StepKind.OUT_OF_SCOPE).ifPresent(step -> blocks.add(Paragraph.of(said(step))));
            }
            case TOPICS -> table(blocks, tables.topics(entry, regime));
            case FACTS -> table(blocks, tables.facts(entry));
            case UNKNOWN -> {
                List<Topic> unasked = entry.unasked(regime, wording.locale());
                blocks.add(Paragraph.of(wording.say("diligence.form.unasked", unasked.size())));
                if (!unasked.isEmpty()) {
                    blocks.add(new Bullets(
                            false,
                            unasked.stream()
                                    .map(topic -> Paragraph.of(topic.name()))
                                    .toList()));
                }
            }
            case LEVEL -> {
                blocks.add(Paragraph.of(level()));
                entry.course().assessment().ifPresent(step -> blocks.add(Paragraph.of(said(step))));
            }
            case MEASURES -> table(blocks, tables.measures(entry));
            case DECISION -> {
                blocks.add(Paragraph.of(decision()));
                entry.course().decision().ifPresent(step -> blocks.add(Paragraph.of(said(step))));
            }
            case MONITORING -> {
                String review = entry.course().reviewBy().map(wording::shortDay).orElse("");
                String until = entry.course().until().map(wording::shortDay).orElse("");
                named(blocks, wording.say("diligence.table.review"), review);
                named(blocks, wording.say("diligence.table.until"), until);
                entry.course().suspension().ifPresent(step -> blocks.add(Paragraph.of(said(step))));
            }
            case HISTORY -> table(blocks, tables.steps(entry));
        }
    }

    private void table(List<Block> blocks, Table table) {
        if (table.rows().isEmpty()) {
            blocks.add(Paragraph.of(wording.say("diligence.form.nothing", table.caption())));
        } else {
            blocks.add(table);
        }
    }

    private void named(List<Block> blocks, String name, String text) {
        if (!text.isBlank()) {
            blocks.add(Paragraph.of(wording.say("diligence.form.named", name, text)));
        }
    }

    private Optional<CaseStep> last(StepKind one, StepKind other) {
        List<CaseStep> found = entry.file().steps().stream()
                .filter(step -> step.kind() == one || step.kind() == other)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    private String level() {
        return entry.course()
                .assessment()
                .flatMap(CaseStep::level)
                .map(level -> wording.say("diligence.form.level.said", level.label()))
                .orElseGet(() -> wording.say("diligence.form.level.none"));
    }

    private String decision() {
        return entry.course()
                .decision()
                .flatMap(CaseStep::decision)
                .map(decision -> wording.say(
                        "diligence.form.decision.said",
                        decision.label(),
                        entry.state().label()))
                .orElseGet(() -> wording.say("diligence.form.decision.none"));
    }

    private String said(CaseStep step) {
        String document = step.document().isBlank() ? "" : " " + wording.say("diligence.form.proof", step.document());
        return wording.say("diligence.form.step", tables.by(entry, step), step.date(), step.because()) + document;
    }
}
