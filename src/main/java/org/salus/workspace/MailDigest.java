package org.salus.workspace;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.people.MailRhythm;

/**
 * What a mail tells: how many things of which kind, and where to read them once signed in. Nothing else can get into it, since it holds nothing else: neither titles, nor names of workspaces or people,
 * which mail would carry through machines that nobody here knows.
 *
 * @param counts how many, by kind; none is zero
 * @param names of the notifications that are told, which do not leave
 */
public record MailDigest(Map<Matter, Integer> counts, List<String> names) {
    public MailDigest {
        counts = Map.copyOf(counts);
        names = List.copyOf(names);
    }

    /**
     * What there is to tell somebody, if there is anything.
     *
     * @param there all that concerns them now, as they may read it
     * @param known names of what they have read, or were told by mail already
     * @param isDue whether the time of a digest has come; before it only remarks that ask somebody to look at once are told
     */
    public static Optional<MailDigest> of(
            Collection<Notification> there, Set<String> known, MailRhythm rhythm, boolean isDue) {
        Map<Matter, Integer> counts = new EnumMap<>(Matter.class);
        List<String> names = new ArrayList<>();
        for (Notification one : there) {
            boolean isTold = isDue || (rhythm == MailRhythm.AT_ONCE && one.matter() == Matter.MENTION);
            if (rhythm != MailRhythm.NONE && isTold && !known.contains(one.name())) {
                counts.merge(one.matter(), 1, Integer::sum);
                names.add(one.name());
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new MailDigest(counts, names));
    }

    /**
     * The mail.
     *
     * @param base the address of this server
     */
    MailServer.Letter letter(String to, Wording wording, URI base, String stopKey) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.say("workspace.mail.opening"));
        lines.add("");
        Arrays.stream(Matter.values())
                .filter(counts::containsKey)
                .map(matter -> Sentence.of("workspace.mail.count." + matter.code(), counts.getOrDefault(matter, 0)))
                .forEach(sentence -> lines.add("- " + wording.say(sentence)));
        URI stop = stop(base, stopKey);
        lines.addAll(List.of(
                "",
                wording.say("workspace.mail.where"),
                base.resolve("/notifications").toString(),
                "",
                wording.say("workspace.mail.why"),
                wording.say("workspace.mail.stop"),
                stop.toString(),
                ""));
        return new MailServer.Letter(
                to,
                wording.say("workspace.mail.subject", names.size()),
                String.join("\r\n", lines),
                Optional.of(stop.toString()));
    }

    private static URI stop(URI base, String stopKey) {
        return base.resolve("/mail/stop?key=" + stopKey);
    }
}
