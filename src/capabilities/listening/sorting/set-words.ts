import { contentThemes } from "#plan/contract";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sourcePolicy } from "../sources/policy.ts";
import { listeningWords } from "../tables.ts";
import { ANEW_DAYS, sortAnew, wordsOf } from "./sort-items.ts";

/** Says by which words an item is of a theme; what came lately is sorted anew. */
export async function setWords(
  work: Work,
  { theme, words }: { theme: string; words: string[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  sourcePolicy.permit(actor, "sort", { agencyId });
  if (!contentThemes.some(({ slug }) => slug === theme)) {
    const message = "Không có chủ đề này.";
    throw new Unacceptable(message, [{ field: "theme", message }]);
  }
  const kept = [...new Set(words.map((word) => word.normalize("NFC").replace(/\s+/g, " ").trim()))].filter(
    (word) => word !== "",
  );
  const before = (await wordsOf(tx, agencyId))[theme] ?? [];
  const said = { words: kept, setBy: personId, setAt: at };
  await tx
    .insert(listeningWords)
    .values({ agencyId, theme, ...said })
    .onConflictDoUpdate({ target: [listeningWords.agencyId, listeningWords.theme], set: said });
  await sortAnew(tx, agencyId, new Date(at.getTime() - ANEW_DAYS * 86_400_000));
  await work.record({
    ...{ act: "set-listening-words", objectKind: "listening-words", objectId: agencyId },
    ...{ before: { theme, words: before }, after: { theme, words: kept } },
  });
}
