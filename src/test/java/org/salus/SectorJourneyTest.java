package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.ledger.AccountId;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.Member;
import org.salus.ledger.Outcome;
import org.salus.ledger.Role;
import org.salus.ledger.Sensitivity;
import org.salus.ledger.Workspace;

/**
 * Two people and a sector map, in a real browser: a workspace is made, actors and ties are added by keyboard and by dragging, a finding is answered, a step
 * taken back, a difference read; and who is not meant to see something sees nothing of it.
 */
@Tag("slow")
class SectorJourneyTest {
    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private RunningTeam team;
    private AccountId ana;
    private AccountId ben;
    private Chromium browser;
    private BrowserContext context;
    private Page page;
    private String workspace = "";

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        ben = team.account(administrator, "ben", "Ben");
        context = browser.open(ColorScheme.LIGHT, 1280);
        page = context.newPage();
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

    private void signIn(String login, ColorScheme colours, int width) {
        context.close();
        context = browser.open(colours, width);
        page = context.newPage();
        Chromium.listen(page, complaints, url -> false);
        go("/sign-in");
        page.fill("#login", login);
        page.fill("#password", RunningTeam.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    private void go(String path) {
        page.navigate(team.server().address().resolve(path).toString());
    }

    private void map(String below) {
        go(workspace + "/sector" + below);
    }

    private void check(String what) {
        Chromium.check(page, what);
    }

    /** By keyboard alone, as somebody who copies a list would: name, what it is, and the field for the next name waits. */
    private void addActor(String name, String type) {
        page.locator("#actor-name").fill(name);
        page.keyboard().press("Tab");
        page.locator("#actor-what").selectOption(type);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForSelector("text=Added: " + name);
        page.waitForFunction("document.activeElement.id === 'actor-name'");
    }

    private Locator box(String name) {
        return page.locator("#diagram a[data-item]", new Page.LocatorOptions().setHasText(name));
    }

    private void drag(String from, String to) {
        box(from).scrollIntoViewIfNeeded();
        BoundingBox one = box(from).boundingBox();
        BoundingBox other = box(to).boundingBox();
        page.mouse().move(one.x + one.width / 2, one.y + one.height / 2);
        page.mouse().down();
        page.mouse().move(one.x + one.width / 2 + 20, one.y + one.height / 2 + 20);
        page.mouse().move(other.x + other.width / 2, other.y + other.height / 2);
        page.mouse().up();
    }

    private void saved(Runnable change) {
        change.run();
        page.waitForSelector("[data-state=saved]");
    }

    @Test
    void two_people_and_a_map() {
        signIn("ana", ColorScheme.LIGHT, 1280);
        go("/workspaces");
        page.fill("#name", "Zubara");
        page.fill("#countries", "XZU");
        page.click("text=Make the workspace");
        page.waitForURL(address -> address.matches(".*/workspaces/[0-9a-f-]{36}"));
        workspace = page.url().replaceFirst(".*(/workspaces/)", "$1");
        page.click(".rail >> text=Security sector");
        soon(
                page,
                () -> assertThat(page.locator("#sector-view .lead").textContent())
                        .contains("Nobody is on the map yet"));
        check("an empty map");

        addActor("River Guard", "border-guard");
        addActor("National Assembly", "parliament");
        addActor("Audit Chamber", "audit-office");
        check("a map with three actors");

        // A day is typed and sent by keyboard; the field keeps the cursor.
        map("");
        page.fill("#day", "2001-06-01");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.contains("on=2001-06-01"));
        page.waitForSelector("#on-shown >> text=1 June 2001");
        soon(page, () -> assertThat(page.evaluate("document.activeElement.id")).isEqualTo("day"));
        page.click(".tabs >> text=Outline");
        soon(page, () -> assertThat(page.url()).contains("on=2001-06-01"));

        // A tie drawn from box to box, with a source.
        map("");
        drag("National Assembly", "River Guard");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("tie-type");
        page.selectOption("#tie-type", "oversees");
        page.selectOption("#tie-basis", "law");
        page.fill("#tie-source", "Decree 1/02");
        page.keyboard().press("Enter");
        page.waitForSelector("text=Added: National Assembly oversees River Guard");

        // What is chosen opens beside the picture, which stays.
        page.locator("#diagram a[data-items]").first().click();
        page.waitForSelector("#drawer-content >> text=Decree 1/02");
        check("the drawer");
        soon(page, () -> assertThat(page.url()).contains("open="));
        page.reload();
        page.waitForSelector("#drawer-content >> text=Decree 1/02");
        page.click("#drawer-content >> text=Edit");

        // Its ends are exchanged in the drawer, and that is taken back.
        String tie = page.url();
        map("");
        page.locator("#diagram a[data-items]").first().click();
        page.click("#drawer-content >> text=Change its ends or its kind");
        page.selectOption("#drawer-content select[name=from]", new SelectOption().setLabel("River Guard"));
        page.selectOption("#drawer-content select[name=to]", new SelectOption().setLabel("National Assembly"));
        check("the ends of a tie in the drawer");
        page.click("#drawer-content >> text=Change the tie");
        page.waitForSelector("text=Changed: River Guard oversees National Assembly");
        page.keyboard().press("Control+z");
        page.waitForSelector("text=Changed: National Assembly oversees River Guard");
        page.navigate(tie);

        // In practice it is recorded as absent: a row added on the tie's own page.
        Locator practice = page.locator("fieldset.rows", new Page.LocatorOptions().setHasText("In practice"));
        practice.locator("summary").last().click();
        practice.locator("select[name='+inPractice.recorded']").selectOption("recorded-as-absent");
        practice.locator("[data-add]").last().click();
        page.waitForSelector("select[name='inPractice.0.recorded']");
        saved(() -> page.fill("input[name='inPractice.0.when.from']", "2019"));
        check("a tie's own page");

        // May it use force? Only then its oversight is asked about.
        map("/outline");
        page.click(".outline >> text=River Guard");
        saved(() -> page.selectOption("select[name='phases.0.powers.force']", "recorded"));
        check("an actor's own page");

        map("/oversight");
        assertThat(page.locator(".finding .says").allTextContents())
                .contains("By law National Assembly oversees River Guard; in practice this is recorded as absent.");
        page.click("text=Answer this finding");
        page.fill("textarea[name=because]", "a hearing took place in May");
        page.click("text=Record the answer >> visible=true");
        page.waitForSelector(".answer >> text=a hearing took place in May");
        soon(page, () -> assertThat(page.locator(".answer").textContent()).contains("Ana: We disagree"));
        check("oversight");
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = false)");
        page.click(".counts a");
        String group = page.url().replaceFirst(".*#", "");
        // A link opens what it leads to; the browser tells the page of it a moment later.
        page.waitForSelector("#" + group + "[open]");
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(page.locator("details[data-print]:not([open])").count())
                .as("paper shows all")
                .isZero();
        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator("details[data-print]:not([open])").count()).isPositive();

