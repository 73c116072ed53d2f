/** Who asks, as far as they say; nothing else of them is taken. */
export const askers = {
  citizen: "Người dân",
  firm: "Doanh nghiệp, hộ kinh doanh",
  official: "Cán bộ, công chức",
  untold: "Không nêu",
} as const;
export type Asker = keyof typeof askers;
export const askerNames = Object.keys(askers) as [Asker, ...Asker[]];

export const questionSources = { before: "Gửi trước", "at-meeting": "Hỏi tại buổi đối thoại" } as const;
export type QuestionSource = keyof typeof questionSources;

/** Why a question is not answered at the dialogue. */
export const declines = {
  "off-topic": "Ngoài chủ đề, thẩm quyền",
  same: "Trùng câu hỏi đã trả lời",
  complaint: "Là khiếu nại, tố cáo: có trình tự riêng",
  spam: "Không có nội dung hỏi",
} as const;
export type Decline = keyof typeof declines;
export const declineNames = Object.keys(declines) as [Decline, ...Decline[]];

export const answerStates = {
  drafted: "Đang soạn trả lời",
  waiting: "Trả lời chờ duyệt",
  published: "Đã trả lời công khai",
  withdrawn: "Trả lời đã rút",
} as const;
export type AnswerState = keyof typeof answerStates;
export const answerStateNames = Object.keys(answerStates) as [AnswerState, ...AnswerState[]];

export const LONGEST_QUESTION = 3000;

/** Who writes can be taken questions from: until the hour that was told, while it stands. */
export const takesQuestions = (
  { state, questionsUntil }: { state: string; questionsUntil: Date | null },
  now: Date,
): boolean => state === "announced" && questionsUntil !== null && now <= questionsUntil;
