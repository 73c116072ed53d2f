import {
  Anchor,
  Button,
  Group,
  Pagination,
  Paper,
  Select,
  Stack,
  Tabs,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FilterSelect } from "#ui/filter-select.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useFilters, useGo } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { SearchField } from "#ui/search-field.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";

type Pooled = Awaited<ReturnType<typeof api.newsroom.pool.call>>["items"][number];
type Claims = Awaited<ReturnType<typeof api.newsroom.topicClaims.call>>;

/** What the other agencies have published, and what all say they are working on. */
export default function PoolPage() {
  const [view, setView] = useFilters({ the: "da-dang", tim: "", "co-quan": "", trang: "1" });
  const claims = useQuery(api.newsroom.topicClaims.queryOptions());
  const [claiming, claim] = useDisclosure(false);
  return (
    <Page
      title="Kho tin chung"
      lead="Tin, bài các cơ quan khác trên hệ thống đã đăng, và chủ đề các cơ quan báo đang làm. Bản nháp của cơ quan nào chỉ cơ quan ấy thấy."
      actions={
        <MayButton may={claims.data?.may} verb="claim" hideReason onClick={claim.open}>
          Báo đang làm
        </MayButton>
      }
    >
      <Tabs value={view.the} onChange={(the) => setView({ the: the ?? "" })} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="da-dang">Đã đăng</Tabs.Tab>
          <Tabs.Tab value="dang-lam">Đang làm</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="da-dang" pt="md">
          <Published view={view} setView={setView} />
        </Tabs.Panel>
        <Tabs.Panel value="dang-lam" pt="md">
          <Asked query={claims}>{(found) => <Topics claims={found} />}</Asked>
        </Tabs.Panel>
      </Tabs>
      <ClaimDialog opened={claiming} onClose={claim.close} />
    </Page>
  );
}

function Published({
  view,
  setView,
}: {
  view: { tim: string; "co-quan": string; trang: string };
  setView: (change: { tim?: string; "co-quan"?: string; trang?: string }) => void;
}) {
  const page = Number(view.trang) || 1;
  const input = {
    page,
    ...(view.tim && { q: view.tim }),
    ...(view["co-quan"] && { agency: view["co-quan"] }),
  };
  const found = useQuery(api.newsroom.pool.queryOptions({ input }));
  const [taking, take] = useState<Pooled | null>(null);
  return (
    <Stack>
      <Group align="flex-end">
        <SearchField
          label="Tìm theo tiêu đề"
          placeholder="Gõ có dấu hoặc không dấu"
          value={view.tim}
          onSearch={(tim) => setView({ tim, trang: "1" })}
          maw="24rem"
        />
        <FilterSelect
          label="Cơ quan"
          data={(found.data?.agencies ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
          value={view["co-quan"]}
          onChange={(slug) => setView({ "co-quan": slug, trang: "1" })}
        />
      </Group>
      <Asked query={found}>
        {({ items, total, pageSize, may }) => (
          <>
            <Text size="sm" c="gray.7" role="status">
              {total} bài
            </Text>
            {items.length === 0 && (
              <EmptyState
                title={
                  view.tim || view["co-quan"]
                    ? "Không có bài nào như vậy"
                    : "Chưa có bài nào của cơ quan khác"
                }
                why="Bài mà cơ quan khác trên hệ thống đã đăng lên cổng hiện ở đây; bài còn nháp, chờ duyệt hoặc chưa đến giờ được đăng thì không."
              />
            )}
            {items.map((item) => (
              <Paper key={item.address} withBorder p="md" component="article">
                <Stack gap={6}>
                  <Title order={2} size="h4" style={{ overflowWrap: "anywhere" }}>
                    <Anchor href={item.address} target="_blank" rel="noopener" inherit>
                      {item.title}
                      <span className="only-read-aloud"> (mở ở thẻ mới)</span>
                    </Anchor>
                  </Title>
                  <Text size="sm" c="gray.8">
                    {item.kindLabel} của {item.agencyName}, <MomentText at={item.publishedAt} />
                  </Text>
                  {item.summary && <Text size="sm">{item.summary}</Text>}
                  {item.reusedAs && (
                    <Text size="sm">
                      Cơ quan bạn đã lấy bài này:{" "}
                      <LinkText to="/noi-dung/$id" params={{ id: item.reusedAs }} underline="always">
                        mở bài của mình
                      </LinkText>
                      .
                    </Text>
                  )}
                  {item.forbidden && (
                    <Text size="sm" c="gray.8">
                      {item.agencyName} không cho cơ quan khác đăng lại bài này.
                    </Text>
                  )}
                  {!item.forbidden && !item.reusedAs && may.reuse?.allowed && (
                    <Button size="xs" variant="default" w="fit-content" onClick={() => take(item)}>
                      Lấy làm bản nháp…<span className="only-read-aloud"> {item.title}</span>
                    </Button>
                  )}
                </Stack>
              </Paper>
            ))}
            {total > pageSize && (
              <Pagination
                total={Math.ceil(total / pageSize)}
                value={page}
                onChange={(next) => setView({ trang: String(next) })}
                getControlProps={(control) => ({
                  "aria-label": control === "next" ? "Trang sau" : "Trang trước",
                })}
              />
            )}
          </>
        )}
      </Asked>
      {taking && <ReuseDialog item={taking} onClose={() => take(null)} />}
    </Stack>
  );
}

function ReuseDialog({ item, onClose }: { item: Pooled; onClose: () => void }) {
  const go = useGo();
  const { units, ownUnitId } = usePeopleOptions();
  const [id] = useState(newId);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Lấy làm bản nháp"
      lead={`Bản nháp có chữ của bài “${item.title}”, không có ảnh; trang công khai luôn ghi nguồn ${item.agencyName}. Bạn sửa rồi gửi duyệt như bài của mình; bài gốc được đính chính, thu hồi thì bạn được báo.`}
      initial={{ unitId: ownUnitId }}
      verb="Lấy làm bản nháp"
      submit={({ unitId }) =>
        api.newsroom.reuse.call({ id, agency: item.agency, slug: item.slug, unitId: unitId ?? "" })
      }
      onDone={({ id }) => {
        sayDone("Đã lấy làm bản nháp.");
        go(`/noi-dung/${id}`);
      }}
    >
      {(form) => (
        <Select
          label="Đơn vị viết"
          required
          searchable
          allowDeselect={false}
          data={units}
          {...form.getInputProps("unitId")}
        />
      )}
    </FormDialog>
  );
}

function ClaimDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Báo đang làm một chủ đề"
      lead="Các cơ quan khác chỉ thấy những dòng dưới đây, không thấy bài đang viết; nhờ vậy họ không làm trùng, hoặc liên hệ để làm cùng."
      initial={{ title: "", words: "", plannedOn: "" as string | null, contact: "" }}
      verb="Báo đang làm"
      submit={(values) => api.newsroom.claimTopic.call({ ...values, plannedOn: values.plannedOn ?? "" })}
      onDone={(next) => {
        queries.setQueryData(api.newsroom.topicClaims.queryKey(), next);
        sayDone("Đã báo đang làm.");
      }}
    >
      {(form) => (
        <>
          <TextInput label="Chủ đề" required data-autofocus {...form.getInputProps("title")} />
          <TextInput label="Nói thêm" {...form.getInputProps("words")} />
          <DateField label="Ngày dự kiến đăng" required {...form.getInputProps("plannedOn")} />
          <TextInput
            label="Liên hệ"
            required
            placeholder="Tên, điện thoại hoặc thư điện tử"
            {...form.getInputProps("contact")}
          />
        </>
      )}
    </FormDialog>
  );
}

