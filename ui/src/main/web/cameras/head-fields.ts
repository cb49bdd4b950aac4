// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { DRIVERS, DRIVER_WORDS } from '../words/vendors';
import type { HeadForm } from './draft';
import type { FormView } from './form';
import { checkedOf, errorAt, valueOf } from './form';

/** How a camera is moved; everything may be left as it is. */
export function headFields(view: FormView): TemplateResult {
  return html`<div class="panel group" id="head">
    <h2>Moving it</h2>
    <p class="note">Nightjar finds out how this camera is moved. Say so only where it finds out wrongly.</p>
    ${driver(view)}
    ${number(view, 'channel', 'Head', 'Its number at the maker\u2019s own interface; empty finds it.', 'ptz.channel')}
    ${number(
      view,
      'homeAfterSeconds',
      'Goes home after so many seconds',
      'When nobody has moved it for so long; empty never does.',
      'ptz.homeAfterSeconds',
    )}
    ${home(view)}
    <div class="checks">
      ${check(view, 'invertPan', 'Left and right are swapped')} ${check(view, 'invertTilt', 'It hangs upside down')}
    </div>
    ${errorAt(view, ['ptz'], 'The settings', 'ptz-error')}
  </div>`;
}

function set(view: FormView, change: Partial<HeadForm>): void {
  view.set({ head: { ...view.form.head, ...change } });
}

function driver(view: FormView): TemplateResult {
  const chosen = view.form.head.driver;
  const known = DRIVERS[view.form.vendor];
  const offered = chosen === '' || known.includes(chosen) ? known : [...known, chosen];
  return html`<div class="field">
    <label for="driver">Moved by</label>
    <select id="driver" ?disabled=${view.readOnly} @change=${(event: Event) => set(view, { driver: valueOf(event) })}>
      <option value="" ?selected=${chosen === ''}>Find out (recommended)</option>
      ${offered.map(
        (one) => html`<option value=${one} ?selected=${one === chosen}>${DRIVER_WORDS[one] ?? one}</option>`,
      )}
    </select>
    ${errorAt(view, ['ptz.driver'], 'It', 'driver-error')}
  </div>`;
}

function home(view: FormView): TemplateResult {
  const chosen = view.form.head.homePreset;
  const known = view.presets.some(({ token }) => token === chosen);
  return html`<div class="field">
    <label for="home-preset">Home</label>
    <select
      id="home-preset"
      ?disabled=${view.readOnly}
      @change=${(event: Event) => set(view, { homePreset: valueOf(event) })}
    >
      <option value="" ?selected=${chosen === ''}>The camera’s own</option>
      ${view.presets.map(
        ({ token, name }) => html`<option value=${token} ?selected=${token === chosen}>Preset ${name}</option>`,
      )}
      ${chosen === '' || known ? nothing : html`<option value=${chosen} selected>Preset ${chosen}</option>`}
    </select>
    <span class="hint">Presets are saved where the camera is shown large.</span>
    ${errorAt(view, ['ptz.homePreset'], 'Home', 'home-preset-error')}
  </div>`;
}

function number(
  view: FormView,
  field: 'channel' | 'homeAfterSeconds',
  label: string,
  hint: string,
  path: string,
): TemplateResult {
  return html`<div class="field">
    <label for="head-${field}">${label}</label>
    <input
      id="head-${field}"
      inputmode="numeric"
      autocomplete="off"
      .value=${live(view.form.head[field])}
      ?disabled=${view.readOnly}
      aria-invalid=${view.errors.has(path) ? 'true' : 'false'}
      aria-describedby="head-${field}-error"
      @input=${(event: Event) => set(view, { [field]: valueOf(event) })}
    />
    ${view.errors.has(path) ? nothing : html`<span class="hint">${hint}</span>`}
    ${errorAt(view, [path], label, `head-${field}-error`)}
  </div>`;
}

function check(view: FormView, field: 'invertPan' | 'invertTilt', label: string): TemplateResult {
  return html`<label class="check wide"
    ><input
      id=${field}
      type="checkbox"
      .checked=${live(view.form.head[field])}
      ?disabled=${view.readOnly}
      @change=${(event: Event) => set(view, { [field]: checkedOf(event) })}
    />
    <span>${label}</span></label
  >`;
}
