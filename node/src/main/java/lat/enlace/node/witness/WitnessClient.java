// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.witness;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.ledger.CosignRequest;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.node.config.NodeSettings.WitnessAt;
import lat.enlace.note.NoteException;
import lat.enlace.note.NoteSignature;
import lat.enlace.workbench.Core;

/// Asks one witness to cosign heads of this node's log. Remembers where the witness left off; if it
/// forgot, the witness says so.
final class WitnessClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_BYTES = 1 << 16;
  private static final int CONFLICT = 409;

  private final HttpClient http;
  private final WitnessAt witness;
  private final Core core;
  private long left;

  WitnessClient(HttpClient http, WitnessAt witness, Core core) {
    this.http = http;
    this.witness = witness;
    this.core = core;
  }

  /// Who is asked.
  Quorum alone() {
    return new Quorum(List.of(witness.key()), 1);
  }

  /// The line by which the witness cosigns `head`.
  ///
  /// @throws UnwitnessedException if it does not
  NoteSignature cosign(SignedCheckpoint head)
      throws UnwitnessedException, ExchangeException, InterruptedException {
    Answer answer = ask(head);
    if (answer.status() == CONFLICT) {
      long told = number(answer.body());
      if (told > head.checkpoint().size()) {
        throw new UnwitnessedException(UnwitnessedException.Code.AHEAD);
      }
      left = told;
      answer = ask(head);
    }
    if (answer.status() != 200) {
      throw new UnwitnessedException(
          answer.status() == 422
              ? UnwitnessedException.Code.INCONSISTENT
              : UnwitnessedException.Code.REFUSED);
    }
    NoteSignature line = verified(head, answer.body());
    left = head.checkpoint().size();
    return line;
  }

  private record Answer(int status, Bytes body) {}

  private Answer ask(SignedCheckpoint head)
      throws UnwitnessedException, ExchangeException, InterruptedException {
    // The log may be a successor, which is shorter.
    long from = Math.min(left, head.checkpoint().size());
    CosignRequest request =
        new CosignRequest(
            from, core.with(exchange -> exchange.witnessing().path(from, head)), head);
    HttpRequest post =
        HttpRequest.newBuilder(call(witness.url()))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes().toArray()))
            .build();
    try {
      HttpResponse<InputStream> response = http.send(post, BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        return new Answer(response.statusCode(), Bytes.copyOf(in.readNBytes(MOST_BYTES)));
      }
    } catch (IOException e) {
      throw new UnwitnessedException(UnwitnessedException.Code.UNREACHABLE, e);
    }
  }

  private NoteSignature verified(SignedCheckpoint head, Bytes body) throws UnwitnessedException {
    try {
      for (String line : body.text().lines().toList()) {
        NoteSignature signature = NoteSignature.parse(line);
        boolean known =
            signature.name().equals(witness.key().name())
                && signature.id().equals(witness.key().id());
        if (known) {
          alone().verify(head.with(signature));
          return signature;
        }
      }
    } catch (MalformedBytesException | NoteException | LedgerException e) {
      throw new UnwitnessedException(UnwitnessedException.Code.FALSE_LINE, e);
    }
    throw new UnwitnessedException(UnwitnessedException.Code.FALSE_LINE);
  }

  private static long number(Bytes body) throws UnwitnessedException {
    try {
      return Math.max(0, Long.parseLong(body.text().strip()));
    } catch (MalformedBytesException | NumberFormatException e) {
      throw new UnwitnessedException(UnwitnessedException.Code.REFUSED, e);
    }
  }

  /// Where the witness listens: the address of the C2SP call below the URL of the settings.
  private static URI call(URI base) {
    String text = base.toString();
    return URI.create(text + (text.endsWith("/") ? "" : "/") + "add-checkpoint");
  }
}
