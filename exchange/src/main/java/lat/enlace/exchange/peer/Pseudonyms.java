// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.OfficerPseudonym;

/// One pseudonym per officer and partner: HMAC-SHA-256 of both under a secret of this node, so that
/// two partners cannot tell that they deal with the same officer. Only this node maps it back.
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";

  private final Bytes secret;

  /// With the node's secret.
  public Pseudonyms(Bytes secret) {
    this.secret = secret;
  }

  /// The pseudonym of {@code officer} towards {@code partner}, kept so that the rights officer can
  /// map it back.
  public OfficerPseudonym of(Work work, NodeId partner, OfficerId officer) {
    OfficerPseudonym pseudonym = new OfficerPseudonym(keyed(Keys.of("officer", partner, officer)));
    work.put(Store.Space.META, Keys.of("pseudonym", pseudonym), Stored.of(officer.value()));
    return pseudonym;
  }

  /// Whose it is.
  public Optional<OfficerId> officer(Work work, OfficerPseudonym pseudonym) {
    return work.get(Store.Space.META, Keys.of("pseudonym", pseudonym), String.class)
        .map(OfficerId::new);
  }

  /// A keyed digest of {@code text}, for row keys that must not show what they stand for.
  public String keyed(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.toArray(), ALGORITHM));
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }
}
