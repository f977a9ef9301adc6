package org.salus.appraisal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.salus.evidence.TreatyAct;
import org.salus.evidence.TreatyTable;
import org.salus.framework.Term;
import org.salus.ledger.Item;

/** The register as trees for programs, the same from the command line and from the API. */
public final class InstrumentAnswers {
    private InstrumentAnswers() {}

    /** The whole register. */
    public static Map<String, Object> of(InstrumentRegister register) {
        Map<String, Object> out = new LinkedHashMap<>();
        register.question().country().ifPresent(country -> out.put("country", country));
        out.put("asked_on", register.today());
        out.put("editions", Instruments.shipped().editions());
        out.put("bound", register.bound());
        out.put(
                "instruments",
                register.lines().stream().map(InstrumentAnswers::of).toList());
        out.put("gaps", register.gaps().stream().map(InstrumentAnswers::of).toList());
        out.put("to_ask", register.toAsk());
        return out;
    }

    /** One instrument. */
    public static Map<String, Object> of(InstrumentLine line) {
        Map<String, Object> out = new LinkedHashMap<>(of(line.instrument()));
        if (!line.country().isEmpty()) {
            out.put("country", line.country());
            out.put("open_to_country", line.instrument().isOpenTo(line.country()));
            out.put("standing", of(line.standing()));
            Map<String, Object> steps = new LinkedHashMap<>();
            for (InstrumentStep step : InstrumentStep.values()) {
                steps.put(
                        step.code(),
                        line.statement(step)
                                .<Object>map(InstrumentAnswers::statement)
                                .orElseGet(() -> Map.of("answer", line.answer(step))));
            }
            out.put("steps", steps);
            out.put("gaps", line.gaps().stream().map(InstrumentAnswers::of).toList());
            out.put("to_ask", line.toAsk());
        }
        return out;
    }

    private static Map<String, Object> of(Instrument instrument) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", instrument.id());
        out.put("title", instrument.title());
        out.put("date", instrument.date());
        out.put("body", instrument.body());
        out.put("type", instrument.type());
        out.put("topics", instrument.topics());
        out.put("obligations", instrument.obligations());
        out.put("binds", instrument.binds().stream().map(Term::code).sorted().toList());
        out.put("open_to", instrument.groups().stream().map(StateGroup::code).toList());
        instrument.treaty().ifPresent(treaty -> out.put("treaty", treaty));
        instrument.text().ifPresent(text -> out.put("text", text));
        if (!instrument.replaces().isEmpty()) {
            out.put("replaces", instrument.replaces());
        }
        out.put("edition", instrument.edition());
        return out;
    }

    private static Map<String, Object> of(TreatyStanding standing) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("status", standing.status());
        standing.signature().ifPresent(act -> out.put("signature", of(act)));
        standing.binding().ifPresent(act -> out.put("binding", of(act)));
        standing.leaving().ifPresent(act -> out.put("leaving", of(act)));
        standing.reservation().ifPresent(told -> out.put("reservation_in_table", told));
        standing.table().ifPresent(table -> out.put("table", of(table)));
        if (standing.table().isPresent()) {
            out.put("to_be_checked", standing.isOld());
        }
        return out;
    }

    private static Map<String, Object> of(TreatyAct act) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("act", act.kind());
        act.on().ifPresent(day -> out.put("on", day));
        if (act.isBracketed()) {
            out.put("bracketed", true);
        }
        out.put("line", act.line());
        return out;
    }

    private static Map<String, Object> of(TreatyTable table) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("source", table.source());
        out.put("file", table.file());
        table.asAt().ifPresent(day -> out.put("as_at", day));
        table.newestAct().ifPresent(day -> out.put("newest_act", day));
        return out;
    }

    private static Map<String, Object> statement(Item<InstrumentStatement> item) {
        InstrumentStatement said = item.value();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("item", item.id());
        out.put("answer", said.answer());
        said.day().ifPresent(day -> out.put("day", day));
        out.put("source", said.source());
        out.put("note", said.note());
        return out;
    }

    private static Map<String, Object> of(InstrumentGap gap) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", gap.name());
        out.put("says", gap.says());
        gap.step().ifPresent(step -> out.put("step", step));
        return out;
    }

    /** The library, or a part of it. */
    public static Map<String, Object> library(List<Instrument> instruments) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("editions", Instruments.shipped().editions());
        out.put("instruments", instruments.stream().map(InstrumentAnswers::of).toList());
        return out;
    }
}
