// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
// An independent HPKE with X-Wing: reads one JSON request on standard input, writes one answer.
import { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { XWing } from "@hpke/hybridkem-x-wing";

const bytes = (hex) => new Uint8Array(Buffer.from(hex, "hex"));
const hex = (buffer) => Buffer.from(buffer).toString("hex");

const input = [];
for await (const chunk of process.stdin) input.push(chunk);
const request = JSON.parse(Buffer.concat(input).toString("utf8"));

const suite = new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const info = bytes(request.info);
if (request.do === "seal") {
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytes(request.publicKey));
  const sender = await suite.createSenderContext({ recipientPublicKey, info });
  const ciphertext = await sender.seal(bytes(request.plaintext));
  console.log(JSON.stringify({ enc: hex(sender.enc), ciphertext: hex(ciphertext) }));
} else {
  const recipientKey = await suite.kem.deserializePrivateKey(bytes(request.privateKey));
  const recipient = await suite.createRecipientContext({ recipientKey, info, enc: bytes(request.enc) });
  console.log(JSON.stringify({ plaintext: hex(await recipient.open(bytes(request.ciphertext))) }));
}
