// SPDX-License-Identifier: Apache-2.0
// Drives a device with the npm package "onvif" and prints what it found, one JSON value per line.
// Arguments: port, user, password.
'use strict';
const { Cam } = require('onvif/promises');

const [port, username, password] = process.argv.slice(2);
const tell = (name, value) => console.log(JSON.stringify({ [name]: value }));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

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
    await cam.continuousMove({ x: 1, y: -0.5, zoom: 0, timeout: 5000 });
    await pause(400);
    tell('moving', (await cam.getStatus({})).moveStatus);
    await cam.stop({ panTilt: true, zoom: true });
    const stopped = await cam.getStatus({});
    await pause(200);
    tell('stopped', stopped.position.x > 0.05 && stopped.position.y < 0
        && (await cam.getStatus({})).position.x === stopped.position.x);
    await cam.setPreset({ presetName: 'gate' });
    const presets = await cam.getPresets({});
    const [token] = Object.keys(presets);
    tell('preset', { token, name: presets[token].name });
    await cam.gotoPreset({ preset: token });
    await cam.absoluteMove({ x: 0.1, y: 0.1, zoom: 0.1 });
    await cam.relativeMove({ x: 0.1, y: 0.1, zoom: 0 });
    await cam.removePreset({ presetToken: token });
    tell('left', Object.keys(await cam.getPresets({})).length);
    await cam.setHomePosition({});
    await cam.gotoHomePosition({});
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
