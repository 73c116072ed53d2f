import { Alert, Button, Checkbox, Group, Stack, Text, Textarea } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { channels, commendedLabels, consentWayLabels, contentKinds, stateLabels } from "../../contract.ts";
import { api, type Commendation } from "../api.ts";
import { TextChoice } from "../found-select.tsx";
import { KindChoice } from "../kind-choice.tsx";
import { CommendationDialog } from "./commendation-dialog.tsx";
import { ConsentDialog } from "./consent-dialog.tsx";
import { ConsentBadge } from "./consent-state.tsx";

/** One commendation: whom, for what, the consent with its history, and the texts that praise. */
export default function CommendationPage() {
  const id = useParam("id");
  const found = useQuery(api.newsroom.commendation.queryOptions({ input: { id } }));
  return <Asked query={found}>{(one) => <Shown key={one.id} commendation={one} />}</Asked>;
}

type Step = "change" | "drop" | "consent" | "withdraw" | "write" | "tell";

const channelsInWords = (slugs: string[]) =>
  channels.flatMap(({ slug, label }) => (slugs.includes(slug) ? [label.toLowerCase()] : [])).join(", ");

function ConsentLine({ consent }: { consent: Commendation["consents"][number] }) {
  const { askedByName, askedOn, how, keptAt, coversPicture, withdrawnAt, withdrawnByName, withdrawnNote } =
    consent;
  return (
    <Stack component="li" gap={2}>
      <Text size="sm">
        {withdrawnAt ? "Đã đồng ý" : "Đang hiệu lực"}: {coversPicture ? "tên và ảnh" : "chỉ tên"}, trên{" "}
        {channelsInWords(consent.channels)}.
      </Text>
      <Text size="sm" c="gray.7">
        {askedByName} hỏi ngày <DayText day={askedOn} />; {consentWayLabels[how].toLowerCase()}
        {keptAt && `; lưu ở ${keptAt}`}.
      </Text>
      {withdrawnAt && (
        <Text size="sm" fw={600}>
          Rút đồng ý lúc <MomentText at={withdrawnAt} />, {withdrawnByName} ghi
          {withdrawnNote && `: ${withdrawnNote}`}
        </Text>
      )}
    </Stack>
  );
}

