package org.salus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The browser that is installed here, as tests start it. Where none is, they are skipped and say so. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(chromium != null, "no Chromium is installed: pages are not tried in a browser");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(switches())));
    }

    /** On a closed network a browser that looks for news of itself waits for answers that never come; and nobody sees what a graphics card would draw. */
    private static List<String> switches() {
        List<String> switches = new ArrayList<>(List.of(
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--disable-quic",
                "--disable-gpu"));
        if (System.getProperty("user.name").equals("root")) {
            switches.add("--no-sandbox");
        }
        return switches;
    }

    /** A browser of somebody of their own: it shares no cookies with others. */
    BrowserContext open(ColorScheme colours, int width) {
        return browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(colours)
                .setViewportSize(width, 900)
                .setAcceptDownloads(true));
    }

    /** Comes in by a one-time link and waits until it has led on: the page behind it goes to the first page by itself. */
    static void enter(Page page, URI link) {
        page.navigate(link.toString());
        page.waitForURL(link.resolve("/").toString());
    }

    /** A browser in which pages run no scripts, signed in as another one is. */
    BrowserContext withoutScripts(BrowserContext other) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setStorageState(other.storageState())
                // Whatever is clicked is on it: after a page was scrolled, none is drawn that a click could wait for.
                .setViewportSize(1280, 1800));
    }

    /** Signs in on a team's server, as somebody does with name and password. */
    static void signIn(Page page, URI server, String login) {
        page.navigate(server.resolve("/sign-in").toString());
        page.fill("#login", login);
        page.fill("#password", RunningTeam.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/sign-in"));
    }

    /** Collects what the browser complains of on a page: errors of scripts, and what breaks the page's own security policy. */
    static void listen(Page page, List<String> complaints, Predicate<String> isExpectedAt) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpectedAt.test(page.url())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    /** That everybody can use the page as it stands. */
    static void check(Page page, String what) {
        check(axe(page), what);
    }

    /** That everybody can use the page in these colours and at this width: what it is made of was looked at in others. */
    static void checkLook(Page page, String what) {
        check(
                axe(page)
                        .withRules(List.of(
                                "color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")),
                what);
    }

    private static AxeBuilder axe(Page page) {
        AxeRunOptions options = new AxeRunOptions();
        // What is right need not be told in full.
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options);
    }

    private static void check(AxeBuilder axe, String what) {
        List<String> serious = axe.analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Chromium::words)
                .toList();
        assertThat(serious).as(what).isEmpty();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .limit(4)
                        .map(node -> node.getHtml() + " "
                                + node.getAny().stream()
                                        .map(check -> String.valueOf(check.getMessage()))
                                        .toList())
                        .toList();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
