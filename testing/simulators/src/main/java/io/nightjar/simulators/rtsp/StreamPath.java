// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

/**
 * The address in a request, however a client put it together.
 *
 * @param path without slashes around it, query and track
 * @param query as it came, without the question mark; empty where there is none
 * @param base the address of the stream, query and all, with a slash at its end
 */
public record StreamPath(String path, String query, String base) {

    private static final String TRACK = "/trackID=";

    static StreamPath of(String uri) {
        var track = uri.indexOf(TRACK);
        var stream = withoutSlash(track < 0 ? uri : uri.substring(0, track));
        var mark = stream.indexOf('?');
        var address = withoutSlash(mark < 0 ? stream : stream.substring(0, mark));
        var query = mark < 0 ? "" : stream.substring(mark + 1);
        var scheme = address.indexOf("://");
        var slash = address.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        return new StreamPath(slash < 0 ? "" : address.substring(slash + 1), query, stream + "/");
    }

    private static String withoutSlash(String text) {
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return text.substring(0, end);
    }

    /** The value of a parameter, as it came; empty where it is missing. */
    public String parameter(String name) {
        for (var pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return "";
    }
}
