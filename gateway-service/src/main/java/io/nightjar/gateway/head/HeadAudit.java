// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

/** What is done to heads, as the audit calls it. */
public final class HeadAudit {
    public static final String MOVE = "ptz.move";
    public static final String STOP = "ptz.stop";
    public static final String HOME = "ptz.home";
    public static final String HOME_SET = "ptz.home.set";
    public static final String POSITION = "ptz.position";
    public static final String STEP = "ptz.step";
    public static final String PRESET_SAVE = "ptz.preset.save";
    public static final String PRESET_GOTO = "ptz.preset.goto";
    public static final String PRESET_DELETE = "ptz.preset.delete";
    public static final String PATROL_CREATE = "ptz.patrol.create";
    public static final String PATROL_UPDATE = "ptz.patrol.update";
    public static final String PATROL_DELETE = "ptz.patrol.delete";
    public static final String PATROL_START = "ptz.patrol.start";
    public static final String PATROL_STOP = "ptz.patrol.stop";
    public static final String LEASE_TAKE = "ptz.lease.take";
    public static final String LEASE_GIVE_BACK = "ptz.lease.give-back";

    private HeadAudit() {}
}
