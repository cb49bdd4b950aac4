// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../api/http';
import type { Camera } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { paths } from '../app/router';
import { base, buttons, sheet } from '../parts/base';
import { dialogStyles, showDialog } from '../parts/dialog';
import { draftOf, formOf } from './draft';

/** Asks before a camera is removed, says what goes with it, and offers the way back. */
@customElement('nj-removal')
export class Removal extends LitElement {
  static override styles = [base, buttons, sheet, dialogStyles];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: Camera;
  @state() private said: string | null = null;
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    showDialog(this.dialog);
  }

  protected override render(): TemplateResult {
    const { name } = this.camera;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      <h2 id="title">Remove ${name}?</h2>
      <p>
        Its picture leaves the wall for everybody, Nightjar disconnects from it, and its settings are deleted together
        with the stored user and password. You can undo this for a moment; user and password would have to be typed
        again.
      </p>
      ${this.said === null ? nothing : html`<p class="alert" role="alert">${this.said}</p>`}
      <div class="actions">
        <button class="button" autofocus @click=${() => this.dialog.close()}>Keep it</button>
        <button class="button danger" ?disabled=${this.busy} @click=${() => void this.removeIt()}>
          Remove ${name}
        </button>
      </div>
    </dialog>`;
  }

  private async removeIt(): Promise<void> {
    this.busy = true;
    try {
      await this.app.api.remove(this.camera.id);
    } catch (failure) {
      this.busy = false;
      this.said = failure instanceof Problem ? failure.sentence : String(failure);
      return;
    }
    this.app.notices.show({
      text: `${this.camera.name} was removed.`,
      action: { word: 'Undo', run: () => undo(this.app, this.camera) },
    });
    this.dialog.close();
    this.app.router.go(paths.cameras);
  }
}

async function undo(app: Nightjar, camera: Camera): Promise<void> {
  try {
    await app.api.add(draftOf(formOf(camera), camera));
  } catch (failure) {
    app.notices.show({
      text: `${camera.name} could not be added again. ${failure instanceof Problem ? failure.sentence : ''}`,
    });
    return;
  }
  if (!camera.hasCredentials) {
    app.notices.show({ text: `${camera.name} is back.` });
    return;
  }
  app.notices.show({ text: `${camera.name} is back. Type its user and password again.` });
  app.router.go(paths.edit(camera.id));
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-removal': Removal;
  }
}
