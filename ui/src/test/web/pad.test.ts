// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Order } from '../../main/web/api/model';
import { message } from '../../main/web/api/wire';
import { Nightjar } from '../../main/web/app/nightjar';
import '../../main/web/ptz/pad';
import type { Pad } from '../../main/web/ptz/pad';

const ALL = { panTilt: true, zoom: true, presets: true, savePresets: true, home: true };
const SIZE = 168;

let app: Nightjar;
let said: Order[];
let roles: string[];

function tell(change: object): void {
  const told = message(JSON.stringify(change));
  if (told !== null) app.store.apply(told);
}

function snapshot(...heads: object[]): void {
  const cameras = ['gate', 'yard'].map((id) => ({ id, name: id.toUpperCase(), capabilities: ['streaming', 'ptz'] }));
  tell({ type: 'snapshot', cameras, streams: [], heads });
}

async function pad(camera: string, size: 'tile' | 'full' = 'full'): Promise<Pad> {
  const element = document.createElement('nj-pad');
  element.app = app;
  element.camera = camera;
  element.size = size;
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const part = (element: Element, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (found === null || found === undefined) throw new Error(`There is no ${selector}`);
  return found;
};
const has = (element: Element, selector: string): boolean => element.shadowRoot?.querySelector(selector) !== null;
const words = (element: Element): string => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
const brief = (): string[] => said.map((order) => `${order.do} ${order.camera} ${order.press}`);

function point(target: EventTarget, type: string, x: number, y: number, change: PointerEventInit = {}): void {
  const init = { pointerId: 1, button: 0, buttons: 1, clientX: x, clientY: y, bubbles: true, composed: true };
  target.dispatchEvent(new PointerEvent(type, { ...init, ...change }));
}

/** The disc lies at the upper left of the window. */
function disc(element: Element): HTMLElement {
  const found = part(element, '.disc');
  vi.spyOn(found, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, SIZE, SIZE));
  return found;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('{"items":[]}', { headers: { 'Content-Type': 'application/json' } })),
  );
  app = new Nightjar();
  said = [];
  roles = ['operator'];
  vi.spyOn(app, 'session', 'get').mockImplementation(() => ({ username: 'ben', roles, expiresAt: null }));
  vi.spyOn(app.link, 'send').mockImplementation((order) => said.push(order as Order) > 0);
  app.store.link = { name: 'open' };
});

