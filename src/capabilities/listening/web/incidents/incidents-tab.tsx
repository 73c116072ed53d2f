import {
  Anchor,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type IncidentLight, incidentStates } from "../../incidents/incident.ts";
import { api, type IncidentView } from "../api.ts";
import { OpenDialog } from "./open-dialog.tsx";

const lights: Record<IncidentLight, { word: string; tone: StateTone }> = {
  late: { word: "Quá giờ", tone: "failed" },
  near: { word: "Sắp hết giờ", tone: "waiting" },
  "in-time": { word: "Còn giờ", tone: "scheduled" },
  "answered-in-time": { word: "Trả lời trong giờ", tone: "done" },
  "answered-late": { word: "Trả lời muộn", tone: "returned" },
};

type Doing = { one: IncidentView; what: "answer" | "close" | "assign" } | null;

/** What the press criticised: who sees to it, until which hour, what was answered and what came of it. */
export function IncidentsTab() {
  const queries = useQueryClient();
  const found = useQuery(api.listening.incidents.queryOptions({ refetchInterval: 60_000 }));
  const [doing, setDoing] = useState<Doing>(null);
  const [opening, open] = useDisclosure();
  const [ruling, rule] = useDisclosure();
  const done = (words: string) => {
    void queries.invalidateQueries({ queryKey: api.listening.key() });
    sayDone(words);
  };
  return (
    <Asked query={found}>
      {({ incidents, rule: said, people, may }) => (
        <Stack>
          <Text size="sm">
            Phải trả lời trong {said.hours} giờ kể từ lúc mở vụ việc, kể cả ngày nghỉ. Căn cứ: {said.ground}.
          </Text>
          <Group>
            <MayButton may={may} verb="open" hideReason onClick={open.open}>
              Mở vụ việc
            </MayButton>
            <MayButton may={may} verb="setRule" hideReason variant="default" onClick={rule.open}>
              Đặt số giờ
            </MayButton>
          </Group>
          {incidents.length === 0 && (
            <EmptyState
              title="Chưa có vụ việc nào"
              why="Khi báo chí phê bình, mở vụ việc từ tin ở Tin mới, hoặc ở đây nếu thấy ở nơi khác."
            />
          )}
          {incidents.map((one) => (
            <Incident key={one.id} one={one} onDo={(what) => setDoing({ one, what })} />
          ))}
          {opening && <OpenDialog item={null} people={people} onClose={open.close} />}
          <FormDialog
            opened={ruling}
            onClose={rule.close}
            title="Số giờ phải trả lời"
            lead="Áp dụng cho vụ việc mở từ nay."
            initial={{ hours: said.hours as number | string, ground: said.ground }}
            verb="Lưu"
            submit={({ hours, ground }) =>
              api.listening.setIncidentRule.call({ hours: Number(hours), ground })
            }
            onDone={() => done("Đã đặt số giờ.")}
          >
            {(form) => (
              <>
                <NumberInput
                  label="Trả lời trong mấy giờ"
                  required
                  min={1}
                  max={720}
                  {...form.getInputProps("hours")}
                />
                <TextInput label="Căn cứ" required maxLength={500} {...form.getInputProps("ground")} />
              </>
            )}
          </FormDialog>
          {doing && <DoDialog doing={doing} people={people} onClose={() => setDoing(null)} done={done} />}
        </Stack>
      )}
    </Asked>
  );
}

