"""Tasks found in texts of instructions, and none in texts that only look so."""

import time
from datetime import date

import pytest

from departments.recognition import Recogniser
from directives.suggestions import Suggestion, suggest_tasks

GIVEN_ON = date(2026, 4, 10)
STT, VP = "Sở Thông tin và Truyền thông", "Văn phòng Ủy ban nhân dân tỉnh"


def read(text: str, **how) -> list[Suggestion]:
    return suggest_tasks(text, GIVEN_ON, Recogniser(), **how)


def brief(suggestion: Suggestion) -> tuple:
    deadline = suggestion.deadline
    return (
        suggestion.lead.name,
        [mention.name for mention in suggestion.coordinating],
        (deadline.due_on or "standing") if deadline else None,
    )


TEXTS = {
    "giao": ("Chủ tịch UBND tỉnh giao Sở Tài chính rà soát dự toán.", [("Sở Tài chính", [], None)]),
    "giao … chủ trì, phối hợp với": (
        "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Sở Nội vụ và UBND các xã, phường lập quy hoạch trước "
        "ngày 30/6.",
        [("Sở Xây dựng", ["Sở Tài chính", "Sở Nội vụ", "UBND các xã, phường"], date(2026, 6, 30))],
    ),
    "giao …, … phối hợp": (
        "Giao Sở Y tế xây dựng kế hoạch tiêm chủng, Sở Giáo dục và Đào tạo phối hợp thực hiện.",
        [("Sở Y tế", ["Sở Giáo dục và Đào tạo"], None)],
    ),
    "giao …, … phối hợp at once": (
        "Giao Sở Y tế chủ trì, Sở GD&ĐT phối hợp, hoàn thành trong quý II/2026.",
        [("Sở Y tế", ["Sở Giáo dục và Đào tạo"], date(2026, 6, 30))],
    ),
    "a chain of semicolons": (
        "Đồng chí Chủ tịch giao Sở Công Thương theo dõi giá xăng dầu; Công an tỉnh xử lý nạn đầu cơ; đồng "
        "thời báo cáo trước ngày 15/5/2026.",
        [("Sở Công Thương", [], None), ("Công an tỉnh", [], date(2026, 5, 15))],
    ),
    "two agencies in the lead": (
        "Giao Sở Tài chính và Sở Xây dựng tham mưu phương án vốn.",
        [("Sở Tài chính", ["Sở Xây dựng"], None)],
    ),
    "giao cho a person of an agency": (
        "Giao đồng chí Giám đốc Sở Nội vụ khẩn trương tham mưu sắp xếp nhân sự trong tháng 6.",
        [("Sở Nội vụ", [], date(2026, 6, 30))],
    ),
    "yêu cầu a group": (
        "Phát biểu kết luận, ông Lê Hoài An, Phó Chủ tịch UBND tỉnh, yêu cầu các sở, ngành khẩn trương số hóa hồ sơ.",
        [("các sở, ngành", [], None)],
    ),
    "đề nghị": (
        "Thường trực HĐND tỉnh đề nghị UBND các xã, phường công khai danh mục đầu tư chậm nhất ngày 20/4/2026.",
        [("UBND các xã, phường", [], date(2026, 4, 20))],
    ),
    "chịu trách nhiệm": (
        "Sở Nông nghiệp và Môi trường chịu trách nhiệm theo dõi mực nước hồ chứa thường xuyên.",
        [("Sở Nông nghiệp và Môi trường", [], "standing")],
    ),
    "có trách nhiệm": (
        "UBND xã Thạnh Hòa có trách nhiệm bố trí quỹ đất tái định cư đến hết ngày 31/12/2026.",
        [("UBND xã Thạnh Hòa", [], date(2026, 12, 31))],
    ),
    "khẩn trương": (
        "Các sở, ngành, địa phương khẩn trương hoàn thành giải ngân vốn.",
        [("Các sở, ngành, địa phương", [], None)],
    ),
    "what follows an assignment": (
        "Chủ tịch UBND tỉnh giao Sở Y tế bảo đảm thuốc. Văn phòng UBND tỉnh đôn đốc, báo cáo hằng tháng.",
        [("Sở Y tế", [], None), (VP, [], "standing")],
    ),
    "what follows, in other verbs of duty": (
        "Giao Sở Nội vụ tham mưu bố trí cán bộ. Sở Tài chính cân đối kinh phí. UBND các xã, phường tuyên truyền.",
        [("Sở Nội vụ", [], None), ("Sở Tài chính", [], None), ("UBND các xã, phường", [], None)],
    ),
    "riêng": (
        "Yêu cầu các đơn vị số hóa hồ sơ. Riêng Sở TN&MT phải hoàn thành trước ngày 31 tháng 12 năm 2026.",
        [("các đơn vị", [], None), ("Sở Tài nguyên và Môi trường", [], date(2026, 12, 31))],
    ),
    "an agency whose duty is to instruct others": (
        "1. Sở Y tế: Rà soát thuốc.\n2. Sở GD&ĐT: chỉ đạo các trường thu học phí không dùng tiền mặt.",
        [("Sở Y tế", [], None), ("Sở Giáo dục và Đào tạo", [], None)],
    ),
    "every branch and level": (
        "Ban Chỉ đạo yêu cầu các ngành, các cấp tiếp tục quán triệt nghị quyết.",
        [("các ngành, các cấp", [], None)],
    ),
    "said before a colon": (
        "Phó Chủ tịch UBND tỉnh nhấn mạnh: Các sở, ngành cần số hóa hồ sơ. Sở Y tế lập kế hoạch.",
        [("Các sở, ngành", [], None), ("Sở Y tế", [], None)],
    ),
    "one after the other with commas": (
        "Phó Chủ tịch UBND tỉnh giao nhiệm vụ cho từng đơn vị: Sở Tài chính thẩm định, Sở Xây dựng bố trí vốn.",
        [("Sở Tài chính", [], None), ("Sở Xây dựng", [], None)],
    ),
    "helpers between commas are not charged": (
        "Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh, Sở Nội vụ lập danh sách.",
        [("Sở Y tế", ["Công an tỉnh", "Sở Nội vụ"], None)],
    ),
    "two groups with a semicolon": (
        "Yêu cầu Thủ trưởng các sở, ngành; Chủ tịch UBND các xã, phường nghiêm túc thực hiện.",
        [("Thủ trưởng các sở, ngành", ["UBND các xã, phường"], None)],
    ),
    "another name of the agency": (
        "Giao Sở Y tế - Cơ quan Thường trực Ban Chỉ đạo theo dõi, đôn đốc.",
        [("Sở Y tế", [], None)],
    ),
    "headings with bullets": (
        "1. Sở Tài chính:\n- Bố trí kinh phí cho dự án.\n- Hướng dẫn quyết toán trong năm 2026.\n"
        "2. Sở Xây dựng:\n- Thẩm định thiết kế.",
        [
            ("Sở Tài chính", [], None),
            ("Sở Tài chính", [], date(2026, 12, 31)),
            ("Sở Xây dựng", [], None),
        ],
    ),
    "yêu cầu … thực hiện các nội dung sau": (
        "UBND tỉnh yêu cầu các địa phương thực hiện các nội dung sau:\na) Rà soát hộ nghèo;\n"
        "b) Báo cáo trước 25/4/2026.",
        [("các địa phương", [], None), ("các địa phương", [], date(2026, 4, 25))],
    ),
    "gửi … thẩm định": (
        "Giao Sở TT&TT lập dự toán gửi Sở KH&ĐT, Sở Tài chính thẩm định.",
        [(STT, ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"], None)],
    ),
    "whom it is reported to does not help": (
        "Giao Sở Tư pháp rà soát văn bản, trình UBND tỉnh trước ngày 5 tháng 5.",
        [("Sở Tư pháp", [], date(2026, 5, 5))],
    ),
    "a list that says sở once": (
        "Yêu cầu các sở: Tài chính, Xây dựng, Y tế đẩy nhanh tiến độ.",
        [("Sở Tài chính", ["Sở Xây dựng", "Sở Y tế"], None)],
    ),
    "phân công": (
        "Phân công Thanh tra tỉnh kiểm tra việc mua sắm, báo cáo trong vòng 15 ngày.",
        [("Thanh tra tỉnh", [], date(2026, 4, 25))],
    ),
    "dashes": (
        "- Giao Công an tỉnh: tăng cường tuần tra.\n- Giao Sở VHTTDL: tuyên truyền về lễ hội.",
        [("Công an tỉnh", [], None), ("Sở Văn hóa, Thể thao và Du lịch", [], None)],
    ),
    "one after another behind a colon": (
        "Bí thư Tỉnh ủy đề nghị: Sở Tài chính rà soát nguồn thu; Thuế tỉnh chống thất thu.",
        [("Sở Tài chính", [], None), ("Thuế tỉnh", [], None)],
    ),
    "chủ trì, phối hợp without giao": (
        "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh ban hành quyết định trong quý II/2026.",
        [("Sở Nội vụ", ["Sở Tài chính"], date(2026, 6, 30))],
    ),
    "two sentences of which the second begins with an accent": (
        "Giao Sở Nội vụ công khai hồ sơ hằng tuần. Đề nghị các sở, ngành báo cáo trước ngày 15/5.",
        [("Sở Nội vụ", [], "standing"), ("các sở, ngành", [], date(2026, 5, 15))],
    ),
    "by a letter": (
        "Chủ tịch UBND tỉnh có văn bản giao Sở Công Thương kiểm tra giá thép.",
        [("Sở Công Thương", [], None)],
    ),
    "the agency before the verb": (
        "Đối với UBND các xã, phường, đồng chí yêu cầu bố trí cán bộ. Đối với Sở Y tế, đề nghị cần sớm công bố dịch.",
        [("UBND các xã, phường", [], None), ("Sở Y tế", [], None)],
    ),
    "when, before the agency": (
        "Đồng chí yêu cầu thời gian tới, Sở Tư pháp cần số hóa sổ hộ tịch; định kỳ hằng quý, Công an tỉnh đối soát.",
        [("Sở Tư pháp", [], None), ("Công an tỉnh", [], "standing")],
    ),
    "kiến nghị after a task of the same sentence": (
        "Phó Chủ tịch HĐND tỉnh đề nghị UBND xã Thạnh Hòa rà soát hộ nghèo; kiến nghị Sở Y tế bổ sung thuốc.",
        [("UBND xã Thạnh Hòa", [], None), ("Sở Y tế", [], None)],
    ),
    "a passive after a task": (
        "Giao Sở Y tế lập kế hoạch. Văn phòng UBND tỉnh được giao tổng hợp, báo cáo hằng tháng.",
        [("Sở Y tế", [], None), (VP, [], "standing")],
    ),
    "with the name of the province": (
        "Giao Công ty Điện lực Sông Mây, Thuế tỉnh Sông Mây, Báo và phát thanh, truyền hình Sông Mây "
        "phối hợp đưa tin.",
        [
            (
                "Công ty Điện lực",
                ["Thuế tỉnh", "Báo và Phát thanh, Truyền hình"],
                None,
            )
        ],
    ),
    "branches of several provinces": (
        "Yêu cầu Kho bạc Nhà nước khu vực XIX, Ngân hàng Nhà nước Chi nhánh Khu vực 14 rút ngắn thời gian chi trả.",
        [("Kho bạc Nhà nước khu vực XIX", ["Ngân hàng Nhà nước Chi nhánh Khu vực 14"], None)],
    ),
    "places of a group": (
        "Giao Chủ tịch UBND các xã Thạnh Hòa, Tân Khê và Cẩm Lâm, Công an tỉnh giải phóng mặt bằng.",
        [("UBND các xã Thạnh Hòa, Tân Khê và Cẩm Lâm", ["Công an tỉnh"], None)],
    ),
    "units of a commune": (
        "Yêu cầu Văn phòng HĐND và UBND phường niêm yết thủ tục; Phòng Văn hóa - Xã hội, Phòng Kinh tế rà soát "
        "hộ nghèo.",
        [
            ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường", [], None),
            ("Phòng Văn hóa - Xã hội", ["Phòng Kinh tế"], None),
        ],
    ),
    "money that is spent all the time": (
        "Giao Sở Tài chính bố trí nguồn chi thường xuyên cho y tế cơ sở.",
        [("Sở Tài chính", [], None)],
    ),
    "who has no name": (
        "Chủ tịch UBND tỉnh yêu cầu chủ đầu tư rà soát biện pháp thi công; Sở Y tế kiểm tra bếp ăn.",
        [("chủ đầu tư", [], None), ("Sở Y tế", [], None)],
    ),
    "a body that nobody listed": (
        "Giao Công ty TNHH MTV Khai thác công trình thủy lợi vận hành 17 cống trước ngày 5/5.",
        [("Công ty TNHH MTV Khai thác công trình thủy lợi", [], date(2026, 5, 5))],
    ),
    "a chain of sentences in other verbs": (
        "Chủ tịch UBND tỉnh yêu cầu các sở bám sát kế hoạch. Sở Tài chính làm việc với từng chủ đầu tư. Sở Xây dựng "
        "gỡ vướng về cát. Thuế tỉnh thu nợ trong quý II/2026.",
        [
            ("các sở", [], None),
            ("Sở Tài chính", [], None),
            ("Sở Xây dựng", [], None),
            ("Thuế tỉnh", [], date(2026, 6, 30)),
        ],
    ),
    "another paragraph tells something else": (
        "Giao Sở Y tế lập kế hoạch.\nSở Xây dựng khánh thành cây cầu mới.",
        [("Sở Y tế", [], None)],
    ),
    "a ministry helps a ministry": (
        "Thủ tướng giao Bộ Xây dựng chủ trì, phối hợp với Bộ Tài chính nghiên cứu cao tốc.",
        [("Bộ Xây dựng", ["Bộ Tài chính"], None)],
    ),
    "the head of a school": (
        "Yêu cầu cấp ủy, chính quyền địa phương lo chỗ ở; Hiệu trưởng các trường học mở cửa đón dân.",
        [("cấp ủy, chính quyền địa phương", [], None), ("các trường học", [], None)],
    ),
    "the council charges the committee": (
        "Chủ tịch HĐND tỉnh đề nghị UBND tỉnh khẩn trương triển khai các nghị quyết.",
        [("Ủy ban nhân dân tỉnh", [], None)],
    ),
    "a body that is to be the first to ask": (
        "Giao Ban An toàn giao thông tỉnh là cơ quan thường trực, đôn đốc thực hiện.",
        [("Ban An toàn giao thông tỉnh", [], None)],
    ),
    "an unlisted body beside a listed one": (
        "Giao Sở Y tế, Trung tâm Điều hành thông minh xây dựng cơ sở dữ liệu.",
        [("Sở Y tế", ["Trung tâm Điều hành thông minh"], None)],
    ),
    "the Party's": (
        "Ban Thường vụ Tỉnh ủy yêu cầu cấp ủy, tổ chức đảng các cấp quán triệt; Đảng ủy UBND tỉnh "
        "cụ thể hóa nội dung.",
        [("cấp ủy, tổ chức đảng các cấp", [], None), ("Đảng ủy Ủy ban nhân dân tỉnh", [], None)],
    ),
    "below an agency, to instruct others": (
        "1. Giao Sở Y tế:\n- Chỉ đạo Trung tâm Kiểm soát bệnh tật giám sát côn trùng hằng tuần.\n"
        "- Phân công Công an tỉnh trực.",
        [("Sở Y tế", [], "standing"), ("Sở Y tế", [], None)],
    ),
    "capitals at the end of the year": (
        "GIAO SỞ TÀI CHÍNH cân đối ngân sách, hoàn thành trước ngày 15/01.",
        [("Sở Tài chính", [], date(2027, 1, 15))],
    ),
}
# In a directive a numbered line that begins with an agency says what it is to do, in whatever verb.
DIRECTIVES = {
    "any verb": (
        "1. Ủy ban nhân dân các xã, phường ven sông Hậu rà soát điểm sạt lở.\n2. Sở Y tế phun hóa chất diệt muỗi.",
        [("UBND các xã, phường", [], None), ("Sở Y tế", [], None)],
    ),
    "a line below the agency": (
        "1. Sở Nội vụ\nTham mưu bổ sung biên chế trong tháng 9/2026.\n"
        "Hướng dẫn tuyển dụng.\n2. Sở Y tế\nLập kế hoạch.",
        [("Sở Nội vụ", [], date(2026, 9, 30)), ("Sở Nội vụ", [], None), ("Sở Y tế", [], None)],
    ),
    "when, before the agency": (
        "Định kỳ ngày 25 hằng tháng, các chủ đầu tư báo cáo tiến độ về Sở Tài chính.",
        [("các chủ đầu tư", [], "standing")],
    ),
    "agencies that work together": (
        "Kho bạc Nhà nước tỉnh, Thuế tỉnh phối hợp thu đúng, thu đủ.",
        [("Kho bạc Nhà nước", ["Thuế tỉnh"], None)],
    ),
    "whom it is sent to": (
        "Kính gửi:\n- Sở Y tế;\n- Sở Nội vụ.\nThực hiện Công văn của Bộ Y tế, UBND tỉnh có ý kiến:\n"
        "1. Sở Y tế tiêm vắc-xin.",
        [("Sở Y tế", [], None)],
    ),
    "who is invited": (
        "Văn phòng UBND tỉnh trân trọng kính mời:\n- Lãnh đạo các sở: Y tế, Nội vụ;\n- Chủ tịch UBND các phường: "
        "Bến Đò, Cẩm Lâm.\nĐề nghị Sở Y tế chuẩn bị tài liệu.",
        [("Sở Y tế", [], None)],
    ),
    "any verb, without a number": (
        "III. Về truyền thông\nBáo và Phát thanh, Truyền hình tỉnh mở chuyên trang.",
        [("Báo và Phát thanh, Truyền hình tỉnh", [], None)],
    ),
    "a listed body that nobody else listed": (
        "1. Công ty Cấp nước vận hành hai trạm bơm.",
        [("Công ty Cấp nước", [], None)],
    ),
    "what stands between an agency and its verb": (
        "1. Sở Y tế (cơ quan thường trực): tổ chức 5 đoàn kiểm tra.\n"
        "2. Văn phòng UBND tỉnh, theo nhiệm vụ được giao, đôn đốc.\n"
        "3. Sở Công Thương và Chi cục Quản lý thị trường: chống hàng giả.\n4. UBND cấp xã: lập tổ tự quản.",
        [
            ("Sở Y tế", [], None),
            (VP, [], None),
            ("Sở Công Thương", ["Chi cục Quản lý thị trường"], None),
            ("UBND cấp xã", [], None),
        ],
    ),
    "who is charged with all that follows": (
        "Yêu cầu Giám đốc Sở Y tế, Chủ tịch UBND các xã ven rừng thực hiện ngay các nội dung sau:\n"
        "1. UBND các xã trực.",
        [("UBND các xã", [], None)],
    ),
    "what an agency asks for": ("Sở Y tế đề nghị UBND tỉnh bổ sung biên chế.", []),
    "what became of an agency": ("1. Sở Y tế đã phun hóa chất.\n2. Sở Nội vụ hiện thiếu 5 biên chế.", []),
    "the close of a notice": ("Văn phòng UBND tỉnh thông báo để các cơ quan, đơn vị biết, thực hiện./.", []),
    "the close of a decision": (
        "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết định này./.",
        [],
    ),
    "who answers for it": (
        "Người đứng đầu các cơ quan, đơn vị chịu trách nhiệm trước Chủ tịch UBND tỉnh về kết quả thực hiện.",
        [],
    ),
}
NOTHING = {
    "an order of years ago": "Năm 2025, UBND tỉnh đã ban hành 12 văn bản, yêu cầu các địa phương chống hạn.",
    "a wish concerning an agency": "Đối với Sở Y tế, cử tri đề nghị sớm xây bệnh viện.",
    "households": "Nhiều hộ đề nghị Công ty Điện lực đóng điện trở lại.",
    "a need": "UBND các xã, phường cần thêm máy quét.",
    "a question": "Bạn đọc hỏi: Đề nghị Sở Xây dựng cho biết khi nào nâng cấp đường tỉnh?",
    "a second wish in the sentence": "Một hộ dân đề nghị UBND tỉnh xem xét; yêu cầu Sở Xây dựng trả lời.",
    "a task as a noun": "Lớp học nhằm thực hiện nhiệm vụ của Tỉnh ủy giao Sở Nội vụ nâng cao chất lượng cán bộ.",
    "what somebody will assign": "Chủ đầu tư cho biết sẽ giao nhà thầu thi công trong tháng 7.",
    "kiến nghị from below": "Một công dân kiến nghị Sở Xây dựng sớm cấp phép.",
    "reported assignment": "Trước đó, UBND tỉnh đã giao Sở Xây dựng khảo sát tuyến đường.",
    "passive": "Sở Tài chính được giao chủ trì xây dựng đề án từ năm ngoái.",
    "passive with an actor": "Đề án được UBND tỉnh giao Sở Nội vụ soạn thảo đã hoàn thành.",
    "exchange": "Tối qua, Sở Văn hóa, Thể thao và Du lịch giao lưu với các nghệ nhân.",
    "traffic": "Sở Giao thông vận tải cho biết giao thông các huyện, thị xã thông suốt.",
    "handing over": "Nhà thầu bàn giao Sở Y tế khu khám bệnh mới.",
    "a wish of the people": "Yêu cầu của người dân là có nước sạch; các sở, ngành đã trả lời.",
    "a request is met": "Hạ tầng chưa đáp ứng yêu cầu các sở, ngành đặt ra.",
    "voters ask": "Cử tri đề nghị Sở Xây dựng sớm sửa mặt đường.",
    "from below": "Các sở, ngành cũng yêu cầu UBND tỉnh có cơ chế cụ thể.",
    "petition": "Sở Y tế đề nghị Bộ Y tế bổ sung vắc-xin.",
    "in the chair": "Sở Nội vụ chủ trì hội nghị tổng kết công tác năm.",
    "a report": "Sở Tài chính báo cáo kết quả thu ngân sách quý I. Sở Y tế tổ chức hiến máu.",
    "what was done": "Năm 2025, Sở Công Thương đã hoàn thành kế hoạch được giao.",
    "an assignment that is done": "Nhiệm vụ UBND tỉnh giao Sở Y tế đã hoàn thành 90%.",
    "a target that was given": "Toàn tỉnh thu đạt 105% dự toán Trung ương giao, các địa phương đều vượt.",
    "nobody in it": "Cần tăng cường kỷ luật, kỷ cương; khẩn trương khắc phục hậu quả mưa lũ.",
    "a person reports after an assignment": (
        "Chủ tịch UBND tỉnh đã giao Sở Tài chính rà soát. Giám đốc Sở Y tế báo cáo tình hình dịch bệnh."
    ),
    "a conclusion that tells what is done": "Hội nghị kết luận: Sở Y tế đã hoàn thành kế hoạch.",
    "what was emphasised before": "Trước đó, Chủ tịch UBND tỉnh nhấn mạnh: Sở Y tế cần số hóa bệnh án.",
    "empty": "",
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_an_instruction_is_suggested_with_who_and_by_when(text, expected):
    assert [brief(suggestion) for suggestion in read(text)] == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_a_report_or_a_wish_is_no_task(text):
    assert [brief(suggestion) for suggestion in read(text)] == []


@pytest.mark.parametrize(("text", "expected"), DIRECTIVES.values(), ids=DIRECTIVES)
def test_a_directive_sets_what_its_lines_say(text, expected):
    assert [brief(suggestion) for suggestion in read(text, is_directive=True)] == expected


@pytest.mark.parametrize(
    "text", ["giao " * 20000, "Giao Công ty " * 8000, "1. Ban a b c d\n" * 8000, "yêu cầu Trung tâm x " * 5000]
)
def test_long_and_hostile_texts_take_little_time(text):
    started = time.process_time()
    read(text, is_directive=True)
    assert time.process_time() - started < 10


def test_in_a_directive_an_agency_and_a_verb_of_duty_are_enough():
    text = "Sở Tài chính bố trí kinh phí. Kết quả thu ngân sách khá."
    assert read(text) == []
    assert [brief(suggestion) for suggestion in read(text, is_directive=True)] == [("Sở Tài chính", [], None)]


def test_a_suggestion_shows_its_source_and_says_what_is_to_be_done():
    text = "Mở đầu cuộc họp. Giao Sở Y tế, trước ngày 30/6, rà soát thuốc./."
    (found,) = read(text)
    assert text[found.start : found.end] == found.sentence == "Giao Sở Y tế, trước ngày 30/6, rà soát thuốc./."
    assert found.content == "Trước ngày 30/6, rà soát thuốc"
    assert found.deadline and found.deadline.words == "trước ngày 30/6"
