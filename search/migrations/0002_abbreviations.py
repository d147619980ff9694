"""Abbreviations that a Vietnamese public office uses every day."""

from django.db import migrations

ABBREVIATIONS = [
    ("UBND", "ủy ban nhân dân"), ("HĐND", "hội đồng nhân dân"), ("UBMTTQ", "ủy ban mặt trận tổ quốc"),
    ("MTTQ", "mặt trận tổ quốc"), ("TT&TT", "thông tin và truyền thông"), ("TTTT", "thông tin và truyền thông"),
    ("KH&ĐT", "kế hoạch và đầu tư"), ("KHĐT", "kế hoạch và đầu tư"), ("KH&CN", "khoa học và công nghệ"),
    ("KHCN", "khoa học và công nghệ"), ("NN&MT", "nông nghiệp và môi trường"), ("TN&MT", "tài nguyên và môi trường"),
    ("TNMT", "tài nguyên và môi trường"), ("NN&PTNT", "nông nghiệp và phát triển nông thôn"),
    ("GD&ĐT", "giáo dục và đào tạo"), ("GDĐT", "giáo dục và đào tạo"), ("VHTT&DL", "văn hóa, thể thao và du lịch"),
    ("VHTTDL", "văn hóa, thể thao và du lịch"), ("LĐTB&XH", "lao động, thương binh và xã hội"),
    ("LĐTBXH", "lao động, thương binh và xã hội"), ("GTVT", "giao thông vận tải"), ("TTHC", "thủ tục hành chính"),
    ("CCHC", "cải cách hành chính"), ("DVC", "dịch vụ công"), ("DVCTT", "dịch vụ công trực tuyến"),
    ("HCC", "hành chính công"), ("CĐS", "chuyển đổi số"), ("CNTT", "công nghệ thông tin"), ("CQĐT", "chính quyền điện tử"),
    ("ĐTTM", "đô thị thông minh"), ("QPPL", "quy phạm pháp luật"), ("VBQPPL", "văn bản quy phạm pháp luật"),
    ("CCCD", "căn cước công dân"), ("BHYT", "bảo hiểm y tế"), ("BHXH", "bảo hiểm xã hội"), ("GPLX", "giấy phép lái xe"),
    ("bằng lái xe", "giấy phép lái xe"), ("sổ đỏ", "giấy chứng nhận quyền sử dụng đất"),
    ("sổ hồng", "giấy chứng nhận quyền sử dụng đất"), ("GCNQSDĐ", "giấy chứng nhận quyền sử dụng đất"),
    ("PCCC", "phòng cháy chữa cháy"), ("ATGT", "an toàn giao thông"), ("ANTT", "an ninh trật tự"),
    ("ATTP", "an toàn thực phẩm"), ("GPMB", "giải phóng mặt bằng"), ("QSDĐ", "quyền sử dụng đất"),
    ("KCN", "khu công nghiệp"), ("HTX", "hợp tác xã"), ("OCOP", "mỗi xã một sản phẩm"), ("NTM", "nông thôn mới"),
    ("THPT", "trung học phổ thông"), ("THCS", "trung học cơ sở"), ("KT-XH", "kinh tế - xã hội"),
    ("PCTN", "phòng chống tham nhũng"), ("NSNN", "ngân sách nhà nước"), ("ĐKKD", "đăng ký kinh doanh"),
    ("CBCC", "cán bộ, công chức"), ("BCĐ", "ban chỉ đạo"), ("BQL", "ban quản lý"), ("CATP", "công an thành phố"),
]  # fmt: skip


def seed(apps, schema_editor):
    model = apps.get_model("search", "Abbreviation")
    model.objects.bulk_create([model(short=short, long=long) for short, long in ABBREVIATIONS], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_index")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
