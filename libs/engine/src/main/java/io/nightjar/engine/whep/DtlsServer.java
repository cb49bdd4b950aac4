// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;

/** Our side of one handshake: demands the certificate the offer announced, and takes out the keys for SRTP. */
final class DtlsServer extends DefaultTlsServer {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int RESEND_MILLIS = 250;

    private final DtlsIdentity identity;
    private final List<Fingerprint> expected;
    private @Nullable SrtpProfile profile;
    private @Nullable SrtpKeys keys;
    private volatile boolean peerClosed;

    DtlsServer(DtlsIdentity identity, List<Fingerprint> expected) {
        super(identity.crypto());
        this.identity = identity;
        this.expected = List.copyOf(expected);
    }

    /** Present once the handshake is complete. */
    Optional<SrtpKeys> keys() {
        return Optional.ofNullable(keys);
    }

    boolean peerClosed() {
        return peerClosed;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
        };
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        return identity.signer(context);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        return new CertificateRequest(
                new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
                null);
    }

    @Override
    public void notifyClientCertificate(Certificate certificate) throws IOException {
        if (certificate.isEmpty()) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "The player showed no certificate");
        }
        byte[] shown = certificate.getCertificateAt(0).getEncoded();
        if (expected.stream().noneMatch(fingerprint -> fingerprint.matches(shown))) {
            throw new TlsFatalAlert(
                    AlertDescription.bad_certificate, "The player's certificate is not the one its offer announced");
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // Bouncy Castle's own signature.
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        var offered = extensions == null ? null : TlsSRTPUtils.getUseSRTPExtension(extensions);
        profile = offered == null
                ? null
                : SrtpProfile.choose(offered.getProtectionProfiles()).orElse(null);
        if (profile == null) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "The player offers no SRTP profile we have");
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // Bouncy Castle's own signature.
    public Hashtable getServerExtensions() throws IOException {
        var extensions = super.getServerExtensions();
        var chosen = profile;
        if (chosen != null) {
            TlsSRTPUtils.addUseSRTPExtension(
                    extensions, new UseSRTPData(new int[] {chosen.id()}, TlsUtils.EMPTY_BYTES));
        }
        return extensions;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        var chosen = profile;
        if (chosen != null) {
            byte[] material =
                    context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, SrtpKeys.materialLength(chosen));
            keys = new SrtpKeys(chosen, material);
        }
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        peerClosed |= description == AlertDescription.close_notify;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return PATIENCE_MILLIS;
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return RESEND_MILLIS;
    }
}
