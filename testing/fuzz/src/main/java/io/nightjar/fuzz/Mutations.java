// SPDX-License-Identifier: Apache-2.0
package io.nightjar.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Broken variants of valid samples. Each comes from a seed of its own, which a failure names: NIGHTJAR_FUZZ_SEED repeats
 * that one input, NIGHTJAR_FUZZ_SECONDS goes on with random seeds for so long.
 */
public final class Mutations {

    /** What must hold for an input; the random numbers are those of its seed. */
    public interface Property {
        void check(byte[] input, Random random) throws Exception;
    }

    private static final System.Logger LOG = System.getLogger(Mutations.class.getName());
    /** Of processor time, for a busy machine is slow without anybody's fault. */
    private static final Duration PER_THOUSAND = Duration.ofSeconds(5);

    private static final Duration HANGS = Duration.ofSeconds(60);
    private static final int LARGEST = 64 << 10;
    private static final byte[] MARKS =
            " \t\r\n\0:;,=/?@&%#\"'<>[]{}()-+.0159aZ\u00ff\u0080\u0001".getBytes(ISO_8859_1);
    private static final List<String> NUMBERS =
            List.of("", "0", "-1", "65536", "2147483648", "9223372036854775807", "99999999999999999999", "1e99", "NaN");

    private final List<byte[]> samples;

    private Mutations(List<byte[]> samples) {
        this.samples = samples;
    }

    public static Mutations of(byte[]... samples) {
        return new Mutations(List.of(samples));
    }

    /** Texts as their bytes in ISO 8859-1. */
    public static Mutations of(String... samples) {
        return new Mutations(
                Arrays.stream(samples).map(text -> text.getBytes(ISO_8859_1)).toList());
    }

    /** Tries inputs in turn, each thousand of which may take five seconds. */
    public void check(int inputs, Property property) {
        var one = System.getenv("NIGHTJAR_FUZZ_SEED");
        if (one != null) {
            batch(Long.parseLong(one), 1, property);
            return;
        }
        for (int seed = 0; seed < inputs; seed += 1000) {
            batch(seed, Math.min(1000, inputs - seed), property);
        }
        long seconds = Long.parseLong(System.getenv().getOrDefault("NIGHTJAR_FUZZ_SECONDS", "0"));
        if (seconds > 0) {
            endure(Duration.ofSeconds(seconds), Math.min(1000, inputs), property);
        }
    }

    private void endure(Duration time, int batch, Property property) {
        long begin = System.nanoTime();
        long first = ThreadLocalRandom.current().nextLong(1L << 40);
        long seed = first;
        for (; System.nanoTime() - begin < time.toNanos(); seed += batch) {
            batch(seed, batch, property);
        }
        LOG.log(System.Logger.Level.INFO, "Fuzzed test={0} inputs={1}", test(), String.valueOf(seed - first));
    }

    /** Who asked: the first method of another class. */
    private static String test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(Mutations.class.getName()))
                        .findFirst()
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .orElse("?"));
    }

    private void batch(long from, int count, Property property) {
        var current = new long[] {from};
        long worked = assertTimeoutPreemptively(
                HANGS,
                () -> {
                    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    for (; current[0] < from + count; current[0]++) {
                        one(current[0], property);
                    }
                    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
                },
                () -> "Hangs with NIGHTJAR_FUZZ_SEED=" + current[0]);
        assertTrue(worked < PER_THOUSAND.toNanos(), () -> "Too slow from NIGHTJAR_FUZZ_SEED=" + from);
    }

    private void one(long seed, Property property) {
        var random = new Random(seed);
        var input = input(random);
        try {
            property.check(input, random);
        } catch (Throwable broken) {
            var shown = Base64.getEncoder().encodeToString(Arrays.copyOf(input, Math.min(input.length, 300)));
            throw new AssertionError("NIGHTJAR_FUZZ_SEED=" + seed + " bytes=" + input.length + " " + shown, broken);
        }
    }

    private byte[] input(Random random) {
        if (random.nextInt(50) == 0) {
            return bytes(random, random.nextInt(400));
        }
        var bytes = sample(random);
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            bytes = changed(bytes, random);
        }
        return Arrays.copyOf(bytes, Math.min(bytes.length, LARGEST));
    }

    private byte[] sample(Random random) {
        return samples.get(random.nextInt(samples.size())).clone();
    }

    private byte[] changed(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(1 + Math.max(1, bytes.length / 4)));
        return switch (random.nextInt(10)) {
            case 0, 1 -> overwritten(bytes, from, new byte[] {(byte) (at(bytes, from) ^ 1 << random.nextInt(8))});
            case 2 -> overwritten(bytes, from, new byte[] {mark(random)});
            case 3 -> overwritten(bytes, from, random.nextBoolean() ? new byte[] {-1, -1, -1, -1} : new byte[4]);
            case 4 -> Arrays.copyOf(bytes, from);
            case 5 -> joined(bytes, from, bytes(random, random.nextInt(20)), to);
            case 6 -> joined(bytes, to, Arrays.copyOfRange(bytes, from, to), random.nextBoolean() ? from : to);
            case 7 -> {
                var repeated = new byte[random.nextInt(10) == 0 ? random.nextInt(LARGEST) : random.nextInt(40)];
                Arrays.fill(repeated, mark(random));
                yield joined(bytes, from, repeated, from);
            }
            case 8 -> {
                var other = sample(random);
                yield joined(bytes, from, other, bytes.length);
            }
            default -> number(bytes, from, random);
        };
    }

    /** Makes the next number in a text another. */
    private static byte[] number(byte[] bytes, int from, Random random) {
        int begin = from;
        while (begin < bytes.length && !Character.isDigit(bytes[begin])) {
            begin++;
        }
        int end = begin;
        while (end < bytes.length && Character.isDigit(bytes[end])) {
            end++;
        }
        return joined(bytes, begin, NUMBERS.get(random.nextInt(NUMBERS.size())).getBytes(ISO_8859_1), end);
    }

    private static byte mark(Random random) {
        return MARKS[random.nextInt(MARKS.length)];
    }

    private static byte at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] : 0;
    }

    private static byte[] bytes(Random random, int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] overwritten(byte[] bytes, int from, byte[] with) {
        return joined(bytes, from, with, Math.min(bytes.length, from + with.length));
    }

    /** The bytes up to one place, others, and the bytes from another place on. */
    private static byte[] joined(byte[] bytes, int upTo, byte[] middle, int fromThere) {
        var whole = new ByteArrayOutputStream();
        whole.write(bytes, 0, upTo);
        whole.writeBytes(middle);
        whole.write(bytes, fromThere, bytes.length - fromThere);
        return whole.toByteArray();
    }
}
