// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Camera } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { paths } from '../app/router';
import type { Columns } from '../app/settings';
import { COLUMNS } from '../app/settings';
import { base, buttons } from '../parts/base';
import { icons } from '../parts/icons';
import { Watch, ticks } from '../parts/watch';
import { columnsFor } from './fit';
import { faceOf } from './sight';
import './tile';

/** All cameras at once. */
@customElement('nj-wall')
export class Wall extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      header {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 52px;
        padding: 4px 12px 4px 16px;
      }
      header h1 {
        margin-right: 8px;
      }
      .summary {
        flex: 1;
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        color: var(--secondary);
      }
      .summary span {
        display: inline-flex;
        align-items: center;
        gap: 8px;
      }
      .summary .trouble {
        color: var(--text);
        font-weight: 600;
      }
      select {
        min-height: var(--target);
        padding: 0 8px;
        border: 1px solid transparent;
        border-radius: var(--radius);
        background: transparent;
        color: var(--secondary);
        font: inherit;
      }
      select:hover {
        background: var(--raised);
        color: var(--text);
      }
      option {
        background: var(--panel);
        color: var(--text);
      }
      .scroll {
        flex: 1;
        min-height: 0;
        overflow: auto;
        padding: 0 12px 12px;
      }
      .grid {
        display: grid;
        gap: var(--gap);
        grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      }
      /* A tile that grows for its pad leaves no hole before it. */
      .grid {
        grid-auto-flow: row dense;
      }
      .grid[data-style='attached'] {
        --tile-radius: 0;
      }
      .scroll.attached {
        padding: 0;
      }
      .empty {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 16px;
        height: 100%;
        padding: 24px;
        text-align: center;
      }
      .empty .bird {
        width: 72px;
        height: 72px;
        color: var(--edge);
        stroke-width: 1.25;
      }
      .empty h2 {
        font-size: var(--size-20);
      }
      .empty p {
        max-width: 44ch;
        color: var(--secondary);
      }
      @media (max-width: 600px) {
        header {
          padding: 4px 4px 4px 12px;
        }
        select,
        .page-full {
          display: none;
        }
        .scroll {
          padding: 0 6px 6px;
        }
      }
      :host([kiosk]) {
        background: var(--picture);
      }
      :host([kiosk]) header {
        display: none;
      }
      :host([kiosk]) .scroll {
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) app!: Nightjar;
  @property({ type: Boolean, reflect: true }) kiosk = false;
  @state() private width = 0;
  @state() private height = 0;
  private readonly size = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width ?? this.width;
    this.height = entry?.contentRect.height ?? this.height;
  });
  private observed: Element | null = null;
  private layout = { columns: 1, gap: 8 };

  constructor() {
    super();
    new Watch(this, ticks);
    new Watch(this, (changed) => this.app.store.listen(changed));
    new Watch(this, (changed) => this.app.settings.listen(changed));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
    this.observed = null;
  }

  protected override updated(): void {
    // Through the style object: a style attribute would be refused by the page's security policy.
    const grid = this.renderRoot.querySelector<HTMLElement>('.grid');
    grid?.style.setProperty('--columns', String(this.layout.columns));
    // A pad needs the room of a large tile; where tiles are small, the one with a pad is as large as two.
    const small = this.width / this.layout.columns < 388;
    grid?.style.setProperty('--pad-columns', String(small ? Math.min(2, this.layout.columns) : 1));
    grid?.style.setProperty('--gap', `${this.layout.gap}px`);
    const scroll = this.renderRoot.querySelector('.scroll');
    if (scroll === this.observed || scroll === null) return;
    this.size.disconnect();
    this.size.observe(scroll);
    this.observed = scroll;
  }

  /** The camera that is meant without being named: the one with the focus, or under the pointer. */
  get chosen(): string | null {
    const tiles = [...this.renderRoot.querySelectorAll('nj-tile')];
    const focused = tiles.find((tile) => tile.matches(':focus-within'));
    return (focused ?? tiles.find((tile) => tile.matches(':hover')))?.camera.id ?? null;
  }

  /** Moves the focus from tile to tile. */
  step(by: 1 | -1): void {
    const tiles = [...this.renderRoot.querySelectorAll('nj-tile')];
    const at = tiles.findIndex((tile) => tile.shadowRoot?.activeElement !== null && tile.matches(':focus-within'));
    const next = tiles[at < 0 ? (by > 0 ? 0 : tiles.length - 1) : (at + by + tiles.length) % tiles.length];
    next?.shadowRoot?.querySelector('a')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.app.store.known) return nothing;
    const cameras = this.app.store.cameras;
    if (cameras.length === 0) return this.empty();
    const { columns, gridStyle } = this.app.settings.values;
    const attached = gridStyle === 'attached' || this.kiosk;
    const gap = attached ? 1 : this.width <= 600 ? 6 : 8;
    this.layout = { columns: columnsFor(columns, cameras.length, this.width, this.height, gap), gap };
    return html`${this.header(cameras)}
      <div class="scroll ${attached ? 'attached' : ''}">
        <div class="grid" data-style=${attached ? 'attached' : 'spaced'}>
          ${repeat(
            cameras,
            (camera) => camera.id,
            (camera) => html`<nj-tile .app=${this.app} .camera=${camera}></nj-tile>`,
          )}
        </div>
      </div>`;
  }

  private header(cameras: readonly Camera[]): TemplateResult {
    const { columns } = this.app.settings.values;
    const choose = (event: Event): void =>
      this.app.settings.set({ columns: (event.target as HTMLSelectElement).value as Columns });
    return html`<header>
      <h1 class="sr">Wall</h1>
      ${this.summary(cameras)}
      <select aria-label="Columns" title="Columns" @change=${choose}>
        ${COLUMNS.map(
          (value) =>
            html`<option value=${value} ?selected=${value === columns}>
              ${value === 'auto' ? 'Fit to screen' : value === '1' ? '1 column' : `${value} columns`}
            </option>`,
        )}
      </select>
      <button
        class="button quiet icon page-full"
        title="Only the pictures (F)"
        aria-label="Only the pictures"
        @click=${() => this.dispatchEvent(new CustomEvent('nj-kiosk', { bubbles: true, composed: true }))}
      >
        ${icons.expand}
      </button>
    </header>`;
  }

  private summary(cameras: readonly Camera[]): TemplateResult {
    const faces = cameras.map(({ id }) => {
      const player = this.app.pool.find(id, 'sub');
      return player === null ? 'opening' : faceOf(this.app, player).name;
    });
    const count = (...names: string[]): number => faces.filter((name) => names.includes(name)).length;
    const live = count('live', 'behind');
    const odd = count('odd');
    const down = count('down');
    const opening = count('opening');
    return html`<p class="summary number">
      <span><i class="dot" data-tone=${live > 0 ? 'live' : 'none'}></i>${live} of ${cameras.length} live</span>
      ${odd > 0 ? html`<span><i class="dot" data-tone="working"></i>${odd} to check</span>` : nothing}
      ${opening > 0 ? html`<span><i class="dot" data-tone="working"></i>${opening} opening</span>` : nothing}
      ${down > 0
        ? html`<span class="trouble"><i class="dot" data-tone="trouble"></i>${down} without a picture</span>`
        : nothing}
    </p>`;
  }

  private empty(): TemplateResult {
    return html`<div class="empty">
      ${icons.bird}
      <h2>No camera yet</h2>
      ${this.app.mayEdit
        ? html`<p>Give Nightjar the address of a camera and its picture appears here.</p>
            <a class="button primary" href=${paths.add}>${icons.add} Add your first camera</a>`
        : html`<p>An administrator has to add a camera, or to let you see one.</p>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-wall': Wall;
  }
}
