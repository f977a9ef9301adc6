package org.salus.frame.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.salus.framework.Sentence;
import org.salus.framework.Wording;

/**
 * What surrounds a page's own content.
 *
 * @param wording the reader's language
 * @param here the address of the page
 * @param title one question or name; heading and window title
 * @param crumbs the way from the first page to this one, without itself
 * @param rail what stands at the left below the lasting entries: the parts of the country or workspace the page belongs to
 * @param snapshot what the page was computed from
 * @param charts whether the page draws charts
 * @param notice what readers have to know before anything on the page
 * @param editing whether, and where, something on it can be edited
 * @param now where the page asks, while somebody works on it, who else is here and what has come for its reader
 */
public record Layout(
        Wording wording,
        Address here,
        String title,
        List<Link> crumbs,
        List<Shelf> rail,
        Optional<String> snapshot,
        boolean charts,
        Optional<Sentence> notice,
        Optional<Editing> editing,
        Optional<String> now) {
    /**
     * That something on the page can be edited: fields save themselves, and steps are taken back by key.
     *
     * @param path where steps are taken back and done again: below it {@code undo} and {@code redo}
     * @param tokenName of the hidden field that proves that a change comes from our own page
     */
    public record Editing(String path, String tokenName, String token) {}

    /** Words that lead somewhere. */
    public record Link(String text, String href) {}

    /** Entries of the rail that stand together under words of their own. */
    public record Shelf(String title, List<Link> links) {
        public Shelf {
            links = List.copyOf(links);
        }
    }

    public Layout {
        crumbs = List.copyOf(crumbs);
        rail = List.copyOf(rail);
    }

    /** A page for somebody who is not let in yet: it says nothing about what is kept here. */
    public static Layout bare(Wording wording, Address here, String title) {
        return of(wording, here, title, Optional.empty());
    }

    static Layout of(Wording wording, Address here, String title, Optional<Sentence> notice) {
        return new Layout(
                wording,
                here,
                title,
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                notice,
                Optional.empty(),
                Optional.empty());
    }

    /** The same, one step further down. */
    public Layout under(String text, String href) {
        List<Link> more = new ArrayList<>(crumbs);
        more.add(new Link(text, href));
        return new Layout(wording, here, title, more, rail, snapshot, charts, notice, editing, now);
    }

    /** The same with entries in the rail under a heading. */
    public Layout withRail(String heading, List<Link> entries) {
        return withRail(List.of(new Shelf(heading, entries)));
    }

    /** The same with these shelves in the rail. */
    public Layout withRail(List<Shelf> shelves) {
        return new Layout(wording, here, title, crumbs, shelves, snapshot, charts, notice, editing, now);
    }

    /** The page that all others of the rail belong to; empty where the rail has no entries of its own. */
    public Optional<Link> first() {
        return railed().findFirst();
    }

    private Stream<Link> railed() {
        return rail.stream().flatMap(shelf -> shelf.links().stream());
    }

    /** The same, saying what it was computed from. */
    public Layout from(String snapshotId) {
        return new Layout(wording, here, title, crumbs, rail, Optional.of(snapshotId), charts, notice, editing, now);
    }

    /** The same with what draws charts. */
    public Layout withCharts() {
        return new Layout(wording, here, title, crumbs, rail, snapshot, true, notice, editing, now);
    }

    /** The same, on which something can be edited. */
    public Layout withEditing(Editing where) {
        return new Layout(wording, here, title, crumbs, rail, snapshot, charts, notice, Optional.of(where), now);
    }

    /** The same, asking there who else is here. */
    public Layout asking(String where) {
        return new Layout(wording, here, title, crumbs, rail, snapshot, charts, notice, editing, Optional.of(where));
    }

    /** Another language in which this page can be had. */
    public record Other(String tag, String name, String href) {}

    /** The languages beside the page's own, by which one comes back to it. */
    public List<Other> otherLanguages() {
        return Wording.offered().stream()
                .filter(offered -> !offered.equals(wording.locale()))
                .map(offered -> new Other(
                        offered.toLanguageTag(),
                        wording.say("frame.language.name." + offered.toLanguageTag()),
                        Address.of(LanguageChoice.DOOR + offered.toLanguageTag())
                                .with("back", here.toComeBackTo())
                                .toString()))
                .toList();
    }

    /** How this reader's numbers are written. */
    public Numerals numerals() {
        return new Numerals(wording);
    }

    /** Where the lasting entries of the rail lead. */
    List<Link> places() {
        return List.of(
                new Link(wording.say("frame.rail.home"), "/"),
                new Link(wording.say("frame.rail.workspaces"), "/workspaces"),
                new Link(wording.say("frame.rail.areas"), "/areas"),
                new Link(wording.say("frame.rail.approach"), "/about/approach"),
                new Link(wording.say("frame.rail.data"), "/data"),
                new Link(wording.say("frame.rail.load"), "/data/load"),
                new Link(wording.say("frame.rail.issues"), "/data/issues"),
                new Link(wording.say("frame.rail.api"), "/api"));
    }

    /** How a place of the rail stands to this page: {@code page} where it is this page, {@code true} where it is the nearest above it, else null. */
    @Nullable
    String current(Link place) {
        String path = path(place);
        if (path.equals(here.path())) {
            return "page";
        }
        boolean isNearest = isAbove(path)
                && Stream.concat(places().stream(), railed())
                        .map(Layout::path)
                        .noneMatch(other ->
                                other.length() > path.length() && (isAbove(other) || other.equals(here.path())));
        // The first place of the rail stands above everything else there, so it tells nothing.
        return isNearest && !first().equals(Optional.of(place)) ? "true" : null;
    }

    private boolean isAbove(String path) {
        return path.length() > 1 && here.path().startsWith(path + "/");
    }

    private static String path(Link place) {
        int choices = place.href().indexOf('?');
        return choices < 0 ? place.href() : place.href().substring(0, choices);
    }
}
