import type { TableKind } from "#platform/sheets/columns/read-table.ts";

const received = ["Số hồ sơ tiếp nhận", "Số lượng hồ sơ tiếp nhận", "Số hồ sơ nhận giải quyết", "Tiếp nhận"];
const settled = [
  "Số hồ sơ đã giải quyết",
  "Số lượng hồ sơ đã giải quyết",
  "Kết quả giải quyết / Số hồ sơ đã giải quyết",
  "Đã giải quyết",
];
const open = [
  "Số hồ sơ đang giải quyết",
  "Số lượng hồ sơ đang giải quyết",
  "Kết quả giải quyết / Số hồ sơ đang giải quyết",
  "Đang giải quyết",
];
const paused = ["Tạm dừng xử lý", "Tạm dừng", "Số hồ sơ tạm dừng"];

/** Every group over every head under it, as merged heads are joined. */
const under = (groups: string[], heads: string[]) =>
  heads.flatMap((head) => groups.map((group) => `${group} / ${head}`));

/** The columns of a sheet of counts, by their canonical keys. */
const columns = [
  { key: "ky", names: ["Kỳ báo cáo", "Tháng", "Kỳ", "Tháng báo cáo"] },
  { key: "tu_ngay", names: ["Từ ngày"] },
  { key: "den_ngay", names: ["Đến ngày"] },
  { key: "ma_don_vi", names: ["MaDonVi", "Mã đơn vị", "Mã cơ quan"] },
  {
    key: "ten_don_vi",
    names: [
      "TenDonVi",
      "Tên đơn vị",
      "Đơn vị giải quyết",
      "Cơ quan giải quyết",
      "Đơn vị",
      "Cơ quan",
      "Tên cơ quan",
      "Đơn vị, cơ quan",
    ],
  },
  { key: "ten_linh_vuc", names: ["TenLinhVuc", "Lĩnh vực", "Tên lĩnh vực", "Lĩnh vực giải quyết"] },
  { key: "ma_tthc", names: ["MaTTHC", "Mã TTHC", "Mã thủ tục", "Mã thủ tục hành chính"] },
  {
    key: "tn_tong",
    names: [...under(received, ["Tổng số", "Tổng"]), "Tổng số hồ sơ tiếp nhận", "Tổng tiếp nhận"],
  },
  {
    key: "tn_ky_truoc",
    names: [
      ...under(received, ["Từ kỳ trước chuyển qua", "Từ kỳ trước", "Kỳ trước chuyển sang", "Kỳ trước"]),
      "Từ kỳ trước chuyển qua",
      "Kỳ trước chuyển sang",
      "Kỳ trước chuyển qua",
    ],
  },
  {
    key: "tn_truc_tuyen",
    names: [
      ...under(received, ["Trong kỳ / Trực tuyến", "Trực tuyến"]),
      "Trong kỳ / Trực tuyến",
      "Tiếp nhận trực tuyến",
    ],
  },
  {
    key: "tn_truc_tiep",
    names: [...under(received, ["Trong kỳ / Trực tiếp", "Trực tiếp"]), "Trong kỳ / Trực tiếp"],
  },
  {
    key: "tn_bcci",
    names: [
      ...under(received, ["Trong kỳ / Bưu chính công ích", "Trong kỳ / BCCI", "Bưu chính công ích"]),
      "Trong kỳ / Bưu chính công ích",
    ],
  },
  {
    key: "tn_truc_tiep_bcci",
    names: [
      ...under(received, [
        "Trong kỳ / Trực tiếp, dịch vụ bưu chính",
        "Trong kỳ / Trực tiếp, bưu chính công ích",
        "Trong kỳ / Trực tiếp, BCCI",
        "Trực tiếp, dịch vụ bưu chính",
      ]),
      "Trực tiếp, bưu chính công ích",
    ],
  },
  { key: "gq_tong", names: [...under(settled, ["Tổng số", "Tổng"]), "Tổng số hồ sơ đã giải quyết"] },
  { key: "gq_truoc_han", names: [...under(settled, ["Trước hạn"]), "Giải quyết trước hạn"] },
  { key: "gq_dung_han", names: [...under(settled, ["Đúng hạn"]), "Giải quyết đúng hạn"] },
  { key: "gq_qua_han", names: [...under(settled, ["Quá hạn", "Trễ hạn"]), "Giải quyết quá hạn"] },
  { key: "dg_tong", names: [...under(open, ["Tổng số", "Tổng"]), "Tổng số hồ sơ đang giải quyết"] },
  { key: "dg_trong_han", names: [...under(open, ["Trong hạn", "Chưa đến hạn"])] },
  { key: "dg_qua_han", names: [...under(open, ["Quá hạn", "Trễ hạn"])] },
  { key: "tam_dung", names: [...under(paused, ["Dừng xử lý", "Tạm dừng"]), "Tạm dừng", "Tạm dừng xử lý"] },
  { key: "bo_sung", names: [...under(paused, ["Bổ sung", "Chờ bổ sung"]), "Chờ bổ sung", "Yêu cầu bổ sung"] },
  {
    key: "nvtc",
    names: [
      ...under(paused, ["Nghĩa vụ tài chính", "Thực hiện nghĩa vụ tài chính"]),
      "Chờ nghĩa vụ tài chính",
    ],
  },
  { key: "tu_choi", names: ["Từ chối", "Từ chối tiếp nhận", "Trả lại"] },
  { key: "rut", names: ["Rút hồ sơ", "Rút", "Công dân rút hồ sơ"] },
  { key: "tt_truc_tuyen", names: ["Thanh toán trực tuyến", "Hồ sơ thanh toán trực tuyến"] },
  {
    key: "co_nvtc",
    names: ["Có nghĩa vụ tài chính", "Hồ sơ có nghĩa vụ tài chính", "Phát sinh nghĩa vụ tài chính"],
  },
  { key: "sh_ho_so", names: ["Số hóa / Hồ sơ", "Số hóa hồ sơ", "Số hóa / Thành phần hồ sơ", "Hồ sơ số hóa"] },
  { key: "sh_ket_qua", names: ["Số hóa / Kết quả", "Số hóa kết quả", "Kết quả điện tử"] },
  {
    key: "hai_long_pct",
    names: [
      "Mức độ hài lòng",
      "Tỷ lệ hài lòng",
      "Mức độ hài lòng (%)",
      "Tỷ lệ hài lòng (%)",
      "Chỉ số hài lòng",
    ],
  },
  { key: "nguon", names: ["Nguồn", "Hệ thống nguồn"] },
  { key: "lay_luc", names: ["Thời điểm lấy số liệu", "Lấy lúc"] },
] as const;
export type CountKey = (typeof columns)[number]["key"];

export const countSheet: TableKind<CountKey> = {
  name: "bảng số tổng hợp",
  columns,
  heads: ["ten_don_vi", "ma_don_vi", "tn_tong", "gq_tong", "dg_tong"],
  required: ["tn_tong", "gq_tong", "dg_tong"],
  code: "ten_don_vi",
  words: {
    tn_tong: "Số hồ sơ tiếp nhận / Tổng số",
    gq_tong: "Số hồ sơ đã giải quyết / Tổng số",
    dg_tong: "Số hồ sơ đang giải quyết / Tổng số",
  },
};

/** What the head of a column is in Vietnamese. */
export const countHead = (key: CountKey): string => {
  const { names } = columns.find((one) => one.key === key)!;
  return names.find((name) => name.includes(" ")) ?? names[0];
};
