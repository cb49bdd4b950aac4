// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Role } from '../api/model';
import { ROLES } from '../api/model';
import { hasCommandUser, hasStream, wayOf } from './draft';
import type { FormView } from './form';
import { checkedOf, errorAt, textField, valueOf } from './form';
import type { NumberSetting } from './settings';
import { ENCODERS, VIDEO_SETTINGS, isLocalCamera, isRecording } from './settings';
import type { Tuning, VideoForm } from './tuning';
import { isTuned, offered } from './tuning';

const TITLES: Readonly<Record<Role, string>> = { main: 'Large picture', sub: 'Small picture' };

/** What few cameras need. Folded until somebody unfolds it, or something in it is wrong. */
export function advancedFields(view: FormView): TemplateResult {
  const roles = ROLES.filter((role) => hasStream(view.form, role));
  const used = roles.some((role) => isTuned(view.form[role]));
  return html`<details class="panel folded" id="advanced">
    <summary>Advanced ${used ? html`<span class="note">In use</span>` : nothing}</summary>
    <div class="group">
      <p class="note">Whatever is left empty here Nightjar chooses itself, to suit the camera.</p>
      ${hasCommandUser(view.form) ? commandUser(view) : nothing}
      ${roles.map(
        (role, index) =>
          html`${index > 0 || hasCommandUser(view.form) ? html`<div class="line"></div>` : nothing}
          ${stream(view, role)}`,
      )}
    </div>
  </details>`;
}

function commandUser(view: FormView): TemplateResult {
  const stored = view.existing?.hasCredentials === true;
  const off = view.form.forgetCredentials;
  return html`<h3>User for the camera’s own commands</h3>
    <p class="note">
      Moving it and single pictures may need another user than the streams, with a simpler password.
      ${stored ? 'Leave both empty to keep what is stored.' : 'Leave both empty to use the one above.'}
    </p>
    ${textField(view, 'apiUser', 'User for commands', 'credentials.apiUser', { disabled: off })}
    ${textField(view, 'apiPassword', 'Password for commands', 'credentials.apiPassword', {
      disabled: off,
      type: 'password',
      autocomplete: 'new-password',
    })}`;
}

function set(view: FormView, role: Role, change: Partial<Tuning>): void {
  view.set({ [role]: { ...view.form[role], ...change } });
}

function stream(view: FormView, role: Role): TemplateResult {
  return html`<h3>${TITLES[role]}</h3>
    ${alternatives(view, role)} ${video(view, role)} ${input(view, role)}`;
}

function alternatives(view: FormView, role: Role): TemplateResult {
  const path = `streams.${role}.alternatives`;
  const id = `${role}-alternatives`;
  return html`<div class="field wide">
    <label for=${id}>Other addresses of this picture</label>
    <textarea
      id=${id}
      rows="2"
      spellcheck="false"
      autocapitalize="none"
      .value=${live(view.form[role].alternatives)}
      ?disabled=${view.readOnly}
      aria-invalid=${view.errors.has(path) ? 'true' : 'false'}
      aria-describedby="${id}-error"
      @input=${(event: Event) => set(view, role, { alternatives: valueOf(event) })}
    ></textarea>
    ${view.errors.has(path)
      ? nothing
      : html`<span class="hint">One in each line. They are tried in this order when the first address fails.</span>`}
    ${errorAt(view, [path], 'An address', `${id}-error`)}
  </div>`;
}

function video(view: FormView, role: Role): TemplateResult {
  const { video: form } = view.form[role];
  const path = `streams.${role}.video`;
  const change = (by: Partial<VideoForm>): void => set(view, role, { video: { ...form, ...by } });
  return html`<div class="field wide">
      <label for="${role}-video">What becomes of it</label>
      <select
        id="${role}-video"
        ?disabled=${view.readOnly}
        aria-invalid=${view.errors.has(path) ? 'true' : 'false'}
        aria-describedby="${role}-video-error"
        @change=${(event: Event) => change({ encode: valueOf(event) === 'encode' })}
      >
        <option value="copy" ?selected=${!form.encode}>Sent on as it comes (recommended)</option>
        <option value="encode" ?selected=${form.encode}>Made anew as H.264 (costs work)</option>
      </select>
      ${errorAt(view, [path], 'It', `${role}-video-error`)}
    </div>
    ${form.encode
      ? html`${VIDEO_SETTINGS.map((setting) =>
          numberField(view, setting, `${role}-video-${setting.name}`, `${path}.${setting.name}`, {
            text: form.numbers[setting.name] ?? '',
            typed: (text) => change({ numbers: { ...form.numbers, [setting.name]: text } }),
          }),
        )}
        ${encoder(view, role, change)}`
      : nothing}`;
}

