import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { Integer, ObjectIdentifier, OctetString, Sequence, UTCTime } from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from "pkijs";
import type { Identity } from "./identity.fixture.ts";
import { PdfFile } from "./pdf-file.ts";
import { formFields } from "./signature-fields.ts";

const digestOf = (hash: string, bytes: Uint8Array) =>
  new Uint8Array(createHash(hash.replace("-", "")).update(bytes).digest());

const octets = (bytes: Uint8Array) => new OctetString({ valueHex: new Uint8Array(bytes).buffer });

export interface Signing {
  signer: Identity;
  chain?: Identity[];
  hash?: string;
  at?: string;
  subFilter?: string;
  /** Another certificate of the same key to be put in its place. */
  swapped?: Certificate;
  stampedBy?: Identity;
  stampedAt?: string;
  /** Carries its content within. */
  attached?: Uint8Array;
  bound?: boolean;
}

const containerOf = (signed: SignedData): Uint8Array =>
  new Uint8Array(
    new ContentInfo({ contentType: "1.2.840.113549.1.7.2", content: signed.toSchema(true) })
      .toSchema()
      .toBER(),
  );

async function signedData(
  content: Uint8Array,
  type: string,
  { signer, chain = [], hash = "SHA-256", at = "2026-11-02T08:00:00Z", bound = true }: Signing,
): Promise<SignedData> {
  const { certificate, key } = signer;
  const der = new Uint8Array(certificate.toSchema(true).toBER());
  const attributes = [
    new Attribute({ type: "1.2.840.113549.1.9.3", values: [new ObjectIdentifier({ value: type })] }),
    new Attribute({ type: "1.2.840.113549.1.9.5", values: [new UTCTime({ valueDate: new Date(at) })] }),
    new Attribute({ type: "1.2.840.113549.1.9.4", values: [octets(digestOf(hash, content))] }),
    ...(bound
      ? [
          new Attribute({
            type: "1.2.840.113549.1.9.16.2.47",
            values: [
              new Sequence({
                value: [
                  new Sequence({ value: [new Sequence({ value: [octets(digestOf("SHA-256", der))] })] }),
                ],
              }),
            ],
          }),
        ]
      : []),
  ];
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: type }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: [certificate, ...chain.map((one) => one.certificate)],
  });
  await signed.sign(key as CryptoKey, 0, hash, new Uint8Array(content).buffer);
  return signed;
}

/** The signature (CMS) of some bytes. */
async function signatureOver(content: Uint8Array, signing: Signing): Promise<Uint8Array> {
  if (signing.subFilter === "ETSI.RFC3161") return stampOver(content, signing.signer, signing.at);
  const signed = await signedData(content, "1.2.840.113549.1.7.1", signing);
  if (signing.attached) signed.encapContentInfo.eContent = octets(signing.attached);
  if (signing.swapped) signed.certificates![0] = signing.swapped;
  if (signing.stampedBy) {
    const value = signed.signerInfos[0]!.signature.valueBlock.valueHexView;
    const token = await stampOver(value, signing.stampedBy, signing.stampedAt);
    signed.signerInfos[0]!.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [
        new Attribute({
          type: "1.2.840.113549.1.9.16.2.14",
          values: [ContentInfo.fromBER(new Uint8Array(token).buffer).toSchema()],
        }),
      ],
    });
  }
  return containerOf(signed);
}

async function stampOver(
  content: Uint8Array,
  signer: Identity,
  at = "2026-11-02T08:00:05Z",
): Promise<Uint8Array> {
  const info = new TSTInfo({
    version: 1,
    policy: "1.2.3",
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: "2.16.840.1.101.3.4.2.1" }),
      hashedMessage: octets(digestOf("SHA-256", content)),
    }),
    serialNumber: new Integer({ value: 1 }),
    genTime: new Date(at),
  });
  const inner = new Uint8Array(info.toSchema().toBER());
  const signed = await signedData(inner, "1.2.840.113549.1.9.16.1.4", { signer, at });
  signed.encapContentInfo.eContent = octets(inner);
  return containerOf(signed);
}

/** Room for a signature, in bytes. */
const ROOM = 6000;

const digits = (value: number) => String(value).padStart(10, "0");

/** The numbers of what an update may add to: the form's fields and the first page's annotations. */
const fieldsOf = (file: PdfFile) => formFields(file).map(({ number }) => number);

