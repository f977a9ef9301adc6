package org.salus.papers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.salus.evidence.Country;
import org.salus.evidence.SourceVersion;
import org.salus.framework.Wording;
import org.salus.ledger.Item;
import org.salus.strategy.Cited;
import org.salus.strategy.Material;

/** From where the figures of a table or a list are, in a remark below it. */
final class Sources {
    private static final int SHOWN_FILES = 4;
    private static final int SHOWN_SOURCES = 12;

    private Sources() {}

    /** Of what is recorded: the sources that may be named, and how many rows name none. */
    static void recorded(Collection<? extends Item<?>> items, Making making, Sheet sheet) {
        if (items.isEmpty()) {
            return;
        }
        List<String> named = new ArrayList<>();
        int none = 0;
        for (Item<?> item : items) {
            List<String> own = Cited.named(item, making.view()).stream().toList();
            none += own.isEmpty() ? 1 : 0;
            named.addAll(own);
        }
        List<String> once = named.stream().distinct().toList();
        if (once.isEmpty()) {
            sheet.note("papers.sources.none", making.material().charter().name());
        } else {
            sheet.note(
                    "papers.sources.recorded",
                    making.wording().parted(once.stream().limit(SHOWN_SOURCES).toList()),
                    Math.max(0, once.size() - SHOWN_SOURCES),
                    none);
        }
    }

    /** The sources of open data that say anything about the countries of the workspace. */
    static Set<String> telling(Material material) {
        Set<String> telling = new HashSet<>();
        for (Country country : material.countries()) {
            telling.addAll(material.snapshot().observations().sources(country));
            material.snapshot().activities().in(country).forEach(activity -> telling.add(activity.source()));
        }
        return telling;
    }

    /** Of open data about activities: the files they were loaded from, and the snapshot. */
    static void published(Making making, Sheet sheet) {
        Wording wording = making.wording();
        List<SourceVersion> files = making.material().snapshot().versions().stream()
                .filter(SourceVersion::current)
                .filter(file -> file.counts().activities() > 0)
                .toList();
        if (files.isEmpty()) {
            return;
        }
        sheet.note(
                "papers.sources.published",
                wording.parted(files.stream()
                        .limit(SHOWN_FILES)
                        .map(file -> file.dataOf()
                                .map(day -> wording.say("papers.sources.file", file.file(), wording.shortDay(day)))
                                .orElse(file.file()))
                        .toList()),
                Math.max(0, files.size() - SHOWN_FILES),
                making.material().snapshot().id());
    }
}
