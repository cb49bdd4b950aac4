// Plays one stream by WHEP and writes down what it sees. Clocks are the same: page and server run on one machine.
async function play(stream, options = {}) {
  const player = { frames: [], states: [], firstFrameMs: null, status: 0, error: null };
  const started = performance.now();
  const peer = new RTCPeerConnection();
  player.peer = peer;
  peer.addTransceiver('video', { direction: 'recvonly' });
  if (options.audio) peer.addTransceiver('audio', { direction: 'recvonly' });
  const video = document.createElement('video');
  player.video = video;
  video.muted = !options.audio;
  video.autoplay = true;
  video.playsInline = true;
  document.body.append(video);
  peer.ontrack = event => { video.srcObject = event.streams[0] ?? new MediaStream([event.track]); };
  peer.onconnectionstatechange = () => player.states.push(peer.connectionState);
  const seen = (now, frame) => {
    if (player.firstFrameMs === null) player.firstFrameMs = performance.now() - started;
    const shownAt = Math.round(Date.now() * 90) % 4294967296;
    let age = (shownAt - frame.rtpTimestamp) / 90;
    if (age < -20000000) age += 4294967296 / 90;
    player.frames.push({ at: now, age, width: frame.width, expected: frame.expectedDisplayTime - now });
    video.requestVideoFrameCallback(seen);
  };
  video.requestVideoFrameCallback(seen);
  await peer.setLocalDescription(await peer.createOffer());
  let sdp = peer.localDescription.sdp;
  if (options.forge) sdp = sdp.replace(/(a=fingerprint:sha-256 )(..)/g, (all, head, byte) => head + (byte === '00' ? '01' : '00'));
  if (options.noPlayoutDelay) sdp = sdp.replace(/a=extmap:\d+ http:\/\/www.webrtc.org\/experiments\/rtp-hdrext\/playout-delay\r\n/g, '');
  player.offer = sdp;
  const response = await fetch('/whep/' + stream, { method: 'POST', headers: { 'Content-Type': 'application/sdp' }, body: sdp });
  player.status = response.status;
  const text = await response.text();
  if (response.status !== 201) { player.error = text; return player; }
  player.location = response.headers.get('Location');
  player.answer = text;
  await peer.setRemoteDescription({ type: 'answer', sdp: text });
  return player;
}

function summary(player, skip = 0) {
  const frames = player.frames.slice(skip);
  const ages = frames.map(frame => frame.age).sort((one, other) => one - other);
  const gaps = frames.slice(1).map((frame, i) => frame.at - frames[i].at).sort((one, other) => one - other);
  const at = (values, share) => values.length ? values[Math.min(values.length - 1, Math.floor(values.length * share))] : null;
  return {
    frames: frames.length, width: frames.length ? frames[frames.length - 1].width : 0, firstFrameMs: player.firstFrameMs,
    ageP50: at(ages, 0.5), ageP95: at(ages, 0.95), ageMax: at(ages, 1), gapP95: at(gaps, 0.95), gapMax: at(gaps, 1),
    states: player.states, status: player.status, error: player.error,
  };
}

async function receiverStats(player) {
  const found = {};
  for (const report of (await player.peer.getStats()).values()) {
    if (report.type === 'inbound-rtp' && report.kind === 'video') {
      for (const key of ['packetsLost', 'packetsReceived', 'nackCount', 'pliCount', 'framesDecoded', 'framesDropped', 'freezeCount',
        'jitterBufferDelay', 'jitterBufferEmittedCount', 'keyFramesDecoded', 'totalProcessingDelay', 'totalFreezesDuration']) found[key] = report[key];
    }
    if (report.type === 'inbound-rtp' && report.kind === 'audio') found.soundEnergy = report.totalAudioEnergy;
    if (report.type === 'transport') found.srtpCipher = report.srtpCipher, found.dtlsCipher = report.dtlsCipher, found.tls = report.tlsVersion;
  }
  return found;
}
