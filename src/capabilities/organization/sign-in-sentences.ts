import { WINDOW_MINUTES } from "./lock-out.ts";

/** The account or its agency is at rest; told to nobody but who has proved whose it is. */
export const resting = {
  message: "Tài khoản hoặc cơ quan này đang ngừng sử dụng.",
  advice: "Hãy nhờ người quản trị mở lại.",
};
/** What to do when a password was wrong; `left`: tries until the lock. The same for addresses without an account. */
export const wrong = (left: number) => ({
  message: "Thư điện tử hoặc mật khẩu không đúng.",
  advice:
    left === 0
      ? `Đã sai quá số lần cho phép nên tạm khóa ${WINDOW_MINUTES} phút. Quên mật khẩu thì xin đường dẫn đặt lại; đặt lại xong là vào được ngay.`
      : left > 2
        ? "Xem lại phím Caps Lock và bộ gõ tiếng Việt: mật khẩu phân biệt chữ hoa, chữ thường."
        : `Còn ${left} lần thử trước khi tạm khóa ${WINDOW_MINUTES} phút. Quên mật khẩu thì xin đường dẫn đặt lại.`,
});
/** Too many wrong tries of this account. */
export const lockedAccount = (minutes: number) => ({
  message: `Nhập sai mật khẩu hoặc mã nhiều lần nên tạm khóa; hãy thử lại sau ${minutes} phút.`,
  advice:
    "Không cần chờ nếu bạn đặt lại mật khẩu bằng đường dẫn, hoặc nhờ người quản trị gỡ tạm khóa ở mục Người dùng.",
});
/** Too many tries from this address; `what` was done. */
export const lockedAddress = (what: string, minutes: number) => ({
  message: `Từ mạng này đã có quá nhiều lần ${what}; hãy thử lại sau ${minutes} phút.`,
  advice: "Giới hạn này tính cho mọi người dùng chung đường mạng, không phải riêng tài khoản của bạn.",
});
/** A code of the second factor was wrong; `left`: tries until the lock. */
export const wrongCode = (left: number) => ({
  message: "Mã không đúng hoặc đã hết hiệu lực.",
  advice:
    left === 0
      ? `Đã sai quá số lần cho phép nên tạm khóa ${WINDOW_MINUTES} phút. Mất điện thoại và mã dự phòng thì nhờ người quản trị gỡ xác thực hai lớp.`
      : `Mỗi mã trong ứng dụng chỉ dùng một lần và đổi sau 30 giây: hãy chờ mã mới. Đồng hồ điện thoại cần để tự động. Còn ${left} lần thử.`,
});
/** Neither password nor code was right when an act asked for one; `left`: tries until the lock. */
export const wrongProof = (left: number) => ({
  message: "Mật khẩu hoặc mã không đúng.",
  advice: `Chưa có gì thay đổi; việc đang chờ còn nguyên. Còn ${left} lần thử trước khi tạm khóa ${WINDOW_MINUTES} phút.`,
});
/** One's own password, asked for before an act on one's account; `left`: tries until the lock. */
export const wrongPassword = (left: number) => ({
  message: "Mật khẩu hiện tại không đúng.",
  advice:
    left === 0
      ? `Chưa có gì thay đổi. Đã sai quá số lần cho phép nên tạm khóa ${WINDOW_MINUTES} phút.`
      : `Chưa có gì thay đổi. Hãy nhập lại; còn ${left} lần thử trước khi tạm khóa ${WINDOW_MINUTES} phút.`,
});
/** The account has a passkey, so that the password alone must not add another way in. */
export const passkeyFirst = {
  message: "Tài khoản của bạn đã có khóa truy cập, nên cần dùng khóa đó trước.",
  advice: "Hãy bấm “Dùng khóa truy cập”. Máy giữ khóa đã mất thì nhờ người quản trị gỡ xác thực hai lớp.",
};
/** What stood between the password and the code has run out. */
export const stepOver = {
  message: "Đã quá lâu kể từ khi nhập mật khẩu.",
  advice: "Hãy nhập lại thư điện tử và mật khẩu.",
};
