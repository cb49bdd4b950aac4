// SPDX-License-Identifier: Apache-2.0
/** Video on the page's own origin: a signed-in browser becomes a media token, and the media plane never sees a cookie. */
package io.nightjar.gateway.media;
