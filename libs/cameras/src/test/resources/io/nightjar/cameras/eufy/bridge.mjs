// SPDX-License-Identifier: Apache-2.0
// Starts the real message layer of a Eufy bridge before a driver that reaches no cloud and no camera.
// Arguments: the folder of a ready eufy-security-ws; "open", or "locked" by a picture and a code.
import {EventEmitter} from 'node:events';
import {pathToFileURL} from 'node:url';
import {createRequire} from 'node:module';
import net from 'node:net';
import path from 'node:path';

const [folder, scenario] = process.argv.slice(2);
const {EufySecurityServer} = await import(pathToFileURL(path.join(folder, 'dist/lib/server.js')));
const library = createRequire(path.join(folder, 'dist/lib/'))('eufy-security-client');

const STATION = 'T8010P0000000001';
const PICTURE = 'data:image/png;base64,iVBORw0KGgo=';

class Camera extends EventEmitter {
  constructor(serial, name, commands) {
    super();
    Object.assign(this, {serial, name, commands});
  }
  getSerial() { return this.serial; }
  getStationSerial() { return STATION; }
  getCommands() { return this.commands; }
  hasCommand(name) { return this.commands.includes(name); }
  getProperties() { return {name: this.name, model: this.serial.slice(0, 5), serialNumber: this.serial}; }
  getPropertyValue(name) { return this.getProperties()[name]; }
  getPropertiesMetadata() { return {}; }
  hasProperty(name) { return name in this.getProperties(); }
}

const positions = ['devicePresetPosition', 'deviceSavePresetPosition', 'deviceDeletePresetPosition'];
const cameras = [
  new Camera('T8416P0012345678', 'Porch', ['deviceStartLivestream', 'devicePanAndTilt', ...positions]),
  new Camera('T8419P0087654321', 'Door', ['deviceStartLivestream']),
];

class Station extends EventEmitter {
  getSerial() { return STATION; }
  isConnected() { return true; }
  getProperties() { return {name: 'Station', serialNumber: STATION}; }
  getPropertyValue(name) { return this.getProperties()[name]; }
  hasProperty(name) { return name in this.getProperties(); }
  panAndTilt(camera, direction) { this.order(camera, 'devicePanAndTilt', direction, 4); }
  presetPosition(camera, position) { this.order(camera, 'devicePresetPosition', position, 3); }
  savePresetPosition(camera, position) { this.order(camera, 'deviceSavePresetPosition', position, 3); }
  deletePresetPosition(camera, position) { this.order(camera, 'deviceDeletePresetPosition', position, 3); }
  /** Checks as the library does, and lets the camera answer a little later. */
  order(camera, name, value, highest) {
    if (!camera.hasCommand(name)) throw new library.NotSupportedError('not supported');
    if (!(value >= 0 && value <= highest)) throw new library.InvalidCommandValueError('invalid');
    console.log(`order ${name} ${value}`);
    const channel = cameras.indexOf(camera);
    const result = {channel, command_type: 1350, return_code: 0, customData: {command: {name, value}}};
    camera.emit('motion detected', camera, true);
    setTimeout(() => this.emit('command result', this, result), 50);
  }
}

const station = new Station();
const driver = new (class extends EventEmitter {
  connected = scenario === 'open';
  wants = 'nothing';
  getVersion() { return '3.1.1'; }
  isConnected() { return this.connected; }
  isPushConnected() { return false; }
  isMQTTConnected() { return false; }
  async getStations() { return [station]; }
  async getDevices() { return cameras; }
  async getDevice(serial) {
    const found = cameras.find(camera => camera.serial === serial);
    if (found) return found;
    throw new library.DeviceNotFoundError('unknown');
  }
  async getStation() { return station; }
  async getStationDevice(serial, channel) { return cameras[channel]; }
  async refreshCloudData() {}
  close() {}
  /** The message layer itself connects once when it starts. */
  async connect(options) {
    if (this.connected) return;
    if (options?.captcha?.captchaCode === 'abcd' || (options?.verifyCode && options.verifyCode !== '4711')) {
      console.log('code sent');
      this.emit('tfa request');
    } else if (options?.verifyCode === '4711') {
      this.connected = true;
      this.emit('connect');
    } else {
      this.emit('captcha request', `id-${Date.now()}`, PICTURE);
    }
  }
})();

const logger = new Proxy({}, {get: () => () => {}});
const probe = net.createServer();
const port = await new Promise(done => probe.listen(0, '127.0.0.1', () => done(probe.address().port)));
await new Promise(done => probe.close(done));
const server = new EufySecurityServer(driver, {host: '127.0.0.1', port, logger});
await server.start();
console.log(`port ${port}`);
process.stdin.on('end', () => process.exit()).resume();
