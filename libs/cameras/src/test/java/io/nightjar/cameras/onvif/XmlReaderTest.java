// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class XmlReaderTest {

    private static final String ANSWER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\""
            + Namespaces.ENVELOPE + "\" xmlns:tt=\"" + Namespaces.SCHEMA
            + "\"><s:Header/><s:Body><tt:A x=\"1 &amp; 2\">caf\u00e9 &#x41;<![CDATA[<b>]]></tt:A><tt:A/></s:Body></s:Envelope>";

    private static final String DAMAGE = "<>&;'\"/ \u0000xml![]?:=A";

    private static XmlElement read(String text) throws MalformedXmlException {
        return XmlReader.read(text.getBytes(UTF_8));
    }

    private static void refused(String text) {
        assertThatExceptionOfType(MalformedXmlException.class).isThrownBy(() -> read(text));
    }

    @Test
    void elementsAreFoundByNamespaceAndName() throws MalformedXmlException {
        var element =
                read(ANSWER).children().getLast().child(Namespaces.SCHEMA, "A").orElseThrow();

        assertThat(element.text()).isEqualTo("caf\u00e9 A<b>");
        assertThat(element.attribute("x")).contains("1 & 2");
        assertThat(read(ANSWER).tree().filter(each -> each.is(Namespaces.SCHEMA, "A")))
                .hasSize(2);
        assertThat(read(ANSWER).tree().filter(each -> each.is(Namespaces.PTZ, "A")))
                .isEmpty();
    }

    @Test
    void brokenTextIsReadAsFarAsItGoes() throws MalformedXmlException {
        assertThat(read("\r\n\uFEFF " + ANSWER).name()).isEqualTo("Envelope");
        assertThat(read("<a>x\u0000\u001by</a>").text()).isEqualTo("x\uFFFD\uFFFDy");
        assertThat(XmlReader.read("<a>caf\u00e9</a>".getBytes(ISO_8859_1)).text())
                .startsWith("caf");
        assertThat(XmlReader.read("<?xml version='1.0' encoding='ISO-8859-1'?><a>caf\u00e9</a>".getBytes(ISO_8859_1))
                        .text())
                .isEqualTo("caf\u00e9");
        assertThat(XmlReader.read("\uFEFF<a>caf\u00e9</a>".getBytes(UTF_16LE)).text())
                .isEqualTo("caf\u00e9");
        assertThat(read("<a/>\u0000\u0000trailing <<< rubbish").name()).isEqualTo("a");
    }

    @Test
    void whatIsNoXmlIsRefused() {
        refused("");
        refused("lollipop");
        refused("<a><b></a>");
        refused("<x:a/>");
        refused("<html><body>Document Error: Unauthorized<br></body></html>");
    }

    @Test
    void documentTypesAreRefusedAndFetchNothing(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("secret"), "secret");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(200);
            var url = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
            refused("<!DOCTYPE a SYSTEM \"" + url + "\"><a/>");
            refused("<!DOCTYPE a [<!ENTITY e SYSTEM \"" + file.toUri() + "\">]><a>&e;</a>");
            refused("<!DOCTYPE a [<!ENTITY % e SYSTEM \"" + url + "\"> %e;]><a/>");
            refused("<a>&nowhere;</a>");

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
        }
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        var text = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int level = 1; level < 30; level++) {
            text.append("<!ENTITY l").append(level).append(" \"").append(("&l" + (level - 1) + ";").repeat(10));
            text.append("\">");
        }
        refused(text.append("]><a>&l29;</a>").toString());
    }

    @Test
    void sizeDepthPartsAndAttributesAreBounded() {
        refused("<a>".repeat(XmlReader.MAX_DEPTH + 1) + "</a>".repeat(XmlReader.MAX_DEPTH + 1));
        refused("<a>".repeat(300_000));
        refused("<a>" + "<b/>".repeat(XmlReader.MAX_ELEMENTS) + "</a>");
        refused("<a>" + " ".repeat(XmlReader.MAX_BYTES) + "</a>");
        var many = new StringBuilder("<a");
        for (int index = 0; index < 5_000; index++) {
            many.append(" a").append(index).append("=\"\"");
        }
        refused(many.append("/>").toString());
    }

    @Test
    void randomBytesNeitherCrashNorHang() {
        var random = new Random(20_261_121);
        for (int round = 0; round < 5_000; round++) {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            readOrRefuse(bytes);
        }
    }

    @Test
    void damagedAnswersNeitherCrashNorHang() {
        var random = new Random(7);
        var valid = ANSWER.getBytes(UTF_8);
        for (int round = 0; round < 5_000; round++) {
            var bytes = valid.clone();
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) DAMAGE.charAt(random.nextInt(DAMAGE.length()));
            }
            readOrRefuse(Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
        }
    }

    private static void readOrRefuse(byte[] bytes) {
        assertThatNoException().isThrownBy(() -> {
            try {
                XmlReader.read(bytes).tree().forEach(XmlElement::text);
            } catch (MalformedXmlException refused) {
                assertThat(refused).hasMessageStartingWith("The answer");
            }
        });
    }

    @Test
    void theLargestAnswerIsReadQuickly() {
        var text = "<a x=\"1\">" + "<b>caf\u00e9 &amp; tea</b>".repeat(19_999) + "</a>";

        assertTimeout(
                Duration.ofSeconds(3), () -> assertThat(read(text).children()).hasSize(19_999));
    }
}
