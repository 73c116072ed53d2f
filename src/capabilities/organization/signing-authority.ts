import type { AgencyKind } from "./agency.ts";

/** How somebody signs: as the head, as acting head, in the head's place, by order, by delegated power. */
export const signingForms = ["head", "Q", "KT", "TL", "TUQ"] as const;
export type SigningForm = (typeof signingForms)[number];

export const signingFormLabels: Record<SigningForm, string> = {
  head: "Người đứng đầu",
  Q: "Q. (quyền người đứng đầu)",
  KT: "KT. (ký thay)",
  TL: "TL. (thừa lệnh)",
  TUQ: "TUQ. (thừa ủy quyền)",
};

export const signingScopes = ["all", "report", "plan", "document", "guidance", "content"] as const;
export type SigningScope = (typeof signingScopes)[number];
export type NamedScope = Exclude<SigningScope, "all">;

export const signingScopeLabels: Record<SigningScope, string> = {
  all: "Mọi văn bản",
  report: "Báo cáo",
  plan: "Kế hoạch",
  document: "Văn bản đi khác",
  guidance: "Hướng dẫn đơn vị",
  content: "Duyệt tin, bài",
};

/** What is signed, within a sentence: "chưa ai có thẩm quyền ký kế hoạch". */
export const scopeInWords: Record<NamedScope, string> = {
  report: "báo cáo",
  plan: "kế hoạch",
  document: "văn bản đi",
  guidance: "hướng dẫn đơn vị",
  content: "duyệt tin, bài",
};

/** True for those who sign in the name of somebody else, and so with a title of their own. */
export const isDeputy = (form: SigningForm): boolean => form === "KT" || form === "TL" || form === "TUQ";

/**
 * The lines above a signature, in capitals, as Decree 30/2020 has them: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]. A people's
 * committee is a collective body: its head, and whoever signs in the head's place, signs on its behalf (TM.).
 */
export function signatureLines(
  { form, headTitle, ownTitle }: { form: SigningForm; headTitle: string; ownTitle: string | null },
  kind: AgencyKind,
): string[] {
  const capitals = (text: string) => text.trim().toLocaleUpperCase("vi");
  const onBehalf = kind !== "department" && form !== "TL" && form !== "TUQ" ? ["TM. ỦY BAN NHÂN DÂN"] : [];
  const prefix = form === "head" ? "" : `${form}. `;
  return [...onBehalf, `${prefix}${capitals(headTitle)}`, ...(ownTitle ? [capitals(ownTitle)] : [])];
}
