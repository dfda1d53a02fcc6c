// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.SampleInstruments;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.note.KeyName;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import org.junit.jupiter.api.Test;

class NodeRecordTest {
  private static final NodeId NODE = new NodeId("co.example/enlace");
  private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");

  @Test
  void verify_acceptsWhatTheRootKeysSigned() throws Exception {
    NodeRecord nodeRecord = nodeRecord(1, START, 0);

    VerifiedNodeRecord verified = verified(nodeRecord);

    assertThat(verified.nodeRecord()).isEqualTo(nodeRecord);
    assertThat(verified.nodeRecord().keys().sealingAt(START)).isPresent();
  }

  @Test
  void verify_refusesWhenOneRootKeyIsMissing() throws Exception {
    Bytes note =
        SampleInstruments.signed(nodeRecord(1, START, 0).text(), List.of())
            .sign(SampleInstruments.rootKeys("co").getFirst(), SampleInstruments.NO_TIME)
            .bytes();

    assertRefused(note, InstrumentException.Code.MISSING_SIGNATURE);
  }

  @Test
  void verify_refusesAnotherNodesRecord() throws Exception {
    NodeRecord own = nodeRecord(1, START, 0);
    String name = "br.example/enlace";
    NodeRecord foreign =
        new NodeRecord(
            new NodeId(name),
            1,
            own.issued(),
            own.until(),
            new OperationalKeys(logKeys(name, 1), 0, own.keys().tls(), own.keys().sealing()),
            own.endpoints());

    assertRefused(
        SampleInstruments.signed(foreign.text(), List.of("co")).bytes(),
        InstrumentException.Code.NODE_RECORD);
  }

  @Test
  void read_refusesEveryTextButTheOneItWrites() throws Exception {
    String text = nodeRecord(1, START, 0).text();
    List<String> bad =
        List.of(
            text.replace("number 1", "number 01"),
            text.replace("number 1", "number +1"),
            text.replace("number 1", "number x"),
            text.replace("node co.", "node  co."),
            text.replace("enlace node-record/1", "enlace node-record/2"),
            text.replace("endpoint https://", "endpoint http://"),
            text.replace("2026-11-21T00:00:00Z", "2026-11-21T00:00:00.0Z"),
            text + "extra 1\n",
            text.replace("tls ", "tls  "),
            text.replaceAll("seal .*\n", ""),
            text.replaceAll("log .*\n", ""));

    for (String each : bad) {
      assertRefused(
          SampleInstruments.signed(each, List.of("co")).bytes(), InstrumentException.Code.TEXT);
    }
  }

  @Test
  void records_findTheKeysOfAnOldProofByItsTreeSize() throws Exception {
    NodeRecords records =
        NodeRecords.startingWith(verified(nodeRecord(1, START, 0)))
            .with(verified(nodeRecord(2, START.plusSeconds(60), 100)))
            .with(verified(nodeRecord(5, START.plusSeconds(120), 100)));

    assertThat(numberFor(records, 0)).isEqualTo(1);
    assertThat(numberFor(records, 99)).isEqualTo(1);
    assertThat(numberFor(records, 100)).isEqualTo(5);
    assertThat(numberFor(records, 1_000_000)).isEqualTo(5);
  }

  @Test
  void records_findTheOneInForceAtATime() throws Exception {
    NodeRecords records =
        NodeRecords.startingWith(verified(nodeRecord(1, START, 0)))
            .with(verified(nodeRecord(2, START.plusSeconds(60), 0)));

    assertThat(records.at(START.minusSeconds(1))).isEmpty();
    assertThat(records.at(START).orElseThrow().nodeRecord().number()).isEqualTo(1);
    assertThat(records.at(START.plusSeconds(60)).orElseThrow().nodeRecord().number()).isEqualTo(2);
    assertThat(records.at(START.plusSeconds(400L * 24 * 3600))).isEmpty();
  }

  @Test
  void records_refuseANumberThatDoesNotRise() throws Exception {
    NodeRecords records = NodeRecords.startingWith(verified(nodeRecord(2, START, 10)));

    assertNotNext(records, nodeRecord(2, START.plusSeconds(1), 10));
    assertNotNext(records, nodeRecord(1, START.plusSeconds(1), 10));
  }

  @Test
  void records_refuseKeysThatReachBack() throws Exception {
    NodeRecords records = NodeRecords.startingWith(verified(nodeRecord(2, START, 10)));

    assertNotNext(records, nodeRecord(3, START.plusSeconds(1), 9));
  }

  @Test
  void records_letAHigherNumberTakeThePlaceOfOneAnnouncedForLater() throws Exception {
    NodeRecords records =
        NodeRecords.startingWith(verified(nodeRecord(1, START, 0)))
            .with(verified(nodeRecord(2, START.plusSeconds(100), 0)))
            .with(verified(nodeRecord(3, START.plusSeconds(10), 0)));

    assertThat(records.at(START.plusSeconds(9)).orElseThrow().nodeRecord().number()).isEqualTo(1);
    assertThat(records.at(START.plusSeconds(10)).orElseThrow().nodeRecord().number()).isEqualTo(3);
    assertThat(records.at(START.plusSeconds(100)).orElseThrow().nodeRecord().number()).isEqualTo(3);
  }

