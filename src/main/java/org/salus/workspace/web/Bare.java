package org.salus.workspace.web;

import java.util.Optional;
import org.salus.frame.web.Layout;
import org.salus.framework.Sentence;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A page for somebody who is not signed in yet: a title, what is to be said first, a form.
 *
 * @param token the mark of forms
 * @param trouble why the last attempt did not succeed
 */
record Bare(Layout layout, CsrfToken token, Optional<Sentence> trouble) {
    String say(String key, Object... arguments) {
        return layout.wording().say(key, arguments);
    }

    String troubleText() {
        return trouble.map(layout.wording()::say).orElse("");
    }
}
