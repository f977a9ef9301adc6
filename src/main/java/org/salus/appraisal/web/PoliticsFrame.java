package org.salus.appraisal.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.salus.appraisal.PoliticsAnalysis;
import org.salus.appraisal.PoliticsAnswers;
import org.salus.appraisal.PoliticsForm;
import org.salus.appraisal.PoliticsList;
import org.salus.appraisal.PoliticsReading;
import org.salus.appraisal.PoliticsTables;
import org.salus.documents.Table;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.TableView;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;
import org.salus.ledger.ItemId;
import org.salus.people.SignedIn;
import org.salus.workspace.web.WorkspaceWeb;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of decisions and politics share: the workspace with the reader's private layers of it, and what this reader may read there. */
final class PoliticsFrame {
    /** Rows of a list of questions that stand open. */
    private static final int OPEN_ROWS = 15;

    private final WorkspaceWeb web;

    PoliticsFrame(WorkspaceWeb web) {
        this.web = web;
    }

    WorkspaceWeb web() {
        return web;
    }

    /** What one reader sees. */
    record Seen(Opened opened, PoliticsReading read) {
        PoliticsAnalysis analysis() {
            return PoliticsAnswers.analysis(read);
        }

        /**
         * A table of the page, without columns in which nobody said anything; files keep them.
         *
         * @throws Failure (not found) if there is no table of that name
         */
        TableView table(String name, Layout layout) {
            TableView view = TableView.of(
                            name,
                            tables(read, address -> Optional.of(URI.create(address)))
                                    .find(name)
                                    .orElseThrow(() -> unknown(name))
                                    .filled(),
                            layout)
                    .withFiles(Address.of(opened.path("politics/" + name)));
            return name.equals("to-ask") ? view.withFold(OPEN_ROWS) : view;
        }

        /**
         * The same to keep. Of the register it holds what all members may read, since files go from hand to hand.
         *
         * @throws Failure (not found) if there is no table of that name
         */
        Table file(String name) {
            return tables(PoliticsTables.FOR_FEW.contains(name) ? read : read.forHandingOn(), PoliticsTables.NO_LINKS)
                    .file(name)
                    .orElseThrow(() -> unknown(name));
        }

        private PoliticsTables tables(PoliticsReading what, PoliticsTables.Links links) {
            return new PoliticsTables(
                    what.book(), what.names(), PoliticsAnswers.analysis(what), opened.wording(), links);
        }

        private static Failure unknown(String name) {
            return Failure.notFound(
                    Sentence.of("appraisal.politics.failure.no-part", name, String.join(", ", PoliticsTables.NAMES)));
        }

        /** Forms for what can be noted. */
        List<PoliticsForm> forms(Optional<ItemId> chosen, boolean isCopy, PoliticsList... lists) {
            return Stream.of(lists)
                    .map(list -> PoliticsForm.of(list, opened.view(), read.shared(), read.names(), chosen, isCopy))
                    .toList();
        }
    }

    Seen see(String id, SignedIn reader, Wording wording) {
        Opened opened = web.open(id, reader, wording);
        return new Seen(
                opened,
                PoliticsReading.of(
                        opened.view(), web.workspaces(), web.faces(), wording, LocalDate.now(Clock.systemUTC())));
    }

    static ModelAndView page(String template, Object page) {
        return new ModelAndView("appraisal/web/" + template, Map.of("page", page));
    }

    /** The item that an address names, if it names one. */
    static Optional<ItemId> item(String text) {
        try {
            return Optional.of(ItemId.of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
