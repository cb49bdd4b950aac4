// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** RTP packets made by the system's ffmpeg, played by a scripted server once it has a client. */
final class RtpRelay implements AutoCloseable {

    private final DatagramSocket socket;
    private final Process process;
    private final AtomicInteger forwarded = new AtomicInteger();

    RtpRelay(ScriptedServer server, String... coding) throws IOException {
        Programs.require(Recordings.FFMPEG);
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var command = new ArrayList<>(
                List.of(Recordings.FFMPEG, "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=15"));
        command.addAll(List.of(coding));
        command.addAll(List.of("-f", "rtp", "rtp://127.0.0.1:" + socket.getLocalPort()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.startVirtualThread(() -> forward(server));
    }

    int forwarded() {
        return forwarded.get();
    }

    private void forward(ScriptedServer server) {
        var packet = new DatagramPacket(new byte[2_000], 2_000);
        try {
            while (true) {
                packet.setLength(2_000);
                socket.receive(packet);
                if (server.playing()) {
                    server.send(0, Arrays.copyOf(packet.getData(), packet.getLength()));
                    forwarded.incrementAndGet();
                }
            }
        } catch (IOException ended) {
            // the end of the test
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(5, TimeUnit.SECONDS);
        socket.close();
    }
}
