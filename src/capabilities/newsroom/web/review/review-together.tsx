import { Alert, Box, Button, Group, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Loading } from "#ui/loading.tsx";
import { LinkText, useGo } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { sayDone } from "#ui/undo.tsx";
import { nameInWords } from "../../review/review.ts";
import { api, type Item } from "../api.ts";
import { ContentStateBadge } from "../content-state.tsx";
import { OutsideAnswers } from "../outside-checks/outside-checks.tsx";
import classes from "../review.module.css";
import { useNextToDecide, useSeen } from "./go-on-deciding.ts";
import { useJustOpened } from "./just-opened.ts";
import { refusals } from "./refusals.ts";
import { ReviewSteps } from "./review-steps.tsx";
import { TextTabs } from "./text-tabs.tsx";

type Together = NonNullable<Item["together"]>;

/** Texts that wait for one decision, one under another: all of them, or none. */
export function ReviewTogether({ id, together }: { id: string; together: Together }) {
  const found = useQueries({
    queries: together.texts.map((text) =>
      api.newsroom.get.queryOptions({ input: { id: text.id }, staleTime: 0, refetchOnMount: "always" }),
    ),
  });
  const failed = found.find(({ isError, data }) => isError && data === undefined);
  const items = found.flatMap(({ data }) => data ?? []);
  return (
    <Page
      title={`Duyệt chung ${together.texts.length} bài`}
      crumbs={[
        { label: "Tin, bài", to: "/noi-dung" },
        { label: "Nội dung", to: `/noi-dung/${id}` },
      ]}
      lead="Đọc lần lượt rồi quyết định một lần: được duyệt tất cả hoặc không bài nào."
    >
      {failed && <ErrorNotice error={failed.error} retry={() => void failed.refetch()} />}
      {items.length === together.texts.length ? (
        <Texts together={together} items={items} />
      ) : (
        !failed && <Loading />
      )}
    </Page>
  );
}

