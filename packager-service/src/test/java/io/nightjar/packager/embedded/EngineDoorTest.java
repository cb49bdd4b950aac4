// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.engine.Door.Claim;
import io.nightjar.engine.Door.Verdict;
import io.nightjar.kit.Home;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.Problem;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.StreamPassword;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineDoorTest {

    private static final MediaPathName GATE = MediaPathName.of("gate/sub");
    private static final MediaPathName OTHER = MediaPathName.of("other/sub");

    @TempDir
    Path folder;

    private ServiceToken serviceToken;
    private StreamPassword streamPassword;
    private MediaTokens tokens;
    private EngineDoor door;

    @BeforeEach
    void open() {
        var home = Home.open(folder);
        serviceToken = ServiceToken.of(home);
        streamPassword = StreamPassword.of(home);
        tokens = new MediaTokens(home, Clock.systemUTC());
        tokens.prepare();
        door = new EngineDoor(serviceToken, streamPassword, tokens, stream -> {
            throw Problem.notFound("There is no camera with this id.");
        });
        door.publishable(Set.of(GATE.stream()));
    }

    private static Claim password(String user, String password) {
        return new Claim(user, password, null);
    }

    @Test
    void onlyIngestPublishesAndOnlyStreamsOfTheRegistry() {
        assertThat(door.mayPublish(GATE, password("ingest", serviceToken.value())))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(door.mayPublish(OTHER, password("ingest", serviceToken.value())))
                .isEqualTo(Verdict.FORBIDDEN);
        assertThat(door.mayPublish(GATE, password("viewer", streamPassword.value())))
                .isEqualTo(Verdict.FORBIDDEN);
        assertThat(door.mayPublish(GATE, password("ingest", streamPassword.value())))
                .isEqualTo(Verdict.UNAUTHENTICATED);
        assertThat(door.mayPublish(GATE, Claim.NONE)).isEqualTo(Verdict.UNAUTHENTICATED);
    }

    @Test
    void readersShowTheStreamPasswordOrATokenForTheirStream() {
        assertThat(door.mayRead(GATE, password("viewer", streamPassword.value())))
                .isEqualTo(Verdict.ALLOWED);
        assertThat(door.mayRead(GATE, password("viewer", "wrong"))).isEqualTo(Verdict.UNAUTHENTICATED);
        assertThat(door.mayRead(GATE, Claim.NONE)).isEqualTo(Verdict.UNAUTHENTICATED);
        var token = tokens.mint("somebody", GATE.stream(), Duration.ofMinutes(1));
        assertThat(door.mayRead(GATE, new Claim(null, null, token))).isEqualTo(Verdict.ALLOWED);
        assertThat(door.mayRead(OTHER, new Claim(null, null, token))).isEqualTo(Verdict.FORBIDDEN);
        assertThat(door.mayRead(GATE, new Claim(null, null, token + "x"))).isEqualTo(Verdict.UNAUTHENTICATED);
    }

    @Test
    void anUnknownUserHasNoPassword() {
        assertThat(door.passwordOf("admin")).isEmpty();
    }

    @Test
    void aCameraThatDoesNotExistIsSaidAsSuch() {
        assertThat(door.wanted(OTHER)).isCompletedExceptionally();
    }
}
