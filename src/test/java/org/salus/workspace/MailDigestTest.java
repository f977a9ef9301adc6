package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.salus.framework.Wording;
import org.salus.ledger.WorkspaceId;
import org.salus.people.MailRhythm;

class MailDigestTest {
    private static Notification notice(String name, Matter matter) {
        return new Notification(
                name,
                matter,
                WorkspaceId.fresh(),
                "canary\r\nBcc: workspace",
                "canary\r\nBcc: title",
                Optional.empty(),
                "items/canary");
    }

    private static final List<Notification> THERE = List.of(
            notice("mention:1", Matter.MENTION),
            notice("mention:2", Matter.MENTION),
            notice("answer:1", Matter.ANSWER),
            notice("decision:1", Matter.DECISION),
            notice("due:1", Matter.DUE));

    @Test
    void a_digest_counts_what_is_new_by_kind() {
        assertThat(MailDigest.of(THERE, Set.of("mention:1", "due:1"), MailRhythm.WEEKLY, true))
                .hasValueSatisfying(digest -> assertThat(digest.counts())
                        .isEqualTo(Map.of(Matter.MENTION, 1, Matter.ANSWER, 1, Matter.DECISION, 1)));
    }

    @Test
    void before_its_time_only_remarks_are_told_and_only_to_those_who_want_them_at_once() {
        assertThat(MailDigest.of(THERE, Set.of(), MailRhythm.DAILY, false)).isEmpty();
        assertThat(MailDigest.of(THERE, Set.of(), MailRhythm.AT_ONCE, false))
                .hasValueSatisfying(digest -> assertThat(digest.counts()).isEqualTo(Map.of(Matter.MENTION, 2)));
        assertThat(MailDigest.of(THERE, Set.of("mention:1", "mention:2"), MailRhythm.AT_ONCE, false))
                .isEmpty();
        assertThat(MailDigest.of(THERE, Set.of(), MailRhythm.NONE, true)).isEmpty();
    }

    @Test
    void its_mail_holds_counts_and_links_and_no_title_in_any_language() {
        MailDigest digest =
                MailDigest.of(THERE, Set.of(), MailRhythm.DAILY, true).orElseThrow();
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            MailServer.Letter letter = digest.letter(
                    "a@example.org", Wording.in(language), URI.create("https://salus.example.org/"), "key");
            assertThat(letter.subject() + letter.text()).doesNotContain("canary", "Bcc", "{", "workspace.mail");
            assertThat(letter.text())
                    .contains("https://salus.example.org/notifications", "https://salus.example.org/mail/stop?key=key");
            assertThat(letter.toString()).doesNotContain("a@example.org");
        }
        assertThat(digest.letter("a@b.org", Wording.in(Locale.FRENCH), URI.create("https://s.example.org/"), "key")
                        .text())
                .contains("2 remarques vous demandent de regarder.", "Une remarque a suivi la vôtre.");
    }
}
