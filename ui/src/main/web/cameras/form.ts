// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Audio, Camera, CameraTransport, Preset, Role, Vendor } from '../api/model';
import { AUDIOS, TRANSPORTS, VENDORS } from '../api/model';
import { PROTOCOLS, PROTOCOL_WORDS, VENDOR_WORDS } from '../words/vendors';
import { advancedFields } from './advanced-fields';
import { headFields } from './head-fields';
import { portFields } from './port-fields';
import type { Form } from './draft';

export type TextField = 'id' | 'name' | 'host' | 'channel' | 'username' | 'password' | Secret;
type Secret = 'alias' | 'apiKey' | 'apiUser' | 'apiPassword';
type Flag = 'ptz' | 'doorbell' | 'hidden' | 'forgetCredentials';

/** What the form shows, and whom it tells of changes. */
export interface FormView {
  readonly form: Form;
  readonly existing: Camera | null;
  readonly readOnly: boolean;
  readonly errors: ReadonlyMap<string, string>;
  /** Of the camera that is changed, for choosing its home. */
  readonly presets: readonly Preset[];
  readonly typed: (field: TextField, text: string) => void;
  readonly set: (change: Partial<Form>) => void;
}

interface TextOptions {
  readonly type?: string;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly autocomplete?: 'off' | 'new-password';
}

const TRANSPORT_WORDS: Readonly<Record<CameraTransport, string>> = {
  auto: 'Find out (recommended)',
  tcp: 'TCP',
  udp: 'UDP',
};

const AUDIO_WORDS: Readonly<Record<Audio, string>> = {
  off: 'No sound',
  opus: 'Sound that every browser plays',
  copy: 'Sound as the camera sends it',
};

export function cameraForm(view: FormView): TemplateResult {
  return html`${identity(view)} ${streams(view)} ${access(view)} ${abilities(view)}
  ${view.form.ptz ? headFields(view) : nothing} ${portFields(view)} ${advancedFields(view)}`;
}

function identity(view: FormView): TemplateResult {
  const { vendor } = view.form;
  const adding = view.existing === null;
  return html`<div class="panel group">
    <h2>Camera</h2>
    ${textField(view, 'name', 'Name', 'name', { placeholder: 'Front door' })}
    ${textField(view, 'id', 'Id', 'id', {
      disabled: !adding,
      hint: adding ? 'Used in addresses and file names; it cannot be changed later.' : 'Never changes.',
    })}
    <div class="field">
      <label for="vendor">Make</label>
      <select
        id="vendor"
        ?disabled=${view.readOnly}
        @change=${(event: Event) => view.set({ vendor: valueOf(event) as Vendor, protocol: '' })}
      >
        ${VENDORS.map((one) => html`<option value=${one} ?selected=${one === vendor}>${VENDOR_WORDS[one]}</option>`)}
      </select>
      ${errorAt(view, ['vendor'], 'The make', 'vendor-error')}
    </div>
    ${vendor === 'generic'
      ? nothing
      : textField(view, 'host', 'Address', 'host', {
          placeholder: '192.168.1.20',
          hint: vendor === 'unifi' ? 'Of the console, not of the camera.' : 'Name or number in your network.',
        })}
    ${channel(view)}
  </div>`;
}

function channel(view: FormView): TemplateResult | typeof nothing {
  switch (view.form.vendor) {
    case 'unifi':
      return textField(view, 'channel', 'Camera at the console', 'channel', {
        hint: 'Its id there; not needed with a stream alias.',
      });
    case 'reolink':
    case 'amcrest':
      return textField(view, 'channel', 'Channel', 'channel', { hint: 'Only for a camera that hangs on a recorder.' });
    case 'generic':
    case 'onvif':
    case 'eufy':
      return nothing;
  }
}