        // The state gets a name; a tie too many is taken back by key, where it was made.
        go(workspace + "/history");
        go(workspace);
        page.fill("input[name=name]", "As agreed");
        page.keyboard().press("Enter");
        page.waitForSelector("text=As agreed");
        map("?around=all");
        drag("Audit Chamber", "River Guard");
        page.selectOption("#tie-type", "audits");
        page.click("#tie-form button[type=submit]");
        page.waitForSelector("text=Added: Audit Chamber audits River Guard");
        page.evaluate("document.activeElement.blur()");
        page.keyboard().press("Control+z");
        page.locator("text=Added: Audit Chamber audits River Guard")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        soon(page, () -> assertThat(page.url()).contains("/sector?around=all"));
        assertThat(page.locator("#diagram").textContent()).doesNotContain("audits");
        addActorByKey();
        go(workspace + "/differences");
        page.selectOption("#before", new SelectOption().setLabel("As agreed"));
        page.click("#main button[type=submit]");
        page.waitForSelector(".differences >> text=Public Mediator");
        assertThat(page.locator(".differences").textContent()).doesNotContain("audits");
        check("what changed");

        restrict();
        everyViewHides();
    }

    private void addActorByKey() {
        page.keyboard().press("a");
        soon(page, () -> assertThat(page.evaluate("document.activeElement.id")).isEqualTo("actor-name"));
        addActor("Public Mediator", "ombuds");
    }

    /** The guard is meant for Ana alone from now on; Ben becomes a reader. */
    private void restrict() {
        map("/outline?around=all");
        page.click(".outline >> text=River Guard");
        page.click("summary >> text=Meant for");
        page.check("input[name=audience][value=named]");
        page.click("form[action$=sensitivity] button[type=submit]");
        page.waitForSelector(".lead >> text=Named");
        Workspace kept = team.workspaces().get(workspace.replaceFirst(".*/", ""));
        Item<Member> member = new Item<>(
                new ItemId(ben.value()),
                Member.KIND,
                Sensitivity.forMembers(),
                List.of(),
                new Member("Ben", Optional.empty(), "", Role.READER),
                Set.of());
        assertThat(kept.append(ana, new Edit.Put(member))).isInstanceOf(Outcome.Accepted.class);
    }

    private void everyViewHides() {
        hides(ColorScheme.LIGHT, 390);
        hides(ColorScheme.DARK, 1280);
    }

    private void hides(ColorScheme colours, int width) {
        signIn("ben", colours, width);
        for (String view : List.of(
                "/sector?around=all",
                "/sector/table?around=all",
                "/sector/matrix?around=all",
                "/sector/outline?around=all",
                "/sector/oversight",
                "/history",
                "/differences",
                "")) {
            go(workspace + view);
            String what = view + " " + colours + " " + width;
            assertThat(page.content()).as(what).doesNotContain("River Guard", "a hearing took place", "oversees River");
            Object over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) over).intValue()).as(what).isZero();
            check(what);
        }
    }
}
