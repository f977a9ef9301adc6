package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.framework.ActorClass;
import org.salus.framework.DateSpan;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Copy;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;
import org.salus.people.Organisation;
import org.salus.portal.cli.ServePages;
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;

/**
 * Several people and one workspace, in real browsers: one takes a copy along and brings it back, they see who is here and ask each other to look, and a
 * connection or a session that ends in the middle of an edit loses nothing.
 */
@Tag("slow")
class TogetherJourneyTest {
    private static final String WORDS = "several words are best";

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, AccountId> accounts = new LinkedHashMap<>();
    private final List<BrowserContext> open = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private Workspace workspace;
    private Item<Actor> guard;

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        Organisation office = team.people().organisations().add(administrator, "Reform office");
        Organisation donor = team.people().organisations().add(administrator, "Donor");
        for (String name : List.of("ana", "ben", "eva")) {
            AccountId id = team.account(
                    administrator, name, name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1));
            Organisation own = name.equals("eva") ? donor : office;
            team.people().accounts().place(administrator, id, Optional.of(own.id()));
            accounts.put(name, id);
        }
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "", Optional.empty()),
                        account("ana"),
                        "Ana",
                        Optional.of(office.id()),
                        office.name());
        member("ben", "Ben", office, Role.CONTRIBUTOR);
        member("eva", "Eva", donor, Role.CONTRIBUTOR);
        guard = Item.fresh(Actor.KIND, actor("River Guard", ActorType.BORDER_GUARD));
        Item<Actor> assembly = Item.fresh(Actor.KIND, actor("National Assembly", ActorType.PARLIAMENT));
        accept(workspace.append(account("ana"), new Edit.Put(guard)));
        accept(workspace.append(account("ana"), new Edit.Put(assembly)));
    }

    @AfterEach
    void stop() {
        if (team != null) {
            open.forEach(BrowserContext::close);
            browser.close();
            team.close();
            assertThat(complaints).isEmpty();
        }
    }

    private AccountId account(String name) {
        return java.util.Objects.requireNonNull(accounts.get(name));
    }

    private void member(String login, String name, Organisation organisation, Role role) {
        accept(workspace.append(
                account("ana"),
                new Edit.Put(new Item<>(
                        new ItemId(account(login).value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member(name, Optional.of(organisation.id()), organisation.name(), role),
                        Set.of()))));
    }

    private static void accept(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private static Actor actor(String name, ActorType type) {
        ActorClass usual = type.usualClass();
        return Actor.of(
                new Phase(DateSpan.OPEN, List.of(Name.of(name)), usual, Optional.of(type), Optional.empty(), Map.of()));
    }

    private Page window(ColorScheme colours, int width) {
        BrowserContext context = browser.open(colours, width);
        open.add(context);
        Page page = context.newPage();
        // Where a connection or a session is cut off on purpose, the browser says so in its console.
        Chromium.listen(page, complaints, url -> false);
        return page;
    }

    private Page signedIn(String login) {
        Page page = window(ColorScheme.LIGHT, 1280);
        signIn(page, login);
        return page;
    }

    private void signIn(Page page, String login) {
        page.navigate(team.server().address().resolve("/sign-in").toString());
        page.fill("#login", login);
        page.fill("#password", RunningTeam.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private void go(Page page, String below) {
        page.navigate(team.server()
                .address()
                .resolve("/workspaces/" + workspace.id() + below)
                .toString());
    }

    private static void saved(Page page, Runnable change) {
        // What is typed is heard from when the page's script is there.
        page.waitForLoadState();
        change.run();
        page.waitForSelector("[data-state=saved]");
    }

    private String name() {
        return workspace
                .view(account("ana"))
                .get(Actor.KIND, guard.id())
                .value()
                .phases()
                .getFirst()
                .names()
                .getFirst()
                .text();
    }

    @Test
    void a_copy_is_taken_along_edited_on_the_road_and_merged_and_a_conflict_is_settled_side_by_side() throws Exception {
        Page ben = signedIn("ben");
        go(ben, "");
        ben.click(".rail >> text=Copies");
        ben.fill("#passphrase", WORDS);
        Download download = ben.waitForDownload(() -> ben.click("text=Download the copy"));
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        Chromium.check(ben, "copies");

        Copy copy = Copy.open(file, WORDS.toCharArray());
        try (ServePages.Running road =
                Salus.pages().start(folder.resolve("road"), copy, InetAddress.getLoopbackAddress(), 0)) {
            Page away = window(ColorScheme.LIGHT, 1280);
            Chromium.enter(away, road.link());
            away.navigate(road.address()
                    .resolve("/workspaces/" + workspace.id() + "/sector/outline")
                    .toString());
            away.click(".outline >> text=River Guard");
            saved(away, () -> away.fill("input[name='phases.0.names.0.text']", "River and Lake Guard"));
            away.click(".rail >> text=Security sector");
            away.click("#add-actor > summary");
            away.fill("#actor-name", "Harbour Watch");
            away.selectOption("#actor-what", "police");
            away.keyboard().press("Enter");
            away.waitForSelector("text=Added: Harbour Watch");
            away.context().close();
        }

        Page ana = signedIn("ana");
        go(ana, "/items/" + guard.id());
        saved(ana, () -> ana.fill("input[name='phases.0.names.0.text']", "River Guard Service"));

        ben.setInputFiles("#file", file);
        ben.fill("#brought-passphrase", WORDS);
        ben.click("#main button >> text=Look at it");
        ben.waitForSelector("#main li >> text=Harbour Watch");
        soon(ben, () -> assertThat(ben.locator("#main li").allTextContents()).contains("River Guard Service"));
        Chromium.check(ben, "what a copy would bring");
        ben.click("#main button.btn-primary");
        ben.waitForURL(address -> address.endsWith("/conflicts"));
        Locator table = ben.locator("#main table");
        assertThat(table.textContent()).contains("Ana", "Ben", "River Guard Service", "River and Lake Guard");
        Chromium.check(ben, "a conflict");
        table.locator("th", new Locator.LocatorOptions().setHasText("Ben"))
                .locator("input[name=ground]")
                .check();
        ben.click("#main button.btn-primary");
        ben.waitForLoadState(LoadState.LOAD);
        assertThat(ben.locator("#main table").count()).isZero();

        go(ana, "/sector?around=all");
        assertThat(ana.locator("#diagram").textContent())
                .contains("River and Lake Guard", "Harbour Watch")
                .doesNotContain("River Guard Service");
        go(ana, "/items/" + guard.id());
        assertThat(ana.locator(".log").last().textContent()).contains("Ben", "Ana");
    }

    @Test
    void a_mission_pack_goes_out_as_a_travel_edition_is_edited_offline_and_merged() throws Exception {
        Item<Actor> noted = Item.fresh(
                Actor.KIND,
                new Actor("", actor("Tax Police", ActorType.POLICE).phases(), List.of(), List.of(), "Ask Dora first"));
        accept(workspace.append(account("ana"), new Edit.Put(noted)));
        Page ben = signedIn("ben");
        go(ben, "/copies");
        ben.check("#travel");
        ben.fill("#passphrase", WORDS);
        Download download = ben.waitForDownload(() -> ben.click("text=Download the copy"));
        Path file = folder.resolve("mission.salus");
        download.saveAs(file);
        Chromium.check(ben, "a travel edition is chosen");

        Copy copy = Copy.open(file, WORDS.toCharArray());
        try (ServePages.Running road =
                Salus.pages().start(folder.resolve("road"), copy, InetAddress.getLoopbackAddress(), 0)) {
            Page away = window(ColorScheme.LIGHT, 390);
            Chromium.enter(away, road.link());
            away.navigate(
                    road.address().resolve("/workspaces/" + workspace.id()).toString());
            assertThat(away.locator("#main").textContent()).contains("This is a travel edition");
            Chromium.check(away, "a travel edition");
            away.navigate(road.address()
                    .resolve("/workspaces/" + workspace.id() + "/sector/outline")
                    .toString());
            assertThat(away.locator("#main").textContent())
                    .contains("River Guard")
                    .doesNotContain("Tax Police", "Dora");
            away.click(".outline >> text=River Guard");
            saved(away, () -> away.fill("input[name='phases.0.names.0.text']", "River and Lake Guard"));
            away.context().close();
        }

        go(ben, "/copies");
        ben.setInputFiles("#file", file);
        ben.fill("#brought-passphrase", WORDS);
        ben.click("#main button >> text=Look at it");
        ben.waitForSelector("#main >> text=This is a travel edition");
        ben.click("#main button.btn-primary");
        ben.waitForURL(address -> address.endsWith("/history"));
        assertThat(name()).isEqualTo("River and Lake Guard");
        go(ben, "/sector/outline");
        assertThat(ben.locator("#main").textContent()).contains("Tax Police", "River and Lake Guard");
    }

    @Test
    void those_of_one_organisation_see_each_other_and_nobody_else() {
        Page eva = signedIn("eva");
        go(eva, "/sector");
        Page ana = signedIn("ana");
        go(ana, "/sector");
        Page ben = signedIn("ben");
        go(ben, "/sources");
        ben.waitForSelector("#now >> text=Also here: Ana");
        assertThat(ben.locator("#now").textContent()).doesNotContain("Eva");
        Chromium.check(ben, "who is here");
        // Ana's page learns of Ben without being opened again.
        ana.evaluate("htmx.trigger('#now', 'look')");
        ana.waitForSelector("#now >> text=Also here: Ben");
        eva.evaluate("htmx.trigger('#now', 'look')");
        eva.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(eva.locator("#now").textContent()).isBlank();
    }

    @Test
    void a_remark_with_a_name_reaches_whom_it_names() {
        Page ben = signedIn("ben");
        go(ben, "");
        assertThat(ben.content()).doesNotContain("asks you to look");
        Page ana = signedIn("ana");
        go(ana, "/items/" + guard.id());
        ana.fill("textarea[name=text]", "Is this still its name, @Ben?");
        // By the keyboard: a pointer misses what still moves while the page comes to rest.
        ana.press("button:has-text('Add the remark')", "Enter");
        ana.waitForSelector(".remarks >> text=Is this still its name");

        ben.evaluate("htmx.trigger('#now', 'look')");
        ben.click("#now >> text=1 remark asks you to look");
        ben.waitForSelector("section >> text=Is this still its name, @Ben?");
        Chromium.check(ben, "a remark that asks somebody to look");
        ben.navigate(team.server().address().resolve("/workspaces").toString());
        assertThat(ben.locator(".cards").textContent()).contains("1 remark asks you to look");
        go(ben, "");
        ben.click("section.note >> text=River Guard");
        ben.waitForURL(address -> address.endsWith("/items/" + guard.id() + "#remarks"));
        ben.click(".remarks >> text=settled");
        ben.waitForSelector(".remarks >> text=open again");
        go(ben, "");
        ben.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(ben.content()).doesNotContain("asks you to look");
        Page eva = signedIn("eva");
        go(eva, "");
        assertThat(eva.content()).doesNotContain("asks you to look");
    }

    @Test
    void what_is_typed_without_a_connection_is_kept_and_sent_when_there_is_one_again() {
        Page ana = signedIn("ana");
        go(ana, "/items/" + guard.id());
        ana.waitForLoadState(LoadState.NETWORKIDLE);
        ana.context().setOffline(true);
        ana.fill("input[name='phases.0.names.0.text']", "River Guard Command");
        ana.waitForSelector("text=No connection. What you typed stays here and is sent again.");
        // A second field, and a remark, which is a form of its own.
        ana.fill("textarea[name=note]", "Renamed in May");
        ana.fill("textarea[name=text]", "A remark on the train");
        ana.press("button:has-text('Add the remark')", "Enter");
        ana.waitForSelector("[data-unsent]");
        soon(ana, () -> assertThat(ana.inputValue("textarea[name=text]")).isEqualTo("A remark on the train"));
        assertThat(name()).isEqualTo("River Guard");
        complaints.clear();
        ana.context().setOffline(false);
        ana.locator("[data-state=saved]").nth(1).waitFor();
        ana.locator("[data-unsent]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(name()).isEqualTo("River Guard Command");
        assertThat(workspace
                        .view(account("ana"))
                        .get(Actor.KIND, guard.id())
                        .value()
                        .note())
                .isEqualTo("Renamed in May");
        ana.press("button:has-text('Add the remark')", "Enter");
        ana.waitForSelector(".remarks >> text=A remark on the train");
    }

    @Test
    void a_name_of_thousand_letters_makes_no_page_wider_than_its_window() {
        Item<Actor> wide = Item.fresh(Actor.KIND, actor("W".repeat(1000), ActorType.POLICE));
        accept(workspace.append(account("ana"), new Edit.Put(wide)));
        accept(workspace.append(
                account("ana"),
                new Edit.Put(Item.fresh(
                        org.salus.sector.Tie.KIND,
                        org.salus.sector.Tie.of(wide.id(), org.salus.sector.TieType.COMMANDS, guard.id())))));
        for (int width : List.of(390, 1280)) {
            Page page = window(ColorScheme.LIGHT, width);
            signIn(page, "ana");
            for (String below : List.of(
                    "",
                    "/sector?around=all",
                    "/sector?around=" + wide.id() + "&open=" + wide.id(),
                    "/sector/table?around=all",
                    "/sector/matrix?around=all",
                    "/sector/outline?around=all",
                    "/sector/oversight",
                    "/items/" + wide.id(),
                    "/history")) {
                go(page, below);
                Object over =
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertThat(((Number) over).intValue())
                        .as(below + " at " + width)
                        .isZero();
            }
        }
    }

    @Test
    void what_is_typed_after_the_session_has_ended_is_kept_until_its_author_is_back() {
        Page ana = signedIn("ana");
        go(ana, "/items/" + guard.id());
        ana.waitForLoadState(LoadState.NETWORKIDLE);
        team.people().sessions().endAll(account("ana"), account("ana"));
        ana.fill("input[name='phases.0.names.0.text']", "River Guard Corps");
        ana.waitForSelector("text=You are no longer signed in.");
        complaints.clear();
        assertThat(ana.url()).endsWith("/items/" + guard.id());
        assertThat(ana.inputValue("input[name='phases.0.names.0.text']")).isEqualTo("River Guard Corps");
        Page other = ana.context().newPage();
        signIn(other, "ana");
        other.close();
        ana.evaluate("window.dispatchEvent(new Event('focus'))");
        ana.waitForSelector("[data-state=saved]");
        assertThat(name()).isEqualTo("River Guard Corps");
    }
}
