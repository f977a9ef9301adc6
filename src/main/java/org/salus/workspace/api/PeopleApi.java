package org.salus.workspace.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.salus.frame.web.JsonAnswers;
import org.salus.ledger.Role;
import org.salus.ledger.Workspaces;
import org.salus.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who asks: for a program that wants to know whether its token still opens anything. */
@Controller
public final class PeopleApi {
    private final Workspaces workspaces;

    PeopleApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping("/api/v1/me")
    ResponseEntity<byte[]> me(SignedIn who) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("account", who.id().toString());
        answer.put("name", who.account().name());
        answer.put(
                "organisation",
                who.account().organisation().map(one -> one.name()).orElse(""));
        // Whoever opens a copy is the member it was made for, and administers no server.
        answer.put("administrator", who.account().administrator() && !workspaces.isCopy());
        answer.put("by", who.way().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        answer.put("writes", who.mayWrite());
        if (workspaces.isCopy()) {
            workspaces
                    .list(who.id())
                    .forEach(view -> answer.put(
                            "copy",
                            Map.of(
                                    "workspace",
                                    view.workspace().toString(),
                                    "role",
                                    view.standing().role().map(Role::code).orElse(""))));
        }
        return JsonAnswers.of(answer);
    }
}
