import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { IconAlertTriangle, IconPlus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { type Column, DataTable } from "#ui/data-table.tsx";
import { DateField } from "#ui/date-field.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useDialogOfAddress } from "#ui/navigation.tsx";
import { optionsOf } from "#ui/options.ts";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { standingLabels, type TermState, termStateLabels } from "../../contract.ts";
import { api, type Spokespeople, type Spokesperson } from "../api.ts";
import { PressLimits } from "./press-limits.tsx";
import { SpokespersonDialog } from "./spokesperson-dialog.tsx";

const tones: Record<TermState, StateTone> = { now: "done", ahead: "ahead", over: "none" };
const order: TermState[] = ["now", "ahead", "over"];

/** Puts the register that an act answered with in place of the one before. */
function useKeep(): (register: Spokespeople) => void {
  const queries = useQueryClient();
  return (register) => queries.setQueryData(api.channels.spokespeople.queryKey(), register);
}

/** Who speaks for the agency, who did and will, by which decision. */
export function SpokespeopleTab() {
  const found = useQuery(api.channels.spokespeople.queryOptions());
  const [writing, write] = useDialogOfAddress();
  const keep = useKeep();
  return (
    <Asked query={found}>
      {({ spokespeople, gap, may }) => {
        const add = (
          <MayButton may={may} verb="keep" leftSection={<IconPlus size={18} />} onClick={write.open}>
            Ghi người phát ngôn
          </MayButton>
        );
        return (
          <Stack>
            {gap && (
              <Alert color="orange" icon={<IconAlertTriangle />} title="Có ngày chưa có người phát ngôn">
                {gap.to === null
                  ? `Từ ${formatDate(gap.from)} chưa có ai; hãy ghi người được giao.`
                  : `Từ ${formatDate(gap.from)} đến ${formatDate(gap.to)} chưa có ai; hãy ghi người được giao.`}
              </Alert>
            )}
            <PressLimits about="terms" />
            {spokespeople.length > 0 && <Group>{add}</Group>}
            <DataTable
              caption="Sổ người phát ngôn"
              rows={spokespeople.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))}
              rowKey={({ id }) => id}
              columns={columns}
              searchText={({ name, position, topics, matter }) => [name, position, topics, matter].join(" ")}
              filters={[
                {
                  key: "han",
                  label: "Thời hạn",
                  options: optionsOf(termStateLabels),
                  matches: ({ state }, value) => state === value,
                },
              ]}
              empty={
                <EmptyState
                  title="Sổ chưa có người phát ngôn"
                  why="Ghi người đứng đầu và người được giao phát ngôn, số văn bản, từ ngày nào đến ngày nào."
                  action={add}
                />
              }
            />
            <SpokespersonDialog
              opened={writing}
              onClose={write.close}
              onDone={(register) => {
                keep(register);
                sayDone("Đã ghi người phát ngôn.");
              }}
            />
          </Stack>
        );
      }}
    </Asked>
  );
}

const small = { size: "xs", c: "gray.7" } as const;

const columns: Column<Spokesperson>[] = [
  {
    key: "ten",
    header: "Người phát ngôn",
    sortBy: ({ name }) => name,
    cell: ({ name, position, phone, email, hasLeft }) => (
      <>
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          {name}
        </Text>
        <Text {...small}>{position}</Text>
        <Text {...small} style={{ overflowWrap: "anywhere" }}>
          {phone}
          {phone && email && " · "}
          {email && (
            <>
              {email.split("@")[0]}
              <wbr />@{email.split("@")[1]}
            </>
          )}
        </Text>
        {hasLeft && (
          <Text size="xs" c="red.9" fw={600}>
            Đã rời cơ quan
          </Text>
        )}
      </>
    ),
  },
  {
    key: "tu-cach",
    header: "Phát ngôn về",
    cell: ({ standing, matter, topics }) => (
      <>
        {standingLabels[standing]}
        {(matter || topics) && <Text {...small}>{matter || topics}</Text>}
        {matter && topics && <Text {...small}>{topics}</Text>}
      </>
    ),
  },
  {
    key: "van-ban",
    header: "Theo văn bản",
    cell: ({ decision, decisionOn }) => (
      <>
        {decision || "Theo chức danh"}
        {decisionOn && <Text {...small}>{formatDate(decisionOn)}</Text>}
      </>
    ),
  },
  {
    key: "tu",
    header: "Thời hạn",
    sortBy: ({ fromDate }) => fromDate,
    cell: ({ fromDate, toDate, state, endedReason }) => (
      <Stack gap={2} align="flex-start">
        <StateBadge tone={tones[state]} word={termStateLabels[state]} />
        <Text size="sm">
          {formatDate(fromDate)} – {toDate ? formatDate(toDate) : "khi có văn bản khác"}
        </Text>
        {endedReason && <Text {...small}>Thôi trước hạn: {endedReason}</Text>}
      </Stack>
    ),
  },
  {
    key: "cong",
    header: "Trên cổng",
    cell: ({ isPublic, state }) =>
      isPublic ? (state === "now" ? "Đang công khai" : "Công khai trong thời hạn") : "Không công khai",
  },
  { key: "lam", header: "Việc", cell: (entry) => <EntryActs entry={entry} /> },
];

function EntryActs({ entry }: { entry: Spokesperson }) {
  const { id, name, fromDate, toDate, madeByName, may } = entry;
  const [asked, ask] = useState<"change" | "end" | null>(null);
  const keep = useKeep();
  const close = () => ask(null);
  return (
    <Stack gap={4} align="flex-start">
      {may.keep?.allowed && (
        <Group gap="xs">
          <Button size="xs" variant="default" aria-label={`Sửa: ${name}`} onClick={() => ask("change")}>
            Sửa
          </Button>
          {may.end?.allowed && (
            <Button
              size="xs"
              variant="default"
              aria-label={`Thôi phát ngôn: ${name}`}
              onClick={() => ask("end")}
            >
              Thôi phát ngôn
            </Button>
          )}
        </Group>
      )}
      {madeByName && <Text {...small}>{madeByName} ghi</Text>}
      <SpokespersonDialog
        entry={entry}
        opened={asked === "change"}
        onClose={close}
        onDone={(register) => {
          keep(register);
          sayDone("Đã ghi thay đổi.");
        }}
      />
      <FormDialog
        opened={asked === "end"}
        onClose={close}
        title={`Thôi phát ngôn: ${name}`}
        lead={`Được phát ngôn từ ${formatDate(fromDate)}${toDate ? ` đến hết ${formatDate(toDate)}` : ""}. Mục này vẫn được giữ trong sổ.`}
        initial={{ toDate: today().toString() as string | null, reason: "" }}
        check={(values) =>
          values.toDate === null ? { toDate: "Hãy chọn ngày cuối cùng được phát ngôn." } : {}
        }
        verb="Ghi thôi phát ngôn"
        submit={({ toDate: last, reason }) =>
          api.channels.endSpokesperson.call({ id, toDate: last!, reason })
        }
        onDone={(register) => {
          keep(register);
          sayDone("Đã ghi thôi phát ngôn.");
        }}
      >
        {(form) => (
          <>
            <DateField label="Ngày cuối cùng được phát ngôn" required {...form.getInputProps("toDate")} />
            <Textarea label="Lý do" required autosize {...form.getInputProps("reason")} />
          </>
        )}
      </FormDialog>
    </Stack>
  );
}
