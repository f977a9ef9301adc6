package org.salus.ledger;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.salus.framework.Sentence;

/** For whom an item is meant. Part of every version of an item. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "level")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Sensitivity.Public.class, name = "public"),
    @JsonSubTypes.Type(value = Sensitivity.Members.class, name = "members"),
    @JsonSubTypes.Type(value = Sensitivity.Organisation.class, name = "organisation"),
    @JsonSubTypes.Type(value = Sensitivity.Named.class, name = "named")
})
public sealed interface Sensitivity {
    /** Whoever may open the workspace, member or not. */
    static Sensitivity forEverybody() {
        return new Public();
    }

    /** Every member. */
    static Sensitivity forMembers() {
        return new Members();
    }

    record Public() implements Sensitivity {}

    record Members() implements Sensitivity {}

    /** Members from the authors' own organisation. */
    record Organisation(OrganisationId organisation) implements Sensitivity {}

    /** The members of this list, and nobody else, whatever their role. */
    record Named(SortedSet<AccountId> accounts) implements Sensitivity {
        public Named {
            accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
        }

        private Named only(Predicate<AccountId> those) {
            return new Named(accounts.stream().filter(those).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** The code in data, files and addresses: {@code public}, {@code members}, {@code organisation}, {@code named}. */
    default String code() {
        return switch (this) {
            case Public everybody -> "public";
            case Members members -> "members";
            case Organisation organisation -> "organisation";
            case Named named -> "named";
        };
    }

    /** What to call it. */
    default Sentence label() {
        return Sentence.of("ledger.sensitivity." + code());
    }

    /**
     * Meant for those alone who may read under each of these.
     *
     * @param all what one reader may read; so at most one organisation is among them
     */
    static Sensitivity together(
            Collection<Sensitivity> all, Function<AccountId, Optional<OrganisationId>> organisationOf) {
        Sensitivity together = forEverybody();
        for (Sensitivity one : all) {
            together = switch (one) {
                case Public everybody -> together;
                case Members members -> together instanceof Public ? members : together;
                case Organisation closed ->
                    together instanceof Named named
                            ? named.only(account -> organisationOf
                                    .apply(account)
                                    .filter(closed.organisation()::equals)
                                    .isPresent())
                            : closed;
                case Named closed ->
                    switch (together) {
                        case Named named ->
                            named.only(account -> closed.accounts().contains(account));
                        case Organisation own ->
                            closed.only(account -> organisationOf
                                    .apply(account)
                                    .filter(own.organisation()::equals)
                                    .isPresent());
                        default -> closed;
                    };
            };
        }
        return together;
    }

    /**
     * Whether everybody who may read under this one might also read under the earlier one. If not, the change lets somebody in: it lowers.
     *
     * @param organisationOf the organisation of a member
     */
    default boolean isAtLeastAsStrictAs(
            Sensitivity earlier, Function<AccountId, Optional<OrganisationId>> organisationOf) {
        return switch (earlier) {
            case Public everybody -> true;
            case Members members -> !(this instanceof Public);
            case Organisation closed ->
                switch (this) {
                    case Organisation own -> own.equals(closed);
                    case Named named ->
                        named.accounts().stream()
                                .allMatch(account -> organisationOf
                                        .apply(account)
                                        .filter(closed.organisation()::equals)
                                        .isPresent());
                    default -> false;
                };
            case Named closed ->
                this instanceof Named named && closed.accounts().containsAll(named.accounts());
        };
    }
}
