// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import static io.nightjar.ptz.head.Desk.ANNA;
import static io.nightjar.ptz.head.Desk.BOB;
import static io.nightjar.ptz.head.Desk.CARL;
import static io.nightjar.ptz.head.Desk.LEFT;
import static io.nightjar.ptz.head.Desk.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.driver.Velocity;
import io.nightjar.ptz.patrol.Patrol;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadMachineTest {

    private static final PtzAbilities PLAIN =
            new PtzAbilities(true, false, false, false, true, true, 0, true, true, true, true);
    private static final PtzAbilities STEPS =
            new PtzAbilities(true, false, false, true, true, false, 0, false, false, false, false);
    private static final Patrol ROUND =
            new Patrol("r", "Round", List.of(new Patrol.Step("1", 10), new Patrol.Step("2", 5)), 60);

    @Test
    void anUnchangedHoldIsSaidToTheCameraOncePerSecondAndStopsHalfASecondAfterTheLast() {
        var desk = new Desk(PLAIN);
        for (int number = 0; number < 11; number++) {
            desk.hold(ANNA, 1, LEFT);
            desk.agree("move");
            desk.after(200);
        }
        desk.after(5_000);
        assertThat(desk.sent()).startsWith("0 move", "1000 move", "2000 move", "2500 stop");
    }

    @Test
    void aPressThatWasRefusedIsTriedAgainOncePerSecondAndSaysSoUntilItMoves() {
        var desk = new Desk(PLAIN);
        for (int number = 0; number < 16; number++) {
            var reply = desk.hold(ANNA, 1, LEFT);
            assertThat(reply)
                    .as("after %s ms", number * 200)
                    .isEqualTo(
                            number == 0
                                    ? new Reply.Superseded()
                                    : number <= 10
                                            ? new Reply.Failed(new Failure(ErrorKind.AUTH, "No."))
                                            : new Reply.Done(false));
            if (number == 0 || number == 5) {
                desk.refuse("move", ErrorKind.AUTH);
            } else if (number == 10) {
                desk.agree("move");
            }
            desk.after(200);
        }
        assertThat(desk.sent()).containsExactly("0 move", "1000 move", "2000 move", "3000 move");
    }

    @Test
    void anotherWayIsTriedAtOnceAfterARefusal() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.refuse("move", ErrorKind.UNSUPPORTED);
        desk.after(100);
        desk.hold(ANNA, 1, RIGHT);
        assertThat(desk.sent()).containsExactly("0 move", "100 move");
        assertThat(desk.hold(ANNA, 1, RIGHT)).isEqualTo(new Reply.Done(false));
    }

    @Test
    void aSteppingHeadThatRefusesIsNotTriedAtTheRateOfSteps() {
        var desk = new Desk(STEPS);
        for (int number = 0; number < 10; number++) {
            desk.hold(ANNA, 1, LEFT);
            desk.refuse("move", ErrorKind.UNSUPPORTED);
            desk.after(200);
        }
        assertThat(desk.sent()).containsExactly("0 move", "1000 move", "2000 move");
    }

    @Test
    void onlyTheNewestVectorWaitsForASlowAnswer() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.after(100);
        desk.hold(ANNA, 1, new Velocity(-0.5, 0, 0, 0));
        desk.hold(ANNA, 1, RIGHT);
        assertThat(desk.sent()).containsExactly("0 move");
        desk.agree("move");
        assertThat(desk.sent()).containsExactly("0 move", "100 move");
        assertThat(desk.state().flight.order()).isEqualTo(new Order.Move(RIGHT));
    }

    @Test
    void stopsAreSaidAgainWithGrowingWaits() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.agree("move");
        desk.stop(ANNA, 1L);
        for (int number = 0; number < 7; number++) {
            desk.refuse("stop", ErrorKind.RESET);
            int before = desk.sent().size();
            while (desk.sent().size() == before) {
                desk.after(10);
            }
        }
        assertThat(desk.sent())
                .containsExactly(
                        "0 move",
                        "0 stop",
                        "100 stop",
                        "300 stop",
                        "700 stop",
                        "1500 stop",
                        "3100 stop",
                        "6300 stop",
                        "11300 stop");
    }

    @Test
    void aStopThatNothingIsHeardOfIsSaidAgainBesideTheFirst() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.agree("move");
        desk.stop(ANNA, 1L);
        desk.after(10_000);
        assertThat(desk.sent()).hasSizeBetween(3, 1 + HeadTiming.STOPS).startsWith("0 move", "0 stop", "600 stop");
    }

    @Test
    void aSteppingHeadRepeatsItsStepAndIsNeverToldToStop() {
        var desk = new Desk(STEPS);
        for (int number = 0; number < 5; number++) {
            desk.hold(ANNA, 1, LEFT);
            desk.after(100);
            desk.agree("move");
            desk.after(100);
        }
        assertThat(desk.stop(ANNA, 1L)).isEqualTo(new Reply.Done(false));
        desk.after(10_000);
        assertThat(desk.sent()).containsExactly("0 move", "350 move", "700 move");
    }

    @Test
    void aStepFollowsNoneThatWasNotAnswered() {
        var desk = new Desk(STEPS);
        for (int number = 0; number < 10; number++) {
            desk.hold(ANNA, 1, LEFT);
            desk.after(200);
        }
        assertThat(desk.sent()).containsExactly("0 move");
        desk.agree("move");
        assertThat(desk.sent()).containsExactly("0 move", "2000 move");
    }

    @Test
    void pressesOfAPageEndForGoodAndThoseOfOthersDoNot() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 5, LEFT);
        desk.agree("move");
        desk.stop(ANNA, 5L);
        desk.agree("stop");
        assertThat(desk.hold(ANNA, 5, LEFT)).isEqualTo(new Reply.Ignored());
        assertThat(desk.hold(ANNA, 4, LEFT)).isEqualTo(new Reply.Ignored());
        var otherPage = new Caller("Anna", false, "a2");
        desk.hold(otherPage, 1, LEFT);
        assertThat(desk.sent()).containsExactly("0 move", "0 stop", "0 move");
    }

    @Test
    void aLateStopOfAnOlderPressLeavesTheNewOneAlone() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.agree("move");
        desk.hold(ANNA, 2, RIGHT);
        desk.agree("move");
        assertThat(desk.stop(ANNA, 1L)).isEqualTo(new Reply.Done(false));
        assertThat(desk.sent()).containsExactly("0 move", "0 move");
    }

    @Test
    void whoStopsAnothersMoveEndsItsPress() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.agree("move");
        desk.stop(BOB, 1L);
        assertThat(desk.sent()).containsExactly("0 move", "0 stop");
        assertThat(desk.hold(ANNA, 1, LEFT)).isEqualTo(new Reply.Ignored());
    }

    @Test
    void theLeaseEndsFiveSecondsAfterTheLastOrder() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.agree("move");
        desk.after(1_000);
        assertThat(desk.hold(BOB, 1, RIGHT))
                .isEqualTo(new Reply.Refused(
                        Problem.Kind.CONFLICT,
                        "Anna is moving this camera; it is free in 4 s.",
                        "Wait, or ask an administrator to take it over."));
        desk.agree("stop");
        desk.after(4_000);
        desk.hold(BOB, 2, RIGHT);
        assertThat(desk.sent()).last().isEqualTo("5000 move");
    }

    @Test
    void anAdministratorTakesAHeadAndWhatMovedItStops() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.agree("move");
        desk.ask(ticket -> new HeadEvent.LeaseAsked(desk.now(), ticket, CARL, Duration.ofSeconds(60), true));
        assertThat(desk.sent()).containsExactly("0 move", "0 stop");
        assertThat(desk.hold(ANNA, 1, LEFT)).isEqualTo(new Reply.Ignored());
        assertThat(desk.hold(ANNA, 2, LEFT)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void whatAHeadHasNotGotIsLeftOut() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, new Velocity(1, 0, 1, 1));
        assertThat(desk.state().flight.order()).isEqualTo(new Order.Move(RIGHT));
        assertThat(desk.hold(ANNA, 2, new Velocity(0, 0, 1, 0)))
                .isEqualTo(new Reply.Refused(Problem.Kind.UNSUPPORTED, "This camera cannot zoom.", null));
        assertThat(desk.ask(ticket -> new HeadEvent.Go(desk.now(), ticket, ANNA, new Order.MoveBy(1, 0, 0))))
                .isNotInstanceOf(Reply.Refused.class);
    }

    @Test
    void aPresetThatIsRefusedWhileItMovesStopsIt() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.agree("move");
        desk.ask(ticket -> new HeadEvent.Go(desk.now(), ticket, ANNA, new Order.Goto("9")));
        desk.refuse("preset", ErrorKind.NOT_FOUND);
        assertThat(desk.sent()).containsExactly("0 move", "0 preset 9", "0 stop");
    }

    @Test
    void aPatrolGoesRoundGivesWayAndGoesOnWhereItWas() {
        var desk = new Desk(PLAIN);
        desk.ask(ticket -> new HeadEvent.PatrolStarted(desk.now(), ticket, ANNA, ROUND));
        desk.agree("preset");
        desk.after(2_000).stand("preset");
        desk.after(10_000);
        desk.agree("preset");
        desk.after(1_000).stand("preset");
        assertThat(desk.sent()).containsExactly("0 preset 1", "12000 preset 2");

        desk.hold(BOB, 1, LEFT);
        desk.agree("move");
        desk.after(100).stop(BOB, 1L);
        desk.agree("stop");
        desk.after(59_000);
        assertThat(desk.sent()).hasSize(4);
        desk.after(1_500);
        assertThat(desk.sent()).last().isEqualTo("73100 preset 2");
    }

    @Test
    void aPatrolWaitsHalfAMinuteAfterTheLastThatMovedButNotForItsOwnMotion() {
        var desk = new Desk(PLAIN);
        desk.ask(ticket -> new HeadEvent.PatrolStarted(desk.now(), ticket, ANNA, ROUND));
        desk.agree("preset");
        desk.say(new HeadEvent.MotionSeen(desk.now(), true));
        assertThat(Rounds.isPaused(desk.state(), desk.now())).isFalse();
        desk.after(1_000).stand("preset");
        desk.after(5_000);
        desk.say(new HeadEvent.MotionSeen(desk.now(), true));
        assertThat(Rounds.isPaused(desk.state(), desk.now())).isTrue();
        desk.after(20_000);
        desk.say(new HeadEvent.MotionSeen(desk.now(), false));
        desk.after(40_000);
        assertThat(desk.sent()).containsExactly("0 preset 1", "56000 preset 2");
    }

    @Test
    void itGoesHomeWhenNobodyHasMovedItAndOnlyOnce() {
        var desk = new Desk(PLAIN, new PtzSettings(null, null, false, false, 30, "7"));
        desk.after(20_000);
        desk.hold(ANNA, 1, LEFT);
        desk.agree("move");
        desk.after(200).stop(ANNA, 1L);
        desk.agree("stop");
        desk.after(29_000);
        assertThat(desk.sent()).containsExactly("20000 move", "20200 stop");
        desk.after(1_500);
        desk.agree("preset");
        desk.after(300_000);
        assertThat(desk.sent()).containsExactly("20000 move", "20200 stop", "50200 preset 7");
        assertThat(desk.state().lease)
                .satisfiesAnyOf(lease -> assertThat(lease).isNull(), lease -> assertThat(lease.isOver(desk.now()))
                        .isTrue());
    }

    @Test
    void aHeadThatIsLetGoOfStopsAndTakesNoOrders() {
        var desk = new Desk(PLAIN);
        desk.hold(ANNA, 1, LEFT);
        desk.say(new HeadEvent.Closing(desk.now()));
        assertThat(desk.sent()).containsExactly("0 move", "0 stop");
        assertThat(desk.hold(ANNA, 2, LEFT)).isInstanceOf(Reply.Refused.class);
        desk.agree("stop");
        desk.agree("move");
        desk.agree("stop");
        assertThat(desk.state().isSettled()).isTrue();
    }
}
