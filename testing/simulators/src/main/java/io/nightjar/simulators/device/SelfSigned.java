// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.device;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PfxOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate that a device has signed itself, as all of them do.
 *
 * @param fingerprint SHA-256 of the certificate in hexadecimal
 */
public record SelfSigned(PfxOptions options, String fingerprint) {

    private static final String PASSWORD = "simulator";

    /** A new key and certificate for 127.0.0.1. */
    public static SelfSigned create(String commonName, Clock clock) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            var keys = generator.generateKeyPair();
            var name = new X500Name("CN=" + commonName);
            var now = clock.instant();
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(64, new SecureRandom()),
                    Date.from(now.minus(Duration.ofDays(1))),
                    Date.from(now.plus(Duration.ofDays(365))),
                    name,
                    keys.getPublic());
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            var certificate = new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("device", keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate});
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, PASSWORD.toCharArray());
            return new SelfSigned(
                    new PfxOptions()
                            .setValue(Buffer.buffer(bytes.toByteArray()))
                            .setPassword(PASSWORD),
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (GeneralSecurityException | IOException | OperatorCreationException failure) {
            throw new IllegalStateException("A certificate for " + commonName + " could not be made", failure);
        }
    }
}
