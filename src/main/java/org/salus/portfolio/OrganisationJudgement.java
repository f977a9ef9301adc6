package org.salus.portfolio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.salus.framework.Sentence;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Kind;

/**
 * What somebody says of organisations that open data write: that they are one, or that they are not. It wins over every rule and changes nothing in open data.
 *
 * @param organisations keys of organisations or of ways to write one, in order; two where they are kept apart
 * @param edition of the rules when it was said
 */
public record OrganisationJudgement(
        List<String> organisations, OrganisationVerdict verdict, String why, String edition) {
    /** One for each group, so that "the same" and "not the same" of one group replace each other, and made twice it is the same. */
    public static final Kind<OrganisationJudgement> KIND = Kind.of(
                    "organisation-judgement", OrganisationJudgement.class)
            .placedAt(said -> id(said.organisations()))
            .ruledBy((edited, view) -> edited.value().refusals(edited.id()))
            .forAllMembers();

    /** At most so many at once. */
    static final int MOST = 50;

    private static final int LONGEST_WHY = 5_000;
    private static final int LONGEST_KEY = 1_000;

    public OrganisationJudgement {
        organisations = List.copyOf(new TreeSet<>(organisations));
    }

    /** The one item of a workspace that can hold what is said of them. */
    public static ItemId id(List<String> organisations) {
        return new ItemId(
                UUID.nameUUIDFromBytes(("organisation-judgement\n" + String.join("\n", new TreeSet<>(organisations)))
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** It as a new item. */
    public Item<OrganisationJudgement> fresh() {
        Item<OrganisationJudgement> item = Item.fresh(KIND, this);
        return new Item<>(id(organisations), KIND, item.sensitivity(), item.citations(), this, item.basis());
    }

    private List<Sentence> refusals(ItemId id) {
        List<Sentence> refusals = new ArrayList<>();
        boolean isTwo = organisations.size() == 2;
        if (organisations.size() < 2
                || organisations.size() > MOST
                || (verdict == OrganisationVerdict.APART && !isTwo)
                || organisations.stream().anyMatch(key -> key.isBlank() || key.length() > LONGEST_KEY)
                || !id.equals(id(organisations))) {
            refusals.add(Sentence.of("portfolio.organisation.refusal.group", MOST));
        }
        if (why.isBlank()) {
            refusals.add(Sentence.of("portfolio.organisation.refusal.why"));
        }
        if (why.length() > LONGEST_WHY) {
            refusals.add(Sentence.of("portfolio.refusal.long", LONGEST_WHY));
        }
        return refusals;
    }
}
