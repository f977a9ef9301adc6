package org.salus.diligence.web;

import java.util.List;
import java.util.function.BiFunction;
import org.salus.diligence.CaseEntry;
import org.salus.diligence.CaseFile;
import org.salus.diligence.TypedCase;
import org.salus.diligence.web.DiligenceFrame.Seen;
import org.salus.frame.web.StandsOn;
import org.salus.framework.Wording;
import org.salus.ledger.Act;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Reason;
import org.salus.people.SignedIn;
import org.salus.workspace.web.Outcomes;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is written on the page of a case: answers about scope, facts, measures, steps; and taking a case out of a private layer. Whether it may be is judged by the ledger. */
@Controller
final class CaseEdits {
    private final DiligenceFrame frame;

    CaseEdits(DiligenceFrame frame) {
        this.frame = frame;
    }

    private ResponseEntity<Void> write(
            String id,
            String text,
            MultiValueMap<String, String> form,
            SignedIn reader,
            Wording wording,
            String anchor,
            BiFunction<TypedCase, Item<CaseFile>, Item<?>> what) {
        Seen seen = frame.see(id, reader, wording);
        DiligenceFrame.requireWriter(seen.opened());
        CaseEntry entry = seen.entry(text);
        Item<?> item = what.apply(new TypedCase(DiligenceFrame.typed(form)), entry.item());
        Outcomes.check(
                seen.opened(), seen.opened().workspace().append(reader.id(), List.of(new Edit.Put(item)), Reason.EDIT));
        return DiligenceFrame.to(DiligenceFrame.address(entry) + anchor);
    }

    @StandsOn("/workspaces/{id}/diligence/cases/{case}")
    @PostMapping("/workspaces/{id}/diligence/cases/{case}/answers")
    ResponseEntity<Void> answers(
            @PathVariable String id,
            @PathVariable("case") String text,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        // Of regimes none of which is ticked a form says nothing.
        form.putIfAbsent("regimes", List.of());
        return write(
                id, text, form, reader, wording, "#scope", (typed, item) -> item.saying(typed.answered(item.value())));
    }

    @StandsOn("/workspaces/{id}/diligence/cases/{case}")
    @PostMapping("/workspaces/{id}/diligence/cases/{case}/facts")
    ResponseEntity<Void> fact(
            @PathVariable String id,
            @PathVariable("case") String text,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, text, form, reader, wording, "#facts", TypedCase::fact);
    }

    @StandsOn("/workspaces/{id}/diligence/cases/{case}")
    @PostMapping("/workspaces/{id}/diligence/cases/{case}/measures")
    ResponseEntity<Void> measure(
            @PathVariable String id,
            @PathVariable("case") String text,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(id, text, form, reader, wording, "#measures", TypedCase::measure);
    }

    @StandsOn("/workspaces/{id}/diligence/cases/{case}")
    @PostMapping("/workspaces/{id}/diligence/cases/{case}/steps")
    ResponseEntity<Void> step(
            @PathVariable String id,
            @PathVariable("case") String text,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        return write(
                id, text, form, reader, wording, "#steps", (typed, item) -> item.saying(typed.stepped(item.value())));
    }

    /** Takes the name of whoever took a step out of the case; the step stays. */
    @StandsOn("/workspaces/{id}/diligence/cases/{case}")
    @PostMapping("/workspaces/{id}/diligence/cases/{case}/names")
    ResponseEntity<Void> withoutNames(
            @PathVariable String id, @PathVariable("case") String text, Wording wording, SignedIn reader) {
        return write(
                id,
                text,
                new LinkedMultiValueMap<>(),
                reader,
                wording,
                "#steps",
                (typed, item) -> item.saying(item.value().withoutNames()));
    }

    /** Puts the versions of a case together that copies brought, with the steps of each. */
    @StandsOn("/workspaces/{id}/diligence/cases/{case}")
    @PostMapping("/workspaces/{id}/diligence/cases/{case}/together")
    ResponseEntity<Void> together(
            @PathVariable String id, @PathVariable("case") String text, Wording wording, SignedIn reader) {
        Seen seen = frame.see(id, reader, wording);
        DiligenceFrame.requireWriter(seen.opened());
        CaseEntry entry = seen.entry(text);
        Outcomes.check(
                seen.opened(),
                seen.opened()
                        .workspace()
                        .append(
                                reader.id(),
                                List.of(new Edit.Put(
                                        TypedCase.together(seen.opened().view(), entry.item()))),
                                Reason.of(Act.RESOLVE, "")));
        return DiligenceFrame.to(DiligenceFrame.address(entry) + "#steps");
    }

    /** Takes a case out of a private layer into the workspace. */
    @StandsOn("/workspaces/{id}/diligence/cases/{case}")
    @PostMapping("/workspaces/{id}/diligence/cases/{case}/share")
    ResponseEntity<Void> share(
            @PathVariable String id,
            @PathVariable("case") String text,
            @RequestParam MultiValueMap<String, String> form,
            Wording wording,
            SignedIn reader) {
        Seen seen = frame.see(id, reader, wording);
        DiligenceFrame.requireWriter(seen.opened());
        TypedCase.Begun shared = new TypedCase(DiligenceFrame.typed(form))
                .shared(frame.web().workspaces(), seen.opened().workspace(), seen.entry(text), reader.id());
        Outcomes.check(seen.opened(), shared.outcome());
        return DiligenceFrame.to("/workspaces/" + shared.workspace() + "/diligence/cases/" + shared.id());
    }
}
