import { Anchor, Button, Group, List, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { pointsInWords } from "../../self-scoring/points.ts";
import { api, type Criterion, type Sheet } from "../api.ts";
import { ProofForm } from "./proof-form.tsx";
import { useKeepSheet } from "./use-keep-sheet.ts";

type Dialog = "claim" | "proof" | "gap" | null;

/** One criterion: its points, how they were come to, what proves them, what others gave. */
export function CriterionRow({ sheet, criterion }: { sheet: Sheet; criterion: Criterion }) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const { number, name, most, claimed, words, gap, isGroup, depth, proofs, marks } = criterion;
  const close = () => setDialog(null);
  return (
    <Stack
      gap={6}
      component="article"
      pl={depth * 16}
      aria-label={`Tiêu chí ${number}`}
      style={{ borderTop: depth === 0 ? "1px solid var(--mantine-color-gray-3)" : undefined }}
      pt={depth === 0 ? "sm" : 0}
    >
      <Group justify="space-between" align="baseline" gap="xs">
        <Title
          order={3}
          size="h5"
          flex="1 1 14rem"
          fw={isGroup ? 700 : 500}
          style={{ overflowWrap: "anywhere" }}
        >
          {number}. {name}
        </Title>
        <Text fw={600}>
          {claimed === null ? "chưa chấm, tối đa " : `${pointsInWords(claimed)}/`}
          {pointsInWords(most)}
        </Text>
      </Group>
      {words && <Text size="sm">{words}</Text>}
      <Proofs sheet={sheet} criterion={criterion} />
      {proofs.length === 0 && !isGroup && (claimed ?? 0) > 0 && (
        <Text size="sm" fw={600}>
          Có điểm mà chưa có tài liệu kiểm chứng.
        </Text>
      )}
      {marks.map(
        (mark, at) =>
          mark && (
            <Text key={sheet.rounds[at]!.id} size="sm">
              Thẩm định lần {sheet.rounds[at]!.number}: {pointsInWords(mark.points)} điểm
              {mark.words && `. ${mark.words}`}
            </Text>
          ),
      )}
      {gap && <Text size="sm">Điểm còn thiếu: {gap}</Text>}
      {!isGroup && <Acts sheet={sheet} criterion={criterion} onOpen={setDialog} />}
      {dialog === "claim" && <ClaimForm criterion={criterion} onClose={close} />}
      {dialog === "proof" && <ProofForm sheet={sheet} criterion={criterion} onClose={close} />}
      {dialog === "gap" && <GapForm criterion={criterion} onClose={close} />}
    </Stack>
  );
}

function Acts({
  sheet: { may },
  criterion: { number, most, claimed, marks },
  onOpen,
}: {
  sheet: Sheet;
  criterion: Criterion;
  onOpen: (dialog: Dialog) => void;
}) {
  const isMissing = (marks.at(-1)?.points ?? claimed ?? 0) < most;
  const button = (dialog: Dialog, words: string, spoken: string) => (
    <Button size="xs" variant="default" aria-label={spoken} onClick={() => onOpen(dialog)}>
      {words}
    </Button>
  );
  return (
    <Group gap="xs">
      {may.claim?.allowed && button("claim", "Chấm điểm", `Chấm điểm tiêu chí ${number}`)}
      {may.claim?.allowed &&
        button("proof", "Gắn tài liệu kiểm chứng", `Gắn tài liệu kiểm chứng vào tiêu chí ${number}`)}
      {may.explain?.allowed &&
        isMissing &&
        button("gap", "Giải trình điểm còn thiếu", `Giải trình điểm còn thiếu của tiêu chí ${number}`)}
    </Group>
  );
}

function Proofs({ sheet, criterion: { number, proofs } }: { sheet: Sheet; criterion: Criterion }) {
  const keep = useKeepSheet();
  const remove = useMutation(
    api.indices.removeProof.mutationOptions({ onSuccess: keep, onError: sayFailed }),
  );
  if (proofs.length === 0) return null;
  return (
    <List size="sm" aria-label={`Tài liệu kiểm chứng của tiêu chí ${number}`}>
      {proofs.map(({ id, label, url }) => (
        <List.Item key={id} style={{ overflowWrap: "anywhere" }}>
          {url ? (
            <Anchor href={url} target="_blank" rel="noopener noreferrer" underline="always" size="sm">
              {label}
            </Anchor>
          ) : (
            label
          )}{" "}
          {sheet.may.claim?.allowed && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Bỏ tài liệu ${label}`}
              loading={remove.isPending}
              onClick={() => remove.mutate({ id })}
            >
              Bỏ
            </Button>
          )}
        </List.Item>
      ))}
    </List>
  );
}

function ClaimForm({
  criterion: { id, number, name, most, claimed, words },
  onClose,
}: {
  criterion: Criterion;
  onClose: () => void;
}) {
  const keep = useKeepSheet();
  return (
    <FormDialog<{ points: string; words: string }, Sheet>
      opened
      onClose={onClose}
      title={`Chấm điểm tiêu chí ${number}`}
      lead={name}
      initial={{ points: claimed === null ? "" : pointsInWords(claimed), words }}
      verb="Ghi điểm"
      submit={(values) =>
        api.indices.claimPoints.call({ id, points: values.points.trim() || null, words: values.words })
      }
      onDone={(answer) => {
        keep(answer);
        sayDone("Đã ghi điểm.");
      }}
    >
      {(form) => (
        <>
          <TextInput
            label="Điểm tự chấm"
            description={`Nhiều nhất ${pointsInWords(most)}; để trống là chưa chấm.`}
            inputMode="decimal"
            data-autofocus
            {...form.getInputProps("points")}
          />
          <Textarea label="Giải trình cách chấm" autosize minRows={2} {...form.getInputProps("words")} />
        </>
      )}
    </FormDialog>
  );
}

function GapForm({
  criterion: { id, number, name, gap },
  onClose,
}: {
  criterion: Criterion;
  onClose: () => void;
}) {
  const keep = useKeepSheet();
  return (
    <FormDialog<{ gap: string }, Sheet>
      opened
      onClose={onClose}
      title={`Điểm còn thiếu của tiêu chí ${number}`}
      lead={name}
      initial={{ gap }}
      verb="Ghi giải trình"
      submit={(values) => api.indices.explainGap.call({ id, gap: values.gap })}
      onDone={(answer) => {
        keep(answer);
        sayDone("Đã ghi giải trình.");
      }}
    >
      {(form) => (
        <Textarea
          label="Vì sao thiếu điểm, việc sẽ làm"
          autosize
          minRows={3}
          data-autofocus
          {...form.getInputProps("gap")}
        />
      )}
    </FormDialog>
  );
}
