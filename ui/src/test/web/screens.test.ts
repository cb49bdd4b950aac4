// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Editor } from '../../main/web/cameras/editor';
import '../../main/web/cameras/editor';
import '../../main/web/signin/sign-in';
import { Nightjar } from '../../main/web/app/nightjar';

const problem = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });

function answer(response: () => Response): void {
  vi.stubGlobal('fetch', () => Promise.resolve(response()));
}

async function settled(element: { updateComplete: Promise<boolean> }): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
  await element.updateComplete;
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const words = (element: Element): string => element.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
const input = (element: Element, id: string): HTMLInputElement =>
  element.shadowRoot?.querySelector(`#${id}`) as HTMLInputElement;

function type(element: Element, id: string, text: string): void {
  input(element, id).value = text;
  input(element, id).dispatchEvent(new Event('input'));
}

function select(element: Element, id: string, value: string): void {
  const choice = element.shadowRoot?.querySelector(`#${id}`) as HTMLSelectElement;
  choice.value = value;
  choice.dispatchEvent(new Event('change'));
}

async function editor(): Promise<Editor> {
  const element = document.createElement('nj-editor');
  element.app = new Nightjar();
  vi.spyOn(element.app, 'mayEdit', 'get').mockReturnValue(true);
  document.body.append(element);
  await settled(element);
  return element;
}

/** Sends the form to a server that refuses these fields, and tells what it was sent. */
async function submitted(element: Editor, fields: Readonly<Record<string, string>>): Promise<unknown> {
  let sent: unknown = null;
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    sent = JSON.parse(init.body as string);
    return Promise.resolve(problem(400, { title: 'Not valid', detail: 'No.', fields }));
  });
  submit(element);
  await settled(element);
  await settled(element);
  return sent;
}

const submit = (element: Element): void =>
  void element.shadowRoot?.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));

describe('signing in', () => {
  it('says what to check when the password is wrong, and how long to wait after too many', async () => {
    const element = document.createElement('nj-sign-in');
    element.app = new Nightjar();
    document.body.append(element);
    await element.updateComplete;
    type(element, 'username', 'admin');
    answer(() => problem(401, { title: 'Not signed in' }));
    submit(element);
    await settled(element);
    expect(words(element)).toContain('Check both and try again');
    answer(() => problem(429, {}, { 'Retry-After': '30' }));
    submit(element);
    await settled(element);
    expect(words(element)).toContain('You can try again in 30 s.');
  });
});

describe('adding a camera', () => {
  it('shows what the server refuses at its field', async () => {
    const element = await editor();
    type(element, 'name', 'Gate');
    type(element, 'main-url', 'rtsp://127.0.0.1/x');
    await settled(element);
    expect(input(element, 'id').value).toBe('gate');
    answer(() =>
      problem(400, {
        title: 'Not valid',
        detail: 'No.',
        fields: { 'streams.main.url': 'may not point at this machine' },
      }),
    );
    submit(element);
    await settled(element);
    expect(input(element, 'main-url').getAttribute('aria-invalid')).toBe('true');
    expect(words(element)).toContain('The address may not point at this machine.');
  });

  it('keeps what few need folded until the server finds something wrong in it', async () => {
    const element = await editor();
    const advanced = element.shadowRoot?.querySelector('#advanced') as HTMLDetailsElement;
    expect(advanced.open).toBe(false);
    expect(advanced.textContent).not.toContain('User for commands');
    select(element, 'vendor', 'reolink');
    await settled(element);
    expect(advanced.textContent).toContain('User for commands');
    type(element, 'name', 'Gate');
    type(element, 'host', '10.0.0.9');
    select(element, 'sub-video', 'encode');
    await settled(element);
    type(element, 'sub-video-width', '640');
    type(element, 'main-alternatives', 'rtsp://10.0.0.9/b');
    const sent = await submitted(element, { 'streams.sub.video.width': 'must be smaller today' });
    expect(sent).toMatchObject({
      streams: { main: { alternatives: ['rtsp://10.0.0.9/b'] }, sub: { video: { width: 640, encoder: 'auto' } } },
    });
    expect(advanced.open).toBe(true);
    expect(words(element)).toContain('Width must be smaller today.');
    expect(input(element, 'sub-video-width').getAttribute('aria-invalid')).toBe('true');
  });

  it('does not send a number that is none, not even to try it out', async () => {
    const element = await editor();
    type(element, 'main-url', 'rtsp://10.0.0.9/a');
    await settled(element);
    type(element, 'main-input-frameSkip', 'few');
    const asked = vi.fn();
    vi.stubGlobal('fetch', asked);
    (element.shadowRoot?.querySelector('.actions button[type="button"]') as HTMLElement).click();
    await settled(element);
    expect(asked).not.toHaveBeenCalled();
    expect(words(element)).toContain('Use a whole number from 0 to 1000.');
    expect((element.shadowRoot?.querySelector('#advanced') as HTMLDetailsElement).open).toBe(true);
  });

  it('says at its field what the server refuses to try out, and what it did not use', async () => {
    const element = await editor();
    type(element, 'main-url', 'rtsp://10.0.0.9/a');
    await settled(element);
    type(element, 'main-alternatives', 'rtsp://127.0.0.1/b');
    await settled(element);
    const tryOut = element.shadowRoot?.querySelector('.actions button[type="button"]') as HTMLElement;
    answer(() => problem(400, { title: 'Not valid', fields: { 'streams.main.alternatives': 'may not be dialled' } }));
    tryOut.click();
    await settled(element);
    expect(words(element)).toContain('An address may not be dialled.');
    type(element, 'main-alternatives', '');
    const result = { ok: false, steps: [], streams: [], picture: null, remark: 'Type the password again.' };
    answer(() => new Response(JSON.stringify(result), { headers: { 'Content-Type': 'application/json' } }));
    tryOut.click();
    await settled(element);
    expect(words(element)).not.toContain('may not be dialled');
    expect(words(element.shadowRoot?.querySelector('nj-trial') as Element)).toContain('Type the password again.');
  });
});
