// SPDX-License-Identifier: Apache-2.0
import type { SVGTemplateResult } from 'lit';
import { svg } from 'lit';

const icon = (body: SVGTemplateResult): SVGTemplateResult =>
  svg`<svg viewBox="0 0 24 24" aria-hidden="true">${body}</svg>`;

export const icons = {
  wall: icon(svg`<rect x="3" y="4" width="8" height="7" rx="1.5"/><rect x="13" y="4" width="8" height="7" rx="1.5"/>
    <rect x="3" y="13" width="8" height="7" rx="1.5"/><rect x="13" y="13" width="8" height="7" rx="1.5"/>`),
  camera:
    icon(svg`<path d="M4 8.5A2.5 2.5 0 0 1 6.5 6h7A2.5 2.5 0 0 1 16 8.5v7a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 4 15.5z"/>
    <path d="m16 11 4.5-2.5v7L16 13"/>`),
  system: icon(svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9M4 12h3M11 12h9"/><circle cx="15" cy="7" r="2"/>
    <circle cx="9" cy="17" r="2"/><circle cx="9" cy="12" r="2"/>`),
  back: icon(svg`<path d="M15 5l-7 7 7 7"/>`),
  next: icon(svg`<path d="M9 5l7 7-7 7"/>`),
  expand: icon(svg`<path d="M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5"/>`),
  shrink: icon(svg`<path d="M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5"/>`),
  details: icon(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5M12 8v.01"/>`),
  add: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  done: icon(svg`<path d="M5 12.5l4.5 4.500L19 7.500"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  edit: icon(svg`<path d="M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z"/>`),
  pause: icon(svg`<path d="M9 5v14M15 5v14"/>`),
  play: icon(svg`<path d="M8 5l11 7-11 7z"/>`),
  plus: icon(svg`<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4 4M11 8.5v5M8.5 11h5"/>`),
  copy: icon(
    svg`<rect x="9" y="9" width="11" height="11" rx="2"/><path d="M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3"/>`,
  ),
  bird: svg`<svg class="bird" viewBox="0 0 32 32" aria-hidden="true"><path d="M26.5 19.5A11.5 11.5 0 1 1 14 5.200a9 9 0 0 0 12.5 14.300z"/>
    <circle cx="23" cy="9" r="2.5"/></svg>`,
};
