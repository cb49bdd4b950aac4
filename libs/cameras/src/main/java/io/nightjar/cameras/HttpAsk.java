// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.rtsp.Headers;
import java.util.Optional;

/** What {@link CameraHttp} is asked to send; never changes. Its text form shows neither path nor secrets. */
public final class HttpAsk {

    /** Enough for a large picture or a console's whole state. */
    public static final int MAX_BODY = 16 * 1024 * 1024;

    /** Enough for what a camera says about itself, which costs many times its length once it is taken apart. */
    public static final int MAX_TEXT = 1024 * 1024;

    private final String method;
    private final String url;
    private final Origin origin;
    private Headers headers = Headers.EMPTY;
    private byte[] body = new byte[0];
    private Optional<Credentials> credentials = Optional.empty();
    private Optional<String> certificate = Optional.empty();
    private boolean alone;
    private boolean urgent;
    private boolean repeatable;
    private int maxBody = MAX_BODY;

    private HttpAsk(String method, String url, Origin origin) {
        this.method = method;
        this.url = url;
        this.origin = origin;
    }

    /**
     * Asks for something.
     *
     * @param url with the host as it was named; secrets may be in its query
     * @param origin decides which addresses may be dialled, also after redirects
     */
    public static HttpAsk get(String url, Origin origin) {
        return new HttpAsk("GET", url, origin);
    }

    public static HttpAsk post(String url, Origin origin, String contentType, byte[] body) {
        return get(url, origin).withMethod("POST").withBody(contentType, body);
    }

    public HttpAsk withMethod(String name) {
        return copy(name);
    }

    public HttpAsk with(String header, String value) {
        var changed = copy(method);
        changed.headers = headers.with(header, value);
        return changed;
    }

    public HttpAsk withBody(String contentType, byte[] bytes) {
        var changed = with("Content-Type", contentType);
        changed.body = bytes;
        return changed;
    }

    /** Signs in when the camera asks for it, by digest or basic; nobody but the host of the address is shown a proof. */
    public HttpAsk signedBy(Optional<Credentials> who) {
        var changed = copy(method);
        changed.credentials = who.filter(given -> !given.username().isEmpty());
        return changed;
    }

    /** Accepts only the certificate with this SHA-256, in hexadecimal; any, where it is empty. */
    public HttpAsk pinned(Optional<String> fingerprint) {
        var changed = copy(method);
        changed.certificate = fingerprint;
        return changed;
    }

    /** For cameras that fail when asked two things at once. */
    public HttpAsk oneAtATime() {
        var changed = copy(method);
        changed.alone = true;
        changed.urgent = false;
        return changed;
    }

    /** Waits for no other request to the same host: for what must overtake, such as a stop. */
    public HttpAsk urgent() {
        var changed = copy(method);
        changed.urgent = true;
        changed.alone = false;
        return changed;
    }

    /**
     * Does no harm when it is sent twice: goes over a connection that was kept from the last such request, which the
     * camera may be about to close.
     */
    public HttpAsk repeatable() {
        var changed = copy(method);
        changed.repeatable = true;
        return changed;
    }

    /** Takes no longer answers than this. */
    public HttpAsk atMost(int bytes) {
        var changed = copy(method);
        changed.maxBody = bytes;
        return changed;
    }

    String method() {
        return method;
    }

    String url() {
        return url;
    }

    Origin origin() {
        return origin;
    }

    Headers headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    Optional<Credentials> credentials() {
        return credentials;
    }

    Optional<String> certificate() {
        return certificate;
    }

    boolean alone() {
        return alone;
    }

    boolean isUrgent() {
        return urgent;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    int maxBody() {
        return maxBody;
    }

    /** The same without anything that is meant for one host alone. */
    HttpAsk forStrangers() {
        return get(url, origin).pinned(certificate).atMost(maxBody);
    }

    @Override
    public String toString() {
        return method + " " + HttpTarget.of(url).place();
    }

    private HttpAsk copy(String newMethod) {
        var copy = new HttpAsk(newMethod, url, origin);
        copy.headers = headers;
        copy.body = body;
        copy.credentials = credentials;
        copy.certificate = certificate;
        copy.alone = alone;
        copy.urgent = urgent;
        copy.repeatable = repeatable;
        copy.maxBody = maxBody;
        return copy;
    }
}
