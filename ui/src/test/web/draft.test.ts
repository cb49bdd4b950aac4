// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { camera } from '../../main/web/api/wire';
import type { Form } from '../../main/web/cameras/draft';
import { EMPTY, draftOf, formOf, formOfFound, slug } from '../../main/web/cameras/draft';
import { mistakes } from '../../main/web/cameras/mistakes';

const typed = (change: Partial<Form>): Form => ({ ...EMPTY, id: 'gate', name: 'Gate', ...change });
const url = (text: string): Form['main'] => ({ ...EMPTY.main, url: text });

describe('the camera form', () => {
  it('sends one stream when one address is given, and no credentials when none are typed', () => {
    const draft = draftOf(typed({ main: url(' rtsp://10.0.0.12/main ') }), null);
    expect(Object.keys(draft.streams)).toEqual(['main']);
    expect(draft.streams.main?.['url']).toBe('rtsp://10.0.0.12/main');
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
    expect(draft.streams.main?.['enabled']).toBe(false);
  });

  it('changes protocol and sound of both pictures only where somebody chose one here', () => {
    const before = camera({
      id: 'gate',
      vendor: 'reolink',
      ports: { http: 8080 },
      streams: {
        main: { protocol: 'rtmp', audio: 'opus', video: { width: 640 }, input: { frameSkip: 2 } },
        sub: { protocol: 'snapshot', audio: 'off' },
      },
    });
    const kept = draftOf({ ...formOf(before), name: 'Other' }, before);
    expect(kept).toMatchObject({
      ports: { http: 8080 },
      streams: {
        main: { protocol: 'rtmp', audio: 'opus', video: { width: 640 }, input: { frameSkip: 2 } },
        sub: { protocol: 'snapshot', audio: 'off' },
      },
    });
    const chosen = draftOf({ ...formOf(before), protocol: 'flv', audio: 'copy' }, before);
    expect(chosen.streams).toMatchObject({
      main: { protocol: 'flv', audio: 'copy' },
      sub: { protocol: 'flv', audio: 'copy' },
    });
  });

  it('says how a camera is moved only where somebody said so', () => {
    const before = camera({
      id: 'gate',
      vendor: 'amcrest',
      capabilities: ['streaming', 'ptz'],
      ptz: { driver: 'amcrest', channel: 0, invertPan: true, homeAfterSeconds: 60, homePreset: '1', later: 7 },
      ports: { onvif: 8899 },
    });
    const form = formOf(before);
    expect(draftOf(form, before)).toMatchObject({ ptz: before.ptz, ports: { onvif: 8899 } });
    const changed = draftOf(
      {
        ...form,
        head: { ...form.head, driver: '', channel: '', invertPan: false, homeAfterSeconds: '', homePreset: 'a/b' },
        ports: { onvif: '', http: '8080' },
      },
      before,
    );
    expect(changed.ptz).toEqual({ homePreset: 'a/b', later: 7 });
    expect(changed.ports).toEqual({ http: 8080 });
    expect(draftOf({ ...form, ptz: false }, before)).toMatchObject({ capabilities: ['streaming'], ptz: before.ptz });
  });

  it('finds numbers that are none', () => {
    const form = typed({ vendor: 'onvif', host: 'x', ptz: true, ports: { onvif: '80x', http: '' } });
    const wrong = { ...form, head: { ...form.head, channel: '-1', homeAfterSeconds: '5' } };
    expect([...mistakes(wrong, true, []).keys()]).toEqual(['ports.onvif', 'ptz.channel', 'ptz.homeAfterSeconds']);
  });

  it('fills itself in for a camera that was found, and leaves what was typed', () => {
    const found = camera({ name: 'Yard cam', vendor: 'onvif', host: '10.0.0.9', streams: { main: {}, sub: {} } });
    const form = formOfFound(found, typed({ id: '', name: '', username: 'u', password: 'p' }));
    expect(form).toMatchObject({ id: 'yard-cam', name: 'Yard cam', vendor: 'onvif', host: '10.0.0.9', password: 'p' });
    expect(formOfFound(found, typed({ id: 'mine', name: 'Mine' }))).toMatchObject({ id: 'mine', name: 'Mine' });
  });

  it('sends the secrets of a console only for one', () => {
    expect(draftOf(typed({ vendor: 'unifi', host: 'x', alias: ' aLiAs ' }), null).credentials).toEqual({
      alias: 'aLiAs',
    });
    expect('credentials' in draftOf(typed({ alias: 'aLiAs' }), null)).toBe(false);
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
