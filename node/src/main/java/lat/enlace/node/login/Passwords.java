// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.login;

import java.util.Locale;
import java.util.Set;
import lat.enlace.model.OfficerId;
import lat.enlace.node.keys.HashTurns;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Password hashes: Argon2id (RFC 9106) with a random salt, 19 MiB, two passes, one lane. They are
/// computed in turn, so that a storm of logins cannot take the memory of the node.
public final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 200;
  private static final Set<String> COMMON =
      Set.of(
          "123456789012",
          "1234567890123",
          "administrador",
          "administrator",
          "contraseña123",
          "contrasena123",
          "passwordpassword",
          "password1234",
          "password12345",
          "qwertyuiop123",
          "qwertyuiopasdf");

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);
  private final HashTurns turns;
  private final String nobody;

  /// In turn with whatever else takes `turns`.
  public Passwords(HashTurns turns) {
    this.turns = turns;
    this.nobody = hash("nobody has this password");
  }

  /// The hash of `password`.
  public String hash(String password) {
    return turns.take(() -> String.valueOf(encoder.encode(password)));
  }

  /// True if `password` is the one hashed. One that is too long for any account is refused, at the
  /// same cost.
  public boolean matches(String password, String hash) {
    boolean possible = password.length() <= MAX_LENGTH;
    String tried = possible ? password : password.substring(0, MAX_LENGTH);
    return turns.take(() -> encoder.matches(tried, hash)) && possible;
  }

  /// Takes as long as {@link #matches}, so that an account that is not there cannot be told by the
  /// time its refusal takes.
  public void matchNobody(String password) {
    matches(password, nobody);
  }

  /// Checks a new password (NIST SP 800-63B: length, not composition).
  ///
  /// @throws LoginException with code WEAK_PASSWORD
  public void require(OfficerId id, String password) throws LoginException {
    String lower = password.toLowerCase(Locale.ROOT);
    boolean weak =
        password.length() < MIN_LENGTH
            || password.length() > MAX_LENGTH
            || COMMON.contains(lower)
            || lower.contains(id.value())
            || password.chars().distinct().count() < 5;
    if (weak) {
      throw new LoginException(LoginException.Code.WEAK_PASSWORD);
    }
  }
}
