import { webcrypto } from "node:crypto";
import { BitString, Integer, Utf8String } from "asn1js";
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, ExtKeyUsage } from "pkijs";

type Scheme = "rsa" | "pss" | "ecdsa";

export interface Identity {
  certificate: Certificate;
  key: webcrypto.CryptoKey;
  pem: string;
}

const schemes: Record<Scheme, (hash: string) => webcrypto.RsaHashedKeyGenParams | webcrypto.EcKeyGenParams> =
  {
    rsa: (hash) => rsa("RSASSA-PKCS1-v1_5", hash),
    pss: (hash) => rsa("RSA-PSS", hash),
    ecdsa: () => ({ name: "ECDSA", namedCurve: "P-256" }),
  };
const rsa = (name: string, hash: string) => ({
  name,
  hash,
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
});

const nameOf = (type: string, value: string) =>
  new AttributeTypeAndValue({ type, value: new Utf8String({ value }) });

let serial = 0;

/** A key and its certificate, made here and now; issued by `issuer`, or by itself. */
export async function identity(
  name: string,
  {
    issuer,
    ca = false,
    scheme = "ecdsa",
    hash = "SHA-256",
    from = "2026-01-01",
    to = "2029-01-01",
    stamps = false,
    room,
    subject = [nameOf("2.5.4.3", name), nameOf("2.5.4.10", "Sở Mẫu")],
  }: {
    issuer?: Identity;
    ca?: boolean;
    scheme?: Scheme;
    hash?: string;
    from?: string;
    to?: string;
    stamps?: boolean;
    room?: number;
    subject?: AttributeTypeAndValue[];
  } = {},
): Promise<Identity> {
  const keys = (await webcrypto.subtle.generateKey(schemes[scheme](hash), true, [
    "sign",
    "verify",
  ])) as webcrypto.CryptoKeyPair;
  const certificate = new Certificate();
  serial += 1;
  certificate.version = 2;
  certificate.serialNumber = new Integer({ value: serial });
  certificate.subject.typesAndValues = subject;
  certificate.issuer.typesAndValues = issuer?.certificate.subject.typesAndValues ?? subject;
  certificate.notBefore.value = new Date(`${from}T00:00:00Z`);
  certificate.notAfter.value = new Date(`${to}T00:00:00Z`);
  const usage = new BitString({ valueHex: new Uint8Array([ca ? 0b0000_0110 : 0b1100_0000]).buffer });
  const extension = (extnID: string, critical: boolean, value: { toSchema(): { toBER(): ArrayBuffer } }) =>
    new Extension({ extnID, critical, extnValue: value.toSchema().toBER() });
  certificate.extensions = [
    extension(
      "2.5.29.19",
      true,
      new BasicConstraints({ cA: ca, ...(room !== undefined && { pathLenConstraint: room }) }),
    ),
    extension("2.5.29.15", true, { toSchema: () => usage }),
    ...(stamps
      ? [extension("2.5.29.37", true, new ExtKeyUsage({ keyPurposes: ["1.3.6.1.5.5.7.3.8"] }))]
      : []),
  ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey);
  await certificate.sign((issuer?.key ?? keys.privateKey) as CryptoKey, hash);
  const der = Buffer.from(certificate.toSchema(true).toBER()).toString("base64");
  const pem = `-----BEGIN CERTIFICATE-----\n${der.match(/.{1,64}/gu)!.join("\n")}\n-----END CERTIFICATE-----\n`;
  return { certificate, key: keys.privateKey, pem };
}
