package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.goals.Goal;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Act;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;

/** A strategy in a real browser: an edition is drawn, two people write approvals of both sides down, the plan changes, and the next edition is compared with the first. */
@Tag("slow")
class StrategyJourneyTest {
    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Page> pages = new HashMap<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private AccountId ana;
    private Workspace workspace;
    private final Item<ResultsChain> plan = Item.fresh(ResultsChain.KIND, ResultsChain.of("A plan"));

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        AccountId ben = team.account(administrator, "ben", "Ben");
        team.account(administrator, "eva", "Eva");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.EDITOR),
                Set.of()));
        workspace.view(ana).list(Charter.KIND).forEach(charter -> put(charter.meantFor(Sensitivity.forEverybody())));
        put(plan);
        put(Item.fresh(Goal.KIND, Goal.of(plan.id(), "People feel safe at night")));
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            contexts.forEach(BrowserContext::close);
            browser.close();
            team.close();
            assertThat(complaints).isEmpty();
        }
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, List.of(new Edit.Put(item)), Reason.of(Act.EDIT, "everybody may know")))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private Page go(String login, String path) {
        Page page = pages.computeIfAbsent(login, this::signedIn);
        page.navigate(team.server()
                .address()
                .resolve(path.startsWith("/workspaces/") ? path : "/workspaces/" + workspace.id() + "/strategy" + path)
                .toString());
        return page;
    }

    private Page signedIn(String login) {
        BrowserContext context = browser.open(ColorScheme.LIGHT, 1280);
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        Chromium.listen(page, complaints, url -> false);
        page.navigate(team.server().address().resolve("/sign-in").toString());
        page.fill("#login", login);
        page.fill("#password", RunningTeam.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)");
    }

    private String draw(String title) {
        Page page = go("ana", "");
        unfold(page);
        page.fill("#title", title);
        page.selectOption("#for", "full");
        page.click("form[action$='/strategy/editions'] button[type=submit]");
        page.waitForURL(address -> address.contains("/strategy/editions/"));
        return page.url().substring(page.url().indexOf("/workspaces/"));
    }

    private void step(String edition, String to, String date) {
        Page page = go("ana", edition);
        unfold(page);
        page.selectOption("#to", to);
        page.fill("#step-date", date);
        page.click("form[action$='/steps'] button[type=submit]");
        page.waitForLoadState();
    }

    private void approve(String login, String edition, String side, String who) {
        Page page = go(login, edition);
        unfold(page);
        page.selectOption("#side", side);
        page.fill("#who", who);
        page.fill("#office", "Office of the " + who);
        page.fill("#date", "2026-04-02");
        page.fill("#place", "Capital");
        page.fill("#document", "Minutes of 2 April");
        page.click("form[action$='/approvals'] button[type=submit]");
        page.waitForLoadState();
        soon(page, () -> assertThat(page.innerText("main")).contains("Office of the " + who));
    }

    @Test
    void an_edition_is_signed_by_both_sides_and_the_next_one_is_compared_with_it() {
        String first = draw("First edition");
        step(first, "shared", "2026-04-01");
        approve("ana", first, "donor", "Ambassador");
        approve("ben", first, "partner", "Minister");
        step(first, "agreed", "2026-04-03");
        assertThat(go("ben", first).innerText("main .lead")).contains("agreed", "2 offices approved it");

        put(Item.fresh(Goal.KIND, Goal.of(plan.id(), "Complaints are answered within a month")));
        assertThat(go("ben", first).innerText("main")).contains("Composed again today it says the same.");
        draw("Second edition");
        Page page = go("ben", "/compare");
        page.selectOption(
                "#before",
                page.locator("#before option:has-text('First edition')").getAttribute("value"));
        page.selectOption(
                "#after",
                page.locator("#after option:has-text('Second edition')").getAttribute("value"));
        page.click("main form button[type=submit]");
        page.waitForLoadState();
        soon(
                page,
                () -> assertThat(page.innerText("main"))
                        .contains("lines differ", "Complaints are answered within a month"));
        Chromium.check(page, "two editions compared");
    }

    @Test
    void whoever_is_no_member_gets_the_public_edition_only() {
        String first = draw("First edition");
        put(Item.fresh(Goal.KIND, Goal.of(plan.id(), "People travel freely")).meantFor(Sensitivity.forMembers()));
        assertThat(go("ben", "/sections/goals").innerText("main")).contains("People feel safe at night");
        Page evas = go("eva", "");
        assertThat(evas.innerText("main")).contains("public edition").doesNotContain("full edition", "First edition");
        assertThat(go("eva", "/sections/goals").innerText("main"))
                .doesNotContain("People feel safe at night", "People travel freely");
        assertThat(evas.request()
                        .get(team.server().address().resolve(first).toString())
                        .status())
                .isEqualTo(404);
        assertThat(evas.request()
                        .get(team.server()
                                .address()
                                .resolve("/workspaces/" + workspace.id() + "/strategy/document.html?for=full")
                                .toString())
                        .status())
                .isBetween(400, 499);
    }
}
