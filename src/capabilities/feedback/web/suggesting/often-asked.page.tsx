import { Button, Card, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type OftenAsked } from "../api.ts";
import { DraftLink } from "../draft-link.tsx";

type Question = OftenAsked["groups"][number];

/** What several people asked, each with its draft of questions and answers, or the one act that makes it. */
export default function OftenAskedPage() {
  const queries = useQueryClient();
  const asked = useQuery(api.feedback.oftenAsked.queryOptions());
  const [chosen, setChosen] = useState<Question | null>(null);
  return (
    <Page
      title="Hỏi nhiều"
      lead="Điều nhiều người hỏi gần giống nhau; có bài hỏi đáp thì người sau khỏi phải hỏi."
      actions={
        <LinkButton to="/phan-anh" variant="default">
          Về danh sách phản ánh
        </LinkButton>
      }
    >
      <Asked query={asked}>
        {({ groups, days, may, units }) => (
          <Stack>
            <Text size="sm" role="status">
              {groups.length === 0
                ? `Trong ${days} ngày qua không có câu nào từ ba người trở lên cùng hỏi.`
                : `${groups.length} câu được từ ba người trở lên cùng hỏi trong ${days} ngày qua.`}
            </Text>
            {groups.length === 0 && (
              <EmptyState
                title="Chưa có câu nào được hỏi nhiều"
                why="Khi ba phản ánh trở lên gần giống nhau, câu hỏi đứng ở đây và được gợi ý cho tòa soạn."
              />
            )}
            {groups.map((one) => (
              <QuestionCard key={one.id} question={one} may={may} onDraft={() => setChosen(one)} />
            ))}
            {chosen && (
              <FormDialog
                opened
                onClose={() => setChosen(null)}
                title="Soạn hỏi đáp"
                lead="Tạo một bản nháp ở tòa soạn, bạn là người soạn. Thông tin cá nhân được che tự động; xin đọc lại. Bản nháp chỉ công khai sau khi người thứ hai duyệt."
                initial={{
                  title: chosen.title,
                  unitId: chosen.unitId ?? "",
                }}
                check={({ unitId }) => (unitId === "" ? { unitId: "Hãy chọn đơn vị." } : {})}
                verb="Tạo bản nháp"
                submit={(values) => api.feedback.draftQuestions.call({ id: chosen.id, ...values })}
                onDone={() => {
                  setChosen(null);
                  void queries.invalidateQueries({ queryKey: api.feedback.oftenAsked.key() });
                  sayDone("Đã tạo bản nháp hỏi đáp.");
                }}
              >
                {(form) => (
                  <>
                    <TextInput
                      label="Tiêu đề"
                      required
                      maxLength={200}
                      data-autofocus
                      {...form.getInputProps("title")}
                    />
                    <Select
                      label="Đơn vị soạn"
                      required
                      searchable
                      allowDeselect={false}
                      data={units.map(({ id, name }) => ({ value: id, label: name }))}
                      {...form.getInputProps("unitId")}
                    />
                  </>
                )}
              </FormDialog>
            )}
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function QuestionCard({
  question: { id, title, question, asked, answer, drafts },
  may,
  onDraft,
}: {
  question: Question;
  may: OftenAsked["may"];
  onDraft: () => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card component="section" withBorder aria-labelledby={`cau-${id}`}>
      <Stack gap="xs">
        <Title order={2} size="h4" id={`cau-${id}`} style={{ overflowWrap: "anywhere" }}>
          {title}
        </Title>
        <Text size="sm" style={{ overflowWrap: "anywhere", whiteSpace: "pre-line" }}>
          {question}
        </Text>
        <Text size="sm">
          {asked.length} phản ánh:{" "}
          {(isOpen ? asked : asked.slice(0, 8)).map((one, index) => (
            <span key={one.id}>
              {index > 0 && ", "}
              <LinkText inherit underline="always" to="/phan-anh/$id" params={{ id: one.id }}>
                {one.code}
              </LinkText>
            </span>
          ))}
          {asked.length > 8 && !isOpen && (
            <Button variant="subtle" size="compact-sm" onClick={() => setIsOpen(true)}>
              xem cả {asked.length}
            </Button>
          )}
        </Text>
        <Text size="sm">
          {answer === null
            ? "Chưa có trả lời nào được duyệt; bản nháp để trống chỗ trả lời."
            : "Đã có trả lời được duyệt; bản nháp lấy lời ấy."}
        </Text>
        <Group>
          {drafts.length === 0 ? (
            <MayButton may={may} verb="question" onClick={onDraft}>
              Soạn hỏi đáp
            </MayButton>
          ) : (
            drafts.map((draft, index) => (
              <DraftLink key={draft.id} draft={draft}>
                Mở bản hỏi đáp{drafts.length > 1 ? ` ${index + 1}` : ""} ở tòa soạn
              </DraftLink>
            ))
          )}
        </Group>
      </Stack>
    </Card>
  );
}
