import { Alert, Anchor, List, Switch, Text } from "@mantine/core";
import { IconWorldShare } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { sayFailed } from "#ui/undo.tsx";
import { api, type Item } from "../api.ts";

const becameWords = {
  corrected: "Bài gốc đã được đính chính sau khi lấy; hãy mở bài gốc để sửa theo.",
  withdrawn: "Bài gốc đã bị thu hồi; hãy xem lại có đăng, có thu hồi bài này không.",
  gone: "Bài gốc không còn; hãy xem lại có đăng, có thu hồi bài này không.",
};

const useTrace = (id: string) => useQuery(api.newsroom.traceOfContent.queryOptions({ input: { id } })).data;

/** Where an item was taken from, and what became of that since; nothing of the agency's own. */
export function SourceOfItem({ id }: { id: string }) {
  const source = useTrace(id)?.source;
  if (!source) return null;
  return (
    <Alert
      color={source.became ? "yellow" : "blue"}
      variant="light"
      icon={<IconWorldShare />}
      title={`Lấy từ bài của ${source.agencyName}`}
    >
      <Text size="sm">
        Lấy lúc {formatDateTime(source.reusedAt)}. Trên cổng có dòng nguồn dẫn về{" "}
        <Anchor href={source.address} target="_blank" rel="noopener" inherit underline="always">
          bài gốc<span className="only-read-aloud"> (mở ở thẻ mới)</span>
        </Anchor>
        . {source.became && becameWords[source.became]}
      </Text>
    </Alert>
  );
}

/** Where an item was taken from and what became of that since, who took this one over, and whether they may. */
export function ItemTrace({ item: { id, state } }: { item: Item }) {
  const queries = useQueryClient();
  const trace = useTrace(id);
  const forbid = useMutation(
    api.newsroom.forbidReuse.mutationOptions({
      onSuccess: (kept) =>
        queries.setQueryData(api.newsroom.traceOfContent.queryKey({ input: { id } }), kept),
      onError: sayFailed,
    }),
  );
  if (!trace) return null;
  const { source, reusedBy, forbidden, may } = trace;
  return (
    <>
      <SourceOfItem id={id} />
      {reusedBy.length > 0 && (
        <Alert
          color="gray"
          variant="light"
          icon={<IconWorldShare />}
          title={`${reusedBy.length} cơ quan đã đăng lại bài này`}
        >
          <List size="sm">
            {reusedBy.map(({ agencyName, address }) => (
              <List.Item key={address}>
                <Anchor href={address} target="_blank" rel="noopener" inherit underline="always">
                  {agencyName}
                  <span className="only-read-aloud"> (mở ở thẻ mới)</span>
                </Anchor>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {source === null && state !== "removed" && state !== "discarded" && may.forbid?.allowed && (
        <Switch
          label="Không cho cơ quan khác lấy bài này đăng lại"
          description="Bài đã được lấy trước đó không đổi."
          checked={forbidden}
          disabled={forbid.isPending}
          onChange={(event) => forbid.mutate({ id, forbidden: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
