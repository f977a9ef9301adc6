package org.salus.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * The authorities by which a server for mail is believed to be itself, and no others: those of an organisation that issues its own certificates.
 *
 * @param authorities their certificates; at least one
 */
public record MailTrust(List<X509Certificate> authorities) {
    public MailTrust {
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("no authority");
        }
        authorities = List.copyOf(authorities);
    }

    /**
     * The certificates of a file, each in PEM (RFC 7468).
     *
     * @throws IOException if it cannot be read
     * @throws CertificateException if it holds none, or something else
     */
    static MailTrust of(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (all.isEmpty()) {
                throw new CertificateException(file.toString());
            }
            return new MailTrust(all);
        }
    }

    /** Makes connections that are believed by these alone. */
    SSLSocketFactory sockets() {
        try {
            KeyStore believed = KeyStore.getInstance(KeyStore.getDefaultType());
            believed.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                believed.setCertificateEntry("authority " + i, authorities.get(i));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(believed);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
