// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.TestHome;
import io.nightjar.kit.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsersTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    private Users users(Optional<String> password) {
        return new Users(TestHome.in(folder), password, new PrintStream(terminal, true, StandardCharsets.UTF_8));
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFirstRunShowsARandomPasswordOnceAndItWorks() {
        var first = users(Optional.empty());
        assertThat(shown()).matches("Admin password: [A-Za-z2-9]{16}\\R");
        var password = shown().strip().substring("Admin password: ".length());
        assertThat(first.verify("admin", password)).isPresent();
        users(Optional.empty());
        assertThat(shown().lines()).hasSize(1);
    }

    @Test
    void aChosenPasswordIsNotShown() {
        var users = users(Optional.of("chosen by the owner"));
        assertThat(shown()).isEmpty();
        assertThat(users.verify("admin", "chosen by the owner")).isPresent();
        assertThat(users.verify("admin", "chosen by the thief")).isEmpty();
        assertThat(users.verify("nobody", "chosen by the owner")).isEmpty();
    }

    @Test
    void theFileIsTheOwnersAloneAndHoldsNoPassword() throws IOException {
        users(Optional.of("canary-password"));
        var file = folder.resolve("home/config/users.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain("canary");
    }

    @Test
    void aBrokenFileStopsTheGatewayInsteadOfMakingANewAdministrator() throws IOException {
        users(Optional.of("chosen by the owner"));
        var file = folder.resolve("home/config/users.json");
        Files.writeString(file, Files.readString(file).substring(5));
        assertThatThrownBy(() -> users(Optional.of("chosen by the thief")))
                .hasMessageContaining("users.json is broken at line")
                .hasMessageNotContaining("argon2");
    }

    @Test
    void aChangedPasswordSurvivesARestart() {
        users(Optional.of("chosen by the owner")).changePassword("admin", "a better one");
        var again = users(Optional.of("chosen by the owner"));
        assertThat(again.verify("admin", "a better one")).isPresent();
        assertThat(again.verify("admin", "chosen by the owner")).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        var users = users(Optional.of("chosen by the owner"));
        assertThatThrownBy(() -> users.remove("admin")).hasMessageContaining("last administrator");
        assertThatThrownBy(() -> users.put("admin", UserRole.VIEWER, null, null))
                .hasMessageContaining("last administrator");
        users.put("second", UserRole.ADMIN, null, "long enough");
        users.remove("admin");
        assertThat(users.find("admin")).isEmpty();
    }

    @Test
    void aNewUserNeedsAPasswordAndAPlainName() {
        var users = users(Optional.of("chosen by the owner"));
        assertThatThrownBy(() -> users.put("eve", UserRole.VIEWER, null, null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> users.put("eve", UserRole.VIEWER, null, "short"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> users.put("../eve", UserRole.VIEWER, null, "long enough"))
                .isInstanceOf(Problem.class);
        users.put("eve", UserRole.VIEWER, Set.of(CameraId.of("gate")), "long enough");
        assertThat(users.find("eve")).get().satisfies(eve -> {
            assertThat(eve.isGranted(CameraId.of("gate"))).isTrue();
            assertThat(eve.isGranted(CameraId.of("yard"))).isFalse();
        });
    }
}
