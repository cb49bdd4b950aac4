// SPDX-License-Identifier: Apache-2.0
// A gateway that is not one, for work on the page: `npm run fake`, then http://127.0.0.1:8090 (admin / admin).
// POST /fake/<camera>/<live|backoff|stalled|rejected|idle|stopped> changes what it says and sends; /fake/link/drop
// closes the live links; POST /fake/<camera>/<anna|broken|code|good> changes its head. Pictures need ffmpeg. With MEDIA=http://127.0.0.1:PORT, /hls and /whep are passed to a real
// media plane there.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';
import { Media } from './media.mjs';
import { World } from './world.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const site = join(here, '../target/classes/META-INF/resources');
const port = Number(process.env.PORT ?? 8090);
const world = new World(process.env.CAMERAS === '0');
const media = new Media(world);
const POLICY =
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'";
const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.webmanifest': 'application/manifest+json',
    '.m3u8': 'application/vnd.apple.mpegurl',
    '.m4s': 'video/mp4',
    '.mp4': 'video/mp4',
};
let wrong = 0;

const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://fake');
    answer(request, response, url).catch((failure) => {
        const { status = 500, title = String(failure), ...rest } = failure;
        json(response, status, { type: 'about:blank', status, title, ...rest }, 'application/problem+json');
    });
});

const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
    if (world.linkRefused || !signedIn(request)) {
        socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        return;
    }
    sockets.handleUpgrade(request, socket, head, (live) => world.join(live, media));
});

async function answer(request, response, url) {
    const [first, second, third, fourth] = url.pathname.split('/').slice(1).map(decodeURIComponent);
    if (first === 'fake') {
        if (second === 'link') world.dropLinks(third === 'refuse');
        else if (['anna', 'broken', 'code', 'good'].includes(third)) world.heads.become(second, third);
        else world.become(second, third, url.searchParams.get('role'));
        return json(response, 200, {});
    }
    if (first === 'api' && second === 'session') return session(request, response);
    if (['api', 'hls', 'whep'].includes(first) && !signedIn(request)) throw { status: 401, title: 'Sign in first' };
    if (first === 'api' && second === 'status') return json(response, 200, world.status());
    if (first === 'api' && second === 'devices') return json(response, 200, world.heads.bridge(third));
    if (first === 'api' && second === 'cameras' && fourth === 'ptz') return head(request, response, url, third);
    if (first === 'api' && second === 'cameras') return cameras(request, response, third, fourth);
    if (process.env.MEDIA && ['hls', 'whep'].includes(first)) return pass(request, response);
    if (first === 'hls') return media.hls(second, third, fourth, response, file);
    if (first === 'whep') throw { status: 404, title: 'There is no WebRTC here but in the page itself' };
    return page(response, url.pathname);
}

async function session(request, response) {
    if (request.method === 'DELETE') {
        response.setHeader('Set-Cookie', 'nightjar_session=; Path=/; Max-Age=0');
        return response.writeHead(204).end();
    }
    if (request.method === 'POST') {
        const { username, password } = await body(request);
        if (wrong >= 3) {
            wrong = 0;
            response.setHeader('Retry-After', '8');
            throw { status: 429, title: 'Too many tries' };
        }
        if (username !== 'admin' || password !== 'admin') {
            wrong += 1;
            throw { status: 401, title: 'Not signed in' };
        }
        response.setHeader('Set-Cookie', 'nightjar_session=fake; Path=/; HttpOnly; SameSite=Strict');
    } else if (!signedIn(request)) throw { status: 401, title: 'Nobody is signed in' };
    const expiresAt = new Date(Date.now() + 12 * 3_600_000).toISOString();
    return json(response, 200, { username: 'admin', roles: ['admin', 'operator', 'viewer'], expiresAt });
}

async function head(request, response, url, camera) {
    const rest = url.pathname.split('/').slice(5).map(decodeURIComponent);
    if (rest.at(-1) === 'picture.jpg') return media.snapshot(camera, response, false);
    const given = ['POST', 'PUT'].includes(request.method) ? await body(request) : {};
    return json(response, ...world.heads.answer(camera, request.method, rest, given));
}

async function cameras(request, response, id, what) {
    if (what === 'snapshot.jpg') return media.snapshot(id, response, request.url.endsWith('?live'));
    switch (request.method) {
        case 'POST':
            return json(response, 201, world.add(await body(request)));
        case 'PUT':
            return json(response, 200, world.change(id, await body(request)));
        case 'DELETE':
            world.remove(id);
            return response.writeHead(204).end();
        default:
            return json(response, 200, id === undefined ? { items: world.cameras, next: null } : world.camera(id));
    }
}

function pass(request, response) {
    const onward = forward(new URL(request.url, process.env.MEDIA), {
        method: request.method,
        headers: request.headers,
    });
    onward.on('response', (answered) => {
        response.writeHead(answered.statusCode, answered.headers);
        answered.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
}

function page(response, path) {
    const found = join(site, path === '/' ? 'index.html' : path);
    if (existsSync(found) && statSync(found).isFile() && !found.endsWith('index.html')) return file(response, found);
    const index = readFileSync(join(site, 'index.html'), 'utf8');
    const html =
        process.env.WEBRTC === '0' || process.env.MEDIA
            ? index
            : index.replace('<link rel="stylesheet"', '<script src="/whep.js"></script>$&');
    if (path === '/whep.js') return file(response, join(here, 'whep.js'));
    response.writeHead(200, { 'Content-Type': TYPES['.html'], 'Content-Security-Policy': POLICY }).end(html);
}

function file(response, path) {
    if (!existsSync(path)) throw { status: 404, title: 'Not found' };
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
}

function json(response, status, value, type = 'application/json') {
    response.writeHead(status, { 'Content-Type': type }).end(JSON.stringify(value));
}

async function body(request) {
    let text = '';
    for await (const chunk of request) text += chunk;
    return JSON.parse(text);
}

const signedIn = (request) => (request.headers.cookie ?? '').includes('nightjar_session=fake');

await media.prepare();
server.listen(port, '127.0.0.1', () => console.info(`Fake gateway: http://127.0.0.1:${port} (admin / admin)`));
for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
        media.close();
        process.exit(0);
    });
}
