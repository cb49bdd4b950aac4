// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** What an order says besides its action; all three numbers must be there. */
record PtzArguments(String code, double arg1, double arg2, double arg3) {

    private static final String NUMBER = "-?[0-9]{1,5}(\\.[0-9]{1,10})?";

    static Optional<PtzArguments> of(HttpServerRequest request) {
        var arg1 = request.getParam("arg1", "");
        var arg2 = request.getParam("arg2", "");
        var arg3 = request.getParam("arg3", "");
        return arg1.matches(NUMBER) && arg2.matches(NUMBER) && arg3.matches(NUMBER)
                ? Optional.of(new PtzArguments(
                        request.getParam("code", ""),
                        Double.parseDouble(arg1),
                        Double.parseDouble(arg2),
                        Double.parseDouble(arg3)))
                : Optional.empty();
    }

    boolean within(double least, double most) {
        return DoubleStream.of(arg1, arg2, arg3).allMatch(value -> value >= least && value <= most);
    }

    /** The number of a preset. */
    String place() {
        return String.valueOf((long) arg2);
    }
}
