/** An invented piece of news and the same news told anew in other words. Paragraphs stand apart by "\n". */
export interface Story {
  text: string;
  retold: string;
}

/** Neighbours of one topic stand together: training, one-stop desks, festivals, contests, tourism, sport, heritage; the last
 * have few names and numbers. */
export const stories: Story[] = [
  {
    text: `Xã Đông Lĩnh tập huấn kỹ năng nộp hồ sơ trực tuyến cho người dân
Sáng 12/3/2026, tại nhà văn hóa thôn Cầu Gỗ, Ủy ban nhân dân xã Đông Lĩnh mở lớp tập huấn sử dụng dịch vụ công trực tuyến cho 145 người dân của bảy thôn.
Các học viên được hướng dẫn tạo tài khoản định danh mức 2, tra cứu thủ tục, nộp hồ sơ đăng ký khai sinh và thanh toán lệ phí trên điện thoại. Cuối buổi, 118 người đã tự nộp được một hồ sơ thử.
Bà Lưu Thị Hạnh Mẫu, công chức tư pháp của xã, cho biết xã sẽ duy trì tổ công nghệ số cộng đồng vào tối thứ Ba hằng tuần để giúp người cao tuổi. Từ đầu năm, tỷ lệ hồ sơ trực tuyến của xã đạt 61,4%, tăng 9 điểm so với cùng kỳ.`,
    retold: `Đông Lĩnh: Bà con học cách làm thủ tục trên mạng
Hơn một trăm bốn mươi lăm cư dân thuộc 7 thôn của Đông Lĩnh vừa được chỉ dẫn cách giải quyết giấy tờ mà không phải đến trụ sở. Buổi hướng dẫn diễn ra ngày 12 tháng 3 năm 2026 ở thôn Cầu Gỗ.
Từ lập tài khoản định danh mức 2 đến trả phí bằng điện thoại, mọi khâu đều được làm mẫu rồi cho thực hành. Kết thúc, có 118 bà con tự hoàn thành một bộ hồ sơ.
Theo lời bà Hạnh Mẫu phụ trách tư pháp, mỗi tối thứ Ba sẽ có người túc trực để hỗ trợ các cụ. Hiện 61,4% giấy tờ ở đây đã được nhận qua mạng, hơn năm ngoái 9 điểm.`,
  },
  {
    text: `Phường Yên Thượng bồi dưỡng nghiệp vụ một cửa cho cán bộ thôn, tổ dân phố
Ngày 18/4/2026, phường Yên Thượng tổ chức lớp bồi dưỡng kiến thức cải cách hành chính cho 86 trưởng thôn, tổ trưởng tổ dân phố và cộng tác viên.
Lớp học giới thiệu quy trình tiếp nhận hồ sơ tại bộ phận một cửa, cách trả lời phản ánh của người dân và cách dùng mã QR tra cứu thủ tục. Giảng viên đến từ Trung tâm Chuyển đổi số Kinh Hà.
Phó Chủ tịch phường Đoàn Khắc Mẫu đề nghị mỗi tổ dân phố lập một nhóm trò chuyện để báo sớm các vướng mắc, phấn đấu hết quý II không còn hồ sơ phải bổ sung quá một lần.`,
    retold: `Cán bộ cơ sở ở Yên Thượng được trang bị thêm hiểu biết về cải cách
Tám mươi sáu (86) người gồm trưởng thôn, tổ trưởng và cộng tác viên của phường đã ngồi lại một ngày, 18/4/2026, để nghe chuyên gia của Trung tâm Chuyển đổi số Kinh Hà trình bày.
Nội dung xoay quanh việc nhận giấy tờ của dân ra sao, đáp lại ý kiến thế nào và quét QR để tìm thủ tục. 
Ông Đoàn Khắc Mẫu, Phó Chủ tịch, mong các tổ mở nhóm liên lạc nhằm phát hiện khó khăn từ sớm; mục tiêu là sang quý III chẳng ai phải quay lại bổ sung giấy tờ đến lần thứ hai.`,
  },
  {
    text: `Bộ phận một cửa xã Lạc Sơn Hạ trả kết quả tại nhà cho người khuyết tật
Từ ngày 5/5/2026, xã Lạc Sơn Hạ thí điểm trả kết quả thủ tục hành chính tại nhà cho người khuyết tật và người trên 80 tuổi. Sau ba tuần, đã có 27 kết quả được đưa đến tận tay người dân ở các thôn Phù Lưu và Trại Găng.
Mỗi chuyến đi do một công chức và một đoàn viên thực hiện, có phiếu xác nhận và ảnh chụp biên nhận. Người dân đăng ký qua số điện thoại của bộ phận một cửa hoặc nhờ trưởng thôn.
Theo khảo sát nhanh, 26 trong số 27 người được hỏi hài lòng. Xã dự kiến mở rộng ra cả sáu thôn từ tháng 7/2026.`,
    retold: `Mang giấy tờ đến tận giường cho người già yếu ở Lạc Sơn Hạ
Người khuyết tật và các cụ ngoài 80 tuổi tại Lạc Sơn Hạ nay khỏi phải lên trụ sở lấy giấy tờ. Mô hình chạy thử khởi động hôm 5/5/2026.
Một đoàn viên đi cùng một công chức, gõ cửa từng nhà ở Trại Găng, Phù Lưu, ký phiếu và chụp lại biên nhận. Chỉ cần gọi điện hay nói với trưởng thôn là được ghi tên.
Hai mươi bảy (27) bộ giấy tờ đã tới nơi sau ba tuần; hỏi lại thì 26 người khen. Đến tháng 7/2026, cả 6 thôn đều sẽ được phục vụ như vậy.`,
  },
  {
    text: `Trung tâm phục vụ hành chính công Kinh Hà thử nghiệm quầy lấy số thông minh
Trung tâm Phục vụ hành chính công Kinh Hà vừa đưa vào vận hành hệ thống lấy số qua mã QR từ ngày 9/6/2026. Người dân chọn lĩnh vực, giờ hẹn trên điện thoại và nhận tin nhắn trước khi đến lượt 10 phút.
Trong tuần đầu có 1.320 lượt lấy số, thời gian chờ trung bình giảm từ 34 phút xuống 12 phút. Lĩnh vực đất đai có số lượt nhiều nhất với 412 lượt.
Trung tâm bố trí ba đoàn viên tại sảnh để giúp người không có điện thoại thông minh. Kinh phí mua thiết bị là 186 triệu đồng, lấy từ nguồn tiết kiệm chi thường xuyên.`,
    retold: `Hết cảnh ngồi đợi lâu ở nơi làm thủ tục của Kinh Hà
Quét một mã QR, chọn giờ, rồi đợi tin nhắn báo trước 10 phút: đó là cách người dân tới làm việc với Trung tâm Phục vụ hành chính công Kinh Hà kể từ 9/6/2026.
Bảy ngày chạy thử ghi nhận 1.320 lượt người, đông hơn cả là những ai lo việc đất đai (412). Nếu trước kia phải ngồi 34 phút thì nay chỉ còn 12.
Ai chỉ có máy đời cũ đã có 3 bạn đoàn viên đứng sẵn ngoài sảnh hỗ trợ. Thiết bị hết 186 triệu đồng, toàn bộ là tiền dành dụm được trong chi tiêu hằng năm.`,
  },
  {
    text: `Khai hội đền Bến Ngự năm 2026
Sáng 24/2/2026, xã Tam Giang Đông khai mạc lễ hội truyền thống đền Bến Ngự với nghi thức rước nước trên sông Cầu Đá. Hơn 3.500 người dân và du khách về dự.
Phần hội có thi đấu vật, kéo co và hát đối trên thuyền; 14 thuyền của bốn làng tham gia. Giải nhất hát đối thuộc về làng Mai Cương.
Ban tổ chức bố trí 9 điểm gửi xe miễn phí, 60 thùng rác phân loại và một tổ tiếp nhận phản ánh qua điện thoại. Đền Bến Ngự được xếp hạng di tích cấp tỉnh năm 2009.`,
    retold: `Về Tam Giang Đông xem rước nước
Ước chừng 3.500 lượt khách đã có mặt khi đoàn rước xuống sông Cầu Đá lấy nước dâng lên đền Bến Ngự hôm 24/2/2026, mở màn mùa hội mới.
Mười bốn (14) chiếc thuyền, bốn làng, câu hát vọng qua lại suốt buổi; rốt cuộc Mai Cương được xướng tên ở ngôi đầu. Trên bờ, tiếng reo không ngớt quanh sới vật và sân kéo co.
Ngôi đền vốn là di tích cấp tỉnh từ 2009. Khách không mất tiền gửi xe ở cả 9 bãi, rác được chia loại vào 60 thùng, có chuyện không vừa ý chỉ việc gọi điện.`,
  },
  {
    text: `Lễ hội làng gốm Thổ Khê thu hút đông du khách
Trong ba ngày từ 6 đến 8/3/2026, làng gốm Thổ Khê thuộc xã Quế Lâm Tân tổ chức lễ hội nghề, đón hơn 11.200 lượt khách. Đây là lần đầu lễ hội có phiên chợ đêm.
Khách được tự tay nặn, vẽ men và nhận sản phẩm sau khi nung. 38 hộ làm nghề mở cửa lò cho khách xem, doanh thu ước đạt 1,7 tỷ đồng.
Nghệ nhân Vương Bá Mẫu trình diễn kỹ thuật đắp nổi đã thất truyền gần 50 năm. Xã cam kết giữ giá niêm yết và lập đường dây nóng suốt lễ hội.`,
    retold: `Ba ngày vui ở làng gốm
Chợ đêm lần đầu được mở, lò nung của 38 nhà sáng đèn, và chừng 11.200 người tìm về Thổ Khê (xã Quế Lâm Tân) trong dịp hội nghề 6-8/3/2026.
Ấn tượng nhất là màn đắp nổi do nghệ nhân Vương Bá Mẫu phục dựng, thứ tài khéo vắng bóng ngót 50 năm. Ai thích thì ngồi vào bàn xoay, tô men, chờ nung rồi đem về làm kỷ niệm.
Tiền bán hàng khoảng 1,7 tỷ đồng. Giá cả treo công khai, có điều gì không phải thì gọi đường dây nóng.`,
  },
  {
    text: `Phát động cuộc thi tìm hiểu cải cách hành chính trên mạng
Sở Nội vụ Kinh Hà phát động cuộc thi trực tuyến tìm hiểu cải cách hành chính năm 2026, diễn ra từ ngày 15/7 đến 31/8/2026 trên cổng thông tin của tỉnh.
Thí sinh là cán bộ, công chức và người dân từ 16 tuổi. Mỗi lượt thi gồm 20 câu trắc nghiệm trong 15 phút, mỗi người được thi không quá 3 lượt một tuần.
Cơ cấu giải gồm 1 giải Nhất 10 triệu đồng, 3 giải Nhì, 5 giải Ba và 10 giải Khuyến khích. Kết quả công bố ngày 10/9/2026.`,
    retold: `Ai hiểu rõ nhất về cải cách hành chính?
Câu trả lời sẽ có vào 10/9/2026, khi Sở Nội vụ Kinh Hà xướng tên những người thắng cuộc chơi kiến thức kéo dài từ 15/7 tới hết 31/8/2026 trên cổng của tỉnh.
Chỉ cần đủ 16 tuổi, dù là dân thường hay công chức, đều có thể vào làm bài: 20 câu, 15 phút, tuần tối đa 3 lần.
Phần thưởng cao nhất 10 triệu đồng; dưới đó là ba suất Nhì, năm suất Ba cùng mười suất động viên.`,
  },
  {
    text: `Tuổi trẻ Vân Trì thi sáng kiến số phục vụ người dân
Chung kết cuộc thi sáng kiến số do Đoàn xã Vân Trì tổ chức diễn ra tối 22/8/2026 với 12 đội vào vòng cuối, chọn từ 47 ý tưởng gửi về.
Giải Nhất trao cho đội Hoa Ban với sáng kiến bản đồ điểm hỗ trợ dịch vụ công, giúp người dân tìm điểm gần nhất trong 2 km. Giải Nhì thuộc đội Sóng Thao với trợ lý giọng nói đọc trạng thái hồ sơ.
Ban giám khảo đánh giá theo bốn tiêu chí: cần thiết, khả thi, chi phí thấp, dễ nhân rộng. Xã sẽ chi 45 triệu đồng để thử nghiệm hai sáng kiến đoạt giải.`,
    retold: `Bản đồ của Hoa Ban chinh phục giám khảo Vân Trì
Trong số 47 ý tưởng của thanh niên toàn xã, 12 được mang lên sân khấu đêm 22/8/2026. Người chiến thắng là nhóm Hoa Ban: mở điện thoại là thấy nơi trợ giúp trong vòng 2 km.
Xếp ngay sau, nhóm Sóng Thao để máy đọc to hồ sơ đang ở đâu, tiện cho ai mắt kém.
Rẻ, làm được, cần và lan tỏa nhanh là những điều được chấm. Vân Trì dành 45 triệu đồng để cả hai bước ra đời thực.`,
  },
  {
    text: `Kinh Hà đón 2,4 triệu lượt khách du lịch trong chín tháng
Theo Phòng Quản lý du lịch, chín tháng đầu năm 2026 tỉnh Kinh Hà đón 2,4 triệu lượt khách, tăng 16,8% so với cùng kỳ, trong đó khách quốc tế đạt 132.000 lượt.
Tổng thu từ du lịch ước đạt 3.150 tỷ đồng, bằng 81% kế hoạch năm. Khách lưu trú bình quân 1,6 ngày, cao nhất ở khu vực hồ Thạch Bích.
Trong quý IV, ngành tập trung đưa tuyến xe điện nối sáu di tích vào khai thác và hoàn thành bộ thuyết minh bằng ba thứ tiếng.`,
    retold: `Du lịch Kinh Hà: tiền thu tăng, khách ở lâu hơn
Hết tháng 9/2026 đã có chừng 2,4 triệu người ghé Kinh Hà, nhiều hơn năm trước 16,8%; số đến từ nước ngoài là 132.000.
Ngành bỏ túi 3.150 tỷ đồng, tức 81% mục tiêu cả năm. Quanh hồ Thạch Bích người ta nghỉ lại lâu nhất, còn tính chung mỗi khách nán lại 1,6 ngày.
Ba tháng cuối năm, xe điện sẽ lăn bánh qua 6 di tích, và ai nói tiếng gì trong ba thứ tiếng cũng nghe được lời thuyết minh.`,
  },
  {
    text: `Khai trương tuyến tham quan làng cổ Nghi Khúc bằng xe đạp
Ngày 2/10/2026, Ban quản lý di tích Nghi Khúc khai trương tuyến tham quan bằng xe đạp dài 7,5 km qua đình, chùa và 23 ngôi nhà cổ.
Giá thuê xe là 30.000 đồng một lượt hai giờ, miễn phí cho học sinh trong xã. Mỗi điểm dừng có bảng mã QR thuyết minh bằng tiếng Việt và tiếng Anh.
Tuần đầu tuyến phục vụ 640 lượt khách. Hợp tác xã Nghi Khúc huy động 31 hộ cùng góp xe và nhận 70% doanh thu.`,
    retold: `Đạp xe qua hai mươi ba nếp nhà xưa
Chỉ với 30.000 đồng, khách có hai giờ thong dong trên chặng 7,5 km quanh Nghi Khúc, ghé đình, thăm chùa, ngắm 23 mái nhà cổ. Tuyến mở ngày 2/10/2026.
Quét QR ở chỗ nghỉ là nghe kể chuyện làng, tiếng ta hay tiếng Anh tùy ý. Trẻ em trong xã không phải trả tiền.
31 gia đình mang xe của nhà ra góp với hợp tác xã, đổi lại hưởng bảy phần mười (70%) số thu. Ngay tuần đầu đã có 640 người đạp thử.`,
  },
  {
    text: `Giải bóng chuyền hơi người cao tuổi phường Hà Mãn kết thúc tốt đẹp
Sau hai ngày 20 và 21/9/2026, giải bóng chuyền hơi người cao tuổi phường Hà Mãn đã bế mạc với sự tham gia của 16 đội, 192 vận động viên.
Đội khu phố Đồng Nguyên giành giải Nhất nội dung nữ sau khi thắng khu phố Trà Lâm 2-1. Ở nội dung nam, khu phố Bái Uyên vô địch năm thứ ba liên tiếp.
Vận động viên cao tuổi nhất là cụ Ngô Thị Mẫu, 81 tuổi. Giải nằm trong kế hoạch phát triển phong trào thể dục thể thao quần chúng của phường.`,
    retold: `Sân chơi của những mái đầu bạc
Cụ Ngô Thị Mẫu đã 81 tuổi mà vẫn đứng lưới suốt hai hôm 20, 21/9/2026. Cụ là một trong 192 tay đập của mười sáu (16) đội tranh tài ở Hà Mãn.
Trận nữ cuối cùng nghẹt thở: Đồng Nguyên vượt Trà Lâm với tỷ số 2-1. Còn các ông Bái Uyên lại lên ngôi, ba mùa liền không có đối thủ.
Phong trào rèn sức khỏe của bà con trong phường nhờ thế thêm rộn ràng.`,
  },
  {
    text: `Kinh Hà giành 14 huy chương tại giải bơi trẻ khu vực
Kết thúc giải bơi trẻ khu vực phía Bắc ngày 17/7/2026, đoàn Kinh Hà giành 14 huy chương gồm 5 vàng, 4 bạc và 5 đồng, xếp thứ ba toàn đoàn.
Vận động viên Trịnh Gia Mẫu, 15 tuổi, lập cú đúp vàng ở cự ly 100 m và 200 m bơi ếch, trong đó thành tích 200 m là 2 phút 19 giây.
Huấn luyện viên trưởng cho biết đội tập trung 6 tháng tại Trung tâm Huấn luyện Suối Ngọc, mục tiêu tiếp theo là giải vô địch quốc gia tháng 11.`,
    retold: `Kình ngư nhí tỏa sáng
Mới 15 tuổi, Trịnh Gia Mẫu đã hai lần bước lên bục cao nhất, ở đường bơi ếch 100 m và 200 m (2 phút 19 giây). Em góp phần đưa Kinh Hà đứng hạng ba phía Bắc.
Tổng cộng các em mang về 14 tấm huy chương: năm vàng, bốn bạc, năm đồng, khi giải khép lại hôm 17/7/2026.
Nửa năm (6 tháng) khổ luyện ở Suối Ngọc đã được đền đáp; giờ cả đội hướng tới đấu trường quốc gia vào tháng 11.`,
  },
  {
    text: `Tu bổ đình Phúc Lộc Thượng từ nguồn xã hội hóa
Ngày 3/11/2026, xã Cẩm Đoài khởi công tu bổ đình Phúc Lộc Thượng, di tích kiến trúc thế kỷ XVII. Tổng kinh phí 6,8 tỷ đồng, trong đó người dân và con em xa quê đóng góp 4,2 tỷ đồng.
Hạng mục gồm thay 32 cấu kiện gỗ mục, lợp lại mái ngói mũi hài và phục chế hai bức cốn chạm rồng. Việc thi công chia làm ba đợt, hoàn thành trước 30/6/2027.
Phòng Quản lý di sản cử cán bộ giám sát và công khai chi tiêu tại đình vào ngày mồng một hằng tháng.`,
    retold: `Dân góp sức giữ mái đình xưa
4,2 trong 6,8 tỷ đồng sửa đình Phúc Lộc Thượng là tiền túi của bà con Cẩm Đoài cùng những người đi xa. Việc bắt đầu hôm 3/11/2026, chậm nhất 30/6/2027 phải xong.
Thợ sẽ đưa ra ngoài 32 khúc gỗ đã mục, lợp ngói mũi hài, làm sống lại đôi cốn có rồng chầu; tất cả dàn thành ba chặng.
Công trình dựng từ thế kỷ XVII nên luôn có người của Phòng Quản lý di sản trông coi. Tiền nong niêm yết ngay tại chỗ, mồng một nào cũng vậy.`,
  },
  {
    text: `Số hóa 1.150 tư liệu Hán Nôm tại bảo tàng tỉnh
Bảo tàng Kinh Hà vừa hoàn thành số hóa 1.150 tư liệu Hán Nôm gồm sắc phong, địa bạ và văn bia, sau 14 tháng thực hiện đề án bắt đầu từ tháng 8/2025.
Người đọc có thể xem ảnh chụp độ phân giải cao và bản dịch của 430 tư liệu trên trang của bảo tàng, không mất phí. Nhóm thực hiện gồm 9 chuyên viên và 21 cộng tác viên.
Tư liệu cổ nhất là sắc phong năm 1653 của đền Lê Xá. Giai đoạn tiếp theo sẽ số hóa tư liệu do 75 dòng họ lưu giữ.`,
    retold: `Kho chữ xưa lên mạng
Chẳng cần tới Bảo tàng Kinh Hà, ai cũng có thể ngắm bản sắc phong từ năm 1653 của đền Lê Xá trên màn hình, cùng hơn một nghìn trang giấy, bia đá khác, tổng cộng 1.150 đơn vị Hán Nôm.
Mười bốn (14) tháng kể từ 8/2025, ba mươi người, trong đó 9 là chuyên viên và 21 là cộng tác, đã chụp, đọc, dịch. 430 văn bản có lời dịch, xem không phải trả tiền.
Việc kế tiếp là gõ cửa 75 dòng họ.`,
  },
  {
    text: `Thư viện xe lưu động về với học sinh vùng bãi
Thư viện tỉnh Kinh Hà phối hợp Trường THCS Bãi Soi tổ chức ngày hội đọc sách, đưa xe thư viện lưu động chở 2.600 cuốn đến với 415 học sinh trong ngày 21/4/2026.
Các em được mượn sách tại chỗ, nghe kể chuyện và dùng 12 máy tính bảng để đọc sách điện tử. Thư viện tặng trường 300 cuốn.
Năm 2026, xe lưu động dự kiến phục vụ 48 lượt ở 20 xã, ưu tiên các điểm trường xa trung tâm.`,
    retold: `Khi sách đi tìm người đọc
Chiếc xe chở theo 2.600 cuốn dừng giữa sân trường Bãi Soi hôm 21/4/2026, và 415 cô cậu học trò ùa ra.
Em thì lướt máy tính bảng (có 12 chiếc), em ngồi nghe chuyện, em ôm cả chồng về góc sân. Lúc rời đi, đoàn của Thư viện tỉnh để lại 300 cuốn làm quà.
Những nơi xa xôi như thế này sẽ còn được đón xe: kế hoạch 2026 là 48 chuyến qua 20 xã.`,
  },
  {
    text: `Đoàn viên thôn Trại Găng dọn dẹp bờ mương
Sáng Chủ nhật vừa qua, đoàn viên thanh niên thôn Trại Găng cùng bà con ra quân khơi thông mương nội đồng, thu gom vỏ bao thuốc bảo vệ thực vật.
Chị Bùi Thùy Mẫu, bí thư chi đoàn, cho biết việc làm này được duy trì đều đặn mỗi tháng một lần, vừa giữ sạch đồng ruộng vừa nhắc nhau không vứt rác bừa bãi. Nhiều hộ đã tự sắm thùng chứa riêng đặt ở đầu bờ.`,
    retold: `Bờ mương Trại Găng sạch bóng vỏ thuốc trừ sâu
Cuối tuần rồi, các bạn trẻ của thôn Trại Găng rủ người dân xuống đồng, vét dòng chảy, nhặt hết bao bì thuốc bảo vệ thực vật còn sót lại.
Bí thư chi đoàn Bùi Thùy Mẫu kể rằng tháng nào anh chị em cũng làm một buổi, cốt để ruộng đồng sạch và để mọi người thôi xả rác. Không ít nhà còn mua sẵn thùng để đầu bờ.`,
  },
  {
    text: `Xã Mỹ Xá mở góc đọc sách tại bộ phận một cửa
Người dân xã Mỹ Xá đến làm thủ tục nay có thêm chỗ đọc sách trong lúc chờ. Góc đọc do công chức văn hóa Hồ Ngọc Mẫu đề xuất, sách do giáo viên và phụ huynh quyên góp.
Ngoài truyện thiếu nhi, kệ còn có sổ tay hướng dẫn khai sinh, chứng thực và bảo hiểm y tế soạn bằng lời dễ hiểu. Ai muốn mượn về chỉ cần ghi vào sổ.`,
    retold: `Đợi giấy tờ, đọc dăm trang sách
Tại nơi tiếp dân của Mỹ Xá vừa xuất hiện một kệ sách nhỏ. Ý tưởng là của Hồ Ngọc Mẫu, người phụ trách văn hóa; còn sách thì thầy cô với cha mẹ học sinh đem tới.
Trẻ con có truyện, người lớn có cuốn sổ tay viết giản dị về bảo hiểm y tế, chứng thực, khai sinh. Thích cuốn nào cứ ghi tên rồi mang về.`,
  },
  {
    text: `Thông báo tạm dừng tiếp nhận hồ sơ để nâng cấp phần mềm
Trung tâm Phục vụ hành chính công Kinh Hà thông báo tạm dừng tiếp nhận hồ sơ trực tuyến từ 18 giờ ngày 28/8/2026 đến 6 giờ ngày 31/8/2026 để nâng cấp phần mềm.
Trong thời gian này, người dân nộp hồ sơ trực tiếp tại quầy số 4. Hồ sơ đã nộp trước đó vẫn được giải quyết đúng hạn.`,
    retold: `Ba đêm phần mềm nhận hồ sơ sẽ nghỉ
Ai định gửi giấy tờ qua mạng cho Trung tâm Phục vụ hành chính công Kinh Hà xin lưu ý: hệ thống ngừng chạy lúc 18 giờ hôm 28/8/2026, tới 6 giờ sáng 31/8/2026 mới mở lại vì phải cài bản mới.
Cần gấp thì mang đến quầy 4. Những bộ gửi từ trước không bị chậm.`,
  },
  {
    text: `Gương sáng cán bộ tư pháp phường Hà Mãn
Gần hai mươi năm làm công tác tư pháp, chị Nghiêm Thu Mẫu được người dân phường Hà Mãn quý mến bởi sự tận tụy. Chị thường đến sớm, hướng dẫn từng người cách điền tờ khai và không để ai phải về tay không.
Sáng kiến phân loại hồ sơ theo màu của chị giúp rút ngắn việc tìm kiếm, được Ủy ban nhân dân phường áp dụng cho mọi lĩnh vực từ đầu năm nay.`,
    retold: `Người phụ nữ không để ai về tay không
Ở Hà Mãn, nhắc đến chị Nghiêm Thu Mẫu bà con đều khen. Hai mươi năm gắn bó với nghề tư pháp, sáng nào chị cũng có mặt trước giờ, chỉ cho từng người viết từng ô.
Chị nghĩ ra cách dán màu cho mỗi loại giấy tờ để tìm cho nhanh. Hay đến mức đầu năm nay cả phường làm theo.`,
  },
  {
    text: `Xã Cẩm Đoài đưa thông tin cải cách lên loa thông minh
Hệ thống loa thông minh của xã Cẩm Đoài vừa có chuyên mục mới về cải cách hành chính, phát vào 5 giờ 30 và 17 giờ các ngày thứ Tư, thứ Sáu.
Mỗi bản tin dài ba phút, do ban văn hóa xã biên tập thành lời nói đời thường, có phần hỏi đáp về thủ tục người dân hay gặp. Sau một tháng, bộ phận một cửa nhận ít hơn hẳn những câu hỏi lặp lại.`,
    retold: `Chuyện thủ tục qua loa xóm
Thứ Tư và thứ Sáu, cứ 5 giờ 30 rồi 17 giờ, loa ở Cẩm Đoài lại kể chuyện giấy tờ. Chuyên mục chỉ dài chừng ba phút.
Người viết là ban văn hóa, viết như nói, lại trả lời luôn điều bà con hay thắc mắc. Phát được một tháng thì ở bộ phận một cửa đã vắng hẳn người hỏi đi hỏi lại một câu.`,
  },
  {
    text: `Ra mắt câu lạc bộ tuyên truyền viên nhí Liễu Khê
Trường Tiểu học Liễu Khê vừa ra mắt câu lạc bộ tuyên truyền viên nhí với 25 em lớp 4 và lớp 5. Các em tập dẫn chuyện, vẽ tranh và đóng tiểu phẩm về nếp sống văn minh, thái độ phục vụ của cán bộ.
Cô giáo tổng phụ trách Cao Mỹ Mẫu mong các em trở thành cầu nối để phụ huynh quen dần với dịch vụ công trực tuyến.`,
    retold: `Những tuyên truyền viên nhỏ tuổi nhất Liễu Khê
Hai mươi lăm (25) cô cậu lớp 4, lớp 5 của Liễu Khê giờ đã có câu lạc bộ riêng: đứa dẫn chuyện, đứa cầm cọ, đứa hóa thân thành cán bộ niềm nở trong tiểu phẩm.
Theo cô Cao Mỹ Mẫu, người lo công tác đội, chính các con sẽ rủ cha mẹ làm giấy tờ trên mạng.`,
  },
];

