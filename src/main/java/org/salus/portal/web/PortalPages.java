package org.salus.portal.web;

import org.salus.evidence.Evidence;
import org.salus.frame.web.Notice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The pages that mix rooms. */
@Configuration(proxyBeanMethods = false)
@Import({
    HomePages.class,
    AreaPages.class,
    SearchPages.class,
    CountryPages.class,
    PartPages.class,
    CoordinationPages.class,
    DonorPages.class,
    ChainPages.class,
    RowPages.class,
    PivotPages.class,
    PlacesPages.class,
    ViewPages.class,
    ActivityPages.class
})
public class PortalPages {
    @Bean
    Notice notice(Evidence evidence) {
        return new DemoNotice(evidence);
    }
}
