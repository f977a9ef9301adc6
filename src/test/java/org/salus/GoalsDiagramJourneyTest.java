package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A results chain is drawn in a real browser: by keyboard from the first goal to support, by mouse from box to box, with steps taken back, quick steps, a
 * connection that goes, and without scripts.
 */
@Tag("slow")
class GoalsDiagramJourneyTest {
    private static final int QUICK = 30;

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private BrowserContext context;
    private Page page;
    private String picture = "";

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        context = browser.open(ColorScheme.LIGHT, 1280);
        page = context.newPage();
        page.setDefaultTimeout(8_000);
        Chromium.listen(page, complaints, url -> url.contains("/diagram"));
        Chromium.signIn(page, team.server().address(), "ana");
        page.navigate(team.server().address().resolve("/workspaces").toString());
        page.fill("#name", "Zubara");
        page.fill("#countries", "XZU");
        page.keyboard().press("Enter");
        page.waitForURL(address -> address.matches(".*/workspaces/[0-9a-f-]{36}"));
        page.click(".rail >> text=Goals");
        page.fill("#chain-title", "First draft");
        page.keyboard().press("Enter");
        page.waitForSelector("text=Nothing is planned here yet");
        page.click(".tabs >> text=Diagram");
        picture = page.url();
        page.fill("#first-goal", "Markets are reached without paying");
        page.keyboard().press("Enter");
        page.waitForSelector("#diagram a[data-item]");
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

    private Locator boxes() {
        return page.locator("#diagram a[data-item]");
    }

    private Locator box(String title) {
        return page.locator("#diagram a[data-item]", new Page.LocatorOptions().setHasText(title));
    }

    private Locator lines() {
        return page.locator("#diagram a[data-from]");
    }

    private void saved(int boxes, int lines) {
        page.waitForFunction(
                "([boxes, lines]) => document.querySelectorAll('#diagram a[data-item]').length === boxes"
                        + " && document.querySelectorAll('#diagram a[data-from]').length === lines",
                List.of(boxes, lines));
    }

    private void add(String key, String title) {
        page.keyboard().press(key);
        page.keyboard().type(title);
        page.keyboard().press("Enter");
    }

    private String chosen() {
        return page.locator("#chosen-title").textContent();
    }

    private List<String> lane(String level) {
        return page.locator("#diagram a[data-level=" + level + "]").all().stream()
                .sorted(java.util.Comparator.comparingDouble(one -> one.boundingBox().y))
                .map(one -> one.getAttribute("aria-label").replaceFirst(",.*", ""))
                .toList();
    }

    /** A goal, two objectives and one result, by keys. */
    private void drawn() {
        boxes().first().focus();
        add("l", "Pay arrives in full");
        saved(2, 1);
        page.keyboard().press("ArrowRight");
        add("l", "Complaints are heard");
        saved(3, 2);
        box("Pay arrives").click();
        add("l", "Pay is checked against posts");
        saved(4, 3);
    }

    @Test
    void an_assumption_is_added_by_a_key_and_is_a_box_that_opens() {
        drawn();
        add("a", "The treasury pays on time");
        page.waitForFunction("() => document.querySelector('#chain-state').textContent === 'Saved.'");
        assertThat(chosen()).startsWith("Pay is checked");
        page.check("input[name=assumptions]");
        page.waitForURL(address -> address.contains("assumptions=shown"));
        Locator trust = page.locator("#diagram a[data-items][aria-label^='The treasury pays on time']");
        trust.waitFor();
        saved(4, 3);
        Chromium.check(page, "assumptions as boxes");

        trust.focus();
        page.keyboard().press("Enter");
        page.waitForSelector("#drawer textarea[name=title]");
        page.fill("#drawer textarea[name=title]", "The treasury pays by the tenth");
        page.keyboard().press("Tab");
        page.waitForSelector("#drawer [data-state=saved]");
        page.waitForSelector("#diagram a[aria-label^='The treasury pays by the tenth']");
        page.click("#drawer form[action$='/removals'] button");
        page.waitForFunction("() => !document.querySelector('#diagram a[data-items]:not([data-from])')");
        saved(4, 3);
    }

