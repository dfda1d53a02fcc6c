// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The key and certificate this node shows to its peers: ECDSA on P-256, signed by itself. Nobody
/// trusts the certificate for its issuer; peers know the hash of its key from the node record.
public final class TlsIdentity {
  /// How long a certificate lives.
  public static final Duration LIFE = Duration.ofDays(397);

  private static final String PREFIX = "tls-";
  private static final String REPLACED = "replaced-tls-";
  private static final int NAME_BYTES = 8;
  private static final int MAX_BYTES = 1 << 16;
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);

  private final PrivateKey privateKey;
  private final X509Certificate certificate;

  private TlsIdentity(PrivateKey privateKey, X509Certificate certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
  }

  /// Makes a key and a certificate for `host`, valid from a day before `now`.
  public static TlsIdentity create(String host, Instant now, SecureRandom random) {
    return create(host, now.minus(CLOCK_SKEW), now.plus(LIFE), random);
  }

  /// Makes a key and a certificate with the given term.
  public static TlsIdentity create(String host, Instant from, Instant until, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=" + host);
      byte[] encoded =
          new JcaX509v3CertificateBuilder(
                  name,
                  new BigInteger(64, random).setBit(63),
                  Date.from(from),
                  Date.from(until),
                  name,
                  pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(
                  Extension.subjectAlternativeName,
                  false,
                  new GeneralNames(new GeneralName(GeneralName.dNSName, host)))
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
              .getEncoded();
      return new TlsIdentity(pair.getPrivate(), parse(Bytes.copyOf(encoded)));
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("every Java platform has ECDSA on P-256", e);
    }
  }

  /// Reads what {@link #store} wrote and {@link #replace} left, the one that ends first first.
  public static List<TlsIdentity> all(Vault vault) throws KeysException {
    return read(vault, PREFIX);
  }

  /// Those that no coming node record names.
  static List<TlsIdentity> replaced(Vault vault) throws KeysException {
    return read(vault, REPLACED);
  }

  /// Puts key and certificate into the vault.
  public void store(Vault vault) throws KeysException {
    store(vault, PREFIX);
  }

  /// Keeps the key only to tell partners that know no other: no coming node record names it.
  public void replace(Vault vault) throws KeysException {
    store(vault, REPLACED);
    vault.destroy(name(PREFIX));
  }

  /// Destroys those that have ended by `now`: nobody accepts them any more.
  public static void destroyEnded(Vault vault, Instant now) throws KeysException {
    for (String prefix : List.of(PREFIX, REPLACED)) {
      for (TlsIdentity one : read(vault, prefix)) {
        if (!now.isBefore(one.until())) {
          vault.destroy(one.name(prefix));
        }
      }
    }
  }

  private void store(Vault vault, String prefix) throws KeysException {
    try {
      vault.put(
          name(prefix),
          new ByteWriter()
              .sized(Bytes.copyOf(privateKey.getEncoded()))
              .sized(Bytes.copyOf(certificate.getEncoded()))
              .toBytes());
    } catch (GeneralSecurityException e) {
      throw new KeysException(KeysException.Code.FAILED, PREFIX, e);
    }
  }

  private String name(String prefix) {
    return prefix + pin().value().slice(0, NAME_BYTES).hex();
  }

  private static List<TlsIdentity> read(Vault vault, String prefix) throws KeysException {
    List<TlsIdentity> found = new ArrayList<>();
    for (String name : vault.names()) {
      if (name.startsWith(prefix)) {
        found.add(load(name, vault.require(name)));
      }
    }
    found.sort(Comparator.comparing(TlsIdentity::until));
    return List.copyOf(found);
  }

  private static TlsIdentity load(String name, Bytes stored) throws KeysException {
    try {
      ByteReader reader = new ByteReader(stored);
      Bytes key = reader.readSized(MAX_BYTES);
      Bytes encoded = reader.readSized(MAX_BYTES);
      reader.finish();
      return new TlsIdentity(
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key.toArray())),
          parse(encoded));
    } catch (GeneralSecurityException | MalformedBytesException e) {
      throw new KeysException(KeysException.Code.NOT_UNLOCKED, name, e);
    }
  }

  /// The certificate.
  public X509Certificate certificate() {
    return certificate;
  }

  /// When the certificate ends.
  public Instant until() {
    return certificate.getNotAfter().toInstant();
  }

  /// The private key.
  public PrivateKey privateKey() {
    return privateKey;
  }

  /// The hash that the node record names.
  public Hash pin() {
    return pinOf(certificate);
  }

  /// SHA-256 of the SubjectPublicKeyInfo of `certificate` (RFC 7469, section 2.4).
  public static Hash pinOf(Certificate certificate) {
    return Hash.sha256(Bytes.copyOf(certificate.getPublicKey().getEncoded()));
  }

  private static X509Certificate parse(Bytes encoded) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded.toArray()));
  }
}
