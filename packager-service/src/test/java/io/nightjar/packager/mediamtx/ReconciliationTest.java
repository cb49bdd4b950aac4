// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.mediamtx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.packager.mediamtx.Reconciliation.Action;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    @Test
    void whatIsMissingIsAddedAndWhatIsTooMuchGoes() {
        assertThat(Reconciliation.plan(
                        Set.of("a/sub", "b/sub"), Map.of("b/sub", Wanted.path(), "all_others", Wanted.path())))
                .containsExactly(new Action.Add("a/sub"), new Action.Delete("all_others"));
    }

    @Test
    void nothingIsDoneWhenAllIsAsItShouldBe() {
        var full = Wanted.path().put("record", false);
        assertThat(Reconciliation.plan(Set.of("a/sub"), Map.of("a/sub", full))).isEmpty();
    }

    @Test
    void aPathThatSomebodyChangedIsReplaced() {
        var changed = Wanted.path().put("source", "rtsp://elsewhere");
        assertThat(Reconciliation.plan(Set.of("a/sub"), Map.of("a/sub", changed)))
                .containsExactly(new Action.Replace("a/sub"));
    }

    @Test
    void theWantedConfigurationRecognisesItself() {
        var wanted = new Wanted(new Wanted.Users("t", "v", Optional.empty(), Optional.empty()), "s").global();
        var actual = wanted.deepCopy();
        actual.put("logLevel", "info");
        assertThat(Wanted.contains(actual, wanted)).isTrue();
        actual.put("hlsSegmentCount", 3);
        assertThat(Wanted.contains(actual, wanted)).isFalse();
        assertThat(Wanted.contains(JsonNodeFactory.instance.objectNode(), wanted))
                .isFalse();
    }

    @Test
    void noPasswordIsPartOfAText() {
        assertThat(new Wanted.Users("token-1", "pass-2", Optional.of("u"), Optional.of("api-3")).toString())
                .doesNotContain("token-1", "pass-2", "api-3");
    }
}