    @Test
    void by_keyboard_alone() {
        drawn();
        assertThat(chosen()).startsWith("Pay is checked");
        page.keyboard().press("ArrowRight");
        assertThat(chosen()).startsWith("Pay arrives");
        page.keyboard().press("ArrowRight");
        assertThat(chosen()).startsWith("Markets");
        page.keyboard().press("ArrowRight");
        soon(page, () -> assertThat(page.locator("#chain-state").textContent()).contains("no box on that side"));

        // Among siblings, and back by a step taken back.
        box("Complaints").click();
        assertThat(lane("objective")).containsExactly("Pay arrives in full", "Complaints are heard");
        page.keyboard().press("Alt+ArrowUp");
        page.waitForFunction("() => document.querySelector('#chain-state').textContent === 'Saved.'");
        assertThat(lane("objective")).containsExactly("Complaints are heard", "Pay arrives in full");
        page.keyboard().press("Alt+ArrowUp");
        page.waitForSelector("#chain-state.error >> text=first of its siblings");
        page.keyboard().press("Control+z");
        page.waitForURL(address -> address.contains("at="));
        page.waitForFunction("() => document.querySelector('#chain-state').textContent === ''");
        assertThat(lane("objective")).containsExactly("Pay arrives in full", "Complaints are heard");

        // Linked from here to there; a circle is refused where it happens.
        box("Pay is checked").focus();
        page.keyboard().press("k");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        saved(4, 4);

        // Opened beside the picture; what is typed saves itself and is drawn.
        box("Complaints").focus();
        page.keyboard().press("Enter");
        page.waitForSelector("#drawer textarea[name=title]");
        Chromium.check(page, "a box in the drawer");
        page.fill("#drawer textarea[name=title]", "Every complaint is heard");
        page.keyboard().press("Tab");
        page.waitForSelector("#drawer [data-state=saved]");
        page.waitForSelector("#diagram a[aria-label^='Every complaint']");
        page.keyboard().press("Escape");
        soon(
                page,
                () -> assertThat(page.evaluate("document.activeElement.getAttribute('aria-label')")
                                .toString())
                        .startsWith("Every complaint"));

        // Taken away with its links, in one step that is taken back in one.
        page.keyboard().press("Delete");
        saved(3, 2);
        page.keyboard().press("Control+z");
        saved(4, 4);

        // Folded: what leads to it alone is hidden, and the address says so.
        box("Pay arrives").focus();
        page.keyboard().press("c");
        page.waitForURL(address -> address.contains("folded="));
        saved(4, 4);
        page.locator("[data-does=fold]").click();
        page.waitForURL(address -> !address.contains("folded="));
        box("Markets").focus();
        page.keyboard().press("c");
        page.waitForURL(address -> address.contains("folded="));
        saved(1, 0);
        assertThat(box("Markets").getAttribute("aria-label")).contains("3 boxes folded");
        page.click("text=Unfold everything");
        saved(4, 4);
        box("Every complaint").focus();
        page.keyboard().press("f");
        page.waitForURL(address -> address.contains("around="));
        saved(3, 2);
    }

    @Test
    void by_mouse_and_in_other_views() {
        drawn();
        // Drawn from right to left, it is still read from left to right.
        drag("Complaints", "Pay is checked");
        saved(4, 4);
        drag("Complaints", "Pay is checked");
        page.waitForSelector("#chain-state.error >> text=linked so already");

        // A line opens when it is clicked, and is taken away there.
        lines().last().click();
        page.waitForSelector("#drawer select[name=type]");
        page.click("#drawer >> text=Remove this link");
        saved(4, 3);

        // A first click chooses, a second one opens.
        box("Markets").click();
        assertThat(page.locator("#drawer").isHidden()).isTrue();
        box("Markets").click();
        page.waitForSelector("#drawer textarea[name=title]");
        page.click("#drawer-close");

        page.selectOption("#group", "goal");
        page.waitForURL(address -> address.contains("group=goal"));
        page.waitForSelector("h2.band >> text=Markets are reached");
        assertThat(boxes().count()).isEqualTo(4);
        page.selectOption("#overlay", "status");
        page.waitForURL(address -> address.contains("overlay=status"));
        page.waitForFunction("() => document.querySelector('#diagram a[data-level=goal]')"
                + ".getAttribute('aria-label').includes('no indicator')");
        Chromium.check(page, "a grouped picture with indicators");
        box("Markets").click();
        page.click("#add-left summary");
        page.fill("#left-title", "Road blocks are counted");
        page.keyboard().press("Enter");
        page.waitForSelector("#diagram a[aria-label^='Road blocks']");
        soon(page, () -> assertThat(page.url()).contains("group=goal").contains("overlay=status"));
        page.click("text=The same as a tree");
        soon(page, () -> assertThat(page.locator("tbody tr").count()).isEqualTo(5));
    }

