// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Files go between two whole nodes, over real TLS, HTTP and disks.
class AttachmentsTest {
  private static final long MANY_BYTES = (24L << 20) + 12_345;

  @TempDir Path folder;
  private NodePair pair;
  private FileStory story;
  private RunningNode co;
  private RunningNode ve;

  @BeforeEach
  void start() throws Exception {
    pair = new NodePair(folder).make();
    story = new FileStory(pair);
    co = pair.start("CO");
    ve = pair.start("VE");
    story.raise(co, ve);
  }

  @AfterEach
  void stop() {
    ve.close();
    co.close();
  }

  @Test
  void file_comesWholeIsReadReportedAndRecalledAtBothEnds() throws Exception {
    JsonNode stored = story.stored(FileStory.pdf(1, MANY_BYTES));
    String digest = stored.get("digest").asString();
    String item = story.given(stored);
    HttpResponse<InputStream> read = story.awaited(item, digest);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().firstValue("content-disposition").orElse(""))
        .isEqualTo("attachment; filename=\"" + digest.substring(0, 16) + ".pdf\"");
    assertThat(read.headers().firstValue("x-content-type-options")).contains("nosniff");
    assertThat(read.headers().firstValueAsLong("content-length")).hasValue(MANY_BYTES);
    assertThat(FileStory.difference(read.body(), FileStory.pdf(1, MANY_BYTES))).isEqualTo(-1);
    JsonNode given =
        SampleQuestion.await(
            story.duty("CO"), "/given", list -> list.get(0).get("readings").size() > 0);
    assertThat(given.get(0).get("readings").get(0).get("reason").asString())
        .isEqualTo("para el expediente");
    assertThat(clear("CO") + clear("VE")).isZero();
    story.duty("CO").post("/recalls", Map.of("item", item, "action", "erase", "reason", "error"));
    SampleQuestion.await(
        story.duty("CO"), "/recalls", list -> list.get(0).get("state").asString().equals("acted"));
    try (InputStream gone = story.read(item, digest).body()) {
      assertThat(new String(gone.readAllBytes(), StandardCharsets.UTF_8)).contains("NOT_FOUND");
    }
    assertThat(story.analyst().get("/attachments").size()).isZero();
    ve.close();
    co.close();
    co = pair.start("CO");
    ve = pair.start("VE");
    awaitFiles("CO", 0);
    awaitFiles("VE", 0);
  }

  @Test
  void file_cutShortOnDiskIsFetchedOnFromTheFirstMissingChunk() throws Exception {
    JsonNode stored = story.stored(FileStory.pdf(2, MANY_BYTES));
    ve.close();
    String item = story.given(stored);
    ve = pair.start("VE");
    awaitFiles("VE", 1);
    ve.close();
    try (RandomAccessFile file = new RandomAccessFile(files("VE").getFirst().toFile(), "rw")) {
      // What a power cut leaves: the end is torn and a page was never written.
      file.setLength(file.length() * 2 / 3 + 17);
      file.seek(file.length() / 3);
      file.write(new byte[4096]);
    }
    ve = pair.start("VE");
    HttpResponse<InputStream> read = story.awaited(item, stored.get("digest").asString());
    assertThat(FileStory.difference(read.body(), FileStory.pdf(2, MANY_BYTES))).isEqualTo(-1);
  }

  @Test
  void file_ofAnotherTypeOrOfNoneIsNotTaken() throws Exception {
    refused("pdf", "4d5a90000300000004000000ffff0000", "TYPE_REFUSED");
    refused("text", "7f454c4602010100", "TYPE_REFUSED");
    refused("text", hex("#!/bin/sh\nrm -rf /\n"), "TYPE_REFUSED");
    refused("text", hex("<html><script>"), "TYPE_REFUSED");
    refused("pdf", "89504e470d0a1a0a0000", "TYPE_DIFFERS");
    refused("text", hex("%PDF-1.7\n"), "TYPE_DIFFERS");
    refused("pdf", "", "ATTACHMENT_CUT_SHORT");
    assertThat(files("CO")).isEmpty();
  }

  @Test
  void archive_isMarkedAndWaitsForAnAgreementThatOpensWhatItMayHold() throws Exception {
    InputStream zip = new ByteArrayInputStream(HexFormat.of().parseHex("504b030400000000"));
    HttpResponse<String> stored = story.store("analyst", "zip", zip);
    assertThat(stored.body()).contains("\"archive\":true").contains("\"property\":\"recording\"");
    String value = story.analyst().get("/attachments").get(0).get("value").asString();
    JsonNode sent = story.analyst().post("/spontaneous", FileStory.naming("recording", value));
    assertThat(sent.get("state").asString()).isEqualTo("refused-here");
  }

  @Test
  void item_namesOnlyWhatItsAgencyStored() throws Exception {
    String unknown = "pdf 1000 " + "ab".repeat(32);
    for (String value : List.of(unknown, "pdf", "somewhere/else.pdf")) {
      HttpResponse<String> answer =
          story
              .analyst()
              .send(
                  "POST",
                  "/api/v1/spontaneous",
                  RestCaller.json(FileStory.naming("attachment", value)));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("INVALID_FORM");
    }
    assertThat(story.analyst().get("/spontaneous").size()).isZero();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private void refused(String type, String hex, String code) throws Exception {
    HttpResponse<String> answer =
        story.store("analyst", type, new ByteArrayInputStream(HexFormat.of().parseHex(hex)));
    assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(answer.body()).contains(code);
  }

  private List<Path> files(String state) throws IOException {
    Path folder = pair.folder(state).attachments();
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private void awaitFiles(String state, int count) throws Exception {
    for (int tries = 0; files(state).size() != count && tries < 200; tries++) {
      Thread.sleep(100);
    }
    assertThat(files(state)).hasSize(count);
  }

  /// How many files of a node show what they hold.
  private long clear(String state) throws IOException {
    long clear = 0;
    for (Path file : files(state)) {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      clear += bytes.contains("%PDF-1.7") ? 1 : 0;
    }
    return clear;
  }
}
