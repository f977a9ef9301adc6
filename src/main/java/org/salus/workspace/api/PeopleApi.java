package org.salus.workspace.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.salus.frame.web.JsonAnswers;
import org.salus.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who asks: for a program that wants to know whether its token still opens anything. */
@Controller
public final class PeopleApi {
    PeopleApi() {}

    @GetMapping("/api/v1/me")
    ResponseEntity<byte[]> me(SignedIn who) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("account", who.id().toString());
        answer.put("name", who.account().name());
        answer.put(
                "organisation",
                who.account().organisation().map(one -> one.name()).orElse(""));
        answer.put("administrator", who.account().administrator());
        answer.put("by", who.way().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        answer.put("writes", who.mayWrite());
        return JsonAnswers.of(answer);
    }
}