    private void drag(String from, String to) {
        box(from).scrollIntoViewIfNeeded();
        BoundingBox one = box(from).boundingBox();
        BoundingBox other = box(to).boundingBox();
        page.mouse().move(one.x + one.width / 2, one.y + one.height / 2);
        page.mouse().down();
        page.mouse().move(one.x + one.width / 2 - 20, one.y + one.height / 2 + 5);
        page.mouse().move(other.x + other.width / 2, other.y + other.height / 2);
        page.mouse().up();
    }

    /** Faster than answers come: nothing waits for a picture that is not drawn yet, and nothing is lost or done twice. */
    @Test
    void thirty_quick_edits_are_thirty_boxes() {
        boxes().first().focus();
        for (int i = 0; i < QUICK; i++) {
            // At once, as by one hand: an answer may come at any moment, and between two steps of a test as well.
            page.evaluate("() => { const goal = document.querySelector('#diagram a[data-level=goal]'); goal.focus();"
                    + " goal.dispatchEvent(new KeyboardEvent('keydown', {key: 'l', bubbles: true})); }");
            page.keyboard().type("Quick " + i);
            page.keyboard().press("Enter");
        }
        saved(QUICK + 1, QUICK);
        List<String> titles = lane("objective");
        for (int i = 0; i < QUICK; i++) {
            assertThat(titles).containsOnlyOnce("Quick " + i);
        }
    }

    /** What is done without a connection waits, is said to wait, and arrives once. */
    @Test
    void a_lost_connection_loses_nothing() {
        boxes().first().focus();
        context.setOffline(true);
        add("l", "Written in a tunnel");
        page.waitForSelector("#chain-state.error >> text=Written in a tunnel");
        page.waitForFunction("() => document.activeElement.hasAttribute('data-item')");
        add("l", "And another");
        context.setOffline(false);
        saved(3, 2);
        assertThat(box("Written in a tunnel").count()).isEqualTo(1);
        page.waitForFunction("() => document.querySelector('#chain-state').textContent === 'Saved.'");
    }

    /** Links and forms do all of it. */
    @Test
    void without_scripts() {
        BrowserContext bare = browser.withoutScripts(context);
        page = bare.newPage();
        page.navigate(picture);
        box("Markets").click();
        page.click("#add-left summary");
        page.fill("#left-title", "Pay arrives in full");
        page.click("#add-left-form button");
        PlaywrightAssertions.assertThat(boxes()).hasCount(2);
        PlaywrightAssertions.assertThat(page.locator("#chosen-title")).containsText("Pay arrives");
        box("Markets").click();
        page.click("#add-left summary");
        page.fill("#left-title", "Complaints are heard");
        page.click("#add-left-form button");
        PlaywrightAssertions.assertThat(boxes()).hasCount(3);
        page.click("#move-up button");
        page.waitForCondition(() -> lane("objective").equals(List.of("Complaints are heard", "Pay arrives in full")));
        page.click("#add-link summary");
        page.selectOption("#link-to", new SelectOption().setLabel("Objective: Pay arrives in full"));
        page.click("#link-form button");
        PlaywrightAssertions.assertThat(lines()).hasCount(3);
        page.click("#remove-box button");
        PlaywrightAssertions.assertThat(boxes()).hasCount(2);
        page.click("[data-does=fold]");
        page.waitForURL(address -> address.contains("folded="));
        bare.close();
    }
}
