#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the clips anew: needs an ffmpeg with libx264 and libx265, and ffprobe.
set -eu
cd "$(dirname "$0")"
source="testsrc2=size=640x360:rate=15:duration=2"

ffmpeg -loglevel error -y -f lavfi -i "$source" -pix_fmt yuv420p -c:v libx264 -profile:v high -preset slow -b:v 180k \
    -maxrate 220k -bufsize 220k -bf 3 -g 15 -keyint_min 15 -sc_threshold 0 -x264-params b-adapt=0:open-gop=0:b-pyramid=none \
    -video_track_timescale 90000 clip.mp4
ffmpeg -loglevel error -y -f lavfi -i "$source" -pix_fmt yuv420p -c:v libx265 -preset slow -b:v 160k \
    -x265-params "bframes=0:keyint=15:min-keyint=15:scenecut=0:no-open-gop=1:repeat-headers=1:info=0:log-level=error" -tag:v hvc1 \
    -video_track_timescale 90000 clip265.mp4

unit() {
    ffmpeg -loglevel error -y -i "$1" -c copy -bsf:v "$2" -f "$3" "$4"
    # The sizes of the access units are those of the byte stream; the times are those of the container.
    ffprobe -loglevel error -show_entries packet=pts,dts,flags -of csv=p=0 "$1" > times.tmp
    ffprobe -loglevel error -f "$3" -show_entries packet=size -of csv=p=0 "$4" > sizes.tmp
    paste -d, sizes.tmp times.tmp | awk -F, '{ print $1, $2, $3, ($4 ~ /K/ ? "K" : "-") }' > "${4%.*}.units"
    rm times.tmp sizes.tmp "$1"
}
unit clip.mp4 h264_mp4toannexb h264 h264-b-frames.h264
unit clip265.mp4 hevc_mp4toannexb hevc h265.h265
