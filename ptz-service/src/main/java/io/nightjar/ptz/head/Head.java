// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.PtzDriver;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what the machine decides for one camera. Everything here runs on the head's own thread, one thing after the
 * other; the camera is told and asked on others, so that nothing here ever waits, and nothing of another head does.
 */
public final class Head {

    private static final Logger LOG = Logger.getLogger(Head.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Reply CLOSED = new Reply.Refused(
            Problem.Kind.UNAVAILABLE,
            "This head was let go of; its camera changed, or another process has it now.",
            null);

    private final CameraId camera;
    private final PtzSettings settings;
    private final PtzDriver driver;
    private final Mount mount;
    private final HeadContext context;
    private final Orders orders;
    private final Acquaintance acquaintance;
    private final OwnThread own;
    private final Tickets tickets = new Tickets();
    private final Measures measures;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();
    private final Alarm wake;
    private final Alarm look;
    private HeadState state;
    private long watched;
    /** Why the camera cannot be moved, as far as was heard last. */
    private @Nullable Failure trouble;

    private @Nullable String language;
    private @Nullable HeadView told;
    private boolean closed;
    private volatile HeadView view;

    Head(CameraId camera, PtzSettings settings, PtzDriver driver, HeadContext context) {
        this.camera = camera;
        this.settings = settings;
        this.driver = driver;
        this.mount = Mount.of(settings);
        this.context = context;
        this.orders = new Orders(camera.value(), driver, mount, context.timer());
        this.measures = new Measures(context.metrics());
        this.own = new OwnThread(camera.value());
        this.acquaintance = new Acquaintance(camera.value(), driver, context, this::run, this::learned);
        this.wake = new Alarm(context.timer(), () -> run(() -> handle(new HeadEvent.Tick(now()))));
        this.look = new Alarm(context.timer(), () -> run(this::look));
        this.state = HeadMachine.initial(new HeadTraits(null, settings), now());
        this.view = view();
        run(this::begin);
    }

    public CameraId camera() {
        return camera;
    }

    public PtzDriver driver() {
        return driver;
    }

    /** What the head can do; {@link PtzAbilities#NONE} while that is not known. */
    public PtzAbilities abilities() {
        return view.abilities();
    }

    /** Whether the camera has said what it can do. */
    public boolean isKnown() {
        return view.known();
    }

    /** The newest; read from any thread. */
    public PtzStatus status() {
        return view.status(camera, context.time());
    }

    /** Since when it has been standing; empty while it moves. */
    public Optional<Instant> standsSince() {
        return Optional.ofNullable(view.stoodAt()).map(context.time()::wall);
    }

    /** Asks the camera, and says it as the picture sees it. */
    public Optional<Position> position() {
        return driver.position().map(mount::turn);
    }

    /** Gives an order; the answer comes when the camera has answered, or at once where it need not. */
    CompletableFuture<Answer> order(String command, LongFunction<HeadEvent> event) {
        var answer = new CompletableFuture<Answer>();
        var arrived = now();
        boolean taken = run(() -> {
            long ticket = tickets.open(command, arrived, answer);
            if (closed) {
                tickets.answer(ticket, CLOSED, now(), null);
            } else {
                handle(event.apply(ticket));
            }
        });
        if (!taken) {
            answer.complete(new Answer(CLOSED, Duration.ZERO, null));
        }
        return answer;
    }

    /** Tells the machine something that nobody waits for. */
    void tell(Supplier<HeadEvent> event) {
        run(() -> handle(event.get()));
    }

    public Commands commands() {
        return new Commands(this, context.time());
    }

    /** Something else than an order found out that the camera does not do what it is told, or does again. */
    public void heard(@Nullable Failure failure) {
        run(() -> {
            note(failure);
            publish();
        });
    }

    /** Something between here and the camera has changed: whether it answers is asked at once. */
    public void askAgain() {
        run(acquaintance::ask);
    }

    /** Stops whatever moves and lets go of it; completes when it stood, or when that took too long. */
    CompletableFuture<Void> close(Duration most) {
        run(() -> handle(new HeadEvent.Closing(now())));
        var ended = new CompletableFuture<Void>();
        var unused = settled.completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> {
                    if (!run(() -> end(ended))) {
                        ended.complete(null);
                    }
                    own.end();
                });
        return ended;
    }

