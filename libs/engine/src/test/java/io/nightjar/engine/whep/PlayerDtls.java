// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.io.IOException;
import java.util.Hashtable;
import java.util.Optional;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.TlsSRTPUtils;

/** The DTLS of {@link TestPlayer}: takes out the keys and notices a goodbye. */
final class PlayerDtls extends DtlsClient {

    private SrtpProfile profile = SrtpProfile.AES128_CM_SHA1_80;
    private volatile Optional<SrtpKeys> keys = Optional.empty();
    private volatile boolean goodbye;

    PlayerDtls(DtlsIdentity identity) {
        super(identity);
    }

    Optional<SrtpKeys> keys() {
        return keys;
    }

    boolean goodbye() {
        return goodbye;
    }

    @Override
    @SuppressWarnings("rawtypes") // Bouncy Castle's own signature.
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        var agreed = TlsSRTPUtils.getUseSRTPExtension(extensions);
        profile = SrtpProfile.choose(agreed.getProtectionProfiles()).orElseThrow();
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        var length = SrtpKeys.materialLength(profile);
        keys = Optional.of(new SrtpKeys(profile, context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, length)));
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        goodbye |= description == AlertDescription.close_notify;
    }
}
