// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Camera, Stream } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { paths } from '../app/router';
import { base, buttons, sheet } from '../parts/base';
import { icons } from '../parts/icons';
import { Watch, ticks } from '../parts/watch';
import { closed, inTime } from '../words/face';
import { VENDOR_SHORT } from '../words/vendors';

type Tone = 'live' | 'working' | 'trouble' | 'none';

/** The list of all cameras, the hidden ones too. */
@customElement('nj-cameras')
export class Cameras extends LitElement {
  static override styles = [
    base,
    buttons,
    sheet,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        gap: 4px 16px;
        padding: 12px 12px 12px 20px;
        border-top: 1px solid var(--line);
      }
      li:first-child {
        border-top: 0;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 12px;
        font-weight: 600;
      }
      .name a {
        color: inherit;
        text-decoration: none;
      }
      .name a:hover {
        text-decoration: underline;
      }
      .tag {
        color: var(--secondary);
        font-size: var(--size-12);
        font-weight: 400;
      }
      .state {
        display: flex;
        align-items: baseline;
        gap: 8px;
        color: var(--secondary);
      }
      .state .dot {
        transform: translateY(-1px);
      }
      .empty {
        padding: 32px 20px;
        color: var(--secondary);
        text-align: center;
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;

  constructor() {
    super();
    new Watch(this, ticks);
    new Watch(this, (changed) => this.app.store.listen(changed));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { known, allCameras } = this.app.store;
    if (!known) return nothing;
    return html`<div class="page">
      <div class="head">
        <h1>Cameras</h1>
        ${this.app.mayEdit ? html`<a class="button primary" href=${paths.add}>${icons.add} Add a camera</a>` : nothing}
      </div>
      <ul class="panel">
        ${allCameras.length === 0 ? html`<p class="empty">No camera yet.</p>` : nothing}
        ${repeat(
          allCameras,
          ({ id }) => id,
          (camera) => this.row(camera),
        )}
      </ul>
    </div>`;
  }

  private row(camera: Camera): TemplateResult {
    const [tone, words] = this.state(camera);
    return html`<li data-camera=${camera.id}>
      <div>
        <p class="name">
          <a href=${paths.camera(camera.id)}>${camera.name}</a>
          <span class="tag">${VENDOR_SHORT[camera.vendor]}${camera.host === null ? '' : ` · ${camera.host}`}</span>
          ${camera.hidden ? html`<span class="tag">Hidden</span>` : nothing}
        </p>
        <p class="state number"><i class="dot" data-tone=${tone}></i><span>${words}</span></p>
      </div>
      ${this.app.mayEdit
        ? html`<a
            class="button quiet icon"
            href=${paths.edit(camera.id)}
            aria-label=${camera.editable ? `Change ${camera.name}` : `Look at ${camera.name}`}
            title=${camera.editable ? 'Change or remove' : 'Look at its settings'}
            >${camera.editable ? icons.edit : icons.next}</a
          >`
        : nothing}
    </li>`;
  }

  private state(camera: Camera): readonly [Tone, string] {
    if (camera.hidden) return ['none', 'Hidden: not connected, not shown.'];
    const stream = this.app.store.stream(camera.id, 'sub') ?? this.app.store.stream(camera.id, 'main');
    if (stream === null) return ['none', 'Nothing has been heard of it yet.'];
    return stateWords(stream, this.app.serverNow());
  }
}

export function stateWords(stream: Stream, now: number): readonly [Tone, string] {
  switch (stream.state) {
    case 'live':
      return ['live', ['Live', ...pictureWords(stream)].join(' · ')];
    case 'idle':
      return ['none', 'Ready; opened when somebody watches.'];
    case 'unknown':
      return ['none', 'Nothing has been heard of it lately.'];
    case 'stopped':
      return ['none', 'Switched off.'];
    case 'connecting':
    case 'probing':
      if (stream.reason === null) return ['working', 'Connecting.'];
      return ['trouble', `${closed(stream.reason)} Trying now.`];
    case 'stalled':
    case 'backoff':
    case 'rejected': {
      const next = stream.nextTry === null ? '' : ` Trying again ${inTime(stream.nextTry, now)}.`;
      return ['trouble', closed(stream.reason ?? 'No picture') + next];
    }
  }
}

function pictureWords(stream: Stream): readonly string[] {
  return [
    stream.width === null || stream.height === null ? null : `${stream.width} × ${stream.height}`,
    stream.fps === null ? null : `${Math.round(stream.fps)} fps`,
    stream.codec?.toUpperCase() ?? null,
  ].filter((word) => word !== null);
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-cameras': Cameras;
  }
}
