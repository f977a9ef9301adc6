package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.goals.Goal;
import org.salus.goals.Link;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Reason;
import org.salus.ledger.Workspace;
import org.salus.planning.PlanList;
import org.salus.planning.TypedPlan;

/** A schedule in a real browser: no plan is possible, the conflict is explained, a way out is tried and then taken, plans are compared, a step is fixed by hand, and the plan is taken along. */
@Tag("slow")
class ScheduleJourneyTest {
    private static final String LAW = "A police law";
    private static final String TRAINING = "Officers trained in the law";

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private final Item<ResultsChain> chain = Item.fresh(ResultsChain.KIND, ResultsChain.of("A plan"));
    private final Item<Goal> goal = Item.fresh(Goal.KIND, Goal.of(chain.id(), "People travel freely"));
    private RunningTeam team;
    private Chromium browser;
    private BrowserContext context;
    private Page page;
    private AccountId ana;
    private Workspace workspace;

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        ana = team.account(administrator, "ana", "Ana");
        workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "SSR", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(chain);
        put(goal);
        objective(LAW);
        objective(TRAINING);
        say(PlanList.FRAME, Map.of("from", "2027-01", "until", "2030-12", "currency", "USD"));
        say(PlanList.STEPS, Map.of("step", LAW, "months", "12", "type", "law"));
        say(
                PlanList.STEPS,
                Map.of("step", TRAINING, "months", "6", "type", "training", "must", "yes", "latest", "2028-03"));
        say(PlanList.ORDERS, Map.of("before", LAW, "after", TRAINING, "precondition", "law-before-training"));
        context = browser.open(ColorScheme.LIGHT, 1280);
        page = context.newPage();
        page.setDefaultTimeout(20_000);
        Chromium.listen(page, complaints, url -> false);
        Chromium.signIn(page, team.server().address(), "ana");
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            if (context != null) {
                context.close();
            }
            browser.close();
            team.close();
            assertThat(complaints).isEmpty();
        }
    }

    private void put(Item<?> item) {
        assertThat(workspace.append(ana, List.of(new Edit.Put(item)), Reason.EDIT))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private void objective(String title) {
        Item<Objective> objective = Item.fresh(Objective.KIND, Objective.of(chain.id(), title));
        put(objective);
        put(Item.fresh(Link.KIND, Link.of(chain.id(), objective.id(), goal.id())));
    }

    private void say(PlanList list, Map<String, String> words) {
        put(new TypedPlan(list, words).item(workspace.view(ana)));
    }

    private void open(String below) {
        page.navigate(team.server()
                .address()
                .resolve("/workspaces/" + workspace.id() + "/schedule" + below)
                .toString());
        found();
    }

    /** Waits for the search behind the page. */
    private void found() {
        page.waitForSelector("#plan:not(:has(progress)) > .lead");
    }

    /** Pulls the bar of a step so many days to the right, with a mouse, and lets it go. */
    private void pull(String step, int days) {
        Locator bar = page.locator("svg.timeline a.tl-bar[aria-label^='" + step + "']");
        bar.scrollIntoViewIfNeeded();
        BoundingBox box = bar.locator("rect.dg-box").boundingBox();
        double perDay = ((Number) bar.evaluate(
                        "one => one.ownerSVGElement.getScreenCTM().a * one.ownerSVGElement.getAttribute('data-day')"))
                .doubleValue();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + days * perDay, y, new Mouse.MoveOptions().setSteps(8));
        assertThat(page.innerText("#move-says")).contains(step, "1 April 2027");
        page.waitForNavigation(() -> page.mouse().up());
    }

    private String plan() {
        return page.innerText("#plan");
    }

    @Test
    void infeasible_explained_tried_fixed_compared_locked_and_taken_along() throws Exception {
        open("");
        assertThat(plan())
                .contains(
                        "these 3 demands cannot be met together",
                        "“" + TRAINING + "” may not be left out.",
                        "is over by March 2028",
                        "waits for “" + LAW + "”, which takes 12 months");
        Chromium.check(page, "a conflict");

        // A way out is tried, and nothing is kept of it.
        page.click("#plan .conflict li:has-text('over by March 2028') a:has-text('Try without it')");
        found();
        assertThat(plan()).contains("2 steps are planned, from January 2027 to June 2028.", "Tried, and not kept");
        page.click("#tried ~ ul a:has-text('Take back')");
        found();
        assertThat(plan()).contains("cannot be met together");

        // The same by a change of one's own: its form is unfolded by the keyboard.
        page.focus("#what-if > summary");
        page.keyboard().press("Enter");
        page.selectOption("#what", "latest");
        page.selectOption("#of", new SelectOption().setLabel(TRAINING));
        page.fill("#value", "2028-12");
        page.click("#what-if-form button[type=submit]");
        found();
        assertThat(plan()).contains("2 steps are planned, from January 2027 to June 2028.", "Tried, and not kept");
        page.click("#tried ~ ul a:has-text('Take back')");
        found();

        // It is taken where the step says it.
        page.click("#plan .conflict li:has-text('over by March 2028') a:has-text('Change it')");
        page.waitForURL(address -> address.contains("/items/"));
        soon(page, () -> assertThat(page.innerText("main")).contains("Over by"));
        say(PlanList.STEPS, Map.of("step", TRAINING, "latest", "2028-12"));
        open("");
        assertThat(plan()).contains("2 steps are planned, from January 2027 to June 2028.");
        Chromium.check(page, "a plan");

        page.fill("#agree-title", "First agreed plan");
        page.click("#agree button[type=submit]");
        page.waitForLoadState();
        found();
        soon(page, () -> assertThat(page.innerText("main")).contains("First agreed plan"));

        // Its bar is pulled to April and is fixed there, and what waits for it is moved, too.
        pull(LAW, 90);
        found();
        assertThat(plan()).contains("2 steps are moved", "The end goes from June 2028 to September 2028.");

        // Three other plans stand beside it.
        page.click("#plan a:has-text('along time, money and risk')");
        found();
        soon(
                page,
                () -> assertThat(page.innerText("#others"))
                        .contains("an early end of everything", "time to spare between steps"));
        Chromium.check(page, "other plans");

        Download taken = page.waitForDownload(() -> page.click("a[href*='/schedule/steps.csv']"));
        assertThat(Files.readString(taken.path())).contains("first_month", "2027-04", TRAINING);
        Download project = page.waitForDownload(() -> page.click("a[href*='/schedule/roadmap.xml']"));
        assertThat(Files.readString(project.path())).contains("schemas.microsoft.com/project", "2027-04-01", LAW);
        page.setViewportSize(390, 900);
        // Charts are drawn anew for another width, a moment after it changed.
        page.waitForFunction("() => document.documentElement.scrollWidth <= 390");
    }
}
