/** @jsxImportSource hono/jsx */
import { formatDate, formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { PortalCall } from "#platform/http/portal-page.ts";
import {
  commitmentInWords,
  commitmentsOf,
  declines,
  type Event,
  eventPath,
  publicAnswersOf,
  questionSources,
  questionsOf,
  takesQuestions,
  unitNamesOf,
} from "../published.ts";

/** How many were asked and what became of them, those without an answer by their reasons. */
function counted(questions: Awaited<ReturnType<typeof questionsOf>>): string {
  const answered = questions.filter(({ answer }) => answer?.state === "published").length;
  const declined = Map.groupBy(
    questions.flatMap(({ question }) => question.decline ?? []),
    (decline) => decline,
  );
  const open = questions.filter(
    ({ question, answer }) => !question.decline && answer?.state !== "published",
  ).length;
  return [
    `Nhận ${questions.length} câu hỏi`,
    `trả lời công khai ${answered}`,
    ...(open > 0 ? [`đang trả lời ${open}`] : []),
    ...[...declined].map(([decline, all]) => `${declines[decline].toLowerCase()} ${all.length}`),
  ].join("; ");
}

/** What is asked and answered, what was promised and what became of it. */
export async function dialoguePart({ database, agency, now }: PortalCall, one: Event) {
  const nameOf = await unitNamesOf(database, agency.id);
  const questions = await questionsOf(database, one.id);
  const answers = await publicAnswersOf(database, one.id);
  const commitments = (await commitmentsOf(database, one.id)).filter(({ state }) => state === "published");
  const today = toVietnamDate(now).toString();
  return (
    <>
      {takesQuestions(one, now) && (
        <section aria-labelledby="gui-cau-hoi">
          <h2 id="gui-cau-hoi">Gửi câu hỏi trước</h2>
          <p>
            Nhận đến {formatDateTime(one.questionsUntil!)}. Không cần tài khoản, không hỏi tên hay cách liên
            hệ; trả lời được đăng tại trang này.
          </p>
          <p>
            <a class="button" href={`${eventPath(one)}/cau-hoi`}>
              Gửi câu hỏi
            </a>
          </p>
        </section>
      )}
      {questions.length > 0 && (
        <section aria-labelledby="hoi-dap">
          <h2 id="hoi-dap">Câu hỏi và trả lời</h2>
          <p>{counted(questions)}.</p>
          <ul class="sections">
            {answers.map((answer) => (
              <li id={answer.code}>
                {answer.state === "withdrawn" ? (
                  <p>
                    {answer.code}: trả lời đã được rút. Lý do: {answer.withdrawalReason}
                  </p>
                ) : (
                  <>
                    <h3>{answer.question}</h3>
                    <p class="said">{answer.answer}</p>
                    <p class="facts">
                      {answer.basis && `Căn cứ: ${answer.basis}. `}
                      {nameOf(answer.unitId)} trả lời, công khai{" "}
                      {formatDate(toVietnamDate(answer.publishedAt!))} · mã {answer.code} ·{" "}
                      {questionSources[answer.source].toLowerCase()}
                    </p>
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {commitments.length > 0 && (
        <section aria-labelledby="cam-ket">
          <h2 id="cam-ket">Cam kết và kết quả</h2>
          <ul class="sections">
            {commitments.map((promise) => (
              <li id={`cam-ket-${promise.id}`}>
                <h3>{promise.words}</h3>
                <p class="facts">
                  {nameOf(promise.unitId)} · hạn {formatDate(promise.dueOn)} ·{" "}
                  <strong>{commitmentInWords(promise, today)}</strong>
                </p>
                {promise.resultState === "published" && (
                  <p class="said">
                    Kết quả, ngày {formatDate(promise.resultOn!)}: {promise.result}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
