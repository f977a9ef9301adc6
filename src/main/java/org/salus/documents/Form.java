package org.salus.documents;

import java.util.List;
import java.util.Locale;

/**
 * A workbook for people to fill in: how to fill it in, then one sheet per table with headings, drop-down lists and what is known already.
 *
 * @param title what it is for
 * @param instructions one line each, on the first sheet, before what each column means
 * @param language of the words
 * @param version what it was made from
 */
public record Form(String title, List<String> instructions, List<Sheet> sheets, Locale language, Version version) {
    public Form {
        instructions = List.copyOf(instructions);
        sheets = List.copyOf(sheets);
    }

    /**
     * A table to fill in.
     *
     * @param name of the sheet, at most 31 characters
     * @param rows what is known already, one text per column
     */
    public record Sheet(String name, List<Field> fields, List<List<String>> rows) {
        public Sheet {
            fields = List.copyOf(fields);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A column.
     *
     * @param heading by which the file is read again
     * @param meaning one or two sentences for the first sheet
     * @param width in characters
     * @param isNeeded whether a row says nothing without it
     * @param choices what may stand in it, as a drop-down list; empty for anything
     * @param isHidden whether it is there for the program alone
     */
    public record Field(
            String heading, String meaning, int width, boolean isNeeded, List<String> choices, boolean isHidden) {
        public Field {
            choices = List.copyOf(choices);
        }

        /** A column that people see. */
        public Field(String heading, String meaning, int width, boolean isNeeded, List<String> choices) {
            this(heading, meaning, width, isNeeded, choices, false);
        }
    }
}
