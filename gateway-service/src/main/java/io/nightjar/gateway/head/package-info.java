// SPDX-License-Identifier: Apache-2.0
/** Brings orders to the process that moves a head, and sees to it that a stop arrives. */
package io.nightjar.gateway.head;
