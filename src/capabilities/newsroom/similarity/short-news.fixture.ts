/**
 * Invented short news as it stands on a portal, what a unit's people send of the same in their own words, and what is
 * of the same subject and another event: another place, day, round. The first line of each is its title or first
 * sentence.
 */
export interface ShortNews {
  text: string;
  told: string[];
  others: string[];
}

export const shortNews: ShortNews[] = [
  {
    text: `Ngày hội đọc sách thu hút 320 bạn nhỏ đến thư viện xã Lũng Hạ
Sáng 28/11, thư viện xã Lũng Hạ mở ngày hội đọc sách cho thiếu nhi.
Các em nghe kể chuyện, đổi sách cũ lấy sách mới và được hướng dẫn đăng ký thẻ bạn đọc qua mạng; 145 thẻ đã được trao ngay trong buổi sáng. Ban tổ chức dành một góc riêng cho các cháu mẫu giáo.`,
    told: [
      `Ngày hội đọc sách ở thư viện thu hút hơn 300 bạn nhỏ, làm thẻ bạn đọc trực tuyến ngay tại chỗ trong sáng 28 tháng 11. Có 145 thẻ được cấp, các cháu mầm non có chỗ đọc riêng.`,
      `Thư viện Lũng Hạ vừa đón 320 em thiếu nhi đến nghe kể chuyện và đổi sách. Trong buổi sáng đã trao 145 thẻ bạn đọc đăng ký qua mạng.`,
      `Các cháu thiếu nhi Lũng Hạ hào hứng với ngày hội đọc sách tại thư viện cuối tuần qua, được nghe kể chuyện, đổi sách cũ lấy sách mới.`,
    ],
    others: [
      `Ngày hội đọc sách ở thư viện xã Cẩm Lý thu hút 180 bạn nhỏ sáng 12 tháng 12. Có 62 thẻ bạn đọc được cấp trực tuyến ngay tại chỗ.`,
      `Ngày hội đọc sách của trường tiểu học Lũng Hạ diễn ra sáng 5/12 với 90 em học sinh lớp 1 tham gia, mỗi lớp góp 20 cuốn sách.`,
      `Thư viện xã Lũng Hạ tiếp nhận 500 cuốn sách do hội đồng hương trao tặng ngày 3/9, bổ sung cho tủ sách thiếu nhi.`,
      `Ngày hội đọc sách lần thứ hai của thư viện xã Lũng Hạ sáng 20/12 đón 410 bạn nhỏ, trao 200 thẻ bạn đọc.`,
      `Các cháu thiếu nhi xã Cẩm Lý hào hứng với ngày hội đọc sách tại thư viện, được nghe kể chuyện, đổi sách cũ lấy sách mới.`,
    ],
  },
  {
    text: `Xã Tân Quế lắp 24 điểm wifi công cộng tại nhà văn hóa thôn
Từ ngày 10/11, cả 24 nhà văn hóa thôn của xã Tân Quế có wifi miễn phí để bà con nộp hồ sơ trực tuyến.
Kinh phí 96 triệu đồng do doanh nghiệp viễn thông và nhân dân cùng đóng góp. Mỗi điểm có bảng hướng dẫn và một đoàn viên trực vào tối thứ Sáu.`,
    told: [
      `Hai mươi bốn nhà văn hóa thôn ở Tân Quế nay bắt được wifi không mất tiền, người dân ra đó làm thủ tục qua mạng. Tối thứ Sáu hằng tuần có đoàn viên ngồi trực giúp đỡ.`,
      `Bà con xã Tân Quế và doanh nghiệp viễn thông góp 96 triệu lắp wifi công cộng ở 24 điểm, dùng từ 10/11.`,
      `Wifi miễn phí đã có ở tất cả nhà văn hóa thôn xã Tân Quế, bà con nộp hồ sơ trực tuyến thuận lợi hơn.`,
    ],
    others: [
      `Xã Đại Thượng lắp wifi công cộng tại 11 nhà văn hóa thôn, kinh phí 40 triệu đồng, dùng từ ngày 2/10 để bà con nộp hồ sơ trực tuyến.`,
      `Xã Tân Quế lắp 30 camera an ninh tại các nhà văn hóa thôn từ ngày 20/11, kinh phí 210 triệu đồng do nhân dân đóng góp.`,
      `Wifi miễn phí đã có ở các nhà văn hóa thôn xã Đại Thượng, bà con nộp hồ sơ trực tuyến thuận lợi hơn.`,
    ],
  },
  {
    text: `Đội nghệ thuật Kinh Hà đoạt giải A hội diễn văn nghệ quần chúng
Tối 16/10, tiết mục hát đối “Bến nước quê mình” của đội nghệ thuật phường Kinh Hà giành giải A hội diễn văn nghệ quần chúng.
Hội diễn có 18 đội với 54 tiết mục, diễn ra ba đêm ở sân vận động trung tâm.`,
    told: [
      `“Bến nước quê mình” đem về giải A cho phường Kinh Hà ở hội diễn văn nghệ quần chúng vừa rồi. Cuộc thi kéo dài ba đêm, 18 đội mang tới 54 tiết mục.`,
      `Phường Kinh Hà vừa được giải cao nhất hội diễn quần chúng tối 16 tháng 10 với bài hát đối Bến nước quê mình.`,
      `Chúc mừng các anh chị văn nghệ phường Kinh Hà với tiết mục Bến nước quê mình đoạt giải A hội diễn quần chúng.`,
    ],
    others: [
      `Đội nghệ thuật Thổ Khê đoạt giải B hội diễn văn nghệ quần chúng khu vực phía bắc tối 3/7 với vở chèo ngắn “Cây đa đầu làng”; có 9 đội dự thi.`,
      `Phường Kinh Hà mở lớp dạy hát đối cho 35 thiếu nhi vào các tối thứ Bảy, bắt đầu từ 8/11, do nghệ nhân trong phường đứng lớp.`,
      `Đội nghệ thuật phường Kinh Hà dự hội diễn văn nghệ quần chúng tối 20/10 năm trước với 3 tiết mục, đoạt giải khuyến khích.`,
    ],
  },
  {
    text: `Khai trương điểm hỗ trợ dịch vụ công tại chợ Vân Trì
Sáng 4/8, phường Vân Trì khai trương điểm hỗ trợ dịch vụ công trực tuyến đặt ngay trong chợ.
Tiểu thương được giúp đăng ký hộ kinh doanh, nộp thuế và lấy bản sao. Ngày đầu có 73 lượt người đến, 41 hồ sơ được nộp xong.`,
    told: [
      `Tiểu thương chợ Vân Trì giờ khỏi phải lên phường: trong chợ đã có chỗ giúp làm dịch vụ công trực tuyến. Mới ngày đầu 73 lượt người tới, nộp được 41 hồ sơ.`,
      `Điểm hỗ trợ dịch vụ công trong chợ Vân Trì mở cửa hôm 4/8, giúp bà con nộp thuế, đăng ký hộ kinh doanh.`,
      `Gần 80 lượt tiểu thương đã đến điểm hỗ trợ dịch vụ công mới mở trong chợ Vân Trì, hơn 40 hồ sơ nộp ngay.`,
    ],
    others: [
      `Sáng 11/8, phường Hà Mãn khai trương điểm hỗ trợ dịch vụ công trực tuyến tại bến xe. Ngày đầu có 38 lượt người đến, 22 hồ sơ được nộp xong.`,
      `Chợ Vân Trì diễn tập chữa cháy ngày 19/8 với 60 người tham gia, tiểu thương được hướng dẫn dùng bình chữa cháy.`,
      `Khai trương điểm hỗ trợ dịch vụ công tại chợ Hà Mãn, ngày đầu 65 lượt tiểu thương đến, nộp 29 hồ sơ.`,
    ],
  },
  {
    text: `Giải chạy “Vì đường làng sạch” gây quỹ 86 triệu đồng
Hơn 1.200 người chạy quanh hồ Đông Bích sáng chủ nhật 21/9 trong giải chạy “Vì đường làng sạch”.
Ban tổ chức thu được 86 triệu đồng để mua thùng rác cho chín thôn.`,
    told: [
      `Trên 1.200 người đã dự giải chạy quanh hồ Đông Bích để góp tiền mua thùng rác cho 9 thôn. Quỹ thu về 86 triệu.`,
      `Giải chạy Vì đường làng sạch sáng 21/9 góp được 86 triệu đồng mua thùng rác.`,
      `Giải chạy vì đường làng sạch quanh hồ Đông Bích gây quỹ gần 90 triệu đồng, hơn một nghìn người tham gia.`,
    ],
    others: [
      `Giải chạy “Vì đường làng sạch” năm thứ hai ở hồ Phù Lưu sáng 13/12 có 800 người tham gia, gây quỹ 52 triệu đồng trồng cây.`,
      `Hơn 400 đoàn viên ra quân dọn rác quanh hồ Đông Bích ngày 5/6, thu gom ba tấn rác.`,
      `Giải chạy quanh hồ Đông Bích mừng ngày thành lập đoàn sáng 26/3 có 350 người tham gia.`,
    ],
  },
  {
    text: `Bảo tàng trưng bày 60 hiện vật gốm cổ Thanh Liệt
Từ 2/5 đến 30/6, bảo tàng tỉnh trưng bày chuyên đề “Lửa và đất” với 60 hiện vật gốm cổ Thanh Liệt, vào cửa tự do.
Khách quét mã để nghe thuyết minh; học sinh được tự tay nặn gốm vào sáng thứ Bảy.`,
    told: [
      `Ai thích gốm Thanh Liệt có thể đến bảo tàng xem 60 món đồ cổ trong trưng bày “Lửa và đất”, mở đến hết 30/6, không bán vé. Sáng thứ Bảy các cháu học sinh được nặn gốm.`,
      `Bảo tàng mở trưng bày Lửa và đất về gốm Thanh Liệt, quét mã là nghe được thuyết minh.`,
      `Mời bà con xem triển lãm gốm cổ Thanh Liệt ở bảo tàng tỉnh, vào cửa tự do, có 60 hiện vật.`,
    ],
    others: [
      `Bảo tàng tỉnh trưng bày chuyên đề “Sắc chàm” với 45 bộ trang phục dân tộc từ 5/9 đến 31/10, vào cửa tự do, khách quét mã để nghe thuyết minh.`,
      `Làng gốm Thanh Liệt đón 25 đoàn khách trong tháng 7, học sinh được tự tay nặn gốm tại xưởng.`,
    ],
  },
  {
    text: `Tặng 150 xe đạp cho học sinh vượt khó ở Mai Cương
Ngày 5/9, hội khuyến học Mai Cương trao 150 xe đạp cho học sinh có hoàn cảnh khó khăn nhân ngày khai giảng.
Mỗi xe trị giá 1,8 triệu đồng, do các mạnh thường quân ủng hộ.`,
    told: [
      `Nhân khai giảng, 150 em học sinh nghèo ở Mai Cương được nhận xe đạp mới từ hội khuyến học.`,
      `Hội khuyến học Mai Cương vận động được 150 chiếc xe đạp, mỗi chiếc 1,8 triệu, tặng các cháu vượt khó đến trường.`,
      `Trao xe đạp cho học sinh vượt khó ở Mai Cương nhân ngày khai giảng năm học mới.`,
    ],
    others: [
      `Hội khuyến học Lạc Sơn trao 80 xe đạp cho học sinh có hoàn cảnh khó khăn ngày 20/8, mỗi xe trị giá 2 triệu đồng.`,
      `Hội khuyến học Mai Cương trao 210 suất học bổng cho học sinh giỏi ngày 28/5, mỗi suất 500 nghìn đồng.`,
      `Trao xe đạp cho học sinh vượt khó ở Lạc Sơn nhân ngày khai giảng năm học mới.`,
    ],
  },
  {
    text: `Rút thời gian cấp phép biểu diễn xuống còn 3 ngày
Từ 1/7, thủ tục cấp phép biểu diễn nghệ thuật được giải quyết trong 3 ngày thay vì 7 ngày trước đây.
Hồ sơ nộp hoàn toàn qua mạng, lệ phí trả bằng mã QR. Sáu tháng đầu năm có 112 hồ sơ loại này.`,
    told: [
      `Xin phép biểu diễn nghệ thuật nay chỉ mất 3 ngày, trước kia phải đợi 7 ngày. Áp dụng từ 1/7, nộp qua mạng và trả lệ phí bằng mã QR.`,
      `Cấp phép biểu diễn nhanh hơn hẳn: ba ngày là có kết quả kể từ 1/7; nửa đầu năm đã nhận 112 hồ sơ.`,
      `Từ tháng 7 thủ tục cấp phép biểu diễn nghệ thuật rút từ 7 ngày xuống 3 ngày, hồ sơ nộp qua mạng.`,
    ],
    others: [
      `Từ 15/8, thủ tục cấp phép quảng cáo ngoài trời được giải quyết trong 5 ngày thay vì 10 ngày, hồ sơ nộp qua mạng.`,
      `Sở thu hồi 4 giấy phép biểu diễn nghệ thuật vì sai nội dung trong quý III, phạt 60 triệu đồng.`,
      `Từ 1/10 thủ tục cấp phép tổ chức lễ hội rút từ 20 ngày xuống 12 ngày, hồ sơ nộp hoàn toàn qua mạng, lệ phí trả bằng mã QR.`,
    ],
  },
  {
    text: `Đường hoa dài 2 km của phụ nữ thôn Bái Uyên
Hội phụ nữ thôn Bái Uyên trồng xong đường hoa mười giờ dài 2 km, khánh thành ngày 18/10.
Có 96 hội viên góp công, mỗi nhà chăm một đoạn trước cổng.`,
    told: [
      `Chị em phụ nữ Bái Uyên đã trồng hoa mười giờ suốt 2 cây số đường thôn, 96 hội viên cùng làm, nhà nào chăm đoạn trước cổng nhà ấy.`,
      `Khánh thành đường hoa phụ nữ thôn Bái Uyên hôm 18/10.`,
      `Đường hoa mười giờ của chị em thôn Bái Uyên vừa khánh thành, dài chừng 2 km, gần 100 hội viên trồng.`,
    ],
    others: [
      `Hội phụ nữ thôn Trại Găng trồng đường hoa cúc dài 1 km, khánh thành ngày 8/3 với 40 hội viên góp công.`,
      `Phụ nữ thôn Bái Uyên quyên góp 30 triệu đồng sửa mái nhà cho 2 hộ nghèo trong tháng 11.`,
      `Đường hoa dài 2 km của phụ nữ thôn Trại Găng vừa khánh thành, mỗi nhà chăm một đoạn trước cổng.`,
    ],
  },
  {
    text: `Tập huấn an toàn lễ hội cho 85 thành viên ban quản lý di tích
Ngày 9/12, phòng văn hóa Quế Lâm tập huấn phòng cháy và phân luồng khách cho 85 người của các ban quản lý di tích.
Học viên thực hành dùng bình chữa cháy, sơ cứu, và dựng sơ đồ lối thoát ở đền Lê Xá.`,
    told: [
      `85 người ở các ban quản lý di tích của Quế Lâm được học cách giữ an toàn mùa lễ hội, thực hành chữa cháy và sơ cứu ngay tại đền Lê Xá.`,
      `Lớp học về an toàn lễ hội ngày 9 tháng 12 tại Quế Lâm: dùng bình chữa cháy, phân luồng khách, vẽ lối thoát cho đền Lê Xá.`,
      `Ban quản lý các di tích Quế Lâm học phòng cháy, phân luồng khách trước mùa lễ hội, gần 90 người dự.`,
    ],
    others: [
      `Ngày 16/12, phòng văn hóa Cẩm Đoài tập huấn phòng cháy và phân luồng khách cho 52 người của các ban quản lý di tích, thực hành ở chùa Linh Quang.`,
      `Quế Lâm kiểm tra phòng cháy ở 12 di tích trong tháng 1, nhắc đền Lê Xá thay bình chữa cháy đã hết hạn.`,
      `Quế Lâm tập huấn cải cách hành chính ngày 23/12 cho 85 công chức, học viên thực hành nộp hồ sơ trực tuyến.`,
    ],
  },
  {
    text: `Người cao tuổi Hòa Nghĩa được đưa đón đến trạm y tế khám mắt
Trong hai ngày 14 và 15/4, 230 người cao tuổi ở xã Hòa Nghĩa được khám mắt miễn phí.
Đoàn thanh niên dùng xe riêng đưa đón người ở xa; 27 cụ được hẹn mổ đục thủy tinh thể.`,
    told: [
      `230 cụ ở Hòa Nghĩa vừa được khám mắt không mất tiền tại trạm y tế, ai ở xa có đoàn viên chở đi. Có 27 cụ sẽ được mổ.`,
      `Thanh niên Hòa Nghĩa chở các cụ đi khám mắt miễn phí hôm 14 và 15 tháng 4, hai mươi bảy cụ được hẹn mổ đục thủy tinh thể.`,
      `Hơn 200 người cao tuổi xã Hòa Nghĩa được khám mắt miễn phí, đoàn thanh niên đưa đón tận nhà.`,
    ],
    others: [
      `Xã Yên Thượng khám mắt miễn phí cho 140 người cao tuổi ngày 22/4, 11 cụ được hẹn mổ đục thủy tinh thể.`,
      `Hòa Nghĩa mừng thọ 64 cụ tuổi 80 trở lên ngày 10/2, mỗi cụ một phần quà trị giá 400 nghìn đồng.`,
      `Hơn 200 người cao tuổi xã Yên Thượng được khám mắt miễn phí, đoàn thanh niên đưa đón tận nhà.`,
    ],
  },
  {
    text: `Cuộc thi ảnh “Cán bộ của dân” nhận 742 tác phẩm
Sau hai tháng phát động, cuộc thi ảnh “Cán bộ của dân” nhận 742 tác phẩm của 131 tác giả.
Giải nhất thuộc về bức “Đến tận giường bệnh”, chụp một công chức tư pháp làm giấy khai sinh ở bệnh viện. Lễ trao giải tổ chức ngày 30/11.`,
    told: [
      `742 bức ảnh gửi về dự thi “Cán bộ của dân”, bức đoạt giải nhất chụp cảnh làm giấy khai sinh trong bệnh viện. Sẽ trao giải ngày 30/11.`,
      `“Đến tận giường bệnh” thắng cuộc thi ảnh Cán bộ của dân; có 131 người gửi ảnh dự thi.`,
      `Cuộc thi ảnh Cán bộ của dân thu hút hơn 700 tác phẩm sau hai tháng phát động.`,
    ],
    others: [
      `Cuộc thi ảnh “Sắc màu lễ hội” nhận 388 tác phẩm của 97 tác giả, lễ trao giải tổ chức ngày 15/3, giải nhất là bức “Rước nước”.`,
      `Cuộc thi viết “Cán bộ của dân” phát động từ 1/12, nhận bài đến hết 28/2, giải nhất 10 triệu đồng.`,
      `Cuộc thi ảnh “Nông thôn mới” thu hút hơn 700 tác phẩm sau hai tháng phát động, lễ trao giải ngày 20/11.`,
    ],
  },
];
