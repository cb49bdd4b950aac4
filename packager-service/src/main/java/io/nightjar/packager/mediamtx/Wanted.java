// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** How a MediaMTX must be configured to be ours: deny by default, one publisher per path, low-latency HLS. */
record Wanted(Users users, String hlsSecret) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Who may do what there. Its text form shows no password. */
    record Users(String serviceToken, String viewerPassword, Optional<String> apiUser, Optional<String> apiPassword) {
        @Override
        public String toString() {
            return "Users[hidden]";
        }
    }

    /** The part of its global configuration that we own. */
    ObjectNode global() {
        var node = JSON.objectNode();
        node.put("authMethod", "internal");
        node.put("hls", true);
        node.put("hlsVariant", "lowLatency");
        // Fewer than seven segments and the low-latency muxer is never made: viewers would get 404 for ever.
        node.put("hlsSegmentCount", 7);
        node.put("hlsSegmentDuration", "1s");
        node.put("hlsPartDuration", "200ms");
        node.put("hlsAlwaysRemux", true);
        node.put("hlsCDNSecret", hlsSecret);
        node.put("webrtc", true);
        node.put("rtsp", true);
        var list = node.putArray("authInternalUsers");
        list.add(user("ingest", users.serviceToken(), "publish"));
        list.add(user("service", users.serviceToken(), "read"));
        list.add(user("viewer", users.viewerPassword(), "read"));
        var api = user(users.apiUser().orElse("any"), users.apiPassword().orElse(""), "api");
        if (users.apiUser().isEmpty()) {
            api.putArray("ips").add("127.0.0.1").add("::1");
        }
        list.add(api);
        return node;
    }

    private static ObjectNode user(String name, String password, String action) {
        var user = JSON.objectNode();
        user.put("user", name);
        user.put("pass", password);
        user.putArray("ips");
        user.putArray("permissions").addObject().put("action", action).put("path", "");
        return user;
    }

    static ObjectNode path() {
        return JSON.objectNode().put("source", "publisher").put("overridePublisher", false);
    }

    /** Whether {@code actual} says what {@code wanted} says; whatever else it says is its own affair. */
    static boolean contains(JsonNode actual, JsonNode wanted) {
        if (wanted.isObject()) {
            return wanted.properties().stream()
                    .allMatch(field -> contains(actual.path(field.getKey()), field.getValue()));
        }
        if (wanted.isArray()) {
            if (actual.size() != wanted.size()) {
                return false;
            }
            for (int index = 0; index < wanted.size(); index++) {
                if (!contains(actual.path(index), wanted.get(index))) {
                    return false;
                }
            }
            return true;
        }
        return sameValue(actual.asText(), wanted.asText());
    }

    /** It writes address ranges in its own spelling, and never shows a password. */
    private static boolean sameValue(String actual, String wanted) {
        return actual.equals("<redacted>")
                || actual.equals(wanted)
                || actual.equals(wanted + "/32")
                || actual.equals(wanted + "/128");
    }
}
