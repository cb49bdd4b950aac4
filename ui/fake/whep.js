// SPDX-License-Identifier: Apache-2.0
// A WHEP server inside the page: answers offers with a stream drawn from the snapshots. For the fake gateway only.
(() => {
    const realFetch = window.fetch.bind(window);
    const peers = new Map();
    let count = 0;

    async function draw(camera, context, session) {
        while (peers.has(session)) {
            const response = await realFetch(`/api/cameras/${camera}/snapshot.jpg?live`);
            const bitmap = response.ok ? await createImageBitmap(await response.blob()) : null;
            if (bitmap !== null) context.drawImage(bitmap, 0, 0, context.canvas.width, context.canvas.height);
            await new Promise((resolve) => setTimeout(resolve, 66));
        }
    }

    async function accept(camera, role, sdp) {
        const state = await realFetch('/api/status').then((response) => response.json());
        const ingest = state.services.find(({ name }) => name === `ingest ${camera}`);
        if (ingest?.detail !== 'live' || (role === 'main' && !ingest.main)) return new Response(null, { status: 404 });
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = role === 'main' ? [1280, 720] : [640, 360];
        const context = canvas.getContext('2d');
        const peer = new RTCPeerConnection();
        const session = `/whep/${camera}/${role}/${(count += 1)}`;
        peers.set(session, peer);
        for (const track of canvas.captureStream(15).getTracks()) peer.addTrack(track);
        await peer.setRemoteDescription({ type: 'offer', sdp });
        await peer.setLocalDescription(await peer.createAnswer());
        await new Promise((resolve) => {
            if (peer.iceGatheringState === 'complete') resolve();
            peer.addEventListener('icegatheringstatechange', () => peer.iceGatheringState === 'complete' && resolve());
        });
        void draw(camera, context, session);
        return new Response(peer.localDescription.sdp, { status: 201, headers: { Location: session } });
    }

    window.fetch = async (input, init) => {
        const match = /^\/whep\/([^/]+)\/([^/]+)(\/\d+)?$/.exec(String(input));
        if (match === null) return realFetch(input, init);
        if (init?.method !== 'DELETE') return accept(match[1], match[2], init.body);
        peers.get(match[0])?.close();
        peers.delete(match[0]);
        return new Response(null, { status: 204 });
    };
})();
