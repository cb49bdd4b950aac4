// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema, the parser, the fixtures and the examples of the documentation say the same. */
class CamerasFileSchemaTest {

    private static final Path FIXTURES = Path.of("src/test/resources/cameras");
    private static final Path DOCUMENTATION = Path.of("../../docs/configuration.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(version: 1\n.*?)```", Pattern.DOTALL);

    /** An unknown field in every section; each is answered with the fields that the section knows. */
    private static final String STRANGE = """
            version: 1
            strange: 1
            profiles: {p: {command: -an, strange: 1}}
            devices:
              - {id: c, vendor: unifi, host: h, strange: 1, credentials: {strange: 1, apiKey: k}}
            cameras:
              - id: gate
                strange: 1
                ports: {strange: 1}
                credentials: {username: u, strange: 1, aliases: {strange: 1}}
                streams:
                  main: {url: "rtsp://h/a", strange: 1, video: {strange: 1}, input: {strange: 1}}
                  strange: 1
            """;

    static Stream<Named<String>> files() throws IOException {
        var texts = new ArrayList<Named<String>>();
        try (var fixtures = Files.list(FIXTURES)) {
            for (var file : fixtures.sorted().toList()) {
                texts.add(Named.of(file.getFileName().toString(), Files.readString(file)));
            }
        }
        var examples = EXAMPLE.matcher(Files.readString(DOCUMENTATION));
        while (examples.find()) {
            texts.add(Named.of("example at " + examples.start() + " of configuration.md", examples.group(1)));
        }
        assertThat(texts).hasSizeGreaterThan(7);
        return texts.stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFixtureAndEveryExampleIsValidAndReadWithoutComplaint(String text) throws Exception {
        assertThat(schema().validate(ContractsJson.yaml().readTree(text))).isEmpty();
        assertThat(Parsed.sentences(CamerasFile.parse(text, Origin.FILE))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsWrittenIsValidAndReadsBackEqual(String text) throws Exception {
        var file = CamerasFile.parse(text, Origin.FILE);

        var written = CamerasFile.write(file.devices(), file.cameras());

        assertThat(schema().validate(ContractsJson.yaml().readTree(written))).isEmpty();
        var again = CamerasFile.parse(written, Origin.FILE);
        assertThat(Parsed.sentences(again)).isEmpty();
        assertThat(again.cameras()).isEqualTo(file.cameras());
        assertThat(again.devices()).isEqualTo(file.devices());
        assertThat(written).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "strange => /properties",
                "ports.strange => /$defs/ports/properties",
                "credentials.strange => /$defs/credentials/properties",
                "credentials.aliases.strange => /$defs/aliases/properties",
                "streams.strange => /$defs/camera/properties/streams/properties",
                "streams.main.strange => /$defs/stream/properties",
                "streams.main.video.strange => /$defs/video/oneOf/1/properties",
                "streams.main.input.strange => /$defs/input/properties",
            })
    void aSectionOfACameraHasTheFieldsOfItsSchema(String field, String pointer) {
        var subject = field.equals("strange") ? "cameras file" : "camera gate";

        assertThat(known(subject, field)).containsExactlyElementsOf(properties(pointer));
    }

    @Test
    void camerasDevicesAndProfilesHaveTheFieldsOfTheirSchemas() {
        assertThat(known("camera gate", "strange")).containsExactlyElementsOf(properties("/$defs/camera/properties"));
        assertThat(known("device c", "strange")).containsExactlyElementsOf(properties("/$defs/device/properties"));
        assertThat(known("device c", "credentials.strange"))
                .containsExactlyElementsOf(properties("/$defs/deviceCredentials/properties"));
        assertThat(known("profile p", "strange")).containsExactlyElementsOf(properties("/$defs/profile/properties"));
    }

    @Test
    void wordsOfTheSchemaAreThoseOfTheCode() {
        assertThat(words("/$defs/vendor/enum")).isEqualTo(Vendor.names());
        assertThat(words("/$defs/stream/properties/protocol/enum")).isEqualTo(Protocol.names());
        assertThat(words("/$defs/stream/properties/transport/enum")).isEqualTo(Transport.names());
        assertThat(words("/$defs/stream/properties/audio/enum")).isEqualTo(Audio.names());
        assertThat(words("/$defs/video/oneOf/1/properties/encoder/enum")).isEqualTo(Encoder.names());
        assertThat(words("/$defs/camera/properties/capabilities/items/enum")).isEqualTo(Capability.names());
        assertThat(properties("/$defs/ports/properties")).containsExactlyInAnyOrderElementsOf(Ports.names());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vendor: acme",
                "streams: {main: {url: 'ftp://h/a'}}",
                "streams: {main: {url: 'rtsp://h/a', video: {keyFrameSeconds: 3}}}",
                "streams: {main: {url: 'rtsp://h/a', video: fast}}",
                "ports: {http: 70000}",
                "credentials: {password: p}",
            })
    void whatTheParserRefusesTheSchemaRefusesToo(String fields) throws Exception {
        var text = "version: 1\ncameras:\n  - {id: gate, host: h, " + fields + "}";

        assertThat(schema().validate(ContractsJson.yaml().readTree(text))).isNotEmpty();
        assertThat(CamerasFile.parse(text, Origin.FILE).cameras()).isEmpty();
    }

    private static List<String> known(String subject, String field) {
        return CamerasFile.parse(STRANGE, Origin.FILE).problems().stream()
                .filter(problem ->
                        problem.subject().equals(subject) && problem.field().equals(field))
                .findFirst()
                .orElseThrow()
                .allowed();
    }

    private static List<String> properties(String pointer) {
        var names = new TreeSet<String>();
        tree().at(pointer).fieldNames().forEachRemaining(names::add);
        return List.copyOf(names);
    }

    private static List<String> words(String pointer) {
        return StreamSupport.stream(tree().at(pointer).spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(tree());
    }

    private static JsonNode tree() {
        var name = "schemas/cameras-file.json";
        try (var stream = Objects.requireNonNull(ContractsJson.class.getResourceAsStream(name), name)) {
            return ContractsJson.mapper().readTree(stream);
        } catch (IOException failure) {
            throw new AssertionError("The schema must be readable", failure);
        }
    }
}
