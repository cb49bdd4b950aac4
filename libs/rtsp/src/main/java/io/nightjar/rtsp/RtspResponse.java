// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

/** A response; {@link #to} makes one that belongs to a request. */
public record RtspResponse(int status, String reason, Headers headers, String body) implements RtspMessage {

    /** Answers a request: echoes its CSeq and gives the usual phrase for the status. */
    public static RtspResponse to(RtspRequest request, int status) {
        return to(request, status, phrase(status));
    }

    /** Like {@link #to(RtspRequest, int)}, with a phrase of its own: it is what the client's user gets to see. */
    public static RtspResponse to(RtspRequest request, int status, String reason) {
        var headers =
                request.header("CSeq").map(cseq -> Headers.of("CSeq", cseq)).orElse(Headers.EMPTY);
        return new RtspResponse(status, reason, headers, "");
    }

    public boolean successful() {
        return status >= 200 && status < 300;
    }

    public RtspResponse with(String name, String value) {
        return new RtspResponse(status, reason, headers.with(name, value), body);
    }

    /** Adds a header line beside others of its name, as 401 needs for several challenges. */
    public RtspResponse plus(String name, String value) {
        return new RtspResponse(status, reason, headers.plus(name, value), body);
    }

    public RtspResponse withBody(String contentType, String text) {
        return new RtspResponse(status, reason, headers.with("Content-Type", contentType), text);
    }

    @Override
    public String startLine() {
        return "RTSP/1.0 " + status + " " + reason;
    }

    @Override
    public String toString() {
        return "RtspResponse[" + status + " " + reason + "]";
    }

    public static String phrase(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 301 -> "Moved Permanently";
            case 302 -> "Moved Temporarily";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 406 -> "Not Acceptable";
            case 408 -> "Request Timeout";
            case 413 -> "Request Entity Too Large";
            case 415 -> "Unsupported Media Type";
            case 451 -> "Parameter Not Understood";
            case 453 -> "Not Enough Bandwidth";
            case 454 -> "Session Not Found";
            case 455 -> "Method Not Valid in This State";
            case 459 -> "Aggregate Operation Not Allowed";
            case 461 -> "Unsupported Transport";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 503 -> "Service Unavailable";
            case 505 -> "RTSP Version Not Supported";
            default -> "Status " + status;
        };
    }
}