/** Other news of a place and people that a story above tells of, by the story's place in the list. */
export const followUps: { of: number; text: string }[] = [
  {
    of: 0,
    text: `Xã Đông Lĩnh tặng thiết bị cho tổ công nghệ số cộng đồng
Chiều 26/6/2026, tại nhà văn hóa thôn Cầu Gỗ, Ủy ban nhân dân xã Đông Lĩnh trao 14 máy tính bảng cho tổ công nghệ số cộng đồng của bảy thôn.
Bà Lưu Thị Hạnh Mẫu, công chức tư pháp của xã, cho biết thiết bị do doanh nghiệp trên địa bàn ủng hộ, trị giá 70 triệu đồng. Tổ sẽ giúp người dân nộp hồ sơ trực tuyến tại nhà.`,
  },
  {
    of: 2,
    text: `Xã Lạc Sơn Hạ khám sức khỏe miễn phí cho người cao tuổi
Ngày 12/9/2026, trạm y tế xã Lạc Sơn Hạ khám, cấp thuốc miễn phí cho 310 người trên 80 tuổi và người khuyết tật ở các thôn Phù Lưu và Trại Găng.
Đoàn viên thanh niên đến tận nhà đưa đón người không tự đi lại được. Xã dự kiến tổ chức mỗi năm hai đợt.`,
  },
  {
    of: 5,
    text: `Làng gốm Thổ Khê được công nhận làng nghề tiêu biểu
Ngày 20/10/2026, làng gốm Thổ Khê thuộc xã Quế Lâm Tân nhận bằng công nhận làng nghề tiêu biểu. Làng hiện có 52 hộ làm nghề, tạo việc cho 230 lao động.
Nghệ nhân Vương Bá Mẫu thay mặt làng nhận bằng và cam kết mở lớp truyền nghề cho lớp trẻ. Sản phẩm của làng đã có mặt ở bảy tỉnh.`,
  },
  {
    of: 10,
    text: `Phường Hà Mãn khánh thành sân bóng chuyền khu phố Đồng Nguyên
Ngày 15/5/2026, phường Hà Mãn khánh thành sân bóng chuyền hơi khu phố Đồng Nguyên, diện tích 320 mét vuông, kinh phí 410 triệu đồng do người dân đóng góp.
Đội nữ khu phố Đồng Nguyên và đội nam khu phố Bái Uyên đã thi đấu giao hữu mừng công trình mới.`,
  },
  {
    of: 8,
    text: `Kinh Hà đặt mục tiêu đón 3,6 triệu lượt khách du lịch năm 2027
Phòng Quản lý du lịch vừa trình kế hoạch năm 2027 của tỉnh Kinh Hà với mục tiêu đón 3,6 triệu lượt khách, trong đó 210.000 lượt khách quốc tế, tổng thu 4.800 tỷ đồng.
Ngành sẽ kéo dài tuyến xe điện quanh hồ Thạch Bích và mở thêm chợ đêm để giữ khách ở lại lâu hơn.`,
  },
  {
    of: 11,
    text: `Kinh Hà khai giảng lớp năng khiếu bơi mùa hè
Trung tâm Huấn luyện Suối Ngọc khai giảng lớp năng khiếu bơi cho 64 em từ 7 đến 12 tuổi của tỉnh Kinh Hà vào ngày 3/6/2026.
Vận động viên Trịnh Gia Mẫu, gương mặt quen thuộc ở cự ly bơi ếch, đến giao lưu và tặng các em mũ bơi. Lớp kéo dài tám tuần.`,
  },
];

