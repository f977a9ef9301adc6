package org.salus.portfolio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salus.frame.cli.CommandDoor;

class TrainTest {
    @TempDir
    private Path folder;

    private record Answer(int code, String out, String err) {}

    private static Answer train(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> line = new ArrayList<>(List.of("train"));
        for (Object word : words) {
            line.add(word.toString());
        }
        int code = new CommandDoor("1", List.of(new CommandDoor.Named("train", () -> new Train(new IatiTexts()))))
                .answer(new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path labels() throws IOException {
        StringBuilder table = new StringBuilder("id\ttitle\tcodes\tarea\talso_possible\n");
        for (int i = 0; i < 30; i++) {
            table.append("XX-1-" + i + "\tPolice training " + i + "\t15210\t2b\t2x\n");
            table.append("XX-2-" + i + "\tRoads " + i + "\t21010\tnone\t\n");
        }
        return write("labels.tsv", table.append("XX-3-1\tProgramme\t\t?\t\n").toString());
    }

    @Test
    void a_model_is_written_the_same_each_time() throws IOException {
        Path labels = labels();
        Path coded = folder.resolve("coded.csv.gz");
        try (GZIPOutputStream packed = new GZIPOutputStream(Files.newOutputStream(coded))) {
            packed.write("id,title,codes\nYY-1,Demining,15250\n".getBytes(StandardCharsets.UTF_8));
        }
        Path first = folder.resolve("first.txt");
        Path second = folder.resolve("second.txt");
        Answer answer = train("--labelled", labels, "--coded", coded, "--out", first);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("60 labelled activities; 1 coded ones, 1 of them as weak labels");
        train("--labelled", labels, "--coded", coded, "--out", second);
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(first).content().startsWith("Salus model of sorting, format 1");
    }

    @Test
    void figures_are_told_with_their_intervals() throws IOException {
        Path unseen = write("unseen.tsv", "id\tarea\nYY-1\t4b\n");
        Path coded = write("coded.csv", "id,title,codes\nYY-1,Demining,15250\n");
        Answer answer = train("--labelled", labels(), "--coded", coded, "--unseen", unseen, "--measure");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("rules alone\t60\t1.000 (1.000–1.000)", "publisher left out\t60\t", "kept aside\t1\t1.000")
                .contains("label\\answer\t1a", "0 of them as weak labels; 1 kept aside");
    }

    @Test
    void what_cannot_be_learned_from_is_said_in_one_line() throws IOException {
        Path model = folder.resolve("model.txt");
        assertThat(train("--labelled", folder.resolve("absent.tsv"), "--out", model))
                .isEqualTo(failed("There is no file \"" + folder.resolve("absent.tsv") + "\"."));
        assertThat(train("--labelled", folder, "--out", model).err()).contains("is a folder");
        assertThat(train("--labelled", write("empty.tsv", ""), "--out", model).err())
                .contains("is empty");
        assertThat(train("--labelled", write("head.tsv", "id\ttitle\tarea\n"), "--out", model)
                        .err())
                .contains("is empty");
        assertThat(train("--labelled", write("bare.tsv", "id\ttitle\n1\tPolice\n"), "--out", model)
                        .err())
                .contains("has no column \"area\"");
        assertThat(train("--labelled", write("a.xml", "<iati-activities/>"), "--out", model)
                        .err())
                .contains("is not a table");
        assertThat(train("--labelled", write("area.tsv", "id\ttitle\tarea\n7\tPolice\t9z\n"), "--out", model)
                        .err())
                .contains("gives \"7\" the area \"9z\"");
        assertThat(train("--labelled", write("few.tsv", "id\ttitle\tarea\n7\tPolice\t2b\n"), "--out", model)
                        .err())
                .contains("too few labelled activities", "20");
        assertThat(train("--labelled", write("words.tsv", "id\ttitle\tarea\n7\t\t2b\n"), "--out", model)
                        .err())
                .contains("\"7\" without any words");
        assertThat(train("--labelled", labels(), "--coded", folder.resolve("absent.xml"), "--out", model)
                        .code())
                .isEqualTo(1);
        assertThat(train("--labelled", labels(), "--coded", write("zip.bin", "PK\0\0\0"), "--out", model)
                        .err())
                .contains("neither a table nor XML");
        assertThat(train("--labelled", labels(), "--out", folder).err()).contains("is a folder");
        assertThat(train("--labelled", labels(), "--out", folder.resolve("no/such/model.txt"))
                        .err())
                .contains("could not be written");
        assertThat(model).doesNotExist();
    }

    private static Answer failed(String what) {
        return new Answer(1, "", "salus: " + what + System.lineSeparator());
    }

    @Test
    void wrong_use_is_exit_code_two() throws IOException {
        assertThat(train().code()).isEqualTo(2);
        assertThat(train("--labelled", labels()).err()).contains("--out", "--measure");
        assertThat(train("--labelled", labels()).code()).isEqualTo(2);
    }
}
