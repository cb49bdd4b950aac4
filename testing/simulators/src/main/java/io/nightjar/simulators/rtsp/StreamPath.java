// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

/**
 * The address in a request, however a client put it together.
 *
 * @param path without slashes around it, query and track
 * @param base the address of the stream, with a slash at its end
 */
record StreamPath(String path, String base) {

    private static final String TRACK = "/trackID=";

    static StreamPath of(String uri) {
        var withoutQuery = uri.contains("?") ? uri.substring(0, uri.indexOf('?')) : uri;
        var track = withoutQuery.indexOf(TRACK);
        var stream = track < 0 ? withoutQuery : withoutQuery.substring(0, track);
        while (stream.endsWith("/")) {
            stream = stream.substring(0, stream.length() - 1);
        }
        var scheme = stream.indexOf("://");
        var slash = stream.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        return new StreamPath(slash < 0 ? "" : stream.substring(slash + 1), stream + "/");
    }
}
