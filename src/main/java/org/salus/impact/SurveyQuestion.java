package org.salus.impact;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What is asked of a survey.
 *
 * @param questions that are wanted by path or name; where none is, all that tell something without telling of whom
 * @param design how people were found
 * @param by column that groups are told apart by; empty without
 */
public record SurveyQuestion(List<String> questions, SurveyDesign design, String by) {
    /** Never changes. */
    public SurveyQuestion {
        questions = questions.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        by = by.strip();
    }

    /**
     * What is needed to answer it, of a file of submissions.
     *
     * @param name of the file, for what is said about it
     * @throws IOException if the bytes do not come
     */
    public SurveySubmissions.Read read(InputStream bytes, String name, SurveyForm form) throws IOException {
        return SurveySubmissions.read(bytes, name, form, questions, design, by.isEmpty() ? List.of() : List.of(by));
    }

    /** The answer, of what was read for it. */
    public SurveyAnswer answer(SurveyForm form, SurveySubmissions.Read read) {
        return Surveys.answer(form, read, design, by);
    }
}
