package org.salus.portal;

import java.util.List;
import java.util.Locale;
import org.salus.evidence.Country;
import org.salus.framework.ReformArea;
import org.salus.portfolio.Measure;
import org.salus.portfolio.SupportMap;
import org.salus.strategy.Composed;
import org.salus.strategy.Composing;
import org.salus.strategy.Material;
import org.salus.strategy.Section;
import org.salus.strategy.SectionSource;

/** What the pages of a country add to a strategy: who gives to which reform area, what is left out, and that data are a demo's. The same tables as on those pages. */
public final class CountrySections {
    private CountrySections() {}

    /** What is added, in the order in which it is read. */
    public static List<SectionSource> all() {
        return List.of(new Matrix(), new Everything(), new DemoData());
    }

    private static String key(String what, Country country) {
        return what + "-" + country.iso3().toLowerCase(Locale.ROOT);
    }

    /** Donors of reform by area, in millions, as on the brief of the country. */
    private record Matrix() implements SectionSource {
        @Override
        public Section section() {
            return Section.SUPPORT;
        }

        @Override
        public Composed compose(Material material) {
            Composing section = new Composing(section(), material.wording());
            BriefDocument brief = new BriefDocument(material.wording());
            List<ReformArea> areas = List.of(ReformArea.values());
            for (Country country : material.countries()) {
                SupportMap map = material.findings(country).map();
                if (!map.activities().isEmpty()) {
                    Measure measure = BriefDocument.measure(map);
                    section.note("portal.strategy.key", brief.key(areas));
                    section.note("portal.brief.left-out-line-all", brief.leftOut(map));
                    section.table(key("matrix", country), brief.matrix(map, areas, measure));
                }
            }
            return section.composed();
        }
    }

    /** Every donor by the money its activities carry, one measure beside another. */
    private record Everything() implements SectionSource {
        @Override
        public Section section() {
            return Section.DONORS;
        }

        @Override
        public Composed compose(Material material) {
            Composing section = new Composing(section(), material.wording());
            for (Country country : material.countries()) {
                SupportMap map = material.findings(country).map();
                if (!map.activities().isEmpty()) {
                    section.table(key("areas", country), new SupportTables(material.wording()).areas(map));
                    section.table(key("donors", country), new SupportTables(material.wording()).donors(map, true));
                }
            }
            return section.composed();
        }
    }

    /** That what is loaded is a demo's, where it is. */
    private record DemoData() implements SectionSource {
        @Override
        public Section section() {
            return Section.DATA;
        }

        @Override
        public Composed compose(Material material) {
            Composing section = new Composing(section(), material.wording());
            DemoFiles.notice(material.snapshot()).ifPresent(notice -> section.note("portal.strategy.notice", notice));
            return section.composed();
        }
    }
}
