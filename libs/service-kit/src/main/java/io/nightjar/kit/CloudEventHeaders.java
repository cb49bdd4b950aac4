// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka binary mode: the event is the value, what is known about it stands in headers. */
final class CloudEventHeaders {

    private static final String TYPE = "ce_type";

    private CloudEventHeaders() {}

    static Headers of(String id, String source, String type, String subject, Instant time) {
        var headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_source", source);
        put(headers, TYPE, type);
        put(headers, "ce_time", time.toString());
        put(headers, "ce_subject", subject);
        put(headers, "content-type", "application/json");
        return headers;
    }

    static @Nullable String type(Headers headers) {
        var header = headers.lastHeader(TYPE);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
