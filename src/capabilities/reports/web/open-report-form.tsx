import { Group, Paper, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { standingWords } from "#plan/contract";
import type { PeriodBasis } from "#platform/clock/reporting-period.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { type MayAnswer, MayButton } from "#ui/may-button.tsx";
import { useGo } from "#ui/navigation.tsx";
import { api } from "./api.ts";
import { periodChoices } from "./period-choices.ts";

/** Opens the report of a period; a period that has one already leads to it. */
export function OpenReportForm({ may }: { may: MayAnswer }) {
  const [basis, setBasis] = useState<PeriodBasis>("decree");
  const [period, setPeriod] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const plans = useQuery(api.plan.list.queryOptions());
  const rows = (plans.data?.plans ?? []).filter(({ issuer }) => issuer === null);
  const ofYear = period === null ? undefined : rows.find(({ year }) => String(year) === period.slice(0, 4));
  const planId = picked ?? ofYear?.id ?? rows[0]?.id ?? null;
  const go = useGo();
  const queries = useQueryClient();
  const open = useMutation(
    api.reports.open.mutationOptions({
      onSuccess: async ({ id }) => {
        await queries.invalidateQueries({ queryKey: api.reports.key() });
        go(`/bao-cao/${id}`);
      },
    }),
  );
  return (
    <Paper withBorder p="md" component="section" aria-label="Lập báo cáo cho một kỳ">
      <Stack gap="sm">
        <Group align="flex-end" gap="md">
          <Select
            label="Kỳ báo cáo"
            placeholder="Chọn kỳ"
            data={periodChoices(basis)}
            value={period}
            onChange={(value) => {
              setPeriod(value);
              setMissing(false);
            }}
            ref={field}
            openOnFocus={false}
            withAsterisk
            error={missing && "Hãy chọn kỳ báo cáo."}
            flex="1 1 16rem"
            maw="26rem"
            searchable
            nothingFoundMessage="Không có kỳ này"
          />
          <Stack gap={4}>
            <Text size="sm" fw={500} id="basis-label">
              Cách tính kỳ
            </Text>
            <SegmentedControl
              aria-labelledby="basis-label"
              value={basis}
              onChange={(value) => {
                setBasis(value === "calendar" ? "calendar" : "decree");
                setPeriod(null);
              }}
              data={[
                { value: "decree", label: "Chốt ngày 14" },
                { value: "calendar", label: "Tháng dương lịch" },
              ]}
            />
          </Stack>
          {rows.length > 1 && (
            <Select
              label="Báo cáo về kế hoạch"
              data={rows.map(({ id, title, year, standing }) => ({
                value: id,
                label: `${title} (năm ${year}, ${standingWords[standing].toLowerCase()})`,
              }))}
              value={planId}
              onChange={setPicked}
              allowDeselect={false}
              searchable
              nothingFoundMessage="Không có kế hoạch này"
              flex="1 1 16rem"
              maw="32rem"
            />
          )}
          <MayButton
            may={may}
            verb="open"
            loading={open.isPending}
            onClick={() => {
              if (period !== null) return open.mutate({ planId, period, basis });
              setMissing(true);
              field.current?.focus();
            }}
          >
            Lập báo cáo
          </MayButton>
        </Group>
        <Text size="sm" c="gray.7">
          {basis === "decree"
            ? "Kỳ tính từ ngày 15 tháng trước đến hết ngày 14 của tháng cuối kỳ, theo Nghị định 09/2019/NĐ-CP."
            : "Kỳ tính trọn tháng dương lịch."}
        </Text>
        <ErrorNotice error={open.error} />
      </Stack>
    </Paper>
  );
}