  @Test
  void records_takeASuccessorThatNamesTheLogBefore_andOldProofsFindTheirRecord() throws Exception {
    EndedLog ended = new EndedLog(NODE.value(), 77, Hash.sha256(Bytes.utf8("root")));
    NodeRecord next = successor(2, START.plusSeconds(1), NODE.value() + "/2", ended);
    NodeRecords records =
        NodeRecords.startingWith(verified(nodeRecord(1, START, 0))).with(verified(next));

    assertThat(verified(next).nodeRecord()).isEqualTo(next);
    assertThat(numberFor(records, 50)).isEqualTo(1);
    assertThat(records.forHead(NODE.value() + "/2", 4).orElseThrow().nodeRecord().number())
        .isEqualTo(2);
    assertNotNext(records, nodeRecord(3, START.plusSeconds(2), 0));
  }

  @Test
  void records_refuseASuccessorOfAnotherLog() throws Exception {
    NodeRecords records = NodeRecords.startingWith(verified(nodeRecord(1, START, 0)));
    EndedLog other = new EndedLog(NODE.value() + "/3", 77, Hash.sha256(Bytes.utf8("root")));

    assertNotNext(records, successor(2, START.plusSeconds(1), NODE.value() + "/2", other));
  }

  @Test
  void nodeRecord_refusesALogThatIsNeitherTheFirstNorASuccessor() {
    EndedLog ended = new EndedLog(NODE.value(), 77, Hash.sha256(Bytes.utf8("root")));
    for (String origin : List.of("br.example/enlace", NODE + "/1", NODE + "/02", NODE + "/x")) {
      assertThatThrownBy(() -> successor(2, START, origin, ended))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> successor(2, START, NODE.value(), ended))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sealingKey_livesAtMostAWeek() {
    Bytes key = Bytes.copyOf(new byte[SealingTerm.SIZE_BYTES]);

    assertThatThrownBy(
            () -> new SealingTerm(key, START, START.plus(SealingTerm.MAX_LIFE).plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static long numberFor(NodeRecords records, long size) {
    return records.forHead(NODE.value(), size).orElseThrow().nodeRecord().number();
  }

  private static NodeRecord nodeRecord(long number, Instant issued, long fromTreeSize) {
    OperationalKeys keys =
        new OperationalKeys(
            logKeys(NODE.value(), number),
            fromTreeSize,
            List.of(Hash.sha256(Bytes.utf8("a certificate"))),
            List.of(
                new SealingTerm(
                    Bytes.copyOf(new byte[SealingTerm.SIZE_BYTES]),
                    issued,
                    issued.plus(SealingTerm.MAX_LIFE))));
    return new NodeRecord(
        NODE,
        number,
        issued,
        issued.plusSeconds(365L * 24 * 3600),
        keys,
        List.of(new Endpoint("https://co.example:8443")));
  }

  private static List<VerifierKey> logKeys(String origin, long number) {
    return List.of(
        logKey(origin, number, SignatureType.ED25519),
        logKey(origin, number, SignatureType.ML_DSA_44_COSIGNATURE));
  }

  private static VerifierKey logKey(String origin, long number, SignatureType type) {
    Bytes seed = Hash.sha256(Bytes.utf8("log key " + type + number)).value();
    return SigningKey.fromSeed(new KeyName(origin), type, seed).verifierKey();
  }

  private static NodeRecord successor(long number, Instant issued, String origin, EndedLog ended) {
    NodeRecord own = nodeRecord(number, issued, 0);
    return new NodeRecord(
        NODE,
        number,
        issued,
        own.until(),
        new OperationalKeys(logKeys(origin, number), 0, own.keys().tls(), own.keys().sealing()),
        List.of(ended),
        own.endpoints());
  }

  private static VerifiedNodeRecord verified(NodeRecord nodeRecord) throws Exception {
    return VerifiedNodeRecord.verify(
        SampleInstruments.signed(nodeRecord.text(), List.of("co")).bytes(), party());
  }

  private static Party party() throws Exception {
    return SampleInstruments.read("co-ve").party(new StateCode("CO")).orElseThrow();
  }

  private static void assertNotNext(NodeRecords records, NodeRecord next) throws Exception {
    VerifiedNodeRecord verified = verified(next);
    assertThatThrownBy(() -> records.with(verified))
        .isInstanceOfSatisfying(
            InstrumentException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(InstrumentException.Code.NODE_RECORD));
  }

  private static void assertRefused(Bytes note, InstrumentException.Code code) throws Exception {
    Party party = party();
    assertThatThrownBy(() -> VerifiedNodeRecord.verify(note, party))
        .isInstanceOfSatisfying(
            InstrumentException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
