// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

/** Where the broker of this test run listens. */
public record KafkaAddress(String bootstrap) {}
