import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { pointsInWords } from "../../self-scoring/points.ts";
import { api, type Sheet } from "../api.ts";
import { useKeepSheet } from "./use-keep-sheet.ts";

interface Values extends Record<string, unknown> {
  appraiser: string;
  document: string;
  heldOn: string | null;
  marks: { criterionId: string; number: string; name: string; points: string; words: string }[];
}

/** What a round of appraisal gave; what is left as it stands is kept. */
export function RoundForm({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const keep = useKeepSheet();
  const [id] = useState(newId);
  const initial: Values = {
    ...{ appraiser: sheet.rounds.at(-1)?.appraiser ?? "", document: "", heldOn: null },
    marks: sheet.criteria
      .filter(({ isGroup }) => !isGroup)
      .map(({ id: criterionId, number, name, claimed, marks }) => ({
        ...{ criterionId, number, name, words: "" },
        points: pointsInWords(marks.at(-1)?.points ?? claimed ?? 0),
      })),
  };
  return (
    <FormDialog<Values, Sheet>
      opened
      size="xl"
      onClose={onClose}
      title={`Thẩm định lần ${sheet.rounds.length + 1}`}
      lead="Đứng sẵn là điểm của lần trước; chỉ sửa tiêu chí có điểm khác. Lần thẩm định đã ghi không sửa được."
      initial={initial}
      verb="Ghi kết quả thẩm định"
      check={({ heldOn }) => (heldOn === null ? { heldOn: "Hãy ghi ngày thẩm định." } : {})}
      submit={({ marks, heldOn, ...values }) =>
        api.indices.recordRound.call({
          ...{ id, sheetId: sheet.id, ...values, heldOn: heldOn! },
          marks: marks.map(({ criterionId, points, words }) => ({ criterionId, points, words })),
        })
      }
      onDone={(answer) => {
        keep(answer);
        sayDone("Đã ghi kết quả thẩm định.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Cơ quan thẩm định" required data-autofocus {...form.getInputProps("appraiser")} />
          <Group grow align="flex-start">
            <DateField label="Ngày thẩm định" required {...form.getInputProps("heldOn")} />
            <TextInput label="Văn bản" {...form.getInputProps("document")} />
          </Group>
          {form.errors.marks && (
            <Text size="sm" c="red.9" role="alert">
              {form.errors.marks}
            </Text>
          )}
          <Stack gap="sm">
            {form.getValues().marks.map(({ criterionId, number, name }, at) => (
              <Stack key={criterionId} gap={4}>
                <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
                  {number}. {name}
                </Text>
                <Group gap="xs" align="flex-start">
                  <TextInput
                    aria-label={`Điểm của tiêu chí ${number}`}
                    inputMode="decimal"
                    w="6rem"
                    {...form.getInputProps(`marks.${at}.points`)}
                  />
                  <TextInput
                    aria-label={`Ý kiến về tiêu chí ${number}`}
                    placeholder="Ý kiến"
                    flex="1 1 12rem"
                    {...form.getInputProps(`marks.${at}.words`)}
                  />
                </Group>
              </Stack>
            ))}
          </Stack>
        </>
      )}
    </FormDialog>
  );
}
