// SPDX-License-Identifier: Apache-2.0
import type { Desk } from './desk';

/** Whatever takes the page from under a finger lets go of what the finger held. */
export function guard(desk: Desk): void {
  const letGo = (): void => desk.letGo();
  addEventListener('blur', letGo);
  addEventListener('pagehide', letGo);
  addEventListener('hashchange', letGo);
  addEventListener('nj-dialog', letGo);
  document.addEventListener('freeze', letGo);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) letGo();
  });
}
