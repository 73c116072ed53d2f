import { Button, Group, List, NumberInput, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { type MergeChoice, MergeTexts } from "#ui/merge-texts.tsx";
import { SaveStateLine } from "#ui/save-state.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { sayDone } from "#ui/undo.tsx";
import { useAutosave } from "#ui/use-autosave.ts";
import { textParts, type UnitReportText } from "../../unit-reports/unit-report.ts";
import { api, type UnitReportView, type UnitTextVersion } from "../api.ts";
import { UnitFigures } from "./unit-figures.tsx";
import { UnitTextView } from "./unit-text-view.tsx";

/** Names a unit's report among everything kept on this machine. */
export const unitDraftKey = (id: string): string => `bao-cao-don-vi.${id}`;

/** Two texts made one: where a part differs, mine follows theirs for the writer to join. */
function joined(mine: UnitReportText, theirs: UnitReportText): UnitReportText {
  const both = (one: string, other: string) =>
    one === other || one.trim() === "" ? other : `${other}\n${one}`.trim();
  return {
    results: both(mine.results, theirs.results),
    shortcomings: both(mine.shortcomings, theirs.shortcomings),
    proposals: both(mine.proposals, theirs.proposals),
    extras: { ...theirs.extras, ...mine.extras },
    corrections: { ...theirs.corrections, ...mine.corrections },
  };
}

/** The unit's form, saved as it is typed; who may sends it, and then it is closed. */
export function UnitEditor({
  report,
  start,
}: {
  report: UnitReportView;
  start: { text: UnitReportText; base: string; unsaved: boolean };
}) {
  const { id } = report;
  const queries = useQueryClient();
  const [text, setText] = useState(start.text);
  const latest = useRef(text);
  const [sending, setSending] = useState(false);
  const save = useCallback(
    async ({ saveId, base, text: typed }: { saveId: string; base: string; text: UnitReportText }) => {
      const saved = await api.reports.saveUnitReport.call({ id, saveId, baseId: base, text: typed });
      queries.setQueryData(api.reports.getUnitReport.queryKey({ input: { id } }), saved);
      return saved.text!;
    },
    [id, queries],
  );
  const first = useRef(start);
  const { state, change, flush, resume, seen } = useAutosave<UnitReportText, UnitTextVersion>({
    key: unitDraftKey(id),
    base: start.base,
    save,
    onNewer: ({ content }) => {
      latest.current = content;
      setText(content);
    },
  });
  useShortcuts([{ keys: "mod+s", label: "Lưu ngay báo cáo đơn vị", run: () => void flush() }]);
  useEffect(() => {
    if (first.current.unsaved) change(first.current.text);
  }, [change]);
  const edit = (part: Partial<UnitReportText>) => {
    latest.current = { ...latest.current, ...part };
    setText(latest.current);
    change(latest.current);
  };
  const choose = async (theirs: UnitTextVersion, choice: MergeChoice) => {
    const mine = latest.current;
    const chosen = { mine, theirs: theirs.content, both: joined(mine, theirs.content) }[choice];
    latest.current = chosen;
    setText(chosen);
    if (choice === "theirs") {
      // Mine becomes a version of its own before theirs goes on: it stays in the history.
      resume(theirs, mine);
      await flush();
      change(chosen);
    } else resume(theirs, chosen);
  };
  const send = useMutation(
    api.reports.sendUnitReport.mutationOptions({
      onSuccess: async () => {
        setSending(false);
        await queries.invalidateQueries({ queryKey: api.reports.key() });
        sayDone("Đã gửi báo cáo của đơn vị.");
      },
    }),
  );
  return (
    <Stack gap="lg" maw="52rem">
      {state.kind === "stale" && (
        <MergeTexts
          theirs={{ number: state.theirs.version, by: state.theirs.writtenBy, at: state.theirs.writtenAt }}
          mineView={<UnitTextView text={text} extras={report.extras} />}
          theirsView={<UnitTextView text={state.theirs.content} extras={report.extras} />}
          onChoose={(choice) => void choose(state.theirs, choice)}
        />
      )}
      <UnitFigures
        figures={report.figures}
        corrections={text.corrections}
        onCorrect={(key, correction) => {
          const { [key]: _, ...others } = latest.current.corrections;
          edit({ corrections: correction ? { ...others, [key]: correction } : others });
        }}
      />
      {report.extras.length > 0 && (
        <Stack gap="xs">
          <Title order={2} size="h4">
            Số liệu đơn vị nhập
          </Title>
          {report.extras.map(({ key, label, unit }) => (
            <NumberInput
              key={key}
              label={label}
              description={unit || undefined}
              min={0}
              thousandSeparator="."
              decimalSeparator=","
              hideControls
              maw="24rem"
              value={text.extras[key] ?? ""}
              onChange={(next) =>
                edit({ extras: { ...latest.current.extras, [key]: typeof next === "number" ? next : null } })
              }
            />
          ))}
        </Stack>
      )}
      {textParts.map(({ key, label }) => (
        <Textarea
          key={key}
          label={label}
          autosize
          minRows={4}
          maxLength={4000}
          value={text[key]}
          onChange={(event) => edit({ [key]: event.currentTarget.value })}
        />
      ))}
      <SaveStateLine state={state} retry={() => void flush()} />
      {report.issues.length > 0 && (
        <Stack gap={4}>
          <Text fw={600}>Còn thiếu trước khi gửi:</Text>
          <List size="sm">
            {report.issues.map(({ field, message }) => (
              <List.Item key={`${field} ${message}`}>{message}</List.Item>
            ))}
          </List>
        </Stack>
      )}
      <Group gap="sm" align="flex-start">
        <MayButton
          may={report.may}
          verb="send"
          onClick={() => {
            send.reset();
            void flush();
            setSending(true);
          }}
        >
          Gửi báo cáo
        </MayButton>
        <Button variant="default" onClick={() => void flush()}>
          Lưu ngay
        </Button>
      </Group>
      <Confirm
        opened={sending}
        onClose={() => setSending(false)}
        title="Gửi báo cáo của đơn vị"
        verb="Gửi báo cáo"
        onConfirm={async () => {
          if (await flush()) send.mutate({ id, textId: seen() });
        }}
        pending={send.isPending}
        error={send.error}
      >
        Số liệu lấy vào lúc gửi và được giữ nguyên. Sau khi gửi, báo cáo không sửa được nữa, trừ khi nơi tổng
        hợp trả lại.
      </Confirm>
    </Stack>
  );
}
