// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

/** What an ONVIF device may get wrong, or do in its own way. */
public enum OnvifSwitch {
    /** All addresses it gives are those of another network, as behind a router or in a container. */
    OTHER_NETWORK,
    /** Knows GetCapabilities only, like the first version of the standard. */
    NO_SERVICE_LIST,
    NO_MEDIA2,
    /** Advertises the second media service, which then fails. */
    BROKEN_MEDIA2,
    /** Tells its time only to those who have signed in. */
    DATE_NEEDS_SIGN_IN,
    /** Tells neither UTC nor local time. */
    NO_DATE,
    /** Tells local time and zone only. */
    LOCAL_DATE_ONLY,
    /** Refuses Stop as not implemented. */
    NO_STOP,
    /** Refuses Stop for no good reason, and moves on. */
    STOPS_FAIL,
    /** Cannot be moved at all, and does not say it could. */
    NO_PTZ,
    /** Goes to no position, only on and on. */
    CONTINUOUS_ONLY,
    /** Does not end a move by itself. */
    ENDLESS_MOVES,
    /** Answers a move of head and lens in one, but does nothing. */
    IGNORES_MIXED,
    /** Answers a move that is neither level nor upright, but does nothing. */
    IGNORES_DIAGONALS,
    /** Says that it moves, always. */
    STUCK_STATUS,
    NO_MOVE_STATUS,
    /** Does not say where it looks. */
    NO_POSITION,
    NO_HOME,
    NO_PRESETS,
    /** Its focus cannot be moved. */
    NO_IMAGING,
    /** Wants HTTP digest instead of a username token, which is good for nothing else. */
    HTTP_DIGEST,
    /** Refuses with a page in HTML instead of a fault. */
    HTML_REFUSALS,
    /** Services are at paths of the vendor's choice only. */
    VENDOR_PATHS,
    /** The addresses of media and PTZ are exchanged; the usual paths are right. */
    SWAPPED_ADDRESSES,
    /** Profiles do not mention that they can be moved, although they can. */
    NO_PTZ_CONFIGURATION,
    /** Subscriptions are at an address with two ports. */
    DOUBLED_PORT,
    /** Lifetimes of subscriptions must be times of its own clock. */
    TIMES_ONLY,
    /** Subscriptions end at a time that is past already. */
    EXPIRED_SUBSCRIPTIONS,
    /** Subscriptions are told apart by a header of the vendor's own. */
    SUBSCRIPTION_HEADER,
    NO_SNAPSHOTS,
    /** Lists many presets without a name that were never set. */
    EMPTY_PRESETS
}