/** What stands before and after a text where it is posted again; none is part of the news. */
export const frames: { before: string; after: string }[] = [
  {
    before: "CỔNG THÔNG TIN ĐIỆN TỬ XÃ MẪU\nTrang chủ | Tin tức | Văn bản\nCập nhật: 08:15",
    after: "Nguồn: Ban Biên tập\nBản quyền thuộc Ủy ban nhân dân xã Mẫu. Điện thoại: 0222 000 111",
  },
  {
    before: "(Báo Kinh Hà) -",
    after: "Phóng viên Mẫu\nẢnh: cộng tác viên\nTừ khóa: cải cách, hành chính, cơ sở",
  },
  {
    before: "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\nBẢN TIN NỘI BỘ\nTheo tin của cơ sở:",
    after:
      "Mời bạn đọc theo dõi trang Zalo của Sở để nhận tin mới. Mọi góp ý xin gửi về hòm thư của Ban Biên tập.",
  },
];

/** Passages that many items carry, longer than the news between them. */
export const commonPassages: { before: string; after: string }[] = [
  {
    before:
      "Thực hiện Kế hoạch tuyên truyền cải cách hành chính năm 2026 của Ủy ban nhân dân tỉnh, nhằm nâng cao nhận thức của cán bộ, công chức, viên chức và người dân về mục đích, ý nghĩa của công tác cải cách hành chính, góp phần xây dựng nền hành chính dân chủ, chuyên nghiệp, hiện đại, thời gian qua các cơ quan, đơn vị, địa phương đã triển khai đồng bộ nhiều giải pháp.",
    after:
      "Mọi thông tin chi tiết xin liên hệ Bộ phận tiếp nhận và trả kết quả trong giờ hành chính, từ thứ Hai đến thứ Sáu hằng tuần, hoặc gọi tổng đài hỗ trợ 1900 0000. Người dân có thể nộp hồ sơ trực tuyến trên Cổng Dịch vụ công quốc gia, theo dõi tình trạng giải quyết và đánh giá mức độ hài lòng sau khi nhận kết quả.",
  },
  {
    before:
      "Phát huy truyền thống đoàn kết, với quyết tâm của cả hệ thống chính trị và sự đồng thuận của nhân dân, phong trào toàn dân đoàn kết xây dựng đời sống văn hóa tiếp tục được đẩy mạnh, trở thành động lực để các địa phương hoàn thành thắng lợi các chỉ tiêu kinh tế, xã hội đã đề ra.",
    after:
      "Trong thời gian tới, các đơn vị tiếp tục quán triệt sâu sắc các văn bản chỉ đạo của cấp trên, tăng cường kiểm tra, giám sát, kịp thời biểu dương, khen thưởng những tập thể, cá nhân có thành tích xuất sắc, đồng thời chấn chỉnh những hạn chế, tồn tại trong quá trình thực hiện.",
  },
];

