import { hashOf } from "./hashes.ts";

/** Syllables of nearly every text; folded. */
export const usual = new Set(
  `va cua cac co duoc trong cho la voi ve da nhung nay theo mot khong tai de tu den khi nam tinh xa phuong hanh chinh
  thuc hien cong tac nhan dan ho so giai quyet noi dung dich vu nguoi viec don vi ngay thang so phai con cung vao ra
  uy ban nha nuoc can bo chuc ket qua chat luong phuc to hoi dong thi bo sang gia su thoi gian cao nang hoat tham
  phat trien dia quy dinh trung tam van hoa`
    .split(/\s+/)
    .map(hashOf),
);
