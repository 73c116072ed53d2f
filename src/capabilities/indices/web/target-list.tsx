import { Button, Group, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { resultInWords, scoreInWords } from "../index-kind.ts";
import { api, type Index, type Target } from "./api.ts";
import { useKeepIndex } from "./use-keep-index.ts";

interface Values extends Record<string, unknown> {
  entityId: string;
  edition: number | "";
  score: string;
  rank: number | "";
  source: string;
}

/** What documents set for the years, beside what was reached. */
export function TargetList({ index }: { index: Index }) {
  const keep = useKeepIndex();
  const [open, setOpen] = useState<{ id: string; before: Target | null } | null>(null);
  const [removing, setRemoving] = useState<Target | null>(null);
  const nameOf = (entityId: string) => index.entities.find(({ id }) => id === entityId)?.name ?? "";
  return (
    <Section id="chi-tieu" title="Chỉ tiêu">
      {index.targets.length === 0 && <Text size="sm">Chưa ghi chỉ tiêu nào.</Text>}
      {index.targets.map((target) => (
        <Group key={target.id} justify="space-between" gap="sm">
          <div>
            <Text>
              Năm {target.edition}, {nameOf(target.entityId)}: <strong>{inWords(target, index)}</strong>
            </Text>
            <Text size="sm" c="gray.7">
              {target.source}. {reached(target, index)}
            </Text>
          </div>
          {index.may.record?.allowed && (
            <Group gap="xs">
              <Button
                size="xs"
                variant="default"
                aria-label={`Sửa chỉ tiêu năm ${target.edition}, ${nameOf(target.entityId)}`}
                onClick={() => setOpen({ id: target.id, before: target })}
              >
                Sửa
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-label={`Bỏ chỉ tiêu năm ${target.edition}, ${nameOf(target.entityId)}`}
                onClick={() => setRemoving(target)}
              >
                Bỏ
              </Button>
            </Group>
          )}
        </Group>
      ))}
      <Group>
        <MayButton
          may={index.may}
          verb="record"
          hideReason
          variant="default"
          onClick={() => setOpen({ id: newId(), before: null })}
        >
          Ghi chỉ tiêu
        </MayButton>
      </Group>
      {open && (
        <FormDialog<Values, Index>
          key={open.id}
          opened
          onClose={() => setOpen(null)}
          title={open.before ? "Sửa chỉ tiêu" : "Ghi chỉ tiêu"}
          lead="Chỉ tiêu là điều văn bản đặt ra, không phải kết quả dự đoán."
          initial={{
            ...{ entityId: open.before?.entityId ?? "", edition: open.before?.edition ?? "" },
            ...{ score: open.before?.score?.replace(".", ",") ?? "", rank: open.before?.rank ?? "" },
            source: open.before?.source ?? "",
          }}
          verb="Ghi chỉ tiêu"
          check={({ entityId }) => (entityId === "" ? { entityId: "Hãy chọn đơn vị được xếp hạng." } : {})}
          submit={({ edition, score, rank, ...values }) =>
            api.indices.setTarget.call({
              ...values,
              ...{ id: open.id, indexId: index.id, edition: Number(edition) },
              ...{ score: score.trim() || null, rank: rank === "" ? null : Number(rank) },
            })
          }
          onDone={(answer) => {
            keep(answer);
            sayDone("Đã ghi chỉ tiêu.");
          }}
        >
          {(form) => (
            <>
              <Select
                label="Đơn vị được xếp hạng"
                required
                data-autofocus
                allowDeselect={false}
                data={index.entities.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps("entityId")}
              />
              <NumberInput
                label="Năm đánh giá"
                required
                hideControls
                thousandSeparator=""
                {...form.getInputProps("edition")}
              />
              <Group grow align="flex-start">
                <TextInput label="Điểm từ" inputMode="decimal" {...form.getInputProps("score")} />
                <NumberInput
                  label="Trong nhóm đầu, đến hạng"
                  min={1}
                  hideControls
                  {...form.getInputProps("rank")}
                />
              </Group>
              <TextInput
                label="Văn bản đặt chỉ tiêu"
                placeholder="Kế hoạch số …/KH-UBND"
                required
                {...form.getInputProps("source")}
              />
            </>
          )}
        </FormDialog>
      )}
      {removing && <RemoveTarget target={removing} onClose={() => setRemoving(null)} />}
    </Section>
  );
}

function RemoveTarget({ target, onClose }: { target: Target; onClose: () => void }) {
  const keep = useKeepIndex();
  const remove = useMutation(
    api.indices.removeTarget.mutationOptions({
      onSuccess: (answer) => {
        keep(answer);
        sayDone("Đã bỏ chỉ tiêu.");
        onClose();
      },
    }),
  );
  return (
    <Confirm
      opened
      onClose={onClose}
      title={`Bỏ chỉ tiêu năm ${target.edition}?`}
      verb="Bỏ chỉ tiêu"
      onConfirm={() => remove.mutate({ id: target.id })}
      pending={remove.isPending}
      error={remove.error}
    >
      Chỉ tiêu cũ còn trong nhật ký.
    </Confirm>
  );
}

const inWords = ({ score, rank }: Target, { unit }: Index): string =>
  [score && `từ ${scoreInWords(score, unit)}`, rank && `trong ${rank} đơn vị đứng đầu`]
    .filter(Boolean)
    .join(", ");

/** What was published for that year beside what was set; nothing is worked out where nothing was published. */
function reached({ entityId, edition, score, rank }: Target, index: Index): string {
  const result = index.results.find(
    (one) => one.componentId === null && one.entityId === entityId && one.edition === edition,
  );
  if (!result) return "Chưa có kết quả của năm này.";
  const failed =
    (score !== null && result.score !== null && Number(result.score) < Number(score)) ||
    (rank !== null && result.rank !== null && result.rank > rank);
  const unknown = (score !== null && result.score === null) || (rank !== null && result.rank === null);
  const verdict = failed ? "chưa đạt" : unknown ? "chưa đủ số để kết luận" : "đạt";
  return `Kết quả ${resultInWords(result, index.unit)}: ${verdict}.`;
}
