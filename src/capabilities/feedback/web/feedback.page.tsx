import { Anchor, Group, Image, List, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { actWords } from "../act-words.ts";
import { feedbackKinds, feedbackSources, ratings, refusalReasons } from "../contract.ts";
import { ActBar } from "./acts/act-bar.tsx";
import { AnswerSection } from "./acts/answer-section.tsx";
import { SenderSection } from "./acts/sender-section.tsx";
import { api, type FeedbackView } from "./api.ts";
import { PublicationSection } from "./publishing/publication-section.tsx";
import { Standing } from "./standing.tsx";

const said = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;
const wordsOf = (act: string) => actWords[act] ?? act;

function Facts({ view }: { view: FeedbackView }) {
  const facts = [
    feedbackKinds[view.kind],
    view.fieldName,
    view.unitName && `${view.unitName} xử lý`,
    view.procedureCode && `thủ tục ${view.procedureCode}`,
    view.place && `nơi xảy ra: ${view.place}`,
    view.officialCode && `mã chính thức ${view.officialCode}`,
  ].filter(Boolean);
  return (
    <>
      <Text size="sm" c="gray.7">
        {facts.join(" · ")}
      </Text>
      {view.mergedInto && (
        <Text size="sm">
          Đã gộp vào{" "}
          <LinkText to="/phan-anh/$id" params={{ id: view.mergedInto.id }}>
            {view.mergedInto.code}
          </LinkText>
          .
        </Text>
      )}
      {view.merged.length > 0 && (
        <Text size="sm">
          Gộp vào đây:{" "}
          {view.merged.map(({ id, code }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <LinkText to="/phan-anh/$id" params={{ id }}>
                {code}
              </LinkText>
            </span>
          ))}
          .
        </Text>
      )}
      {view.refusal && (
        <Text size="sm">Lý do không thụ lý: {refusalReasons[view.refusal].toLowerCase()}.</Text>
      )}
    </>
  );
}

function Opened({ view }: { view: FeedbackView }) {
  const queries = useQueryClient();
  const done = (words: string) => {
    void queries.invalidateQueries({ queryKey: api.feedback.key() });
    sayDone(words);
  };
  return (
    <Page
      title={`Phản ánh ${view.code}`}
      crumbs={[{ label: "Phản ánh, kiến nghị", to: "/phan-anh" }]}
      lead={
        <Stack gap={4}>
          <Standing {...view} />
          <span>
            {feedbackSources[view.source]}, nhận <MomentText at={view.receivedAt} />
            {view.extendedAt && ", đã gia hạn"}
            {view.reopenedAt && ", người gửi đã đề nghị xem lại"}
            {view.pausedOn && (
              <>
                , tạm dừng từ <DayText day={view.pausedOn} />
              </>
            )}
          </span>
        </Stack>
      }
    >
      <ActBar view={view} onDone={done} />
      <Section id="noi-dung" title="Nội dung">
        {view.words === null ? (
          <Text>Là khiếu nại, tố cáo: nội dung và ảnh không được lưu.</Text>
        ) : (
          <Text style={said} dir="auto">
            {view.words}
          </Text>
        )}
        <Facts view={view} />
        {view.pictures.length > 0 && (
          <Group gap="sm">
            {view.pictures.map(({ id, fileName }, index) => (
              <Anchor key={id} href={`/feedback-pictures/${id}`} target="_blank" rel="noopener">
                <Image
                  src={`/feedback-pictures/${id}`}
                  alt={`Ảnh ${index + 1} người gửi kèm: ${fileName}`}
                  h={140}
                  w="auto"
                  maw="100%"
                  fit="contain"
                />
              </Anchor>
            ))}
          </Group>
        )}
      </Section>
      <AnswerSection view={view} onDone={done} />
      <PublicationSection key={`cong-khai ${view.id}`} view={view} onDone={done} />
      {view.rating && (
        <Section id="danh-gia" title="Người gửi đánh giá">
          <Text>{ratings[view.rating]}</Text>
          {view.ratingWords && <Text style={said}>{view.ratingWords}</Text>}
        </Section>
      )}
      <SenderSection key={view.id} view={view} />
      <Section id="qua-trinh" title="Quá trình">
        <List spacing="xs">
          {view.events.map(({ id, at, act, note, innerNote, byName, toldByMail }) => (
            <List.Item key={id}>
              <Text size="sm">
                <MomentText at={at} />: {wordsOf(act)} ({byName}){toldByMail && " · đã báo qua thư"}
              </Text>
              {note && (
                <Text size="sm" style={said}>
                  {note}
                </Text>
              )}
              {innerNote && (
                <Text size="sm" c="gray.7" style={said}>
                  Nội bộ: {innerNote}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      </Section>
    </Page>
  );
}

/** One thing that a citizen wrote, and what is done about it. */
export default function FeedbackPage() {
  const id = useParam("id");
  const found = useQuery(api.feedback.get.queryOptions({ input: { id } }));
  return <Asked query={found}>{(view) => <Opened key={view.id} view={view} />}</Asked>;
}
