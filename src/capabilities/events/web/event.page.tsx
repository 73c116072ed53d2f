import { Anchor, Group, List, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { eventKinds, stepWords, timeInWords } from "../contract.ts";
import { ActBar } from "./act-bar.tsx";
import { api, type EventView } from "./api.ts";
import { Attendance } from "./check-in/attendance.tsx";
import { Commitments } from "./dialogue/commitments.tsx";
import { Minutes } from "./dialogue/minutes.tsx";
import { Questions } from "./dialogue/questions.tsx";
import { EventForm } from "./event-form.tsx";
import { HeldSection } from "./held-section.tsx";
import { Materials } from "./materials.tsx";
import { Standing } from "./standing.tsx";

const said = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

function Facts({ view }: { view: EventView }) {
  const facts: [string, string][] = [
    ["Thời gian", timeInWords(view)],
    ["Địa điểm", view.place || "chưa ghi"],
    ["Đơn vị chủ trì", view.unitName],
    ["Đối tượng", view.audience || "chưa ghi"],
    ["Dự kiến", view.expected === null ? "chưa ghi" : `${view.expected.toLocaleString("vi-VN")} người`],
  ];
  return (
    <>
      {facts.map(([name, words]) => (
        <Text key={name}>
          <Text span c="gray.7">
            {name}:
          </Text>{" "}
          {words}
        </Text>
      ))}
      {view.questionsUntil && (
        <Text>
          <Text span c="gray.7">
            Nhận câu hỏi của người dân đến:
          </Text>{" "}
          <MomentText at={view.questionsUntil} />
        </Text>
      )}
    </>
  );
}

function Opened({ view }: { view: EventView }) {
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const done = (words: string) => {
    void queries.invalidateQueries({ queryKey: api.events.key() });
    sayDone(words);
  };
  return (
    <Page
      title={view.title}
      crumbs={[{ label: "Sự kiện, đối thoại", to: "/su-kien" }]}
      lead={
        <Group gap="xs">
          <Standing state={view.state} />
          <span>
            {eventKinds[view.kind]} · {view.writtenByName} viết
          </span>
        </Group>
      }
      actions={
        <MayButton may={view.may} verb="save" hideReason variant="default" onClick={() => setEditing(true)}>
          Sửa
        </MayButton>
      }
    >
      <ActBar view={view} onDone={done} />
      {view.path && (
        <Text>
          Trang công khai:{" "}
          <Anchor href={view.path} target="_blank" rel="noopener" underline="always">
            {view.path}
          </Anchor>
          {" · "}
          <Anchor href={`${view.path}/lich.ics`} underline="always">
            tệp lịch
          </Anchor>
        </Text>
      )}
      <Section id="thong-tin" title="Thông tin">
        <Facts view={view} />
        <Text style={said}>{view.summary || "Chưa viết phần giới thiệu."}</Text>
      </Section>
      <Section id="long-ghep" title="Cải cách hành chính lồng ghép">
        <Text style={said}>{view.reformPart || "Chưa ghi nội dung lồng ghép."}</Text>
        {view.items.length > 0 && (
          <List spacing={4} listStyleType="disc">
            {view.items.map(({ atHour, words, isReform }) => (
              <List.Item key={`${atHour} ${words}`}>
                {atHour && <strong>{atHour} </strong>}
                {words}
                {isReform && " (cải cách hành chính)"}
              </List.Item>
            ))}
          </List>
        )}
        <Text size="sm" c="gray.7">
          Minh chứng cho:{" "}
          {view.obligations.length === 0
            ? "chưa chọn nghĩa vụ nào của kế hoạch."
            : view.obligations.map(({ name }) => name).join("; ")}
        </Text>
      </Section>
      <Attendance view={view} />
      <HeldSection view={view} onDone={done} />
      {view.state !== "draft" && (
        <>
          <Questions view={view} onDone={done} />
          <Commitments view={view} onDone={done} />
        </>
      )}
      <Minutes view={view} onDone={done} />
      <Materials view={view} onDone={done} />
      <Section id="da-bao" title="Đã báo công khai">
        {view.changes.length === 0 && <Text size="sm">Sự kiện chưa công bố.</Text>}
        <Stack gap="xs">
          {view.changes.map(({ id, at, act, differences, reason, byName }) => (
            <div key={id}>
              <Text size="sm">
                <MomentText at={at} />: {stepWords[act]} ({byName}){reason && `. Lý do: ${reason}`}
              </Text>
              {differences.map((words) => (
                <Text key={words} size="sm" c="gray.7" style={said}>
                  {words}
                </Text>
              ))}
            </div>
          ))}
        </Stack>
      </Section>
      <EventForm
        key={view.changedAt}
        one={view}
        units={view.units}
        opened={editing}
        onClose={() => setEditing(false)}
        onDone={() => done(view.state === "draft" ? "Đã ghi bản thảo." : "Đã ghi thay đổi.")}
      />
    </Page>
  );
}

/** One event with all that is done about it. */
export default function EventPage() {
  const id = useParam("id");
  const found = useQuery(api.events.get.queryOptions({ input: { id } }));
  return <Asked query={found}>{(view) => <Opened key={view.id} view={view} />}</Asked>;
}
