// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

/** A request. Its text form holds neither headers nor the query of its address, which may carry credentials. */
public record RtspRequest(String method, String uri, Headers headers, String body) implements RtspMessage {

    public static RtspRequest of(String method, String uri, int cseq) {
        return new RtspRequest(method, uri, Headers.of("CSeq", Integer.toString(cseq)), "");
    }

    public RtspRequest with(String name, String value) {
        return new RtspRequest(method, uri, headers.with(name, value), body);
    }

    public RtspRequest withBody(String contentType, String text) {
        return new RtspRequest(method, uri, headers.with("Content-Type", contentType), text);
    }

    @Override
    public String startLine() {
        return method + " " + uri + " RTSP/1.0";
    }

    @Override
    public String toString() {
        return "RtspRequest[" + method + "]";
    }
}
