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
import java.util.Date;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
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

  private static final String KEY_NAME = "tls";
  private static final String CERTIFICATE_NAME = "tls-certificate";
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

  /// Reads what {@link #store} wrote.
  public static TlsIdentity load(Vault vault) throws KeysException {
    try {
      PrivateKey key =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(vault.require(KEY_NAME).toArray()));
      return new TlsIdentity(key, parse(vault.require(CERTIFICATE_NAME)));
    } catch (GeneralSecurityException e) {
      throw new KeysException(KeysException.Code.NOT_UNLOCKED, KEY_NAME, e);
    }
  }

  /// Puts key and certificate into the vault.
  public void store(Vault vault) throws KeysException {
    vault.put(KEY_NAME, Bytes.copyOf(privateKey.getEncoded()));
    try {
      vault.put(CERTIFICATE_NAME, Bytes.copyOf(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new KeysException(KeysException.Code.FAILED, CERTIFICATE_NAME, e);
    }
  }

  /// The certificate.
  public X509Certificate certificate() {
    return certificate;
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
