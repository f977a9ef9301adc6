package org.salus.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.framework.CountryCodes;
import org.salus.framework.Sentence;

/**
 * What a workspace is about. It is an item like others, with the id of the workspace.
 *
 * @param name as its members call it
 * @param countries ISO 3166-1 alpha-3 codes: one, or the several of a region. An invented country has one that begins with X
 * @param region the name of the region; empty for a single country
 * @param reformName what its members call security sector reform: SSR, SSG/R, security and justice …
 * @param layerOf the shared workspace that this one is a private layer of
 */
public record Charter(
        String name, List<String> countries, String region, String reformName, Optional<WorkspaceId> layerOf) {
    public static final Kind<Charter> KIND = Kind.of("workspace", Charter.class)
            .writtenBy(Role.EDITOR)
            .naming(Charter::countries)
            .ruledBy((edited, view) ->
                    edited.value()
                            .refusals(
                                    Set.copyOf(view.charter().countries()),
                                    view.charter().name()));

    private static final int LONGEST_NAME = 200;

    public Charter {
        countries = List.copyOf(countries);
    }

    /** Why a workspace cannot be about this; empty if it can. */
    List<Sentence> refusals() {
        return refusals(Set.of(), "");
    }

    private List<Sentence> refusals(Set<String> earlier, String earlierName) {
        if (PlainText.isNothing(name) || name.length() > LONGEST_NAME) {
            return List.of(Sentence.of("ledger.refusal.unnamed", LONGEST_NAME));
        }
        if (!name.equals(earlierName) && !isOneLine(name)) {
            return List.of(Sentence.of("ledger.refusal.name-of-lines"));
        }
        if (countries.isEmpty()) {
            return List.of(Sentence.of("ledger.refusal.no-country"));
        }
        return CountryCodes.unknown(countries, earlier).stream()
                .map(code -> Sentence.of("ledger.refusal.country", code, CountryCodes.nearest(code)))
                .toList();
    }

    /** A name stands in one line of lists, titles and files. */
    private static boolean isOneLine(String name) {
        return PlainText.unshowable(name).isEmpty()
                && name.chars().noneMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029);
    }
}
