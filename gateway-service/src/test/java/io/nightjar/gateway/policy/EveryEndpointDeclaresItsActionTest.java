// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EveryEndpointDeclaresItsActionTest {

    @Test
    void noEndpointIsWithoutAnAction() {
        assertThat(Endpoints.all()).hasSizeGreaterThan(30).allSatisfy(endpoint -> assertThat(endpoint.action())
                .as("%s needs @Needs", endpoint.code())
                .isNotNull());
    }

    @Test
    void endpointsOfACameraNameItAsThePolicyFilterExpects() {
        assertThat(Endpoints.all())
                .allSatisfy(endpoint -> assertThat(endpoint.path().contains("{" + PolicyFilter.CAMERA_PARAMETER + "}"))
                        .as("%s", endpoint.code())
                        .isEqualTo(endpoint.action().ofCamera()));
    }
}
