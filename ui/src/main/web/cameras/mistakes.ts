// SPDX-License-Identifier: Apache-2.0
import type { Camera } from '../api/model';
import { ROLES } from '../api/model';
import type { Form } from './draft';
import { hasCommandUser, hasStream, wayOf } from './draft';
import { isAddress, tuningMistakes } from './tuning';

/** What can be said without asking the server; it has the last word. */
export function mistakes(
  form: Form,
  adding: boolean,
  taken: readonly string[],
  before: Camera | null = null,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (adding) {
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/.test(form.id.trim())) {
      found.set('id', 'Use letters, digits, "-" and "_"; begin with a letter or a digit.');
    } else if (taken.some((id) => id.toLowerCase() === form.id.trim().toLowerCase())) {
      found.set('id', 'There is a camera with this id already.');
    }
  }
  if (form.name.trim() === '') found.set('name', 'Give the camera a name.');
  if (form.vendor === 'generic' && form.main.url.trim() === '' && form.sub.url.trim() === '') {
    found.set('streams.main.url', 'Give at least one address.');
  }
  if (form.vendor !== 'generic' && form.host.trim() === '') {
    found.set('host', "Give the camera's address in your network.");
  }
  for (const role of ROLES) {
    const url = form[role].url.trim();
    if (url !== '' && !isAddress(url)) {
      found.set(`streams.${role}.url`, 'An address begins like rtsp:// and has no spaces.');
    }
  }
  if (form.username === '' && form.password !== '') {
    found.set('credentials.username', 'Give the user that the password belongs to.');
  }
  if (hasCommandUser(form) && !form.forgetCredentials) {
    const user = form.apiUser.trim() !== '';
    const password = form.apiPassword !== '';
    if (password && !user) found.set('credentials.apiUser', 'Give the user that the password belongs to.');
    if (user && !password) found.set('credentials.apiPassword', 'Type the password of this user too.');
  }
  for (const role of ROLES.filter((each) => hasStream(form, each))) {
    for (const [path, text] of tuningMistakes(form[role], wayOf(form, role, before), `streams.${role}`)) {
      found.set(path, text);
    }
  }
  for (const [path, text, least, most] of numbersOf(form)) {
    const value = text.trim() === '' ? null : Number(text);
    if (value !== null && !(Number.isInteger(value) && value >= least && value <= most)) {
      found.set(path, `Use a whole number from ${least} to ${most}.`);
    }
  }
  return found;
}

type NumberField = readonly [path: string, text: string, least: number, most: number];

function numbersOf({ ptz, head, ports }: Form): readonly NumberField[] {
  const ofPorts = Object.entries(ports).map(([name, port]): NumberField => [`ports.${name}`, port, 1, 65535]);
  if (!ptz) return ofPorts;
  return [
    ...ofPorts,
    ['ptz.channel', head.channel, 0, 255],
    ['ptz.homeAfterSeconds', head.homeAfterSeconds, 10, 86400],
  ];
}