function Incident({ one, onDo }: { one: IncidentView; onDo: (what: "answer" | "close" | "assign") => void }) {
  const light = lights[one.light];
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap={6} align="flex-start">
        <Title order={2} size="h5" style={{ overflowWrap: "anywhere" }}>
          {one.title}
        </Title>
        <Group gap="xs">
          <StateBadge tone={light.tone} word={light.word} />
          <Text size="sm">{incidentStates[one.state]}</Text>
        </Group>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {one.handlerName} xử lý; {one.openedByName} mở <MomentText at={one.openedAt} />, trả lời trước{" "}
          <MomentText at={one.dueAt} />
          {one.url && (
            <>
              {" · "}
              <Anchor href={one.url} target="_blank" rel="noopener noreferrer" underline="always">
                Bài báo
              </Anchor>
            </>
          )}
        </Text>
        {one.answer && (
          <Text size="sm" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            Trả lời
            {one.answeredAt && (
              <>
                {" "}
                lúc <MomentText at={one.answeredAt} />
              </>
            )}{" "}
            ({one.answeredByName}): {one.answer}
            {one.answerUrl && (
              <>
                {" "}
                <Anchor href={one.answerUrl} target="_blank" rel="noopener noreferrer" underline="always">
                  Nơi đăng trả lời
                </Anchor>
              </>
            )}
          </Text>
        )}
        {one.result && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            Kết quả ({one.closedByName}): {one.result}
          </Text>
        )}
        {one.state !== "closed" && (
          <Group gap="xs">
            <MayButton may={one.may} verb="answer" hideReason size="xs" onClick={() => onDo("answer")}>
              {one.answer ? "Sửa trả lời" : "Ghi trả lời"}
            </MayButton>
            {one.may.assign?.allowed && (
              <Button size="xs" variant="default" onClick={() => onDo("assign")}>
                Giao người khác
              </Button>
            )}
            {one.may.close?.allowed && (
              <Button size="xs" variant="default" onClick={() => onDo("close")}>
                Khép lại
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function DoDialog({
  doing: { one, what },
  people,
  onClose,
  done,
}: {
  doing: NonNullable<Doing>;
  people: { id: string; name: string }[];
  onClose: () => void;
  done: (words: string) => void;
}) {
  const { id } = one;
  if (what === "answer")
    return (
      <FormDialog
        opened
        onClose={onClose}
        title="Ghi đã trả lời báo chí"
        lead="Đồng hồ dừng ở lần ghi đầu tiên; sửa lời sau đó không đổi giờ."
        initial={{ answer: one.answer ?? "", answerUrl: one.answerUrl ?? "" }}
        verb="Ghi trả lời"
        submit={({ answer, answerUrl }) =>
          api.listening.answerIncident.call({ id, answer, answerUrl: answerUrl.trim() || null })
        }
        onDone={() => done("Đã ghi trả lời.")}
      >
        {(form) => (
          <>
            <Textarea
              label="Trả lời thế nào"
              required
              autosize
              minRows={3}
              maxLength={5000}
              {...form.getInputProps("answer")}
            />
            <TextInput label="Nơi đăng trả lời" type="url" {...form.getInputProps("answerUrl")} />
          </>
        )}
      </FormDialog>
    );
  if (what === "assign")
    return (
      <FormDialog
        opened
        onClose={onClose}
        title="Giao người khác xử lý"
        lead="Đồng hồ chạy tiếp; người được giao được báo."
        initial={{ handlerId: one.handlerId }}
        verb="Giao"
        submit={({ handlerId }) => api.listening.assignIncident.call({ id, handlerId })}
        onDone={() => done("Đã giao.")}
      >
        {(form) => (
          <Select
            label="Người xử lý"
            required
            searchable
            data={people.map((each) => ({ value: each.id, label: each.name }))}
            {...form.getInputProps("handlerId")}
          />
        )}
      </FormDialog>
    );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Khép lại vụ việc"
      initial={{ result: "" }}
      verb="Khép lại"
      submit={({ result }) => api.listening.closeIncident.call({ id, result })}
      onDone={() => done("Đã khép lại vụ việc.")}
    >
      {(form) => (
        <Textarea
          label="Kết quả"
          description="Báo đã sửa, cơ quan đã khắc phục, nội dung báo nêu không đúng…"
          required
          autosize
          minRows={2}
          maxLength={2000}
          {...form.getInputProps("result")}
        />
      )}
    </FormDialog>
  );
}
