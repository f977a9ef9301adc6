package org.salus.appraisal.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.salus.appraisal.InstrumentAnswers;
import org.salus.appraisal.InstrumentLine;
import org.salus.appraisal.InstrumentQuestion;
import org.salus.appraisal.InstrumentRegister;
import org.salus.appraisal.InstrumentTexts;
import org.salus.appraisal.TypedStatement;
import org.salus.evidence.Evidence;
import org.salus.evidence.TreatyTable;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.Edit;
import org.salus.ledger.Reason;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.workspace.Faces;
import org.salus.workspace.cli.WorkspaceJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code salus instruments [ISO3]}: which instruments bind a country, and what a workspace recorded of them, as on pages and in the API. */
@Command(name = "instruments")
public final class InstrumentsCommand extends WorkspaceJob {
    @Parameters(index = "0", arity = "0..1", paramLabel = "ISO3", descriptionKey = "instruments.country")
    private @Nullable String country;

    @Option(names = "--workspace", paramLabel = "WORKSPACE", descriptionKey = "instruments.workspace")
    private @Nullable String workspace;

    @Option(names = "--topic", paramLabel = "CODE", descriptionKey = "instruments.topic")
    private @Nullable String topic;

    @Option(names = "--institution", paramLabel = "CODE", descriptionKey = "instruments.institution")
    private @Nullable String institution;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "instruments.region")
    private @Nullable String region;

    @Option(names = "--all", descriptionKey = "instruments.all")
    private boolean all;

    @Option(names = "--instrument", paramLabel = "ID", descriptionKey = "instruments.one")
    private @Nullable String instrument;

    @Option(names = "--record", paramLabel = "NAME=WORDS", arity = "1..*", descriptionKey = "instruments.record")
    private Map<String, String> recorded = new LinkedHashMap<>();

    /** @param faces what all rooms add to workspaces */
    public InstrumentsCommand(Faces faces) {
        super(faces);
    }

    @Override
    protected int work(Desk desk) {
        Optional<Workspace> in = Optional.ofNullable(workspace).map(desk::find);
        Optional<View> view = in.map(known -> known.view(desk.account()));
        InstrumentQuestion question = InstrumentQuestion.of(
                Address.of("")
                        .with("country", country)
                        .with("topic", topic)
                        .with("institution", institution)
                        .with("region", region)
                        .with("all", all ? "true" : null),
                view.map(seen -> seen.charter().countries()).orElse(List.of()));
        LocalDate today = LocalDate.now(Clock.systemUTC());
        TreatyTable.Status told = told(question);
        Locale language = terminal.wording().locale();
        String which = instrument;
        if (!recorded.isEmpty()) {
            if (which == null || in.isEmpty() || view.isEmpty()) {
                throw Failure.wrongUse(Sentence.of("appraisal.cli.record-what"));
            }
            return record(
                    desk, in.get(), view.get(), InstrumentRegister.line(which, question, told, view, today, language));
        }
        if (which != null) {
            show(InstrumentRegister.line(which, question, told, view, today, language), question);
        } else {
            show(InstrumentRegister.of(question, told, view, today, language));
        }
        return 0;
    }

    private TreatyTable.Status told(InstrumentQuestion question) {
        try (Evidence evidence = Evidence.open(data.folder())) {
            return InstrumentRegister.told(evidence.snapshot(), question);
        }
    }

    private int record(Desk desk, Workspace in, View view, InstrumentLine line) {
        if (recorded.containsKey("country")) {
            throw Failure.wrongUse(Sentence.of("appraisal.cli.country-twice"));
        }
        List<Edit> edits =
                new TypedStatement(recorded).knowing(TypedStatement.STATEMENT).edits(line, view);
        if (edits.isEmpty()) {
            if (format.isJson()) {
                json(Map.of("recorded", 0));
            } else {
                terminal.say(Sentence.of("appraisal.cli.nothing-new"));
            }
            return 0;
        }
        return told(desk, in, in.append(desk.account(), edits, Reason.EDIT));
    }

    private void show(InstrumentRegister register) {
        if (format.isJson()) {
            json(InstrumentAnswers.of(register));
            return;
        }
        texts().lines(register).forEach(terminal::say);
    }

    private void show(InstrumentLine line, InstrumentQuestion question) {
        if (format.isJson()) {
            json(InstrumentAnswers.of(line));
            return;
        }
        texts().lines(line, question).forEach(terminal::say);
    }

    private InstrumentTexts texts() {
        return new InstrumentTexts(terminal.wording());
    }
}
