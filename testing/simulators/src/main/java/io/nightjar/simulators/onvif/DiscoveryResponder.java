// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers WS-Discovery probes, by multicast or to the device itself, in its way. */
public final class DiscoveryResponder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DiscoveryResponder.class);
    private static final String GROUP = "239.255.255.250";

    /** How it answers. */
    public enum Manner {
        WELL,
        /** Each probe twice, from one endpoint. */
        TWICE,
        /** With something that is no XML, and only then well. */
        GARBAGE_FIRST,
        /** Only probes that ask for a device, not for video. */
        DEVICES_ONLY
    }

    private final String name;
    private final Addresses addresses;
    private final String endpoint = "urn:uuid:" + UUID.randomUUID();
    private volatile Manner manner = Manner.WELL;
    private @Nullable MulticastSocket socket;

    DiscoveryResponder(String name, Addresses addresses) {
        this.name = name;
        this.addresses = addresses;
    }

    /** Listens on one network and gives the port, any free one for 0. */
    public synchronized int listen(NetworkInterface network, int port) throws IOException {
        var opened = new MulticastSocket(new InetSocketAddress(port));
        opened.joinGroup(new InetSocketAddress(InetAddress.getByName(GROUP), 0), network);
        socket = opened;
        Thread.ofVirtual().name("discovery-" + name).start(() -> serve(opened));
        return opened.getLocalPort();
    }

    public void behave(Manner value) {
        manner = value;
    }

    public String endpoint() {
        return endpoint;
    }

    private void serve(MulticastSocket opened) {
        var packet = new DatagramPacket(new byte[65_535], 65_535);
        while (!opened.isClosed()) {
            try {
                packet.setLength(65_535);
                opened.receive(packet);
                answer(opened, new String(packet.getData(), 0, packet.getLength(), UTF_8), packet);
            } catch (SocketException closed) {
                return;
            } catch (IOException failure) {
                LOG.warnf("a probe could not be answered cause=%s", failure.getMessage());
            }
        }
    }

    private void answer(MulticastSocket opened, String probe, DatagramPacket from) throws IOException {
        int start = probe.indexOf("urn:uuid:");
        if (start < 0 || !probe.contains("Probe") || !wanted(probe)) {
            return;
        }
        var id = probe.substring(start, probe.indexOf('<', start));
        if (manner == Manner.GARBAGE_FIRST) {
            send(opened, "lollipop", from);
        }
        send(opened, matches(id), from);
        if (manner == Manner.TWICE) {
            send(opened, matches(id), from);
        }
    }

    private boolean wanted(String probe) {
        return manner != Manner.DEVICES_ONLY || probe.contains("tds:Device");
    }

    private static void send(MulticastSocket opened, String text, DatagramPacket to) throws IOException {
        var bytes = text.getBytes(UTF_8);
        opened.send(new DatagramPacket(bytes, bytes.length, to.getSocketAddress()));
    }

    private String matches(String id) {
        return "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"" + Names.ENVELOPE + "\" xmlns:w=\""
                + Names.DISCOVERY_ADDRESSING + "\" xmlns:d=\"" + Names.DISCOVERY + "\" xmlns:dn=\"" + Names.NETWORK
                + "\"><e:Header><w:MessageID>urn:uuid:" + UUID.randomUUID() + "</w:MessageID><w:RelatesTo>" + id
                + "</w:RelatesTo><w:To>" + Names.DISCOVERY_ADDRESSING + "/role/anonymous</w:To><w:Action>"
                + Names.DISCOVERY + "/ProbeMatches</w:Action></e:Header><e:Body><d:ProbeMatches><d:ProbeMatch>"
                + "<w:EndpointReference><w:Address>" + endpoint + "</w:Address></w:EndpointReference>"
                + "<d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes>onvif://www.onvif.org/type/ptz "
                + "onvif://www.onvif.org/hardware/simulator onvif://www.onvif.org/name/" + name.replace(" ", "%20")
                + "</d:Scopes><d:XAddrs>http://10.99.99.99/onvif/device_service " + addresses.device()
                + "</d:XAddrs><d:MetadataVersion>1</d:MetadataVersion></d:ProbeMatch></d:ProbeMatches></e:Body>"
                + "</e:Envelope>";
    }

    @Override
    public synchronized void close() {
        if (socket != null) {
            socket.close();
        }
    }
}
