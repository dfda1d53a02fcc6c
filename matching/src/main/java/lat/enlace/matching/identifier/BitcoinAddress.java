// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/// Addresses of the Bitcoin main network: Base58Check with version 0 or 5, or Bech32 and Bech32m
/// for witness programs. A program of version 1 or later is taken with the checksum of BIP 173 too:
/// wallets wrote such before BIP 350.
final class BitcoinAddress {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final String BASE32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };
  private static final int BECH32M = 0x2bc830a3;
  private static final int CHECKSUM_BYTES = 4;
  private static final int WHOLE_BYTES = 25;

  private BitcoinAddress() {}

  static Fault judge(String n) {
    if (n.isEmpty()) {
      return Fault.LENGTH;
    }
    if ("13".indexOf(n.charAt(0)) >= 0) {
      return base58(n);
    }
    String small = n.toLowerCase(Locale.ROOT);
    if (!small.startsWith("bc1")) {
      return Fault.COMPONENT;
    }
    boolean mixed = !n.equals(small) && !n.equals(n.toUpperCase(Locale.ROOT));
    // Judged in small letters; whether both cases are mixed is a fault of writing.
    return mixed ? mixedCase(small) : bech32(small);
  }

  private static Fault mixedCase(String small) {
    Fault fault = bech32(small);
    return fault == Fault.NONE ? Fault.CHARACTERS : fault;
  }

  private static Fault base58(String n) {
    if (n.length() < 26 || n.length() > 35) {
      return Fault.LENGTH;
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < n.length(); i++) {
      int digit = BASE58.indexOf(n.charAt(i));
      if (digit < 0) {
        return Fault.CHARACTERS;
      }
      value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    byte[] number = value.toByteArray();
    if (number.length > WHOLE_BYTES + 1 || (number.length > WHOLE_BYTES && number[0] != 0)) {
      return Fault.LENGTH;
    }
    byte[] whole = new byte[WHOLE_BYTES];
    int kept = Math.min(number.length, WHOLE_BYTES);
    System.arraycopy(number, number.length - kept, whole, WHOLE_BYTES - kept, kept);
    byte[] digest = sha256(sha256(Arrays.copyOf(whole, WHOLE_BYTES - CHECKSUM_BYTES)));
    boolean fits =
        Arrays.equals(digest, 0, CHECKSUM_BYTES, whole, WHOLE_BYTES - CHECKSUM_BYTES, WHOLE_BYTES);
    return whole[0] == 0 || whole[0] == 5 ? Digits.when(fits) : Fault.COMPONENT;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Fault bech32(String n) {
    String data = n.substring(3);
    if (data.chars().anyMatch(c -> BASE32.indexOf(c) < 0)) {
      return Fault.CHARACTERS;
    }
    if (data.length() < 7) {
      return Fault.LENGTH;
    }
    int version = BASE32.indexOf(data.charAt(0));
    int constant = polymod(n.substring(0, 2), data);
    boolean fits = constant == 1 || (version > 0 && constant == BECH32M);
    if (!fits) {
      return Fault.CHECKSUM;
    }
    int bits = (data.length() - 7) * 5;
    int bytes = bits / 8;
    boolean length = bits % 8 < 5 && bytes >= 2 && bytes <= 40;
    if (!length || (version == 0 && bytes != 20 && bytes != 32)) {
      return Fault.LENGTH;
    }
    return version <= 16 ? Fault.NONE : Fault.COMPONENT;
  }

  private static int polymod(String prefix, String data) {
    int state = 1;
    for (int i = 0; i < prefix.length(); i++) {
      state = step(state, prefix.charAt(i) >> 5);
    }
    state = step(state, 0);
    for (int i = 0; i < prefix.length(); i++) {
      state = step(state, prefix.charAt(i) & 31);
    }
    for (int i = 0; i < data.length(); i++) {
      state = step(state, BASE32.indexOf(data.charAt(i)));
    }
    return state;
  }

  private static int step(int state, int value) {
    int top = state >>> 25;
    int next = ((state & 0x1ffffff) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      next ^= ((top >> i) & 1) == 1 ? GENERATOR[i] : 0;
    }
    return next;
  }
}
