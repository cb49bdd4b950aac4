// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Sorts what a socket says into kinds with a sentence each. */
final class Failures {

    private Failures() {}

    static CameraFailure of(IOException failure, String where) {
        if (failure.getCause() instanceof CertificateException) {
            return new CameraFailure(
                    ErrorKind.TLS, "The certificate at " + where + " is not the one that was configured.", failure);
        }
        var kind = kind(failure);
        return new CameraFailure(kind, sentence(kind, where), failure);
    }

    private static ErrorKind kind(IOException failure) {
        var text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return switch (failure) {
            case SocketTimeoutException slow -> ErrorKind.TIMEOUT;
            case NoRouteToHostException away -> ErrorKind.NO_ROUTE;
            case SSLException insecure -> ErrorKind.TLS;
            case EOFException ended -> ErrorKind.RESET;
            case GarbledAnswer other -> ErrorKind.PROTOCOL;
            case InterruptedIOException stopped -> ErrorKind.TIMEOUT;
            case ConnectException connect when text.contains("refused") -> ErrorKind.REFUSED;
            case ConnectException connect when text.contains("timed out") -> ErrorKind.TIMEOUT;
            case SocketException socket
            when text.contains("unreachable") || text.contains("no route") -> ErrorKind.NO_ROUTE;
            default -> ErrorKind.RESET;
        };
    }

    private static String sentence(ErrorKind kind, String where) {
        return switch (kind) {
            case TIMEOUT -> "The camera did not answer in time at " + where + ".";
            case NO_ROUTE -> "There is no way to the camera's network at " + where + ".";
            case TLS -> "The camera's encrypted connection could not be set up at " + where + ".";
            case PROTOCOL -> "What answers at " + where + " does not speak the protocol of its address.";
            case REFUSED -> "The camera refused the connection at " + where + ".";
            default -> "The camera closed the connection at " + where + ".";
        };
    }
}
