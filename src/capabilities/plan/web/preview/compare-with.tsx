import { Alert, Group, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { api, type ImportView } from "../api.ts";

/** Leads to the comparison with a plan that the document amends: the one that it seems to be, or another. */
export function CompareWith({ found }: { found: ImportView }) {
  const plans = useQuery(api.plan.list.queryOptions());
  const [other, setOther] = useState<string | null>(null);
  const same = found.samePlan;
  const amendable = (plans.data?.plans ?? []).filter(
    ({ standing }) => standing === "in-force" || standing === "waiting",
  );
  const planId = other ?? same?.id ?? null;
  if (same === null && amendable.length === 0) return null;
  return (
    <Alert
      color={same ? "yellow" : "gray"}
      variant="light"
      title={same ? "Kế hoạch này hình như đã có trong hệ thống" : "Văn bản sửa đổi một kế hoạch đã có?"}
    >
      <Stack gap="sm">
        {same && (
          <Text size="sm">
            <LinkText to="/ke-hoach/$id" params={{ id: same.id }} size="sm">
              {same.title} (năm {same.year})
            </LinkText>
            . Nếu đây là bản sửa đổi, hãy so với bản đang có rồi ghi thành bản mới; nếu là văn bản khác, hãy
            xem lại số, ngày và trích yếu ở đầu văn bản.
          </Text>
        )}
        <Group align="flex-end" gap="sm">
          <Select
            label="Kế hoạch được sửa đổi"
            placeholder="Chọn kế hoạch"
            searchable
            nothingFoundMessage="Không có kế hoạch này"
            data={amendable.map(({ id, title, year }) => ({ value: id, label: `${title} (năm ${year})` }))}
            value={planId}
            onChange={setOther}
            flex="1 1 16rem"
            maw="36rem"
          />
          {planId && (
            <LinkButton
              to="/ke-hoach/xem-truoc/$id/so-sanh/$planId"
              params={{ id: found.id, planId } as never}
              variant="default"
            >
              So với bản đang có
            </LinkButton>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
