package org.salus.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cells as readers see them: numbers rounded to the column's decimals with thin-space thousands, days as 3 May 2013, dates among words as 3 Mar 2013. */
final class CellText {
    private static final char NARROW_SPACE = '\u202f';
    private static final char UNBROKEN = '\u00a0';
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");
    private static final Pattern UNSPACED = Pattern.compile("(?<=[^\\s\\p{Z}]); ");
    /** Letters of a year and month. */
    private static final int MONTH = 7;

    private final Locale language;
    private final DecimalFormatSymbols symbols;

    CellText(Locale language) {
        this.language = language;
        this.symbols = DecimalFormatSymbols.getInstance(language);
    }

    String of(Column column, Cell cell) {
        return switch (cell.content()) {
            case Cell.Content.Words words -> parted(dated(words.text()));
            case Cell.Content.Quantity number -> number(column, number.value());
            case Cell.Content.Day day -> day(day.date());
            case Cell.Content.Blank blank -> blank.reason();
        };
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(date);
    }

    /** What is a date and nothing else is read as one, in one line; anything else stays as it is. */
    private String dated(String words) {
        if (!DATE.matcher(words).matches()) {
            return words;
        }
        try {
            return words.length() == MONTH
                    ? DateTimeFormatter.ofPattern("MMM uuuu", language)
                            .format(YearMonth.parse(words))
                            .replace(' ', UNBROKEN)
                    : DateTimeFormatter.ofPattern("d MMM uuuu", language)
                            .format(LocalDate.parse(words))
                            .replace(' ', UNBROKEN);
        } catch (DateTimeException notADate) {
            return words;
        }
    }

    /** French sets a space before what parts the texts of a cell. */
    private String parted(String words) {
        return language.getLanguage().equals("fr") && words.indexOf("; ") > 0
                ? UNSPACED.matcher(words).replaceAll(NARROW_SPACE + "; ")
                : words;
    }

    private String number(Column column, BigDecimal value) {
        if (column.kind() == Column.Kind.SHARE) {
            return grouped(value.movePointRight(2).setScale(column.decimals(), RoundingMode.HALF_EVEN))
                    + NARROW_SPACE
                    + '%';
        }
        // A column of counts that holds a fraction must not hide it.
        int decimals = column.kind() == Column.Kind.INTEGER
                ? Math.max(0, value.stripTrailingZeros().scale())
                : column.decimals();
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN);
        // Something is not nothing.
        return rounded.signum() == 0 && value.signum() > 0
                ? "<" + grouped(BigDecimal.ONE.movePointLeft(decimals).setScale(decimals, RoundingMode.UNNECESSARY))
                : grouped(rounded);
    }

    private String grouped(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder();
        if (value.signum() < 0) {
            text.append('\u2212');
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(NARROW_SPACE);
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(symbols.getDecimalSeparator()).append(plain, point + 1, plain.length());
        }
        return text.toString();
    }
}
