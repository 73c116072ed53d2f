import { MultiSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type GoodPractice } from "../api.ts";
import { ItemLinks } from "../item-links.tsx";
import { linkOptions, namedObligations } from "../link-options.ts";

/** Which obligations of the plan an entry of the register proves by itself. */
export function ProofOfPractice({ practice, onProve }: { practice: GoodPractice; onProve: () => void }) {
  const { proves, may, state } = practice;
  if (state !== "registered" && state !== "ended") return null;
  return (
    <Section id="minh-chung" title={`Minh chứng của kế hoạch (${proves.length})`}>
      {proves.length === 0 ? (
        <Text size="sm" c="gray.7">
          Mục này chưa được ghi là minh chứng của nghĩa vụ nào; bài viết về mục là minh chứng riêng.
        </Text>
      ) : (
        <ItemLinks links={{ tasks: [], obligations: proves, clauses: [] }} />
      )}
      {may.prove?.allowed && (
        <MayButton may={may} verb="prove" variant="default" size="xs" w="fit-content" onClick={onProve}>
          Ghi làm minh chứng…
        </MayButton>
      )}
    </Section>
  );
}

/** Chooses the obligations; `accepting`: while the entry is put into the register, where none need be chosen. */
export function ProofDialog({
  practice: { id, proves, suggestedIds, registeredAt },
  accepting = false,
  opened,
  onClose,
  onDone,
}: {
  practice: GoodPractice;
  accepting?: boolean;
  opened: boolean;
  onClose: () => void;
  onDone: (saved: GoodPractice) => void;
}) {
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  const known = new Set(proves.map((one) => one.id));
  const rows = links.data ? namedObligations(links.data).filter((row) => !known.has(row.id)) : [];
  const done = accepting ? "Đã ghi vào sổ." : "Đã ghi làm minh chứng.";
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={accepting ? "Ghi vào sổ" : "Minh chứng của kế hoạch"}
      lead={`Mục trong sổ chứng tỏ đơn vị đã phản ánh mô hình, cách làm hay; tính từ ngày ghi (${formatDate(toVietnamDate(registeredAt))}). Hãy chọn nghĩa vụ mà riêng việc ấy đã đáp ứng.`}
      initial={{ obligationIds: suggestedIds }}
      verb={accepting ? "Ghi vào sổ" : "Ghi làm minh chứng"}
      submit={({ obligationIds }) =>
        accepting
          ? api.newsroom.acceptGoodPractice.call({ id, obligationIds })
          : api.newsroom.proveByGoodPractice.call({ id, obligationIds })
      }
      onDone={(saved) => {
        onDone(saved);
        sayDone(done);
      }}
    >
      {(form) =>
        links.data && (
          <MultiSelect
            label="Nghĩa vụ của kế hoạch"
            description={accepting ? "Để trống thì ghi sau được." : undefined}
            searchable
            nothingFoundMessage="Không có nghĩa vụ này"
            data={linkOptions(links.data.plans, rows, [])}
            {...form.getInputProps("obligationIds")}
          />
        )
      }
    </FormDialog>
  );
}
