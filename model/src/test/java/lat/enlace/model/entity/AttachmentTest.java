// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.model.AttachmentType;
import lat.enlace.model.EntityId;
import lat.enlace.model.Grading;
import lat.enlace.model.StatementKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTest {
  private static final Hash DIGEST = Hash.sha256(Bytes.utf8("a sample"));

  @ParameterizedTest
  @EnumSource(AttachmentType.class)
  void parse_readsWhatValueWrites(AttachmentType type) {
    Attachment one = new Attachment(type, Attachment.MAX_BYTES, DIGEST);
    assertThat(Attachment.parse(one.value())).contains(one);
    assertThat(one.property())
        .isEqualTo(type.isRecording() ? Property.RECORDING : Property.ATTACHMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pdf",
        "pdf 1",
        "pdf 0 D",
        "pdf -1 D",
        "pdf 01 D",
        "pdf +1 D",
        "pdf 1073741825 D",
        "pdf 99999999999999999999 D",
        "exe 1 D",
        "PDF 1 D",
        " pdf 1 D",
        "pdf  1 D",
        "pdf 1 D ",
        "pdf 1 ab",
        "pdf 1 DD",
        "pdf 1 D\n"
      })
  void parse_rejectsEveryOtherForm(String value) {
    assertThat(Attachment.parse(value.replace("D", DIGEST.value().hex()))).isEmpty();
  }

  @Test
  void parse_rejectsUpperCaseDigits() {
    String upper = DIGEST.value().hex().toUpperCase(java.util.Locale.ROOT);
    assertThat(Attachment.parse("pdf 1 " + upper)).isEmpty();
  }

  @Test
  void chunks_coverTheWholeAndNoMore() {
    Attachment whole = new Attachment(AttachmentType.PDF, 2L * Attachment.CHUNK_BYTES, DIGEST);
    assertThat(whole.chunks()).isEqualTo(2);
    assertThat(whole.chunkBytes(1)).isEqualTo(Attachment.CHUNK_BYTES);
    Attachment more = new Attachment(AttachmentType.PDF, 2L * Attachment.CHUNK_BYTES + 1, DIGEST);
    assertThat(more.chunks()).isEqualTo(3);
    assertThat(more.chunkBytes(2)).isEqualTo(1);
    assertThat(new Attachment(AttachmentType.PDF, Attachment.MAX_BYTES, DIGEST).chunks())
        .isEqualTo(1024);
    assertThatThrownBy(() -> new Attachment(AttachmentType.PDF, 0, DIGEST))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void in_takesNoFileUnderThePropertyOfTheOtherKind() {
    String film = new Attachment(AttachmentType.MP4, 5, DIGEST).value();
    assertThat(Attachment.in(entity(Property.ATTACHMENT, film))).isEmpty();
    assertThat(Attachment.in(entity(Property.NOTES, film))).isEmpty();
    assertThat(Attachment.in(entity(Property.RECORDING, film))).hasSize(1);
  }

  private static Entity entity(Property property, String value) {
    return new Entity(
        new EntityId("e"),
        Schema.PERSON,
        List.of(
            new Statement(
                property, value, StatementKind.FACT, Grading.UNASSESSED, "a", Instant.EPOCH)));
  }
}
