// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange;

import java.time.Instant;
import java.util.List;
import lat.enlace.model.Coded;
import lat.enlace.model.DispatchId;
import lat.enlace.model.NodeId;
import lat.enlace.model.RequestType;

/// Something that is perhaps the same as a request: the same type, and a name or number in common,
/// by keyed digests (docs/spec/requests.md, "Perhaps the same"). A hint for a person; nothing is
/// ever blocked by it.
///
/// @param channel through which it came or went
/// @param request its id, where it went through this network: none or one
/// @param with the other side of it: none or one
/// @param sameEnquiry true if it names the same enquiry
public record Alike(
    Channel channel,
    RequestType type,
    Instant at,
    List<DispatchId> request,
    List<NodeId> with,
    boolean sameEnquiry) {
  /// How requests travel.
  public enum Channel implements Coded {
    /// Received here through this network.
    RECEIVED("received"),
    /// Sent from here through this network.
    SENT("sent"),
    /// INTERPOL.
    INTERPOL("interpol"),
    /// A regional police organisation.
    REGIONAL("regional"),
    /// Mutual legal assistance between central authorities.
    LEGAL_ASSISTANCE("legal-assistance"),
    /// A liaison officer.
    LIAISON("liaison"),
    /// Letter, telephone or mail.
    DIRECT("direct");

    private final String code;

    Channel(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }

    /// True for the channels that an officer may note.
    public boolean isOther() {
      return this != RECEIVED && this != SENT;
    }
  }

  /// Copies.
  public Alike {
    request = List.copyOf(request);
    with = List.copyOf(with);
  }
}
