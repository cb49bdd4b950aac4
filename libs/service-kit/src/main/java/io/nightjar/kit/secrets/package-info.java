// SPDX-License-Identifier: Apache-2.0
/**
 * Where credentials of cameras come from: the environment, mounted secrets, and what people entered. That rests encrypted
 * in {@code config/secrets.json} under {@code keys/master.key}, written by the gateway, read by the processes that dial
 * cameras.
 */
package io.nightjar.kit.secrets;
