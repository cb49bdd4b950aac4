// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.gateway.TestHome;
import io.nightjar.gateway.users.User;
import io.nightjar.gateway.users.UserRole;
import io.nightjar.gateway.users.Users;
import io.nightjar.gateway.users.UsersFixture;
import io.nightjar.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private Users users;
    private Sessions sessions;
    private User admin;

    @BeforeEach
    void start() {
        users = UsersFixture.in(TestHome.in(folder));
        sessions = new Sessions(TestHome.in(folder), users, clock);
        admin = users.find("admin").orElseThrow();
    }

    @Test
    void aRestartKeepsPeopleSignedIn() {
        var opened = sessions.open(admin);
        var restarted = new Sessions(TestHome.in(folder), users, clock);
        assertThat(restarted.find(opened.token(), true))
                .get()
                .satisfies(caller -> assertThat(caller.user().name()).isEqualTo("admin"));
    }

    @Test
    void onlyTheHashOfATokenIsKept() throws IOException {
        var opened = sessions.open(admin);
        var written = Files.readString(folder.resolve("home/state/gateway/sessions.json"));
        assertThat(written)
                .contains(opened.token().hash())
                .doesNotContain(opened.token().value());
        assertThat(opened.token().value()).hasSize(43);
        assertThat(opened.token()).hasToString("SessionToken[hidden]");
    }

    @Test
    void aSessionEndsTwelveHoursAfterItsLastUseAndSevenDaysAfterItsBeginning() {
        var used = sessions.open(admin).token();
        var unused = sessions.open(admin).token();
        for (int hours = 0; hours < 7 * 24 - 1; hours += 11) {
            assertThat(sessions.find(used, false)).isPresent();
            clock.advance(Duration.ofHours(11));
        }
        assertThat(sessions.find(unused, false)).isEmpty();
        clock.advance(Duration.ofHours(11));
        assertThat(sessions.find(used, false)).isEmpty();
    }

    @Test
    void changedUsersAreSignedOutAndTheirChannelsHear() {
        users.put("eve", UserRole.VIEWER, null, "long enough");
        var eve = sessions.open(users.find("eve").orElseThrow());
        var other = sessions.open(admin);
        var ended = new ArrayList<Session>();
        sessions.onEnd(ended::add);
        users.put("eve", UserRole.OPERATOR, null, null);
        assertThat(sessions.find(eve.token(), true)).isEmpty();
        assertThat(sessions.find(other.token(), true)).isPresent();
        assertThat(ended).containsExactly(eve.session());
    }

    @Test
    void sessionsThatRanOutAreToldToTheirChannels() {
        sessions.open(admin);
        var ended = new ArrayList<Session>();
        sessions.onEnd(ended::add);
        clock.advance(Duration.ofHours(13));
        sessions.keepHouse();
        assertThat(ended).hasSize(1);
    }

    @Test
    void aTokenThatNobodyWasGivenOpensNothing() {
        sessions.open(admin);
        assertThat(sessions.find(SessionToken.random(), true)).isEmpty();
        assertThat(sessions.find(new SessionToken(""), true)).isEmpty();
    }
}
