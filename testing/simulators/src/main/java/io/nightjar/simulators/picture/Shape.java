// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.picture;

import java.util.Arrays;

/** A closed outline in scene units; curves are flattened as they are added. Several outlines may share one shape. */
public final class Shape {

    private static final int CURVE_STEPS = 8;

    private double[] points = new double[32];
    private boolean[] starts = new boolean[16];
    private int count;

    public static Shape polygon(double... xy) {
        var shape = new Shape().move(xy[0], xy[1]);
        for (var i = 2; i + 1 < xy.length; i += 2) {
            shape.line(xy[i], xy[i + 1]);
        }
        return shape;
    }

    public static Shape box(double x, double y, double width, double height) {
        return polygon(x, y, x + width, y, x + width, y + height, x, y + height);
    }

    public static Shape roundBox(double x, double y, double width, double height, double radius) {
        var right = x + width;
        var bottom = y + height;
        return new Shape()
                .move(x + radius, y)
                .line(right - radius, y)
                .curve(right, y, right, y + radius)
                .line(right, bottom - radius)
                .curve(right, bottom, right - radius, bottom)
                .line(x + radius, bottom)
                .curve(x, bottom, x, bottom - radius)
                .line(x, y + radius)
                .curve(x, y, x + radius, y);
    }

    public static Shape ellipse(double x, double y, double radiusX, double radiusY) {
        var steps = 28;
        var shape = new Shape();
        for (var i = 0; i < steps; i++) {
            var angle = i * 2 * Math.PI / steps;
            shape.point(x + Math.cos(angle) * radiusX, y + Math.sin(angle) * radiusY, i == 0);
        }
        return shape;
    }

    /** A straight stroke with square ends. */
    public static Shape stroke(double x0, double y0, double x1, double y1, double thickness) {
        return taper(x0, y0, thickness, x1, y1, thickness);
    }

    /** A straight stroke that is thicker at one end. */
    public static Shape taper(double x0, double y0, double thickness0, double x1, double y1, double thickness1) {
        var length = Math.max(1e-6, Math.hypot(x1 - x0, y1 - y0));
        var nx = -(y1 - y0) / length / 2;
        var ny = (x1 - x0) / length / 2;
        return polygon(
                x0 + nx * thickness0,
                y0 + ny * thickness0,
                x1 + nx * thickness1,
                y1 + ny * thickness1,
                x1 - nx * thickness1,
                y1 - ny * thickness1,
                x0 - nx * thickness0,
                y0 - ny * thickness0);
    }

    public Shape move(double x, double y) {
        return point(x, y, true);
    }

    public Shape line(double x, double y) {
        return point(x, y, false);
    }

    /** A curve that is pulled towards a control point on its way. */
    public Shape curve(double controlX, double controlY, double x, double y) {
        var x0 = points[2 * count - 2];
        var y0 = points[2 * count - 1];
        for (var i = 1; i <= CURVE_STEPS; i++) {
            var t = (double) i / CURVE_STEPS;
            var u = 1 - t;
            point(u * u * x0 + 2 * u * t * controlX + t * t * x, u * u * y0 + 2 * u * t * controlY + t * t * y, false);
        }
        return this;
    }

    /** The same shape mirrored, scaled and then moved. */
    public Shape placed(double x, double y, double scaleX, double scaleY) {
        var result = new Shape();
        for (var i = 0; i < count; i++) {
            result.point(x + points[2 * i] * scaleX, y + points[2 * i + 1] * scaleY, starts[i]);
        }
        return result;
    }

    /** The same shape turned about the origin. */
    public Shape turned(double angle) {
        var result = new Shape();
        var cos = Math.cos(angle);
        var sin = Math.sin(angle);
        for (var i = 0; i < count; i++) {
            var x = points[2 * i];
            var y = points[2 * i + 1];
            result.point(x * cos - y * sin, x * sin + y * cos, starts[i]);
        }
        return result;
    }

    int count() {
        return count;
    }

    double x(int index) {
        return points[2 * index];
    }

    double y(int index) {
        return points[2 * index + 1];
    }

    boolean start(int index) {
        return starts[index];
    }

    private Shape point(double x, double y, boolean start) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            points = Arrays.copyOf(points, count * 4);
        }
        points[2 * count] = x;
        points[2 * count + 1] = y;
        starts[count] = start;
        count++;
        return this;
    }
}
