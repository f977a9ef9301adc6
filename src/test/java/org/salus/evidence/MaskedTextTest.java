package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salus.SharedData;

/** What could reach a person is masked; what says when, how much and where is not. */
class MaskedTextTest {
    private static final Pattern SURVIVOR = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[a-z]{2,}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write to jane.doe+ssr@example.org today",
                "write to jane_doe@mail.example.co.uk",
                "mailto:jane@example.org?subject=x",
                "write to JANE@EXAMPLE.ORG",
                "écrire à rené.dupré@société.bi",
                "write to jane&#64;example.org",
                "write to jane&#x0040;example.org",
                "write to jane&amp;#64;example.org",
                "write to jane%40example.org",
                "write to jane [at] example.org",
                "write to jane(at)example.org",
                "write to jane (AT) example [dot] org",
                "@example.org",
                "write to jane＠example.org",
                "write to jane @ example.org",
                "write to jane@\u200bexample.org",
                "write to jane AT example DOT org",
                "write to jane_at_example_dot_org",
                "write to jane<at>example.org",
                "write to jane&lt;at&gt;example.org",
                "write to jane(a)example.org",
                "écrire à jane [arobase] example.org",
                "escribir a jane[arroba]example.org",
                "write to jane&#x40;example&#46;org",
                "write to jane&commat;example&period;org",
                "a@b.cd@example.org"
            })
    void addresses_are_masked_in_all_their_disguises(String text) {
        assertThat(MaskedText.of(text))
                .doesNotContainIgnoringCase("example")
                .doesNotContain("soci")
                .doesNotContain("jane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "79888999",
                "+25",
                "-79888999.5",
                "1e9",
                "79 888 999",
                "12 500 000",
                "48.85",
                "2012-05-06",
                "0012345678"
            })
    void a_value_that_is_a_number_stays(String value) {
        assertThat(MaskedText.ofValue(value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+257 79 888 999",
                "(+257) 79 888 999",
                "00257 79 888 999",
                "Tel. 79888999",
                "ask jane@example.org"
            })
    void a_value_that_reaches_somebody_is_masked(String value) {
        assertThat(MaskedText.ofValue(value))
                .contains("•••")
                .doesNotContain("999")
                .doesNotContain("example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call +257 22 22 45 67",
                "call +25722224567.",
                "call +1 (202) 555-0123 now",
                "call 00257-22-22-45-67",
                "call (202) 555-0123",
                "call (0)22 22 45 67",
                "call 202-555-0123",
                "call 020 7946 0123",
                "Tel: 22 22 45 67",
                "Tél. 222 245",
                "téléphone : 79 123 456",
                "teléfono (591) 222 4567",
                "Phone 2222-4567, Fax 2222-4568",
                "mobile: 079123456",
                "+44/20/7946/0123",
                "call ＋257 22 22 45 67",
                "call +257\u201322\u201322\u201345\u201367",
                "call +257\u202f22\u202f22\u202f45\u202f67",
                "call +٢٥٧٢٢٢٢٤٥٦٧",
                "call 1-202-555-0123",
                "call (57-1) 2345678",
                "Tel. No. 22224567",
                "Telephone number: 2222 4567",
                "Telf. 22224567",
                "Telefone: 22224567",
                "тел. 22224567",
                "Ph: 22224567",
                "Mob 0791234567"
            })
    void telephone_numbers_are_masked(String text) {
        assertThat(MaskedText.of(text)).contains("•••").doesNotContainPattern("\\d{3}|\\d\\d \\d\\d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "US-GOV-1-121202BC24B0",
                "2013-10-01",
                "2013-10-01T12:00:00+02:00",
                "01/10/2013 to 31/12/2014",
                "01.10.2013 – 31.12.2014",
                "01-10-2013",
                "10/01/2013",
                "USD 10 000 000 000 for 2013",
                "EUR 1.250.000,00",
                "1,250,000,000.00",
                "100000000",
                "-3.3822 29.3644",
                "0.00123456789",
                "29.36440000 -3.38220000",
                "XM-DAC-12-1-0012345678",
                "44000-P098765-001",
                "2005-2010, 2011-2015",
                "2011 2012 2013 2014",
                "phone bills of 2013 and 2014",
                "mobile 120000 people reached",
                "resolution 1325 (2000) and 1820 (2008)",
                "GB-COH-01234567",
                "twitter @mission and price 5 @ 3.50",
                "10 battalions at 3.5 each (at least)",
                "A/RES/60/180 S/2005/586",
                "component (2) 10 000 000",
                "in (2010) 12 500 000",
                "option (a) example.org",
                "arrive at example dot",
                "2010\u20132014, 2015\u20132019",
                "USD 1\u202f234\u202f567"
            })
    void dates_amounts_codes_and_places_stay(String text) {
        assertThat(MaskedText.of(text)).isEqualTo(text);
    }

    /** The look at each character that goes before the patterns only saves time. */
    @Tag("slow")
    @Test
    void what_is_masked_is_what_the_patterns_find_in_the_whole_text() {
        List<String> pieces = List.of(
                "tel",
                "Tél.",
                "fax",
                "mobile:",
                "phone ",
                "Phone number ",
                "тел",
                "ph",
                "GSM",
                ":",
                " ",
                " ",
                " ",
                "\u00a0",
                ".",
                "-",
                "/",
                "(",
                ")",
                "+",
                "00",
                "0",
                "1",
                "22",
                "257",
                "2013",
                "4567",
                "01",
                "a",
                "é",
                ",",
                "=",
                "#",
                "°",
                "@",
                "(at)",
                "[ AT ]",
                "{at",
                "at)",
                "%40",
                "&#64;",
                ";#64;",
                "&#x40;",
                "&commat;",
                " AT ",
                " DOT ",
                "(a)",
                "<arroba>",
                "example.org",
                "jane",
                "[dot]org",
                "\n");
        Random random = new Random(20130503);
        int masked = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int more = random.nextInt(14); more >= 0; more--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String found = MaskedText.of(text.toString());
            assertThat(found).as("masked from <%s>", text).isEqualTo(withPatternsAlone(text.toString()));
            masked += found.contentEquals(text) ? 0 : 1;
        }
        assertThat(masked).isGreaterThan(3_000);
    }

    private static String withPatternsAlone(String text) {
        String left = MaskedText.NAMED
                .matcher(MaskedText.addressesReplaced(text))
                .replaceAll(found -> {
                    String number = found.group("number");
                    return MaskedText.isNamedNumber(number)
                            ? found.group().substring(0, found.group().length() - number.length()) + MaskedText.NUMBER
                            : Matcher.quoteReplacement(found.group());
                });
        return MaskedText.TELEPHONE
                .matcher(left)
                .replaceAll(found -> MaskedText.isTelephone(found.group()) ? MaskedText.NUMBER : found.group());
    }

    @Tag("slow")
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_text_made_to_keep_the_search_busy_takes_no_longer_than_another() {
        int length = 200_000;
        for (String piece : List.of(
                "a", "@", "a@", "1", "1 ", "+1", "0 ", "(1)", "a.b@", " (at) ", "t ", "&#64;", "tel ", "tel 1", "00 1 ",
                "%40", "a=", "=' ", "( at")) {
            String text = piece.repeat(length / piece.length());
            assertThat(MaskedText.of(text)).isNotNull();
            assertThat(MaskedText.of(text + "@example.org")).isNotNull();
            assertThat(RawXml.masked("<a>" + text + "</a>")).isNotNull();
            assertThat(RawXml.masked("<a x='" + text)).isNotNull();
            assertThat(RawXml.masked("<contact-info " + text)).isNotNull();
        }
        assertThat(RawXml.masked("<contact-info".repeat(50_000))).isNotNull();
        assertThat(RawXml.masked("<contact-info>".repeat(50_000))).isNotNull();
        assertThat(RawXml.masked("<a b=".repeat(50_000))).isNotNull();
    }

    @Test
    void contact_elements_go_as_a_whole_even_where_the_piece_ends_within_one() {
        assertThat(RawXml.masked("<a><contact-info type=\"1\"><person-name>Jane</person-name></contact-info><b/></a>"))
                .isEqualTo("<a><contact-info><!-- masked --></contact-info><b/></a>");
        assertThat(RawXml.masked("<a><x:contact-info a=\">\"/><b/></a>"))
                .isEqualTo("<a><x:contact-info><!-- masked --></x:contact-info><b/></a>");
        assertThat(RawXml.masked("<a><contact-info><person-name>Jane")).doesNotContain("Jane");
        assertThat(RawXml.masked("<a><contact-info/><b>Jane</b></a>")).contains("<b>Jane</b>");
    }

    @Test
    void markup_is_masked_by_what_it_holds() {
        String xml = "<iati-activity owner=\"jane@example.org\" phone='+257 22 22 45 67'><!-- by jane@example.org -->"
                + "<iati-identifier>0012345678</iati-identifier><value value-date=\"2013-10-01\">+1000000000</value>"
                + "<other-identifier ref=\"202-555-0123\"/><point><pos>-3.382200 29.364400</pos></point>"
                + "<coordinates latitude=\"-3.3822\" longitude=\"29.3644\"/><title><![CDATA[Call 202-555-0123]]></title>"
                + "<document-link url=\"mailto:jane@example.org\"/><transaction ref=\"0020101234\"/></iati-activity>";
        assertThat(RawXml.masked(xml))
                .isEqualTo("<iati-activity owner=\"•••@•••\" phone='•••'><!-- by •••@••• -->"
                        + "<iati-identifier>0012345678</iati-identifier><value value-date=\"2013-10-01\">+1000000000</value>"
                        + "<other-identifier ref=\"202-555-0123\"/><point><pos>-3.382200 29.364400</pos></point>"
                        + "<coordinates latitude=\"-3.3822\" longitude=\"29.3644\"/><title><![CDATA[Call •••]]></title>"
                        + "<document-link url=\"mailto:•••@•••\"/><transaction ref=\"0020101234\"/></iati-activity>");
    }

    @Test
    void what_is_written_as_references_to_characters_is_masked_too() {
        assertThat(RawXml.masked("<a><t>jane&#64;example&#x2e;org &#43;257 22 22 45 6&#55; &amp; &#60;</t></a>"))
                .isEqualTo("<a><t>•••@••• ••• &amp; &#60;</t></a>");
        assertThat(RawXml.masked("<a><t>R&#233;forme</t></a>")).isEqualTo("<a><t>R&#233;forme</t></a>");
        assertThat(RawXml.masked("<a><activity-date>Tel. 22 22 45 67</activity-date><value>22224567</value></a>"))
                .isEqualTo("<a><activity-date>Tel. •••</activity-date><value>22224567</value></a>");
    }

    /** The raw XML of every activity, with everything that is no contact compared before and after. */
    @Test
    @Tag("slow")
    void no_address_survives_in_what_usaid_and_hdx_published_and_no_figure_is_lost() throws IOException {
        Pattern figures = Pattern.compile(
                "iso-date=\"[^\"]*\"|value-date=\"[^\"]*\"|<value[^>]*>[^<]*<|<iati-identifier>[^<]*<|<pos>[^<]*<|l[a-z]+itude=\"[^\"]*\"| ref=\"[^\"@]*\"| code=\"[^\"]*\"");
        Pattern contact = Pattern.compile("(?s)<contact-info.*?(?:</contact-info>|(?<=/)>)");
        int[] activities = new int[1];
        Container.Visitor visitor = new Container.Visitor() {
            @Override
            public void member(String path, InputStream bytes) throws IOException {
                String text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                for (String piece : text.split("(?=<iati-activity[ >])", -1)) {
                    String masked = RawXml.masked(piece);
                    assertThat(SURVIVOR.matcher(masked).results().map(found -> path))
                            .isEmpty();
                    assertThat(figures.matcher(masked).results().map(java.util.regex.MatchResult::group))
                            .isEqualTo(figures.matcher(contact.matcher(piece).replaceAll(""))
                                    .results()
                                    .map(java.util.regex.MatchResult::group)
                                    .toList());
                    activities[0]++;
                }
            }

            @Override
            public void unsafe(String path) {}

            @Override
            public void broken(String path, UnreadableFile why) {}
        };
        new Container(SharedData.file("iati/activities/hdx/hdx-dportal-2021-06-08.tar.xz"), Progress.SILENT)
                .each(visitor);
        try (Stream<Path> usaid = Files.list(SharedData.file("iati/activities/usaid"))) {
            for (Path file : usaid.toList()) {
                new Container(file, Progress.SILENT).each(visitor);
            }
        }
        assertThat(activities[0]).isGreaterThan(12_000);
    }
}
