// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** What somebody who moves a head can order. Orders wait for no other order. */
public interface HeadOrders {

    Uni<JsonNode> hold(CameraId camera, HeadCaller caller, HoldOrder order);

    /**
     * Goes out at once, and again for a while if nobody is there to take it.
     *
     * @param press empty for a stop that stands for itself
     * @param wanted asked before each repetition: a newer press makes an old stop wrong
     */
    Uni<JsonNode> stop(CameraId camera, HeadCaller caller, OptionalLong press, BooleanSupplier wanted);

    /** The caller's page is gone: what it moves stops. As insistent as a stop. */
    void closed(CameraId camera, HeadCaller caller);
}
