import { Button, Spoiler, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import type { NoticeActProps } from "#ui/notice-act.ts";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { Question } from "../guidance/guidance-questions.tsx";

/** The guidance as it reads, and its acknowledgement for the unit that it was sent to. */
export function AcknowledgeGuidance({ about: [id = "", unitId = "", edition], onDone }: NoticeActProps) {
  const queries = useQueryClient();
  const guidance = useQuery(api.plan.guidance.queryOptions());
  const acknowledge = useMutation(
    api.plan.acknowledgeGuidance.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.plan.guidance.key() });
        sayDone("Đã xác nhận nhận hướng dẫn.");
        onDone();
      },
    }),
  );
  return (
    <Asked query={guidance}>
      {({ notes }) => (
        <Stack gap="xs" align="flex-start">
          {notes
            .filter((note) => note.id === id)
            .map(({ current }) => (
              <Spoiler key={current.edition} maxHeight={120} showLabel="Xem hết" hideLabel="Thu gọn">
                <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                  {current.text}
                </Text>
              </Spoiler>
            ))}
          <ErrorNotice error={acknowledge.error} />
          <Button
            size="xs"
            loading={acknowledge.isPending}
            onClick={() => acknowledge.mutate({ id, unitId, edition: Number(edition) })}
          >
            Xác nhận đã nhận
          </Button>
        </Stack>
      )}
    </Asked>
  );
}

/** A question about guidance with its answer to be given. */
export function AnswerQuestion({ about: [id], onDone }: NoticeActProps) {
  const guidance = useQuery(api.plan.guidance.queryOptions());
  return (
    <Asked query={guidance}>
      {({ notes }) => (
        <Stack component="ul" m={0} p={0} style={{ listStyle: "none" }}>
          {notes.flatMap(({ questions, current }) =>
            questions
              .filter((question) => question.id === id)
              .map((question) => (
                <Question key={id} question={question} edition={current.edition} onDone={onDone} />
              )),
          )}
        </Stack>
      )}
    </Asked>
  );
}
