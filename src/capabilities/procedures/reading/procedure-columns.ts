import type { Column } from "#platform/sheets/columns/column.ts";

/** The columns of a list of procedures, by their canonical keys. */
export const procedureColumns = [
  {
    key: "ma_tthc",
    names: [
      "MaTTHC",
      "Mã TTHC",
      "Mã thủ tục",
      "Mã thủ tục hành chính",
      "Mã số TTHC",
      "Mã số thủ tục hành chính",
      "Mã số thủ tục",
      "Mã hồ sơ TTHC",
      "Số hồ sơ TTHC",
      "Mã số",
      "Mã quốc gia",
      "code",
    ],
  },
  {
    key: "ten_tthc",
    names: [
      "TenTTHC",
      "Tên thủ tục",
      "Tên thủ tục hành chính",
      "Tên TTHC",
      "Thủ tục hành chính",
      "Tên gọi thủ tục",
      "Tên gọi",
      "name",
    ],
  },
  { key: "ma_linh_vuc", names: ["MaLinhVuc", "Mã lĩnh vực"] },
  {
    key: "ten_linh_vuc",
    names: ["TenLinhVuc", "Lĩnh vực", "Tên lĩnh vực", "LINHVUCTHUCHIEN", "Lĩnh vực thực hiện"],
  },
  { key: "ma_co_quan", names: ["MaCoQuan", "Mã cơ quan", "MaDonVi", "Mã đơn vị"] },
  {
    key: "ten_co_quan",
    names: [
      "TenCoQuan",
      "Cơ quan thực hiện",
      "COQUANTHUCHIEN",
      "Tên cơ quan",
      "Cơ quan",
      "Cơ quan giải quyết",
      "TenDonVi",
      "Đơn vị thực hiện",
    ],
  },
  { key: "cap_thuc_hien", names: ["CapThucHien", "Cấp thực hiện", "Cấp giải quyết", "Cấp"] },
  {
    key: "doi_tuong",
    names: ["DoiTuong", "Đối tượng thực hiện", "Đối tượng", "MOTADOITUONGTHUCHIEN", "DOITUONGTHUCHIEN"],
  },
  {
    key: "muc_do_dvc",
    names: [
      "MucDoDVC",
      "Mức độ dịch vụ công",
      "Mức độ",
      "Loại DVC",
      "Mức độ DVC",
      "Loại dịch vụ công",
      "Mức độ cung cấp dịch vụ công",
      "Mức độ cung cấp",
    ],
  },
  {
    key: "kenh",
    names: [
      "Kenh",
      "Cách thức thực hiện",
      "Hình thức nộp",
      "Kênh thực hiện",
      "KenhThucHien",
      "CACHTHUCTHUCHIEN",
      "Hình thức nộp hồ sơ",
    ],
  },
  {
    key: "thoi_han",
    names: [
      "ThoiHan",
      "Thời hạn giải quyết",
      "THOIGIANGIAIQUYET",
      "Thời hạn",
      "Thời gian giải quyết",
      "Thời gian thực hiện",
      "Thời hạn thực hiện",
      "ThoiHanGiaiQuyet",
    ],
  },
  {
    key: "don_vi_thoi_han",
    names: ["DonViThoiHan", "DONVITINH", "Đơn vị tính", "Đơn vị thời hạn", "Đơn vị tính thời hạn"],
  },
  { key: "thoi_han_mo_ta", names: ["ThoiHanMoTa", "Mô tả thời hạn"] },
  {
    key: "phi_le_phi",
    names: ["PhiLePhi", "Phí, lệ phí", "Phí", "Lệ phí", "Phí và lệ phí", "Mức phí", "Mức phí, lệ phí"],
  },
  {
    key: "thanh_phan_ho_so",
    names: ["ThanhPhanHoSo", "Thành phần hồ sơ", "Hồ sơ", "Thành phần, số lượng hồ sơ"],
  },
  { key: "trinh_tu", names: ["TrinhTu", "Trình tự thực hiện", "TRINHTUTHUCHIEN", "Trình tự"] },
  {
    key: "yeu_cau",
    names: ["YeuCau", "Yêu cầu, điều kiện", "Yêu cầu điều kiện", "Yêu cầu, điều kiện thực hiện", "Điều kiện"],
  },
  { key: "ket_qua", names: ["KetQua", "Kết quả thực hiện", "KETQUATHUCHIEN", "Kết quả"] },
  { key: "can_cu_phap_ly", names: ["CanCuPhapLy", "Căn cứ pháp lý", "Cơ sở pháp lý", "Căn cứ pháp lí"] },
  {
    key: "so_quyet_dinh_cong_bo",
    names: [
      "SoQuyetDinhCongBo",
      "Quyết định công bố",
      "Số quyết định công bố",
      "Số quyết định",
      "SoQuyetDinh",
    ],
  },
  {
    key: "ngay_cong_bo",
    names: ["NgayCongBo", "Ngày công bố", "Ngày quyết định công bố", "Ngày quyết định", "Ngày ban hành"],
  },
  { key: "trang_thai", names: ["TrangThai", "Trạng thái", "Tình trạng", "Hiệu lực", "Tình trạng hiệu lực"] },
  { key: "url_dvc", names: ["UrlDVC", "Đường dẫn", "Link", "URL", "Địa chỉ", "Đường link"] },
  {
    key: "cap_nhat_luc",
    names: ["CapNhatLuc", "Ngày cập nhật", "Cập nhật lúc", "NgayCapNhat", "Thời gian cập nhật"],
  },
] as const satisfies readonly Column<string>[];

export type ProcedureKey = (typeof procedureColumns)[number]["key"];

export const procedureKeys: readonly ProcedureKey[] = procedureColumns.map(({ key }) => key);

/** What a text column holds: a set, an ordered list, a day, a word of a list, or text. */
export type ValueKind = "set" | "list" | "day" | "word" | "text";

const kinds: Partial<Record<ProcedureKey, ValueKind>> = {
  kenh: "set",
  doi_tuong: "set",
  thanh_phan_ho_so: "list",
  trinh_tu: "list",
  ngay_cong_bo: "day",
  cap_nhat_luc: "day",
  cap_thuc_hien: "word",
  muc_do_dvc: "word",
  don_vi_thoi_han: "word",
  trang_thai: "word",
};

export const kindOf = (key: ProcedureKey): ValueKind => kinds[key] ?? "text";