    private void end(CompletableFuture<Void> ended) {
        closed = true;
        wake.cancel();
        look.cancel();
        acquaintance.close();
        tickets.refuseAll(CLOSED, now());
        ended.complete(null);
        driver.close();
    }

    private void begin() {
        if (context.marks().isMoving(camera)) {
            LOG.infof("It was moving when the last process ended, and is stopped camera=%s", camera);
            handle(new HeadEvent.FoundMoving(now()));
        }
        acquaintance.ask();
        look.in(LOOK);
        publish();
    }

    private void handle(HeadEvent event) {
        if (closed) {
            return;
        }
        var step = HeadMachine.next(state, event);
        state = step.state();
        // Whoever hears the answer may look at once.
        view = view();
        boolean measured = false;
        for (var effect : step.effects()) {
            switch (effect) {
                case HeadEffect.Send send -> send(send);
                case HeadEffect.Answer answer -> {
                    var ticket = tickets.answer(answer.ticket(), answer.reply(), now(), language);
                    measured |= event instanceof HeadEvent.Answered
                            && measures.answered(ticket, answer.reply(), now(), language());
                }
            }
        }
        if (event instanceof HeadEvent.Answered answered) {
            measures.done(answered, measured, language());
            watch();
        }
        wake.cancel();
        if (step.wake() != null) {
            wake.in(Duration.between(now(), step.wake()));
        }
        context.marks().set(camera, state.isMoving() || state.owed != null);
        publish();
        if (state.closing && state.isSettled()) {
            settled.complete(null);
        }
    }

    private void send(HeadEffect.Send send) {
        if (send.order() instanceof Order.Stop && state.owed != null && state.owed.attempts() > 0) {
            context.metrics().stopRetried(language());
        }
        measures.sent(send.number(), send.order(), now());
        orders.send(
                send.order(),
                (order, failure) -> run(() -> {
                    note(failure);
                    handle(new HeadEvent.Answered(now(), send.number(), failure));
                }),
                () -> run(() -> handle(new HeadEvent.CameLate(now()))));
    }

    /** Where an order sent the head, it is watched until it stands there. */
    private void watch() {
        long travel = state.travel;
        if (travel != 0 && travel != watched) {
            watched = travel;
            Arrival.watch(driver, context.timer(), () -> run(() -> stood(travel)));
        }
    }

    private void stood(long travel) {
        boolean arrives = state.travel == travel;
        handle(new HeadEvent.Stood(now(), travel));
        var preset = state.preset;
        if (arrives && preset != null) {
            context.arrivals().stood(this, preset);
        }
    }

    private void note(@Nullable Failure failure) {
        if (failure == null) {
            language = driver.language().wire();
            trouble = null;
            acquaintance.trust();
        } else if (failure.kind() != ErrorKind.UNSUPPORTED) {
            trouble = failure;
            acquaintance.doubt(failure);
        }
    }

    private void learned(Acquaintance.Finding finding) {
        var failure = finding.failure();
        trouble = failure;
        var abilities = finding.abilities();
        if (failure == null) {
            language = driver.language().wire();
        }
        if (abilities != null) {
            handle(new HeadEvent.Known(now(), new HeadTraits(abilities, settings)));
        }
        publish();
    }

    private void look() {
        if (!closed) {
            publish();
            look.in(LOOK);
        }
    }

    private void publish() {
        var now = view();
        view = now;
        if (!closed && now.isNews(told)) {
            told = now;
            context.publish().accept(now.status(camera, context.time()));
        }
    }

    private HeadView view() {
        return HeadView.of(state, now(), context.owner(), language, driver.bridgeNeeds(), trouble);
    }

    private String language() {
        var known = language;
        return known == null ? "unknown" : known;
    }

    private Instant now() {
        return context.time().instant();
    }

    private boolean run(Runnable work) {
        return own.run(work);
    }
}
