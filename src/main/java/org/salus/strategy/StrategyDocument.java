package org.salus.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.salus.documents.Binding;
import org.salus.documents.Block;
import org.salus.documents.Bullets;
import org.salus.documents.Captioned;
import org.salus.documents.Contents;
import org.salus.documents.Cover;
import org.salus.documents.Document;
import org.salus.documents.Fact;
import org.salus.documents.Heading;
import org.salus.documents.Imprint;
import org.salus.documents.Note;
import org.salus.documents.Page;
import org.salus.documents.PageBreak;
import org.salus.documents.Paragraph;
import org.salus.documents.Table;
import org.salus.documents.Version;
import org.salus.framework.PartialDate;
import org.salus.framework.Wording;

/** A strategy as a document: the whole of it, bound so that it is found again, and a brief of two pages. */
final class StrategyDocument {
    private static final int CONTENTS_LEVELS = 2;

    /** What a brief has room for. */
    private static final double LINES_OF_SUMMARY = 16;

    private static final double LINES_OF_SECTION = 8.5;
    private static final List<Section> BRIEF = List.of(
            Section.CONTEXT,
            Section.SECTOR,
            Section.GOALS,
            Section.SUPPORT,
            Section.PLAN,
            Section.RISKS,
            Section.APPRAISAL);

    /** Paragraphs and items above a wide table that find room on its page. */
    private static final int FEW_LINES = 9;

    /** By what workspaces mark an invented country. */
    private static final String INVENTED = "X";

    private final Strategy strategy;
    private final Wording wording;

    StrategyDocument(Strategy strategy) {
        this.strategy = strategy;
        this.wording = strategy.wording();
    }

