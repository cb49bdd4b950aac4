// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

/** Smooth noise that is the same in every run: pictures can be compared, and nothing jumps after a restart. */
public final class Noise {

    private Noise() {}

    /** 0 to 1, the same for the same whole numbers. */
    public static double hash(int x, int y, int seed) {
        var value = (x * 0x27d4eb2d) ^ (y * 0x165667b1) ^ (seed * 0x9e3779b1);
        value = (value ^ (value >>> 15)) * 0x85ebca6b;
        value = (value ^ (value >>> 13)) * 0xc2b2ae35;
        return ((value ^ (value >>> 16)) & 0xffffff) / (double) 0x1000000;
    }

    /** 0 to 1, smooth between whole numbers. */
    public static double at(double x, double y, int seed) {
        var column = (int) Math.floor(x);
        var row = (int) Math.floor(y);
        var tx = smooth(x - column);
        var ty = smooth(y - row);
        var upper = mix(hash(column, row, seed), hash(column + 1, row, seed), tx);
        var lower = mix(hash(column, row + 1, seed), hash(column + 1, row + 1, seed), tx);
        return mix(upper, lower, ty);
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private static double mix(double from, double to, double t) {
        return from + (to - from) * t;
    }
}