function Texts({ together, items }: { together: Together; items: Item[] }) {
  const go = useGo();
  const queries = useQueryClient();
  const next = useNextToDecide();
  const [returning, setReturning] = useState(false);
  const [refusing, setRefusing] = useState(false);
  // One decision for each text: sent again on a bad line it decides nothing more.
  const [decisionIds] = useState(() => new Map(items.map(({ id }) => [id, newId()])));
  const exact = (reasons: Record<string, string> = {}) =>
    items.map(({ id, current, signsAs }) => ({
      id,
      revisionId: current.id,
      hash: current.hash,
      decisionId: decisionIds.get(id)!,
      authorityId: signsAs?.authorityId ?? null,
      reason: reasons[id]?.trim() ?? "",
    }));
  const decided = async (message: string) => {
    await queries.invalidateQueries({ queryKey: api.newsroom.get.key(), refetchType: "none" });
    sayDone(message);
    if (!(await next(items.map(({ id }) => id)))) go("/");
  };
  const due = together.texts.filter((text) => text.due);
  const last = items.every(({ turn }) => turn?.position === turn?.of);
  const approve = useMutation(
    api.newsroom.decideTogether.mutationOptions({
      onSuccess: () =>
        decided(last ? `Đã duyệt cả ${items.length} bài.` : "Đã duyệt bước này; cả bộ sang bước tiếp theo."),
    }),
  );
  const refuse = useMutation(
    api.newsroom.decideTogether.mutationOptions({
      onSuccess: () => decided(`Đã ghi không duyệt cả ${items.length} bài.`),
    }),
  );
  const hindered = due.filter(({ why }) => why !== null);
  const waits = together.texts.filter((text) => !text.due);
  const may = hindered.length === 0;
  const signsAs = items.find((item) => item.signsAs)?.signsAs ?? null;
  const isNew = useJustOpened();
  const yes = () => approve.mutate({ outcome: "approved", texts: exact() });
  useShortcuts([{ keys: "a", label: "Duyệt", run: () => !isNew && may && yes() }]);
  return (
    <>
      {items.map((item, index) => (
        <OneText key={item.current.id} item={item} place={`${index + 1}/${items.length}`} />
      ))}
      {waits.length > 0 && (
        <Alert color="blue" title="Chưa phải bước cuối của cả bộ">
          Bước này quyết định {due.map(({ title }) => `“${title}”`).join(", ")}.{" "}
          {waits.map(({ title }) => `“${title}”`).join(", ")} ít bước hơn, được quyết định cùng ở bước sau.
          Trả lại thì trả lại cả bộ.
        </Alert>
      )}
      {hindered.length > 0 && (
        <Alert color="orange" title="Bạn chưa quyết định được bộ này" role="status">
          Phải được quyền quyết định mọi bài mới duyệt được bộ.
          {hindered.map(({ id, title, why }) => (
            <Text size="sm" key={id}>
              “{title}”: {why}
            </Text>
          ))}
        </Alert>
      )}
      {may && signsAs && (
        <Alert color="blue" title="Bạn quyết định nhân danh">
          {nameInWords(signsAs)}
        </Alert>
      )}
      <Text size="xs" c="gray.7">
        Bạn duyệt đúng{" "}
        {items.map(({ current }) => `bản ${current.number}, mã ${current.hash.slice(0, 12)}`).join("; ")}. Nếu
        có bài bị sửa sau lúc bạn mở, không bài nào được duyệt.
      </Text>
      <ErrorNotice
        error={approve.error}
        retry={() => void queries.invalidateQueries({ queryKey: api.newsroom.get.key() })}
      />
      <Box className={classes.decision}>
        <Group grow preventGrowOverflow={false} align="flex-start" maw="36rem">
          <Button
            size="md"
            disabled={!may}
            loading={approve.isPending}
            data-disabled={isNew || undefined}
            aria-disabled={isNew || undefined}
            onClick={() => !isNew && yes()}
          >
            Duyệt cả {items.length} bài
          </Button>
          <Button size="md" variant="default" disabled={!may} onClick={() => setReturning(true)}>
            Yêu cầu sửa
          </Button>
        </Group>
        {items.every(({ may: mayOne }) => mayOne.refuse?.allowed) && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            w="fit-content"
            mt="xs"
            onClick={() => setRefusing(true)}
          >
            Không duyệt cả {items.length} bài…
          </Button>
        )}
      </Box>
      <Confirm
        opened={refusing}
        onClose={() => setRefusing(false)}
        title={`Không duyệt cả ${items.length} bài`}
        verb="Không duyệt cả bộ"
        reasonLabel="Vì sao không duyệt"
        quickReasons={refusals}
        pending={refuse.isPending}
        error={refuse.error}
        onConfirm={(reason) => refuse.mutate({ outcome: "refused", reason, texts: exact() })}
      >
        Mọi bài của bộ dừng ở đây và không sửa được nữa; người soạn đọc được lý do và có thể viết lại từng bài
        thành bài mới. Nếu chỉ cần sửa thì chọn “Yêu cầu sửa”.
      </Confirm>
      <FormDialog
        opened={returning}
        onClose={() => setReturning(false)}
        title={`Trả lại cả ${items.length} bài`}
        lead="Ghi điều cần sửa ở từng bài; bài không có gì phải sửa thì để trống. Nhận xét còn mở của mỗi bài được gửi kèm."
        initial={{ reason: "", reasons: Object.fromEntries(items.map(({ id }) => [id, ""])) }}
        check={({ reason, reasons }) =>
          [reason, ...Object.values(reasons)].every((one) => one.trim() === "")
            ? { reason: "Hãy ghi điều cần sửa, chung cho cả bộ hoặc ở từng bài." }
            : {}
        }
        verb="Trả lại cả bộ"
        submit={({ reason, reasons }) =>
          api.newsroom.decideTogether.call({
            outcome: "returned",
            reason: reason.trim(),
            texts: exact(reasons),
          })
        }
        onDone={() => void decided("Đã trả lại cả bộ để sửa.")}
      >
        {(form) => (
          <>
            {items.map(({ id, title }) => (
              <Textarea
                key={id}
                label={title || "Bài chưa có tiêu đề"}
                autosize
                minRows={2}
                maxLength={1000}
                {...form.getInputProps(`reasons.${id}`)}
              />
            ))}
            <Textarea
              label="Chung cho cả bộ"
              autosize
              minRows={2}
              maxLength={1000}
              {...form.getInputProps("reason")}
            />
          </>
        )}
      </FormDialog>
    </>
  );
}

function OneText({ item, place }: { item: Item; place: string }) {
  useSeen(item);
  const { id, title, kindLabel, unitName, current, openComments } = item;
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h3" style={{ overflowWrap: "anywhere" }}>
        {place}. {title || "Bài chưa có tiêu đề"}
      </Title>
      <Group gap="sm">
        <ContentStateBadge item={item} />
        <Text size="sm">
          {kindLabel} · {unitName} · bản {current.number} của {current.authorName}
        </Text>
      </Group>
      <TextTabs item={item} />
      <OutsideAnswers id={id} of={title} />
      <Text size="sm">
        <LinkText to="/noi-dung/$id" params={{ id }}>
          Mở riêng bài này để nhận xét, xem bài giống và nguồn
        </LinkText>
        {openComments > 0 && ` (còn ${openComments} nhận xét chưa xong)`}
      </Text>
      <ReviewSteps review={item.review} of={title} />
    </Stack>
  );
}
