// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the addresses of one camera's streams and keeps the secrets they held apart. */
final class AddressFields {

    /** A console's address is its stream's secret name. Elsewhere than at a UniFi camera it is known by port and length. */
    private static final Pattern UNIFI = Pattern.compile("(rtsps?://[^/]+/)([A-Za-z0-9_-]+)/?");

    private static final Pattern LIKE_UNIFI = Pattern.compile("(rtsps?://[^/]+:744[17]/)([A-Za-z0-9]{12,})/?");

    /** Each is tried before a camera counts as lost. */
    private static final int MOST_ALTERNATIVES = 16;

    private final Vendor vendor;
    private final Origin origin;
    private final List<Credentials> users = new ArrayList<>();
    private final Map<Role, String> aliases = new EnumMap<>(Role.class);
    private final Set<Role> written = EnumSet.noneOf(Role.class);

    AddressFields(Vendor vendor, Origin origin) {
        this.vendor = vendor;
        this.origin = origin;
    }

    @Nullable
    String url(Fields stream, Role role) {
        var typed = stream.text("url");
        if (typed != null) {
            written.add(role);
        }
        return typed == null ? null : read(stream, "url", typed, role).orElse(null);
    }

    List<String> alternatives(Fields stream, Role role) {
        var list = stream.list("alternatives");
        var urls = new ArrayList<String>();
        if (list != null && list.size() > MOST_ALTERNATIVES) {
            stream.report("alternatives", "may be at most " + MOST_ALTERNATIVES);
            return urls;
        }
        for (JsonNode item : list == null ? List.<JsonNode>of() : list) {
            if (item.isTextual()) {
                read(stream, "alternatives", item.asText(), role).ifPresent(urls::add);
            } else {
                stream.report("alternatives", "must be a list of addresses, and holds " + Fields.kindOf(item));
            }
        }
        return urls;
    }

    /** Whether somebody wrote an address for a role, be it a wrong one. */
    boolean wrote(Role role) {
        return written.contains(role);
    }

    /** The users that addresses named, each once. */
    List<Credentials> users() {
        return users.stream().distinct().toList();
    }

    Map<Role, String> aliases() {
        return aliases;
    }

    /** UniFi's own alias is found by role when it is dialled; elsewhere the address itself must say which one it means. */
    String aliasName(Role role) {
        boolean apart = role == Role.SUB
                && vendor != Vendor.UNIFI
                && !Objects.equals(aliases.get(Role.SUB), aliases.get(Role.MAIN));
        return apart ? Credentials.ALIAS_SUB : Credentials.ALIAS;
    }

    private Optional<String> read(Fields stream, String field, String typed, Role role) {
        try {
            var address = StreamAddress.parse(typed, origin);
            address.credentials().ifPresent(users::add);
            if (typed.toLowerCase(Locale.ROOT).contains("enablesrtp")) {
                stream.warn(field, "asks for encryption inside RTSP by enableSrtp, which is left out");
            }
            return Optional.of(withoutAlias(stream, field, address.url(), role));
        } catch (IllegalArgumentException wrong) {
            stream.report(field, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private String withoutAlias(Fields stream, String field, String url, Role role) {
        var matcher = (vendor == Vendor.UNIFI ? UNIFI : LIKE_UNIFI).matcher(url);
        if (!matcher.matches()) {
            return url;
        }
        var alias = matcher.group(2);
        var known = aliases.putIfAbsent(role, alias);
        if (known != null && !known.equals(alias)) {
            stream.report(field, "names another alias than the stream's url; a stream has one");
        }
        return matcher.group(1) + "{" + aliasName(role) + "}";
    }
}
