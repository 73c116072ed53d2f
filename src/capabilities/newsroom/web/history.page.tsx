import {
  Badge,
  Group,
  Paper,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Tabs,
  Text,
  Title,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useGo, useParam } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { stateLabels } from "../contract.ts";
import { api, type Item, type Revision } from "./api.ts";
import { eventWords } from "./event-words.ts";
import { CompareRevisions } from "./review/compare-revisions.tsx";
import { fieldsOf } from "./stored-text.ts";
import { TextView } from "./text-view.tsx";

/** Every saved text as the portal would show it, any two compared, one brought back, and who did what when. */
export default function HistoryPage() {
  const id = useParam("id");
  const item = useQuery(api.newsroom.get.queryOptions({ input: { id }, refetchOnMount: "always" }));
  const revisions = useQuery(
    api.newsroom.revisions.queryOptions({ input: { id }, refetchOnMount: "always" }),
  );
  return (
    <Page
      title={`Các bản của: ${item.data?.title || "bài"}`}
      crumbs={[
        { label: "Tin, bài", to: "/noi-dung" },
        { label: "Nội dung", to: `/noi-dung/${id}` },
      ]}
      actions={
        <LinkButton to="/noi-dung/$id/phieu-duyet" params={{ id }} variant="default">
          Phiếu duyệt
        </LinkButton>
      }
    >
      <Asked query={revisions}>
        {({ revisions: rows }) => (
          <Tabs defaultValue="xem">
            <Tabs.List>
              <Tabs.Tab value="xem">Xem từng bản</Tabs.Tab>
              <Tabs.Tab value="so-sanh">So sánh hai bản</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="xem" pt="md">
              <Asked query={item}>{(found) => <Version item={found} revisions={rows} />}</Asked>
            </Tabs.Panel>
            <Tabs.Panel value="so-sanh" pt="md">
              <Comparison revisions={rows} />
            </Tabs.Panel>
          </Tabs>
        )}
      </Asked>
      <Asked query={item}>
        {({ history }) => (
          <section aria-labelledby="viec-da-lam">
            <Title order={2} size="h3" id="viec-da-lam" mb="sm">
              Việc đã làm
            </Title>
            <Table.ScrollContainer minWidth={300}>
              <Table style={{ overflowWrap: "anywhere" }}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Lúc</Table.Th>
                    <Table.Th>Việc</Table.Th>
                    <Table.Th>Ai</Table.Th>
                    <Table.Th>Sau đó</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {history.map(({ event, at, personName, reason, note, toState }) => (
                    <Table.Tr key={`${at} ${event}`}>
                      <Table.Td>
                        <MomentText at={at} />
                      </Table.Td>
                      <Table.Td>
                        {eventWords[event] ?? event}
                        {note && <Text size="sm">{note}</Text>}
                        {reason && <Text size="sm">“{reason}”</Text>}
                      </Table.Td>
                      <Table.Td>{personName}</Table.Td>
                      <Table.Td>{stateLabels[toState]}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </section>
        )}
      </Asked>
    </Page>
  );
}

/** What became of the text that went out. */
const liveWords: Partial<Record<Item["state"], string>> = {
  published: "Đang đăng trên cổng",
  withdrawn: "Đã thu hồi, trên cổng đọc được dưới thông báo thu hồi",
  removed: "Đã gỡ bỏ khỏi cổng",
};

/** One version as the portal would show it, with the way back to it. */
function Version({ item, revisions }: { item: Item; revisions: Revision[] }) {
  const go = useGo();
  const queries = useQueryClient();
  const [chosenId, setChosen] = useState(revisions[0]?.id ?? null);
  const [asking, setAsking] = useState(false);
  const [saveId] = useState(newId);
  const restore = useMutation({
    mutationFn: (revision: Revision) =>
      api.newsroom.save.call({
        id: item.id,
        saveId,
        baseRevisionId: item.current.id,
        fields: fieldsOf(revision),
      }),
    onSuccess: async (saved, { number }) => {
      await queries.invalidateQueries({ queryKey: api.newsroom.key() });
      sayDone(`Bản ${number} đã thành bản ${saved.current.number}.`);
      go(`/noi-dung/${item.id}`);
    },
  });
  const chosen = revisions.find(({ id }) => id === chosenId);
  const decided = item.state === "approved" || item.state === "scheduled";
  return (
    <Stack>
      <Group align="flex-end">
        <Select
          label="Bản"
          data={optionsOf(revisions)}
          value={chosenId}
          onChange={setChosen}
          allowDeselect={false}
          flex="1 1 16rem"
          maw="28rem"
        />
        {chosen && chosen.hash !== item.current.hash && (
          <MayButton may={item.may} verb="save" variant="default" onClick={() => setAsking(true)}>
            Khôi phục bản này
          </MayButton>
        )}
      </Group>
      {chosen && (
        <>
          <Group gap="xs">
            {chosen.id === item.current.id && (
              <Badge variant="light" tt="none">
                Bản mới nhất
              </Badge>
            )}
            {chosen.id === item.live?.id && liveWords[item.state] && (
              <Badge variant="light" color={item.state === "published" ? "green" : "red"} tt="none">
                {liveWords[item.state]}
              </Badge>
            )}
          </Group>
          <Paper withBorder p="md">
            <TextView {...chosen} />
          </Paper>
          <Confirm
            opened={asking}
            onClose={() => setAsking(false)}
            title={`Khôi phục bản ${chosen.number}`}
            verb="Khôi phục"
            pending={restore.isPending}
            error={restore.error}
            onConfirm={() => restore.mutate(chosen)}
          >
            Bản {chosen.number} được chép thành bản mới của bài; không bản nào mất đi.
            {item.state === "published" && " Bài đang đăng trên cổng giữ nguyên."}
            {decided && " Bài mất lượt duyệt và giờ hẹn; phải được duyệt lại."}
          </Confirm>
        </>
      )}
    </Stack>
  );
}

const optionsOf = (revisions: Revision[]) =>
  revisions.map(({ id, number, authorName, at }) => ({
    value: id,
    label: `Bản ${number} · ${authorName} · ${formatDateTime(at)}`,
  }));

function Comparison({ revisions }: { revisions: Revision[] }) {
  const [way, setWay] = useState<"words" | "beside">("words");
  const [nowId, setNow] = useState(revisions[0]?.id ?? null);
  const [beforeId, setBefore] = useState((revisions[1] ?? revisions[0])?.id ?? null);
  const now = revisions.find(({ id }) => id === nowId);
  const before = revisions.find(({ id }) => id === beforeId);
  const options = optionsOf(revisions);
  return (
    <Stack>
      <Select
        label="Bản trước"
        data={options}
        value={beforeId}
        onChange={setBefore}
        allowDeselect={false}
        maw="28rem"
      />
      <Select
        label="Bản sau"
        data={options}
        value={nowId}
        onChange={setNow}
        allowDeselect={false}
        maw="28rem"
      />
      <SegmentedControl
        aria-label="Cách so sánh"
        data={[
          { value: "words", label: "Khác nhau từng chữ" },
          { value: "beside", label: "Đặt cạnh nhau" },
        ]}
        value={way}
        onChange={(value) => setWay(value as typeof way)}
        w="fit-content"
      />
      {now && before && way === "words" && (
        <Paper withBorder p="md">
          <CompareRevisions before={before} now={now} />
        </Paper>
      )}
      {now && before && way === "beside" && (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {[before, now].map((revision, place) => (
            <Paper key={place === 0 ? "before" : "now"} withBorder p="md">
              <Text fw={700} mb="xs">
                {place === 0 ? "Bản trước" : "Bản sau"}: bản {revision.number}
              </Text>
              <TextView {...revision} />
            </Paper>
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}
