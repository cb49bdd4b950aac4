// SPDX-License-Identifier: Apache-2.0
import type { Picture, PictureWish, ToServer } from '../api/model';
import { streamKey } from '../api/model';

type Sink = (picture: Picture) => void;

/** Shares the live link among all tiles that are shown by pictures: one list of wishes, each picture to whom it is for. */
export class Pictures {
  private readonly wishes = new Map<string, { readonly wish: PictureWish; readonly sinks: Set<Sink> }>();

  constructor(private readonly say: (said: ToServer) => void) {}

  want(wish: PictureWish, sink: Sink): () => void {
    const key = streamKey(wish.camera, wish.role);
    const entry = this.wishes.get(key) ?? { wish, sinks: new Set<Sink>() };
    this.wishes.set(key, entry);
    entry.sinks.add(sink);
    this.sayWishes();
    return () => {
      entry.sinks.delete(sink);
      if (entry.sinks.size === 0 && this.wishes.get(key) === entry) this.wishes.delete(key);
      this.sayWishes();
    };
  }

  arrived(picture: Picture): void {
    const entry = this.wishes.get(streamKey(picture.camera, picture.role));
    for (const sink of [...(entry?.sinks ?? [])]) sink(picture);
  }

  /** The list replaces the one before, so it is also what a reopened link needs to hear. */
  sayWishes(): void {
    this.say({ type: 'pictures', want: [...this.wishes.values()].map(({ wish }) => wish) });
  }
}
