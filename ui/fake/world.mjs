// SPDX-License-Identifier: Apache-2.0
import { Heads } from './heads.mjs';

const REASONS = {
    backoff: ['No answer from 10.0.0.12 for 40 s', 'timeout', 'Check that the camera is on and reachable.'],
    stalled: [null, 'no-frames', 'The connection is open but no picture arrives; restarting the camera often helps.'],
    rejected: ['The camera refused the password. Check user and password for Gate', 'auth', 'Check user and password.'],
};

/** The cameras and streams of the fake, and the live links that hear of them. */
export class World {
    cameras = [];
    streams = new Map();
    links = new Set();
    linkRefused = false;
    heads = new Heads((message) => this.tell(message));

    constructor(empty) {
        if (empty) return;
        const given = [
            ['gate', 'Gate', 'file'],
            ['yard', 'Back yard', 'api'],
            ['garage', 'Garage', 'api'],
            ['hall', 'Hall', 'api'],
        ];
        for (const [id, name, origin] of given) this.put(spec(id, name, origin));
        this.setStream({ ...live('hall', 'sub'), remark: 'The large picture stands in for the small one.' });
    }

    camera(id) {
        const found = this.cameras.find((camera) => camera.id === id);
        if (found === undefined)
            throw { status: 404, title: 'Camera not found', detail: `There is no camera "${id}".` };
        return found;
    }

    stream(id, role) {
        return this.streams.get(`${id}/${role}`);
    }

    add(draft) {
        const url = draft.streams.main?.url ?? draft.streams.sub?.url ?? '';
        if (url.includes('127.0.0.1')) {
            const fields = {
                [draft.streams.main?.url ? 'streams.main.url' : 'streams.sub.url']: 'may not point at this machine',
            };
            throw {
                status: 400,
                kind: 'INVALID',
                title: 'Not valid',
                detail: 'The camera cannot be added like this.',
                fields,
            };
        }
        return this.put({
            ...draft,
            credentials: undefined,
            hasCredentials: Boolean(draft.credentials),
            origin: 'api',
            editable: true,
        });
    }

    change(id, draft) {
        const before = this.camera(id);
        return this.put({
            ...before,
            ...draft,
            credentials: undefined,
            hasCredentials: before.hasCredentials || Boolean(draft.credentials),
        });
    }

    remove(id) {
        this.camera(id);
        this.cameras = this.cameras.filter((camera) => camera.id !== id);
        this.tell({ type: 'camera-removed', id });
    }

    put(camera) {
        this.cameras = [...this.cameras.filter(({ id }) => id !== camera.id), camera];
        this.tell({ type: 'camera', camera });
        for (const role of ['main', 'sub']) this.setStream(live(camera.id, role));
        return camera;
    }

    become(id, state, only) {
        for (const role of only === null ? ['main', 'sub'] : [only]) {
            const since = new Date().toISOString();
            if (state === 'live') {
                this.setStream({ ...live(id, role), since });
                continue;
            }
            const [text, error, hint] = REASONS[state] ?? [null, null, null];
            const nextTry = state === 'backoff' ? new Date(Date.now() + 12_000).toISOString() : null;
            this.setStream({
                ...live(id, role),
                state,
                since,
                reason: text,
                error,
                hint,
                nextTry,
                attempt: 3,
            });
        }
    }

    setStream(stream) {
        this.streams.set(`${stream.camera}/${stream.role}`, stream);
        this.tell({ type: 'stream', stream });
    }

    status() {
        const services = ['gateway', 'packager', 'ptz', 'recording'].map((name) => ({
            name,
            state: 'up',
            detail: null,
        }));
        for (const { id } of this.cameras) {
            const { state } = this.stream(id, 'sub');
            const main = this.stream(id, 'main').state === 'live';
            services.push({ name: `ingest ${id}`, state: 'up', detail: state, main });
        }
        return {
            version: '0.1.0-SNAPSHOT',
            kafka: 'up',
            services,
            engine: 'embedded',
            rtspPort: 8554,
            webrtcPort: 8189,
        };
    }

    join(link, media) {
        this.links.add(link);
        const watcher = media.watch(link);
        link.on('message', (raw) => {
            const said = JSON.parse(raw);
            if (said.type === 'hello') this.greet(link);
            if (said.type === 'ping') send(link, { type: 'pong', t: said.t, now: Date.now() });
            if (said.type === 'ptz') this.heads.order(link, said);
            if (said.type === 'pictures') watcher.want(said.want);
        });
        link.on('close', () => {
            watcher.close();
            this.links.delete(link);
        });
    }

    greet(link) {
        send(link, {
            type: 'snapshot',
            cameras: this.cameras,
            streams: [...this.streams.values()],
            heads: this.heads.all(),
            now: Date.now(),
        });
    }

    dropLinks(refuse) {
        this.linkRefused = refuse;
        for (const link of this.links) link.terminate();
    }

    tell(message) {
        for (const link of this.links) send(link, message);
    }
}

const send = (link, message) => link.send(JSON.stringify(message));

function spec(id, name, origin) {
    return {
        id,
        name,
        vendor: { gate: 'onvif', yard: 'amcrest', garage: 'eufy' }[id] ?? 'generic',
        host: id === 'hall' ? null : '10.0.0.12',
        streams: {
            main: { url: `rtsp://10.0.0.12/${id}/main`, transport: 'tcp', onDemand: true, enabled: true },
            sub: { url: `rtsp://10.0.0.12/${id}/sub`, transport: 'auto', onDemand: false, enabled: true },
        },
        capabilities: id === 'hall' ? ['streaming'] : ['streaming', 'ptz'],
        ptz: {},
        hidden: false,
        hasCredentials: true,
        origin,
        editable: origin === 'api',
    };
}

function live(camera, role) {
    const large = role === 'main';
    return {
        camera,
        role,
        state: 'live',
        since: new Date(Date.now() - 3_600_000).toISOString(),
        at: new Date().toISOString(),
        servedBy: role,
        attempt: 0,
        restarts: 1,
        codec: 'h264',
        width: large ? 1280 : 640,
        height: large ? 720 : 360,
        fps: 15,
        bitrate: large ? 2_100_000 : 420_000,
        transport: 'tcp',
        bFrames: false,
        readers: 1,
    };
}
