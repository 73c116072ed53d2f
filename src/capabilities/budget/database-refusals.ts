import { Conflict } from "#platform/auth/policy.ts";

/** What the database refuses, by the name of its constraint, in words. */
const words: Record<string, string> = {
  budget_line_keeps_within:
    "Vượt số còn lại của dòng dự toán. Chưa có gì được ghi; muốn chi thêm, hãy lập tờ điều chỉnh và chờ duyệt.",
  budget_line_is_countable: "Số của dòng dự toán lớn quá mức hệ thống ghi được.",
  budget_line_approved_check: "Dự toán của một dòng không thể nhỏ hơn 0.",
  budget_line_is_approved: "Dòng đã duyệt nên không sửa, không bỏ được; muốn đổi số hãy lập tờ điều chỉnh.",
  budget_line_agency_id_year_source_id_name_key: "Nguồn này đã có dòng dự toán cùng tên trong năm.",
  budget_line_agency_id_source_id_fkey: "Không có nguồn kinh phí này.",
  budget_line_is_estimated_once: "Có dòng đã được duyệt dự toán trước đó; hãy đưa dòng ấy vào tờ điều chỉnh.",
  budget_change_agency_id_line_id_fkey: "Dòng này đang nằm trong một tờ trình nên chưa bỏ được.",
  budget_change_is_handed_in: "Tờ trình vừa được trình hoặc duyệt nên không sửa được; hãy tải lại trang.",
  budget_proposal_by_a_second_person: "Người lập không tự duyệt; hãy nhờ người thứ hai.",
  budget_proposal_is_approved: "Tờ trình đã được duyệt.",
  budget_source_agency_id_name_key: "Đã có nguồn kinh phí cùng tên.",
  budget_commitment_keeps_within:
    "Vượt số còn lại của cam kết: tổng đã chi và đã giảm không được lớn hơn giá trị cam kết.",
  budget_commitment_once: "Hợp đồng cùng số, cùng ngày với bên này đã được ghi.",
  budget_commitment_sign: "Đây là dòng giảm cam kết; hãy chọn cam kết gốc.",
  budget_expense_keeps_within: "Số thu hồi lớn hơn số còn lại của khoản chi.",
  royalty_table_one_at_a_time: "Ngày hiệu lực chồng với một khung nhuận bút khác.",
  royalty_once: "Sản phẩm này đã có nhuận bút được đề xuất; mỗi sản phẩm chỉ trả một lần.",
  royalty_is_decided: "Nhuận bút này đã có quyết định.",
  royalty_is_approved: "Nhuận bút chưa được duyệt nên chưa trả.",
  budget_expense_royalty_once: "Nhuận bút của sản phẩm này đã được trả.",
  budget_expense_royalty_whole: "Nhuận bút chỉ thu hồi được toàn bộ.",
  budget_cost_within_expense: "Các phần gắn cho sản phẩm lớn hơn số đã chi.",
  budget_expense_once: "Chứng từ cùng số, cùng ngày cho người nhận này đã được ghi ở dòng này.",
  citizen_saving_once:
    "Đã duyệt một số liệu tiết kiệm cho đúng phạm vi, đúng loại hồ sơ này ở kỳ trùng ngày; mỗi hồ sơ chỉ tính một lần.",
  citizen_saving_one_division:
    "Kỳ này đã duyệt số liệu theo cách chia khác (tất cả, lĩnh vực hoặc thủ tục) cho cùng loại hồ sơ; cộng lại sẽ tính một hồ sơ hai lần.",
  citizen_saving_by_a_second_person: "Người ghi không tự duyệt; hãy nhờ người thứ hai.",
  citizen_saving_is_decided: "Số liệu này đã có quyết định.",
  citizen_saving_has_its_source: "Chưa có tệp văn bản nguồn nên chưa duyệt được; hãy nhờ người ghi đính tệp.",
  royalty_is_paid: "Nhuận bút này đã trả nên không hủy; muốn hủy phải thu hồi khoản chi trước.",
  budget_commitment_by_a_second_person: "Người ghi không tự xác nhận; hãy nhờ người thứ hai.",
  budget_expense_by_a_second_person: "Người ghi không tự xác nhận; hãy nhờ người thứ hai.",
  budget_commitment_is_confirmed:
    "Cam kết này chưa được người thứ hai xác nhận nên chưa chi, chưa giảm được.",
  budget_expense_is_confirmed: "Khoản chi này chưa được người thứ hai xác nhận nên chưa thu hồi được.",
  budget_record_is_decided: "Mục này đã được quyết định; hãy tải lại trang.",
  budget_year_is_closed: "Năm ngân sách này đã đóng nên không đổi được; muốn đổi phải mở lại ở Quyết toán.",
  budget_year_is_settled: "Năm này còn việc chưa xong nên chưa đóng được; hãy tải lại trang.",
  budget_closing_by_a_second_person: "Người đề nghị không tự đóng; hãy nhờ người thứ hai.",
  budget_closing_is_decided: "Đề nghị này đã có quyết định.",
  budget_commitment_carried_once: "Cam kết này đã được chuyển sang năm sau.",
  budget_expense_sign: "Đây là dòng thu hồi; hãy chọn khoản chi gốc.",
};

interface Fault {
  constraint?: string;
  cause?: unknown;
}

/** Runs a change of the database; what one of its promises refuses is told in words. @throws Conflict */
export async function inWords<Result>(change: Promise<Result> | PromiseLike<Result>): Promise<Result> {
  try {
    return await change;
  } catch (error) {
    for (let fault = error as Fault | undefined; fault; fault = fault.cause as Fault | undefined) {
      const told = fault.constraint && words[fault.constraint];
      if (told) throw new Conflict(told);
    }
    throw error;
  }
}
