import { Button, Group, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type MergeChoice, MergeTexts } from "#ui/merge-texts.tsx";
import { SaveStateLine } from "#ui/save-state.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { useAutosave } from "#ui/use-autosave.ts";
import { joinedReports, type ReportText } from "../report-text.ts";
import { api, type ReportView, type TextVersion } from "./api.ts";
import { KeepNumber, type KeptNumber } from "./keep-number.tsx";
import { PlainText } from "./plain-text.tsx";
import { TextFields } from "./text-fields.tsx";
import { draftKey, type Start } from "./text-start.ts";

/** Whether a refused save says that somebody has reviewed the report meanwhile. */
const fallsWithReview = (error: unknown): boolean =>
  (error as { data?: { reviewed?: boolean } } | null)?.data?.reviewed === true;

/** The text of a report, section by section, saved as it is typed; every saving is a version of its own. */
export function TextEditor({ report, start }: { report: ReportView; start: Start }) {
  const { id } = report;
  const queries = useQueryClient();
  // A new number makes the fields anew, with the text that was chosen.
  const [edition, setEdition] = useState(0);
  const [text, setText] = useState(start.text);
  const [keeping, setKeeping] = useState<KeptNumber | null>(null);
  const latest = useRef(text);
  const takesReviewBack = useRef(report.state === "reviewed");
  const save = useCallback(
    async ({ saveId, base, text: typed }: { saveId: string; base: string; text: ReportText }) => {
      const saved = await api.reports.edit.call({
        id,
        saveId,
        baseId: base,
        text: typed,
        takesReviewBack: takesReviewBack.current,
      });
      takesReviewBack.current = false;
      queries.setQueryData(api.reports.get.queryKey({ input: { id } }), saved);
      void queries.invalidateQueries({ queryKey: api.reports.versions.key() });
      return saved.text!;
    },
    [id, queries],
  );
  const { state, change, flush, resume } = useAutosave<ReportText, TextVersion>({
    key: draftKey(id),
    base: start.base,
    save,
  });
  useShortcuts([{ keys: "mod+s", label: "Lưu ngay văn bản báo cáo", run: () => void flush() }]);
  useEffect(() => {
    if (start.unsaved) change(start.text);
  }, [start, change]);
  const edit = (next: ReportText) => {
    latest.current = next;
    setText(next);
    change(next);
  };
  const choose = async (theirs: TextVersion, choice: MergeChoice) => {
    const mine = latest.current;
    const chosen = { mine, theirs: theirs.content, both: joinedReports(mine, theirs.content) }[choice];
    latest.current = chosen;
    setText(chosen);
    setEdition((number) => number + 1);
    if (choice === "theirs") {
      // Mine becomes a version of its own before theirs goes on: it stays in the history.
      resume(theirs, mine);
      await flush();
      change(chosen);
    } else resume(theirs, chosen);
  };
  return (
    <Stack gap="md" maw="52rem">
      {state.kind === "stale" && (
        <MergeTexts
          theirs={{
            number: state.theirs.version,
            by: state.theirs.writtenBy,
            at: state.theirs.writtenAt,
          }}
          mineView={<PlainText text={text} />}
          theirsView={<PlainText text={state.theirs.content} />}
          onChoose={(choice) => void choose(state.theirs, choice)}
        />
      )}
      <SaveStateLine state={state} retry={() => void flush()} />
      {state.kind === "refused" && fallsWithReview(state.error) && (
        <Button
          w="fit-content"
          variant="default"
          onClick={() => {
            takesReviewBack.current = true;
            void flush();
          }}
        >
          Vẫn sửa, báo cáo phải soát lại
        </Button>
      )}
      <Text size="sm" c="gray.8">
        Mỗi dòng là một đoạn; dòng bắt đầu bằng “- ” là gạch đầu dòng. Mục lớn có các mục bên dưới thì có thể
        để trống.
      </Text>
      <TextFields
        key={edition}
        report={report}
        text={text}
        onChange={edit}
        onKeep={(number) => {
          // The reason is kept for the text that the server has.
          void flush();
          setKeeping(number);
        }}
      />
      <KeepNumber id={id} number={keeping} onClose={() => setKeeping(null)} />
      <Group gap="sm">
        <Button variant="default" onClick={() => void flush()}>
          Lưu ngay
        </Button>
        <Text size="sm" c="gray.7">
          Văn bản tự lưu khi bạn ngừng gõ.
        </Text>
      </Group>
    </Stack>
  );
}
