import { Badge, Button, Group, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { percent } from "#platform/text/percent.ts";
import { LinkText, useGo } from "#ui/navigation.tsx";
import { Section } from "#ui/section.tsx";
import { sayFailed } from "#ui/undo.tsx";
import { api, type Tip } from "../api.ts";
import { SimilarCard } from "../similar/similar-items.tsx";

type Found = Awaited<ReturnType<typeof api.newsroom.sameAsTip.call>>;
type Same = Found["similar"][number];

interface Deciding {
  tip: Tip;
  /** Says what was done, with the way back. */
  onUsed: (saved: Tip, done: string) => void;
  /** Opens the dialog that declines the tip, with this reason in it. */
  onDuplicate: (reason: string) => void;
}

const called = ({ title }: { title: string }) => title || "chưa có tiêu đề";

/** Which of several buttons it is, for who does not see where it stands. */
const Of = ({ item }: { item: { title: string } }) => (
  <span className="only-read-aloud">: {called(item)}</span>
);

/** What tells the same as an open tip, here and at other agencies, and what can be done at once. */
export function SameAsTip(deciding: Deciding) {
  const { id } = deciding.tip;
  const found = useQuery(api.newsroom.sameAsTip.queryOptions({ input: { id }, retry: false }));
  if (!found.data) return null;
  const { similar, claims } = found.data;
  const count = similar.length + claims.length;
  return (
    <Section id="tin-trung" title="Đã có tin, bài về việc này chưa?">
      <Text size="sm" role="status">
        {count === 0
          ? "Chưa thấy bài nào giống tin này, ở cơ quan mình và ở các cơ quan khác trên hệ thống."
          : `Tìm thấy ${count} bài hoặc chủ đề giống tin này. Hãy đối chiếu trước khi viết.`}
      </Text>
      {similar.map((item) => (
        <SimilarCard key={item.itemId} id={null} item={item} mayAnswer={false} mine="Trong tin gửi về">
          <WhatToDo {...deciding} item={item} />
        </SimilarCard>
      ))}
      {claims.map((claim) => (
        <Claimed key={`${claim.agencyName} ${claim.title}`} claim={claim} {...deciding} />
      ))}
    </Section>
  );
}

function WhatToDo({ tip: { id }, item, onUsed, onDuplicate }: Deciding & { item: Same }) {
  const go = useGo();
  const { reuse, own, itemId } = item;
  const join = useMutation(
    api.newsroom.joinTip.mutationOptions({
      onSuccess: (saved) => onUsed(saved, "Đã gắn tin vào bài."),
      onError: sayFailed,
    }),
  );
  const take = useMutation(
    api.newsroom.reuseForTip.mutationOptions({
      onSuccess: (saved) => {
        onUsed(saved, "Đã lấy bài làm bản nháp, ghi nguồn.");
        if (saved.item) go(`/noi-dung/${saved.item.id}`);
      },
      onError: sayFailed,
    }),
  );
  const ownId = own ? itemId : (reuse?.reusedAs ?? null);
  const from = own ? item.unitName : item.agencyName;
  return (
    <>
      {reuse?.reusedAs && (
        <Text size="sm">
          Cơ quan bạn đã lấy bài này:{" "}
          <LinkText to="/noi-dung/$id" params={{ id: reuse.reusedAs }} underline="always">
            mở bài của mình
          </LinkText>
          .
        </Text>
      )}
      {reuse?.forbidden && <Text size="sm">{item.agencyName} không cho cơ quan khác đăng lại bài này.</Text>}
      <Group gap="xs">
        {reuse && !reuse.forbidden && !reuse.reusedAs && (
          <Button
            size="xs"
            variant="default"
            loading={take.isPending}
            onClick={() => take.mutate({ id, agency: reuse.agency, slug: reuse.slug })}
          >
            Lấy bài ấy đăng lại, ghi nguồn
            <Of item={item} />
          </Button>
        )}
        {ownId !== null && (
          <Button
            size="xs"
            variant="default"
            loading={join.isPending}
            onClick={() => join.mutate({ id, itemId: ownId })}
          >
            Gắn tin vào bài này
            <Of item={item} />
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          onClick={() => onDuplicate(`Trùng với bài “${called(item)}” của ${from}`)}
        >
          Trùng, không dùng tin…
          <Of item={item} />
        </Button>
      </Group>
    </>
  );
}

function Claimed({ claim, onDuplicate }: Deciding & { claim: Found["claims"][number] }) {
  const { title, agencyName, plannedOn, contact, score } = claim;
  return (
    <>
      <Group gap="xs">
        <Badge color="orange" variant="light">
          Đang làm {percent(score, 1)}
        </Badge>
      </Group>
      <Text size="sm">
        <b>{title}</b>: {agencyName} báo đang làm, dự kiến đăng ngày {formatDate(plannedOn)}; liên hệ{" "}
        {contact}.
      </Text>
      <Group>
        <Button
          size="xs"
          variant="default"
          onClick={() => onDuplicate(`Trùng với chủ đề “${title}” mà ${agencyName} đang làm`)}
        >
          Trùng, không dùng tin…
          <Of item={claim} />
        </Button>
      </Group>
    </>
  );
}
