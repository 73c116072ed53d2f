import { Alert, Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { Calendar } from "./calendar-view.ts";

/** Days off go down the tree of agencies: the one above says that they may be taken, the one below takes them in one step. */
export function SharedCalendar({ calendar: { year, days, shared, above, may } }: { calendar: Calendar }) {
  const queries = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const mayKeep = may.keep?.allowed ?? false;
  const below = useQuery(api.organization.listAgencies.queryOptions({ enabled: mayKeep }));
  const share = useMutation(
    api.plan.shareCalendar.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(api.plan.getCalendar.queryKey({ input: { year } }), next);
        sayDone(next.shared ? "Cơ quan trực thuộc lấy được danh sách này." : "Đã thôi chia sẻ danh sách.");
      },
    }),
  );
  const take = useMutation(
    api.plan.takeOverCalendar.mutationOptions({
      onSuccess: (next) => {
        ask.close();
        queries.setQueryData(api.plan.getCalendar.queryKey({ input: { year } }), next);
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone(`Đã lấy ${next.days.length} ngày của năm ${year}.`);
      },
    }),
  );
  if (!mayKeep) return null;
  const takeNow = () => (days.length === 0 ? take.mutate({ year }) : ask.open());
  return (
    <Stack gap="sm">
      {above && (
        <Alert
          color="blue"
          variant="light"
          title={`${above.agencyName} có danh sách năm ${year} (${above.days} ngày)`}
        >
          <Group gap="sm">
            <Text size="sm">Lấy về một lần cho cả năm; cấp trên sửa thì bấm lại để lấy bản mới.</Text>
            <Button size="compact-sm" variant="default" loading={take.isPending} onClick={takeNow}>
              Lấy danh sách của cấp trên
            </Button>
          </Group>
        </Alert>
      )}
      {(shared || (below.data?.agencies.length ?? 0) > 0) && (
        <Checkbox
          label="Cho các cơ quan trực thuộc lấy danh sách ngày nghỉ của cơ quan"
          checked={shared}
          disabled={share.isPending}
          onChange={(event) => share.mutate({ year, shared: event.currentTarget.checked })}
        />
      )}
      <ErrorNotice error={share.error ?? take.error} />
      <Confirm
        opened={asking}
        onClose={ask.close}
        title="Lấy danh sách của cấp trên"
        verb="Thay danh sách"
        pending={take.isPending}
        error={take.error}
        onConfirm={() => take.mutate({ year })}
      >
        Danh sách {days.length} ngày đang có của năm {year} được thay bằng {above?.days} ngày của{" "}
        {above?.agencyName}. Nhật ký giữ danh sách cũ.
      </Confirm>
    </Stack>
  );
}
