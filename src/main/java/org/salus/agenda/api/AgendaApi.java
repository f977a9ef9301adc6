package org.salus.agenda.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.salus.agenda.AgendaAnswers;
import org.salus.agenda.AgendaBook;
import org.salus.agenda.AgendaList;
import org.salus.agenda.Calendar;
import org.salus.agenda.DueQuestion;
import org.salus.agenda.MeetingReading;
import org.salus.agenda.Minutes;
import org.salus.agenda.TypedAgenda;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.View;
import org.salus.ledger.Workspace;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.salus.workspace.Faces;
import org.salus.workspace.PrivateLayers;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The agenda for other programs: the same answers as on pages and in a terminal, for whoever asks. */
@RestController
@RequestMapping("/api/v1/workspaces/{id}/agenda")
final class AgendaApi {
    private static final List<String> MINUTES = List.of("text", "write");

    private final Workspaces workspaces;
    private final Faces faces;

    AgendaApi(Workspaces workspaces, Faces faces) {
        this.workspaces = workspaces;
        this.faces = faces;
    }

    /** A workspace as whoever asks sees it today. */
    private record Asked(Workspace workspace, View view, AgendaBook book, AgendaAnswers answers) {}

    private Asked asked(String id, SignedIn reader, Wording wording) {
        Workspace workspace = workspaces.get(id);
        View view = workspace.view(reader.id());
        AgendaBook book = AgendaBook.of(view, today());
        return new Asked(workspace, view, book, new AgendaAnswers(book, wording));
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /** What is due, with the choices of {@link DueQuestion#NAMES}. */
    @GetMapping
    ResponseEntity<byte[]> due(@PathVariable String id, Address here, SignedIn reader, Wording wording) {
        here.knowing(DueQuestion.NAMES);
        Asked asked = asked(id, reader, wording);
        Calendar calendar = Calendar.of(
                asked.view(),
                PrivateLayers.of(asked.workspace().id(), reader.id(), workspaces),
                faces,
                wording,
                asked.book().day());
        return Answers.of(asked.answers().due(calendar, DueQuestion.of(here.choices())));
    }

    /**
     * A list.
     *
     * @param list one of {@link AgendaList}
     */
    @GetMapping("/{list}")
    ResponseEntity<byte[]> list(@PathVariable String id, @PathVariable String list, SignedIn reader, Wording wording) {
        return Answers.of(asked(id, reader, wording).answers().list(list));
    }

    /** A meeting with what it has before it and what came of it. */
    @GetMapping("/meetings/{meeting}")
    ResponseEntity<byte[]> meeting(
            @PathVariable String id, @PathVariable String meeting, SignedIn reader, Wording wording) {
        Asked asked = asked(id, reader, wording);
        return Answers.of(asked.answers()
                .meeting(MeetingReading.of(
                        asked.workspace(),
                        asked.view(),
                        asked.book().find(meeting).id().toString(),
                        faces,
                        wording,
                        asked.book().day())));
    }

    /**
     * Notes something.
     *
     * @param list one of {@link AgendaList}
     * @param body the words of {@link TypedAgenda#names}; of a list, an array
     */
    @PostMapping("/{list}")
    ResponseEntity<byte[]> note(
            @PathVariable String id,
            @PathVariable String list,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        TypedAgenda.Written written = new TypedAgenda(AgendaAnswers.known(list), typed(body))
                .checked()
                .write(workspaces.get(id), reader.id(), today());
        return Answers.told(written.outcome(), entry -> {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("entry", entry);
            out.put("item", written.id());
            return out;
        });
    }

    /**
     * Minutes, line by line as they are understood.
     *
     * @param body {@code text}, and {@code write} where decisions and actions are made of it
     */
    @PostMapping("/meetings/{meeting}/minutes")
    ResponseEntity<byte[]> minutes(
            @PathVariable String id,
            @PathVariable String meeting,
            @RequestBody JsonNode body,
            SignedIn reader,
            Wording wording) {
        Map<String, String> typed = typed(body);
        typed.keySet().stream()
                .filter(name -> !MINUTES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.wrongUse(Sentence.of("agenda.failure.no-field", name, String.join(", ", MINUTES)));
                });
        Asked asked = asked(id, reader, wording);
        Minutes minutes = Minutes.read(
                typed.getOrDefault("text", ""), asked.view(), asked.book().find(meeting));
        Map<String, Object> out = asked.answers().minutes(minutes);
        if (!typed.getOrDefault("write", "").equals("true")) {
            return Answers.of(out);
        }
        return Answers.told(TypedAgenda.minutes(asked.workspace(), reader.id(), minutes, wording), entry -> {
            out.put("entry", entry);
            return out;
        });
    }

    /** Who answers at a focal point: {@code name} and {@code name-until}; an empty name takes out the one that stands there. */
    @PostMapping("/focal-points/{point}/name")
    ResponseEntity<byte[]> name(
            @PathVariable String id, @PathVariable String point, @RequestBody JsonNode body, SignedIn reader) {
        return Answers.told(
                TypedAgenda.rename(workspaces.get(id), reader.id(), point, typed(body), today()),
                entry -> Map.of("entry", entry));
    }

    /** What a program says by names; each entry of an array on a line of its own. */
    private static Map<String, String> typed(JsonNode body) {
        Map<String, String> typed = new LinkedHashMap<>();
        body.properties()
                .forEach(one -> typed.put(
                        one.getKey(),
                        one.getValue().isArray()
                                ? one.getValue()
                                        .valueStream()
                                        .map(value -> value.asString(""))
                                        .collect(Collectors.joining("\n"))
                                : one.getValue().asString("")));
        return typed;
    }
}
