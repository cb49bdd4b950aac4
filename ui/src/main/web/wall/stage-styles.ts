// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** How pictures lie in their box: the last still at the bottom, players above it, the one that is shown in front. */
export const stageStyles = css`
  .stage {
    position: absolute;
    inset: 0;
    overflow: hidden;
    background: var(--picture);
    transition: filter var(--quick);
  }
  .stage > * {
    position: absolute;
    inset: 0;
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .stage > .picture {
    opacity: 0.001;
    transition: opacity var(--quick);
  }
  .stage > .picture.front {
    opacity: 1;
  }
  [data-dim] > .stage,
  .stage[data-dim] {
    filter: saturate(0.25) brightness(0.36);
    transition-delay: 250ms;
  }
  /* What lasts no longer than this would only flicker. */
  .words {
    animation: appear var(--quick) 250ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
