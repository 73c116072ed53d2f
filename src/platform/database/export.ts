import { createWriteStream } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { storedFileNames } from "./stored-files.ts";
import { inTransaction, ONE_MOMENT, rowsAsJson, storedTables } from "./table-rows.ts";

/** Tables that hold passwords, sessions, one-time codes and links (mails do), keys of devices: part of a backup, never of an export. */
const SECRET = new Set([
  "auth_account",
  "auth_passkey",
  "auth_password",
  "auth_session",
  "auth_two_factor",
  "auth_verification",
  "channel_credential",
  "feed_request",
  "follow_request",
  "reader_subscription",
  "feed_subscription_secret",
  "first_run_code",
  "loudspeaker_key",
  "mail",
  "outside_check_token",
  "sign_in_provider",
  "push_device",
  "sign_in_failure",
  "press_mailbox",
  "feedback_mailbox",
  "speech_server",
  "webhook_secret",
]);

/** What each exported table holds, as the guide tells it; a test compares it with the real tables. */
const exportedTables: Record<string, string> = {
  account_administrator: "ai quản trị tài khoản chính thức nào, từ ngày nào đến ngày nào.",
  agency: "cơ quan, tên, ký hiệu, cơ quan cấp trên.",
  apology:
    "thư xin lỗi về hồ sơ trễ hạn: mã hồ sơ, lý do, ngày hẹn mới, ai soạn, duyệt, gửi; không có người nhận.",
  apology_rule: "quy tắc xin lỗi của cơ quan qua từng lần đặt.",
  appointment: "người nào giữ vai trò gì, ở đơn vị nào, từ ngày nào đến ngày nào.",
  audit_checkpoint: "dấu niêm phong cuối của phần nhật ký đã gỡ theo thời hạn lưu.",
  audit_entry: "nhật ký: ai làm gì, lúc nào, trước và sau, lý do.",
  audit_seal: "dấu niêm phong của từng dòng nhật ký, nối tiếp nhau.",
  audit_unsealed: "dòng nhật ký còn chờ niêm phong.",
  auth_user: "tài khoản đăng nhập của người dùng, không có mật khẩu.",
  broadcast:
    "bản tin giao cho đài, cụm loa nào, mức ưu tiên, số lần, ai xác nhận khẩn cấp, đã thu hồi vì sao.",
  broadcast_taken: "ai đã tải gói bản tin, lúc nào, bản nào.",
  broadcast_window: "các buổi phải phát của từng bản tin ở từng đài.",
  bulletin_setting: "cách đọc bản tin phát thanh của cơ quan: lời mở đầu, lời kết, tốc độ, cách đọc riêng.",
  bulletin_source: "bản tin phát thanh soạn từ bài nào, bản nào; máy đổi cách đọc ở đâu, bỏ gì.",
  calendar_day: "ngày nghỉ và ngày làm bù mà cơ quan đã khai.",
  campaign: "đợt cao điểm, sự kiện: từ ngày nào đến ngày nào, ai kết thúc sớm và vì sao.",
  channel_account:
    "sổ tài khoản chính thức: kênh, tên, địa chỉ, đơn vị quản lý, quyết định mở, cách đăng; không có mã kết nối.",
  channel_pause: "mọi kênh của cơ quan đang tạm dừng, từ lúc nào, vì sao.",
  commendation: "sổ biểu dương: cá nhân, tập thể, thành tích, quyết định khen.",
  commendation_consent: "sự đồng ý được nêu tên: ai hỏi, ngày nào, cách nào, phạm vi, đã rút chưa.",
  commendation_text: "tin, bài nào biểu dương ai; bản nào được ghi là không nêu tên.",
  connection_warning: "mốc báo trước khi kết nối tài khoản hết hạn.",
  content_clause: "tin, bài gắn với mục nào của kế hoạch.",
  content_comment: "nhận xét nội bộ về tin, bài, đoạn được nhận xét, trả lời, ai đánh dấu xong.",
  content_correction: "đính chính của tin, bài đã đăng.",
  content_document: "văn bản nào được bài nào giải thích.",
  content_event: "các bước của tin, bài: gửi duyệt, duyệt, trả lại, đăng, thu hồi, gỡ bỏ.",
  content_hold: "ai đang sửa bài nào.",
  content_item: "tin, bài: loại, trạng thái, bản hiện hành và bản đang đăng.",
  content_obligation: "tin, bài phục vụ nội dung phải thực hiện nào.",
  content_reader: "bài chỉ cho người, đơn vị nào xem trước khi đăng.",
  content_reuse: "bài lấy từ bài đã đăng nào của cơ quan khác, lúc nào, ai lấy.",
  content_revision: "mọi bản đã lưu của tin, bài.",
  content_seen: "ai đã mở bản nào để duyệt.",
  content_slug: "địa chỉ của tin, bài trên cổng, cả địa chỉ cũ.",
  content_suggestion: "gợi ý đề tài: từ đâu, vì sao, thành đề tài nào hoặc ai gác lại vì sao.",
  content_task: "tin, bài phục vụ nhiệm vụ nào.",
  deliverable: "sản phẩm phải làm của đề tài: loại, kênh, hạn, người và đơn vị làm, bài đã viết.",
  deliverable_reminder: "đã nhắc ai về hạn của sản phẩm nào.",
  delivery: "lượt đăng của tin, bài trên từng tài khoản: giờ đăng, lời riêng, trạng thái, lý do.",
  delivery_call: "lượt đăng đã báo trước việc chỉ làm một lần nào, như gửi tới người quan tâm.",
  delivery_event: "những gì đã xảy ra với mỗi lượt đăng.",
  difficulty: "khó khăn, vướng mắc: đơn vị nêu, nơi tổng hợp, quyết định của lãnh đạo.",
  document_amendment: "văn bản nào được văn bản nào sửa đổi, từ ngày nào.",
  document_file: "tệp của văn bản trong sổ, chữ ký số trong tệp và kết quả kiểm tra.",
  document_import: "các lần nhập danh sách văn bản vào sổ.",
  document_import_line: "dòng nào của danh sách thành văn bản nào, như đã ghi trong danh sách.",
  document_kept_off: "văn bản không công khai: lý do, ai ghi, lúc nào.",
  document_promptness: "văn bản đi loại nào phải công khai trong mấy ngày làm việc.",
  dossier:
    "hồ sơ theo bảng nhập gần nhất: mã, đơn vị, thủ tục, các ngày, kênh; không có thông tin người nộp.",
  dossier_control: "số tổng hợp của hệ thống một cửa theo kỳ, ghi để đối chiếu.",
  dossier_former: "hồ sơ trước khi bị bảng nhập sau thay, giữ để lấy lại được.",
  dossier_import: "từng lần nhập bảng hồ sơ: tệp, mã SHA-256, kỳ, số dòng, ai nhập, đã lấy lại hay chưa.",
  english_name: "tên tiếng Anh của cơ quan, đơn vị.",
  evidence: "minh chứng, cả minh chứng đã thu hồi kèm lý do.",
  evidence_clause: "minh chứng chung của mục nào trong kế hoạch.",
  evidence_file: "tệp của minh chứng: tên, loại, cỡ, mã SHA-256; nội dung ở `files/`.",
  evidence_obligation: "minh chứng của nội dung phải thực hiện nào.",
  evidence_task: "minh chứng của nhiệm vụ nào.",
  feed_delivery:
    "từng lần gửi nguồn tin tới nơi theo dõi: lúc nào, bản nào, nơi nhận trả lời gì; giữ 30 ngày.",
  feed_subscription:
    "nơi theo dõi nguồn tin (WebSub): nguồn nào, máy chủ nào, từ lúc nào đến lúc nào; không có địa chỉ đầy đủ và khóa ký.",
  feedback:
    "phản ánh, kiến nghị: nội dung, đơn vị xử lý, trạng thái, hạn, trả lời; người gửi chỉ ở dạng đã niêm phong.",
  feedback_consent: "người gửi phản ánh đồng ý nêu tên: lời đã đọc, lúc đồng ý, lúc rút.",
  feedback_event: "quá trình xử lý từng phản ánh: ai làm gì, lúc nào, đã báo người gửi chưa.",
  feedback_field: "lĩnh vực phản ánh và đơn vị trả lời.",
  feedback_mail:
    "thư gửi tới hộp thư phản ánh: lúc nào, đang chờ hay đã ghi, bỏ qua, chỉ nơi nhận; lời chỉ còn khi đang chờ.",
  feedback_mail_picture: "ảnh kèm thư đang chờ; nội dung ở `files/`.",
  feedback_picture: "ảnh gửi kèm phản ánh, không công khai; nội dung ở `files/`.",
  feedback_publication:
    "kết quả phản ánh đã công khai hoặc chờ công khai: bản riêng, đã che dữ liệu cá nhân, ai soạn, ai đọc lại.",
  feedback_publication_picture: "ảnh của bản công khai, đã che trong chính tệp; nội dung ở `files/`.",
  feedback_setting: "thời hạn xử lý phản ánh, nơi nhận khiếu nại, tố cáo của cơ quan.",
  feedback_template: "mẫu trả lời phản ánh.",
  figure_definition: "nguồn hiểu từng con số thế nào, theo lời của nguồn, từng bản.",
  figure_import: "các lần nhập số liệu từ tệp: tệp nào, số do đâu xuất ra, ai nhập, ai lấy lại.",
  figure_reading:
    "số liệu của bài trên kênh: số, lúc lấy, nguồn, thay cho số nào vì sao; chỉ thêm, không sửa.",
  figure_source: "lấy số liệu của từng tài khoản đang ra sao, mạng không cho số nào.",
  figure_watch: "khi nào hỏi mạng số liệu của bài nào, thôi hỏi vì sao.",
  gap_reason: "lý do một ô của bảng bao phủ chưa có minh chứng, người ghi, người sửa, người rút.",
  gap_reminder: "ngày nhắc đơn vị về ô chưa có minh chứng.",
  good_practice: "sổ mô hình, sáng kiến: đơn vị, cách làm, kết quả, minh chứng, quyết định công nhận.",
  good_practice_spread: "đơn vị, nơi nào đã áp dụng mô hình, sáng kiến nào.",
  good_practice_text: "tin, bài nào nói về mô hình, sáng kiến nào.",
  guidance: "hướng dẫn gửi các đơn vị: về việc gì, bản nào đang dùng, đã rút vì sao.",
  guidance_edition: "mọi bản của từng hướng dẫn: tên, nội dung, đổi gì so với bản trước.",
  guidance_question: "câu hỏi của đơn vị về hướng dẫn, câu trả lời, ai hỏi, ai trả lời.",
  guidance_receipt: "hướng dẫn gửi đơn vị nào, bản nào, ai xác nhận đã nhận.",
  index_component: "thành phần của từng chỉ số, chủ đề nào phục vụ thành phần ấy.",
  index_component_obligation: "nội dung phải thực hiện nào phục vụ thành phần nào của chỉ số.",
  index_entity: "đơn vị được xếp hạng, có từ ngày nào đến ngày nào.",
  index_import: "các lần nhập bảng kết quả chỉ số.",
  index_import_line: "từng kết quả mà một lần nhập đã thêm, đã sửa, trước và sau.",
  index_kind:
    "các chỉ số (PAR INDEX, SIPAS, PAPI, PCI, DTI …): tên, nơi công bố, thang điểm, năm đổi cách đo.",
  index_result: "kết quả chỉ số như đã công bố: năm, đơn vị, điểm, hạng, nguồn, còn điều chưa chắc không.",
  index_target: "chỉ tiêu mà văn bản đặt ra cho một chỉ số, một năm.",
  infographic: "bảng số liệu đã vẽ thành đồ họa: mẫu, từng dòng, nguồn, ngày, thay cho bảng nào.",
  infographic_picture: "hình của từng bảng theo khuôn: nét vẽ SVG, ảnh nào trong kho tư liệu.",
  language_word: "chữ mà cơ quan thêm, đổi hoặc bỏ so với danh sách dùng khi soi ngôn ngữ.",
  late_dossier: "vì sao hồ sơ trễ hạn, đơn vị chịu trách nhiệm, ngày hẹn mới.",
  listening_copy: "tin báo chí dùng lại bài nào của cơ quan, giống bao nhiêu, có nêu cơ quan không.",
  listening_incident: "vụ việc báo chí phê bình: ai xử lý, hạn giờ, trả lời, kết quả.",
  listening_item: "tin của các nguồn cơ quan theo dõi: tên, phần đầu, địa chỉ, lúc đăng; không có toàn văn.",
  listening_setting: "số giờ phải trả lời khi báo chí phê bình, căn cứ.",
  listening_sorted: "tin báo chí nào đã xếp chủ đề, lúc nào.",
  listening_source: "nguồn tin của báo chí, cơ quan khác mà cơ quan theo dõi, đọc lần cuối lúc nào.",
  listening_theme: "tin báo chí thuộc chủ đề nào.",
  listening_tone: "sắc thái của tin báo chí: ai ghi, lúc nào.",
  listening_words: "từ ngữ xếp tin báo chí vào chủ đề.",
  loudspeaker_area: "địa bàn có loa truyền thanh, địa bàn nào khó khăn, căn cứ.",
  loudspeaker_limit: "giới hạn giờ phát, số buổi, số phút của cơ quan.",
  loudspeaker_slot: "khung giờ phát: các ngày trong tuần, từ giờ nào đến giờ nào.",
  loudspeaker_station:
    "sổ đài truyền thanh, cụm loa: mã, tên, địa bàn, cách nhận bản tin; không có khóa của máy.",
  machine_voice: "cơ quan có cho phát giọng máy không, giọng nào, câu báo trước.",
  media_asset:
    "kho tư liệu (ảnh, video, âm thanh, tài liệu): tác giả, nguồn, giấy phép, sự đồng ý, chú thích thay ảnh; nội dung ở `files/`.",
  media_folder: "thư mục của kho tư liệu: tên, ở trong thư mục nào.",
  media_likeness: "dấu để tìm ảnh gần giống; dựng lại được từ tệp ảnh.",
  media_loudness: "độ lớn đã đo của bản thu, bản đã chỉnh làm từ bản nào.",
  media_spoken: "bản thu do giọng máy đọc: giọng nào, câu báo trước, từng lời đã đọc.",
  media_upload: "tệp đang tải lên dở, chưa vào kho; phần đã nhận không có trong bản xuất.",
  migration: "các bước nâng cấp đã chạy.",
  missed_search: "điều người đọc tìm trên cổng mà không thấy: từ đã tìm, ngày, số lần; không có ai tìm.",
  missed_search_decision: "điều tìm mà không thấy đã được xử lý thế nào, ai xử lý.",
  newest_figure: "số mới nhất còn hiệu lực của từng lượt đăng, từng loại số; suy từ `figure_reading`.",
  notice: "thông báo đã gửi đến từng người.",
  notice_default: "cơ quan mặc định báo từng loại thông báo bằng cách nào.",
  notice_hours: "giờ yên tĩnh và nhịp gom thư mỗi người đã chọn.",
  notice_hours_default: "giờ yên tĩnh và nhịp gom thư mặc định của cơ quan.",
  notice_preference: "mỗi người chọn nhận từng loại thông báo bằng cách nào.",
  notice_sending: "thông báo nào đã chuyển thành thư, đã thôi gửi.",
  obligation: "nội dung phải thực hiện của kế hoạch.",
  obligation_unit: "đơn vị chịu trách nhiệm từng nội dung phải thực hiện.",
  official_document: "sổ văn bản.",
  outside_check: "chuyên gia ngoài được nhờ thẩm định bản nào, đến hạn nào, trả lời thế nào.",
  page_report:
    "báo lỗi thông tin của người đọc: trang nào, điều gì, hạn, kết quả, trả lời; địa chỉ thư không đọc được nếu không có tệp bí mật.",
  page_vote: "trang có hữu ích không: số ý kiến theo trang, theo ngày.",
  password_rule: "cơ quan đòi gì ở mật khẩu mới.",
  person: "người của cơ quan.",
  placement: "tin, bài đã lên kênh: địa chỉ, lúc nào, bản nào, đã gỡ chưa.",
  placement_capture:
    "trang bài mà hệ thống đã lưu: lúc nào, bản nào, trang trả lời gì, chữ trên trang; tệp WARC ở `files/`.",
  placement_change:
    "việc sửa, gỡ, thay bài trên kênh sau khi bài được đính chính hoặc thu hồi: ai cho làm, đến đâu.",
  placement_proof: "ảnh chụp bài trên kênh: cỡ, mã SHA-256; nội dung ở `files/`.",
  plan: "kế hoạch.",
  plan_citation: "văn bản mà kế hoạch căn cứ hoặc nhắc đến.",
  plan_clause: "các mục của kế hoạch.",
  plan_clause_parent: "mục nào thực hiện mục nào của kế hoạch cấp trên.",
  plan_distribution: "kế hoạch đã gửi đơn vị nào, ai xác nhận đã nhận.",
  plan_handover: "bản kế hoạch đã chuyển cho cơ quan khác: nội dung lúc chuyển, lời nhắn, ai chuyển.",
  plan_handover_receipt: "kế hoạch chuyển cho cơ quan nào, ai mở, ai xác nhận, thu lại vì sao.",
  plan_import: "tệp kế hoạch đã nhập và bản xem trước.",
  plan_parent: "kế hoạch thực hiện kế hoạch, văn bản nào của cấp trên.",
  plan_suggestion: "gợi ý nào của kế hoạch đã được chấp nhận, để riêng, ở bản nào.",
  plan_template: "mẫu nghĩa vụ, nhiệm vụ mà cơ quan đã lưu từ kế hoạch.",
  plan_version: "các bản của kế hoạch; bản cũ giữ nguyên nội dung, lý do và văn bản quyết định.",
  play_log: "nhật ký phát của đài, cụm loa: lúc nào, kết quả, báo bằng cách nào, vì sao không tính.",
  posting_place: "những nơi phải công khai thủ tục, số ngày làm việc kể từ quyết định.",
  posting_proof:
    "thủ tục nào đã công khai hoặc đã gỡ ở nơi nào, bản nào, ngày nào, địa chỉ hoặc tệp; cái ghi nhầm kèm lý do.",
  posting_rule:
    "giờ đăng của cơ quan, từng kênh, từng tài khoản: khung giờ tốt, giờ không đăng, số bài, khoảng cách.",
  press_attachment: "tệp đính kèm của từng lượt gửi báo chí, như lúc gửi; nội dung ở `files/`.",
  press_bounce: "thư báo chí không được nhận: của địa chỉ nào, mã gì, lúc nào.",
  press_consent: "sự đồng ý nhận thư báo chí: ngày nào, cách nào, lưu ở đâu, thôi khi nào.",
  press_contact: "nơi nhận thư báo chí: tên, chức danh, địa chỉ thư, đang nhận, thôi nhận hay đã xóa.",
  press_enquiry: "yêu cầu của báo chí: ai hỏi gì, hạn trả lời, ai trả lời thế nào, vì sao từ chối.",
  press_enquiry_file: "tệp gửi kèm câu trả lời báo chí.",
  press_letter:
    "thư định hướng gửi báo chí: nội dung, ai soạn, ai duyệt gửi, thu hồi vì sao, thay cho thư nào.",
  press_letter_attachment: "tệp đính kèm của thư định hướng, như lúc gửi; nội dung ở `files/`.",
  press_letter_mail: "từng thư đã gửi, đã nhắc, đã báo thu hồi của thư định hướng.",
  press_letter_recipient: "thư định hướng gửi tới địa chỉ nào, đã xác nhận lúc nào.",
  press_limit: "mốc báo trước hết thời hạn phát ngôn, mức dừng gửi một địa chỉ của báo chí.",
  press_list: "nhóm nhận thư báo chí.",
  press_list_member: "địa chỉ nào thuộc nhóm nhận nào.",
  press_outlet: "sổ cơ quan báo chí.",
  press_pickup: "tin báo chí dùng lại bài của cơ quan: báo nào, địa chỉ, mức dùng lại, ai ghi, bỏ vì sao.",
  press_pickup_proof: "ảnh chụp tin báo chí dùng lại: cỡ, mã SHA-256; nội dung ở `files/`.",
  press_recipient: "từng thông cáo gửi tới những địa chỉ nào.",
  press_release: "thông cáo gửi báo chí trước giờ cấm đăng hay không.",
  press_return: "thư trả về đã đọc trong hộp thư: của nơi nhận nào, mã gì, lúc nào; không có nội dung thư.",
  press_rule: "giờ trả lời báo chí của cơ quan, theo văn bản nào.",
  procedure: "sổ thủ tục hành chính: mã, trạng thái, bản đang dùng, thủ tục thay thế.",
  procedure_decision: "quyết định công bố thủ tục, đã xác nhận chưa, công bố bằng hình thức nào.",
  procedure_decision_row: "quyết định làm gì với từng thủ tục: mới, sửa đổi, thay thế, bãi bỏ.",
  procedure_import: "các lần nhập danh mục thủ tục từ tệp, đã lấy lại chưa.",
  procedure_import_line: "mỗi lần nhập đã làm gì với từng thủ tục: bản trước, bản sau.",
  procedure_snapshot:
    "các danh mục xuất từ một nơi công khai để đối chiếu với sổ: nơi, ngày, tệp, cột, dòng chưa đúng.",
  procedure_snapshot_row: "từng dòng của danh mục đối chiếu, theo mã thủ tục.",
  procedure_version:
    "mọi bản của từng thủ tục: nội dung, áp dụng từ ngày nào, ai ghi, vì sao thay đổi; bản cũ giữ nguyên.",
  product_acceptance: "nghiệm thu sản phẩm: bản nào, ai, kết luận, nhận xét, đã rút vì sao.",
  proposal: "đề xuất giải pháp: ai đề xuất, nơi tổng hợp, quyết định, nhiệm vụ đã giao.",
  provider_link: "tài khoản ở nơi đăng nhập chung của từng người.",
  public_media: "ảnh đang dùng ở trang công khai.",
  quiet_days: "những ngày không đăng trên các kênh, vì sao, ai ghi.",
  reader_news: "tin nào đã chuyển thành thư cho người theo dõi nào; địa chỉ chỉ là dấu băm.",
  remark_dismissal: "nhận xét về ngôn ngữ của bài được bỏ qua: chỗ nào, vì sao, ai, lúc nào.",
  reminder_setting: "khi nào nhắc việc, báo lên cấp nào.",
  report: "báo cáo kỳ.",
  report_accepted_number: "số trong báo cáo khác số liệu đã chốt mà người soạn giữ lại, kèm lý do.",
  report_freeze: "số liệu đã chốt của báo cáo.",
  report_signed_copy: "bản PDF đã ký của báo cáo (cột `file`).",
  report_text: "mọi bản của văn bản báo cáo.",
  review_bundle: "bộ tin, bài được chọn để duyệt chung: ai chọn, lúc nào.",
  review_bundle_text: "bài nào ở bộ duyệt chung nào.",
  review_decision: "ai quyết định bước duyệt nào, bản nào, nhân danh ai, lúc nào, lý do.",
  review_decision_comment: "lần trả lại nào vì nhận xét nào.",
  review_route: "quy trình duyệt theo loại và đơn vị.",
  review_route_step: "các bước của quy trình duyệt: ai, mấy ngày làm việc.",
  review_run: "mỗi lần gửi duyệt: bản nào, quy trình nào, kết thúc ra sao.",
  review_step: "các bước của một lần gửi duyệt: ai, từ lúc nào, hạn.",
  rights_review: "các đợt rà soát quyền: căn cứ, ngày chốt, hạn, kết luận, ai mở, ai kết thúc.",
  rights_review_line: "từng quyền trong đợt rà soát, ai quyết định giữ, thu hồi hay đổi, lý do.",
  rights_review_rule: "tháng rà soát quyền hằng năm.",
  roster_import: "lần nhập đơn vị, người dùng từ bảng tính: tệp, ai nhập, ai lấy lại.",
  roster_import_line: "đơn vị, người dùng nào do dòng nào của lần nhập ghi vào, như lúc nhập.",
  saved_view: "cách xem bảng đã lưu theo tên, của riêng người lưu hoặc chung cả cơ quan.",
  search_text: "chỉ mục tìm kiếm trang công khai; dựng lại được từ các bảng khác.",
  self_score: "phiếu tự chấm theo bộ tiêu chí của một chỉ số: năm, đang chấm hay đã nộp.",
  self_score_criterion: "tiêu chí của phiếu: điểm tối đa, điểm tự chấm (phần trăm của một điểm), giải trình.",
  self_score_mark: "điểm mà mỗi lần thẩm định cho từng tiêu chí.",
  self_score_proof: "tài liệu kiểm chứng của từng tiêu chí.",
  self_score_round: "các lần thẩm định phiếu tự chấm: cơ quan nào, ngày nào, văn bản nào.",
  service_index_import: "các lần nhập điểm chỉ số phục vụ (Quyết định 766/QĐ-TTg).",
  service_index_score: "điểm chỉ số phục vụ như đã công bố: đơn vị, ngày, từng nhóm, đường dẫn.",
  shared_calendar: "cơ quan cho cơ quan trực thuộc lấy danh sách ngày nghỉ của mình.",
  shared_contact: "đầu mối mà cơ quan chia sẻ cho các cơ quan khác trên hệ thống.",
  shared_document: "văn bản trong sổ mà cơ quan cho cơ quan khác trên hệ thống đọc.",
  shortcoming: "tồn tại, hạn chế: của ai, vì sao, khắc phục thế nào, chứng minh bằng gì.",
  sign_in_rule: "vai trò nào của cơ quan phải đăng nhập bằng hai lớp, từ ngày nào.",
  signing_authority: "ai ký thay cơ quan, theo quyết định nào, từ ngày nào đến ngày nào.",
  similarity_answer: "người viết trả lời thế nào về bài giống bài của mình.",
  similarity_key: "khóa để tìm tin, bài trùng; dựng lại được từ các bảng khác.",
  similarity_text: "bản nào của tin, bài đã có khóa để tìm bài trùng; dựng lại được.",
  site_section:
    "mục phải công khai: đơn vị phụ trách, hạn xem lại, nơi đăng khác, lý do không phát sinh, ai xem lại.",
  site_section_text: "bài đang đăng nào ở mục phải công khai nào.",
  site_setting: "hạn trả lời người đọc mà cơ quan đặt.",
  spokesperson: "người phát ngôn: ai, theo văn bản nào, từ ngày nào đến ngày nào.",
  story: "đề tài: tên, đơn vị, người phụ trách, đã bỏ vì sao.",
  story_clause: "đề tài phục vụ mục nào của kế hoạch.",
  story_obligation: "đề tài phục vụ nội dung phải thực hiện nào.",
  story_task: "đề tài phục vụ nhiệm vụ nào.",
  target: "chỉ tiêu theo kỳ của nhiệm vụ, nghĩa vụ.",
  task: "nhiệm vụ của kế hoạch.",
  task_coordinating_unit: "đơn vị phối hợp của nhiệm vụ.",
  task_extension: "đề nghị gia hạn nhiệm vụ: hạn cũ, hạn mới, lý do, ai quyết định.",
  task_import: "lần nhập nhiệm vụ từ Excel: tệp, ai nhập, ai lấy lại.",
  task_import_line: "nhiệm vụ nào do dòng nào của lần nhập ghi vào, như lúc nhập.",
  task_obligation: "nhiệm vụ nào thực hiện nội dung nào.",
  task_reminder: "đã nhắc nhiệm vụ nào, lần nào, mấy người.",
  timeliness_praise: "đơn vị được duyệt biểu dương theo số liệu của kỳ, ai duyệt.",
  timeliness_publication: "số liệu tiến độ hồ sơ đã công khai, từng bản, vì sao công khai lại.",
  tip: "tin các đơn vị gửi về: loại, nội dung, đã thành bài, đề tài nào, gộp vào tin nào, vì sao không dùng.",
  tip_media: "ảnh, bản thu gửi kèm tin; nơi chụp khi người gửi cho giữ.",
  topic_claim: "chủ đề mà cơ quan báo cho cơ quan khác là đang làm.",
  trusted_certificate: "chứng thư gốc mà cơ quan tin cậy khi kiểm tra chữ ký số.",
  unit: "đơn vị thuộc cơ quan.",
  unit_change: "sáp nhập, chia tách, đổi tên đơn vị: theo quyết định nào, có hiệu lực từ ngày nào.",
  unit_change_person: "ai chuyển đến đơn vị kế tiếp nào khi chia tách.",
  unit_change_source: "đơn vị cũ của từng thay đổi, tên cũ khi đổi tên.",
  unit_change_target: "đơn vị kế tiếp của từng thay đổi.",
  unit_duty_before: "nhiệm vụ, nghĩa vụ trước đây của đơn vị cũ nào, đến hết ngày nào.",
  unit_report: "báo cáo của từng đơn vị trong một kỳ: trạng thái, gửi muộn mấy ngày.",
  unit_report_gathered: "mỗi lần tổng hợp lấy lần gửi nào của đơn vị.",
  unit_report_gathering: "các lần tổng hợp báo cáo đơn vị vào báo cáo của cơ quan.",
  unit_report_reminder: "đã nhắc đơn vị nào gửi báo cáo, ngày nào, nhắc ai.",
  unit_report_request: "kỳ mà các đơn vị được yêu cầu báo cáo, hạn gửi, số liệu thêm.",
  unit_report_sending: "từng lần đơn vị gửi báo cáo, số liệu lúc gửi, số sửa kèm lý do, trả lại, tiếp nhận.",
  unit_report_text: "mọi bản đơn vị đã viết.",
  webhook: "hệ thống khác được báo tin: tên, địa chỉ nhận, việc được báo; không có khóa ký.",
  webhook_attempt: "từng lần gọi sang hệ thống khác, mã trả lời.",
  webhook_message: "tin báo cho hệ thống khác: việc gì, lúc nào, đã nhận chưa; tin đã xong giữ 30 ngày.",
  work_item: "chương trình công tác của các đơn vị: hoạt động, ngày, nơi, nội dung lồng ghép, kết quả.",
  work_item_clause: "hoạt động nào của đơn vị lồng ghép mục nào của kế hoạch.",
  work_item_import: "lần nhập bảng chương trình công tác: đơn vị, tệp, ai nhập, ai lấy lại.",
  work_item_import_line: "hoạt động nào do dòng nào của lần nhập ghi vào, như lúc nhập.",
  work_item_obligation: "hoạt động nào của đơn vị lồng ghép nội dung phải thực hiện nào.",
  work_item_task: "hoạt động nào của đơn vị lồng ghép nhiệm vụ nào.",
};

