import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { Page } from "#ui/page.tsx";
import type { Signature } from "#ui/signing-choice.tsx";
import { api } from "../api.ts";
import { GuidanceCard } from "./guidance-card.tsx";
import type { GuidanceView } from "./guidance-view.ts";
import { SendGuidanceDialog } from "./send-guidance-dialog.tsx";

const standings = {
  "dang-dung": "Đang áp dụng",
  "cho-nhan": "Có đơn vị chưa xác nhận",
  "chua-tra-loi": "Có câu hỏi chưa trả lời",
  "da-rut": "Đã rút",
};
type Standing = keyof typeof standings;

const isIn: Record<Standing, (note: GuidanceView) => boolean> = {
  "dang-dung": ({ withdrawnAt }) => withdrawnAt === null,
  "cho-nhan": ({ withdrawnAt, receipts, current }) =>
    withdrawnAt === null &&
    receipts.some(({ edition, acknowledgedAt }) => edition === current.edition && acknowledgedAt === null),
  "chua-tra-loi": ({ questions }) => questions.some(({ answeredAt }) => answeredAt === null),
  "da-rut": ({ withdrawnAt }) => withdrawnAt !== null,
};

/** Guidance to units: sent, acknowledged, asked about and answered; `mo` in the address shows one alone. */
export default function GuidancePage() {
  const [view, setView] = useFilters({ "tinh-trang": "", "don-vi": "", mo: "" });
  const all = useQuery(api.plan.guidance.queryOptions());
  const [sending, setSending] = useState(false);
  const send = (
    <MayButton may={all.data?.may} verb="send" onClick={() => setSending(true)} hideReason>
      Gửi hướng dẫn
    </MayButton>
  );
  return (
    <Page
      title="Hướng dẫn đơn vị"
      lead="Biên tập hướng dẫn, từng đơn vị xác nhận đã nhận và hỏi lại; câu trả lời giữ ở đây. Sửa thành bản mới thì các đơn vị xác nhận lại, bản cũ vẫn còn."
      actions={send}
    >
      <Asked query={all}>
        {({ notes, units, signing, may }) => {
          const opened = notes.find(({ id }) => id === view.mo);
          return (
            <>
              {opened ? (
                <>
                  <Group>
                    <LinkButton to="/huong-dan" variant="default">
                      Xem mọi hướng dẫn
                    </LinkButton>
                  </Group>
                  <GuidanceCard note={opened} signing={signing} />
                </>
              ) : notes.length === 0 ? (
                <EmptyState
                  title="Chưa có hướng dẫn nào"
                  why="Hướng dẫn gửi các đơn vị về kế hoạch, một mục hoặc việc chung nằm ở đây, cùng đơn vị nào đã nhận, đã hỏi gì."
                  action={send}
                />
              ) : (
                <GuidanceList
                  notes={notes}
                  signing={signing}
                  standing={view["tinh-trang"]}
                  unit={view["don-vi"]}
                  onFilter={setView}
                />
              )}
              {may.send?.allowed && (
                <SendGuidanceDialog
                  units={units}
                  signing={signing}
                  opened={sending}
                  onClose={() => setSending(false)}
                />
              )}
            </>
          );
        }}
      </Asked>
    </Page>
  );
}

function GuidanceList({
  notes,
  signing,
  standing,
  unit,
  onFilter,
}: {
  notes: GuidanceView[];
  signing: Signature[];
  standing: string;
  unit: string;
  onFilter: (change: { "tinh-trang"?: string; "don-vi"?: string }) => void;
}) {
  const matches = isIn[standing as Standing] ?? (() => true);
  const shown = notes.filter(
    (note) => matches(note) && (!unit || note.receipts.some(({ unitName }) => unitName === unit)),
  );
  return (
    <Stack>
      <Group align="flex-end">
        <FilterSelect
          label="Tình trạng"
          data={optionsOf(standings)}
          value={standing}
          onChange={(value) => onFilter({ "tinh-trang": value })}
        />
        <FilterSelect
          label="Đơn vị được gửi"
          data={[...new Set(notes.flatMap(({ receipts }) => receipts.map(({ unitName }) => unitName)))]}
          value={unit}
          onChange={(value) => onFilter({ "don-vi": value })}
        />
      </Group>
      <Text size="sm" c="gray.7" role="status">
        {shown.length === notes.length ? `${notes.length} mục` : `${shown.length} trong ${notes.length} mục`}
      </Text>
      {shown.map((note) => (
        <GuidanceCard key={note.id} note={note} signing={signing} />
      ))}
    </Stack>
  );
}
