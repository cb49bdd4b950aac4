// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { camera } from '../../main/web/api/wire';
import type { Form } from '../../main/web/cameras/draft';
import { EMPTY, draftOf, formOf, mistakes, slug } from '../../main/web/cameras/draft';

const typed = (change: Partial<Form>): Form => ({ ...EMPTY, id: 'gate', name: 'Gate', ...change });
const url = (text: string): Form['main'] => ({ ...EMPTY.main, url: text });

describe('the camera form', () => {
  it('sends one stream when one address is given, and no credentials when none are typed', () => {
    const draft = draftOf(typed({ main: url(' rtsp://10.0.0.12/main ') }), null);
    expect(Object.keys(draft.streams)).toEqual(['main']);
    expect(draft.streams.main?.url).toBe('rtsp://10.0.0.12/main');
    expect('credentials' in draft).toBe(false);
    expect(draft.capabilities).toEqual(['streaming']);
  });

  it('lets a known make fill in its addresses', () => {
    const draft = draftOf(typed({ vendor: 'reolink', host: '10.0.0.7' }), null);
    expect(draft.streams).toMatchObject({ main: { url: null }, sub: { url: null } });
  });

  it('keeps what it does not show', () => {
    const before = camera({
      id: 'gate',
      device: 'nvr',
      channel: '3',
      ptz: { speed: 4 },
      capabilities: ['streaming', 'ptz', 'sound'],
      streams: { main: { url: 'rtsp://a', enabled: false } },
    });
    const draft = draftOf(formOf(before), before);
    expect(draft).toMatchObject({
      device: 'nvr',
      channel: '3',
      ptz: { speed: 4 },
      capabilities: ['streaming', 'sound', 'ptz'],
    });
    expect(draft.streams.main?.enabled).toBe(false);
  });

  it('can replace and forget credentials, never read them', () => {
    expect(draftOf(typed({ username: 'u', password: 'p' }), null).credentials).toEqual({
      username: 'u',
      password: 'p',
    });
    expect(draftOf(typed({ forgetCredentials: true }), null).credentials).toBeNull();
    expect(formOf(camera({ id: 'gate', hasCredentials: true })).password).toBe('');
  });

  it('finds mistakes before the server does', () => {
    const found = mistakes(typed({ id: 'the gate', name: ' ', main: url('10.0.0.12'), password: 'p' }), true, []);
    expect([...found.keys()]).toEqual(['id', 'name', 'streams.main.url', 'credentials.username']);
    expect(mistakes(typed({ main: url('rtsp://x') }), true, ['GATE']).has('id')).toBe(true);
    expect(mistakes(typed({}), true, []).has('streams.main.url')).toBe(true);
    expect(mistakes(typed({ vendor: 'reolink' }), true, []).has('host')).toBe(true);
  });

  it('makes an id from a name', () => {
    expect(slug('Back Gärten (2)')).toBe('back-garten-2');
    expect(slug('---')).toBe('');
  });
});