const guide = `# Dữ liệu xuất từ Gần Dân

- \`tables/TÊN.jsonl\`: mỗi dòng là một bản ghi (JSON, UTF-8), xếp theo khóa chính. Ngày giờ theo ISO 8601.
- \`files/\`: ảnh và tệp, tên là mã trong bảng \`media_asset\` (kho tư liệu) và \`evidence_file\` (tệp minh chứng).

## Các bảng

${Object.entries(exportedTables)
  .map(([name, holds]) => `- \`${name}\`: ${holds}`)
  .join("\n")}

Mật khẩu, phiên đăng nhập và mã dùng một lần không được xuất. Ảnh gốc như khi tải lên mang nơi chụp, máy chụp nên không có ở đây, chỉ có trong bản sao lưu.
`;

/** Writes everything as open files in a stable order into an empty folder. Gives the number of rows. */
export async function exportData(ownerUrl: string, filesFolder: string, target: string): Promise<number> {
  await mkdir(join(target, "tables"), { recursive: true });
  await mkdir(join(target, "files"), { recursive: true });
  let count = 0;
  await inTransaction(ownerUrl, ONE_MOMENT, async (client) => {
    for (const table of await storedTables(client)) {
      if (SECRET.has(table.name)) continue;
      const rows = rowsAsJson(client, table);
      await pipeline(rows, createWriteStream(join(target, "tables", `${table.name}.jsonl`)));
      count += rows.rowCount;
    }
  });
  for (const name of await storedFileNames(filesFolder)) {
    // Where a picture was taken, and with what, leaves with nothing.
    if (name.endsWith("-original")) continue;
    await mkdir(dirname(join(target, "files", name)), { recursive: true });
    await copyFile(join(filesFolder, name), join(target, "files", name));
  }
  await writeFile(join(target, "DOC-TRUOC.md"), guide);
  return count;
}
