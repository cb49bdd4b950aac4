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
  move: icon(svg`<path d="M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3"/>`),
  arrow: icon(svg`<path d="M6 14l6-6 6 6"/>`),
  stop: icon(svg`<rect x="7" y="7" width="10" height="10" rx="2" fill="currentColor"/>`),
  home: icon(svg`<path d="M4 11.500L12 5l8 6.500M6.500 10v9h11v-9"/>`),
  minus: icon(svg`<circle cx="11" cy="11" r="6.5"/><path d="M16 16l4 4M8.5 11h5"/>`),
  near: icon(svg`<circle cx="12" cy="5.500" r="2.250"/><circle cx="8.500" cy="9" r="2.250"/>
    <circle cx="15.500" cy="9" r="2.250"/><path d="M12 9.500V21M12 21c0-3 2-5 5-5.500M12 19c0-2-1.500-3.500-4-4"/>`),
  far: icon(svg`<path d="M3 19l6-10 4 6 2.500-3.500L21 19z"/>`),
  presets: icon(svg`<path d="M7 4h10v16l-5-4-5 4z"/>`),
  patrol: icon(svg`<circle cx="6" cy="18" r="2"/><circle cx="18" cy="6" r="2"/>
    <path d="M8 18h7a3.500 3.500 0 0 0 0-7H9a3.500 3.500 0 0 1 0-7h7"/>`),
  keyboard: icon(
    svg`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,
  ),
  bin: icon(svg`<path d="M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12M10 11v5M14 11v5"/>`),
  retake: icon(svg`<path d="M19 12a7 7 0 1 1-2.200-5.100M19 4v4h-4"/><circle cx="12" cy="12" r="2.200"/>`),
  bird: svg`<svg class="bird" viewBox="0 0 32 32" aria-hidden="true"><path d="M26.5 19.5A11.5 11.5 0 1 1 14 5.200a9 9 0 0 0 12.5 14.300z"/>
    <circle cx="23" cy="9" r="2.5"/></svg>`,
};
