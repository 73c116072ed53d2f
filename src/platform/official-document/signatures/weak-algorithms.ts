import type { KeyObject } from "node:crypto";
import { type AlgorithmIdentifier, RSASSAPSSParams } from "pkijs";

/** Digests and signatures that can be forged: MD5 and SHA-1, alone, with RSA, with ECDSA, with DSA. */
const weak = new Set([
  "1.2.840.113549.2.5",
  "1.3.14.3.2.26",
  "1.2.840.113549.1.1.4",
  "1.2.840.113549.1.1.5",
  "1.3.14.3.2.29",
  "1.2.840.10045.4.1",
  "1.2.840.10040.4.3",
]);
const RSA_PSS = "1.2.840.113549.1.1.10";

/** Whether an algorithm is no longer good enough for a signature. */
export function isWeak({ algorithmId, algorithmParams }: AlgorithmIdentifier): boolean {
  if (weak.has(algorithmId)) return true;
  if (algorithmId !== RSA_PSS) return false;
  // Without a word of its own it means SHA-1.
  const parameters = new RSASSAPSSParams(algorithmParams ? { schema: algorithmParams } : {});
  return weak.has(parameters.hashAlgorithm.algorithmId);
}

/** Whether a key can be broken for its length. */
export function shortKey(key: KeyObject): boolean {
  const { modulusLength } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa" || key.asymmetricKeyType === "rsa-pss")
    return (modulusLength ?? 0) < 2048;
  return key.asymmetricKeyType !== "ec";
}
