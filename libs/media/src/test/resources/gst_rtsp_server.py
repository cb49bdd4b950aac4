# SPDX-License-Identifier: Apache-2.0
# Independent RTSP servers for tests: prints their two ports, serves until its input ends.
# The open one:
#   /cam      H.264 640x360 15 fps with Opus sound
#   /bframes  the same with B-frames
#   /h265     H.265
#   /record   takes H.264 and writes it to the file named by the first argument
# The guarded one wants user "viewer" with password "se/cret" by digest:
#   /cam
import sys
import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer

Gst.init(None)

SOURCE = "videotestsrc is-live=true pattern=ball ! video/x-raw,width=640,height=360,framerate=15/1 ! "
ZERO_LATENCY = "tune=zerolatency speed-preset=ultrafast key-int-max=15 bitrate=400 "
H264 = SOURCE + "x264enc " + ZERO_LATENCY + "! rtph264pay name=pay0 pt=96 "
SOUND = "audiotestsrc is-live=true ! audio/x-raw,rate=48000,channels=2 ! opusenc ! rtpopuspay name=pay1 pt=97 "


def new_server():
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    return server


def mount(server, path, launch):
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch("( " + launch + " )")
    factory.set_shared(True)
    server.get_mount_points().add_factory(path, factory)
    return factory


open_server = new_server()
mount(open_server, "/cam", H264 + SOUND)
mount(open_server, "/bframes", SOURCE + "x264enc bframes=2 b-adapt=false rc-lookahead=5 speed-preset=veryfast "
      "key-int-max=30 bitrate=400 ! video/x-h264,profile=main ! rtph264pay name=pay0 pt=96")
mount(open_server, "/h265", SOURCE + "x265enc " + ZERO_LATENCY + "! rtph265pay name=pay0 pt=96")
record = mount(open_server, "/record", "rtph264depay name=depay0 ! h264parse ! "
               "video/x-h264,stream-format=byte-stream ! filesink sync=false async=false buffer-mode=unbuffered location="
               + (sys.argv[1] if len(sys.argv) > 1 else "/dev/null"))
record.set_transport_mode(GstRtspServer.RTSPTransportMode.RECORD)
record.set_latency(0)

guarded = new_server()
factory = mount(guarded, "/cam", H264)
permissions = GstRtspServer.RTSPPermissions()
for permission in ("media.factory.access", "media.factory.construct"):
    permissions.add_permission_for_role("viewer", permission, True)
factory.set_permissions(permissions)
auth = GstRtspServer.RTSPAuth()
auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
token = GstRtspServer.RTSPToken()
token.set_string("media.factory.role", "viewer")
auth.add_digest("viewer", "se/cret", token)
guarded.set_auth(auth)

open_server.attach(None)
guarded.attach(None)
print(open_server.get_bound_port(), guarded.get_bound_port(), flush=True)
loop = GLib.MainLoop()
GLib.io_add_watch(sys.stdin, GLib.IO_HUP | GLib.IO_IN, lambda *_: loop.quit())
loop.run()
