// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Abilities, Wish } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { icons } from '../parts/icons';
import { Grip } from './grip';
import type { Spot } from './vector';
import { SLOW, STILL, isStill, scaled, spot } from './vector';

interface Direction {
  readonly at: string;
  readonly label: string;
  readonly wish: Wish;
}

const D = Math.SQRT1_2;
const direction = (at: string, label: string, pan: number, tilt: number): Direction => ({
  at,
  label,
  wish: { ...STILL, pan, tilt },
});

const DIRECTIONS: readonly Direction[] = [
  direction('nw', 'Left and up', -D, D),
  direction('n', 'Up', 0, 1),
  direction('ne', 'Right and up', D, D),
  direction('w', 'Left', -1, 0),
  direction('e', 'Right', 1, 0),
  direction('sw', 'Left and down', -D, -D),
  direction('s', 'Down', 0, -1),
  direction('se', 'Right and down', D, -D),
];

/** What is pressed on a pad, for its looks. */
export interface Pressed {
  readonly app: Nightjar;
  readonly camera: string;
}

const current = ({ app, camera }: Pressed): Wish | null => {
  const press = app.desk.hold.current;
  return press?.camera === camera && !press.refused ? press.wish : null;
};

/** The round pad: eight directions around a stop. Buttons for the keyboard, one surface for fingers. */
export function disc(pad: Pressed): TemplateResult {
  const moving = current(pad);
  const grip = (event: PointerEvent): void => {
    const element = event.currentTarget as HTMLElement;
    Grip.take(pad.app.desk, pad.camera, event, (x, y, slow): Spot => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return spot(x - left - width / 2, y - top - height / 2, Math.min(width, height) / 2, slow);
    });
  };
  return html`<div class="disc" role="group" aria-label="Direction" @pointerdown=${grip}>
    ${DIRECTIONS.map(({ at, label, wish }) => {
      const diagonal = at.length === 2;
      return html`<button
        type="button"
        class="dir ${at}"
        aria-label=${label}
        tabindex=${diagonal ? -1 : 0}
        ?data-on=${moving !== null && isAlong(moving, wish)}
        @keydown=${(event: KeyboardEvent) => keyDown(pad, event, wish)}
        @keyup=${(event: KeyboardEvent) => keyUp(pad, event)}
        @blur=${() => leave(pad)}
        @click=${(event: MouseEvent) => nudge(pad, event, wish)}
      >
        ${icons.arrow}
      </button>`;
    })}
    <button type="button" class="halt" aria-label="Stop" title="Stop" @click=${(event: MouseEvent) => halt(pad, event)}>
      ${icons.stop}
    </button>
  </div>`;
}

/** Two buttons to hold, for zoom or focus; whichever axis the camera has. */
export function rocker(pad: Pressed, what: 'zoom' | 'focus', can: Abilities): TemplateResult | typeof nothing {
  if (!can[what]) return nothing;
  const [more, less] = what === 'zoom' ? (['Closer', 'Wider'] as const) : (['Focus far', 'Focus near'] as const);
  const [moreIcon, lessIcon] = what === 'zoom' ? [icons.plus, icons.minus] : [icons.far, icons.near];
  return html`<div class="rocker" role="group" aria-label=${what === 'zoom' ? 'Zoom' : 'Focus'}>
    ${holdButton(pad, more, moreIcon, { ...STILL, [what]: 1 })}
    ${holdButton(pad, less, lessIcon, { ...STILL, [what]: -1 })}
  </div>`;
}

function holdButton(pad: Pressed, label: string, icon: unknown, wish: Wish): TemplateResult {
  const moving = current(pad);
  const grip = (event: PointerEvent): void => {
    const element = event.currentTarget as HTMLElement;
    Grip.take(pad.app.desk, pad.camera, event, (x, y, slow): Spot => {
      const { left, top, right, bottom, width } = element.getBoundingClientRect();
      const slip = 12;
      const inside = x >= left - slip && x <= right + slip && y >= top - slip && y <= bottom + slip && width > 0;
      return inside ? { name: 'wish', wish: scaled(wish, slow ? SLOW : 1) } : { name: 'outside' };
    });
  };
  return html`<button
    type="button"
    class="tool hold"
    aria-label=${label}
    title=${label}
    ?data-on=${moving !== null && isAlong(moving, wish)}
    @pointerdown=${grip}
    @keydown=${(event: KeyboardEvent) => keyDown(pad, event, wish)}
    @keyup=${(event: KeyboardEvent) => keyUp(pad, event)}
    @blur=${() => leave(pad)}
    @click=${(event: MouseEvent) => nudge(pad, event, wish)}
  >
    ${icon}
  </button>`;
}

const isPressKey = ({ key }: KeyboardEvent): boolean => key === ' ' || key === 'Enter';
/** The press that a focused button holds by key. */
let keyed: number | null = null;

function keyDown({ app, camera }: Pressed, event: KeyboardEvent, wish: Wish): void {
  if (!isPressKey(event)) return;
  event.preventDefault();
  if (event.repeat) return;
  app.desk.press(camera, scaled(wish, event.shiftKey ? SLOW : 1));
  keyed = app.desk.hold.current?.number ?? null;
}

function keyUp(pad: Pressed, event: KeyboardEvent): void {
  if (!isPressKey(event)) return;
  event.preventDefault();
  leave(pad);
}

function leave({ app }: Pressed): void {
  if (keyed !== null && app.desk.hold.current?.number === keyed) app.desk.letGo();
  keyed = null;
}

const NUDGE_MS = 300;

/** A click without a pointer or a key comes from a helper that cannot hold: it moves a little. */
function nudge({ app, camera }: Pressed, event: MouseEvent, wish: Wish): void {
  if (event.detail !== 0 || isPointed(event) || !app.desk.press(camera, wish)) return;
  const number = app.desk.hold.current?.number;
  setTimeout(() => {
    if (app.desk.hold.current?.number === number) app.desk.letGo();
  }, NUDGE_MS);
}

/** The pointer stopped the camera when it went down; only a key or a helper does it by click. */
function halt({ app, camera }: Pressed, event: MouseEvent): void {
  if (event.detail === 0 && !isPointed(event)) app.desk.stop(camera);
}

const isPointed = (event: MouseEvent): boolean => 'pointerType' in event && event.pointerType !== '';

function isAlong(moving: Wish, button: Wish): boolean {
  const along = (one: number, two: number): boolean => Math.sign(one) === Math.sign(two);
  if (isStill(moving)) return false;
  if (button.zoom !== 0) return along(moving.zoom, button.zoom);
  if (button.focus !== 0) return along(moving.focus, button.focus);
  return along(moving.pan, button.pan) && along(moving.tilt, button.tilt) && (moving.pan !== 0 || moving.tilt !== 0);
}
