// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps one connection: makes it, watches it, makes it again, each time after a longer pause until one holds. */
final class BridgeKeeper implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(BridgeKeeper.class);

    private final BridgeAddress address;
    private final BridgeDialler dialler;
    private final BridgePatience patience;
    private final Orders orders;
    private final BridgeMood mood;
    private final BackOff pause;
    private final BackOff signIn;
    private final AtomicLong connections = new AtomicLong();
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("eufy-bridge").unstarted(this::run);
    private volatile @Nullable BridgeLink link;
    private volatile long nextSignIn;
    private volatile boolean closed;

    /** Who waits for what cameras answer. */
    interface Orders {
        void answered(JsonNode result);

        void lost(CameraFailure failure);
    }

    BridgeKeeper(
            BridgeAddress address,
            BridgeDialler dialler,
            BridgePatience patience,
            Orders orders,
            Consumer<BridgeState> listener) {
        this.address = address;
        this.dialler = dialler;
        this.patience = patience;
        this.orders = orders;
        this.mood = new BridgeMood(listener);
        this.pause = new BackOff(patience.shortest(), patience.longest());
        this.signIn = new BackOff(patience.signIn(), patience.longestSignIn());
    }

    void start() {
        thread.start();
    }

    BridgeState state() {
        return mood.state();
    }

    @Nullable
    BridgeLink link() {
        return link;
    }

    long connections() {
        return connections.get();
    }

    /** What was needed is being given: the bridge signs in with it, and asks anew if it was wrong. */
    void answering() {
        postponeSignIn();
        mood.change(state -> state.needing(BridgeNeed.NOTHING, null));
    }

    private void postponeSignIn() {
        nextSignIn = System.nanoTime() + signIn.next().toNanos();
    }

    void reconnect() {
        wake.release();
        var open = link;
        if (open != null) {
            open.close();
        }
    }

    private void run() {
        try {
            while (!closed) {
                connectOnce();
                if (wake.tryAcquire(pause.next().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            dialler.close();
        }
    }

    private void connectOnce() throws InterruptedException {
        var failure = new CameraFailure(ErrorKind.RESET, "The connection to the Eufy bridge was ended.");
        try (var fresh = dialler.dial(this::heard, patience.answer())) {
            begin(fresh);
            failure = watch(fresh);
        } catch (CameraFailure known) {
            failure = known;
        } catch (RuntimeException unexpected) {
            LOG.errorf(unexpected, "The connection to a Eufy bridge failed bridge=%s", address.place());
        }
        link = null;
        var reason = failure;
        orders.lost(reason);
        if (mood.change(state -> state.lost(reason))) {
            LOG.infof("Eufy bridge is away bridge=%s reason=%s", address.place(), reason.sentence());
            LOG.debugf(reason, "Why the Eufy bridge is away bridge=%s", address.place());
        }
    }

    private void begin(BridgeLink fresh) {
        int schema = BridgeTalk.agree(fresh, patience.answer());
        link = fresh;
        mood.change(state -> state.met(schema));
        var state = BridgeTalk.listen(fresh, patience.answer());
        connections.incrementAndGet();
        if (state.path("driver").path("connected").asBoolean()) {
            mood.change(now -> now.signed(true));
        } else {
            // What it waits for from us is told right behind that answer: the next answer comes after it. Were it asked
            // to
            // sign in while it waits for a code, that code would be worth nothing.
            var now = fresh.ask("driver.is_connected", Map.of(), patience.answer());
            if (now.path("connected").asBoolean()) {
                mood.change(same -> same.signed(true));
            }
        }
        pause.over();
        signIn.over();
        LOG.infof("Eufy bridge answers bridge=%s schema=%d", address.place(), schema);
    }

    /** Until the connection is lost, and why it was. */
    private CameraFailure watch(BridgeLink fresh) throws InterruptedException {
        long pongs = -1;
        nextSignIn = System.nanoTime();
        while (true) {
            if (pongs == fresh.pongs()) {
                fresh.over(new CameraFailure(ErrorKind.TIMEOUT, "The Eufy bridge gives no sign of life."));
            }
            var state = mood.state();
            if (state.signedIn()) {
                signIn.over();
            } else if (state.needs() == BridgeNeed.NOTHING && System.nanoTime() - nextSignIn >= 0) {
                fresh.signIn();
                postponeSignIn();
            }
            pongs = fresh.pongs();
            fresh.ping();
            try {
                return fresh.lost().get(patience.ping().toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException alive) {
                LOG.tracef("Eufy bridge is watched bridge=%s", address.place());
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("A loss is no failure", impossible);
            }
        }
    }

    private void heard(JsonNode event) {
        switch (event.path("source").asText()) {
            case "driver" -> mood.driver(event);
            case "server" -> reconnectAfterShutdown(event);
            default -> {
                if (event.path("event").asText().equals("command result")) {
                    orders.answered(event);
                }
            }
        }
    }

    private void reconnectAfterShutdown(JsonNode event) {
        var open = link;
        if (event.path("event").asText().equals("shutdown") && open != null) {
            open.over(new CameraFailure(ErrorKind.RESET, "The Eufy bridge is being shut down."));
        }
    }

    @Override
    public void close() {
        closed = true;
        reconnect();
        thread.interrupt();
    }
}
