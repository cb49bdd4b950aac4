// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A stream's address as typed, taken apart: the address without secrets, and the secrets.
 *
 * <p>Passwords are often typed unencoded, so the user information ends at the last {@code @} that leaves a host.
 */
public record StreamAddress(String url, Optional<Credentials> credentials) {

    /** What any camera may be reached by. */
    public static final List<String> SCHEMES = List.of("rtsp", "rtsps", "rtmp", "rtmps", "http", "https", "srt");

    /** What names something of the machine that Nightjar runs on; operators may, in files. */
    public static final List<String> LOCAL_SCHEMES = List.of("v4l2", "file");

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");
    private static final Pattern DEVICE = Pattern.compile("/dev/[A-Za-z0-9][A-Za-z0-9/_.:-]*");
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[[0-9A-Fa-f:.%]+]|[^:@/?#\\s\\[\\]]+)(?::([0-9]{1,5}))?");

    /** Reads an address from anywhere: of the API, of a camera, of a redirect. */
    public static StreamAddress parse(String typed) {
        return parse(typed, Origin.API);
    }

    /** Fails with a message that shows nothing of the address beyond its scheme. */
    public static StreamAddress parse(String typed, Origin origin) {
        var matcher = SCHEME.matcher(typed.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a full address such as rtsp://192.168.1.20:554/path");
        }
        var scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        var rest = matcher.group(2);
        if (LOCAL_SCHEMES.contains(scheme)) {
            return local(scheme, rest, origin);
        }
        if (!SCHEMES.contains(scheme)) {
            var allowed = Stream.concat(SCHEMES.stream(), origin == Origin.FILE ? LOCAL_SCHEMES.stream() : Stream.of());
            throw new IllegalArgumentException("must begin with " + allowed.collect(Collectors.joining("://, "))
                    + "://, not with " + Fields.shortened(scheme));
        }
        return remote(scheme, rest);
    }

    private static StreamAddress local(String scheme, String path, Origin origin) {
        if (origin != Origin.FILE) {
            throw new IllegalArgumentException("must not begin with " + scheme
                    + "://, which names something of the machine itself; only its operator may, in a cameras file");
        }
        if (scheme.equals("v4l2") && !DEVICE.matcher(path).matches()) {
            throw new IllegalArgumentException("must name a device, such as v4l2:///dev/video0");
        }
        if (!path.startsWith("/") || path.length() < 2) {
            throw new IllegalArgumentException("must name a file in full, such as file:///clips/yard.mp4");
        }
        return new StreamAddress(valid(scheme + "://" + path), Optional.empty());
    }

    private static StreamAddress remote(String scheme, String rest) {
        int userInfoEnd = userInfoEnd(rest);
        var address = rest.substring(userInfoEnd + 1);
        checkHost(scheme, address);
        var inPath = AddressSecrets.of(pathOf(address));
        var url = valid(scheme + "://" + authorityOf(address) + inPath.path());
        // User information made of placeholders adds nothing: whoever dials puts the credentials there anyway.
        if (userInfoEnd < 0 || rest.startsWith("{")) {
            return new StreamAddress(url, inPath.credentials());
        }
        var user = userInfo(rest.substring(0, userInfoEnd));
        if (inPath.credentials().isPresent() && !inPath.credentials().get().equals(user)) {
            throw new IllegalArgumentException("names two users, one before the host and one among the parameters");
        }
        return new StreamAddress(url, Optional.of(user));
    }

    private static int userInfoEnd(String rest) {
        int inAuthority = authorityOf(rest).lastIndexOf('@');
        boolean plain = HOST_AND_PORT
                .matcher(authorityOf(rest).substring(inAuthority + 1))
                .matches();
        return plain ? inAuthority : rest.lastIndexOf('@');
    }

    private static Credentials userInfo(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Credentials(AddressSecrets.decoded(text), "")
                : new Credentials(
                        AddressSecrets.decoded(text.substring(0, colon)),
                        AddressSecrets.decoded(text.substring(colon + 1)));
    }

    private static void checkHost(String scheme, String address) {
        var host = HOST_AND_PORT.matcher(authorityOf(address));
        if (!host.matches()) {
            throw new IllegalArgumentException("has no valid host and port after ://");
        }
        if (scheme.equals("srt") && host.group(1) == null) {
            throw new IllegalArgumentException("needs a port, as in srt://192.168.1.51:9000");
        }
        int port = host.group(1) == null ? 1 : Integer.parseInt(host.group(1));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("has a port outside 1 to 65535");
        }
    }

    private static String valid(String url) {
        try {
            var uri = new URI(url.replace("{", "%7B").replace("}", "%7D"));
            if (uri.getFragment() != null) {
                throw new IllegalArgumentException("holds a '#', which must be written %23");
            }
            return url;
        } catch (URISyntaxException malformed) {
            // The exception's text quotes the address, which may hold a secret.
            throw new IllegalArgumentException(
                    "holds a character that an address cannot hold; write it as a percent sign and its code");
        }
    }

    private static String authorityOf(String rest) {
        return rest.substring(0, rest.length() - pathOf(rest).length());
    }

    private static String pathOf(String rest) {
        for (int index = 0; index < rest.length(); index++) {
            if ("/?#".indexOf(rest.charAt(index)) >= 0) {
                return rest.substring(index);
            }
        }
        return "";
    }
}
