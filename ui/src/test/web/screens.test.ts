// SPDX-License-Identifier: Apache-2.0
import { afterEach, describe, expect, it, vi } from 'vitest';
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
    const element = document.createElement('nj-editor');
    element.app = new Nightjar();
    vi.spyOn(element.app, 'mayEdit', 'get').mockReturnValue(true);
    document.body.append(element);
    await settled(element);
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
});