/** News of cores alone, a sentence or two each, to stand among the common passages. */
export const cores: string[] = [
  "Tại thôn Vạn Phúc Đoài, tổ hỗ trợ đã giúp 37 hộ cấp đổi giấy chứng nhận quyền sử dụng đất, chuyến cuối hoàn thành lúc 17 giờ ngày 4/6/2026.",
  "Câu lạc bộ dân ca Liễu Khê vừa ghi âm xong 18 bài hát cổ do cụ Đặng Thị Mẫu truyền dạy, dự kiến phát trên loa của xã vào sáng Chủ nhật.",
  "Trường mầm non Hoa Gạo tiếp nhận 52 hồ sơ tuyển sinh qua mạng chỉ trong một buổi sáng, không phụ huynh nào phải xếp hàng.",
  "Chợ Đồi Thông lắp bốn máy đọc mã thanh toán, tiểu thương Bùi Văn Mẫu cho biết mỗi ngày có chừng 90 lượt khách trả bằng điện thoại.",
  "Đội văn nghệ khu phố Tây Hồ Sen đoạt giải A tiểu phẩm “Chuyện ở bộ phận một cửa” tại hội diễn tối 30/8/2026.",
  "Xã Mỹ Xá cắt giảm thời gian cấp bản sao trích lục từ 2 ngày xuống còn 3 giờ kể từ đầu tháng 9, sau khi rà soát lại sáu bước nội bộ.",
];

