// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a stream's fields together: what each allows, another may forbid. */
final class StreamChecks {

    /** Below this a Reolink camera wants a token for a picture. */
    private static final int REOLINK_LEAST_WIDTH = 640;

    private static final int REOLINK_LEAST_HEIGHT = 480;

    private final Vendor vendor;
    private final Fields stream;

    StreamChecks(Vendor vendor, Fields stream) {
        this.vendor = vendor;
        this.stream = stream;
    }

    /** @param httpOnly ffmpeg options that only an http source may have */
    StreamDraft checked(StreamDraft draft, List<String> httpOnly) {
        checkProtocol(draft);
        checkTransport(draft);
        checkReconnect(draft, httpOnly);
        checkRealtime(draft);
        return withFittingInput(draft);
    }

    private void checkProtocol(StreamDraft draft) {
        var protocol = draft.protocol();
        if (protocol == null) {
            return;
        }
        var url = draft.url();
        var offered = VendorRules.offered(vendor);
        if (url != null && !protocol.schemes().contains(StreamDraft.scheme(url))) {
            stream.report(
                    "protocol",
                    protocol.wire() + " does not fit an address that begins with " + StreamDraft.scheme(url) + "://",
                    fitting(StreamDraft.scheme(url)));
        } else if (url == null && !offered.isEmpty() && !offered.contains(protocol)) {
            stream.report(
                    "protocol",
                    protocol.wire() + " addresses of " + vendor.wire()
                            + " cameras do not follow from their host; give a url, or choose another",
                    offered.stream().map(Protocol::wire).toList());
        }
    }

    private static List<String> fitting(String scheme) {
        return List.of(Protocol.values()).stream()
                .filter(protocol -> protocol.schemes().contains(scheme))
                .map(Protocol::wire)
                .toList();
    }

    private void checkTransport(StreamDraft draft) {
        if (draft.transport() != Transport.UDP) {
            return;
        }
        var url = draft.url();
        var spoken = draft.spoken();
        if (url != null && url.startsWith("rtsps:")) {
            stream.report("transport", "rtsps goes over TCP only", List.of("auto", "tcp"));
        } else if (spoken.isPresent()
                && !Set.of(Protocol.RTSP, Protocol.NEOLINK).contains(spoken.get())) {
            stream.report(
                    "transport",
                    "udp is a way of RTSP; " + spoken.get().wire() + " has its own",
                    List.of("auto", "tcp"));
        } else if (VendorRules.tcpOnly(vendor)) {
            stream.report("transport", VendorRules.whyTcp(vendor), List.of("auto", "tcp"));
        }
    }

    private void checkReconnect(StreamDraft draft, List<String> httpOnly) {
        if (draft.http()) {
            return;
        }
        var protocol = draft.spoken().map(Protocol::wire).orElse("");
        httpOnly.forEach(option -> stream.report(
                "options", "-" + option + " is for http sources; it breaks " + protocol + ", leave it out"));
        if (draft.input().reconnectDelaySeconds() != null && httpOnly.isEmpty()) {
            stream.report(
                    "input.reconnectDelaySeconds",
                    "is for http sources; a lost " + protocol + " session is opened again anyway");
        }
    }

    private void checkRealtime(StreamDraft draft) {
        boolean file =
                draft.spoken().filter(protocol -> protocol == Protocol.FILE).isPresent();
        if (Boolean.TRUE.equals(draft.input().realtime()) && !file) {
            stream.report(
                    "input.realtime",
                    "is for files; a live source keeps its own pace, and holding it back loses pictures");
        }
    }

    private StreamDraft withFittingInput(StreamDraft draft) {
        var input = draft.input();
        if (vendor == Vendor.REOLINK && draft.protocol() == Protocol.SNAPSHOT) {
            checkReolinkSize("input.width", input.width(), REOLINK_LEAST_WIDTH);
            checkReolinkSize("input.height", input.height(), REOLINK_LEAST_HEIGHT);
        }
        if (draft.spoken().map(VendorRules::asked).orElse(true) || !asksSizeOrRate(input)) {
            return draft;
        }
        stream.warn(
                "input",
                "fps, width, height and pixelFormat are asked of snapshots and local cameras only and are ignored; to"
                        + " change a stream's size or rate use video");
        return draft.withInput(InputFields.withoutSizeAndRate(input));
    }

    private void checkReolinkSize(String field, @Nullable Integer side, int least) {
        if (side != null && side < least) {
            stream.report(field, "must be at least " + least + "; a Reolink camera refuses smaller pictures");
        }
    }

    private static boolean asksSizeOrRate(InputOptions input) {
        return input.fps() != null || input.width() != null || input.height() != null || input.pixelFormat() != null;
    }
}
