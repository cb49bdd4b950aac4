// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

/** What has to be done because of a step. */
public sealed interface HeadEffect {

    /** Tell the camera, at once and whatever else it is being told; its answer comes back under this number. */
    record Send(long number, Order order) implements HeadEffect {}

    record Answer(long ticket, Reply reply) implements HeadEffect {}
}
