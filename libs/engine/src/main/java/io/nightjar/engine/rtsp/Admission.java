// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.Door;
import io.nightjar.engine.Door.Claim;
import io.nightjar.engine.Door.Verdict;
import io.nightjar.rtsp.DigestServer;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.rtsp.RtspAuth.Shown;
import io.nightjar.rtsp.RtspRequest;
import io.nightjar.rtsp.RtspResponse;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the door on behalf of one connection, and remembers what it has allowed there. */
final class Admission {

    /** Cameras and recorders with an old password try for ever; each try shall cost them a new connection. */
    private static final int MAX_WRONG = 5;

    enum Wish {
        READ,
        PUBLISH
    }

    private record Grant(MediaPathName stream, Wish wish) {}

    private final Door door;
    private final DigestServer digest = DigestServer.withRandomNonce("nightjar");
    private final Set<Grant> grants = new HashSet<>();
    private int wrong;

    Admission(Door door) {
        this.door = door;
    }

    Verdict ask(RtspRequest request, StreamAddress address, Wish wish) {
        var grant = new Grant(address.stream(), wish);
        if (grants.contains(grant)) {
            return Verdict.ALLOWED;
        }
        var claim = claim(request, address.token());
        var verdict =
                wish == Wish.READ ? door.mayRead(address.stream(), claim) : door.mayPublish(address.stream(), claim);
        if (verdict == Verdict.ALLOWED) {
            grants.add(grant);
        } else if (showedSomething(request, address)) {
            wrong++;
        }
        return verdict;
    }

    RtspResponse refusal(RtspRequest request, Verdict verdict) {
        return verdict == Verdict.FORBIDDEN ? RtspResponse.to(request, 403) : digest.challenge(request, true);
    }

    /** The first request of every client shows nothing; that is no reason to make it wait. */
    boolean showedSomething(RtspRequest request, StreamAddress address) {
        return address.token() != null || !(RtspAuth.read(request) instanceof Shown.Nothing);
    }

    boolean exhausted() {
        return wrong >= MAX_WRONG;
    }

    private Claim claim(RtspRequest request, @Nullable String token) {
        return switch (RtspAuth.read(request)) {
            case Shown.Nothing nothing -> new Claim(null, null, token);
            case Shown.Bearer bearer -> new Claim(null, null, bearer.token());
            case Shown.Basic basic -> new Claim(basic.username(), basic.password(), token);
            case Shown.Digest shown ->
                door.passwordOf(shown.username())
                        .filter(password -> digest.proves(shown, password, request))
                        .map(password -> new Claim(shown.username(), password, token))
                        .orElse(new Claim(null, null, token));
        };
    }
}
