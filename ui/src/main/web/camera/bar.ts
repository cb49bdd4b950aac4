// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { paths } from '../app/router';
import { icons } from '../parts/icons';
import type { StreamPlayer } from '../player/stream-player';
import { TONES } from '../wall/tile';
import type { Face } from '../words/face';
import { FACE_WORDS, TRANSPORT_WORDS } from '../words/face';

export interface BarParts {
  readonly name: string;
  readonly seen: Face;
  readonly player: StreamPlayer;
  readonly paused: boolean;
  readonly details: boolean;
  /** Null for a camera that this person cannot move. */
  readonly pad: boolean | null;
  /** The cameras before and after this one; null when there is no other. */
  readonly neighbours: readonly [string, string] | null;
  readonly onPause: () => void;
  readonly onDetails: () => void;
  readonly onPad: () => void;
  readonly onFull: () => void;
}

/** What lies over the upper edge of the picture: where one is, and what can be done. */
export function bar(parts: BarParts): TemplateResult {
  const { name, paused, details, pad, neighbours, onPause, onDetails, onPad, onFull } = parts;
  return html`<div class="bar">
    <a class="button quiet icon" href=${paths.wall} aria-label="Back to the wall" title="Back to the wall (Esc)"
      >${icons.back}</a
    >
    <div class="title">
      <h1>${name}</h1>
      ${facts(parts)}
    </div>
    ${neighbours === null ? nothing : steps(...neighbours)}
    ${button(paused ? 'Go on' : 'Pause the picture', 'Space', paused ? icons.play : icons.pause, onPause, paused)}
    ${pad === null ? nothing : button('Move the camera', null, icons.move, onPad, pad)}
    ${button('Details', null, icons.details, onDetails, details)}
    ${button('Full screen', 'F', icons.expand, onFull, false)}
  </div>`;
}

function facts({ seen, player, paused }: BarParts): TemplateResult {
  const latency = 'latencyMs' in seen ? seen.latencyMs : null;
  const transport = 'latencyMs' in seen ? player.transport : null;
  return html`<p class="facts number">
    <span class="state"
      ><i class="dot" data-tone=${paused ? 'none' : TONES[seen.name]}></i>${paused
        ? 'Paused'
        : FACE_WORDS[seen.name]}</span
    >
    ${latency === null ? nothing : html`<span>${Math.round(latency)} ms</span>`}
    ${transport === null
      ? nothing
      : html`<span>${Math.round(player.fps(performance.now()))} fps</span><span>${TRANSPORT_WORDS[transport]}</span>`}
  </p>`;
}

function steps(before: string, after: string): TemplateResult {
  return html`<a
      class="button quiet icon steps"
      href=${paths.camera(before)}
      aria-label="Previous camera"
      title="Previous camera (←)"
      >${icons.back}</a
    ><a class="button quiet icon steps" href=${paths.camera(after)} aria-label="Next camera" title="Next camera (→)"
      >${icons.next}</a
    >`;
}

function button(label: string, key: string | null, icon: unknown, press: () => void, pressed: boolean): TemplateResult {
  return html`<button
    class="button quiet icon"
    aria-label=${label}
    title=${key === null ? label : `${label} (${key})`}
    aria-pressed=${pressed ? 'true' : 'false'}
    @click=${press}
  >
    ${icon}
  </button>`;
}
