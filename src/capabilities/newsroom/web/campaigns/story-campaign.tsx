import { Select, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { LinkText } from "#ui/navigation.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { api, type Story } from "../api.ts";

/** The campaign or event that a story belongs to, and the choice of another one for who may. */
export function StoryCampaign({ story: { id, campaignId, may } }: { story: Story }) {
  const queries = useQueryClient();
  const list = useQuery(api.newsroom.campaigns.queryOptions());
  const place = useMutation(
    api.newsroom.placeStory.mutationOptions({
      onSuccess: (placed) => {
        void queries.invalidateQueries({ queryKey: api.newsroom.key() });
        sayDone(placed.campaignId ? "Đã xếp đề tài vào đợt, sự kiện." : "Đề tài không thuộc đợt nào nữa.");
      },
      onError: sayFailed,
    }),
  );
  const campaigns = list.data?.campaigns ?? [];
  const its = campaigns.find((row) => row.id === campaignId);
  if (!may.change?.allowed)
    return its ? (
      <Text size="sm">
        Thuộc{" "}
        <LinkText to="/noi-dung" search={{ xem: "lich", dot: its.id }} size="sm">
          {its.name}
        </LinkText>
      </Text>
    ) : null;
  const open = campaigns.filter(
    ({ id: one, state }) => one === campaignId || ["ahead", "on"].includes(state),
  );
  if (open.length === 0) return null;
  return (
    <Select
      label="Thuộc đợt cao điểm, sự kiện"
      placeholder="Không thuộc đợt nào"
      searchable
      clearable
      clearButtonProps={{ "aria-label": "Đưa đề tài ra khỏi đợt, sự kiện" }}
      nothingFoundMessage="Không có đợt này"
      data={open.map(({ id: value, name }) => ({ value, label: name }))}
      value={campaignId}
      disabled={place.isPending}
      onChange={(chosen) => chosen !== campaignId && place.mutate({ id, campaignId: chosen })}
      maw="28rem"
    />
  );
}