function streams(view: FormView): TemplateResult {
  const generic = view.form.vendor === 'generic';
  return html`<div class="panel group">
    <h2>Pictures</h2>
    <p class="note">
      ${generic
        ? 'With one address only, it serves both the wall and the large picture.'
        : 'Nightjar knows where this make keeps its pictures. Give an address only where yours differs.'}
    </p>
    ${stream(view, 'main', 'Large picture', 'rtsp://192.168.1.20/main')}
    <div class="line"></div>
    ${stream(view, 'sub', 'Small picture, for the wall', 'rtsp://192.168.1.20/sub')}
    ${errorAt(view, ['streams'], 'The pictures', 'streams-error')}
    <div class="line"></div>
    ${protocol(view)}
    <div class="field">
      <label for="audio">Sound</label>
      <select
        id="audio"
        ?disabled=${view.readOnly}
        @change=${(event: Event) => view.set({ audio: valueOf(event) as Audio })}
      >
        ${AUDIOS.map(
          (one) => html`<option value=${one} ?selected=${one === view.form.audio}>${AUDIO_WORDS[one]}</option>`,
        )}
      </select>
    </div>
  </div>`;
}

function protocol(view: FormView): TemplateResult | typeof nothing {
  const known = PROTOCOLS[view.form.vendor];
  const chosen = view.form.protocol;
  if (known.length === 0) return nothing;
  const offered = chosen === '' || known.includes(chosen) ? known : [...known, chosen];
  return html`<div class="field">
    <label for="protocol">Reached by</label>
    <select
      id="protocol"
      ?disabled=${view.readOnly}
      @change=${(event: Event) => view.set({ protocol: valueOf(event) })}
    >
      <option value="" ?selected=${chosen === ''}>Find out (recommended)</option>
      ${offered.map(
        (one) => html`<option value=${one} ?selected=${one === chosen}>${PROTOCOL_WORDS[one] ?? one}</option>`,
      )}
    </select>
    ${errorAt(view, ['streams.main.protocol', 'streams.sub.protocol'], 'It', 'protocol-error')}
  </div>`;
}

function stream(view: FormView, role: Role, title: string, placeholder: string): TemplateResult {
  const { url, transport, onDemand } = view.form[role];
  const set = (change: Partial<Form[Role]>): void => view.set({ [role]: { ...view.form[role], ...change } });
  const path = `streams.${role}.url`;
  return html`<div class="field wide">
      <label for="${role}-url">${title}</label>
      <input
        id="${role}-url"
        type="url"
        inputmode="url"
        spellcheck="false"
        autocapitalize="none"
        placeholder=${placeholder}
        .value=${live(url)}
        ?disabled=${view.readOnly}
        aria-invalid=${view.errors.has(path) ? 'true' : 'false'}
        aria-describedby="${role}-url-error"
        @input=${(event: Event) => set({ url: valueOf(event) })}
      />
      ${errorAt(view, [path, `streams.${role}`], 'The address', `${role}-url-error`)}
    </div>
    <div class="field">
      <label for="${role}-transport">RTSP transport</label>
      <select
        id="${role}-transport"
        ?disabled=${view.readOnly}
        @change=${(event: Event) => set({ transport: valueOf(event) as CameraTransport })}
      >
        ${TRANSPORTS.map(
          (one) => html`<option value=${one} ?selected=${one === transport}>${TRANSPORT_WORDS[one]}</option>`,
        )}
      </select>
      ${errorAt(view, [`streams.${role}.transport`], 'The transport', `${role}-transport-error`)}
    </div>
    <label class="check"
      ><input
        type="checkbox"
        .checked=${live(onDemand)}
        ?disabled=${view.readOnly}
        @change=${(event: Event) => set({ onDemand: checkedOf(event) })}
      />
      <span>Only while somebody watches</span></label
    >`;
}

