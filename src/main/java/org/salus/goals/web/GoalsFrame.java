package org.salus.goals.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.goals.Chain;
import org.salus.goals.ChainTables;
import org.salus.goals.GoalsAnswers;
import org.salus.goals.HolesAnswer;
import org.salus.goals.Logframe;
import org.salus.goals.LogframePrint;
import org.salus.goals.MeasuredChain;
import org.salus.goals.ResultsChain;
import org.salus.ledger.Item;
import org.salus.ledger.ItemId;
import org.salus.ledger.ItemJson;
import org.salus.ledger.Role;
import org.salus.people.SignedIn;
import org.salus.workspace.Contribution;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.security.web.csrf.CsrfToken;

/** What all views of a chain share: the workspace, the alternative, its holes, and where the views are. */
final class GoalsFrame {
    private final WorkspaceWeb web;

    GoalsFrame(WorkspaceWeb web) {
        this.web = web;
    }

    Opened open(String id, SignedIn reader, Wording wording) {
        return web.open(id, reader, wording);
    }

    /** What other rooms tell beside something of a results chain, to whoever reads. */
    List<Contribution.Beside> besides(Seen seen, ItemId item) {
        return web.besides(seen.opened(), item);
    }

    /** A view of the chain. */
    record Tab(String text, String href, boolean isHere) {}

    /** An alternative as one reader sees it on one page. */
    record Seen(
            Layout layout,
            Opened opened,
            GoalsAnswers answers,
            Item<ResultsChain> alternative,
            Chain chain,
            HolesAnswer holes,
            Set<String> answered,
            Address here,
            CsrfToken token) {
        Wording wording() {
            return opened.wording();
        }

        String title() {
            return alternative.value().title();
        }

        String path(String below) {
            return pathOf(opened, alternative.id()) + (below.isEmpty() ? "" : "/" + below);
        }

        boolean mayWrite() {
            return opened.mayWrite(Role.CONTRIBUTOR);
        }

        /** How many items of this alternative have several versions, of which one is shown. */
        int inConflict() {
            String own = chain.id().toString();
            return (int) opened.view().conflicts().keySet().stream()
                    .flatMap(id -> opened.view().find(id).stream())
                    .filter(item -> item.id().equals(chain.id())
                            || ItemJson.value(item).path("chain").asString("").equals(own))
                    .count();
        }

        /**
         * This, for whoever may write here.
         *
         * @throws Failure for whoever may only read
         */
        Seen toWrite() {
            if (!mayWrite()) {
                throw Failure.refused(Sentence.of("goals.failure.reader"));
            }
            return this;
        }

        int open() {
            return holes.open(answered).size();
        }

        List<Tab> tabs() {
            return Stream.of("backwards", "", "diagram", "logframe", "matrix", "measurements", "holes", "compare")
                    .map(view -> new Tab(
                            view.equals("holes")
                                    ? wording().say("goals.tab.holes", open())
                                    : wording().say("goals.tab." + (view.isEmpty() ? "tree" : view)),
                            path(view),
                            isAt(view)))
                    .toList();
        }

        /** Pages below a view belong to it, and the library is where measurements get their indicators from. */
        private boolean isAt(String view) {
            String at = here.path();
            return at.equals(path(view))
                    || (!view.isEmpty() && at.startsWith(path(view) + "/"))
                    || (view.equals("measurements") && at.startsWith(path("library")));
        }

        /** The same page with a chart, under the title of an indicator. */
        Seen charted(String heading) {
            return new Seen(
                    opened.layout(here, heading, token)
                            .under(wording().say("goals.place"), opened.path("goals"))
                            .under(title(), path(""))
                            .under(wording().say("goals.tab.measurements"), path("measurements"))
                            .withCharts(),
                    opened,
                    answers,
                    alternative,
                    chain,
                    holes,
                    answered,
                    here,
                    token);
        }

        /** Its indicators as they stand today. */
        MeasuredChain measured() {
            return MeasuredChain.of(opened.view(), chain, LocalDate.now(Clock.systemUTC()));
        }

        /** Where an element is looked at and edited. */
        String item(ItemId element) {
            return opened.path("items/" + element);
        }

        ChainTables tables() {
            return new ChainTables(title(), chain, holes, wording(), element -> Optional.of(URI.create(item(element))));
        }

        /** The logframe to read. */
        LogframePrint logframe() {
            return new LogframePrint(title(), Logframe.of(chain, opened.view()), wording());
        }

        ChainTables plainTables() {
            return new ChainTables(title(), chain, holes, wording(), element -> Optional.empty());
        }

        Function<ItemId, Optional<String>> links() {
            return element -> Optional.of(item(element));
        }

        /** What a file made from this answer is called. */
        String state() {
            return opened.state();
        }
    }

    static String pathOf(Opened opened, ItemId chain) {
        return opened.path("goals/" + chain);
    }

    /** @param title of the page, which names the alternative */
    Seen see(String id, String chain, String title, Wording wording, Address here, SignedIn reader, CsrfToken token) {
        Opened opened = open(id, reader, wording);
        GoalsAnswers answers = new GoalsAnswers(opened.view(), wording);
        Item<ResultsChain> alternative = answers.chain(chain);
        Chain model = answers.model(alternative);
        Layout layout = opened.layout(
                        here, wording.say(title, alternative.value().title()), token)
                .under(wording.say("goals.place"), opened.path("goals"));
        String own = pathOf(opened, alternative.id());
        return new Seen(
                here.path().equals(own)
                        ? layout
                        : layout.under(alternative.value().title(), own),
                opened,
                answers,
                alternative,
                model,
                answers.holes(model),
                answers.answered(model),
                here,
                token);
    }
}
