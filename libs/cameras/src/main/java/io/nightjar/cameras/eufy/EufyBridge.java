// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Resolver;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A bridge that is kept connected to until it is closed, and helped to sign in to its cloud. Orders are refused with the
 * reason while it is not ready, and fail at once when the connection is lost: none waits for better times. Every call blocks,
 * within bounds, and fails with {@link CameraFailure}.
 */
public final class EufyBridge implements AutoCloseable {

    private final BridgeAddress address;
    private final BridgeKeeper keeper;
    private final Map<String, CameraTurn> turns = new ConcurrentHashMap<>();
    private final AtomicLong orders = new AtomicLong();

    private EufyBridge(
            BridgeAddress address, Resolver resolver, BridgePatience patience, Consumer<BridgeState> listener) {
        this.address = address;
        var dialler = new BridgeDialler(address, resolver);
        this.keeper = new BridgeKeeper(address, dialler, patience, new Heard(), listener);
    }

    /**
     * Begins to connect, and goes on doing so.
     *
     * @param listener is told of every change, on threads of the bridge's own; must not block
     */
    public static EufyBridge start(
            BridgeAddress address, Resolver resolver, BridgePatience patience, Consumer<BridgeState> listener) {
        var bridge = new EufyBridge(address, resolver, patience, listener);
        bridge.keeper.start();
        return bridge;
    }

    /** How a bridge did so far, for people and metrics. */
    public record Figures(long connections, long orders) {}

    public BridgeAddress address() {
        return address;
    }

    public BridgeState state() {
        return keeper.state();
    }

    public Figures figures() {
        return new Figures(keeper.connections(), orders.get());
    }

    /** One camera of the bridge; nothing is asked of it yet. */
    public EufyHead head(String serial) {
        return new EufyHead(this, serial);
    }

    /** The serial numbers of all cameras the account shares. */
    public List<String> serials(Duration timeout) {
        return BridgeTalk.serials(BridgeTalk.listen(ready(), timeout));
    }

    /** Types off the picture of {@link BridgeState#captcha}; a wrong text brings another picture. */
    public void enterCaptcha(String text, Duration timeout) {
        var link = asking(BridgeNeed.CAPTCHA, "The Eufy bridge shows no picture to type off now.");
        keeper.answering();
        link.ask("driver.set_captcha", Map.of("captcha", text), timeout);
    }

    /** Hands on the code that the vendor sent by mail or message. */
    public void enterVerifyCode(String code, Duration timeout) {
        var link = asking(BridgeNeed.VERIFY_CODE, "The Eufy bridge waits for no code now.");
        keeper.answering();
        link.ask("driver.set_verify_code", Map.of("verifyCode", code), timeout);
        var state = keeper.state();
        if (!state.signedIn() && state.error() != null && state.needs() == BridgeNeed.NOTHING) {
            // It does not ask for another code by itself.
            link.signIn();
        }
    }

    /** Ends the connection; the next is made at once. */
    public void reconnect() {
        keeper.reconnect();
    }

    @Override
    public void close() {
        keeper.close();
    }

    JsonNode ask(String serial, String command, Duration timeout) {
        return ready().ask("device." + command, Map.of("serialNumber", serial), timeout);
    }

    /** Whether it was sent, and carried out; false when it was wanted no more once its turn had come. */
    boolean order(String serial, Order order, BooleanSupplier wanted, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        var link = ready();
        var turn = turns.computeIfAbsent(serial, fresh -> new CameraTurn());
        var begun = turn.begin(order.command(), order.value(), wanted, timeout);
        begun.ifPresent(mine -> carryOut(link, serial, order, mine, end));
        return begun.isPresent();
    }

    /** @param name of its one parameter */
    record Order(String command, String name, int value) {}

    private void carryOut(BridgeLink link, String serial, Order order, CameraTurn.Order turn, long end) {
        orders.incrementAndGet();
        var parameters = Map.of("serialNumber", serial, order.name(), order.value());
        try {
            var answer = BridgeMessages.await(link.send("device." + order.command(), parameters), until(end));
            if (!answer.path("async").asBoolean()) {
                turn.outcome().complete(answer);
                return;
            }
        } catch (CameraFailure failure) {
            // Of an order that the bridge has neither taken nor refused nobody knows what becomes of it.
            if (failure.getCause() instanceof CameraFailure) {
                turn.outcome().completeExceptionally(failure);
            }
            throw failure;
        }
        var result = confirmed(turn, until(end));
        if (result.path("returnCode").asInt(-1) != 0) {
            throw EufyErrors.failed(result);
        }
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(end - System.nanoTime(), 0));
    }

    /** The wait may end before the order does: its turn goes on, so that no other is sent behind it. */
    private static JsonNode confirmed(CameraTurn.Order turn, Duration left) {
        try {
            return BridgeMessages.await(turn.outcome().copy(), left);
        } catch (CameraFailure failure) {
            throw failure.kind() == ErrorKind.TIMEOUT
                    ? new CameraFailure(
                            ErrorKind.TIMEOUT,
                            "The Eufy camera did not confirm the order in time; a battery camera may have to wake up.",
                            failure)
                    : failure;
        }
    }

    private BridgeLink ready() {
        keeper.state().refusal().ifPresent(why -> {
            throw why;
        });
        return linked();
    }

    private BridgeLink asking(BridgeNeed need, String otherwise) {
        var state = keeper.state();
        if (state.connected() && state.needs() != need) {
            throw new CameraFailure(ErrorKind.CONFIG, otherwise);
        }
        if (!state.connected()) {
            state.refusal().ifPresent(why -> {
                throw why;
            });
        }
        return linked();
    }

    private BridgeLink linked() {
        var link = keeper.link();
        if (link == null) {
            throw new CameraFailure(ErrorKind.RESET, "The connection to the Eufy bridge was just lost.");
        }
        return link;
    }

    /** What concerns orders among all that a bridge tells. */
    private final class Heard implements BridgeKeeper.Orders {

        @Override
        public void answered(JsonNode result) {
            var turn = turns.get(result.path("serialNumber").asText());
            if (turn != null) {
                turn.answered(result);
            }
        }

        @Override
        public void lost(CameraFailure failure) {
            turns.values().forEach(turn -> turn.over(failure));
        }
    }
}
