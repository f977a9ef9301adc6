package org.salus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of one's own that issues certificates, by the program that comes with Java. */
final class SmallAuthority {
    private static final String PASSWORD = "for tests";

    private final Path keys;
    private final Path pem;

    /** Makes one, whose files lie in that folder. */
    SmallAuthority(Path folder) throws IOException, InterruptedException {
        keys = folder.resolve("keys.p12");
        pem = folder.resolve("authority.pem");
        keytool("-genkeypair", "-alias", "authority", "-keyalg", "EC", "-dname", "CN=Small authority", "-ext", "bc:c");
        keytool("-exportcert", "-rfc", "-alias", "authority", "-file", pem.toString());
    }

    /** Its certificate. */
    Path pem() {
        return pem;
    }

    /**
     * What a server of that name speaks with.
     *
     * @param name of the server, as its certificate says
     * @param more of its certificate, as keytool has it, such as dates
     */
    SSLContext server(String name, String... more) throws IOException, InterruptedException, GeneralSecurityException {
        List<String> words = new ArrayList<>(List.of("-genkeypair", "-alias", name, "-signer", "authority"));
        words.addAll(List.of("-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=dns:" + name));
        words.addAll(List.of(more));
        keytool(words.toArray(String[]::new));
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            all.load(in, PASSWORD.toCharArray());
        }
        // A server must not show itself by the certificate of the authority.
        all.deleteEntry("authority");
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(all, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        all.addAll(List.of(words));
        all.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
