// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schema, example and record of each event agree: the examples are what other programs may rely on. */
class EventContractTest {

    private static final JsonMapper JSON = ContractsJson.mapper();

    static Stream<Arguments> examples() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/examples"))) {
            return files
                    .sorted()
                    .map(file -> Arguments.of(file.getFileName().toString(), topicOf(file)))
                    .toList()
                    .stream();
        }
    }

    static Stream<Topic<?>> topics() {
        return Topic.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anExampleFitsItsSchema(String name, Topic<?> topic) {
        assertThat(schema(schemaName(topic)).validate(example(name).toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anExampleIsReadAndWrittenBackEqual(String name, Topic<?> topic) throws Exception {
        var event = JSON.treeToValue(example(name), topic.event());

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(example(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void fieldsOfALaterVersionAreTolerated(String name, Topic<?> topic) throws Exception {
        var extended = (ObjectNode) example(name);
        extended.put("addedLater", "x");
        extended.elements().forEachRemaining(child -> {
            if (child instanceof ObjectNode object) {
                object.put("addedLater", 1);
            }
        });

        assertThat(JSON.treeToValue(extended, topic.event())).isEqualTo(JSON.treeToValue(example(name), topic.event()));
        assertThat(schema(schemaName(topic)).validate(extended.toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void everyTopicHasASchemaAnExampleAndAChannel(Topic<?> topic) throws Exception {
        var channel = channel(topic);
        var message = asyncApi().at(pointer(channel.get("messages").elements().next()));

        assertThat(message.path("name").asText()).isEqualTo(topic.type());
        assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("schemas/" + schemaName(topic) + ".json");
        assertThat(schemaTree(schemaName(topic)).path("type").asText()).isEqualTo("object");
        assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(Topic.PARTITIONS);
        var configuration = channel.at("/bindings/kafka/topicConfiguration");
        assertThat(configuration.at("/cleanup.policy/0").asText())
                .isEqualTo(topic.settings().get("cleanup.policy"));
        assertThat(configuration.path("retention.ms").asText(""))
                .isEqualTo(topic.settings().getOrDefault("retention.ms", ""));
        assertThat(examples().map(arguments -> arguments.get()[1])).contains(topic);
    }

    @Test
    void enumerationsInSchemasAreThoseOfTheCode() {
        assertThat(words(schemaTree("stream-health").at("/properties/state/enum")))
                .isEqualTo(Arrays.stream(StreamState.Name.values())
                        .map(StreamState.Name::wire)
                        .toList());
        assertThat(words(schemaTree("stream-health").at("/properties/error/enum")))
                .isEqualTo(
                        Arrays.stream(ErrorKind.values()).map(ErrorKind::wire).toList());
    }

    @Test
    void anErrorOfALaterVersionIsReadAsInternal() throws Exception {
        var later = example("stream-health.backoff.json").toString().replace("\"auth\"", "\"solar-flare\"");

        assertThat(JSON.readValue(later, StreamHealth.class).error()).isEqualTo(ErrorKind.INTERNAL);
    }

    private static Topic<?> topicOf(Path file) {
        var schema = file.getFileName().toString().split("\\.")[0];
        return Topic.ALL.stream()
                .filter(topic -> schemaName(topic).equals(schema))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No topic for the example " + file));
    }

    private static String schemaName(Topic<?> topic) {
        return topic.event()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static JsonNode channel(Topic<?> topic) throws IOException {
        return StreamSupport.stream(asyncApi().get("channels").spliterator(), false)
                .filter(channel -> channel.path("address").asText().equals(topic.name()))
                .findFirst()
                .orElseThrow();
    }

    private static String pointer(JsonNode reference) {
        return reference.get("$ref").asText().substring(1);
    }

    private static JsonNode asyncApi() throws IOException {
        try (var stream = resource("asyncapi.yaml")) {
            return ContractsJson.yaml().readTree(stream);
        }
    }

    private static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schemaTree(name));
    }

    private static JsonNode schemaTree(String name) {
        try (var stream = resource("schemas/" + name + ".json")) {
            return JSON.readTree(stream);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ContractsJson.class.getResourceAsStream(name), name);
    }

    private static JsonNode example(String name) {
        try {
            return JSON.readTree(Path.of("src/test/resources/examples", name).toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
