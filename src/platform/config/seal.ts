import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { readSecrets } from "./secrets.ts";

/** A text sealed with the installation's own secret, which is not in the database. */
export const sealText = (secretFile: string, text: string): Promise<string> =>
  symmetricEncrypt({ key: readSecrets(secretFile).auth, data: text });

/** @throws where it was sealed with another secret, or changed since */
export const openText = (secretFile: string, sealed: string): Promise<string> =>
  symmetricDecrypt({ key: readSecrets(secretFile).auth, data: sealed });
