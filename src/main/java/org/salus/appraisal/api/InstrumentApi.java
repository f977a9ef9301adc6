package org.salus.appraisal.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.salus.appraisal.InstrumentAnswers;
import org.salus.appraisal.InstrumentQuestion;
import org.salus.appraisal.InstrumentRegister;
import org.salus.evidence.Evidence;
import org.salus.frame.web.Address;
import org.salus.framework.Wording;
import org.salus.workspace.api.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The library, and what loaded tables tell of a country, without any workspace. */
@RestController
final class InstrumentApi {
    private final Evidence evidence;

    InstrumentApi(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The instruments that match, with the standing of a country where one is named. */
    @GetMapping("/api/v1/instruments")
    ResponseEntity<byte[]> instruments(Address here, Wording wording) {
        InstrumentQuestion question = InstrumentQuestion.of(here, List.of());
        return Answers.of(InstrumentAnswers.of(InstrumentRegister.of(
                question,
                InstrumentRegister.told(evidence.snapshot(), question),
                Optional.empty(),
                LocalDate.now(Clock.systemUTC()),
                wording.locale())));
    }
}
