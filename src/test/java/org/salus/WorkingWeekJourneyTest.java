package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.DateSpan;
import org.salus.framework.ReformArea;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Copy;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;
import org.salus.portal.cli.ServePages;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.KnownSupport;
import org.salus.sector.Name;
import org.salus.sector.Phase;
import org.salus.sector.SupportAmount;
import org.salus.sector.SupportOrigin;
import org.salus.sector.SupportStage;

/** The papers of a week in a real browser: a committee meets and its next pack shows what changed; a crisis is two clicks away; a mission goes out and comes back. */
@Tag("slow")
class WorkingWeekJourneyTest {
    private static final String WORDS = "several words are best";

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private BrowserContext context;
    private Page page;
    private AccountId ana = AccountId.fresh();
    private Workspace workspace;
    private Item<Actor> guard;

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        ana = team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        guard = actor("River Guard");
        put(Item.fresh(
                KnownSupport.KIND,
                new KnownSupport(
                        "Kingdom of Ferrow",
                        "Bicycles for patrols",
                        Optional.of(guard.id()),
                        Optional.empty(),
                        "River Guard",
                        Optional.of(ReformArea.of("2b")),
                        "",
                        SupportStage.KNOWN,
                        SupportAmount.UNKNOWN,
                        DateSpan.OPEN,
                        SupportOrigin.MEETING,
                        Optional.empty(),
                        "")));
        context = browser.open(ColorScheme.LIGHT, 1280);
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        Chromium.listen(page, complaints, url -> false);
        Chromium.signIn(page, team.server().address(), "ana");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            context.close();
            browser.close();
            team.close();
            assertThat(complaints).isEmpty();
        }
    }

    private Item<Actor> actor(String name) {
        Item<Actor> actor = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of(name)),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of())));
        put(actor);
        return actor;
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
    }

    private void go(String below) {
        page.navigate(team.server()
                .address()
                .resolve("/workspaces/" + workspace.id() + below)
                .toString());
    }

    private static String day(int days) {
        return LocalDate.now(Clock.systemUTC()).plusDays(days).toString();
    }

    private void meeting(String title, String day, String points) {
        go("/meetings");
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)");
        page.fill("#meetings-title", title);
        page.fill("#meetings-day", day);
        page.fill("#meetings-offices", "Ministry of Justice");
        page.fill("#meetings-points", points);
        page.click("#add-meetings button[type=submit]");
        page.waitForURL(address -> address.contains("/meetings/"));
    }

    @Test
    void a_meeting_is_prepared_and_held_and_the_pack_of_the_next_shows_what_changed() {
        meeting("First committee", day(-10), "D: Who trains the guard · Ministry of Justice");
        page.click("text=Pack of this meeting");
        page.waitForSelector("h1 >> text=Steering-committee pack");
        soon(
                page,
                () -> assertThat(page.textContent("main"))
                        .contains(
                                "First committee", "Who trains the guard", "No action is open", "No earlier meeting"));
        Chromium.check(page, "a pack before the meeting");

        page.goBack();
        page.fill(
                "#text",
                "D: The academy trains the guard\nA: Ministry of Justice · sends the syllabus · until " + day(-2)
                        + "\nA: Academy · names a room · until " + day(30));
        page.click("form[action$='/minutes'] button.btn-primary");
        page.waitForSelector("#came");
        go("/agenda");
        page.click("#due >> text=names a room");
        page.waitForURL(address -> address.contains("/items/"));
        page.selectOption("select[name=state]", "done");
        page.keyboard().press("Tab");
        page.waitForSelector("[data-state=saved]");
        actor("Harbour Watch");

        meeting("Second committee", day(5), "What came of it");
        page.click("text=Pack of this meeting");
        page.waitForSelector("h1 >> text=Steering-committee pack");
        soon(
                page,
                () -> assertThat(page.textContent("main"))
                        .contains("Second committee")
                        .contains("One action is open; one is overdue")
                        .contains("The meeting before: First committee")
                        .contains("The academy trains the guard")
                        .contains("Harbour Watch"));
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("names a room"))
                        .last()
                        .textContent())
                .contains("done");
        Download pdf = page.waitForDownload(() -> page.click("p.files >> text=PDF"));
        assertThat(pdf.suggestedFilename()).startsWith("committee-pack-full").endsWith(".pdf");
        Chromium.check(page, "the pack of the next meeting");
    }

    @Test
    void a_crisis_sheet_is_two_clicks_from_the_list_of_actors_and_one_from_an_institution() {
        go("/sector/outline");
        page.click(".outline >> text=River Guard");
        page.click("text=Crisis sheet");
        page.waitForSelector("h1 >> text=Crisis sheet");
        soon(
                page,
                () -> assertThat(page.textContent("main"))
                        .contains("River Guard", "Bicycles for patrols", "Kingdom of Ferrow", "Whom to call"));
        Chromium.check(page, "a crisis sheet");
        go("/items/" + guard.id());
        page.click("text=Crisis sheet");
        page.waitForSelector("main >> text=Bicycles for patrols");
    }

    @Test
    void a_mission_takes_its_pack_and_a_travel_edition_along_and_what_it_learned_is_merged() throws Exception {
        put(Item.fresh(
                Actor.KIND,
                new Actor(
                        "",
                        Actor.of(new Phase(
                                        DateSpan.OPEN,
                                        List.of(Name.of("Tax Police")),
                                        ActorType.POLICE.usualClass(),
                                        Optional.of(ActorType.POLICE),
                                        Optional.empty(),
                                        Map.of()))
                                .phases(),
                        List.of(),
                        List.of(),
                        "Ask Dora first")));
        go("/papers/mission-pack?of=" + guard.id());
        Download pack = page.waitForDownload(() -> page.click("p.files >> text=Word"));
        assertThat(Files.size(pack.path())).isGreaterThan(1_000);
        go("/copies");
        page.check("#travel");
        page.fill("#passphrase", WORDS);
        Download download = page.waitForDownload(() -> page.click("text=Download the copy"));
        Path file = folder.resolve("mission.salus");
        download.saveAs(file);

        // Another Salus on another folder, without the one at home.
        try (ServePages.Running road = Salus.pages()
                .start(
                        folder.resolve("road"),
                        Copy.open(file, WORDS.toCharArray()),
                        InetAddress.getLoopbackAddress(),
                        0)) {
            BrowserContext away = browser.open(ColorScheme.LIGHT, 390);
            Page theirs = away.newPage();
            Chromium.listen(theirs, complaints, url -> false);
            Chromium.enter(theirs, road.link());
            String below = "/workspaces/" + workspace.id();
            theirs.navigate(
                    road.address().resolve(below + "/papers/mission-pack").toString());
            assertThat(theirs.textContent("main"))
                    .contains("River Guard", "Forms to fill in")
                    .doesNotContain("Tax Police", "Dora");
            theirs.navigate(road.address().resolve(below + "/sector/outline").toString());
            theirs.click(".outline >> text=River Guard");
            theirs.fill("input[name='phases.0.names.0.text']", "River and Lake Guard");
            theirs.waitForSelector("[data-state=saved]");
            away.close();
        }

        go("/copies");
        page.setInputFiles("#file", file);
        page.fill("#brought-passphrase", WORDS);
        page.click("#main button >> text=Look at it");
        page.waitForSelector("#main >> text=This is a travel edition");
        page.click("#main button.btn-primary");
        page.waitForURL(address -> address.endsWith("/history"));
        go("/papers/mission-pack");
        soon(page, () -> assertThat(page.textContent("main")).contains("River and Lake Guard", "Tax Police"));
    }
}
