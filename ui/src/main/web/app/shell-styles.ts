// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

export const shellStyles = css`
  :host {
    display: block;
    height: 100dvh;
    --rail: 76px;
  }
  main {
    position: fixed;
    inset: 0 0 0 var(--rail);
    overflow: auto;
    overscroll-behavior: contain;
  }
  nav {
    position: fixed;
    inset: 0 auto 0 0;
    z-index: 10;
    width: var(--rail);
    display: flex;
    flex-direction: column;
    align-items: stretch;
    gap: 4px;
    padding: 8px;
    background: var(--panel);
    border-right: 1px solid var(--line);
  }
  nav a {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 4px;
    min-height: 56px;
    border-radius: var(--radius);
    color: var(--secondary);
    font-size: var(--size-12);
    font-weight: 600;
    text-decoration: none;
    transition:
      background var(--quick),
      color var(--quick);
  }
  nav a:hover {
    color: var(--text);
  }
  nav a[aria-current='page'] {
    background: var(--raised);
    color: var(--text);
  }
  nav .brand {
    color: var(--text);
    margin-bottom: 8px;
  }
  .brand .bird {
    width: 30px;
    height: 30px;
    stroke-width: 2;
  }
  .keys {
    margin-top: auto;
    min-height: var(--target);
    border: 0;
    border-radius: var(--radius);
    background: transparent;
    color: var(--secondary);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .keys:hover {
    color: var(--text);
  }
  .notices {
    position: fixed;
    inset: auto 16px 16px calc(var(--rail) + 16px);
    z-index: 40;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }
  .notice {
    display: flex;
    align-items: center;
    gap: 12px;
    max-width: 560px;
    padding: 4px 4px 4px 16px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: var(--shadow);
    pointer-events: auto;
  }
  .notice p {
    flex: 1;
    padding: 8px 0;
  }
  .notice .button:not(.quiet) {
    background: var(--panel);
  }
  .alone {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 16px;
    min-height: 100%;
    padding: 24px;
    text-align: center;
    color: var(--secondary);
  }
  .alone .bird {
    width: 64px;
    height: 64px;
    stroke-width: 1.25;
  }
  :host([kiosk]) nav {
    display: none;
  }
  :host([kiosk]) main {
    inset: 0;
  }
  @media (max-width: 600px) {
    :host {
      --rail: 0px;
      --bar: calc(56px + env(safe-area-inset-bottom));
    }
    main {
      inset: 0 0 var(--bar) 0;
      padding-top: env(safe-area-inset-top);
    }
    nav {
      inset: auto 0 0 0;
      width: auto;
      height: var(--bar);
      flex-direction: row;
      padding: 4px 8px calc(4px + env(safe-area-inset-bottom));
      border-right: 0;
      border-top: 1px solid var(--line);
    }
    nav a {
      flex: 1;
      min-height: 48px;
      gap: 0;
    }
    nav .brand,
    .keys {
      display: none;
    }
    .notices {
      bottom: calc(var(--bar) + 8px);
    }
  }
`;
