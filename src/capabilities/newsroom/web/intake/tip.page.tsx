import { Alert, Checkbox, Group, Image, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { beginning } from "#platform/text/beginning.ts";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton, whyNot } from "#ui/may-button.tsx";
import { LinkText, useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone, sayDoneWithUndo, sayFailed } from "#ui/undo.tsx";
import { isOpen, tipKindLabel } from "../../contract.ts";
import { api, type Tip } from "../api.ts";
import { PracticeDialog } from "../good-practices/practice-dialog.tsx";
import { SameAsTip } from "./same-as-tip.tsx";
import { JoinDialog, MergeDialog, PlanDialog, WriteDialog } from "./tip-acts.tsx";
import { TipOutcome } from "./tip-outcome.tsx";
import { TipStateBadge } from "./tip-state.tsx";

/** One tip: what was sent, what became of it, and what an editor makes of it. */
export default function TipPage() {
  const id = useParam("id");
  const tip = useQuery(api.newsroom.getTip.queryOptions({ input: { id } }));
  return <Asked query={tip}>{(found) => <TipShown key={found.id} tip={found} />}</Asked>;
}

const placeWords = (latitude: number, longitude: number) =>
  `${latitude.toLocaleString("vi-VN", { maximumFractionDigits: 5 })}; ${longitude.toLocaleString("vi-VN", { maximumFractionDigits: 5 })}`;