afterEach(() => {
  app.desk.steering = null;
  app.desk.letGo();
  point(window, 'pointerup', 0, 0);
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the pad', () => {
  it('offers only what the camera can do', async () => {
    snapshot(
      { camera: 'gate', driver: 'onvif', abilities: ALL },
      { camera: 'yard', driver: 'eufy', abilities: { panTilt: true } },
    );
    const gate = await pad('gate');
    expect(has(gate, '[aria-label="Zoom"]')).toBe(true);
    expect(has(gate, '[aria-label="Focus"]')).toBe(false);
    const yard = await pad('yard');
    expect(has(yard, '.disc')).toBe(true);
    expect(has(yard, '[aria-label="Zoom"]')).toBe(false);
    expect(has(yard, '.tab')).toBe(false);
  });

  it('is not there for viewers', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    roles = ['viewer'];
    expect(has(await pad('gate'), 'button')).toBe(false);
  });

  it('goes away with its head, and comes back with it', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL }, { camera: 'yard', driver: 'onvif', abilities: ALL });
    const gate = await pad('gate');
    const yard = await pad('yard');
    tell({ type: 'ptz-removed', camera: 'gate' });
    await gate.updateComplete;
    expect(has(gate, '.disc')).toBe(false);
    expect(words(gate)).toContain('Nothing is known of this head yet.');
    expect(has(yard, '.disc')).toBe(true);
    tell({ type: 'ptz', head: { camera: 'gate', driver: 'onvif', abilities: ALL } });
    await gate.updateComplete;
    expect(has(gate, '.disc')).toBe(true);
    tell({ type: 'camera', camera: { id: 'gate', name: 'GATE', capabilities: ['streaming'] } });
    await gate.updateComplete;
    expect(has(gate, 'button')).toBe(false);
  });

  it('says why a camera cannot be moved, and lets the others be', async () => {
    snapshot(
      { camera: 'gate', driver: 'onvif', abilities: ALL },
      { camera: 'yard', driver: 'eufy', abilities: { panTilt: true }, error: 'refused', reason: 'The bridge is away' },
    );
    const yard = await pad('yard');
    expect(words(yard)).toContain('The bridge is away.');
    expect(has(yard, '.disc')).toBe(false);
    expect(has(await pad('gate'), '.disc')).toBe(true);
  });

  it('moves while it is pressed, follows the finger, and stops when it is lifted anywhere', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    const surface = disc(await pad('gate'));
    point(surface, 'pointerdown', 20, 84);
    expect(said[0]).toMatchObject({ do: 'hold', camera: 'gate', tilt: 0 });
    expect((said[0] as { pan: number }).pan).toBeLessThan(-0.5);
    vi.advanceTimersByTime(100);
    point(window, 'pointermove', 84, 10);
    expect(said[1]).toMatchObject({ do: 'hold', press: 1, pan: 0 });
    point(window, 'pointerup', 84, 10);
    expect(brief().at(-1)).toBe('stop gate 1');
  });

  it.each([
    ['the pointer leaves', () => point(window, 'pointermove', 400, 84)],
    ['the pointer is cancelled', () => point(window, 'pointercancel', 20, 84)],
    ['the capture is lost', () => point(window, 'lostpointercapture', 20, 84)],
    ['the button came up unseen', () => point(window, 'pointermove', 20, 84, { buttons: 0 })],
    ['a second finger comes', () => point(window, 'pointerdown', 300, 300, { pointerId: 2 })],
    ['the page loses the focus', () => window.dispatchEvent(new Event('blur'))],
    ['the page goes away', () => window.dispatchEvent(new Event('pagehide'))],
    ['a dialog opens', () => window.dispatchEvent(new Event('nj-dialog'))],
    ['another screen opens', () => window.dispatchEvent(new Event('hashchange'))],
    ['the camera is removed', () => tell({ type: 'camera-removed', id: 'gate' })],
    ['there is no such head any more', () => tell({ type: 'ptz-removed', camera: 'gate' })],
  ])('stops when %s', async (_, happens) => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    point(disc(await pad('gate')), 'pointerdown', 20, 84);
    happens();
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
    await vi.advanceTimersByTimeAsync(250);
    point(window, 'pointermove', 21, 84);
    expect(brief().filter((text) => text.startsWith('hold'))).toHaveLength(1);
  });

  it('stops when the page is hidden', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    point(disc(await pad('gate')), 'pointerdown', 20, 84);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
  });

  it('does not go on after the link was lost', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    const element = await pad('gate');
    point(disc(element), 'pointerdown', 20, 84);
    app.link.onLost();
    point(window, 'pointermove', 25, 84);
    await vi.advanceTimersByTimeAsync(1000);
    expect(brief()).toEqual(['hold gate 1']);
    await element.updateComplete;
    expect(words(element)).toContain('the camera stops by itself');
  });

  it('has its buttons enabled while it moves, and is let go although it was drawn again or taken away', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    const element = await pad('gate');
    point(disc(element), 'pointerdown', 20, 84);
    tell({ type: 'ptz', head: { camera: 'gate', driver: 'onvif', abilities: ALL, moving: true } });
    await element.updateComplete;
    expect(has(element, 'button[disabled]')).toBe(false);
    element.camera = 'yard';
    await element.updateComplete;
    element.remove();
    point(window, 'pointerup', 20, 84);
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
  });

  it('stops from the middle, whoever moves the camera', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    point(disc(await pad('gate')), 'pointerdown', 84, 84);
    expect(brief()).toEqual(['stop gate 1']);
  });

  it('rests over the middle and goes on from there', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    point(disc(await pad('gate')), 'pointerdown', 20, 84);
    point(window, 'pointermove', 84, 84);
    point(window, 'pointermove', 150, 84);
    point(window, 'pointerup', 150, 84);
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1', 'hold gate 2', 'stop gate 2']);
  });

  it('does not go on from the middle when the page was taken away meanwhile', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    point(disc(await pad('gate')), 'pointerdown', 20, 84);
    point(window, 'pointermove', 84, 84);
    app.link.onLost();
    point(window, 'pointermove', 150, 84);
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
  });

  it('moves by key on a focused button, once however long the key repeats', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    const left = part(await pad('gate'), '.w');
    left.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', cancelable: true }));
    left.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', repeat: true, cancelable: true }));
    expect(said).toHaveLength(1);
    left.dispatchEvent(new KeyboardEvent('keyup', { key: ' ', cancelable: true }));
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
  });

  it('shows who has the camera, and lets administrators take it over', async () => {
    snapshot({
      camera: 'gate',
      driver: 'onvif',
      abilities: ALL,
      leaseHolder: 'Anna',
      leaseUntil: app.serverNow() + 4000,
    });
    expect(words(await pad('gate'))).toContain('Anna is moving this camera; it is free in 4 s.');
    expect(words(await pad('gate'))).not.toContain('Take over');
    roles = ['admin'];
    expect(words(await pad('gate'))).toContain('Take over');
  });

  it('shows the sentence of a refusal', async () => {
    snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL });
    const element = await pad('gate', 'tile');
    point(disc(element), 'pointerdown', 20, 84);
    app.link.onAnswer({
      camera: 'gate',
      press: 1,
      do: 'hold',
      ok: false,
      ms: null,
      kind: 'conflict',
      title: 'Conflict',
      detail: 'Anna is moving this camera; it is free in 4 s.',
      hint: null,
    });
    await element.updateComplete;
    expect(words(element)).toContain('Anna is moving this camera');
  });
});

