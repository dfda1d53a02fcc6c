// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The vectors of transparency-dev/merkle: what must pass passes, what must fail is refused, none
/// left out.
class PublishedMerkleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  /// Checks one vector, or throws.
  private interface Checking {
    void check(JsonNode vector) throws LedgerException, MalformedBytesException;
  }

  @TestFactory
  Stream<DynamicTest> inclusion() throws Exception {
    return cases(
        "inclusion",
        98,
        v ->
            new InclusionProof(size(v, "leafIdx"), size(v, "treeSize"), path(v))
                .check(hash(v, "leafHash"), hash(v, "root")));
  }

  @TestFactory
  Stream<DynamicTest> consistency() throws Exception {
    return cases(
        "consistency",
        95,
        v ->
            new ConsistencyProof(size(v, "size1"), size(v, "size2"), path(v))
                .check(hash(v, "root1"), hash(v, "root2")));
  }

  @TestFactory
  Stream<DynamicTest> subtreeInclusion() throws Exception {
    return cases(
        "subtreeinclusion",
        200,
        v ->
            new Subtree(size(v, "start"), size(v, "end"))
                .checkInclusion(size(v, "leafIdx"), path(v), hash(v, "leafHash"), hash(v, "root")));
  }

  @TestFactory
  Stream<DynamicTest> subtreeConsistency() throws Exception {
    return cases(
        "subtreeconsistency",
        90,
        v ->
            new Subtree(size(v, "start"), size(v, "end"))
                .checkConsistency(size(v, "size"), path(v), hash(v, "root1"), hash(v, "root2")));
  }

  private static Stream<DynamicTest> cases(String kind, int atLeast, Checking checking)
      throws Exception {
    Path folder = SharedData.vectors("transparency-dev+merkle/testdata").resolve(kind);
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(atLeast);
    return files.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                folder.relativize(file).toString(),
                () -> compare(JSON.readTree(file.toFile()), checking)));
  }

  private static void compare(JsonNode vector, Checking checking) throws Exception {
    boolean refused = false;
    try {
      checking.check(vector);
    } catch (LedgerException | MalformedBytesException e) {
      refused = true;
    }
    assertThat(refused).isEqualTo(vector.get("wantErr").asBoolean());
  }

  /// Sizes beyond 63 bits cannot be said in our types: any reader refuses them as this does.
  private static long size(JsonNode vector, String field) throws MalformedBytesException {
    BigInteger value = vector.get(field).bigIntegerValue();
    if (value.compareTo(MAX) > 0) {
      throw new MalformedBytesException(MalformedBytesException.Code.TOO_LARGE);
    }
    return value.longValueExact();
  }

  /// A few vectors write words where a root stands, and one of them must pass: the digest of the
  /// words stands in for them there.
  private static Hash hash(JsonNode vector, String field) throws MalformedBytesException {
    Bytes value = Bytes.fromBase64(vector.get(field).asString());
    boolean words = value.startsWith(Bytes.utf8("don't care"));
    return words ? Hash.sha256(value) : Hash.parse(value);
  }

  private static List<Hash> path(JsonNode vector) throws MalformedBytesException {
    List<Hash> path = new ArrayList<>();
    for (JsonNode node : vector.get("proof")) {
      path.add(Hash.fromBase64(node.asString()));
    }
    return path;
  }
}
