import type { ListWords } from "#platform/sheets/list-fields.ts";
import type { ProcedureKey } from "../reading/procedure-columns.ts";

const words = (header: string, how: string, example: string, width = 24) => ({
  ...{ header, how, example, width },
  also: [],
});

/** The columns of a list as the template names them and the file of faulty rows gives them back. */
export const procedureListWords: ListWords<ProcedureKey> = {
  ma_tthc: words("Mã TTHC", "Bắt buộc; có hay không có đuôi của cơ quan", "1.004628", 20),
  ten_tthc: words("Tên thủ tục", "Bắt buộc", "Đăng ký tổ chức lễ hội", 60),
  ma_linh_vuc: words("Mã lĩnh vực", "Nếu có", "", 14),
  ten_linh_vuc: words("Lĩnh vực", "Tên lĩnh vực", "Lễ hội"),
  ma_co_quan: words("Mã cơ quan", "Đuôi mã của cơ quan, nếu có", "000.00.00.H05", 18),
  ten_co_quan: words("Cơ quan thực hiện", "Tên cơ quan", "Sở Văn hóa, Thể thao và Du lịch", 40),
  cap_thuc_hien: words("Cấp thực hiện", "Cấp Bộ, Cấp tỉnh, Cấp xã hoặc Cơ quan khác", "Cấp tỉnh", 16),
  doi_tuong: words(
    "Đối tượng thực hiện",
    "Nhiều đối tượng cách nhau bằng dấu ;",
    "Công dân Việt Nam; Doanh nghiệp",
    40,
  ),
  muc_do_dvc: words("Mức độ dịch vụ công", "Toàn trình, Một phần hoặc Không", "Toàn trình", 18),
  kenh: words("Hình thức nộp", "Trực tiếp; Trực tuyến; Dịch vụ bưu chính", "Trực tiếp; Trực tuyến", 30),
  thoi_han: words("Thời hạn giải quyết", "Một số, hoặc cả số và đơn vị", "15", 18),
  don_vi_thoi_han: words("Đơn vị thời hạn", "ngày làm việc, ngày, giờ hoặc tháng", "ngày làm việc", 18),
  thoi_han_mo_ta: words("Mô tả thời hạn", "Nói rõ thêm, nếu cần", "kể từ ngày nhận đủ hồ sơ", 40),
  phi_le_phi: words("Phí, lệ phí", "Mức thu, hoặc Không", "Không"),
  thanh_phan_ho_so: words("Thành phần hồ sơ", "Mỗi giấy tờ một dòng trong ô", "Đơn đăng ký", 60),
  trinh_tu: words("Trình tự thực hiện", "Mỗi bước một dòng trong ô", "Bước 1. Nộp hồ sơ", 60),
  yeu_cau: words("Yêu cầu, điều kiện", "Không có thì ghi Không", "Không", 40),
  ket_qua: words("Kết quả thực hiện", "Mỗi kết quả một dòng trong ô", "Văn bản trả lời", 40),
  can_cu_phap_ly: words("Căn cứ pháp lý", "Mỗi văn bản một dòng trong ô", "", 50),
  so_quyet_dinh_cong_bo: words("Quyết định công bố", "Số, ký hiệu", "01/QĐ-UBND", 20),
  ngay_cong_bo: words("Ngày công bố", "ngày/tháng/năm", "05/01/2026", 14),
  trang_thai: words("Trạng thái", "Hiệu lực, Tạm dừng hoặc Bãi bỏ; bỏ trống là còn hiệu lực", "Hiệu lực", 16),
  url_dvc: words("Đường dẫn", "Trang trên Cổng Dịch vụ công quốc gia", "", 40),
  cap_nhat_luc: words("Ngày cập nhật", "Không dùng khi nhập", "", 14),
};