function access(view: FormView): TemplateResult {
  const stored = view.existing?.hasCredentials === true;
  const off = view.form.forgetCredentials;
  return html`<div class="panel group">
    <h2>Access</h2>
    <p class="note">
      ${stored
        ? 'A user and a password are stored. They cannot be read back; leave both empty to keep them.'
        : 'Leave both empty when the camera asks for none. They are stored encrypted and cannot be read back.'}
    </p>
    ${textField(view, 'username', 'User', 'credentials.username', { disabled: off })}
    ${textField(view, 'password', 'Password', 'credentials.password', {
      disabled: off,
      type: 'password',
      autocomplete: 'new-password',
    })}
    ${view.form.vendor === 'unifi' ? consoleAccess(view, off) : nothing}
    ${stored ? checkField(view, 'forgetCredentials', 'Forget the stored user and password') : nothing}
    ${errorAt(view, ['credentials'], 'User and password', 'credentials-error')}
  </div>`;
}

/** A console gives a stream to whoever knows its alias, and everything to whoever has a key. */
function consoleAccess(view: FormView, off: boolean): TemplateResult {
  return html`${textField(view, 'alias', 'Stream alias', 'credentials.alias', {
    disabled: off,
    type: 'password',
    autocomplete: 'new-password',
    hint: 'The last part of the RTSP address that the console shows.',
  })}
  ${textField(view, 'apiKey', 'API key', 'credentials.apiKey', {
    disabled: off,
    type: 'password',
    autocomplete: 'new-password',
    hint: 'Instead of user and password.',
  })}`;
}

function abilities(view: FormView): TemplateResult {
  return html`<div class="panel group">
    <h2>More</h2>
    <div class="checks">
      ${checkField(view, 'ptz', 'It can move (pan, tilt, zoom)')} ${checkField(view, 'doorbell', 'It is a doorbell')}
      ${checkField(view, 'hidden', 'Hide it: keep its settings, but do not connect to it or show it')}
    </div>
    ${errorAt(view, ['capabilities'], 'The abilities', 'capabilities-error')}
  </div>`;
}

export function textField(
  view: FormView,
  field: TextField,
  label: string,
  path: string,
  options: TextOptions = {},
): TemplateResult {
  return html`<div class="field">
    <label for=${field}>${label}</label>
    <input
      id=${field}
      type=${options.type ?? 'text'}
      spellcheck="false"
      autocapitalize=${field === 'name' ? 'sentences' : 'none'}
      autocomplete=${options.autocomplete ?? 'off'}
      placeholder=${options.placeholder ?? ''}
      .value=${live(view.form[field])}
      ?disabled=${view.readOnly || options.disabled === true}
      aria-invalid=${view.errors.has(path) ? 'true' : 'false'}
      aria-describedby="${field}-error"
      @input=${(event: Event) => view.typed(field, valueOf(event))}
    />
    ${options.hint === undefined || view.errors.has(path) ? nothing : html`<span class="hint">${options.hint}</span>`}
    ${errorAt(view, [path], label, `${field}-error`)}
  </div>`;
}

function checkField(view: FormView, field: Flag, label: string): TemplateResult {
  return html`<label class="check wide"
    ><input
      id=${field}
      type="checkbox"
      .checked=${live(view.form[field])}
      ?disabled=${view.readOnly}
      @change=${(event: Event) => view.set({ [field]: checkedOf(event) })}
    />
    <span>${label}</span></label
  >`;
}

export function errorAt(view: FormView, paths: readonly string[], label: string, id: string): TemplateResult {
  const text = paths.map((path) => view.errors.get(path)).find((found) => found !== undefined);
  return html`<span class="error wide" id=${id} ?hidden=${text === undefined}>${worded(label, text)}</span>`;
}

export const valueOf = (event: Event): string =>
  (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
export const checkedOf = (event: Event): boolean => (event.target as HTMLInputElement).checked;

/** The server's field messages go on from the field's name ("must begin with rtsp://"); the page's are sentences. */
function worded(label: string, text: string | undefined): string {
  if (text === undefined) return '';
  const sentence = /^[a-z]/.test(text) ? `${label} ${text}` : text;
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