function Topics({ claims: { own, others } }: { claims: Claims }) {
  const queries = useQueryClient();
  const end = async (id: string) => {
    try {
      queries.setQueryData(
        api.newsroom.topicClaims.queryKey(),
        await api.newsroom.endTopicClaim.call({ id }),
      );
      sayDone("Đã thôi báo.");
    } catch (error) {
      sayFailed(error);
    }
  };
  if (own.length + others.length === 0)
    return (
      <EmptyState
        title="Chưa cơ quan nào báo đang làm gì"
        why="Báo chủ đề đang làm để cơ quan khác không làm trùng. Chỉ hiện chủ đề, ngày dự kiến và người liên hệ."
      />
    );
  return (
    <Stack>
      {others.map((row) => (
        <Topic key={`${row.agencyName} ${row.title} ${row.madeAt}`} row={row} whose={row.agencyName} />
      ))}
      {own.map((row) => (
        <Topic key={row.id} row={row} whose={`Cơ quan bạn (${row.madeByName})`}>
          {row.may.endClaim?.allowed && (
            <Button size="xs" variant="default" onClick={() => end(row.id)}>
              Thôi báo<span className="only-read-aloud"> {row.title}</span>
            </Button>
          )}
        </Topic>
      ))}
    </Stack>
  );
}

function Topic({
  row: { title, words, plannedOn, contact },
  whose,
  children,
}: {
  row: Claims["others"][number] | Claims["own"][number];
  whose: string;
  children?: ReactNode;
}) {
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap={6} align="flex-start">
        <Title order={2} size="h4" style={{ overflowWrap: "anywhere" }}>
          {title}
        </Title>
        <Text size="sm" c="gray.8">
          {whose}. Dự kiến đăng {formatDate(plannedOn)}. Liên hệ: {contact}.
        </Text>
        {words && <Text size="sm">{words}</Text>}
        {children}
      </Stack>
    </Paper>
  );
}
