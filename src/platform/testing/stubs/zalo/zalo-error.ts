import type { StubAnswer } from "../stub-call.ts";

/** An answer that says no: always with status 200 (contract, section 3). */
export class ZaloError extends Error {
  readonly code: number;
  readonly answer: StubAnswer;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
    this.answer = { body: { error: code, message } };
  }
}

/** The OAuth host has a shape of its own. */
export class ConsentError extends ZaloError {
  override readonly answer: StubAnswer;

  constructor(code: number, name: string, reason: string) {
    super(code, name);
    this.answer = {
      body: {
        error: code,
        error_name: name,
        error_reason: reason,
        ref_doc: "https://developers.zalo.me/docs/social-api/tham-khao/ma-loi",
      },
    };
  }
}

export const badParameter = (message: string) => new ZaloError(-201, message);

export const done = (data: object): StubAnswer => ({ body: { data, error: 0, message: "Success" } });
