"""Tasks found in texts of instructions, and none in texts that only look so."""

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
    "capitals at the end of the year": (
        "GIAO SỞ TÀI CHÍNH cân đối ngân sách, hoàn thành trước ngày 15/01.",
        [("Sở Tài chính", [], date(2027, 1, 15))],
    ),
}
NOTHING = {
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
