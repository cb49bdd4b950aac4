// SPDX-License-Identifier: Apache-2.0
/**
 * The only door: the API, sign-in and roles, the camera registry, live state and the web page. Everybody outside comes
 * in here; behind it, services are asked over their internal routes only.
 */
package io.nightjar.gateway;