/** The objects of an update that adds a signature to a sample file, as signing programs write them. */
export function updateFor(before: Buffer, { subFilter = "adbe.pkcs7.detached", extra = "" } = {}) {
  const file = new PdfFile(before);
  const size = file.trailer.get("Size") as number;
  const fields = [...fieldsOf(file), size + 1].map((number) => `${number} 0 R`).join(" ");
  const pages = file.numbers().includes(3) ? 3 : 0;
  return {
    size,
    sig: size,
    objects: new Map<number, string>([
      [1, `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields}] /SigFlags 3 >> >>`],
      [pages, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [${fields}] >>`],
      [
        size,
        `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M (D:20261102150000+07'00') ${extra}/ByteRange [0 ${digits(0)} ${digits(0)} ${digits(0)}] /Contents <${"0".repeat(ROOM * 2)}> >>`,
      ],
      [
        size + 1,
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Chu ky ${size}) /V ${size} 0 R /P 3 0 R /Rect [0 0 0 0] >>`,
      ],
    ]),
  };
}

/** Appends objects to a file as an update with a table of its own. */
export function appended(before: Buffer, objects: Map<number, string>): Buffer {
  const file = new PdfFile(before);
  let text = before.toString("latin1");
  let table = "";
  for (const [number, body] of objects) {
    table += `${number} 1\n${digits(text.length)} 00000 n \n`;
    text += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(
    file.trailer.get("Size") as number,
    ...[...objects.keys()].map((number) => number + 1),
  );
  const start = text.length;
  text += `xref\n${table}trailer\n<< /Size ${size} /Root 1 0 R /Prev ${file.startsAt} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** The same, its objects packed in a stream of objects but for the signature, as many programs write them. */
export function appendedPacked(before: Buffer, objects: Map<number, string>): Buffer {
  const file = new PdfFile(before);
  const size = Math.max(
    file.trailer.get("Size") as number,
    ...[...objects.keys()].map((number) => number + 1),
  );
  let text = before.toString("latin1");
  const rows: number[][] = [];
  const packed: [number, string][] = [];
  for (const [number, body] of objects)
    if (/ByteRange|stream/u.test(body)) {
      rows.push([number, 1, text.length, 0]);
      text += `${number} 0 obj\n${body}\nendobj\n`;
    } else {
      rows.push([number, 2, size, packed.length]);
      packed.push([number, `${body} `]);
    }
  let at = 0;
  const heads = packed.map(([number, body]) => {
    at += body.length;
    return `${number} ${at - body.length} `;
  });
  const inside = deflateSync(Buffer.from(heads.join("") + packed.map(([, body]) => body).join(""), "latin1"));
  rows.push([size, 1, text.length, 0]);
  text += `${size} 0 obj\n<< /Type /ObjStm /N ${packed.length} /First ${heads.join("").length} /Filter /FlateDecode /Length ${inside.length} >>\nstream\n${inside.toString("latin1")}\nendstream\nendobj\n`;
  const start = text.length;
  rows.push([size + 1, 1, start, 0]);
  const table = deflateSync(
    Buffer.concat(
      rows.map(([, kind, place, index]) => {
        const row = Buffer.alloc(7);
        row.writeUInt8(kind!, 0);
        row.writeUInt32BE(place!, 1);
        row.writeUInt16BE(index!, 5);
        return row;
      }),
    ),
  );
  text += `${size + 1} 0 obj\n<< /Type /XRef /Size ${size + 2} /Index [${rows.map(([number]) => `${number} 1`).join(" ")}] /W [1 4 2] /Root 1 0 R /Prev ${file.startsAt} /Filter /FlateDecode /Length ${table.length} >>\nstream\n${table.toString("latin1")}\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** Puts the range and the signature into the room that an update left for them. */
export async function fill(unsigned: Buffer, signing: Signing): Promise<Buffer> {
  const text = unsigned.toString("latin1");
  const range = text.lastIndexOf("/ByteRange [0 ") + "/ByteRange [0 ".length;
  const from = text.indexOf("/Contents <", range) + "/Contents ".length;
  const to = text.indexOf(">", from) + 1;
  const ranged = Buffer.from(unsigned);
  ranged.write(`${digits(from)} ${digits(to)} ${digits(unsigned.length - to)}`, range, "latin1");
  const covered = Buffer.concat([ranged.subarray(0, from), ranged.subarray(to)]);
  const signature = Buffer.from(await signatureOver(covered, signing)).toString("hex");
  ranged.write(signature, from + 1, "latin1");
  return ranged;
}

/** A sample file with one more signature. */
export function signPdf(before: Buffer, signing: Signing, extra = ""): Promise<Buffer> {
  const { subFilter = "adbe.pkcs7.detached" } = signing;
  return fill(appended(before, updateFor(before, { subFilter, extra }).objects), { ...signing, subFilter });
}
