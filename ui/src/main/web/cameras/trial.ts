// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../api/http';
import type { CameraDraft, Trial, TrialStep, TrialStream } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { base, buttons, sheet } from '../parts/base';
import { icons } from '../parts/icons';
import { PROTOCOL_WORDS } from '../words/vendors';

const STEP_WORDS: Readonly<Record<string, string>> = {
  address: 'Address',
  reach: 'Reaching it',
  'sign-in': 'Signing in',
  streams: 'Streams',
  video: 'Picture',
};

/** Tries a camera out as the form describes it, and says step by step how far that got. */
@customElement('nj-trial')
export class CameraTrial extends LitElement {
  static override styles = [
    base,
    buttons,
    sheet,
    css`
      .panel {
        display: grid;
        gap: 16px;
        padding: 20px;
      }
      li {
        display: grid;
        grid-template-columns: 24px minmax(0, 1fr);
        gap: 0 8px;
        padding: 4px 0;
      }
      li[data-ok='true'] svg {
        stroke: var(--live);
      }
      li[data-ok='false'] svg {
        stroke: var(--trouble);
      }
      .step {
        font-weight: 600;
      }
      .detail,
      .waiting {
        color: var(--secondary);
        overflow-wrap: anywhere;
      }
      .hint {
        grid-column: 2;
      }
      img {
        display: block;
        width: 100%;
        max-width: 480px;
        border-radius: var(--radius);
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @state() private trial: Trial | null = null;
  @state() private said: string | null = null;
  @state() private running = false;
  private turn = 0;

  /**
   * Begins anew; an answer to an earlier question is not shown any more.
   *
   * @returns what is wrong with which field of the draft; null when that is out of date
   */
  async start(draft: CameraDraft): Promise<ReadonlyMap<string, string> | null> {
    let wrong: ReadonlyMap<string, string> = new Map();
    const turn = (this.turn += 1);
    this.trial = this.said = null;
    this.running = true;
    try {
      const trial = await this.app.api.test(draft);
      if (turn === this.turn) this.trial = trial;
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      wrong = failure.fields;
      if (turn === this.turn) this.said = [failure.sentence, ...failure.fields.values()].join(' ');
    } finally {
      if (turn === this.turn) this.running = false;
      // The form is long: what was found out must not stay below its end.
      void this.updateComplete.then(() => this.scrollIntoView({ block: 'nearest' }));
    }
    return turn === this.turn ? wrong : null;
  }

  /** What was found out may not be true of the form as it is now. */
  forget(): void {
    this.turn += 1;
    this.trial = this.said = null;
    this.running = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.running && this.trial === null && this.said === null) return nothing;
    return html`<div class="panel" role="status">
      <h2>${this.verdict}</h2>
      ${this.running ? html`<p class="waiting">This takes up to half a minute.</p>` : nothing}
      ${this.said === null ? nothing : html`<p>${this.said}</p>`}
      ${this.trial?.remark ? html`<p class="remark">${this.trial.remark}</p>` : nothing}
      ${this.trial === null ? nothing : result(this.trial)}
    </div>`;
  }

  private get verdict(): string {
    if (this.running) return 'Trying it out…';
    if (this.trial === null) return 'It could not be tried out';
    return this.trial.ok ? 'It works' : 'It does not work yet';
  }
}

function result({ steps, streams, picture }: Trial): TemplateResult {
  return html`<ul>
      ${steps.map(stepLine)}
    </ul>
    ${streams.length === 0 ? nothing : html`<p class="detail number">${streams.map(streamWords).join(' · ')}</p>`}
    ${picture === null ? nothing : html`<img src=${picture} alt="What the camera sees" />`}`;
}

function stepLine({ step, ok, detail, hint }: TrialStep): TemplateResult {
  return html`<li data-step=${step} data-ok=${ok}>
    ${ok ? icons.done : icons.close}
    <span
      ><span class="step">${STEP_WORDS[step] ?? step}</span> <span class="sr">${ok ? 'worked.' : 'failed.'}</span>
      <span class="detail">${detail}</span></span
    >
    ${hint === null ? nothing : html`<span class="hint">${hint}</span>`}
  </li>`;
}

function streamWords({ role, codec, width, height, fps, protocol }: TrialStream): string {
  return [
    role === 'main' ? 'Large:' : 'Small:',
    width === null || height === null ? null : `${width} × ${height}`,
    fps === null || fps === 0 ? null : `${Math.round(fps)} fps`,
    codec?.toUpperCase() ?? null,
    protocol === null ? null : `by ${PROTOCOL_WORDS[protocol] ?? protocol.toUpperCase()}`,
  ]
    .filter((word) => word !== null)
    .join(' ');
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-trial': CameraTrial;
  }
}
