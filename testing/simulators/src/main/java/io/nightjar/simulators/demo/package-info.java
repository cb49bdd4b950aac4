// SPDX-License-Identifier: Apache-2.0
/** Four cameras to look at without owning one: a process of their own with a control door for tests. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.demo;
