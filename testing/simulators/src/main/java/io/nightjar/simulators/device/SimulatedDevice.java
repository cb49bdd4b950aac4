// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.device;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.Waiting;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.Command;
import io.nightjar.simulators.rtsp.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A simulated device on loopback. It behaves until it is told otherwise: one {@link Command} is in force at a time, and any
 * number of its own switches. Its methods wait for their effect: never call them on an event loop.
 *
 * @param <S> the defects of its vendor
 */
public abstract class SimulatedDevice<S extends Enum<S>> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SimulatedDevice.class);

    /** Before the name of a switch it turns the switch off. */
    private static final String NOT = "not-";

    private final DeviceSetup setup;
    private final Switches<S> switches;
    private final List<Door> doors = new ArrayList<>();
    private final List<Feed> feeds = new ArrayList<>();

    protected SimulatedDevice(DeviceSetup setup, Switches<S> switches) {
        this.setup = setup;
        this.switches = switches;
    }

    /** What it is called on the wall, and painted into its pictures. */
    public String name() {
        return setup.name();
    }

    public @Nullable Credentials credentials() {
        return setup.credentials();
    }

    /** Where it looks; null where it cannot be moved. */
    public @Nullable Head head() {
        return setup.head();
    }

    /** Its ports by the names that configurations use. */
    public abstract Map<String, Integer> ports();

    protected DeviceSetup setup() {
        return setup;
    }

    protected Behaviour behaviour() {
        return setup.behaviour();
    }

    protected Switches<S> switches() {
        return switches;
    }

    protected <F extends Feed> F share(F feed) {
        feeds.add(feed);
        return feed;
    }

    protected <D extends Door> D guard(D door) {
        doors.add(door);
        return door;
    }

    /** Carries out a command at every door; whatever was in force before ends, and so do all switches on NORMAL. */
    public void apply(Command command) {
        if (command == Command.DROP) {
            doors.forEach(Door::drop);
            return;
        }
        behaviour().set(command);
        if (command == Command.NORMAL) {
            switches.allOff();
            switched();
        }
        if (command == Command.REFUSE) {
            doors.forEach(Door::refuse);
        } else {
            doors.stream().filter(this::opens).forEach(Door::listen);
        }
        if (command == Command.WRONG_PASSWORD) {
            doors.forEach(Door::drop);
        }
        LOG.infof("device was told device=%s command=%s", name(), command.wire());
    }

    public void turnOn(S which) {
        turn(which, true);
    }

    public void turnOff(S which) {
        turn(which, false);
    }

    public boolean isOn(S which) {
        return switches.isOn(which);
    }

    private void turn(S which, boolean state) {
        switches.turn(which, state);
        switched();
        for (var door : doors) {
            if (opens(door) && behaviour().current() != Command.REFUSE) {
                door.listen();
            } else {
                door.refuse();
            }
        }
        LOG.infof(
                "device was told device=%s %s=%s", name(), which.name().toLowerCase(Locale.ROOT), state ? "on" : "off");
    }

    /** Any of the switches may have changed. */
    protected void switched() {}

    /** Whether the switches leave a door open. */
    protected boolean opens(Door door) {
        return true;
    }

    /** Carries out what a person or a test says by name; false when it means nothing here. */
    public boolean tell(String what) {
        var command = Command.parse(what);
        if (command.isPresent()) {
            apply(command.get());
            return true;
        }
        var off = what.startsWith(NOT);
        var which = switches.parse(off ? what.substring(NOT.length()) : what);
        which.ifPresent(found -> turn(found, !off));
        return which.isPresent();
    }

    /** What {@link #tell} understands beyond commands, each also with {@code not-} before it. */
    public String switchNames() {
        return switches.names();
    }

    public List<String> switchesOn() {
        return switches.namesOn();
    }

    public Command current() {
        return behaviour().current();
    }

    /** Streams that are being sent now, over all protocols: one, however many people watch one recorder. */
    public int connections() {
        return feeds.stream().mapToInt(Feed::viewers).sum();
    }

    /** Streams that were ever sent, over all protocols. */
    public int connectionsEver() {
        return feeds.stream().mapToInt(Feed::viewersEver).sum();
    }

    /** Network connections open at all doors. */
    public int socketsOpen() {
        return doors.stream().mapToInt(Door::connectionsOpen).sum();
    }

    /** How long all doors took to answer requests since the start. */
    public Duration answering() {
        return doors.stream().map(Door::answering).reduce(Duration.ZERO, Duration::plus);
    }

    /** Network connections accepted since the start. */
    public int socketsEver() {
        return doors.stream().mapToInt(Door::connectionsOpened).sum();
    }

    /** The address of a stream without credentials, as this vendor's owners know it. */
    public abstract String url(Role role);

    @Override
    public void close() {
        doors.forEach(Door::close);
        feeds.forEach(Feed::close);
        var owned = setup.owned();
        if (owned != null) {
            Waiting.await(owned.close());
        }
    }
}
