"""The types of Decree 30/2020 (article 7), those of normative documents, and the central bodies that issue them.

Data of a day, not rules of the code: editors rename, add and end them in the admin.
"""

from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db import migrations
from django.utils.text import slugify

from core.text import fold

# (name, English name, code, normative)
TYPES = [
    ("Hiến pháp", "Constitution", "", True),
    ("Luật", "Law", "L", True),
    ("Pháp lệnh", "Ordinance", "PL", True),
    ("Lệnh", "Order of the State President", "L", True),
    ("Nghị quyết", "Resolution", "NQ", True),
    ("Nghị định", "Decree", "NĐ", True),
    ("Quyết định", "Decision", "QĐ", True),
    ("Thông tư", "Circular", "TT", True),
    ("Thông tư liên tịch", "Joint circular", "TTLT", True),
    ("Nghị quyết (cá biệt)", "Administrative resolution", "NQ", False),
    ("Quyết định (cá biệt)", "Administrative decision", "QĐ", False),
    ("Chỉ thị", "Directive", "CT", False),
    ("Quy chế", "Statute", "QC", False),
    ("Quy định", "Regulation", "QyĐ", False),
    ("Thông cáo", "Communiqué", "TC", False),
    ("Thông báo", "Announcement", "TB", False),
    ("Hướng dẫn", "Guidelines", "HD", False),
    ("Chương trình", "Programme", "CTr", False),
    ("Kế hoạch", "Plan", "KH", False),
    ("Phương án", "Option", "PA", False),
    ("Đề án", "Scheme", "ĐA", False),
    ("Dự án", "Project", "DA", False),
    ("Báo cáo", "Report", "BC", False),
    ("Biên bản", "Minutes", "BB", False),
    ("Tờ trình", "Submission", "TTr", False),
    ("Hợp đồng", "Contract", "HĐ", False),
    ("Công văn", "Official letter", "", False),
    ("Công điện", "Official telegram", "CĐ", False),
    ("Bản ghi nhớ", "Memorandum", "BGN", False),
    ("Bản thỏa thuận", "Agreement", "BTT", False),
    ("Giấy ủy quyền", "Power of attorney", "GUQ", False),
    ("Giấy mời", "Invitation", "GM", False),
    ("Giấy giới thiệu", "Letter of introduction", "GGT", False),
    ("Giấy nghỉ phép", "Leave permit", "GNP", False),
    ("Phiếu gửi", "Dispatch note", "PG", False),
    ("Phiếu chuyển", "Transfer note", "PC", False),
    ("Phiếu báo", "Notification slip", "PB", False),
    ("Thư công", "Open letter", "", False),
]
# (name, English name, abbreviation in numbers)
BODIES = [
    ("Quốc hội", "National Assembly", "QH"),
    ("Ủy ban Thường vụ Quốc hội", "Standing Committee of the National Assembly", "UBTVQH"),
    ("Chủ tịch nước", "State President", "CTN"),
    ("Chính phủ", "Government", "CP"),
    ("Thủ tướng Chính phủ", "Prime Minister", "TTg"),
    ("Văn phòng Chính phủ", "Office of the Government", "VPCP"),
    ("Bộ Quốc phòng", "Ministry of National Defence", "BQP"),
    ("Bộ Công an", "Ministry of Public Security", "BCA"),
    ("Bộ Ngoại giao", "Ministry of Foreign Affairs", "BNG"),
    ("Bộ Nội vụ", "Ministry of Home Affairs", "BNV"),
    ("Bộ Tư pháp", "Ministry of Justice", "BTP"),
    ("Bộ Tài chính", "Ministry of Finance", "BTC"),
    ("Bộ Công Thương", "Ministry of Industry and Trade", "BCT"),
    ("Bộ Nông nghiệp và Môi trường", "Ministry of Agriculture and Environment", "BNNMT"),
    ("Bộ Xây dựng", "Ministry of Construction", "BXD"),
    ("Bộ Văn hóa, Thể thao và Du lịch", "Ministry of Culture, Sports and Tourism", "BVHTTDL"),
    ("Bộ Khoa học và Công nghệ", "Ministry of Science and Technology", "BKHCN"),
    ("Bộ Giáo dục và Đào tạo", "Ministry of Education and Training", "BGDĐT"),
    ("Bộ Y tế", "Ministry of Health", "BYT"),
    ("Bộ Dân tộc và Tôn giáo", "Ministry of Ethnic and Religious Affairs", "BDTTG"),
    ("Ngân hàng Nhà nước Việt Nam", "State Bank of Vietnam", "NHNN"),
    ("Thanh tra Chính phủ", "Government Inspectorate", "TTCP"),
]


def fill(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    DocumentType = apps.get_model("legal", "DocumentType")
    IssuingBody = apps.get_model("legal", "IssuingBody")
    for code, _name in settings.LANGUAGES:
        locale, _ = Locale.objects.get_or_create(language_code=code)
        column = 0 if code == "vi" else 1
        for order, row in enumerate(TYPES):
            DocumentType.objects.create(
                locale=locale,
                translation_key=uuid5(NAMESPACE_URL, f"document-type:{row[0]}"),
                name=row[column],
                slug=slugify(fold(row[column])),
                code=row[2],
                is_normative=row[3],
                order=order,
            )
        for order, row in enumerate(BODIES):
            IssuingBody.objects.create(
                locale=locale,
                translation_key=uuid5(NAMESPACE_URL, f"issuing-body:{row[0]}"),
                name=row[column],
                slug=slugify(fold(row[column])),
                abbreviation=row[2],
                level="central",
                # The province's own bodies come first.
                order=100 + order,
            )


class Migration(migrations.Migration):
    dependencies = [
        ("legal", "0001_initial"),
        ("home", "0002_create_homepage"),
    ]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
