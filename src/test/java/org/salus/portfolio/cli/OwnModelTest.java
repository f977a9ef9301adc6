package org.salus.portfolio.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.frame.cli.CommandDoor;
import org.salus.framework.Failure;
import org.salus.framework.ReformArea;
import org.salus.framework.Wording;
import org.salus.portfolio.Sortable;
import org.salus.portfolio.Sorter;

/** What people's judgements taught is used where a variable of the environment names the model. */
class OwnModelTest {
    @TempDir
    private Path folder;

    private static Sortable activity(String title) {
        return new Sortable("X", List.of(title), List.of(), List.of());
    }

    /** Somebody judged every road of a programme to be for the police; the shipped model knows nothing of that. */
    private Path trained() throws IOException {
        StringBuilder labels = new StringBuilder("id\ttitle\tdescription\tcodes\tarea\n");
        for (int i = 0; i < 40; i++) {
            labels.append("R-")
                    .append(i)
                    .append("\tKabimba access works ")
                    .append(i)
                    .append("\t\t\t2b\n");
            labels.append("W-").append(i).append("\tWells and pumps ").append(i).append("\t\t\tnone\n");
        }
        Path table = Files.writeString(folder.resolve("labels.tsv"), labels);
        Path model = folder.resolve("model.txt");
        StringWriter said = new StringWriter();
        int code = new CommandDoor("test", List.of(new CommandDoor.Named("train", () -> new Train(new IatiTexts()))))
                .answer(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "train",
                        "--labelled",
                        table.toString(),
                        "--out",
                        model.toString());
        assertThat(code).as(said.toString()).isZero();
        return model;
    }

    @Test
    void a_model_that_was_trained_sorts_otherwise_and_says_so_in_the_edition() throws IOException {
        Sorter own = OwnModel.sorter(trained().toString());
        Sortable works = activity("Kabimba access works, third lot");
        assertThat(Sorter.shipped().sort(works).area()).isNotEqualTo(ReformArea.of("2b"));
        assertThat(own.sort(works).area()).isEqualTo(ReformArea.of("2b"));
        assertThat(own.edition()).isNotEqualTo(Sorter.shipped().edition());
    }

    @Test
    void a_file_that_is_no_model_is_told_by_whoever_sorts_with_its_name() throws IOException {
        Path damaged = Files.writeString(
                folder.resolve("damaged.txt"), Files.readString(trained()).replaceFirst("0", "1"));
        Path other = Files.writeString(folder.resolve("other.txt"), "a letter");
        for (Path wrong : List.of(damaged, other, folder.resolve("nowhere.txt"), folder)) {
            Sorter own = OwnModel.sorter(wrong.toString());
            assertThatThrownBy(() -> own.sort(activity("Police")))
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.say(Wording.english()))
                                    .contains(wrong.getFileName().toString()));
        }
    }
}
