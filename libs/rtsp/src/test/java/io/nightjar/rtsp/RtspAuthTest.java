// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.rtsp.RtspAuth.Challenge;
import io.nightjar.rtsp.RtspAuth.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtspAuthTest {

    private static final String URI = "rtsp://h:8554/gate/main/trackID=0";

    private final DigestServer server = new DigestServer("nightjar", "0123456789abcdef");

    @Test
    void theExampleOfRfc2617IsAnswered() {
        var challenge = new Challenge(
                "Digest",
                "testrealm@host.com",
                "dcd98b7102dd2f0e8b11d0f600bfb0c093",
                null,
                "auth,auth-int",
                "5ccc069c403ebaf9f0171e9517f40e41");

        var header =
                DigestAnswer.header(challenge, 1, "GET", "/dir/index.html", "Mufasa", "Circle Of Life", "0a4f113b");

        assertThat(header)
                .contains("response=\"6629fae49393a05397450978507c4ef1\"", "nc=00000001", "opaque=\"5ccc069c");
    }

    @Test
    void theExampleOfRfc7616IsAnsweredWithSha256() {
        var challenge = new Challenge(
                "Digest",
                "http-auth@example.org",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                "SHA-256",
                "auth",
                null);

        var header = DigestAnswer.header(
                challenge,
                1,
                "GET",
                "/dir/index.html",
                "Mufasa",
                "Circle of Life",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");

        assertThat(header).contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
    }

    @Test
    void challengesAreReadFromOneLineOrSeveral() {
        var oneLine = RtspAuth.challenges(List.of(
                "Basic realm=\"a, b\", Digest realm=\"Surveillance Server\", nonce=\"98481030\", algorithm=MD5"));
        var several =
                RtspAuth.challenges(List.of("Digest realm=\"x\",nonce=\"y\"", "Basic realm=\"x\"", "Negotiate abc"));

        assertThat(oneLine).extracting(Challenge::scheme).containsExactly("Basic", "Digest");
        assertThat(oneLine.get(0).realm()).isEqualTo("a, b");
        assertThat(oneLine.get(1).nonce()).isEqualTo("98481030");
        assertThat(several).extracting(Challenge::scheme).containsExactly("Digest", "Basic");
    }

    @Test
    void anUnknownDigestAlgorithmFallsBackToBasic() {
        var challenges = RtspAuth.challenges(
                List.of("Digest realm=\"x\", nonce=\"y\", algorithm=SHA-512-256", "Basic realm=\"x\""));

        assertThat(RtspAuth.answer(challenges, "DESCRIBE", URI, "u", "p")).hasValue("Basic dTpw");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                URI,
                "/gate/main/trackID=0",
                "rtsp://h:8554/gate/main/",
                "rtsp://h:8554/gate/main",
                "rtsp://other:554/gate/main"
            })
    void everyAddressClientsSignIsAccepted(String signed) {
        assertThat(proves(signed, "SETUP", "secret")).isTrue();
        assertThat(proves(signed, "SETUP", "wrong")).isFalse();
        assertThat(proves(signed, "PLAY", "secret")).isFalse();
    }

    @Test
    void anotherStreamOrNonceProvesNothing() {
        assertThat(proves("rtsp://h:8554/yard/main", "SETUP", "secret")).isFalse();
        var stale = new DigestServer("nightjar", "another");
        var shown = (Shown.Digest) RtspAuth.read(answer(URI, "SETUP", "secret"));
        assertThat(stale.proves(shown, "secret", RtspRequest.of("SETUP", URI, 1)))
                .isFalse();
    }

    @Test
    void quotedNamesSurvive() {
        var challenge = new Challenge("Digest", "a \"quoted\" realm", "n", "MD5", null, null);
        var header = DigestAnswer.header(challenge, 1, "GET", "/", "o\\\"hara", "p");

        assertThat(((Shown.Digest) RtspAuth.read(header)).username()).isEqualTo("o\\\"hara");
    }

    @Test
    void basicKeepsColonsInThePassword() {
        assertThat(RtspAuth.read(RtspAuth.basic("u", "p:q"))).isEqualTo(new Shown.Basic("u", "p:q"));
        assertThat(RtspAuth.read("Bearer abc")).isEqualTo(new Shown.Bearer("abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic %%%", "Basic dXNlcg==", "Negotiate x"})
    void whatIsNoCredentialShowsNothing(String header) {
        assertThat(RtspAuth.read(header)).isInstanceOf(Shown.Nothing.class);
    }

    @Test
    void noTextFormShowsASecret() {
        assertThat(RtspAuth.read(RtspAuth.basic("u", "secret")).toString()).doesNotContain("secret");
        assertThat(RtspAuth.read("Bearer secret").toString()).doesNotContain("secret");
        assertThat(RtspAuth.read(answer(URI, "SETUP", "secret")).toString()).isEqualTo("Digest[hidden]");
    }

    private boolean proves(String signed, String method, String password) {
        var shown = (Shown.Digest) RtspAuth.read(answer(signed, method, "secret"));
        return server.proves(shown, password, RtspRequest.of("SETUP", URI, 1));
    }

    private String answer(String signed, String method, String password) {
        var refused = server.challenge(RtspRequest.of(method, URI, 1), true);
        var challenges = RtspAuth.challenges(refused.headers().all("www-authenticate"));
        return RtspAuth.answer(challenges, method, signed, "viewer", password).orElseThrow();
    }
}
