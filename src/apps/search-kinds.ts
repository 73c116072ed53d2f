/** What the public search tells apart: the kind of a row in the index, and what its group is called. */
export const searchKinds: Record<string, string> = {
  procedure: "Thủ tục hành chính",
  content: "Tin, bài",
  document: "Văn bản",
  plan: "Kế hoạch",
  feedback: "Trả lời phản ánh",
  event: "Sự kiện",
};