function Attached({ media }: Pick<Tip, "media">) {
  if (media.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-labelledby="gui-kem">
      <Title order={2} size="h3" id="gui-kem">
        Gửi kèm
      </Title>
      <SimpleGrid component="ul" cols={{ base: 1, xs: 2, md: 3 }} m={0} p={0} style={{ listStyle: "none" }}>
        {media.map(({ id, sort, fileName, latitude, longitude }) => (
          <Stack key={id} component="li" gap={4}>
            {sort === "picture" ? (
              <Image src={`/media/${id}/640`} alt="" radius="sm" mah={320} fit="contain" loading="lazy" />
            ) : (
              // biome-ignore lint/a11y/useMediaCaption: what was just recorded has no text yet.
              <audio controls preload="none" src={`/media/${id}`} aria-label={fileName} />
            )}
            <LinkText to="/kho-tu-lieu/$id" params={{ id }} size="sm" style={{ overflowWrap: "anywhere" }}>
              {fileName}
            </LinkText>
            {latitude !== null && longitude !== null && (
              <Text size="xs" c="gray.7">
                Nơi chụp (vĩ độ; kinh độ): {placeWords(latitude, longitude)}
              </Text>
            )}
          </Stack>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

type Step = "write" | "plan" | "join" | "merge" | "decline" | "register";

function TipShown({ tip }: { tip: Tip }) {
  const go = useGo();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const [whyDeclined, setWhyDeclined] = useState("");
  const { id, may, kind, words } = tip;
  const close = () => {
    setStep(null);
    setWhyDeclined("");
  };
  const keep = (saved: Tip) => {
    queries.setQueryData(api.newsroom.getTip.queryKey({ input: { id } }), saved);
    void queries.invalidateQueries({ queryKey: api.newsroom.listTips.key() });
    void queries.invalidateQueries({ queryKey: api.newsroom.tipsBehind.key() });
  };
  const reopen = useMutation(api.newsroom.reopenTip.mutationOptions({ onSuccess: keep, onError: sayFailed }));
  const decided = (message: string) => (saved: Tip) => {
    keep(saved);
    close();
    sayDoneWithUndo(message, async () => {
      keep(await api.newsroom.reopenTip.call({ id }));
      // What was begun is gone with it; whoever went there comes back.
      go(`/tin-gui-ve/${id}`);
    });
  };
  const take = useMutation(
    api.newsroom.takeTip.mutationOptions({
      onSuccess: (saved) => {
        keep(saved);
        sayDone("Đã nhận tin; người gửi được báo.");
      },
      onError: sayFailed,
    }),
  );
  const withdraw = useMutation(
    api.newsroom.withdrawTip.mutationOptions({
      onSuccess: (saved) => {
        keep(saved);
        sayDone("Đã rút tin.");
      },
      onError: sayFailed,
    }),
  );
  const decline = useMutation(
    api.newsroom.declineTip.mutationOptions({ onSuccess: decided("Đã ghi là không dùng.") }),
  );
  const credit = useMutation(api.newsroom.creditTip.mutationOptions({ onSuccess: keep, onError: sayFailed }));
  const receives = whyNot(may, "use") === null;
  const isOver = !isOpen(tip.state) && tip.state !== "withdrawn";
  return (
    <Page
      title={`${tipKindLabel(kind)}: ${beginning(words.replace(/\s+/g, " "), 45)}`}
      crumbs={[
        may.count?.allowed
          ? { label: "Tin gửi về", to: "/tin-gui-ve" }
          : { label: "Tin đã gửi", to: "/tin-da-gui" },
      ]}
      lead={
        <Group gap="xs">
          <TipStateBadge state={tip.state} />
          <Text size="sm">
            {tip.sentByName} · {tip.unitName} · gửi lúc <MomentText at={tip.sentAt} />
          </Text>
        </Group>
      }
      actions={
        <>
          {receives && (
            <>
              {may.take?.allowed && (
                <MayButton
                  may={may}
                  verb="take"
                  variant="light"
                  loading={take.isPending}
                  onClick={() => take.mutate({ id })}
                >
                  Nhận tin
                </MayButton>
              )}
              <MayButton may={may} verb="use" onClick={() => setStep("write")}>
                Viết bài…
              </MayButton>
              <MayButton may={may} verb="use" variant="default" onClick={() => setStep("plan")}>
                Lập đề tài…
              </MayButton>
              <MayButton may={may} verb="use" variant="default" onClick={() => setStep("join")}>
                Gắn vào bài, đề tài…
              </MayButton>
              <MayButton may={may} verb="merge" variant="default" onClick={() => setStep("merge")}>
                Gộp…
              </MayButton>
              <MayButton
                may={may}
                verb="decline"
                variant="subtle"
                color="red"
                onClick={() => setStep("decline")}
              >
                Không dùng…
              </MayButton>
            </>
          )}
          {may.register?.allowed && (
            <MayButton may={may} verb="register" variant="default" onClick={() => setStep("register")}>
              Ghi vào sổ mô hình, sáng kiến…
            </MayButton>
          )}
          {may.reopen?.allowed && isOver && (
            <MayButton
              may={may}
              verb="reopen"
              variant="default"
              loading={reopen.isPending}
              onClick={() => reopen.mutate({ id })}
            >
              Xem lại tin
            </MayButton>
          )}
          {may.withdraw?.allowed && (
            <MayButton
              may={may}
              verb="withdraw"
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate({ id })}
            >
              Rút tin
            </MayButton>
          )}
        </>
      }
    >
      {isOver && (
        <Alert color={tip.state === "declined" ? "orange" : "green"} title={outcomeTitle(tip)}>
          <TipOutcome tip={tip} />
        </Alert>
      )}
      {may.credit?.allowed && (
        <Checkbox
          label={`Trang công khai ghi “Tin do ${tip.unitName} cung cấp”`}
          description="Chỉ tên đơn vị, không có tên người. Đơn vị của các tin gộp vào cũng được ghi."
          checked={tip.credited}
          disabled={credit.isPending}
          onChange={(event) => credit.mutate({ id, credited: event.currentTarget.checked })}
        />
      )}
      <Paper withBorder p="md">
        <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }} dir="auto">
          {words}
        </Text>
      </Paper>
      <Attached media={tip.media} />
      {receives && may.use?.allowed && (
        <SameAsTip
          tip={tip}
          onUsed={(saved, done) => decided(done)(saved)}
          onDuplicate={(reason) => {
            setWhyDeclined(reason);
            setStep("decline");
          }}
        />
      )}
      {tip.merged.length > 0 && (
        <Stack gap="xs" component="section" aria-labelledby="gop-vao">
          <Title order={2} size="h3" id="gop-vao">
            Tin gộp vào tin này
          </Title>
          <Stack component="ul" gap={4} m={0} pl="lg">
            {tip.merged.map((one) => (
              <li key={one.id}>
                <LinkText to="/tin-gui-ve/$id" params={{ id: one.id }} underline="always">
                  {one.words}
                </LinkText>{" "}
                ({one.unitName}, {one.sentByName})
              </li>
            ))}
          </Stack>
        </Stack>
      )}
      <WriteDialog
        tip={tip}
        opened={step === "write"}
        onClose={close}
        onDone={(saved) => {
          decided("Đã bắt đầu bài từ tin.")(saved);
          if (saved.item) go(`/noi-dung/${saved.item.id}`);
        }}
      />
      <PlanDialog tip={tip} opened={step === "plan"} onClose={close} onDone={decided("Đã lập đề tài.")} />
      <JoinDialog tip={tip} opened={step === "join"} onClose={close} onDone={decided("Đã gắn tin.")} />
      <PracticeDialog
        tip={tip}
        opened={step === "register"}
        onClose={close}
        onDone={(made) => {
          void queries.invalidateQueries({ queryKey: api.newsroom.getTip.key() });
          void queries.invalidateQueries({ queryKey: api.newsroom.listTips.key() });
          sayDone("Đã ghi vào sổ.");
          go(`/mo-hinh-sang-kien/${made.id}`);
        }}
      />
      <MergeDialog tip={tip} opened={step === "merge"} onClose={close} onDone={decided("Đã gộp tin.")} />
      <Confirm
        opened={step === "decline"}
        onClose={close}
        title="Không dùng tin"
        verb="Không dùng"
        reasonLabel="Lý do, người gửi đọc được"
        firstReason={whyDeclined}
        quickReasons={["Đã có tin về việc này", "Chưa đủ thông tin", "Không thuộc nội dung tuyên truyền"]}
        pending={decline.isPending}
        error={decline.error}
        onConfirm={(reason) => decline.mutate({ id, reason })}
      >
        Tin vẫn được giữ và xem lại được.
      </Confirm>
    </Page>
  );
}

function outcomeTitle({ state, decidedByName, decidedAt }: Tip) {
  const what = { used: "dùng tin", merged: "gộp tin", declined: "không dùng tin" }[state as "used"];
  return (
    <>
      {decidedByName} {what} lúc <MomentText at={decidedAt!} />
    </>
  );
}
