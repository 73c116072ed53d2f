import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import type { ContentFields } from "../../content-fields.ts";
import { kindOf } from "../../contract.ts";
import { inSlices } from "../../language/in-slices.ts";
import { languageJudge, type Yardstick } from "../../language/judge-language.ts";
import type { Recording } from "../../language/parts-of.ts";
import type { Remark } from "../../language/remark.ts";

/** Typing has paused for so long, in milliseconds, before the text is judged. */
const PAUSE = 800;

/** Remarks on the text as it is written; null until it was judged once. */
export function useRemarks(
  kind: string,
  fields: ContentFields,
  recordings: readonly Recording[],
  yardstick: Yardstick | null,
): Remark[] | null {
  const [{ title, summary, body, imageAlt, own, media, aiUse }] = useDebouncedValue(fields, PAUSE);
  const { words, ended, deadLinks } = yardstick ?? {};
  const judge = useMemo(
    () => words && ended && languageJudge({ words, ended, ...(deadLinks && { deadLinks }) }),
    [words, ended, deadLinks],
  );
  const [remarks, setRemarks] = useState<Remark[] | null>(null);
  useEffect(() => {
    if (!judge) return;
    let isStopped = false;
    const beside = { imageAlt, own, media, aiUse, recordings };
    const text = { kind: kindOf(kind), title, summary, body, ...beside };
    void inSlices(judge(text), () => isStopped).then((found) => {
      if (found && !isStopped) setRemarks(found);
    });
    return () => {
      isStopped = true;
    };
  }, [judge, kind, title, summary, body, imageAlt, own, media, aiUse, recordings]);
  return remarks;
}
