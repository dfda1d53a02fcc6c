// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import lat.enlace.bytes.Bytes;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.HitBody;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireException.Code;
import lat.enlace.wire.batch.Bounds;

/// Dispatches to bytes and back (docs/spec/dispatch.md).
///
/// The bytes are what is committed to, sent and kept: whoever holds them never writes them again
/// from the typed form. Reading is strict; writing the same dispatch gives the same bytes.
public final class DispatchCodec {
  private DispatchCodec() {}

  /// The bytes of {@code dispatch}. Times of statements are cut to whole milliseconds.
  ///
  /// @throws WireException TOO_LARGE beyond 64 KiB; VALUE_INVALID if a text is not well-formed
  ///   Unicode or a time lies outside the years 0000 to 9999
  public static Bytes encode(Dispatch dispatch) throws WireException {
    Bytes bytes = write(dispatch, 0);
    if (dispatch.body() instanceof HitBody.Answer) {
      bytes = write(dispatch, AnswerForm.padding(bytes.size()));
    }
    if (bytes.size() > Bounds.MAX_CONTENT_BYTES) {
      throw new WireException(Code.TOO_LARGE);
    }
    return bytes;
  }

  private static Bytes write(Dispatch dispatch, int padding) throws WireException {
    return JsonForm.write(
        Json.Obj.empty()
            .with("header", HeaderForm.write(dispatch.header()))
            .with("body", BodyForm.write(dispatch.body(), padding)));
  }

  /// The dispatch of {@code bytes}, whose proof was verified before (invariant I2).
  ///
  /// @throws WireException with the code of what is wrong; the first fault found in the order size,
  ///   JSON, kind, version, basis, header, body
  public static Dispatch decode(Bytes bytes) throws WireException {
    if (bytes.size() > Bounds.MAX_CONTENT_BYTES) {
      throw new WireException(Code.TOO_LARGE);
    }
    try {
      Fields root = new Fields(JsonForm.read(bytes));
      Header header = HeaderForm.read(root.object("header"));
      Body body = BodyForm.read(header.kind(), root.object("body"));
      root.finish();
      if (body instanceof HitBody.Answer && bytes.size() != AnswerForm.SIZE_BYTES) {
        throw new WireException(Code.ANSWER_SIZE);
      }
      return new Dispatch(header, body);
    } catch (IllegalArgumentException e) {
      // A constructor of the model refused a value; its words may quote it, so they end here.
      throw new WireException(Code.VALUE_INVALID);
    }
  }
}
