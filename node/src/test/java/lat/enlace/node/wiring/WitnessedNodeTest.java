// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.AccountDeed;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Records;
import lat.enlace.ledger.Checkpoint;
import lat.enlace.ledger.CosignRequest;
import lat.enlace.ledger.LogKeys;
import lat.enlace.ledger.LogLease;
import lat.enlace.ledger.LogSigner;
import lat.enlace.ledger.LogStorage;
import lat.enlace.ledger.Origin;
import lat.enlace.ledger.ProofPolicy;
import lat.enlace.ledger.Quorum;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.TlogProof;
import lat.enlace.ledger.TreeHash;
import lat.enlace.ledger.TrustedKeys;
import lat.enlace.ledger.Witness;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.node.witness.Cosigning;
import lat.enlace.node.witness.WitnessFolder;
import lat.enlace.node.witness.WitnessServer;
import lat.enlace.note.KeyName;
import lat.enlace.note.Note;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node whose heads a witness of a university cosigns, over real HTTP.
class WitnessedNodeTest {
  @TempDir private Path folder;
  @TempDir private Path data;
  private NodePair pair;
  private WitnessFolder university;
  private VerifierKey key;
  private LogLease lease;
  private WitnessServer server;

  @BeforeEach
  void start() throws Exception {
    pair = new NodePair(folder).make();
    university = new WitnessFolder(data.resolve("witness"));
    key = university.create(new KeyName("universidad.example/w"), new SecureRandom()).verifierKey();
    university.follow(Bytes.copyOf(Files.readAllBytes(keysFile())));
    LogStorage memory = university.memory();
    lease = memory.lease();
    server =
        WitnessServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new Witness(university.key(), university.follows(), memory, InstantSource.system()));
    Files.writeString(
        pair.folder("CO").settings(),
        "witness.1.url = http://127.0.0.1:"
            + server.port()
            + "\nwitness.1.key = "
            + key.text()
            + "\n",
        StandardOpenOption.APPEND);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    lease.close();
  }

  @Test
  void proofs_carryTheWitnessesWord() throws Exception {
    try (OpenNode open = pair.open("CO");
        RunningNode running = RunningNode.start(open)) {
      Records.Proof proof = witnessed(open);

      TlogProof read = TlogProof.parse(proof.proof());
      TrustedKeys trusted = TrustedKeys.parse(proof.verifierKeys());
      assertThat(trusted.quorum()).isEqualTo(1);
      Origin origin = read.checkpoint().checkpoint().origin();
      ProofPolicy policy = trusted.policyFor(origin);
      policy.log().verify(read.checkpoint());
      assertThat(policy.quorum().verify(read.checkpoint())).hasSize(1);
      assertThat(running.peerPort()).isPositive();
    }
  }

  /// Asked for the first time by a node that has lost its memory of where the witness left off.
  @Test
  void node_goesOnWhereTheWitnessLeftOff() throws Exception {
    for (int time = 0; time < 2; time++) {
      try (OpenNode open = pair.open("CO");
          Cosigning often =
              new Cosigning(open.core(), open.settings().witnesses(), Duration.ofMillis(100))) {
        long before = lastSize();
        enterSomething(open);
        often.start();
        Instant until = Instant.now().plusSeconds(60);
        while (lastSize() <= before) {
          assertThat(Instant.now()).isBefore(until);
          Thread.sleep(100);
        }
      }
    }
  }

  @Test
  void keep_refusesAHeadThatNobodyCosigned() throws Exception {
    try (OpenNode open = pair.open("CO")) {
      Quorum quorum = new Quorum(List.of(key), 1);
      assertThatThrownBy(() ->
              open.core()
                  .with(exchange -> {
                    exchange.witnessing().keep(exchange.witnessing().head(), quorum);
                    return true;
                  }))
          .isInstanceOfSatisfying(
              ExchangeException.class,
              e -> assertThat(e.code()).isEqualTo(ExchangeException.Code.NOT_TRUSTED));
    }
  }

  /// The road of the protocol, spoken by hand.
  @Test
  void witness_answersAsTheProtocolSays() throws Exception {
    SignedCheckpoint head;
    List<Hash> path;
    try (OpenNode open = pair.open("CO")) {
      head = open.core().with(exchange -> exchange.witnessing().head());
      SignedCheckpoint later = head;
      path = open.core().with(exchange -> exchange.witnessing().path(1, later));
    }
    Bytes good = new CosignRequest(0, List.of(), head).bytes();

    HttpResponse<String> cosigned = post(good);
    assertThat(cosigned.statusCode()).isEqualTo(200);
    assertThat(cosigned.body()).startsWith("— universidad.example/w ").endsWith("\n");
    HttpResponse<String> again = post(good);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.headers().firstValue("content-type")).contains("text/x.tlog.size");
    assertThat(again.body()).isEqualTo(head.checkpoint().size() + "\n");
    assertThat(post(new CosignRequest(head.checkpoint().size(), path, head).bytes()).statusCode())
        .isEqualTo(422);
    assertThat(
            post(new CosignRequest(head.checkpoint().size() + 1, path, head).bytes()).statusCode())
        .isEqualTo(400);
    assertThat(post(Bytes.utf8("old nothing\n\n")).statusCode()).isEqualTo(400);
    assertThat(post(Bytes.copyOf(new byte[1 << 19])).statusCode()).isEqualTo(413);
    assertThat(post(unsigned(head)).statusCode()).isEqualTo(403);
    assertThat(post(other(head)).statusCode()).isEqualTo(404);
    assertThat(send(HttpRequest.newBuilder(call()).GET().build()).statusCode()).isEqualTo(405);
  }

  /// A node that shows two histories: the witness keeps both heads, which convict it.
  @Test
  void witness_keepsBothHeadsOfALogThatForks() throws Exception {
    SignedCheckpoint head;
    SignedCheckpoint fork;
    LogKeys keys;
    try (OpenNode open = pair.open("CO")) {
      head = open.core().with(exchange -> exchange.witnessing().head());
      Checkpoint one = head.checkpoint();
      Hash root = TreeHash.leaf(Bytes.utf8("another history"));
      Checkpoint two = new Checkpoint(one.origin(), one.size(), root);
      LogSigner signer = open.keyring().logSigner();
      Note note =
          Note.unsigned(two.text())
              .sign(signer.ed25519(), Instant.now())
              .sign(signer.mlDsa44(), Instant.now());
      fork = SignedCheckpoint.of(note);
      keys = signer.keys();
    }
    assertThat(post(new CosignRequest(0, List.of(), head).bytes()).statusCode()).isEqualTo(200);
    long size = head.checkpoint().size();
    assertThat(post(new CosignRequest(size, List.of(), fork).bytes()).statusCode()).isEqualTo(422);

    Bytes evidence =
        Bytes.copyOf(Files.readAllBytes(university.evidence(head.checkpoint().origin())));
    assertThat(evidence).isEqualTo(Bytes.concat(head.bytes(), fork.bytes()));
    keys.verify(head);
    keys.verify(fork);
  }

  private Records.Proof witnessed(OpenNode open) throws Exception {
    Instant until = Instant.now().plusSeconds(60);
    while (true) {
      Optional<Records.Proof> proof =
          open.core()
              .with(exchange ->
                  exchange.records().prove(NodePair.officer("CO", "r", Role.RIGHTS_OFFICER), 0));
      if (proof.isPresent() && proof.get().verifierKeys().text().contains(key.text())) {
        return proof.get();
      }
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(100);
    }
  }

  private static void enterSomething(OpenNode open) throws Exception {
    OfficerId officer = new OfficerId("console");
    open.core()
        .with(exchange -> {
          exchange.records().enterAccount(officer, AccountDeed.FIRST, officer);
          return true;
        });
  }

  private long lastSize() throws Exception {
    Origin origin = university.follows().getFirst().origin();
    Witness witness =
        new Witness(
            university.key(), university.follows(), university.memory(), InstantSource.system());
    return witness.last(origin).map(head -> head.checkpoint().size()).orElse(0L);
  }

  private Path keysFile() {
    return pair.folder("CO").root().resolve("ledger.vkeys");
  }

  private Bytes unsigned(SignedCheckpoint head) throws Exception {
    Note bare = Note.unsigned(head.checkpoint().text());
    SigningKey stranger =
        new WitnessFolder(data.resolve("other"))
            .create(new KeyName("otra.example/w"), new SecureRandom());
    Note note = bare.sign(stranger, Instant.now());
    return new CosignRequest(0, List.of(), SignedCheckpoint.of(note)).bytes();
  }

  private Bytes other(SignedCheckpoint head) throws Exception {
    Checkpoint one = head.checkpoint();
    Checkpoint two = new Checkpoint(Origin.parse("zz.example/enlace"), one.size(), one.root());
    Note note = new Note(two.text(), head.note().signatures());
    return new CosignRequest(0, List.of(), SignedCheckpoint.of(note)).bytes();
  }

  private URI call() {
    return URI.create("http://127.0.0.1:" + server.port() + "/add-checkpoint");
  }

  private HttpResponse<String> post(Bytes body) throws Exception {
    return send(
        HttpRequest.newBuilder(call())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toArray()))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }
}
