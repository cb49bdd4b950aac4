// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.srt;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.media.MediaException;
import io.nightjar.media.SrtSender;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.Feed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The UDP port of a camera: who calls over SRT, with the right passphrase, is sent its pictures. It bears one caller, as
 * encoders do; others are left without an answer.
 */
final class SrtDoor implements Door {

    private static final Logger LOG = Logger.getLogger(SrtDoor.class);
    private static final long PAUSE_MILLIS = 20;
    private static final long PATIENCE_MILLIS = 10_000;
    private static final long PATIENCE_NANOS = PATIENCE_MILLIS * 1_000_000;
    private static final String ANOTHER = "quite-another-passphrase";

    private final Feed feed;
    private final Behaviour behaviour;
    private final Optional<String> passphrase;
    private final BooleanSupplier deaf;
    private final int port;
    private final AtomicInteger opened = new AtomicInteger();
    private final Semaphore news = new Semaphore(0);
    private @Nullable Thread porter;
    private @Nullable SrtSender waiting;
    private @Nullable SrtViewer viewer;
    private Optional<String> inForce = Optional.empty();

    private SrtDoor(Feed feed, Behaviour behaviour, Optional<String> passphrase, BooleanSupplier deaf, int port) {
        this.feed = feed;
        this.behaviour = behaviour;
        this.passphrase = passphrase;
        this.deaf = deaf;
        this.port = port;
    }

    /**
     * Opens on any free port.
     *
     * @param deaf callers are not answered
     */
    static SrtDoor open(Feed feed, Behaviour behaviour, @Nullable Credentials credentials, BooleanSupplier deaf) {
        var passphrase = Optional.ofNullable(credentials).map(Credentials::password);
        var door = new SrtDoor(feed, behaviour, passphrase, deaf, freePort());
        door.listen();
        return door;
    }

    private static int freePort() {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void listen() {
        synchronized (this) {
            if (porter == null) {
                porter = Thread.ofPlatform().daemon().name("srt-" + port).start(this::serve);
                return;
            }
        }
        change();
    }

    /** Lets the passphrase that is wished now be the one that lets in. */
    private void change() {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (another()) {
            pause();
            if (System.nanoTime() > until) {
                throw new IllegalStateException("The passphrase at port " + port + " does not change");
            }
        }
    }

    private synchronized boolean another() {
        boolean another = waiting != null && !inForce.equals(wanted());
        if (another) {
            again();
        }
        return another;
    }

    /** Callers are answered, or no longer answered, from now on. */
    synchronized void turned() {
        again();
    }

    /** The listener ends with each caller, let in or turned away, and a new one takes its place. */
    private void serve() {
        while (mine()) {
            if (deaf.getAsBoolean()) {
                keepStill();
            } else {
                next().ifPresentOrElse(this::answer, this::pause);
            }
        }
    }

    private synchronized boolean mine() {
        return porter == Thread.currentThread();
    }

    private void keepStill() {
        try (var taken = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            while (mine() && deaf.getAsBoolean() && taken.isBound()) {
                pause();
            }
        } catch (IOException notYetFree) {
            pause();
        }
    }

    private void answer(SrtSender sender) {
        try {
            sender.accept();
            enter(sender);
        } catch (MediaException turnedAway) {
            sender.close();
            LOG.debugf("nobody was let in port=%d cause=%s", port, turnedAway.getMessage());
            pause();
        }
    }

    /** Empty while somebody is there. */
    private synchronized Optional<SrtSender> next() {
        if (viewer != null) {
            return Optional.empty();
        }
        inForce = wanted();
        waiting = SrtSender.at(port, inForce);
        return Optional.of(waiting);
    }

    private synchronized void enter(SrtSender sender) {
        if (!mine()) {
            sender.close();
            return;
        }
        waiting = null;
        opened.incrementAndGet();
        viewer = new SrtViewer(sender, feed, behaviour, this::left);
        viewer.begin();
    }

    private synchronized void left() {
        viewer = null;
        news.release();
    }

    /** Until there is news, or not for long: the port may be taken, or somebody may keep calling in vain. */
    private void pause() {
        try {
            if (news.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> wanted() {
        return behaviour.rejecting() ? Optional.of(ANOTHER) : passphrase;
    }

    private void again() {
        if (waiting != null) {
            waiting.interrupt();
        }
        news.release();
    }

    @Override
    public void refuse() {
        Thread ending;
        synchronized (this) {
            ending = porter;
            porter = null;
            again();
        }
        join(ending);
        hangUp();
    }

    private void join(@Nullable Thread ending) {
        if (ending == null) {
            return;
        }
        try {
            ending.join(PATIENCE_MILLIS);
            if (ending.isAlive()) {
                throw new IllegalStateException("The door at port " + port + " does not close");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void drop() {
        hangUp();
        change();
    }

    private void hangUp() {
        SrtViewer leaving;
        synchronized (this) {
            leaving = viewer;
        }
        if (leaving != null) {
            leaving.hangUp();
        }
    }

    @Override
    public int connectionsOpened() {
        return opened.get();
    }

    @Override
    public synchronized int connectionsOpen() {
        return viewer == null ? 0 : 1;
    }

    @Override
    public void close() {
        refuse();
    }
}
