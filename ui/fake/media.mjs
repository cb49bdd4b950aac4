// SPDX-License-Identifier: Apache-2.0
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FPS = 15;
const SCENES = [
    'testsrc2=s=640x360:r=15',
    'mandelbrot=s=640x360:r=15:start_scale=0.6:end_scale=0.05',
    'gradients=s=640x360:r=15:speed=0.03:c0=0x14324a:c1=0x0b0e12:c2=0x4a2c14:nb_colors=3',
    'life=s=320x180:r=15:mold=10:ratio=0.12:death_color=0x20405a:life_color=0x8fd0a0,scale=640:360:flags=neighbor',
];

/** Moving pictures for the fake: a loop of JPEGs per camera, and the same as HLS. */
export class Media {
    constructor(world) {
        this.world = world;
        this.folder = mkdtempSync(join(tmpdir(), 'nightjar-fake-'));
        this.loops = [];
        this.encoders = new Map();
    }

    async prepare() {
        for (const [index, scene] of SCENES.entries()) {
            const folder = join(this.folder, `scene${index}`);
            mkdirSync(folder);
            const made = spawnSync('ffmpeg', [
                '-v',
                'error',
                '-f',
                'lavfi',
                '-i',
                scene,
                '-frames:v',
                '60',
                '-q:v',
                '5',
                join(folder, '%03d.jpg'),
            ]);
            if (made.status !== 0) console.warn('ffmpeg made no pictures:', String(made.stderr ?? made.error));
            this.loops.push(
                readdirSync(folder)
                    .sort()
                    .map((name) => readFileSync(join(folder, name))),
            );
        }
    }

    sceneOf(camera) {
        return (
            Math.max(
                0,
                this.world.cameras.findIndex(({ id }) => id === camera),
            ) % SCENES.length
        );
    }

    frame(camera) {
        const loop = this.loops[this.sceneOf(camera)] ?? [];
        return loop[Math.floor((Date.now() / 1000) * FPS) % loop.length];
    }

    runs(camera, role = 'sub') {
        return this.world.stream(camera, role)?.state === 'live';
    }

    snapshot(camera, response, onlyLive) {
        this.world.camera(camera);
        if (onlyLive && !this.runs(camera)) throw { status: 503, title: 'Not live' };
        const taken = new Date(Date.now() - (this.runs(camera) ? 0 : 75_000)).toISOString();
        response.writeHead(200, { 'Content-Type': 'image/jpeg', 'X-Captured-At': taken }).end(this.frame(camera));
    }

    watch(link) {
        let wishes = [];
        let seq = 0;
        const timer = setInterval(() => {
            for (const { camera, role } of wishes) {
                const jpeg = this.runs(camera, role) ? this.frame(camera) : undefined;
                if (jpeg === undefined || link.bufferedAmount > 200_000) continue;
                const header = Buffer.from(JSON.stringify({ camera, role, at: Date.now() - 90, seq: (seq += 1) }));
                const length = Buffer.alloc(2);
                length.writeUInt16BE(header.length);
                link.send(Buffer.concat([length, header, jpeg]));
            }
        }, 1000 / FPS);
        return { want: (list) => (wishes = list), close: () => clearInterval(timer) };
    }

    hls(camera, role, name, response, file) {
        if (!this.runs(camera, role)) throw { status: 404, title: 'The stream is not running' };
        const scene = this.sceneOf(camera);
        const folder = join(this.folder, `hls${scene}`);
        if (!this.encoders.has(scene)) {
            mkdirSync(folder);
            this.encoders.set(scene, this.encode(scene, folder));
        }
        file(response, join(folder, name));
    }

    encode(scene, folder) {
        const input = [
            '-re',
            '-stream_loop',
            '-1',
            '-framerate',
            String(FPS),
            '-i',
            join(this.folder, `scene${scene}`, '%03d.jpg'),
        ];
        const video = [
            '-c:v',
            'libx264',
            '-preset',
            'ultrafast',
            '-tune',
            'zerolatency',
            '-pix_fmt',
            'yuv420p',
            '-g',
            String(FPS),
        ];
        const output = ['-f', 'hls', '-hls_time', '1', '-hls_list_size', '4', '-hls_segment_type', 'fmp4'];
        const flags = ['-hls_flags', 'program_date_time+delete_segments', join(folder, 'index.m3u8')];
        return spawn('ffmpeg', ['-v', 'error', ...input, ...video, ...output, ...flags], {
            stdio: ['ignore', 'ignore', 'inherit'],
        });
    }

    close() {
        for (const encoder of this.encoders.values()) encoder.kill();
        rmSync(this.folder, { recursive: true, force: true });
    }
}
