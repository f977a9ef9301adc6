package org.salus.coordination.api;

import java.util.List;
import java.util.stream.Stream;
import org.salus.coordination.CoordinationAnswers;
import org.salus.coordination.CoordinationQuestion;
import org.salus.coordination.Coordinations;
import org.salus.evidence.Evidence;
import org.salus.frame.AnswerJson;
import org.salus.frame.web.Address;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.portfolio.Supports;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Coordination for other programs: the same answers as in a terminal. From open data alone. */
@RestController
@RequestMapping("/api/v1/countries/{country}")
final class CoordinationApi {
    private static final JsonMapper JSON = AnswerJson.in(Wording.english());

    private final Evidence evidence;
    private final Coordinations coordinations;

    CoordinationApi(Evidence evidence, Supports supports) {
        this.evidence = evidence;
        this.coordinations = new Coordinations(supports);
    }

    /** Where support overlaps, falls or ends; how it is spread, planned and received. */
    @GetMapping("/findings")
    ResponseEntity<byte[]> findings(@PathVariable String country, Address here) {
        here.knowing(CoordinationQuestion.CHOICES);
        return answer(CoordinationAnswers.answer(
                coordinations.of(evidence.snapshot(), CoordinationQuestion.of(country, here))));
    }

    /** What a donor does, area by area, beside all others. The name stands in the question, because it may hold any sign. */
    @GetMapping("/donor")
    ResponseEntity<byte[]> donor(@PathVariable String country, Address here) {
        List<String> choices = Stream.concat(CoordinationQuestion.OF_DONOR.stream(), Stream.of("name"))
                .toList();
        here.knowing(choices);
        String name =
                here.choice("name").orElseThrow(() -> Failure.wrongUse(Sentence.of("coordination.failure.no-donor")));
        return answer(CoordinationAnswers.answer(
                coordinations.donor(evidence.snapshot(), CoordinationQuestion.of(country, here), name)));
    }

    private static ResponseEntity<byte[]> answer(Object answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(JSON.writeValueAsBytes(answer));
    }
}
