package org.salus.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.ledger.AccountId;
import org.salus.ledger.OrganisationId;

/** The organisations that accounts belong to. Safe for use by several threads. */
public final class Organisations {
    private final Register register;
    private final Audit audit;

    Organisations(Register register, Audit audit) {
        this.register = register;
        this.audit = audit;
    }

    /** All of them, by name. */
    public List<Organisation> list() {
        return register.read((connection, now) ->
                Sql.list(connection, Organisations::organisation, "SELECT * FROM organisation ORDER BY name, id"));
    }

    public Optional<Organisation> find(OrganisationId id) {
        return register.read((connection, now) ->
                Sql.find(connection, Organisations::organisation, "SELECT * FROM organisation WHERE id = ?", id));
    }

    /**
     * Adds one.
     *
     * @throws Failure if the name cannot be used, or can be taken for another's
     */
    public Organisation add(AccountId administrator, String name) {
        Organisation added = new Organisation(OrganisationId.fresh(), Names.shown(name));
        return register.write((connection, now) -> {
            audit.add(
                    connection,
                    Deed.What.ORGANISATION_MADE,
                    Optional.of(administrator),
                    Optional.empty(),
                    Optional.empty(),
                    added.id().toString());
            if (Sql.change(
                            connection,
                            "INSERT INTO organisation (id, name, likeness) VALUES (?, ?, ?) ON CONFLICT (likeness) DO NOTHING",
                            added.id(),
                            added.name(),
                            Names.likeness(added.name()))
                    == 0) {
                throw alike(added.name());
            }
            return added;
        });
    }

    /**
     * Gives one another name.
     *
     * @throws Failure if the name cannot be used, or can be taken for another's, or there is no such organisation
     */
    public Organisation rename(AccountId administrator, OrganisationId id, String name) {
        Organisation renamed = new Organisation(id, Names.shown(name));
        return register.write((connection, now) -> {
            audit.add(
                    connection,
                    Deed.What.ORGANISATION_RENAMED,
                    Optional.of(administrator),
                    Optional.empty(),
                    Optional.empty(),
                    id.toString());
            String likeness = Names.likeness(renamed.name());
            if (Sql.find(
                            connection,
                            row -> row.getString("id"),
                            "SELECT id FROM organisation WHERE likeness = ? AND id <> ?",
                            likeness,
                            id)
                    .isPresent()) {
                throw alike(renamed.name());
            }
            if (Sql.change(
                            connection,
                            "UPDATE organisation SET name = ?, likeness = ? WHERE id = ?",
                            renamed.name(),
                            likeness,
                            id)
                    == 0) {
                throw Failure.notFound(Sentence.of("people.failure.unknown-organisation"));
            }
            return renamed;
        });
    }

    private static Failure alike(String name) {
        return Failure.wrongUse(Sentence.of("people.failure.alike-organisation", name));
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(OrganisationId.of(row.getString("id")), row.getString("name"));
    }
}
