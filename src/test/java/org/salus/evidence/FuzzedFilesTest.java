package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever bytes come, a reader finds facts or refuses the file: nothing else ever leaves it. */
class FuzzedFilesTest {
    private static final IatiReader READER = new IatiReader(new IatiCodes(Countries.shipped()));

    /** Feeds Jazzer's inputs; without its agent, the empty input only. */
    @Tag("fuzz")
    @FuzzTest(maxDuration = "30s")
    void the_reader_of_activities_survives(byte[] bytes) throws IOException {
        read(bytes);
    }

    @Tag("fuzz")
    @FuzzTest(maxDuration = "30s")
    void the_opener_of_archives_survives(byte[] bytes) throws IOException {
        open(bytes);
    }

    /** The same with changes by chance but always the same, on the quick shelf. */
    @Test
    @Tag("slow")
    void changed_bytes_of_sound_files_bring_nothing_down() throws IOException {
        byte[] xml = HostileFiles.encoded(
                HostileFiles.file(
                        HostileFiles.activity(
                                "A-1", "<!-- c --><description>R\u00e9forme &amp; <![CDATA[x]]></description>"),
                        HostileFiles.activity("A-2", "<contact-info><email>a@b.org</email></contact-info>")),
                "UTF-8");
        List<byte[]> sound = List.of(
                xml,
                HostileFiles.encoded(new String(xml, StandardCharsets.UTF_8).replace("UTF-8", "UTF-16"), "UTF-16"),
                HostileFiles.zip("a.xml", xml, "b.xml", xml),
                HostileFiles.gzip(xml));
        Random random = new Random(42);
        String odd = "<>&;\"'=/!?[]-#x0 \0\u00ff";
        for (int round = 0; round < 6_000; round++) {
            byte[] bytes = sound.get(round % sound.size()).clone();
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : (byte) odd.charAt(random.nextInt(odd.length()));
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            if (round % sound.size() < 2) {
                read(cut);
            } else {
                open(cut);
            }
        }
    }

    private static void read(byte[] bytes) throws IOException {
        try {
            READER.read(new ByteArrayInputStream(bytes), "file.xml", new FoundFacts());
        } catch (UnreadableFile refused) {
            assertThat(refused.sentence().key()).startsWith("evidence.file.");
        }
    }

    private static void open(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("salus-fuzz", "");
        try {
            Files.write(file, bytes);
            new Container(file, Progress.SILENT).each(new Container.Visitor() {
                @Override
                public void member(String path, InputStream member) throws IOException {
                    READER.read(member, path, new FoundFacts());
                }

                @Override
                public void unsafe(String path) {}

                @Override
                public void broken(String path, UnreadableFile why) {}
            });
        } catch (IOException refused) {
            assertThat(refused).isNotNull();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
