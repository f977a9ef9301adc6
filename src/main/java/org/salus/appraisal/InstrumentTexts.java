package org.salus.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/** The register as lines for a terminal. */
public final class InstrumentTexts {
    private final Wording wording;
    private final InstrumentTables tables;

    public InstrumentTexts(Wording wording) {
        this.wording = wording;
        this.tables = new InstrumentTables(wording, line -> Optional.empty());
    }

    /** The register: a sentence about all, then a line for each. */
    public List<Sentence> lines(InstrumentRegister register) {
        List<Sentence> out = new ArrayList<>();
        if (register.question().country().isEmpty()) {
            out.add(Sentence.of(
                    "appraisal.standards.lead.library", register.lines().size()));
            register.lines()
                    .forEach(line -> out.add(Sentence.of(
                            "appraisal.cli.library-line",
                            line.instrument().id(),
                            line.instrument().title(),
                            line.instrument().date().toString())));
            return out;
        }
        out.add(Sentence.of(
                "appraisal.standards.lead",
                register.lines().size(),
                register.bound(),
                register.count(TreatyStatus.SIGNED)));
        out.add(Sentence.of("appraisal.standards.lead.steps", register.gaps().size(), register.toAsk()));
        if (register.count(TreatyStatus.NO_TABLE) > 0) {
            out.add(Sentence.of("appraisal.standards.no-table", register.count(TreatyStatus.NO_TABLE)));
        }
        if (!register.old().isEmpty()) {
            out.add(Sentence.of("appraisal.standards.old", register.old().size()));
        }
        register.lines().forEach(line -> out.add(line(line)));
        register.gaps().forEach(gap -> out.add(Sentence.of("appraisal.cli.gap", gap.says(), gap.name())));
        out.add(Sentence.of("appraisal.standards.standing"));
        return out;
    }

    private static Sentence line(InstrumentLine line) {
        if (line.statements().isEmpty()) {
            return Sentence.of(
                    "appraisal.cli.line.none",
                    line.instrument().id(),
                    line.instrument().title(),
                    line.standing().status().label());
        }
        return Sentence.of(
                "appraisal.cli.line",
                line.instrument().id(),
                line.instrument().title(),
                line.standing().status().label(),
                step(line, InstrumentStep.IN_LAW),
                step(line, InstrumentStep.REPORTED),
                step(line, InstrumentStep.PRACTISED));
    }

    private static Sentence step(InstrumentLine line, InstrumentStep step) {
        return line.answer(step).label();
    }

    /** One instrument. */
    public List<Sentence> lines(InstrumentLine line, InstrumentQuestion question) {
        Instrument about = line.instrument();
        List<Sentence> out = new ArrayList<>();
        out.add(Sentence.of("appraisal.cli.title", about.id(), about.title()));
        out.add(Sentence.of(
                "appraisal.standards.adopted",
                about.type().label(),
                about.body(),
                about.date().toString()));
        about.obligations().forEach(one -> out.add(Sentence.of("appraisal.cli.obligation", one)));
        about.text().ifPresent(text -> out.add(Sentence.of("appraisal.cli.text", text)));
        if (!line.country().isEmpty()) {
            out.add(Sentence.of(
                    "appraisal.standards.says." + line.standing().status().code(), question.countryIn(wording)));
            line.standing()
                    .table()
                    .ifPresent(table -> out.add(
                            Sentence.of("appraisal.standards.from", table.file(), tables.when(line.standing()))));
            if (line.standing().isOld()) {
                out.add(Sentence.of("appraisal.standards.check"));
            }
            for (InstrumentStep step : InstrumentStep.values()) {
                out.add(Sentence.of("appraisal.cli.step", step.label(), step(line, step)));
            }
            line.gaps().forEach(gap -> out.add(Sentence.of("appraisal.cli.gap", gap.says(), gap.name())));
        }
        out.add(Sentence.of("appraisal.standards.standing"));
        return out;
    }
}
