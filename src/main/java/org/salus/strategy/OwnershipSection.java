package org.salus.strategy;

import org.salus.appraisal.PoliticsAnalysis;
import org.salus.appraisal.PoliticsBook;
import org.salus.appraisal.PoliticsFinding;
import org.salus.appraisal.PoliticsReading;
import org.salus.appraisal.PoliticsTables;
import org.salus.framework.Wording;
import org.salus.ledger.View;

/**
 * Who decides: decisions on record, windows and partnerships. Where this readership reads none nothing is said of any. Stances and red lines are in no edition; they are in the working paper
 * of whoever reads them.
 */
final class OwnershipSection implements SectionSource {
    @Override
    public Section section() {
        return Section.PLAN;
    }

    @Override
    public Composed compose(Material material) {
        Wording wording = material.wording();
        Composing section = new Composing(section(), wording);
        PoliticsReading politics = material.politics();
        PoliticsBook book = politics.book();
        if (book.isEmpty()) {
            return Composed.NOTHING;
        }
        PoliticsAnalysis analysis =
                new PoliticsAnalysis(book, politics.names(), politics.shared().map(View::workspace));
        PoliticsTables tables = new PoliticsTables(book, politics.names(), analysis, wording, PoliticsTables.NO_LINKS);
        section.say(
                "strategy.ownership.lead",
                book.decisions().size(),
                book.windows().size(),
                book.windowsOpenOrAhead(),
                book.partnerships().size());
        section.list(analysis.findings().stream()
                .map(PoliticsFinding::says)
                .map(wording::say)
                .toList());
        section.table("decisions", tables.onPaper("decisions"));
        section.table("windows", tables.onPaper("windows"));
        section.table("partnerships", tables.onPaper("partnerships"));
        if (!book.stances().isEmpty() || !book.redLines().isEmpty()) {
            section.note("strategy.ownership.for-few");
            section.table("stances", tables.onPaper("stances"));
            section.table("red-lines", tables.onPaper("red-lines"));
        }
        return section.composed();
    }
}