    /** All that it says, with nothing that follows from it. */
    Document unbound() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Contents(wording.say("strategy.document.contents"), CONTENTS_LEVELS));
        for (ComposedSection section : strategy.sections()) {
            List<Block> said = together(section.blocks());
            if (!said.isEmpty()) {
                // Behind the contents. Chapters that each began a page of their own would leave a third of the pages
                // half empty.
                if (section.section() == Section.SUMMARY) {
                    blocks.add(new PageBreak());
                }
                int turn = turn(said);
                if (turn >= 0) {
                    blocks.add(said.get(turn));
                }
                blocks.add(heading(section.section()));
                for (int i = 0; i < said.size(); i++) {
                    if (i != turn) {
                        blocks.add(said.get(i));
                    }
                }
            }
        }
        return new Document(
                        title(),
                        wording.say(strategy.readership().label()),
                        wording.locale(),
                        Page.PORTRAIT,
                        tidy(blocks),
                        version())
                .bound(new Binding(
                        true, Optional.of(cover()), strategy.charter().name(), "", notice(), Optional.empty()));
    }

    /** The same with what is at its foot: the step, the edition, the digest, when it is looked at again. */
    Document bound(Optional<PartialDate> reviewBy) {
        Document whole = unbound();
        String entry = strategy.entry();
        String digest = strategy.digest();
        return whole.bound(new Binding(
                true,
                whole.binding().cover(),
                whole.binding().header(),
                wording.say(
                        "strategy.document.footer",
                        entry.substring(0, Math.min(12, entry.length())),
                        strategy.readership().label(),
                        digest.substring(0, 12),
                        reviewBy.map(day -> wording.say("strategy.document.review", day))
                                .orElse("")),
                whole.binding().notice(),
                Optional.of(new Imprint(entry, strategy.readership().code(), digest))));
    }

    /**
     * Where the page turns for a wide table after a few lines only, so that the heading and these lines turn with it instead of standing on a page of their own; -1 where it
     * does not.
     */
    private static int turn(List<Block> said) {
        int lines = 0;
        for (int i = 0; i < said.size() && lines <= FEW_LINES; i++) {
            switch (said.get(i)) {
                case PageBreak turned -> {
                    return turned.page().isPresent() ? i : -1;
                }
                case Paragraph _ -> lines++;
                case Bullets list -> lines += list.items().size();
                default -> {
                    return -1;
                }
            }
        }
        return -1;
    }

    /**
     * What stands on lying paper in a section put together, so that the paper turns once and not for each table: behind what stands upright, or before it where the section
     * begins with a wide table.
     */
    private static List<Block> together(List<Block> said) {
        List<Block> text = new ArrayList<>();
        List<Block> upright = new ArrayList<>();
        List<Block> lying = new ArrayList<>();
        boolean isLying = false;
        for (Block block : said) {
            if (block instanceof PageBreak turned && turned.page().isPresent()) {
                isLying = turned.page().get() != Page.PORTRAIT;
            } else if (isLying) {
                lying.add(block);
            } else if (lying.isEmpty()
                    && upright.isEmpty()
                    && (block instanceof Paragraph || block instanceof Bullets)) {
                text.add(block);
            } else {
                upright.add(block);
            }
        }
        if (lying.isEmpty()) {
            return said;
        }
        List<Block> all = new ArrayList<>(text);
        if (turn(said) < 0) {
            all.addAll(upright);
        }
        all.add(PageBreak.to(Page.LANDSCAPE));
        all.addAll(lying);
        all.add(PageBreak.to(Page.PORTRAIT));
        if (turn(said) >= 0) {
            all.addAll(upright);
        }
        return all;
    }

    private Heading heading(Section section) {
        String name = wording.say(section.label());
        if (section == Section.SUMMARY) {
            return Heading.plain(name);
        }
        return section.isAnnex() ? Heading.annex(name) : new Heading(1, name);
    }

    private String title() {
        String reform = strategy.charter().reformName();
        return reform.isBlank()
                ? wording.say("strategy.document.title", strategy.charter().name())
                : wording.say(
                        "strategy.document.title-of", reform, strategy.charter().name());
    }

    private Cover cover() {
        List<Fact> facts = new ArrayList<>(List.of(
                fact("edition", wording.say(strategy.readership().meaning())),
                fact("day", wording.say("strategy.said", strategy.day())),
                fact("entry", strategy.entry()),
                fact("snapshot", strategy.snapshot())));
        if (!notice().isEmpty()) {
            facts.add(new Fact(wording.say("strategy.document.note"), notice()));
        }
        return new Cover(wording.say("strategy.document.above"), facts, Optional.empty());
    }

    private Fact fact(String name, String text) {
        return new Fact(wording.say("strategy.document." + name), text);
    }

    /** That the country is invented is said on every page. */
    private String notice() {
        boolean isInvented = strategy.charter().countries().stream().anyMatch(code -> code.startsWith(INVENTED));
        return isInvented ? wording.say("strategy.document.invented") : "";
    }

    private Version version() {
        String entry = strategy.entry();
        return new Version(entry.substring(0, Math.min(12, entry.length())), strategy.day());
    }

    /**
     * Of breaks that follow one another one is left, with the paper that the last of them asks for: two would leave an empty page. A lying table stands below another one where only the paper
     * would have turned and turned back. Nothing ends with a break.
     */
    private static List<Block> tidy(List<Block> blocks) {
        List<Block> tidy = new ArrayList<>();
        Page paper = Page.PORTRAIT;
        int i = 0;
        while (i < blocks.size()) {
            if (!(blocks.get(i) instanceof PageBreak)) {
                tidy.add(filled(blocks.get(i++)));
                continue;
            }
            Page next = paper;
            boolean isNewPage = false;
            while (i < blocks.size() && blocks.get(i) instanceof PageBreak turned) {
                next = turned.page().orElse(next);
                isNewPage |= turned.page().isEmpty();
                i++;
            }
            boolean isLast = i == blocks.size();
            if (!isLast && next != paper) {
                tidy.add(PageBreak.to(next));
            } else if (!isLast && isNewPage) {
                tidy.add(new PageBreak());
            }
            paper = next;
        }
        return tidy;
    }

    /** A table as readers want it: without columns in which nobody said anything. */
    private static Block filled(Block block) {
        return block instanceof Captioned captioned && captioned.content() instanceof Table table
                ? new Captioned(captioned.key(), captioned.caption(), captioned.source(), table.filled())
                : block;
    }

    /** Two pages: the summary, and of the sections a minister asks about their first words. */
    Document brief() {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(Shortened.of(strategy.section(Section.SUMMARY).blocks(), LINES_OF_SUMMARY, wording));
        for (Section section : BRIEF) {
            List<Block> text = Shortened.of(strategy.section(section).text(), LINES_OF_SECTION, wording);
            if (!text.isEmpty()) {
                blocks.add(new Heading(2, wording.say(section.label())));
                blocks.addAll(text);
            }
        }
        blocks.add(new Note(wording.say("strategy.document.brief.more", strategy.digest())));
        return new Document(
                        title(),
                        wording.say(
                                "strategy.document.brief", strategy.readership().label()),
                        wording.locale(),
                        Page.PORTRAIT,
                        blocks,
                        version())
                .bound(new Binding(false, Optional.empty(), strategy.charter().name(), "", notice(), Optional.empty()));
    }
}
