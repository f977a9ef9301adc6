package org.salus.portfolio;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.salus.evidence.Countries;

/**
 * A reference of an organisation, as compared.
 *
 * @param key the same for two spellings of one; empty where there is none
 * @param isRegistered whether it means the same whoever writes it; otherwise it is a publisher's own code and means something in its files only
 */
record OrganisationReference(String key, boolean isRegistered) {
    static final OrganisationReference NONE = new OrganisationReference("", false);

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern REGISTERED =
            Pattern.compile("([A-Z]{2})-(?:\\d{1,3}|[A-Z][A-Z0-9_]*-[^\\s|;,]*[A-Z0-9][^\\s|;,]*)");
    private static final Pattern KIND_AND_WORDS = Pattern.compile("\\d{2}-\\p{L}.*");
    private static final Pattern COMPANIES_HOUSE = Pattern.compile("GB-COH-(\\d{1,7})");
    private static final Pattern DUNS = Pattern.compile("XI-DUNS-(\\d{1,8})");

    /** Codes of the OECD's list of channels that stand for a kind of organisation. */
    private static final Pattern KIND = Pattern.compile(
            "1[0-3]00[0-4]|2[0-3]000|22\\d{3}|23\\d{3}|3[0-2]000|4[0-2]000|4[5-7]000|41[1-7]00|5[12]00\\d|6[0-3]0\\d\\d|90000");

    private static final Pattern CHANNEL = Pattern.compile("\\d{5}|41AAA");
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:-\\d+)*|41AAA");
    private static final String DAC = "XM-DAC-";

    /**
     * Reads one.
     *
     * @param written as in the file
     * @param publisher whose file it is, as compared; empty if unknown
     */
    static OrganisationReference of(
            @Nullable String written, String publisher, OrganisationNames names, OrganisationAliases aliases) {
        if (written == null) {
            return NONE;
        }
        String folded = Folding.words(written);
        if (folded.isEmpty() || folded.endsWith(" null") || names.isNoReference(folded)) {
            return NONE;
        }
        String text = SPACES.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
        if (KIND_AND_WORDS.matcher(text).matches()) {
            return NONE;
        }
        String bare = text.startsWith(DAC)
                ? text.substring(DAC.length())
                : text.startsWith("DAC-") ? text.substring(4) : text;
        if (KIND.matcher(bare).matches()) {
            return NONE;
        }
        if (!bare.equals(text) && NUMBERS.matcher(bare).matches()) {
            return new OrganisationReference(DAC + bare, true);
        }
        if (CHANNEL.matcher(text).matches() && aliases.ofReference(DAC + text).isPresent()) {
            return new OrganisationReference(DAC + text, true);
        }
        Matcher registered = REGISTERED.matcher(text);
        if (registered.matches()
                && bare.equals(text)
                && (text.startsWith("X")
                        || text.startsWith("EU-")
                        || text.startsWith("UK-")
                        || Countries.shipped().findByCode(registered.group(1)).isPresent())) {
            return new OrganisationReference(padded(text), true);
        }
        return publisher.isEmpty() ? NONE : new OrganisationReference(publisher + " · " + text, false);
    }

    /** Whether what stands where a name should is a reference. */
    static boolean isWrittenAs(String name) {
        String text = name.strip();
        return REGISTERED.matcher(text).matches()
                && (text.startsWith("X") || text.chars().anyMatch(Character::isDigit));
    }

    /** Companies House writes eight digits, D-U-N-S numbers have nine; spreadsheets lose the zeros in front. */
    private static String padded(String text) {
        Matcher company = COMPANIES_HOUSE.matcher(text);
        if (company.matches()) {
            return "GB-COH-" + "0".repeat(8 - company.group(1).length()) + company.group(1);
        }
        Matcher duns = DUNS.matcher(text);
        if (duns.matches()) {
            return "XI-DUNS-" + "0".repeat(9 - duns.group(1).length()) + duns.group(1);
        }
        return text;
    }
}
