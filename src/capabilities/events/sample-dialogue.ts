/** An invented dialogue of the sample department, carried to published commitments. */
export const sampleDialogue = {
  heldDaysAgo: 45,
  title: "Đối thoại với cơ sở lưu trú, lữ hành về thủ tục hành chính (mẫu)",
  summary:
    "Lãnh đạo Sở gặp các cơ sở lưu trú, lữ hành để nghe và trả lời về thủ tục, hồ sơ, thời gian giải quyết (dữ liệu mẫu).",
  reformPart: "Giải đáp thủ tục trong lĩnh vực du lịch; hướng dẫn nộp hồ sơ trực tuyến toàn trình.",
  place: "Hội trường tầng 3 (mẫu)",
  audience: "Cơ sở lưu trú, doanh nghiệp lữ hành",
  expected: 70,
  attended: 64,
  heldNote: "Buổi đối thoại nghe và trả lời 4 câu hỏi, ghi 2 cam kết (dữ liệu mẫu).",
  questions: [
    {
      words: "Hồ sơ đã nộp trực tuyến, sao bộ phận một cửa vẫn đòi thêm một bộ bản giấy?",
      asker: "firm",
      source: "before",
      shown: "Hồ sơ đã nộp trực tuyến có phải nộp thêm bản giấy không?",
      answer:
        "Không. Hồ sơ nộp trực tuyến hợp lệ thì không phải nộp thêm bản giấy. Sở đã nhắc bộ phận tiếp nhận và sẽ bỏ dòng ghi bản giấy trong các mẫu hướng dẫn.",
    },
    {
      words: "Cơ sở ở xa, có cách nào được báo khi hồ sơ cần bổ sung mà không phải gọi hỏi từng ngày không?",
      asker: "firm",
      source: "before",
      shown: "Khi hồ sơ cần bổ sung, người nộp được báo bằng cách nào?",
      answer:
        "Hệ thống gửi tin nhắn, thư điện tử một lần, nêu đủ những gì cần bổ sung. Sở sẽ rà lại để mỗi hồ sơ chỉ yêu cầu bổ sung một lần.",
    },
    {
      words: "Có lớp hướng dẫn nộp hồ sơ trực tuyến cho hộ kinh doanh nhỏ không?",
      asker: "citizen",
      source: "at-meeting",
      shown: "Có lớp hướng dẫn nộp hồ sơ trực tuyến cho hộ kinh doanh nhỏ không?",
      answer: "Có. Sở mở lớp hướng dẫn theo cụm xã, miễn phí; lịch đăng ở trang sự kiện.",
    },
  ],
  declined: "Xin hỏi giá vé tham quan của một khu du lịch tư nhân?",
  commitments: [
    {
      words: "Bỏ yêu cầu nộp thêm bản giấy trong mọi mẫu hướng dẫn thủ tục du lịch (mẫu)",
      inDays: 20,
      result: "Đã sửa mẫu hướng dẫn, niêm yết lại ở bộ phận một cửa và trên cổng (dữ liệu mẫu).",
      doneInDays: 16,
    },
    {
      words: "Mở ba lớp hướng dẫn nộp hồ sơ trực tuyến theo cụm xã cho hộ kinh doanh nhỏ (mẫu)",
      inDays: 75,
      result: "",
      doneInDays: 0,
    },
  ],
} as const;
