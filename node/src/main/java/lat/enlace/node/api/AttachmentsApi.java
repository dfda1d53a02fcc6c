// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.Attaching;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.AttachmentType;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ItemId;
import lat.enlace.model.Role;
import lat.enlace.node.attach.AttachmentException;
import lat.enlace.node.attach.Attachments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files that items name, in and out (docs/spec/attachments.md).
@RestController
@RequestMapping("/api/v1")
final class AttachmentsApi {
  private static final int NAME_DIGITS = 16;
  private static final String OTHERWISE = "Files are for analysts and duty officers.";

  private final Caller caller;
  private final Attachments attachments;

  AttachmentsApi(Caller caller, Attachments attachments) {
    this.caller = caller;
    this.attachments = attachments;
  }

  /// Stores a file, to be attached by the statement that comes back.
  @PostMapping(path = "/attachments", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  View store(@RequestParam @Nullable String type, HttpServletRequest request)
      throws ApiException, ExchangeException, AttachmentException, IOException {
    Officer by = caller.officerAs(OTHERWISE, Role.ANALYST, Role.DUTY_OFFICER);
    AttachmentType stated = Given.code(AttachmentType.class, type, "type");
    long announced = Math.max(0, request.getContentLengthLong());
    return View.of(attachments.take(by, stated, announced, request.getInputStream()));
  }

  /// Files that the officer's agency stored, newest first.
  @GetMapping("/attachments")
  List<View> list() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.attaching().own(by)).stream().map(View::of).toList();
  }

  /// Reads a file that an item names. The reading is on the ledger before the first byte leaves.
  @PostMapping("/items/{item}/attachments/{digest}/read")
  void read(
      @PathVariable String item,
      @PathVariable String digest,
      @RequestBody Reading reading,
      HttpServletResponse response)
      throws ApiException, ExchangeException, AttachmentException, IOException {
    Officer by = caller.officerAs(OTHERWISE, Role.ANALYST, Role.DUTY_OFFICER);
    ItemId id = Given.as(ItemId::new, item, "item");
    Hash named = digest(digest);
    CaseReference forCase = Given.as(CaseReference::new, reading.caseReference(), "caseReference");
    String why = Given.text(reading.reason(), "reason");
    Attaching.Wanted read = caller.with(core -> core.attaching().read(by, id, forCase, why, named));
    Bytes first = attachments.first(read);
    String name = digest.substring(0, NAME_DIGITS) + '.' + read.attachment().type().code();
    response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
    response.setContentLengthLong(read.attachment().size());
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
    response.setHeader("X-Content-Type-Options", "nosniff");
    attachments.give(read, first, response.getOutputStream());
  }

  private static Hash digest(String text) throws ApiException {
    try {
      return Hash.parse(Bytes.fromHex(text));
    } catch (MalformedBytesException e) {
      throw new ApiException("digest");
    }
  }

  record Reading(@Nullable String caseReference, @Nullable String reason) {}

  /// @param property and {@code value}: the statement that attaches it
  /// @param archive true if it may hold anything, because nobody unpacks it
  /// @param given to how many items it is attached
  record View(
      String property,
      String value,
      String type,
      long size,
      String digest,
      boolean archive,
      Instant at,
      int given) {
    static View of(Attaching.Own own) {
      return new View(
          own.attachment().property().name(),
          own.attachment().value(),
          own.attachment().type().code(),
          own.attachment().size(),
          own.attachment().digest().value().hex(),
          own.attachment().type().isArchive(),
          own.at(),
          own.given());
    }
  }
}
