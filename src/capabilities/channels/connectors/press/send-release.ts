import type { SendMailOptions } from "nodemailer";
import type { ConnectorCall, Found, Handles, Outcome, Recipient } from "../connector.ts";
import { enterServer } from "./enter-server.ts";
import { among, entry, type Standing, saidOf } from "./ledger.ts";
import { type PressSecret, pressSecret } from "./press-secret.ts";
import { pressWayIn } from "./press-way-in.ts";
import { attachedFiles, domainOf, releaseMail } from "./release-mail.ts";
import type { Handed } from "./send-mail.ts";

const MINUTES = [5, 15, 30, 60];
/** Who has not taken it after so many rounds, half a day and more, does not. */
const MOST_ROUNDS = 10;

const refusedEntry = (said: string): Outcome => ({
  outcome: "reauth",
  why: `Máy chủ thư không cho đăng nhập${said && ` (mã ${said})`}.`,
});

const notNow = (said: string, rounds: number): Outcome => ({
  outcome: "retry",
  why: `Máy chủ thư chưa nhận${said && ` (mã ${said})`}; nơi nào chưa nhận thì được gửi tiếp.`,
  after: MINUTES[Math.min(rounds, MINUTES.length - 1)]! * 60,
});

/** Who is in doubt, by their servers alone: addresses are not for the history. */
const domains = (recipients: Recipient[]): string =>
  [...new Set(recipients.map(({ address }) => address.split("@")[1]))].slice(0, 5).join(", ");

/** "Gửi được 12/15; 3 nơi không nhận." Null: everybody has it. */
function partly(handles: Handles, recipients: Recipient[]): string | null {
  const count = (...standings: Standing[]) => among(handles, recipients, standings).length;
  const told = [
    [count("refused"), "nơi không nhận"],
    [count("left"), "nơi đã thôi nhận"],
    [count("returned"), "nơi trả thư về"],
  ] as const;
  const rest = told.flatMap(([number, words]) => (number > 0 ? [`${number} ${words}`] : []));
  return rest.length === 0
    ? null
    : `Gửi được ${count("accepted", "doubt")}/${recipients.length}; ${rest.join(", ")}.`;
}

/** Where the release stands once nobody is left to write to. */
function closing({ handles, post }: ConnectorCall, secret: PressSecret, recipients: Recipient[]): Outcome {
  const waiting = among(handles, recipients, ["later"]);
  if (waiting.length > 0) return notNow(saidOf(handles, waiting[0]!), Number(handles.rounds ?? 0));
  const doubtful = among(handles, recipients, ["doubt"]);
  if (doubtful.length > 0)
    return {
      outcome: "unknown",
      why: `Mất liên lạc sau khi gửi ${doubtful.length} thư (${domains(doubtful)}): không rõ nơi ấy đã nhận chưa.`,
    };
  if (among(handles, recipients, ["accepted"]).length > 0) {
    const note = partly(handles, recipients);
    const remoteId = `${post.marker}@${domainOf(secret)}`;
    return { outcome: "done", remoteId, url: null, ...(note !== null && { note }) };
  }
  const refused = among(handles, recipients, ["refused", "returned"])[0];
  return {
    outcome: "rejected",
    why: refused
      ? `Không nơi nào nhận thư (mã ${saidOf(handles, refused) || "không rõ"}); hãy xem lại nơi nhận.`
      : "Mọi nơi được chọn đã thôi nhận thư; hãy chọn nơi nhận khác.",
  };
}

const STANDING = {
  accepted: "accepted",
  refused: "refused",
  later: "later",
  closed: "later",
  "locked-out": "later",
  doubt: "doubt",
} as const satisfies Record<Handed["as"], string>;

/**
 * One letter to each recipient, each written down before it is handed over. Who was reached is never written to
 * again; who is in doubt only when a person has said so, and nobody else is left.
 */
export async function sendLetters(
  call: ConnectorCall,
  recipients: Recipient[],
  /** What is written, made ready once there is somebody to write to. */
  prepare: (secret: PressSecret) => Promise<((to: Recipient) => SendMailOptions) | Outcome>,
): Promise<Outcome> {
  const { handles, keep, risky } = call;
  const secret = await pressWayIn(call);
  const put = (those: Recipient[], standing: Standing) =>
    those.length > 0
      ? keep(Object.assign({}, ...those.map((to) => entry(to, standing, saidOf(handles, to)))))
      : undefined;
  await put(
    among(handles, recipients, ["queued", "later"]).filter(({ isWilling }) => !isWilling),
    "left",
  );
  if (Number(handles.rounds ?? 0) >= MOST_ROUNDS) await put(among(handles, recipients, ["later"]), "refused");
  const fresh = among(handles, recipients, ["queued", "later"]);
  const due = fresh.length > 0 ? fresh : among(handles, recipients, ["doubt", "sending"]);
  if (due.length === 0) return closing(call, secret, recipients);
  const letterTo = await prepare(secret);
  if (typeof letterTo !== "function") return letterTo;
  const { way, barred } = await enterServer(call, secret);
  try {
    if (barred?.as === "locked-out") return refusedEntry(barred.said);
    if (barred) return notNow(barred.said, Number(handles.rounds ?? 0));
    await keep({ rounds: String(Number(handles.rounds ?? 0) + 1) });
    await risky();
    for (const to of due) {
      await keep(entry(to, "sending"));
      const handed = await way.send(letterTo(to));
      await keep(entry(to, STANDING[handed.as], handed.said));
      if (handed.as === "locked-out") return refusedEntry(handed.said);
      if (handed.as === "closed") break;
    }
  } finally {
    way.close();
  }
  await put(among(handles, recipients, ["queued"]), "later");
  return closing(call, secret, recipients);
}

/** The release, to all for whom it was frozen. */
export async function sendRelease(call: ConnectorCall): Promise<Outcome> {
  const recipients = await call.recipients();
  if (recipients.length === 0)
    return { outcome: "rejected", why: "Chưa chọn nơi nhận nào; hãy chọn nhóm nhận rồi cho gửi lại." };
  return sendLetters(call, recipients, async (secret) => {
    const unfit = (await call.attachments()).find((one) => one.unfit !== null);
    if (unfit)
      return {
        outcome: "rejected",
        why: `Tệp đính kèm “${unfit.fileName}” ${unfit.unfit} nên thư chưa gửi; hãy chọn lại tệp rồi cho gửi lại.`,
      };
    const files = await attachedFiles(call);
    return (to) => releaseMail(call, secret, to, files);
  });
}

/** After a death or a lost answer: who was not written to yet is; who is in doubt, no server can tell: a person does. */
export async function lookForLetters(call: ConnectorCall, recipients: Recipient[]): Promise<Found> {
  const { handles, keep, credentials } = call;
  const secret = pressSecret(await credentials.read());
  for (const to of among(handles, recipients, ["sending"])) await keep(entry(to, "doubt"));
  if (among(handles, recipients, ["queued", "later"]).length > 0) return { outcome: "absent" };
  const result = closing(call, secret, recipients);
  if (result.outcome === "done") return result;
  if (result.outcome !== "unknown") return { outcome: "absent" };
  return {
    outcome: "unknown",
    why: `${result.why} Cho gửi lại thì chỉ gửi tới nơi chưa rõ; coi như đã gửi thì không gửi nữa.`,
    askAgainIn: null,
  };
}

export const lookForRelease = async (call: ConnectorCall): Promise<Found> =>
  lookForLetters(call, await call.recipients());
