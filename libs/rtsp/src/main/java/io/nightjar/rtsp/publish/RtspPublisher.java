// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.publish;

import io.nightjar.rtsp.publish.PublishFailure.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes tracks to an RTSP server over TCP. A whole picture goes out in one write, by the thread that has it as long as
 * the server keeps up: no other thread needs to be woken. Used by one thread at a time; only {@link #interrupt} and
 * {@link #close} may be called from any.
 */
public final class RtspPublisher implements AutoCloseable {

    /** How often what the server says is read and dropped, in units: it says little, but must not be stuck with it. */
    private static final int LISTEN_EVERY = 64;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final Dialogue dialogue;
    private final Duration timeout;
    private final List<Outgoing> tracks = new ArrayList<>();
    private final ByteBuffer heard = ByteBuffer.allocate(4096);
    private ByteBuffer pending = NOTHING;
    private int sinceListened;

    private RtspPublisher(SocketChannel channel, Dialogue dialogue, Duration timeout, List<PublishedTrack> tracks) {
        this.channel = channel;
        this.dialogue = dialogue;
        this.timeout = timeout;
        for (int index = 0; index < tracks.size(); index++) {
            this.tracks.add(new Outgoing(tracks.get(index), 2 * index));
        }
    }

    /**
     * Announces the tracks and starts to record.
     *
     * @param address without user and password
     * @param timeout for each answer of the server, and later for each write
     */
    public static RtspPublisher open(
            URI address, String user, String password, List<PublishedTrack> tracks, Duration timeout)
            throws PublishFailure {
        var dialogue = Dialogue.begin(address, user, password, timeout);
        try {
            dialogue.announce(tracks);
            var channel = dialogue.channel();
            channel.configureBlocking(false);
            return new RtspPublisher(channel, dialogue, timeout, tracks);
        } catch (PublishFailure failure) {
            dialogue.close();
            throw failure;
        } catch (IOException failure) {
            dialogue.close();
            throw reset(failure);
        }
    }

    /** Sends at once; false, with nothing taken, when that would mean to wait for the server. */
    public boolean offer(int track, List<TimedUnit> units) throws PublishFailure {
        try {
            if (!flushed()) {
                return false;
            }
            pending = tracks.get(track).packets(units);
            channel.write(pending);
            listen();
            return true;
        } catch (IOException failure) {
            throw reset(failure);
        }
    }

    /** Sends, and waits for the server as long as the timeout allows. */
    public void write(int track, List<TimedUnit> units) throws PublishFailure {
        try {
            awaitFlushed();
            pending = tracks.get(track).packets(units);
            awaitFlushed();
            listen();
        } catch (PublishFailure failure) {
            throw failure;
        } catch (IOException failure) {
            throw reset(failure);
        }
    }

    private boolean flushed() throws IOException {
        if (pending.hasRemaining()) {
            channel.write(pending);
        }
        return !pending.hasRemaining();
    }

    private void awaitFlushed() throws IOException {
        if (flushed()) {
            return;
        }
        long end = System.nanoTime() + timeout.toNanos();
        try (var selector = channel.provider().openSelector()) {
            channel.register(selector, SelectionKey.OP_WRITE);
            while (!flushed()) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0 || Thread.interrupted()) {
                    throw new PublishFailure(Kind.TIMEOUT, "the server took nothing in time");
                }
                selector.select(left);
                selector.selectedKeys().clear();
            }
        }
    }

    private void listen() throws IOException {
        if (++sinceListened < LISTEN_EVERY) {
            return;
        }
        sinceListened = 0;
        int length;
        do {
            length = channel.read(heard.clear());
        } while (length == heard.capacity());
        if (length < 0) {
            throw new ClosedChannelException();
        }
    }

    /** Ends a waiting {@link #write}, and all later ones, from any thread. */
    public void interrupt() {
        dialogue.close();
    }

    /** Says good-bye, so that the server need not wait for a timeout. */
    @Override
    public void close() {
        if (!pending.hasRemaining()) {
            dialogue.sayGoodbye();
        }
        dialogue.close();
    }

    private static PublishFailure reset(IOException failure) {
        return new PublishFailure(Kind.RESET, "the server closed the connection", failure);
    }
}
