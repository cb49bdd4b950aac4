// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** AMF0, the values in RTMP commands: numbers, booleans, texts, null, and objects as maps. */
final class Amf0 {

    private static final int NUMBER = 0;
    private static final int BOOLEAN = 1;
    private static final int TEXT = 2;
    private static final int OBJECT = 3;
    private static final int NULL = 5;
    private static final int UNDEFINED = 6;
    private static final int ARRAY = 8;
    private static final int END = 9;

    private Amf0() {}

    static byte[] write(List<@Nullable Object> values) {
        var target = Buffer.buffer();
        values.forEach(value -> write(target, value));
        return target.getBytes();
    }

    private static void write(Buffer target, @Nullable Object value) {
        switch (value) {
            case null -> target.appendByte((byte) NULL);
            case Number number -> target.appendByte((byte) NUMBER).appendDouble(number.doubleValue());
            case Boolean truth -> target.appendByte((byte) BOOLEAN).appendByte((byte) (truth ? 1 : 0));
            case String text -> writeKey(target.appendByte((byte) TEXT), text);
            case Map<?, ?> fields -> {
                target.appendByte((byte) OBJECT);
                fields.forEach((key, field) -> {
                    writeKey(target, String.valueOf(key));
                    write(target, field);
                });
                target.appendShort((short) 0).appendByte((byte) END);
            }
            default -> throw new IllegalArgumentException("AMF0 cannot hold a " + value.getClass());
        }
    }

    private static void writeKey(Buffer target, String text) {
        var bytes = text.getBytes(UTF_8);
        target.appendUnsignedShort(bytes.length).appendBytes(bytes);
    }

    /** All values of a message; fails on what is not AMF0 as this server knows it. */
    static List<@Nullable Object> read(byte[] bytes) {
        var source = ByteBuffer.wrap(bytes);
        var values = new ArrayList<@Nullable Object>();
        while (source.hasRemaining()) {
            values.add(readValue(source));
        }
        return values;
    }

    private static @Nullable Object readValue(ByteBuffer source) {
        int type = source.get();
        return switch (type) {
            case NUMBER -> source.getDouble();
            case BOOLEAN -> source.get() != 0;
            case TEXT -> readKey(source);
            case OBJECT -> readFields(source);
            case ARRAY -> {
                source.getInt();
                yield readFields(source);
            }
            case NULL, UNDEFINED -> null;
            default -> throw new IllegalArgumentException("AMF0 type " + type + " is not known here");
        };
    }

    private static Map<String, @Nullable Object> readFields(ByteBuffer source) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var key = readKey(source); source.get(source.position()) != END; key = readKey(source)) {
            fields.put(key, readValue(source));
        }
        source.get();
        return fields;
    }

    private static String readKey(ByteBuffer source) {
        var bytes = new byte[source.getShort() & 0xffff];
        source.get(bytes);
        return new String(bytes, UTF_8);
    }
}
