// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { PORTS, PORT_WORDS } from '../words/vendors';
import type { FormView } from './form';
import { errorAt, valueOf } from './form';

/** Where the camera keeps its services, for one that keeps them elsewhere. Closed while nobody needs it. */
export function portFields(view: FormView): TemplateResult | typeof nothing {
  const { ports, vendor, ptz } = view.form;
  const usual = vendor === 'generic' && !ptz ? {} : PORTS[vendor];
  const given = Object.keys(ports).filter((name) => !(name in usual));
  const names = [...Object.keys(usual), ...given];
  if (names.length === 0) return nothing;
  const open = Object.values(ports).some((port) => port !== '') || [...view.errors.keys()].some(isPort);
  return html`<details class="panel folded" ?open=${open}>
    <summary>Ports, where they differ</summary>
    <div class="group">${names.map((name) => portField(view, name, usual[name]))}</div>
  </details>`;
}

const isPort = (path: string): boolean => path === 'ports' || path.startsWith('ports.');

function portField(view: FormView, name: string, usual: number | undefined): TemplateResult {
  const path = `ports.${name}`;
  return html`<div class="field">
    <label for="port-${name}">${PORT_WORDS[name] ?? name}</label>
    <input
      id="port-${name}"
      inputmode="numeric"
      autocomplete="off"
      placeholder=${usual ?? nothing}
      .value=${live(view.form.ports[name] ?? '')}
      ?disabled=${view.readOnly}
      aria-invalid=${view.errors.has(path) ? 'true' : 'false'}
      aria-describedby="port-${name}-error"
      @input=${(event: Event) => view.set({ ports: { ...view.form.ports, [name]: valueOf(event) } })}
    />
    ${errorAt(view, [path], 'The port', `port-${name}-error`)}
  </div>`;
}
