// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.vertx.core.Future;

/** One service of the device. Lives on the event loop. */
interface Answers {

    /** Of its operations. */
    String namespace();

    /** The element that answers; fails with {@link Fault}. */
    Future<String> answer(SoapRequest request);

    /** For services that never wait. */
    interface Prompt extends Answers {

        String now(SoapRequest request);

        @Override
        default Future<String> answer(SoapRequest request) {
            return Future.succeededFuture(now(request));
        }
    }
}
