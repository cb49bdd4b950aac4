// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.gateway.FakeHouse;
import io.nightjar.gateway.Visitors;
import io.nightjar.kit.MediaTokens;
import io.nightjar.testing.KafkaResource;
import io.nightjar.testing.TempHome;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gateway and media routes in one process, as in standalone. */
@QuarkusTest
@TestProfile(LocalMediaIT.Standalone.class)
class LocalMediaIT {
    public static final class Standalone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("nightjar.gateway.media", "local");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(KafkaResource.class),
                    new TestResourceEntry(TempHome.class),
                    new TestResourceEntry(FakeHouse.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    MediaTokens tokens;

    @Test
    void theRouteInTheSameProcessGetsATokenInsteadOfTheCookie() {
        var token = Visitors.signIn("admin", FakeHouse.ADMIN_PASSWORD).<String>path("token");
        var shown = Visitors.nobody()
                .cookie("nightjar_session", token)
                .get("/hls/gate/sub/index.m3u8")
                .asString();
        assertThat(shown).startsWith("Bearer ").endsWith(" null");
        assertThat(tokens.verify(shown.substring("Bearer ".length(), shown.length() - " null".length())))
                .get()
                .satisfies(grant -> assertThat(grant.stream()).isEqualTo(StreamId.of("gate", Role.SUB)));
        Visitors.nobody().get("/hls/gate/sub/index.m3u8").then().statusCode(401);
        Visitors.nobody()
                .cookie("nightjar_session", token)
                .get("/hls/attic/sub/index.m3u8")
                .then()
                .statusCode(404);
    }
}
