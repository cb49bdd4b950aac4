// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nightjar.contracts.ContractsJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegOptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "-rtsp_transport tcp -i {url} -vf scale=1280:-1 -an => {transport: tcp, video: {width: 1280}, audio: 'off'}",
                "ffmpeg -rtsp_transport udp -i {url} => {transport: udp}",
                "-rtsp_flags prefer_tcp -i {url} => {transport: tcp}",
                "-timeout 30000000 -i {url} => {input: {openTimeoutMs: 30000, readTimeoutMs: 30000}}",
                "-stimeout 5000000 => {input: {openTimeoutMs: 5000, readTimeoutMs: 5000}}",
                "-rw_timeout 100000 => {input: {openTimeoutMs: 100, readTimeoutMs: 100}}",
                "-analyzeduration 1M -probesize 500k -buffer_size 1000000 -max_delay 500000 -i {url}"
                        + " => {input: {probeMicros: 1000000, probeBytes: 500000, bufferBytes: 1000000, maxDelayMicros: 500000}}",
                "-reconnect 1 -reconnect_streamed 1 -reconnect_delay_max 5 -i {url} => {input: {reconnectDelaySeconds: 5}}",
                "-re -i {url} => {input: {realtime: true}}",
                "-framerate 15 -video_size 1280x720 -input_format mjpeg -i {url} => {input: {fps: 15.0, width: 1280, height: 720, pixelFormat: mjpeg}}",
                "-pix_fmt yuyv422 -i {url} => {input: {pixelFormat: yuyv422}}",
                "-i {url} -c copy => {audio: copy, video: copy}",
                "-i {url} -c copy -an => {audio: 'off', video: copy}",
                "-i {url} -c:v copy -c:a libopus => {video: copy, audio: opus}",
                "-i {url} -map 0:v:0 => {audio: 'off'}",
                "-i {url} -map 0:v:0 -map 0:a:0? -c:a copy => {audio: copy}",
                "-i {url} -c:v libx264 -s 640x360 -r 6 => {video: {encoder: software, width: 640, height: 360, fps: 6.0}}",
                "-i {url} -vcodec h264_vaapi -b:v 800k -maxrate 800k -bufsize 1600k => {video: {encoder: hardware, bitrateKbps: 800}}",
                "-i {url} -codec:v h264 -maxrate 2M => {video: {encoder: auto, bitrateKbps: 2000}}",
                "-i {url} -vf \"scale=w=640:h=-2:flags=bilinear,fps=30000/1001,format=yuv420p\" => {video: {width: 640, fps: 29.97}}",
                "-i {url} -r 5 -g 10 -keyint_min 10 -force_key_frames expr:gte(t,n_forced*2) -sc_threshold 0 => {video: {fps: 5.0, keyFrameSeconds: 2.0}}",
                "-i {url} -r 15 -x264-params scenecut=0:keyint=3:min-keyint=3:open_gop=0 => {video: {fps: 15.0, keyFrameSeconds: 0.2}}",
                "-i {url} -c:v libx264 -tune N/A -preset 'N/A' => {video: {encoder: software}}",
            })
    void anOptionBecomesAField(String command, String fields) throws Exception {
        var options = FfmpegOptions.of(new TextNode(command));

        assertThat(options.problems()).isEmpty();
        assertThat(options.fields()).isEqualTo(yaml(fields));
    }

    @Test
    void whatIsAlwaysDoneIsAcceptedAndSaid() {
        var options = FfmpegOptions.of(new TextNode("-fflags nobuffer+discardcorrupt+genpts -flags low_delay"
                + " -use_wallclock_as_timestamps 1 -rtmp_live live -i {url} -c:v libx264 -profile:v baseline -level 3.1"
                + " -pix_fmt yuv420p -preset veryfast -tune zerolatency -sc_threshold 0 -bf 0 -muxdelay 0 -muxpreload 0"
                + " -bsf:v h264_mp4toannexb -vsync 1 -sn -y"));

        assertThat(options.problems()).isEmpty();
        assertThat(options.notes())
                .containsExactly(
                        "-fps_mode is left out: pictures keep the time they arrived, and -r only limits their number",
                        "Nightjar always does what these say, and they can be left out: -fflags, -flags,"
                                + " -use_wallclock_as_timestamps, -rtmp_live, -muxdelay, -muxpreload, -bsf, -profile:v,"
                                + " -level, -pix_fmt, -preset, -tune, -sc_threshold, -bf",
                        "these mean nothing to a stream and are left out: -sn, -y");
    }

    @Test
    void aCopyStaysACopyAndSaysWhatItDropped() {
        var options = FfmpegOptions.of(
                new TextNode(
                        "-i {url} -c:v copy -vf scale=640:-1 -r 5 -g 10 -keyint_min 10"
                                + " -profile:v baseline -pix_fmt yuv420p -preset fast -tune zerolatency -x264-params keyint=10 -b:v 800k"));

        assertThat(options.problems()).isEmpty();
        assertThat(options.fields().toString()).isEqualTo("{\"video\":\"copy\"}");
        assertThat(options.notes())
                .containsExactly(
                        "a copy takes pictures as they come, so it stays a copy and these are dropped: -vf, -r,"
                                + " -g, -keyint_min, -x264-params, -b:v, -profile:v, -pix_fmt, -preset, -tune");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "-timeout 5000 -i {url} => -timeout is in microseconds; 5000 is less than a tenth of a second and probably meant milliseconds: write 5000000",
                "-vf scale=640:-1 -i {url} => -vf belongs after -i: it says what is made of the pictures, not how they are read",
                "-i {url} -rtsp_transport tcp => -rtsp_transport belongs before -i: it says how the source is read",
                "-fflags +igndts -i {url} => -fflags has no igndts here; it may have discardcorrupt, genpts, nobuffer",
                "-i {url} -flags low_delay => -flags has no low_delay here; it may have cgop, global_header",
                "-rtsp_transport http -i {url} => -rtsp_transport may be tcp or udp, not \"http\"",
                "-i {url} -profile:v high => -profile:v may be baseline, not \"high\"",
                "-i {url} -c:v libx265 => -c:v cannot be \"libx265\": what is encoded is encoded as H.264, which every browser plays; write copy, h264, libx264 or a hardware encoder such as h264_vaapi",
                "-i {url} -c:a aac => -c:a cannot be \"aac\": write copy, or libopus, which browsers play by WebRTC and by HLS alike",
                "-i {url} -crf 23 => -crf has no equivalent: give the encoder a rate by -b:v instead",
                "-i {url} -hls_time 2 => -hls_time is not needed: Nightjar makes its segments and playlists itself",
                "-i {url} -prset fast => -prset is not among the ffmpeg options that Nightjar understands; did you mean \"preset\"?",
                "-i {url} -vf hflip => -vf has no filter \"hflip\" here; it may have scale=1280:-1, fps=15 and format=yuv420p",
                "-i {url} -vf scale=640:480 -s 320x240 => -s contradicts another option about width",
                "-i {url} -r 5 -g 36 => -g 36 at 5 fps is a key frame every 7.2 s, while each segment of 2 s begins with one; write at most -g 10",
                "-i {url} -r 5 -g 5 -force_key_frames expr:gte(t,n_forced*2) => -g 5 at 5 fps is a key frame every 1 s, while -force_key_frames says every 2 s; write -g 10",
                "-i {url} -g 10 => -g 10 counts pictures; give -r too, so that it says a time",
                "-i {url} -r 5 -g 10 -keyint_min 5 => -keyint_min 5 must be the same as -g 10",
                "-i {url} out.mp4 => word 3 is no option; Nightjar publishes by itself, an output is left out",
                "-i rtsp://u:canary@h/a => after -i write {url} and nothing else; the address itself belongs in url",
                "-i {url} -i {url} => -i stands twice; a stream has one source",
                "-i {url} -r => -r has no value",
                "-i {url} -vf \"scale=640:-1 => a quotation mark is opened and never closed",
            })
    void whatCannotBeFollowedIsNamedWithItsReason(String command, String problem) {
        var options = FfmpegOptions.of(new TextNode(command));

        assertThat(options.problems()).containsExactly(problem);
        assertThat(options.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rtsp_transport tcp -i {url} -r 5 -an",
                "[-rtsp_transport, tcp, -i, '{url}', -r, 5, -an]",
                "{input: {rtsp_transport: tcp}, output: {r: '5', an: true, tune: N/A}}",
                "{rtsp_transport: tcp, r: 5, maps: ['0:v:0'], __why: because}",
                "-r 5 -rtsp_transport tcp -an",
            })
    void everyFormMeansTheSame(String written) throws Exception {
        var options = FfmpegOptions.of(yaml(written));

        assertThat(options.problems()).isEmpty();
        assertThat(options.fields()).isEqualTo(yaml("{transport: tcp, video: {fps: 5.0}, audio: 'off'}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{input: '-re'}", "{output: 5}", "12", "{rtsp_transport: {a: 1}}"})
    void anotherFormIsNotSwallowed(String written) throws Exception {
        assertThat(FfmpegOptions.of(yaml(written)).problems()).hasSize(1);
    }

    @Test
    void wordsAreSplitWithoutAShell() {
        assertThat(Words.split("a  'b c' \"d \\\" e\" f\\ g ''"))
                .hasValueSatisfying(words -> assertThat(words).containsExactly("a", "b c", "d \" e", "f g", ""));
        assertThat(Words.split("-i {url}; rm -rf $(HOME)"))
                .hasValueSatisfying(words -> assertThat(words).containsExactly("-i", "{url};", "rm", "-rf", "$(HOME)"));
        assertThat(Words.split("'open")).isEmpty();
    }

    private static JsonNode yaml(String text) throws Exception {
        return ContractsJson.yaml().readTree(text);
    }
}
