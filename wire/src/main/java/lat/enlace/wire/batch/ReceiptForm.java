// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import java.util.List;
import java.util.regex.Pattern;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.NodeId;
import lat.enlace.wire.ErrorCode;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireTime;

/// The lines of a receipt, in fixed order, each ended by a line feed.
final class ReceiptForm {
  private static final String VERSION = "enlace-receipt/1";
  private static final List<String> LABELS =
      List.of("sender ", "index ", "leaf ", "receiver ", "received ", "outcome ");
  private static final String ACCEPTED = "accepted";
  private static final String REFUSED = "refused:";
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,18}");
  private static final int MAX_BYTES = 1024;

  private ReceiptForm() {}

  static Bytes write(Receipt receipt) throws WireException {
    String outcome =
        switch (receipt.outcome()) {
          case Receipt.Outcome.Accepted() -> ACCEPTED;
          case Receipt.Outcome.Refused(ErrorCode code) -> REFUSED + code.value();
        };
    List<String> values =
        List.of(
            receipt.sender().value(),
            Long.toString(receipt.senderIndex()),
            receipt.senderLeaf().base64(),
            receipt.receiver().value(),
            WireTime.write(receipt.receivedAt()),
            outcome);
    StringBuilder text = new StringBuilder(VERSION).append('\n');
    for (int i = 0; i < LABELS.size(); i++) {
      text.append(LABELS.get(i)).append(values.get(i)).append('\n');
    }
    return Bytes.utf8(text.toString());
  }

  static Receipt read(Bytes bytes) throws WireException {
    if (bytes.size() > MAX_BYTES) {
      throw new WireException(WireException.Code.TOO_LARGE);
    }
    try {
      Receipt receipt = receipt(bytes.text());
      if (!write(receipt).equals(bytes)) {
        throw new WireException(WireException.Code.NOT_CANONICAL);
      }
      return receipt;
    } catch (MalformedBytesException | IllegalArgumentException e) {
      throw Frame.refused(e);
    }
  }

  private static Receipt receipt(String text) throws WireException, MalformedBytesException {
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(VERSION)) {
      throw new WireException(WireException.Code.UNKNOWN_PROTOCOL);
    }
    if (lines.length != LABELS.size() + 2) {
      throw new WireException(WireException.Code.MALFORMED);
    }
    return new Receipt(
        new NodeId(value(lines, 0)),
        index(value(lines, 1)),
        Hash.fromBase64(value(lines, 2)),
        new NodeId(value(lines, 3)),
        WireTime.parse(value(lines, 4)),
        outcome(value(lines, 5)));
  }

  private static String value(String[] lines, int field) throws WireException {
    String line = lines[field + 1];
    String label = LABELS.get(field);
    if (!line.startsWith(label)) {
      throw new WireException(WireException.Code.MALFORMED);
    }
    return line.substring(label.length());
  }

  private static long index(String text) throws WireException {
    if (!INDEX.matcher(text).matches()) {
      throw new WireException(WireException.Code.MALFORMED);
    }
    // Beyond 2^63 - 1 this throws NumberFormatException, which read() refuses.
    return Long.parseLong(text);
  }

  private static Receipt.Outcome outcome(String text) throws WireException {
    if (text.equals(ACCEPTED)) {
      return new Receipt.Outcome.Accepted();
    }
    if (text.startsWith(REFUSED)) {
      return new Receipt.Outcome.Refused(ErrorCode.parse(text.substring(REFUSED.length())));
    }
    throw new WireException(WireException.Code.MALFORMED);
  }
}