describe('the keys, while they move a camera', () => {
  const key = (type: 'keydown' | 'keyup', name: string, change: KeyboardEventInit = {}): KeyboardEvent => {
    const event = new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true, composed: true, ...change });
    document.body.dispatchEvent(event);
    return event;
  };

  beforeEach(() => snapshot({ camera: 'gate', driver: 'onvif', abilities: ALL }));

  it('do nothing to it before somebody says so', () => {
    expect(key('keydown', 'ArrowLeft').defaultPrevented).toBe(false);
    expect(said).toEqual([]);
  });

  it('hold as long as they are down, and go together', () => {
    app.desk.steering = 'gate';
    expect(key('keydown', 'ArrowLeft').defaultPrevented).toBe(true);
    key('keydown', 'ArrowLeft', { repeat: true });
    for (const [type, name] of [
      ['keydown', 'ArrowUp'],
      ['keyup', 'ArrowLeft'],
      ['keyup', 'ArrowUp'],
    ] as const) {
      vi.advanceTimersByTime(60);
      key(type, name);
    }
    expect(said.map((order) => (order.do === 'hold' ? [order.press, order.pan, order.tilt] : order.do))).toEqual([
      [1, -1, 0],
      [1, -1, 1],
      [1, 0, 1],
      'stop',
    ]);
  });

  it('are slow with shift, and leave out what the camera has not', () => {
    app.desk.steering = 'gate';
    key('keydown', 'Shift', { shiftKey: true });
    key('keydown', 'ArrowRight', { shiftKey: true });
    expect((said[0] as { pan: number }).pan).toBeCloseTo(0.3);
    vi.advanceTimersByTime(60);
    key('keyup', 'Shift');
    expect(said[1]).toMatchObject({ press: 1, pan: 1 });
  });

  it('are over when the window loses the focus: a repeat is no new press', () => {
    app.desk.steering = 'gate';
    key('keydown', 'ArrowLeft');
    window.dispatchEvent(new Event('blur'));
    key('keydown', 'ArrowLeft', { repeat: true });
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
  });

  it('stop what they moved when they are taken away', () => {
    app.desk.steering = 'gate';
    key('keydown', 'ArrowLeft');
    key('keydown', 'Escape');
    expect(app.desk.steering).toBeNull();
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
  });

  it('do not disturb somebody who types', () => {
    app.desk.steering = 'gate';
    const input = document.createElement('input');
    document.body.append(input);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, composed: true }));
    expect(said).toEqual([]);
  });
});
