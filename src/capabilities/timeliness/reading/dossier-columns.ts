import type { TableKind } from "#platform/sheets/columns/read-table.ts";

/** The columns of a sheet of dossiers, by their canonical keys. */
const columns = [
  {
    key: "ma_ho_so",
    names: ["MaHoSo", "Số hồ sơ", "Mã hồ sơ", "Số biên nhận", "Mã số hồ sơ", "Số tiếp nhận", "Mã biên nhận"],
  },
  { key: "ma_tthc", names: ["MaTTHC", "Mã TTHC", "Mã thủ tục", "Mã thủ tục hành chính"] },
  {
    key: "ten_tthc",
    names: ["TenTTHC", "Tên thủ tục", "Tên TTHC", "Tên thủ tục hành chính", "Thủ tục hành chính", "Thủ tục"],
  },
  { key: "ten_linh_vuc", names: ["TenLinhVuc", "Lĩnh vực", "Tên lĩnh vực"] },
  { key: "ma_don_vi", names: ["MaDonVi", "Mã đơn vị", "Mã cơ quan"] },
  {
    key: "ten_don_vi",
    // The unit that settles it answers for the time; the one that received it only where no other is named.
    names: [
      "TenDonVi",
      "Tên đơn vị",
      "DonViXuLy",
      "Đơn vị xử lý",
      "Đơn vị giải quyết",
      "Cơ quan giải quyết",
      "Cơ quan xử lý",
      "Đơn vị thực hiện",
      "Cơ quan thực hiện",
      "Đơn vị",
      "Đơn vị tiếp nhận",
      "Cơ quan tiếp nhận",
    ],
  },
  { key: "ma_xa", names: ["MaXa", "Mã xã"] },
  {
    key: "kenh",
    names: [
      "KenhThucHien",
      "Hình thức nộp",
      "Hình thức tiếp nhận",
      "Kênh nộp hồ sơ",
      "Kênh nộp",
      "Kênh tiếp nhận",
      "Hình thức nộp hồ sơ",
      "Kênh",
    ],
  },
  { key: "loai_doi_tuong", names: ["LoaiDoiTuong", "Đối tượng", "Loại đối tượng"] },
  { key: "ngay_nop", names: ["NgayNopHoSo", "Ngày nộp", "Ngày nộp hồ sơ"] },
  {
    key: "ngay_tiep_nhan",
    names: [
      "NgayTiepNhan",
      "Ngày tiếp nhận",
      "Ngày nhận",
      "Ngày tiếp nhận hồ sơ",
      "Ngày nhận hồ sơ",
      "Thời gian tiếp nhận",
      "Thời điểm tiếp nhận",
    ],
  },
  {
    key: "ngay_hen_tra",
    names: [
      "NgayHenTra",
      "Hạn xử lý",
      "Ngày hẹn trả",
      "Ngày hẹn",
      "Ngày hẹn trả kết quả",
      "Hạn trả",
      "Hạn giải quyết",
      "Hạn trả kết quả",
      "Thời gian hẹn trả",
    ],
  },
  {
    key: "ngay_xu_ly_xong",
    names: [
      "NgayKetThucXuLy",
      "Ngày có kết quả",
      "Ngày xử lý xong",
      "Ngày kết thúc xử lý",
      "Ngày hoàn thành",
      "Ngày giải quyết xong",
    ],
  },
  { key: "ngay_tra", names: ["NgayTra", "Ngày trả kết quả", "Ngày trả KQ", "Ngày trả"] },
  {
    key: "trang_thai",
    names: ["TrangThaiHoSo", "Trạng thái", "Tình trạng", "Trạng thái hồ sơ", "Tình trạng hồ sơ"],
  },
  { key: "tinh_trang_han", names: ["Tình trạng giải quyết", "Tình trạng hạn"] },
  { key: "so_lan_bo_sung", names: ["Số lần bổ sung"] },
  {
    key: "thanh_toan_truc_tuyen",
    names: ["DuocThanhToanTrucTuyen", "Thanh toán trực tuyến", "Thanh toán TT"],
  },
  {
    key: "so_hoa_thanh_phan",
    names: ["HoSoCoThanhPhanSoHoa", "Số hóa thành phần hồ sơ", "Số hóa thành phần", "Số hóa hồ sơ"],
  },
  { key: "so_hoa_ket_qua", names: ["Số hóa kết quả", "Số hóa kết quả giải quyết"] },
  { key: "ket_qua_dien_tu", names: ["Kết quả điện tử", "KQ điện tử"] },
  {
    key: "luan_chuyen_dien_tu",
    names: ["LuanChuyenDienTu", "Luân chuyển điện tử", "Luân chuyển hồ sơ điện tử", "Chuyển xử lý điện tử"],
  },
  { key: "phi_da_thu", names: ["Phí đã thu", "Lệ phí đã thu"] },
  // A reason is free text in which names stand: it is never taken.
  { key: "ly_do", names: ["Lý do từ chối", "Lý do dừng", "Lý do", "Lý do từ chối / dừng", "Ghi chú"] },
  {
    key: "chu_ho_so",
    names: [
      "ChuHoSo",
      "Chủ hồ sơ",
      "Người nộp",
      "Họ tên",
      "Họ và tên",
      "Tên người nộp",
      "Người nộp hồ sơ",
      "Tên chủ hồ sơ",
    ],
  },
  {
    key: "so_giay_to",
    names: ["SoGiayToChuHoSo", "Số giấy tờ", "CCCD", "Số CCCD", "CMND", "Số định danh", "MaDoiTuong"],
  },
  { key: "so_dien_thoai", names: ["SoDienThoai", "Số điện thoại", "Điện thoại", "SĐT"] },
  { key: "email", names: ["Thư điện tử"] },
  { key: "dia_chi", names: ["DiaChi", "Địa chỉ"] },
  { key: "trich_yeu", names: ["TrichYeuHoSo", "Trích yếu", "Trích yếu hồ sơ", "Nội dung"] },
] as const;

export type DossierKey = (typeof columns)[number]["key"];

/** Columns that tell who somebody is: they end at the parser. */
const personal: readonly DossierKey[] = [
  "chu_ho_so",
  "so_giay_to",
  "so_dien_thoai",
  "email",
  "dia_chi",
  "trich_yeu",
  "ly_do",
];

export const dossierSheet: TableKind<DossierKey> = {
  name: "bảng hồ sơ",
  columns,
  heads: ["ma_ho_so", "ngay_tiep_nhan", "ngay_hen_tra"],
  required: ["ma_ho_so", "ngay_tiep_nhan", "ngay_hen_tra"],
  code: "ma_ho_so",
  words: { ma_ho_so: "Mã hồ sơ", ngay_tiep_nhan: "Ngày tiếp nhận", ngay_hen_tra: "Ngày hẹn trả" },
  personal: new Set(personal),
};

/** What may be kept and given back of a row, in the order of the contract. */
export const keptColumns: readonly DossierKey[] = columns
  .map(({ key }) => key)
  .filter((key) => !personal.includes(key));

/** The head of a column, as systems name it in Vietnamese. */
export const headOf = (key: DossierKey): string => {
  const { names } = columns.find((one) => one.key === key)!;
  return names.find((name) => name.includes(" ")) ?? names[0];
};
