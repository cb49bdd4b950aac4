// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;

/** Our DTLS key and self-signed certificate, made at start: players know it by the fingerprint in the answer. */
final class DtlsIdentity {

    private static final Duration LIFE = Duration.ofDays(3650);

    private final JcaTlsCrypto crypto;
    private final Certificate chain;
    private final PrivateKey key;
    private final Fingerprint fingerprint;

    private DtlsIdentity(JcaTlsCrypto crypto, Certificate chain, PrivateKey key, Fingerprint fingerprint) {
        this.crypto = crypto;
        this.chain = chain;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    static DtlsIdentity create(Clock clock) throws IOException {
        try {
            var random = new SecureRandom();
            var crypto = new JcaTlsCryptoProvider().create(random);
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var name = new X500Name("CN=nightjar");
            var now = clock.instant();
            X509CertificateHolder holder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(64, random),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(LIFE)),
                            name,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            byte[] encoded = holder.getEncoded();
            var chain = new Certificate(new TlsCertificate[] {crypto.createCertificate(encoded)});
            return new DtlsIdentity(crypto, chain, pair.getPrivate(), Fingerprint.sha256(encoded));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IOException("No DTLS certificate could be made: " + impossible.getMessage(), impossible);
        }
    }

    JcaTlsCrypto crypto() {
        return crypto;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    TlsCredentialedSigner signer(TlsContext context) {
        return new JcaDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                key,
                chain,
                SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
    }
}
