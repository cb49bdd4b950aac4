// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.nightjar.contracts.ContractsJson;
import io.nightjar.gateway.pictures.Picture;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** A picture as a binary message: two bytes with the header's length, the header as JSON, the JPEG. */
final class PictureFrame {
    private PictureFrame() {}

    static Buffer of(PictureWish wish, Picture picture) {
        var header = ContractsJson.mapper()
                .createObjectNode()
                .put("camera", wish.camera().value())
                .put("role", wish.role().wire())
                .put("at", picture.at().toEpochMilli())
                .put("seq", picture.number())
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        return Buffer.buffer(2 + header.length + picture.jpeg().length())
                .appendUnsignedShort(header.length)
                .appendBytes(header)
                .appendBuffer(picture.jpeg());
    }
}
