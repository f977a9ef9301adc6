package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Workspace;

/** A meeting in a real browser: it is prepared and held, its minutes become decisions and actions, and the next one shows what changed. */
@Tag("slow")
class AgendaJourneyTest {
    private static final int NARROW = 390;

    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private BrowserContext context;
    private Page page;
    private String workspace = "";

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        AccountId ana = team.account(administrator, "ana", "Ana");
        Workspace founded = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        workspace = "/workspaces/" + founded.id();
        open(1280);
    }

    private void open(int width) {
        if (context != null) {
            context.close();
        }
        context = browser.open(ColorScheme.LIGHT, width);
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        // Being refused is part of the journey.
        Chromium.listen(page, complaints, url -> url.endsWith("/minutes"));
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

    private void go(String below) {
        page.navigate(team.server().address().resolve(workspace + below).toString());
    }

    private static String day(int days) {
        return LocalDate.now(Clock.systemUTC()).plusDays(days).toString();
    }

    private void meeting(String title, String day, String points) {
        go("/meetings");
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)");
        page.fill("#meetings-title", title);
        page.fill("#meetings-day", day);
        page.fill("#meetings-offices", "Ministry of Justice\nEmbassy");
        page.fill("#meetings-points", points);
        page.click("#add-meetings button[type=submit]");
        page.waitForURL(address -> address.contains("/meetings/"));
    }

    @Test
    void from_the_agenda_to_what_came_of_it() {
        go("/agenda");
        Chromium.check(page, "an empty calendar");
        meeting("Committee", day(-20), "D: Extend the pilot · Embassy\nAny other business");
        Chromium.check(page, "a meeting that was prepared");
        assertThat(page.textContent("#to-decide + ul")).contains("Extend the pilot");

        // A line that means nothing is found before anything is written.
        String minutes = "Opened by the chair.\nD: The pilot is extended\nA: Embassy · pays · until " + day(-5);
        page.fill("#text", minutes + "\nA: nobody");
        page.click("button[formaction*='/minutes/preview']");
        page.waitForSelector("#preview >> text=something is wrong with one");
        Chromium.check(page, "minutes as they were understood");
        page.fill("#text", minutes);
        page.click("form[action$='/minutes'] button.btn-primary");
        page.waitForSelector("#came");
        soon(
                page,
                () -> assertThat(page.textContent("main"))
                        .contains("held", "The pilot is extended", "Opened by the chair."));
        Chromium.check(page, "a meeting that was held");

        // The action is overdue, and is done on its own page.
        go("/agenda");
        page.waitForSelector("#due >> text=overdue");
        page.click("#due >> text=pays");
        page.waitForURL(address -> address.contains("/items/"));
        page.selectOption("select[name=state]", "done");
        page.keyboard().press("Tab");
        page.waitForLoadState();
        page.waitForTimeout(500);

        meeting("Next committee", day(10), "What came of the last meeting");
        page.waitForSelector("#came-of >> text=done");
        page.click("text=What changed");
        soon(page, () -> assertThat(page.textContent("#changed ~ details")).contains("pays", "Next committee"));
        Chromium.check(page, "what came of a meeting");

        go("/agenda?view=month");
        Chromium.check(page, "a month");
        page.click("button:has-text('Make an address')");
        page.waitForSelector("#fresh-feed");
        Chromium.check(page, "an address of the calendar");

        open(NARROW);
        for (String below : List.of("/agenda", "/meetings", "/actions", "/requests", "/focal-points")) {
            go(below);
            Chromium.checkLook(page, below + " on a telephone");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(below)
                    .isTrue();
        }
    }
}