function Shown({ commendation }: { commendation: Commendation }) {
  const go = useGo();
  const queries = useQueryClient();
  const [step, setStep] = useState<Step | null>(null);
  const [note, setNote] = useState("");
  const { id, may, name, consent, texts } = commendation;
  const close = () => setStep(null);
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: api.newsroom.commendations.key() });
    void queries.invalidateQueries({ queryKey: api.newsroom.commendedIn.key() });
    void queries.invalidateQueries({ queryKey: api.newsroom.get.key() });
  };
  const keep = (saved: Commendation) => {
    queries.setQueryData(api.newsroom.commendation.queryKey({ input: { id } }), saved);
    refresh();
  };
  const kept = (message: string) => (saved: Commendation) => {
    keep(saved);
    close();
    sayDone(message);
  };
  const withdraw = useMutation(
    api.newsroom.withdrawConsent.mutationOptions({ onSuccess: kept("Đã ghi là rút đồng ý.") }),
  );
  const unlink = useMutation(
    api.newsroom.unpraiseInText.mutationOptions({ onSuccess: keep, onError: sayFailed }),
  );
  const drop = useMutation(
    api.newsroom.dropCommendation.mutationOptions({
      onSuccess: () => {
        refresh();
        sayDone("Đã bỏ mục ghi nhầm.");
        go("/bieu-duong");
      },
    }),
  );
  const outstanding = texts.filter(({ isOutstanding }) => isOutstanding);
  return (
    <Page
      title={name}
      crumbs={[{ label: "Biểu dương", to: "/bieu-duong" }]}
      lead={
        <Group gap="xs">
          <ConsentBadge consent={consent} />
          <Text size="sm">
            {commendedLabels[commendation.subject]}
            {commendation.jobTitle && ` · ${commendation.jobTitle}`} · {commendation.unitName}
          </Text>
        </Group>
      }
      actions={
        <>
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
          {may.drop?.allowed && texts.length === 0 && (
            <MayButton may={may} verb="drop" variant="subtle" color="red" onClick={() => setStep("drop")}>
              Bỏ mục ghi nhầm…
            </MayButton>
          )}
        </>
      }
    >
      {outstanding.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle />} title="Phải đính chính hoặc gỡ">
          <Text size="sm">
            {name} không đồng ý, hoặc chưa đồng ý như bài đang nêu. Mở từng bài để bỏ tên, ảnh rồi đính chính,
            hoặc gỡ bỏ:
          </Text>
          <Stack component="ul" gap={4} m={0} pl="lg">
            {outstanding.map((text) => (
              <li key={text.id}>
                <LinkText to="/noi-dung/$id" params={{ id: text.id }} underline="always">
                  {text.title}
                </LinkText>{" "}
                ({stateLabels[text.state].toLowerCase()})
              </li>
            ))}
          </Stack>
        </Alert>
      )}
      <Section id="thanh-tich" title="Thành tích">
        <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }} dir="auto">
          {commendation.achievement}
        </Text>
        {commendation.decisionNumber && (
          <Text size="sm">
            Quyết định số {commendation.decisionNumber}
            {commendation.decisionOn && (
              <>
                , ngày <DayText day={commendation.decisionOn} />
              </>
            )}
            {commendation.decisionBy && `, ${commendation.decisionBy}`}
          </Text>
        )}
        <Text size="xs" c="gray.7">
          {commendation.notedByName} ghi lúc <MomentText at={commendation.notedAt} />
        </Text>
      </Section>
      {commendation.subject === "person" && (
        <Section id="dong-y" title="Sự đồng ý được nêu tên">
          {commendation.consents.length === 0 ? (
            <Text c="gray.7">Chưa ghi sự đồng ý nào; bài gắn với người này chưa đăng được.</Text>
          ) : (
            <Stack component="ul" gap="xs" m={0} pl="lg">
              {commendation.consents.map((one) => (
                <ConsentLine key={one.id} consent={one} />
              ))}
            </Stack>
          )}
          <Group gap="sm">
            {consent !== "given" && may.consent?.allowed && (
              <MayButton may={may} verb="consent" size="xs" onClick={() => setStep("consent")}>
                Ghi sự đồng ý…
              </MayButton>
            )}
            {consent === "given" && may.withdraw?.allowed && (
              <MayButton
                may={may}
                verb="withdraw"
                size="xs"
                variant="default"
                onClick={() => setStep("withdraw")}
              >
                Ghi là rút đồng ý…
              </MayButton>
            )}
          </Group>
        </Section>
      )}
      <Section id="bai" title={`Bài biểu dương (${texts.length})`}>
        {texts.length === 0 && <Text c="gray.7">Chưa có bài nào.</Text>}
        <Stack component="ul" gap="xs" m={0} pl="lg">
          {texts.map((text) => (
            <li key={text.id}>
              <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                <LinkText to="/noi-dung/$id" params={{ id: text.id }} underline="always">
                  {text.title || "(chưa có tiêu đề)"}
                </LinkText>{" "}
                ({stateLabels[text.state].toLowerCase()}
                {text.pictured && ", có ảnh người này"})
              </Text>
              <Group gap="xs">
                {text.isUnnamed && <Text size="xs">Bản mới nhất không nêu tên, không có ảnh.</Text>}
                {text.isBlocked && !text.isOutstanding && (
                  <Text size="xs" fw={600}>
                    Chưa đăng được: thiếu sự đồng ý.
                  </Text>
                )}
                {may.tell?.allowed && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`Thôi gắn bài ${text.title || "chưa có tiêu đề"}`}
                    loading={unlink.isPending && unlink.variables.itemId === text.id}
                    onClick={() => unlink.mutate({ id, itemId: text.id })}
                  >
                    Thôi gắn
                  </Button>
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
      <CommendationDialog
        commendation={commendation}
        opened={step === "change"}
        onClose={close}
        onDone={kept("Đã ghi thay đổi.")}
      />
      <ConsentDialog
        commendation={commendation}
        opened={step === "consent"}
        onClose={close}
        onDone={kept("Đã ghi sự đồng ý.")}
      />
      <FormDialog
        opened={step === "write"}
        onClose={close}
        title="Viết bài biểu dương"
        lead="Bản nháp có sẵn tên, thành tích, và gắn sẵn nghĩa vụ của kế hoạch về biểu dương. Chưa có sự đồng ý thì viết được, gửi duyệt được, chưa đăng được."
        initial={{ kind: contentKinds[0]!.slug }}
        verb="Bắt đầu viết"
        submit={({ kind }) => api.newsroom.writeCommendation.call({ id, kind })}
        onDone={({ itemId }) => {
          void queries.invalidateQueries({ queryKey: api.newsroom.commendation.key() });
          go(`/noi-dung/${itemId}`);
        }}
      >
        {(form) => <KindChoice field={form.getInputProps("kind")} />}
      </FormDialog>
      <FormDialog
        opened={step === "tell"}
        onClose={close}
        title="Gắn bài đã có"
        initial={{ itemId: null as string | null, pictured: false }}
        verb="Gắn bài"
        submit={({ itemId, pictured }) =>
          api.newsroom.praiseInText.call({ id, itemId: itemId ?? "", pictured })
        }
        onDone={kept("Đã gắn bài.")}
      >
        {(form) => (
          <>
            <TextChoice form={form} field="itemId" />
            {commendation.subject === "person" && (
              <Checkbox
                label="Bài có ảnh người này"
                {...form.getInputProps("pictured", { type: "checkbox" })}
              />
            )}
          </>
        )}
      </FormDialog>
      <Confirm
        opened={step === "withdraw"}
        onClose={close}
        title={`${name} rút đồng ý`}
        verb="Ghi là rút đồng ý"
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate({ id, note })}
      >
        <Stack gap="sm">
          <Text size="sm">
            Bài đang trên cổng được nêu ra để đính chính hoặc gỡ, biên tập và người viết được báo; bài chưa
            đăng thì không đăng được nữa.
          </Text>
          <Textarea
            label="Ghi chú"
            description="Người ấy báo bằng cách nào, khi nào."
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Stack>
      </Confirm>
      <Confirm
        opened={step === "drop"}
        onClose={close}
        title="Bỏ mục ghi nhầm"
        verb="Bỏ mục"
        pending={drop.isPending}
        error={drop.error}
        onConfirm={() => drop.mutate({ id })}
      >
        Mục và sự đồng ý đã ghi bị bỏ khỏi sổ; nhật ký còn giữ việc này.
      </Confirm>
    </Page>
  );
}
