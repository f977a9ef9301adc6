package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.goals.Objective;
import org.salus.goals.ResultsChain;
import org.salus.ledger.AccountId;
import org.salus.ledger.Charter;
import org.salus.ledger.Edit;
import org.salus.ledger.Item;
import org.salus.ledger.Outcome;
import org.salus.ledger.Workspace;

/** A claim in a real browser: evidence lets it rise, evidence against lets it fall, and that is what the review of the year says in Word. */
@Tag("slow")
class ReviewJourneyTest {
    private static final String CLAIM = "Legal advice led to the circular";

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
        AccountId ana = team.account(team.administrator("admin", "Admin"), "ana", "Ana");
        Workspace founded = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        Item<ResultsChain> plan = Item.fresh(ResultsChain.KIND, ResultsChain.of("A plan"));
        for (Item<?> item :
                List.of(plan, Item.fresh(Objective.KIND, Objective.of(plan.id(), "Visitors see police cells")))) {
            assertThat(founded.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
        }
        workspace = "/workspaces/" + founded.id();
        context = browser.open(ColorScheme.LIGHT, 1280);
        page = context.newPage();
        page.setDefaultTimeout(10_000);
        Chromium.listen(page, complaints, url -> false);
        go("/sign-in");
        page.fill("#login", "ana");
        page.fill("#password", RunningTeam.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
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

    private void go(String path) {
        page.navigate(team.server().address().resolve(path).toString());
    }

    private void unfold() {
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)");
    }

    private void found(String of, String text, String test, String result) {
        unfold();
        page.selectOption("#alternative", of);
        page.fill("#text", text);
        page.selectOption("#test", test);
        page.selectOption("#result", result);
        page.fill("#source", "Source of " + text);
        page.click("form[action$='/evidence'] button[type=submit]");
        page.waitForSelector("main >> text=Source of " + text);
    }

    private String strength() {
        return page.textContent("#strength");
    }

    @Test
    void evidence_against_lets_a_claim_fall_and_the_review_says_so() throws IOException {
        go(workspace + "/contribution");
        Chromium.check(page, "no claim yet");
        unfold();
        page.fill("#title", CLAIM);
        page.fill("#contributor", "Legal advice");
        page.fill("#changed", "2025-11-03");
        page.click("form[action$='/contribution/claims'] button[type=submit]");
        page.waitForURL(address -> address.contains("/contribution/claims/"));
        assertThat(strength()).contains("not enough information");

        found("", "The circular repeats the draft", "smoking-gun", "passed");
        assertThat(strength()).as("nobody has named another explanation").contains("plausible");
        unfold();
        page.fill("#rival", "A strike made the ministry act");
        page.click("form[action$='/alternatives'] button[type=submit]");
        page.waitForSelector("#alternatives >> text=A strike made the ministry act");
        String rival = page.getAttribute("#alternative option:nth-child(2)", "value");
        found(rival, "The strike came first", "hoop", "failed");
        assertThat(strength()).contains("well supported");
        Chromium.check(page, "a claim that is well supported");

        found("", "The draft is older than the circular", "hoop", "failed");
        assertThat(strength()).contains("one of both is wrong");
        page.setViewportSize(390, 800);
        Chromium.check(page, "a claim that fell, on a telephone");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        page.setViewportSize(1280, 900);

        go(workspace + "/review?from=2025&until=2025");
        Chromium.check(page, "the review of a year");
        assertThat(page.textContent("main"))
                .contains(CLAIM, "disputed by its own evidence", "No outcome is dated in 2025.");
        Download word = page.waitForDownload(() -> page.click("a[href*='review.docx']"));
        Path file = folder.resolve("review.docx");
        word.saveAs(file);
        try (ZipFile docx = new ZipFile(file.toFile())) {
            String text = new String(
                    docx.getInputStream(docx.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(CLAIM, "disputed by its own evidence");
        }
    }
}
