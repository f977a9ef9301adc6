package org.salus.portal.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salus.frame.web.Address;
import org.salus.frame.web.Layout;
import org.salus.frame.web.Layouts;
import org.salus.frame.web.Pager;
import org.salus.frame.web.TableView;
import org.salus.framework.Wording;
import org.salus.people.SignedIn;
import org.salus.portal.Search;
import org.salus.portal.SearchAnswer;
import org.salus.portal.SearchGroup;
import org.salus.portal.SearchHit;
import org.salus.portal.SearchQuestion;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Search over everything the reader may read: a page, and the part of it that the dialog on every page shows while somebody types. */
@Controller
final class SearchPages {
    /** In the dialog, of each group: all groups together are seen without much scrolling. */
    private static final int IN_DIALOG = 4;

    private static final int OF_ONE_GROUP = 25;

    private final Search search;
    private final Layouts layouts;

    SearchPages(Search search, Layouts layouts) {
        this.search = search;
        this.layouts = layouts;
    }

    /** A group of what was found, with the address of all of it where more was found than is shown. */
    record Shown(String id, String label, List<SearchHit> hits, Optional<Layout.Link> all) {
        String title(SearchHit hit) {
            return TableView.linkText(hit.title());
        }
    }

    /**
     * What was found.
     *
     * @param answer in words
     * @param back to all groups, where only one is asked for
     */
    record Found(Wording wording, String typed, String answer, List<Shown> groups, Optional<Layout.Link> back) {}

    /** The page. */
    record FoundPage(Layout layout, Found found, Optional<Pager> pager) {}

    @GetMapping("/search")
    ModelAndView search(Wording wording, Address here, SignedIn reader) {
        here.knowing("q", "group", "page");
        String typed = here.choice("q").orElse("");
        Optional<SearchGroup> group = here.choice("group").map(SearchGroup::get);
        // A pager knows the page when it knows how many there are; the first answer tells that.
        SearchAnswer answer = group.isEmpty()
                ? asked(typed, group, 0, SearchQuestion.USUAL, reader, wording)
                : asked(typed, group, 0, OF_ONE_GROUP, reader, wording);
        Optional<Pager> pager = group.map(one -> new Pager(here, answer.total(), OF_ONE_GROUP, ""));
        SearchAnswer shown = pager.filter(one -> one.page() > 1)
                .map(one -> asked(typed, group, (one.page() - 1) * OF_ONE_GROUP, OF_ONE_GROUP, reader, wording))
                .orElse(answer);
        Layout layout =
                layouts.of(wording, here, wording.say("portal.search.title")).from(answer.snapshot());
        return new ModelAndView(
                "portal/web/search", Map.of("page", new FoundPage(layout, found(shown, "", wording), pager)));
    }

    /** What the dialog shows of what is found so far: a part of a page. */
    @GetMapping("/search/found")
    ModelAndView found(Wording wording, Address here, SignedIn reader) {
        here.knowing("q");
        return new ModelAndView(
                "portal/web/found",
                Map.of(
                        "found",
                        found(
                                asked(here.choice("q").orElse(""), Optional.empty(), 0, IN_DIALOG, reader, wording),
                                "finder-",
                                wording)));
    }

    private SearchAnswer asked(
            String typed, Optional<SearchGroup> group, int from, int size, SignedIn reader, Wording wording) {
        return search.of(new SearchQuestion(typed, group, from, size), reader.id(), wording);
    }

    private static Found found(SearchAnswer answer, String before, Wording wording) {
        String typed = answer.question().typed();
        Address all = Address.of("/search").with("q", typed);
        return new Found(
                wording,
                typed,
                typed.isEmpty()
                        ? wording.say("portal.search.empty")
                        : wording.say("portal.search.answer", answer.total()),
                answer.parts().stream()
                        .map(part -> new Shown(
                                before + part.group().code(),
                                wording.say(
                                        part.isCut() ? "portal.search.heading.cut" : "portal.search.heading",
                                        wording.say(part.group().label()),
                                        part.total()),
                                part.hits(),
                                answer.question().group().isEmpty()
                                                && part.total() > part.hits().size()
                                        ? Optional.of(new Layout.Link(
                                                wording.say(
                                                        "portal.search.all",
                                                        part.total(),
                                                        wording.say(part.group().label())),
                                                all.with("group", part.group().code())
                                                        .toString()))
                                        : Optional.empty()))
                        .toList(),
                answer.question()
                        .group()
                        .map(one -> new Layout.Link(wording.say("portal.search.every-group"), all.toString())));
    }
}
