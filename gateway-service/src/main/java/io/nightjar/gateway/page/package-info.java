// SPDX-License-Identifier: Apache-2.0
/** The web page: which paths lead to it, how long its files may be kept, and what a browser may do with it. */
package io.nightjar.gateway.page;
