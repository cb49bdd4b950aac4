// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;

/** The broker as a process of its own; {@link BrokerOptions} says how it is told what to do. Stops on SIGTERM. */
public final class BrokerMain {

    private static final Logger LOG = Logger.getLogger(BrokerMain.class);

    private BrokerMain() {}

    public static void main(String[] arguments) {
        try {
            var options = BrokerOptions.parse(arguments, System.getenv());
            var broker = EmbeddedBroker.start(options.data(), options.port());
            // Here the broker is all there is: whoever started it starts it again.
            Fatal.end();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-stop"));
            if (options.parentWatch()) {
                drain(System.in);
                LOG.info("Whoever started the broker is gone: stopping");
                System.exit(0);
            }
        } catch (BrokerFailure | IllegalArgumentException failure) {
            System.err.println(failure.getMessage());
            LOG.debug("The broker cannot start", failure);
            System.exit(1);
        }
    }

    private static void drain(InputStream input) {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException broken) {
            LOG.debugf("Standard input broke: %s", broken);
        }
    }
}