function encoder(view: FormView, role: Role, change: (by: Partial<VideoForm>) => void): TemplateResult {
  const chosen = view.form[role].video.encoder;
  const path = `streams.${role}.video.encoder`;
  return html`<div class="field">
    <label for="${role}-encoder">Made by</label>
    <select
      id="${role}-encoder"
      ?disabled=${view.readOnly}
      aria-invalid=${view.errors.has(path) ? 'true' : 'false'}
      aria-describedby="${role}-encoder-error"
      @change=${(event: Event) => change({ encoder: valueOf(event) })}
    >
      ${ENCODERS.map(([name, label]) => html`<option value=${name} ?selected=${name === chosen}>${label}</option>`)}
    </select>
    ${errorAt(view, [path], 'It', `${role}-encoder-error`)}
  </div>`;
}

function input(view: FormView, role: Role): TemplateResult {
  const form = view.form[role];
  const way = wayOf(view.form, role, view.existing);
  const path = `streams.${role}.input`;
  const typed = (name: string, text: string): void => set(view, role, { input: { ...form.input, [name]: text } });
  return html`${isLocalCamera(way) ? pixelFormat(view, role, typed) : nothing}
  ${offered(form, way).map((setting) =>
    numberField(view, setting, `${role}-input-${setting.name}`, `${path}.${setting.name}`, {
      text: form.input[setting.name] ?? '',
      typed: (text) => typed(setting.name, text),
    }),
  )}
  ${isRecording(way)
    ? html`<label class="check wide"
        ><input
          id="${role}-input-realtime"
          type="checkbox"
          .checked=${live(form.input['realtime'] === 'true')}
          ?disabled=${view.readOnly}
          @change=${(event: Event) => typed('realtime', checkedOf(event) ? 'true' : '')}
        />
        <span>Play the recording at its own pace</span></label
      >`
    : nothing}
  ${errorAt(view, [path, `${path}.realtime`], 'The settings', `${role}-input-error`)}`;
}

function pixelFormat(view: FormView, role: Role, typed: (name: string, text: string) => void): TemplateResult {
  const path = `streams.${role}.input.pixelFormat`;
  const id = `${role}-input-pixelFormat`;
  return html`<div class="field">
    <label for=${id}>Picture format to ask for</label>
    <input
      id=${id}
      autocomplete="off"
      spellcheck="false"
      autocapitalize="none"
      placeholder="mjpeg"
      .value=${live(view.form[role].input['pixelFormat'] ?? '')}
      ?disabled=${view.readOnly}
      aria-invalid=${view.errors.has(path) ? 'true' : 'false'}
      aria-describedby="${id}-error"
      @input=${(event: Event) => typed('pixelFormat', valueOf(event))}
    />
    ${errorAt(view, [path], 'The format', `${id}-error`)}
  </div>`;
}

interface Typing {
  readonly text: string;
  readonly typed: (text: string) => void;
}

function numberField(
  view: FormView,
  setting: NumberSetting,
  id: string,
  path: string,
  { text, typed }: Typing,
): TemplateResult {
  const wrong = view.errors.has(path);
  return html`<div class="field">
    <label for=${id}>${setting.label}</label>
    <input
      id=${id}
      inputmode=${setting.whole && setting.unit === 1 ? 'numeric' : 'decimal'}
      autocomplete="off"
      placeholder=${setting.usual ?? nothing}
      .value=${live(text)}
      ?disabled=${view.readOnly}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-describedby="${id}-error"
      @input=${(event: Event) => typed(valueOf(event))}
    />
    ${wrong || setting.hint === undefined ? nothing : html`<span class="hint">${setting.hint}</span>`}
    ${errorAt(view, [path], setting.label, `${id}-error`)}
  </div>`;
}
