package dev.dbpreflight.connect;

import dev.dbpreflight.connect.HttpProbe.Outcome.NoReply;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/**
 * Turns what goes wrong on the way to an address into a reason and a next step, without the text of
 * the exception: it may quote the address, and that may hold a password.
 */
final class HttpProblems {
  private HttpProblems() {}

  static NoReply noReply(Exception thrown) {
    return switch (thrown) {
      case UnknownHostException unknown ->
          new NoReply("cannot be asked: nobody knows the host", "correct the name of the host");
      case ConnectException refused ->
          new NoReply(
              "cannot be asked: nothing listens there",
              "start the application, or correct host and port");
      case NoRouteToHostException lost ->
          new NoReply("cannot be asked: there is no way to the host", "check the network");
      case SocketTimeoutException slow ->
          new NoReply(
              "does not answer in time",
              "look whether the application is up and how long it takes to answer");
      case SSLException tls ->
          new NoReply(
              "cannot be asked: its certificate is not trusted, or it speaks no TLS",
              "check the certificate and its issuer; for plain HTTP write http://");
      default ->
          new NoReply(
              "breaks the answer off", "look into the log of the application for the reason");
    };
  }
}
