// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** Fetches one picture by one request. Only a whole JPEG is a picture: cameras send errors as successes. */
abstract class PictureFetcher {

    static PictureFetcher of(CameraHttp http, Consoles consoles, Candidate candidate, StreamWish wish) {
        boolean session = candidate.address().template().contains("/proxy/protect/api/");
        return session
                ? new FromConsole(consoles, wish)
                : new ByHttp(http, candidate.address(), wish, wish.credentials().map(ApiCredentials::of));
    }

    abstract byte[] fetch(Duration timeout);

    private static final class FromConsole extends PictureFetcher {

        private final Consoles consoles;
        private final StreamWish wish;

        FromConsole(Consoles consoles, StreamWish wish) {
            this.consoles = consoles;
            this.wish = wish;
        }

        @Override
        byte[] fetch(Duration timeout) {
            var device = wish.device().orElseThrow(() -> unknown("console"));
            var channel = Optional.ofNullable(wish.camera().channel()).orElseThrow(() -> unknown("channel"));
            return Jpeg.checked(consoles.snapshot(device, channel, timeout), "");
        }

        private static CameraFailure unknown(String what) {
            return new CameraFailure(
                    ErrorKind.CONFIG, "Pictures come from the console, and the camera names no " + what + ".");
        }
    }

    private static final class ByHttp extends PictureFetcher {

        private final CameraHttp http;
        private final UrlTemplate address;
        private final StreamWish wish;
        private final Optional<Credentials> credentials;
        private final SplittableRandom random = new SplittableRandom();

        ByHttp(CameraHttp http, UrlTemplate address, StreamWish wish, Optional<Credentials> credentials) {
            this.http = http;
            this.address = address;
            this.wish = wish;
            this.credentials = credentials;
        }

        @Override
        byte[] fetch(Duration timeout) {
            var answer = http.send(ask(), timeout).orFail();
            return Jpeg.checked(answer.body(), answer.contentType());
        }

        private HttpAsk ask() {
            var ask = HttpAsk.get(fresh(address.requested(credentials)), wish.origin())
                    .signedBy(address.signIn() == UrlTemplate.SignIn.NONE ? Optional.empty() : credentials)
                    .pinned(wish.certificate())
                    .oneAtATime();
            return credentials
                    .flatMap(secrets -> secrets.secret("apiKey"))
                    .filter(key -> address.template().contains("/proxy/protect/integration/"))
                    .map(key -> ask.with("X-API-KEY", key))
                    .orElse(ask);
        }

        /** Reolink's word against caches. */
        private String fresh(String url) {
            boolean wanted = wish.camera().vendor() == Vendor.REOLINK && url.contains("cmd=Snap");
            return wanted ? url + "&rs=" + Long.toString(random.nextLong(1L << 40), 36) : url;
        }
    }
}
