// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.path;

import io.nightjar.contracts.stream.MediaPathName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A published stream: takes units from one publisher, gives them to every reader, and keeps the newest GOP. */
public final class MediaPath {

    /** A camera with endless GOPs must not eat the heap: beyond this, late joiners wait for the next key unit. */
    static final int MAX_CACHED_BYTES = 8 << 20;

    private final MediaPathName id;
    private final Instant since;
    private final Runnable readersChanged;
    private final Set<Reader> readers = new LinkedHashSet<>();
    private final List<Unit> cache = new ArrayList<>();
    private List<Track> tracks;
    private int cachedBytes;
    private boolean cacheUsable;
    private long lastVideoPts = Long.MIN_VALUE;
    private long lastKeyPts = Long.MIN_VALUE;
    private long keyInterval;
    private boolean reordered;
    private final List<Consumer<String>> closeListeners = new ArrayList<>();
    private boolean closed;

    MediaPath(MediaPathName id, List<Track> tracks, Instant since, Runnable readersChanged) {
        this.id = id;
        this.tracks = List.copyOf(tracks);
        this.since = since;
        this.readersChanged = readersChanged;
    }

    public MediaPathName id() {
        return id;
    }

    public Instant since() {
        return since;
    }

    public synchronized List<Track> tracks() {
        return tracks;
    }

    public synchronized int readers() {
        return readers.size();
    }

    /** The camera sends B-frames: pictures arrive in another order than they are shown, which WebRTC cannot play. */
    public synchronized boolean reordered() {
        return reordered;
    }

    /** How far apart the last two key pictures were; 0 before the second one. */
    public synchronized long keyIntervalMicros() {
        return keyInterval;
    }

    /** A decoder that joins now gets a picture at once. */
    public synchronized boolean ready() {
        return cacheUsable || tracks.stream().noneMatch(Track::video);
    }

    /** Adds a reader, which is given the format and the cached GOP before this returns. */
    public void add(Reader reader) {
        synchronized (this) {
            if (closed) {
                reader.ended("The stream has ended");
                return;
            }
            reader.format(tracks);
            if (cacheUsable) {
                cache.forEach(unit -> reader.unit(unit, true));
            }
            readers.add(reader);
        }
        readersChanged.run();
    }

    /** Gives a reader the cached GOP once more, for a decoder that has lost its way. */
    public synchronized void replay(Reader reader) {
        if (cacheUsable && readers.contains(reader)) {
            cache.forEach(unit -> reader.unit(unit, true));
        }
    }

    public void remove(Reader reader) {
        boolean removed;
        synchronized (this) {
            removed = readers.remove(reader);
        }
        if (removed) {
            readersChanged.run();
        }
    }

    synchronized void replaceTracks(List<Track> changed) {
        tracks = List.copyOf(changed);
        clearCache();
        List.copyOf(readers).forEach(reader -> reader.format(tracks));
    }

    synchronized void publish(Unit unit) {
        if (closed) {
            return;
        }
        var track = tracks.get(unit.track());
        if (track.video()) {
            reordered |= unit.ptsMicros() < lastVideoPts;
            lastVideoPts = unit.ptsMicros();
        }
        remember(unit, track);
        List.copyOf(readers).forEach(reader -> reader.unit(unit, false));
    }

    void whenClosed(Consumer<String> listener) {
        synchronized (this) {
            if (!closed) {
                closeListeners.add(listener);
                return;
            }
        }
        listener.accept("The stream has ended");
    }

    void close(String reason) {
        List<Reader> gone;
        List<Consumer<String>> told;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            gone = List.copyOf(readers);
            readers.clear();
            clearCache();
            told = List.copyOf(closeListeners);
        }
        gone.forEach(reader -> reader.ended(reason));
        told.forEach(listener -> listener.accept(reason));
    }

    private void remember(Unit unit, Track track) {
        if (track.video() && unit.key()) {
            clearCache();
            cacheUsable = true;
            keyInterval = lastKeyPts == Long.MIN_VALUE ? 0 : Math.max(0, unit.ptsMicros() - lastKeyPts);
            lastKeyPts = unit.ptsMicros();
        }
        if (!cacheUsable) {
            return;
        }
        cache.add(unit);
        cachedBytes += unit.size();
        if (cachedBytes > MAX_CACHED_BYTES) {
            clearCache();
        }
    }

    private void clearCache() {
        cache.clear();
        cachedBytes = 0;
        cacheUsable = false;
    }
}
