// SPDX-License-Identifier: Apache-2.0
const ALL = {
    panTilt: true,
    zoom: true,
    focus: true,
    presets: true,
    savePresets: true,
    maxPresets: 16,
    home: true,
    setHome: true,
};
const ANSWER_MS = 12;
const DEAD_MS = 500;

/** The movable cameras of the fake: they obey, remember presets and walk patrols, all on paper. */
export class Heads {
    heads = new Map();
    shelves = new Map();
    holders = new Map();

    constructor(tell) {
        this.tell = tell;
        this.put('gate', { driver: 'onvif', abilities: ALL });
        this.put('yard', { driver: 'amcrest', abilities: { panTilt: true, zoom: true, presets: true } });
        this.put('garage', {
            driver: 'eufy',
            abilities: { panTilt: true, steps: true },
            error: 'auth',
            reason: 'The bridge waits for a person',
            bridgeNeeds: 'captcha',
        });
        this.shelves.set('gate', {
            presets: [
                { token: 'p 1/a', name: 'Door', picture: true },
                { token: 'p2', name: 'Letter box and the steps', picture: true },
                { token: 'p3', name: 'Street', picture: false },
                { token: 'p4', name: 'Hedge', picture: true },
            ],
            patrols: [
                {
                    id: 'round',
                    name: 'Night round',
                    steps: [
                        { preset: 'p 1/a', dwellSeconds: 20 },
                        { preset: 'p2', dwellSeconds: 40 },
                        { preset: 'p3', dwellSeconds: 20 },
                    ],
                    resumeAfterSeconds: 60,
                },
            ],
        });
    }

    all() {
        return [...this.heads.values()];
    }

    put(camera, change) {
        const head = {
            bridgeNeeds: 'nothing',
            ...this.heads.get(camera),
            camera,
            ...change,
            at: new Date().toISOString(),
        };
        this.heads.set(camera, head);
        this.tell({ type: 'ptz', head });
        return head;
    }

    shelf(camera) {
        if (!this.shelves.has(camera)) this.shelves.set(camera, { presets: [], patrols: [] });
        return this.shelves.get(camera);
    }

    /** An order over the live link; answered like the real ones, a little later. */
    order(link, { camera, do: what, press }) {
        const head = this.heads.get(camera);
        const answer = { type: 'ptz-answer', camera, press, do: what };
        const say = (rest) =>
            setTimeout(() => link.readyState === 1 && link.send(JSON.stringify({ ...answer, ...rest })), ANSWER_MS);
        if (what === 'stop') {
            this.still(camera);
            return say({ ok: true, ms: 6 });
        }
        if (head?.leaseHolder === 'Anna' && Date.parse(head.leaseUntil) > Date.now()) {
            return say({ ok: false, kind: 'conflict', title: 'Anna is moving this camera; it is free in 4 s.' });
        }
        clearTimeout(this.holders.get(camera));
        this.holders.set(
            camera,
            setTimeout(() => this.still(camera), DEAD_MS),
        );
        if (!head.moving) {
            const leaseUntil = new Date(Date.now() + 5000).toISOString();
            this.put(camera, { moving: true, preset: null, leaseHolder: 'admin', leaseUntil });
        }
        return say({ ok: true, ms: 8 });
    }

    still(camera) {
        clearTimeout(this.holders.get(camera));
        if (this.heads.get(camera)?.moving) this.put(camera, { moving: false });
    }

    /** Everything below /api/cameras/{camera}/ptz/. */
    answer(camera, method, [what, id, then], body) {
        const shelf = this.shelf(camera);
        const list = shelf[what];
        if (method === 'GET' && list !== undefined && id === undefined) return [200, { items: list, next: null }];
        if (what === 'stop') this.still(camera);
        if (what === 'home') this.put(camera, { preset: null });
        if (what === 'lease') {
            const leaseUntil = new Date(Date.now() + 30_000).toISOString();
            this.put(camera, { leaseHolder: 'admin', leaseUntil });
        }
        if (list === undefined) return [200, {}];
        if (method === 'DELETE') shelf[what] = list.filter((entry) => (entry.token ?? entry.id) !== id);
        if (then === 'goto') this.put(camera, { preset: id });
        if (then === 'start' || then === 'stop') this.put(camera, { patrol: then === 'start' ? id : null });
        if (then !== undefined || method === 'DELETE') return [200, {}];
        const key = what === 'presets' ? 'token' : 'id';
        const name = id ?? body.token ?? `n${Date.now()}`;
        const entry = { ...body, [key]: name, ...(what === 'presets' ? { picture: true } : {}) };
        shelf[what] = list.some((before) => before[key] === name)
            ? list.map((before) => (before[key] === name ? { ...before, ...entry } : before))
            : [...list, entry];
        return [201, entry];
    }

    /** Turns a head into one that somebody has, that is broken, or that works. */
    become(camera, state) {
        const soon = new Date(Date.now() + 60_000).toISOString();
        const changes = {
            anna: { leaseHolder: 'Anna', leaseUntil: soon },
            broken: {
                error: 'timeout',
                reason: 'The camera did not answer the last order',
                hint: 'It is tried again.',
            },
            code: { bridgeNeeds: 'verify-code' },
            good: {
                leaseHolder: null,
                leaseUntil: null,
                error: null,
                reason: null,
                hint: null,
                bridgeNeeds: 'nothing',
            },
        };
        this.put(camera, changes[state] ?? changes.good);
    }

    bridge(device) {
        const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><text x="20" y="42" font-size="34" font-family="serif" letter-spacing="6">x7Kp2</text></svg>`;
        const captcha = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`;
        return { device, needs: 'captcha', captcha };
    }
}
