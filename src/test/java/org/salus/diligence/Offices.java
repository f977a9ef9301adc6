package org.salus.diligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.salus.RunningTeam;
import org.salus.Visitor;
import org.salus.framework.DateSpan;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Organisation;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.KnownSupport;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;
import org.salus.workspace.Source;
import org.salus.workspace.SourceType;

/**
 * A team's server with a workspace of two offices: Ana, who owns it, and Eva, who reads, are of a donor; Ben, who contributes, is of somebody else. On its map stands a unit that receives
 * radios. Something is withheld from Ben from the beginning, so that pages say so in any case.
 */
final class Offices implements AutoCloseable {
    final RunningTeam team;
    final AccountId ana;
    final AccountId ben;
    final AccountId eva;
    final Visitor anas;
    final Visitor bens;
    final Visitor evas;
    private final Organisation donor;
    private final Organisation others;

    Workspace workspace;
    ItemId unit = ItemId.fresh();
    ItemId radios = ItemId.fresh();
    ItemId boats = ItemId.fresh();

    Offices(Path folder) throws Exception {
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        donor = team.people().organisations().add(administrator, "Donor");
        others = team.people().organisations().add(administrator, "Others");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        eva = team.account(administrator, "eva", "Eva");
        team.people().accounts().place(administrator, ana, Optional.of(donor.id()));
        team.people().accounts().place(administrator, eva, Optional.of(donor.id()));
        team.people().accounts().place(administrator, ben, Optional.of(others.id()));
        anas = team.signedIn("ana");
        bens = team.signedIn("ben");
        evas = team.signedIn("eva");
        workspace = founded();
    }

    /** Another workspace of that kind. */
    Workspace founded() {
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.of(donor.id()),
                        donor.name());
        member(ben, "Ben", others, Role.CONTRIBUTOR);
        member(eva, "Eva", donor, Role.READER);
        Item<Actor> police = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("Border unit")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of())));
        put(police);
        unit = police.id();
        radios = support("Radios");
        boats = support("Boats");
        put(Item.fresh(Source.KIND, Source.of(SourceType.DOCUMENT, "Kept for Ana"))
                .meantFor(new Sensitivity.Named(new TreeSet<>(Set.of(ana)))));
        return workspace;
    }

    private ItemId support(String title) {
        Item<KnownSupport> item = Item.fresh(
                KnownSupport.KIND,
                new KnownSupport(
                        "Norway",
                        title,
                        Optional.of(unit),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "",
                        SupportStage.PLANNED,
                        SupportAmount.UNKNOWN,
                        DateSpan.OPEN,
                        SupportOrigin.MEETING,
                        Optional.empty(),
                        ""));
        put(item);
        return item.id();
    }

    private void member(AccountId account, String name, Organisation organisation, Role role) {
        put(new Item<>(
                new ItemId(account.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member(name, Optional.of(organisation.id()), organisation.name(), role),
                Set.of()));
    }

    void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    String path(String below) {
        return "/workspaces/" + workspace.id() + below;
    }

    /** A day so many days from now. */
    static String day(int days) {
        return LocalDate.now(Clock.systemUTC()).plusDays(days).toString();
    }

    /** Sends a form that has to be accepted; where it leads. */
    static String done(Visitor visitor, String path, String... form) throws Exception {
        HttpResponse<String> answer = visitor.post(path, form);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", "");
    }

    /** Ana begins a case about the radios. */
    String begun(String keep) throws Exception {
        anas.get(path("/diligence"));
        return done(
                anas,
                path("/diligence/cases"),
                "recipient",
                unit.toString(),
                "support",
                radios.toString(),
                "provider",
                "Embassy",
                "regimes",
                "us-leahy",
                "regimes",
                "eu-hrddp",
                "keep",
                keep);
    }

    /** The same case as it goes on: what is done, one after the other. */
    static List<Doing> doings() {
        List<Doing> all = new ArrayList<>();
        all.add(at -> done(
                at.visitor(),
                at.page() + "/answers",
                "regimes",
                "us-leahy",
                "answer-security-force",
                "yes",
                "answer-us-foreign-aid",
                "yes",
                "answer-us-defence",
                "not-known"));
        all.add(at -> step(at, "kind", "in-scope", "date", day(-100)));
        for (String topic : List.of("grave-violations", "command", "accountability")) {
            all.add(at -> done(
                    at.visitor(),
                    at.page() + "/facts",
                    "topic",
                    topic,
                    "recorded",
                    "recorded-as-absent",
                    "text",
                    "No report names the unit",
                    "source",
                    "Reports of last year",
                    "learned",
                    day(-95)));
        }
        all.add(at -> done(
                at.visitor(),
                at.page() + "/measures",
                "text",
                "Serial numbers are checked",
                "owner",
                "Embassy",
                "due",
                day(200)));
        all.add(at -> step(at, "kind", "assessed", "date", day(-90), "level", "medium"));
        all.add(at -> step(
                at,
                "kind",
                "decided",
                "date",
                day(-80),
                "decision",
                "go-with-mitigation",
                "from",
                day(-80),
                "review-by",
                day(100),
                "until",
                day(200)));
        return all;
    }

    /** Somebody at the page of a case. */
    record At(Visitor visitor, String page) {}

    /** Something that is done there. */
    @FunctionalInterface
    interface Doing {
        void at(At place) throws Exception;
    }

    static void step(At at, String... form) throws Exception {
        List<String> all = new ArrayList<>(List.of(form));
        all.addAll(List.of("office", "Directorate", "because", "as the minutes say", "document", "Minutes 7"));
        done(at.visitor(), at.page() + "/steps", all.toArray(String[]::new));
    }

    /** A case about the radios that is decided with mitigation and in force. */
    String inForce(String keep) throws Exception {
        String page = begun(keep);
        for (Doing doing : doings()) {
            doing.at(new At(anas, page));
        }
        return page;
    }

    /** What is packed in an office file. */
    static String unpacked(String body) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream parts =
                new ZipInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)))) {
            while (parts.getNextEntry() != null) {
                all.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Override
    public void close() {
        anas.close();
        bens.close();
        evas.close();
        team.close();
    }
}
