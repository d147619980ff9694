"""Small real files for download: CSV, PDF and DOCX, made without any library of their own."""

import io
import zipfile
from html import escape

CSV_SIGNATURE = "\ufeff"  # spreadsheets recognise UTF-8 by it
FIXED_TIME = (2026, 11, 1, 8, 0, 0)

RESULTS = """Chỉ tiêu,Đơn vị,10 tháng 2025,10 tháng 2026
Thu ngân sách trên địa bàn,tỷ đồng,8192,9142
Chi ngân sách,tỷ đồng,9984,10870
Giải ngân vốn đầu tư công,%,"65,5","71,8"
Kim ngạch xuất khẩu thủy sản,triệu USD,164,196
Lượt khách lưu trú,nghìn lượt,"412,6","468,9"
Doanh nghiệp thành lập mới,doanh nghiệp,618,705
"""
TABLET_POINTS = """Xã/phường,Địa điểm,Giờ cấp
Hạ Lưu,Trạm y tế xã,7:00–19:00
Hạ Lưu,Nhà văn hóa thôn Giữa,7:00–17:00
Vĩnh Sa,Trạm y tế xã,7:00–19:00
Vĩnh Sa,Nhà văn hóa thôn Đê Mới,8:00–16:00
Gò Sen,Trạm y tế xã,7:00–17:00
Vân Hạ,Trạm y tế phường,7:00–20:00
"""
SCHEME = [
    "DE AN CHUYEN DOI SO VA DO THI THONG MINH",
    "TINH SONG MAY, GIAI DOAN 2025 - 2030 (TOM TAT)",
    "",
    "15 nhiem vu - 868 ty dong - 5 linh vuc:",
    "y te, giao duc, du lich, giao thong, moi truong.",
    "",
    "Ba nguyen tac: nhap mot lan, dung nhieu noi; lam nho, do that;",
    "nguoi khong dung dien thoai thong minh van duoc phuc vu day du.",
]
FORM = [
    "PHIẾU ĐĂNG KÝ DỰ TUYỂN",
    "Vị trí dự tuyển: ……………………………",
    "Họ và tên: ……………………………",
    "Điện thoại, thư điện tử: ……………………………",
    "Trình độ chuyên môn: ……………………………",
    "Tôi cam đoan thông tin trên là đúng sự thật.",
]


def files() -> dict[str, tuple[str, str, bytes]]:
    """Return key → (title, file name, content)."""
    return {
        "ket-qua-kinh-te-10-thang": (
            "Kết quả kinh tế – xã hội 10 tháng năm 2026",
            "ket-qua-10-thang.csv",
            csv(RESULTS),
        ),
        "danh-sach-diem-cap-vien-khu-khuan": (
            "Điểm cấp viên khử khuẩn nước",
            "diem-cap-vien-khu-khuan.csv",
            csv(TABLET_POINTS),
        ),
        "tom-tat-de-an": ("Tóm tắt Đề án đô thị thông minh 2025–2030", "tom-tat-de-an.pdf", pdf(SCHEME)),
        "mau-phieu-du-tuyen": ("Mẫu phiếu đăng ký dự tuyển", "mau-phieu-du-tuyen.docx", docx(FORM)),
    }


def csv(text: str) -> bytes:
    """Return a CSV file that spreadsheets open with the right letters."""
    return (CSV_SIGNATURE + text).encode()


def pdf(lines: list[str]) -> bytes:
    """Return a one-page A4 PDF; only ASCII, for it uses a font that every reader has and none is embedded."""
    shown = "T* ".join(f"({line.translate({40: None, 41: None, 92: None})}) Tj " for line in lines)
    stream = f"BT /F1 14 Tf 22 TL 72 760 Td {shown}ET".encode("ascii")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(vi)>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(out),
    )  # fmt: skip
    return bytes(out)


def docx(paragraphs: list[str]) -> bytes:
    """Return a Word document of plain paragraphs, the same bytes each time."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)
    return out.getvalue()
