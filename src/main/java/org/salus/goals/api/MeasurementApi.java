package org.salus.goals.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.documents.ChartDrawer;
import org.salus.documents.Version;
import org.salus.documents.XlsxWriter;
import org.salus.frame.web.DiagramFiles;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Term;
import org.salus.framework.Wording;
import org.salus.goals.Feeds;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.IndicatorChart;
import org.salus.goals.MeasuredChain;
import org.salus.goals.Measurement;
import org.salus.goals.MeasurementAnswers;
import org.salus.goals.MeasurementImport;
import org.salus.goals.MeasurementSheet;
import org.salus.goals.MeasurementState;
import org.salus.goals.ResultsChain;
import org.salus.goals.TypedMeasurement;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.NoChoice;
import org.salus.workspace.api.Answers;
import org.salus.workspace.api.SentFields;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Measurements for other programs: told, written down, decided, and as a sheet out and in. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/goals/{chain}")
final class MeasurementApi {
    private final Workspaces workspaces;
    private final Feeds feeds;
    private final ChartDrawer charts;

    MeasurementApi(Workspaces workspaces, Feeds feeds, ChartDrawer charts) {
        this.workspaces = workspaces;
        this.feeds = feeds;
        this.charts = charts;
    }

    /** A chain as one reader sees it. */
    private record Asked(Workspace workspace, View view, Item<ResultsChain> chain, MeasuredChain measured) {}

    private Asked asked(String id, String chain, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        GoalsAnswers answers = new GoalsAnswers(view, wording);
        Item<ResultsChain> known = answers.chain(chain);
        return new Asked(
                workspace, view, known, MeasuredChain.of(view, answers.model(known), LocalDate.now(Clock.systemUTC())));
    }

    /** Indicators with their status and measurements, and what is owed. */
    @GetMapping("/measurements")
    ResponseEntity<byte[]> tell(@PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        MeasuredChain measured = asked(id, chain, reader, wording).measured();
        return Answers.of(MeasurementAnswers.tell(measured, feeds.standings(measured), wording));
    }

    /**
     * The chart of an indicator: what was measured, its intervals, and the path from baseline to target.
     *
     * @param indicator its id, beginning of the id, or title
     * @param form svg or png
     */
    @GetMapping("/measurements/{indicator}/chart.{form}")
    ResponseEntity<byte[]> chart(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String indicator,
            @PathVariable String form,
            SignedIn reader,
            Wording wording) {
        Asked asked = asked(id, chain, reader, wording);
        return DiagramFiles.answer(
                form,
                "chart",
                IndicatorChart.drawing(asked.measured(), asked.measured().indicator(indicator), charts, wording),
                asked.view().heads().first().brief());
    }

    /**
     * Writes a measurement down, or says something else in the one of the same time and group.
     *
     * @param body {@code indicator}, {@code on} and what was found; {@code submit} to submit it at once
     */
    @PostMapping("/measurements")
    ResponseEntity<byte[]> measure(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Asked asked = asked(id, chain, reader, wording);
        SentFields sent = SentFields.of(
                body,
                Stream.concat(Stream.of("indicator", "submit"), TypedMeasurement.FIELDS.stream())
                        .toList());
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : TypedMeasurement.FIELDS) {
            typed.put(field, sent.text(field));
        }
        Edit.Put edit = TypedMeasurement.edit(
                asked.measured().indicator(sent.must("indicator")),
                typed,
                sent.flag("submit"),
                asked.view(),
                asked.measured().today());
        return Answers.told(
                asked.workspace().append(reader.id(), List.of(edit), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", edit.item().id()));
    }

    /**
     * Takes the next step with a measurement.
     *
     * @param body {@code state} it is to be in, and a {@code remark}
     */
    @PostMapping("/measurements/{measurement}")
    ResponseEntity<byte[]> step(
            @PathVariable String id,
            @PathVariable String chain,
            @PathVariable String measurement,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Asked asked = asked(id, chain, reader, wording);
        Item<Measurement> known = asked.measured().measurement(measurement);
        SentFields sent = SentFields.of(body, "state", "remark");
        String state = sent.must("state");
        MeasurementState next =
                Term.find(MeasurementState.class, state).orElseThrow(() -> NoChoice.of(state, MeasurementState.class));
        Item<Measurement> stepped = known.saying(
                known.value().step(next, reader.id(), sent.text("remark").strip()));
        return Answers.told(
                asked.workspace().append(reader.id(), List.of(new Edit.Put(stepped)), Reason.EDIT),
                entry -> Map.of("entry", entry, "item", known.id()));
    }

    /** The sheet to fill in. */
    @GetMapping("/sheet")
    ResponseEntity<byte[]> sheet(
            @PathVariable String id, @PathVariable String chain, SignedIn reader, Wording wording) {
        Asked asked = asked(id, chain, reader, wording);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(XlsxWriter.MEDIA_TYPE))
                .body(MeasurementSheet.of(
                        asked.chain().value().title(),
                        asked.measured(),
                        new Version(
                                asked.view().heads().first().brief(),
                                asked.workspace().day(reader.id())),
                        wording));
    }

    /**
     * Takes a sheet in, or only looks at it.
     *
     * @param submit whether what is new or changed is submitted at once
     */
    @PostMapping("/sheet")
    ResponseEntity<byte[]> bring(
            @PathVariable String id,
            @PathVariable String chain,
            @RequestBody byte[] file,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "false") boolean submit,
            SignedIn reader,
            Wording wording)
            throws IOException {
        Asked asked = asked(id, chain, reader, wording);
        if (!preview && !asked.view().standing().mayActAs(Role.CONTRIBUTOR)) {
            throw Failure.refused(Sentence.of("ledger.refusal.role", Role.CONTRIBUTOR.label()));
        }
        MeasurementImport.Preview found = MeasurementImport.preview(
                new ByteArrayInputStream(file),
                wording.say("goals.sheet.sheet"),
                asked.measured(),
                asked.view(),
                submit);
        return preview || found.edits().isEmpty()
                ? Answers.of(MeasurementAnswers.imported(found, Optional.empty(), wording))
                : Answers.told(
                        MeasurementImport.accept(asked.workspace(), reader.id(), found),
                        entry -> MeasurementAnswers.imported(found, Optional.of(entry), wording));
    }
}
