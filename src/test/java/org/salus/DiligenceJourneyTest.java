package org.salus;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
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

/** A case of due diligence in a real browser, from its beginning to a suspension, while somebody else learns nothing of it. */
@Tag("slow")
class DiligenceJourneyTest {
    @TempDir
    private Path folder;

    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Page> pages = new HashMap<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private RunningTeam team;
    private Chromium browser;
    private String diligence = "";
    private String unit = "";

    @BeforeEach
    void start() throws Exception {
        browser = Chromium.start();
        team = RunningTeam.start(folder, "requests-per-minute = 1000000");
        AccountId administrator = team.administrator("admin", "Admin");
        AccountId ana = team.account(administrator, "ana", "Ana");
        AccountId ben = team.account(administrator, "ben", "Ben");
        Workspace workspace = team.workspaces()
                .found(
                        new Charter("Zubara", List.of("XZU"), "", "", Optional.empty()),
                        ana,
                        "Ana",
                        Optional.empty(),
                        "");
        put(
                workspace,
                ana,
                new Item<>(
                        new ItemId(ben.value()),
                        Member.KIND,
                        Sensitivity.forMembers(),
                        List.of(),
                        new Member("Ben", Optional.empty(), "", Role.CONTRIBUTOR),
                        Set.of()));
        Item<Actor> guard = Item.fresh(
                Actor.KIND,
                Actor.of(new Phase(
                        DateSpan.OPEN,
                        List.of(Name.of("River Guard")),
                        ActorType.POLICE.usualClass(),
                        Optional.of(ActorType.POLICE),
                        Optional.empty(),
                        Map.of())));
        put(workspace, ana, guard);
        unit = "/workspaces/" + workspace.id() + "/items/" + guard.id();
        diligence = "/workspaces/" + workspace.id() + "/diligence";
    }

    private static void put(Workspace workspace, AccountId ana, Item<?> item) {
        assertThat(workspace.append(ana, new Edit.Put(item))).isInstanceOf(Outcome.Accepted.class);
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
            Chromium.listen(page, complaints, url -> url.endsWith("/steps"));
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

    private static String day(int days) {
        return LocalDate.now(Clock.systemUTC()).plusDays(days).toString();
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)");
    }

    /** Writes a step down, with what it needs beside an office and reasons. */
    private static void step(Page page, String kind, int days, Runnable more) {
        unfold(page);
        page.check("input[name=kind][value=" + kind + "]");
        page.fill("#date", day(days));
        page.fill("#office", "Directorate");
        page.fill("#because", "As the minutes say");
        more.run();
        page.click("form[action$='/steps'] button[type=submit]");
        page.waitForLoadState();
    }

    private static void fact(Page page, String topic) {
        unfold(page);
        page.selectOption("#topic", topic);
        page.check("input[name=recorded][value=recorded-as-absent]");
        page.fill("#text", "No report names the guard");
        page.fill("#source", "Reports of last year");
        page.fill("#learned", day(-95));
        page.click("form[action$='/facts'] button[type=submit]");
        page.waitForLoadState();
    }

    @Test
    void from_its_beginning_to_a_suspension() {
        Page page = go("ana", diligence);
        Chromium.check(page, "no case yet");
        unfold(page);
        page.selectOption("#recipient", unit.replaceFirst(".*/", ""));
        page.fill("#given", "Boats");
        page.check("input[name=regimes][value=us-leahy]");
        page.check("input[name=keep][value=me]");
        page.click("form[action$='/diligence/cases'] button[type=submit]");
        page.waitForURL(address -> address.contains("/diligence/cases/"));
        Chromium.check(page, "a case that was begun");

        // Scope is found on answers.
        step(page, "in-scope", -100, () -> {});
        page.waitForSelector("text=answer each of their questions first");
        page = go("ana", page.url().replaceFirst("/steps$", ""));
        page.check("input[name=answer-security-force][value=yes]");
        page.check("input[name=answer-us-foreign-aid][value=yes]");
        page.check("input[name=answer-us-defence][value=no]");
        page.click("form[action$='/answers'] button[type=submit]");
        page.waitForSelector("#readings >> text=applies");
        step(page, "in-scope", -100, () -> {});
        for (String topic : List.of("grave-violations", "command", "accountability")) {
            fact(page, topic);
        }
        Page at = page;
        step(page, "assessed", -90, () -> at.check("input[name=level][value=low]"));
        step(page, "decided", -80, () -> {
            at.check("input[name=decision][value=go]");
            at.fill("#from", day(-80));
            at.fill("#review-by", day(100));
            at.fill("#until", day(200));
        });
        page.waitForSelector(".lead >> text=in force");
        Chromium.check(page, "a decision in force");

        step(page, "suspended", 0, () -> {});
        page.waitForSelector(".note >> text=is suspended since");
        Chromium.check(page, "a suspension");
        assertThat(go("ana", unit).textContent("main")).contains("without a valid decision");
        assertThat(go("ana", diligence).textContent("main")).contains("is suspended since", "River Guard");
        Chromium.check(as("ana"), "what is found");

        assertThat(go("ben", unit).textContent("main")).doesNotContain("without a valid decision");
        assertThat(go("ben", diligence).textContent("main"))
                .contains("You read no case")
                .doesNotContain("Boats");
    }
}
