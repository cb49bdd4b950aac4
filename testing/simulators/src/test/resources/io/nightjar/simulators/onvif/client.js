// SPDX-License-Identifier: Apache-2.0
// Drives a device with the npm package "onvif" and prints what it found, one JSON value per line.
// Arguments: port, user, password, and "all" to try presets and positions too.
'use strict';
const { Cam } = require('onvif/promises');

const [port, username, password, extent] = process.argv.slice(2);
const tell = (name, value) => console.log(JSON.stringify({ [name]: value }));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const where = async (cam) => (await cam.getStatus({})).position;
const near = (position, x, y, zoom) =>
    Math.abs(position.x - x) < 0.001 && Math.abs(position.y - y) < 0.001 && Math.abs(position.zoom - zoom) < 0.001;

/** Waits until the head looks somewhere; tells where it got in the end. */
async function arrival(cam, x, y, zoom) {
    let position = await where(cam);
    for (let i = 0; i < 100 && !near(position, x, y, zoom); i++) {
        await pause(100);
        position = await where(cam);
    }
    return near(position, x, y, zoom) ? 'there' : JSON.stringify(position);
}

async function turnAndStop(cam) {
    await cam.continuousMove({ x: 1, y: -0.5, zoom: 0.5, timeout: 5000 });
    await pause(400);
    const { panTilt, zoom } = (await cam.getStatus({})).moveStatus;
    tell('moving', { panTilt, zoom });
    await cam.stop({ panTilt: true, zoom: true });
    const stopped = await where(cam);
    await pause(200);
    const later = await where(cam);
    tell('stopped', stopped.x > 0.05 && stopped.y < 0 && later.x === stopped.x && later.zoom === stopped.zoom);
    // Neither part mentioned stops both; one part leaves the other.
    await cam.continuousMove({ x: -0.5, zoom: -0.1 });
    await cam.stop({ panTilt: true });
    tell('half', (await cam.getStatus({})).moveStatus);
    await cam.stop({});
    tell('whole', (await cam.getStatus({})).moveStatus);
    // The camera ends a move by itself when nobody renews it.
    await cam.continuousMove({ x: 0.5, timeout: 500 });
    let moving = true;
    for (let i = 0; i < 100 && moving; i++) {
        await pause(50);
        moving = (await cam.getStatus({})).moveStatus.panTilt !== 'IDLE';
    }
    tell('timeout', !moving);
}

async function presets(cam) {
    await cam.absoluteMove({ x: 0.2, y: 0.1, zoom: 0.3 });
    tell('absolute', await arrival(cam, 0.2, 0.1, 0.3));
    await cam.setPreset({ presetName: 'gate' });
    const listed = await cam.getPresets({});
    const [token] = Object.keys(listed);
    tell('preset', { token, name: listed[token].name });
    await cam.absoluteMove({ x: -0.1, y: -0.1, zoom: 0, speed: { x: 1, y: 1, zoom: 1 } });
    tell('away', await arrival(cam, -0.1, -0.1, 0));
    await cam.gotoPreset({ preset: token, speed: { x: 1, y: 1, zoom: 1 } });
    tell('back', await arrival(cam, 0.2, 0.1, 0.3));
    await cam.setPreset({ presetToken: token, presetName: 'door' });
    tell('renamed', (await cam.getPresets({}))[token].name);
    await cam.removePreset({ presetToken: token });
    tell('left', Object.keys(await cam.getPresets({})).length);
    tell('gone', await cam.gotoPreset({ preset: token }).then(() => '', (error) => error.message));
}

async function positions(cam) {
    await cam.relativeMove({ x: -0.3, y: 0.2, zoom: -0.2 });
    tell('relative', await arrival(cam, -0.1, 0.3, 0.1));
    await cam.setHomePosition({});
    await cam.absoluteMove({ x: 0, y: 0, zoom: 0 });
    tell('ahead', await arrival(cam, 0, 0, 0));
    await cam.gotoHomePosition({});
    tell('home', await arrival(cam, -0.1, 0.3, 0.1));
    tell('beyond', await cam.absoluteMove({ x: 3, y: 0, zoom: 0 }).then(() => '', (error) => error.message));
}

async function main() {
    const cam = new Cam({
        hostname: '127.0.0.1', port: Number(port), username, password, timeout: 5000, preserveAddress: true,
    });
    await cam.connect();
    tell('information', await cam.getDeviceInformation());
    tell('profiles', cam.profiles.map((profile) => profile.name));
    tell('stream', (await cam.getStreamUri({ protocol: 'RTSP' })).uri);
    tell('snapshot', (await cam.getSnapshotUri({})).uri);
    tell('nodes', Object.keys(await cam.getNodes()));
    tell('configurations', Object.keys(await cam.getConfigurations()));
    await turnAndStop(cam);
    if (extent === 'all') {
        await presets(cam);
        await positions(cam);
    }
    await new Promise((resolve, reject) => {
        cam.on('event', (event) => resolve(event));
        cam.on('eventsError', reject);
        const remind = setInterval(() => console.log('READY'), 100);
        cam.once('event', () => clearInterval(remind));
    }).then((event) => tell('event', event.topic._ || event.topic));
    process.exit(0);
}

main().catch((error) => {
    console.log('FAILED ' + error.message);
    process.exit(1);
});
