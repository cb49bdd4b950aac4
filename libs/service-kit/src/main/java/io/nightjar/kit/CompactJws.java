// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/** JSON Web Signatures in compact form, with Ed25519 and nothing else: the header never chooses the algorithm. */
final class CompactJws {

    private static final String ALGORITHM = "EdDSA";
    private static final int LONGEST = 4096;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final ObjectReader HEADER = JSON.readerFor(JsonNode.class);
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final String SIGNED_HEADER =
            ENCODER.encodeToString("{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private CompactJws() {}

    static String sign(Object claims, PrivateKey key) {
        try {
            var content = SIGNED_HEADER + "." + ENCODER.encodeToString(JSON.writeValueAsBytes(claims));
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + ENCODER.encodeToString(signature.sign());
        } catch (JsonProcessingException | GeneralSecurityException failure) {
            throw new IllegalStateException("A token cannot be signed", failure);
        }
    }

    static <T> Optional<T> verify(String token, PublicKey key, Class<T> claims) {
        var parts = token.split("\\.", -1);
        if (token.length() > LONGEST || parts.length != 3) {
            return Optional.empty();
        }
        try {
            var header = HEADER.<JsonNode>readValue(DECODER.decode(parts[0]));
            if (!ALGORITHM.equals(header.path("alg").asText()) || header.has("crit")) {
                return Optional.empty();
            }
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(DECODER.decode(parts[2]))
                    ? Optional.of(JSON.readValue(DECODER.decode(parts[1]), claims))
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException | IllegalArgumentException notAToken) {
            // Whatever else it is, it is not a token of ours; its text stays out of the log.
            return Optional.empty();
        }
    }
}
