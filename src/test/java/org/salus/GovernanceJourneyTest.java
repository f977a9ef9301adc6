package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.salus.Soon.soon;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.salus.sector.Actor;
import org.salus.sector.ActorType;
import org.salus.sector.Name;
import org.salus.sector.Phase;

/**
 * A round of assessment in real browsers: it is opened, two assessors answer without reading each other, disagree, are reviewed and replied to; it is locked,
 * read as a matrix, and compared with the next one.
 */
@Tag("slow")
class GovernanceJourneyTest {
    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, AccountId> accounts = new HashMap<>();
    private final Map<String, Page> pages = new HashMap<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private String governance = "";

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        for (String name : List.of("eva", "ana", "ben")) {
            accounts.put(
                    name,
                    team.account(
                            administrator,
                            name,
                            name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1)));
        }
        AccountId eva = account("eva");
        Workspace workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "", Optional.empty()),
                        eva,
                        "Eva",
                        Optional.empty(),
                        "");
        for (String name : List.of("ana", "ben")) {
            put(
                    workspace,
                    new Item<>(
                            new ItemId(account(name).value()),
                            Member.KIND,
                            Sensitivity.forMembers(),
                            List.of(),
                            new Member(name, Optional.empty(), "", Role.CONTRIBUTOR),
                            Set.of()));
        }
        put(
                workspace,
                Item.fresh(
                        Actor.KIND,
                        Actor.of(new Phase(
                                DateSpan.OPEN,
                                List.of(Name.of("River Guard")),
                                ActorType.POLICE.usualClass(),
                                Optional.of(ActorType.POLICE),
                                Optional.empty(),
                                Map.of()))));
        governance = "/workspaces/" + workspace.id() + "/governance";
    }

    private AccountId account(String name) {
        return Objects.requireNonNull(accounts.get(name), name);
    }

    private void put(Workspace workspace, Item<?> item) {
        assertThat(workspace.append(account("eva"), new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
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

    private Page as(String name) {
        return pages.computeIfAbsent(name, login -> {
            BrowserContext context = browser.open(ColorScheme.LIGHT, 1280);
            contexts.add(context);
            Page page = context.newPage();
            page.setDefaultTimeout(10_000);
            // Being refused is part of the journey.
            Chromium.listen(page, complaints, url -> url.endsWith("/stage"));
            page.navigate(team.server().address().resolve("/sign-in").toString());
            page.fill("#login", login);
            page.fill("#password", RunningTeam.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(address -> !address.contains("/sign-in"));
            return page;
        });
    }

    private Page go(String name, String path) {
        Page page = as(name);
        page.navigate(team.server().address().resolve(path).toString());
        return page;
    }

    private String begun(String title, String from) {
        Page page = go("eva", governance);
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        page.fill("input[name=title]", title);
        page.check("input[name=which][value=core]");
        page.fill("[name=seats]", "A: Reform office\nB: Panel");
        page.fill("#from", from);
        page.check("input[name=institution]");
        page.click("form[action$='/rounds'] button[type=submit]");
        page.waitForURL(address -> address.contains("/rounds/"));
        return page.url().replaceFirst(".*(/workspaces/)", "$1");
    }

    /** An assessor takes a seat, lays out the answers and answers the first question. */
    private String answered(String name, String round, String seat, String level, String why) {
        Page page = go(name, round);
        page.click("table tbody th a");
        page.click(".jump >> text=" + seat + " ·");
        page.click("text=I answer for this assessor");
        page.waitForSelector("text=Begin: add");
        page.click("text=Begin: add");
        page.waitForSelector("select[name=response]");
        Chromium.check(page, "the questions of an assessor");
        Locator first = page.locator("section.finding").first();
        first.locator("select[name=response]").selectOption(new SelectOption().setValue(level));
        first.locator("[id$=response-state] [data-state=saved]").waitFor();
        first.locator("textarea[name=narrative]").fill(why);
        page.keyboard().press("Tab");
        first.locator("[id$=narrative-state] [data-state=saved]").waitFor();
        return first.locator("h2 span").textContent();
    }

    private Page staged(String round, String stage, String why) {
        Page page = go("eva", round);
        page.check("input[name=stage][value=" + stage + "]");
        page.fill("#stage-why", why);
        page.click("form[action$='/stage'] button");
        return page;
    }

    @Test
    void from_an_open_round_to_what_changed_until_the_next() {
        String first = begun("First round", "2024");
        Chromium.check(as("eva"), "a round that has begun");
        String question = answered("ana", first, "A", "1", "The decree says nothing of visits");
        answered("ben", first, "B", "4", "Visits are in the new law");

        // Neither reads the other, nor does anybody else, until the review.
        for (String name : List.of("ana", "ben", "eva")) {
            Page page = go(name, first + "/answers");
            assertThat(page.textContent("main")).contains("each reads their own answers only");
            assertThat(page.textContent("main").contains("The decree says nothing"))
                    .isEqualTo(name.equals("ana"));
            assertThat(page.textContent("main").contains("in the new law")).isEqualTo(name.equals("ben"));
        }
        Chromium.check(as("ana"), "answers while others answer, too");

        staged(first, "review", "");
        as("eva").waitForSelector("text=in review");
        Page page = go("ana", first + "/disagreement");
        assertThat(page.textContent("main")).contains(question).doesNotContain("own answers only");
        Chromium.check(page, "disagreement");
        page.click("table tbody a >> text=" + question);
        Page both = page;
        soon(
                both,
                () -> assertThat(both.textContent("main"))
                        .contains("The decree says nothing of visits", "in the new law"));
        Chromium.check(page, "one question");

        // Ana reviews Ben's answer.
        Locator bens = page.locator("article.finding", new Page.LocatorOptions().setHasText("in the new law"));
        bens.locator("summary").click();
        bens.locator("textarea").fill("Which article?");
        bens.locator("button[type=submit]").click();
        page.waitForSelector("blockquote >> text=Which article?");

        // The side of the institution replies.
        staged(first, "reply", "");
        as("eva").waitForSelector("text=right of reply");
        page = go("eva", page.url());
        page.click("#replies ~ details summary");
        page.fill("#reply-text", "Article 12 was never in force");
        page.fill("#reply-by", "Inspectorate of the Guard");
        page.click("form[action$='/replies'] button");
        page.waitForSelector("blockquote >> text=never in force");
        Chromium.check(page, "a reply");

        // Going back needs a reason, which stands in the history.
        page = staged(first, "review", "");
        page.waitForSelector("text=needs a reason");
        page = staged(first, "review", "Article 12 is looked up");
        page.waitForURL(address -> !address.endsWith("/stage"));
        page.click(".rail >> text=History");
        Page history = page;
        soon(history, () -> assertThat(history.textContent("main")).contains("Article 12 is looked up"));

        staged(first, "locked", "");
        page = go("ana", first);
        assertThat(page.textContent("main")).contains("locked").contains("2 answers");
        Chromium.check(page, "a matrix of a locked round");

        String second = begun("Second round", "2026");
        answered("ana", second, "A", "3", "The inspectorate published its visits");
        page = go("ana", second + "/change");
        assertThat(page.textContent("main")).contains(question);
        Chromium.check(page, "change between rounds");
        page = go("eva", governance);
        Chromium.check(page, "two rounds");
    }
}
