import { ActionIcon, Alert, Anchor, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { DateField } from "#ui/date-field.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { contentKinds, practiceKindLabel, stateLabels } from "../../contract.ts";
import { api, type GoodPractice } from "../api.ts";
import { TextChoice } from "../found-select.tsx";
import { KindChoice } from "../kind-choice.tsx";
import { PracticeDialog } from "./practice-dialog.tsx";
import { PracticeStateBadge } from "./practice-state.tsx";
import { ProofDialog, ProofOfPractice } from "./proof-of-practice.tsx";
import { SpreadDialog } from "./spread-dialog.tsx";

/** One good practice or initiative, with who took it over and what tells of it. */
export default function PracticePage() {
  const id = useParam("id");
  const practice = useQuery(api.newsroom.goodPractice.queryOptions({ input: { id } }));
  return <Asked query={practice}>{(found) => <Shown key={found.id} practice={found} />}</Asked>;
}

type Step = "accept" | "prove" | "change" | "recognise" | "refuse" | "end" | "spread" | "write" | "tell";

const Words = ({ children }: { children: string }) => (
  <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }} dir="auto">
    {children}
  </Text>
);

function Shown({ practice }: { practice: GoodPractice }) {
  const go = useGo();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const { id, may, state } = practice;
  const close = () => setStep(null);
  const keep = (saved: GoodPractice) => {
    queries.setQueryData(api.newsroom.goodPractice.queryKey({ input: { id } }), saved);
    void queries.invalidateQueries({ queryKey: api.newsroom.goodPractices.key() });
  };
  const kept = (message: string) => (saved: GoodPractice) => {
    keep(saved);
    close();
    sayDone(message);
  };
  const refuse = useMutation(
    api.newsroom.refuseGoodPractice.mutationOptions({ onSuccess: kept("Đã ghi là không vào sổ.") }),
  );
  const end = useMutation(
    api.newsroom.endGoodPractice.mutationOptions({ onSuccess: kept("Đã ghi là thôi áp dụng.") }),
  );
  const drop = useMutation(api.newsroom.dropSpread.mutationOptions({ onSuccess: keep, onError: sayFailed }));
  const untell = useMutation(
    api.newsroom.untellGoodPractice.mutationOptions({ onSuccess: keep, onError: sayFailed }),
  );
  return (
    <Page
      title={practice.title}
      crumbs={[{ label: "Mô hình, sáng kiến", to: "/mo-hinh-sang-kien" }]}
      lead={
        <Group gap="xs">
          <PracticeStateBadge state={state} />
          <Text size="sm">
            {practiceKindLabel(practice.kind)} · {practice.unitName} · {practice.registeredByName} ghi lúc{" "}
            <MomentText at={practice.registeredAt} />
          </Text>
        </Group>
      }
      actions={
        <>
          {may.accept?.allowed && (
            <MayButton may={may} verb="accept" onClick={() => setStep("accept")}>
              Ghi vào sổ…
            </MayButton>
          )}
          {may.refuse?.allowed && (
            <MayButton may={may} verb="refuse" variant="default" onClick={() => setStep("refuse")}>
              Không ghi vào sổ…
            </MayButton>
          )}
          {may.tell?.allowed && (
            <MayButton may={may} verb="tell" onClick={() => setStep("write")}>
              Viết bài…
            </MayButton>
          )}
          {may.change?.allowed && (
            <MayButton may={may} verb="change" variant="default" onClick={() => setStep("change")}>
              Sửa…
            </MayButton>
          )}
          {may.end?.allowed && (
            <MayButton may={may} verb="end" variant="subtle" color="red" onClick={() => setStep("end")}>
              Thôi áp dụng…
            </MayButton>
          )}
        </>
      }
    >
      {practice.reason && (
        <Alert color="orange" title={state === "ended" ? "Không còn áp dụng" : "Không ghi vào sổ"}>
          <Text size="sm">
            {practice.decidedByName}, <MomentText at={practice.decidedAt} />: {practice.reason}
          </Text>
        </Alert>
      )}
      {practice.tipId && (
        <Text size="sm">
          Ghi từ{" "}
          <LinkText to="/tin-gui-ve/$id" params={{ id: practice.tipId }} underline="always">
            tin gửi về
          </LinkText>
          .
        </Text>
      )}
      <Section id="cach-lam" title="Cách làm">
        {practice.authors && <Text size="sm">Người, nhóm làm: {practice.authors}</Text>}
        {practice.begunOn && (
          <Text size="sm">
            Làm từ ngày <DayText day={practice.begunOn} />
          </Text>
        )}
        <Words>{practice.what}</Words>
      </Section>
      <Section id="ket-qua" title="Kết quả">
        {practice.result ? <Words>{practice.result}</Words> : <Text c="gray.7">Chưa ghi kết quả.</Text>}
        {practice.proofUrl && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            Minh chứng:{" "}
            <Anchor
              href={practice.proofUrl}
              target="_blank"
              rel="noopener noreferrer"
              inherit
              underline="always"
            >
              {practice.proofUrl}
              <span className="only-read-aloud"> (mở ở thẻ mới)</span>
            </Anchor>
          </Text>
        )}
        {practice.proofNote && <Text size="sm">Minh chứng, nơi tra cứu: {practice.proofNote}</Text>}
        {!practice.proofUrl && !practice.proofNote && (
          <Text size="sm" c="gray.7">
            Kết quả chưa có minh chứng.
          </Text>
        )}
      </Section>
      <Section id="cong-nhan" title="Công nhận">
        {practice.decisionNumber ? (
          <Text>
            Quyết định số {practice.decisionNumber}
            {practice.decisionOn && (
              <>
                , ngày <DayText day={practice.decisionOn} />
              </>
            )}
            {practice.decisionBy && `, ${practice.decisionBy}`}
          </Text>
        ) : (
          <Text c="gray.7">Chưa có quyết định công nhận.</Text>
        )}
        {may.recognise?.allowed && (
          <MayButton
            may={may}
            verb="recognise"
            variant="default"
            size="xs"
            w="fit-content"
            onClick={() => setStep("recognise")}
          >
            Ghi quyết định công nhận…
          </MayButton>
        )}
      </Section>
      <Section id="ap-dung" title={`Nơi áp dụng theo (${practice.spread.length})`}>
        {practice.spread.length === 0 && <Text c="gray.7">Chưa có nơi nào được ghi là áp dụng theo.</Text>}
        <Stack component="ul" gap={4} m={0} pl="lg">
          {practice.spread.map((one) => (
            <li key={one.id}>
              <Group gap={6} wrap="nowrap">
                <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                  {one.name}
                  {one.since && (
                    <>
                      , từ <DayText day={one.since} />
                    </>
                  )}
                  {one.note && `: ${one.note}`}
                </Text>
                {one.mayDrop && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Bỏ ${one.name} khỏi nơi áp dụng`}
                    loading={drop.isPending && drop.variables.spreadId === one.id}
                    onClick={() => drop.mutate({ id, spreadId: one.id })}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                )}
              </Group>
            </li>
          ))}
        </Stack>
        {may.spread?.allowed && (
          <MayButton
            may={may}
            verb="spread"
            variant="default"
            size="xs"
            w="fit-content"
            onClick={() => setStep("spread")}
          >
            Ghi nơi áp dụng…
          </MayButton>
        )}
      </Section>
      <Section id="bai" title={`Bài nói về mục này (${practice.texts.length})`}>
        {practice.texts.length === 0 && <Text c="gray.7">Chưa có bài nào.</Text>}
        <Stack component="ul" gap={4} m={0} pl="lg">
          {practice.texts.map((text) => (
            <li key={text.id}>
              <Group gap={6} wrap="nowrap">
                <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                  <LinkText to="/noi-dung/$id" params={{ id: text.id }} underline="always">
                    {text.title || "(chưa có tiêu đề)"}
                  </LinkText>{" "}
                  ({stateLabels[text.state].toLowerCase()})
                </Text>
                {may.tell?.allowed && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Thôi gắn bài ${text.title || "chưa có tiêu đề"}`}
                    loading={untell.isPending && untell.variables.itemId === text.id}
                    onClick={() => untell.mutate({ id, itemId: text.id })}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                )}
              </Group>
            </li>
          ))}
        </Stack>
        {may.tell?.allowed && (
          <MayButton
            may={may}
            verb="tell"
            variant="default"
            size="xs"
            w="fit-content"
            onClick={() => setStep("tell")}
          >
            Gắn bài đã có…
          </MayButton>
        )}
      </Section>
      <ProofOfPractice practice={practice} onProve={() => setStep("prove")} />
      {(["accept", "prove"] as const).map((one) => (
        <ProofDialog
          key={one}
          practice={practice}
          accepting={one === "accept"}
          opened={step === one}
          onClose={close}
          onDone={keep}
        />
      ))}
      <PracticeDialog
        practice={practice}
        opened={step === "change"}
        onClose={close}
        onDone={kept("Đã ghi thay đổi.")}
      />
      <FormDialog
        opened={step === "recognise"}
        onClose={close}
        title="Quyết định công nhận"
        lead="Để trống số quyết định là chưa được công nhận."
        initial={{
          number: practice.decisionNumber ?? "",
          on: practice.decisionOn,
          by: practice.decisionBy ?? "",
        }}
        verb="Ghi"
        submit={(fields) => api.newsroom.recogniseGoodPractice.call({ id, ...fields })}
        onDone={kept("Đã ghi quyết định công nhận.")}
      >
        {(form) => (
          <>
            <TextInput label="Số quyết định" data-autofocus {...form.getInputProps("number")} />
            <DateField label="Ngày quyết định" {...form.getInputProps("on")} />
            <TextInput label="Cơ quan, hội đồng công nhận" {...form.getInputProps("by")} />
          </>
        )}
      </FormDialog>
      <SpreadDialog practice={practice} opened={step === "spread"} onClose={close} onDone={keep} />
      <FormDialog
        opened={step === "write"}
        onClose={close}
        title="Viết bài"
        lead="Bản nháp có sẵn tên, cách làm, kết quả, và gắn sẵn những nghĩa vụ của kế hoạch về mô hình, sáng kiến; đăng xong bài là minh chứng của chúng."
        initial={{ kind: contentKinds[0]!.slug }}
        verb="Bắt đầu viết"
        submit={({ kind }) => api.newsroom.writeFromGoodPractice.call({ id, kind })}
        onDone={({ itemId }) => {
          void queries.invalidateQueries({ queryKey: api.newsroom.goodPractice.key() });
          go(`/noi-dung/${itemId}`);
        }}
      >
        {(form) => <KindChoice field={form.getInputProps("kind")} />}
      </FormDialog>
      <FormDialog
        opened={step === "tell"}
        onClose={close}
        title="Gắn bài đã có"
        initial={{ itemId: null as string | null }}
        verb="Gắn bài"
        submit={({ itemId }) => api.newsroom.tellOfGoodPractice.call({ id, itemId: itemId ?? "" })}
        onDone={kept("Đã gắn bài.")}
      >
        {(form) => <TextChoice form={form} field="itemId" />}
      </FormDialog>
      <Confirm
        opened={step === "refuse"}
        onClose={close}
        title="Không ghi vào sổ"
        verb="Không ghi vào sổ"
        reasonLabel="Lý do, người đề nghị đọc được"
        quickReasons={["Chưa đủ thông tin", "Đã có mục tương tự trong sổ", "Chưa có kết quả"]}
        pending={refuse.isPending}
        error={refuse.error}
        onConfirm={(reason) => refuse.mutate({ id, reason })}
      >
        Mục vẫn được giữ và ghi vào sổ sau được.
      </Confirm>
      <Confirm
        opened={step === "end"}
        onClose={close}
        title="Thôi áp dụng"
        verb="Ghi thôi áp dụng"
        reasonLabel="Lý do"
        pending={end.isPending}
        error={end.error}
        onConfirm={(reason) => end.mutate({ id, reason })}
      >
        Mục ở lại trong sổ cùng lý do; bài đã đăng không đổi.
      </Confirm>
    </Page>
  );
}
