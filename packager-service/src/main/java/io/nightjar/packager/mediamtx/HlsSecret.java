// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import io.nightjar.kit.ServiceToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What opens MediaMTX's HLS to us. It turns its own checks off, so it is ours alone; the same at every start. */
final class HlsSecret {

    private HlsSecret() {}

    static String of(ServiceToken token) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.value().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal("mediamtx hls".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("This Java has no HmacSHA256", failure);
        }
    }
}
