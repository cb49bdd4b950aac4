// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mends the addresses a device gives. Behind a router or in a container it knows only its own: the host is always the one
 * it was reached at, and the port where the device's own service shows that ports are mapped, too. Other ports stay,
 * because services may well have ports of their own.
 */
final class AddressRepair {

    /** Possessive, as a long row of colons or at-signs would otherwise overflow the stack or take minutes. */
    private static final Pattern ADDRESS =
            Pattern.compile("([A-Za-z]{3,6})://(?:[^/?#]*@)?+(\\[[^\\]/]*+]|[^:/?#]*+)((?::[0-9]*)*+)([/?#].*)?");

    private final OnvifTarget target;
    private final Optional<Advertised> device;

    private record Advertised(String scheme, String host, int port, String rest) {}

    /** @param deviceXAddr what the device says the address is at which it was reached; empty if it does not say */
    AddressRepair(OnvifTarget target, Optional<String> deviceXAddr) {
        this.target = target;
        this.device = deviceXAddr.flatMap(AddressRepair::read);
    }

    /** Of a service, a subscription or a snapshot; empty when it is beyond repair. */
    Optional<URI> service(String address) {
        return read(address)
                .filter(advertised -> advertised.scheme().startsWith("http"))
                .flatMap(this::service);
    }

    private Optional<URI> service(Advertised advertised) {
        boolean mapped = advertised.host().isEmpty()
                || device.filter(own -> own.port() == advertised.port()).isPresent();
        return mapped
                ? uri(target.scheme(), target.port(), advertised.rest())
                : uri(advertised.scheme(), advertised.port(), advertised.rest());
    }

    /**
     * Of a stream, best first: at the host where the device was reached and, where the device knows its own address and yet
     * names another host, there. Empty when it is beyond repair. Text, since paths of streams may be no URI.
     */
    List<String> stream(String address) {
        return read(address)
                .filter(advertised -> advertised.scheme().startsWith("rtsp"))
                .map(this::stream)
                .orElse(List.of());
    }

    private List<String> stream(Advertised advertised) {
        int port = target.rtspPort().orElse(advertised.port());
        var addresses = new ArrayList<String>();
        addresses.add(advertised.scheme() + "://" + target.hostInUrl() + ":" + port + advertised.rest());
        boolean knowsItself = device.filter(own -> own.host().equalsIgnoreCase(target.hostInUrl()))
                .isPresent();
        if (knowsItself && !advertised.host().isEmpty()) {
            addresses.add(
                    advertised.scheme() + "://" + advertised.host() + ":" + advertised.port() + advertised.rest());
        }
        return addresses.stream().distinct().toList();
    }

    private Optional<URI> uri(String scheme, int port, String rest) {
        try {
            return Optional.of(new URI(scheme + "://" + target.hostInUrl() + ":" + port + rest));
        } catch (URISyntaxException beyondRepair) {
            return Optional.empty();
        }
    }

    /** Takes what is there: user information goes, and of {@code host:8106:8106} the first port counts. */
    private static Optional<Advertised> read(String address) {
        var matcher = ADDRESS.matcher(address.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        var rest = matcher.group(4) == null ? "/" : matcher.group(4);
        return Optional.of(new Advertised(scheme, matcher.group(2), port(scheme, matcher.group(3)), rest));
    }

    private static int port(String scheme, String ports) {
        var first = ports.isEmpty() ? "" : ports.substring(1).split(":", 2)[0];
        int port = first.isEmpty() || first.length() > 5 ? 0 : Integer.parseInt(first);
        return port > 0 && port < 65_536 ? port : usual(scheme);
    }

    private static int usual(String scheme) {
        return switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            case "rtsps" -> 322;
            default -> 554;
        };
    }
}
