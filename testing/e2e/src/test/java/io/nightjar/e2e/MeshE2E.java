// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.house.Until;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One process per service and per camera. */
class MeshE2E extends HouseSuite {

    @Override
    String[] options() {
        return new String[] {"--demo", "--mesh"};
    }

    @Test
    void anIngestThatIsKilledHealsAndLeavesTheOthersAlone() {
        try (var wall = wall()) {
            wall.awaitFresh("garden", "sub", FRESH, PATIENCE);
            wall.awaitFresh("harbour", "sub", FRESH, PATIENCE);
            var ingest = house.process("ingest-garden").orElseThrow();
            var neighbour = house.process("ingest-harbour").orElseThrow();
            ingest.destroyForcibly();
            ingest.onExit().join();
            wall.awaitFresh("garden", "sub", FRESH, Duration.ofSeconds(10));
            wall.awaitFresh("harbour", "sub", FRESH, PATIENCE);
            assertThat(neighbour.isAlive()).isTrue();
        }
    }

    @Test
    void everyServiceIsAProcessOfItsOwn() {
        for (String name : new String[] {"broker", "packager", "gateway", "ptz", "recording", "ingest-garden"}) {
            assertThat(house.process(name)).as(name).isPresent();
        }
    }

    @Test
    void aGatewayThatIsKilledComesBackAndPeopleStaySignedIn() {
        try (var wall = wall()) {
            wall.awaitFresh("driveway", "sub", FRESH, PATIENCE);
            var gateway = house.process("gateway").orElseThrow();
            gateway.destroyForcibly();
            gateway.onExit().join();
            Until.isTrue(Duration.ofSeconds(20), "the gateway is another process", () -> house.process("gateway")
                    .filter(now -> now.pid() != gateway.pid())
                    .isPresent());
            wall.awaitFresh("driveway", "sub", FRESH, PATIENCE);
        }
        // Pictures do not need the gateway once they flow; whoever comes anew does.
        Until.isTrue(Duration.ofSeconds(60), "the new gateway answers", this::gatewayAnswers);
        try (var another = wall()) {
            another.awaitFresh("driveway", "sub", FRESH, PATIENCE);
        }
    }

    private boolean gatewayAnswers() {
        try (var api = Api.anonymous(house.url())) {
            return api.send("GET", "/api/time", null).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
