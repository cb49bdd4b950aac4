// SPDX-License-Identifier: Apache-2.0
/** HTTP as cameras speak it: pictures, endless answers, sign-in; and a camera that speaks nothing else. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.http;
