// SPDX-License-Identifier: Apache-2.0
/**
 * Which cameras there are. Two sources, one registry: files of the operator, which are only read, and files of the API,
 * which the API owns. Everybody else learns of cameras from here, over the topic or from {@code state/cameras.json}.
 */
package io.nightjar.gateway.registry;