/**
 * Reports of one mould: the same kind of event, filled in for another place, day and number. They share most of
 * their words and are different news.
 */
export const moulds: { text: (slot: string[]) => string; slots: string[][] }[] = [
  {
    text: ([place, day, people, chair, share]) =>
      `Hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân xã ${place} với nhân dân
Ngày ${day}, Ủy ban nhân dân xã ${place} tổ chức hội nghị đối thoại trực tiếp giữa người đứng đầu chính quyền với nhân dân về công tác cải cách hành chính. Dự hội nghị có ${people} đại biểu đại diện cho các tầng lớp nhân dân trên địa bàn xã.
Phát biểu tại hội nghị, ông ${chair}, Chủ tịch Ủy ban nhân dân xã, trả lời các ý kiến về thủ tục đất đai, vệ sinh môi trường và hỗ trợ sản xuất. Tỷ lệ ý kiến được giải quyết ngay tại hội nghị đạt ${share}%.
Kết thúc hội nghị, lãnh đạo xã giao các bộ phận chuyên môn theo dõi, trả lời bằng văn bản những ý kiến còn lại trong thời hạn quy định.`,
    slots: [
      ["Đông Lĩnh", "14/5/2026", "120", "Tạ Quang Mẫu", "82"],
      ["Cẩm Đoài", "21/5/2026", "95", "Phùng Thế Mẫu", "74"],
      ["Tam Giang Đông", "4/6/2026", "143", "Lương Duy Mẫu", "91"],
      ["Đông Lĩnh", "19/11/2026", "168", "Tạ Quang Mẫu", "77"],
    ],
  },
  {
    text: ([month, received, early, late, online]) =>
      `Kết quả giải quyết thủ tục hành chính tháng ${month}/2026 của Trung tâm Phục vụ hành chính công Kinh Hà
Trong tháng ${month}/2026, Trung tâm tiếp nhận ${received} hồ sơ, trong đó hồ sơ nộp trực tuyến chiếm ${online}%. Số hồ sơ giải quyết trước hạn là ${early}, số hồ sơ quá hạn là ${late}.
Các lĩnh vực có nhiều hồ sơ gồm đất đai, tư pháp, lao động và xây dựng. Trung tâm đã gửi thư xin lỗi đối với toàn bộ hồ sơ quá hạn theo quy định.
Thời gian tới, Trung tâm tiếp tục phối hợp các sở, ngành rà soát, cắt giảm thời gian giải quyết và nâng tỷ lệ thanh toán trực tuyến.`,
    slots: [
      ["3", "5.214", "4.870", "12", "63,2"],
      ["4", "5.689", "5.301", "9", "65,0"],
      ["5", "6.102", "5.777", "15", "67,8"],
      ["6", "5.930", "5.512", "7", "70,1"],
    ],
  },
  {
    text: ([place, day, teams, winner, prize]) =>
      `Sôi nổi hội thi tuyên truyền viên giỏi ${place}
Tối ${day}, tại nhà văn hóa trung tâm, ${place} tổ chức hội thi tuyên truyền viên giỏi về cải cách hành chính với ${teams} đội dự thi. Các đội trải qua ba phần thi: chào hỏi, kiến thức và tiểu phẩm.
Với phần thể hiện sinh động, sát thực tế cơ sở, đội ${winner} đã giành giải Nhất, nhận phần thưởng ${prize} triệu đồng. Ban tổ chức còn trao các giải Nhì, Ba và Khuyến khích cho những đội khác.
Hội thi là dịp để cán bộ, công chức và nhân dân nắm vững hơn chủ trương về cải cách hành chính, từ đó nâng cao chất lượng phục vụ.`,
    slots: [
      ["phường Hà Mãn", "8/7/2026", "11", "Bái Uyên", "3"],
      ["xã Vân Trì", "15/7/2026", "8", "thôn Đông Bích", "5"],
      ["phường Yên Thượng", "29/7/2026", "14", "tổ dân phố Lò Rèn", "4"],
      ["xã Quế Lâm Tân", "12/8/2026", "9", "làng Thổ Khê", "2"],
    ],
  },
  {
    text: ([site, day, cost, pieces, until]) =>
      `Khởi công tu bổ di tích ${site}
Ngày ${day}, Ban quản lý di tích khởi công tu bổ, tôn tạo di tích ${site} với tổng mức đầu tư ${cost} tỷ đồng từ ngân sách tỉnh và nguồn xã hội hóa.
Dự án thay thế ${pieces} cấu kiện gỗ hư hỏng, lợp lại mái, lát sân và chỉnh trang khuôn viên. Công trình dự kiến hoàn thành trước ngày ${until}.
Chủ đầu tư yêu cầu đơn vị thi công giữ nguyên yếu tố gốc, bảo đảm an toàn lao động, vệ sinh môi trường và công khai tiến độ để nhân dân giám sát.`,
    slots: [
      ["chùa Linh Quang", "6/1/2026", "3,4", "18", "31/10/2026"],
      ["đình Phù Lưu", "17/2/2026", "5,9", "44", "30/12/2026"],
      ["đền Lê Xá", "9/3/2026", "2,7", "26", "15/9/2026"],
      ["nhà thờ họ Vương", "25/5/2026", "1,8", "11", "20/11/2026"],
    ],
  },
];
