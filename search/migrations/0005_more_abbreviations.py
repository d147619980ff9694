"""More abbreviations of public offices, and everyday words for what the law calls otherwise."""

from django.db import migrations

ABBREVIATIONS = (
    ("VP", "văn phòng"), ("BHTN", "bảo hiểm thất nghiệp"), ("DNNVV", "doanh nghiệp nhỏ và vừa"),
    ("TDTT", "thể dục thể thao"), ("VSATTP", "vệ sinh an toàn thực phẩm"), ("CNCH", "cứu nạn, cứu hộ"),
    ("TTPVHCC", "trung tâm phục vụ hành chính công"), ("TTHCC", "trung tâm hành chính công"),
    ("GPXD", "giấy phép xây dựng"), ("GCN", "giấy chứng nhận"), ("LLTP", "lý lịch tư pháp"), ("HKD", "hộ kinh doanh"),
    ("BVMT", "bảo vệ môi trường"), ("BĐKH", "biến đổi khí hậu"), ("PCTT", "phòng chống thiên tai"),
    ("TKCN", "tìm kiếm cứu nạn"), ("QLTT", "quản lý thị trường"), ("TNHH", "trách nhiệm hữu hạn"),
    ("NVQS", "nghĩa vụ quân sự"), ("TNGT", "tai nạn giao thông"), ("CSGT", "cảnh sát giao thông"),
    ("KBNN", "kho bạc nhà nước"), ("NHCSXH", "ngân hàng chính sách xã hội"), ("BTXH", "bảo trợ xã hội"),
    ("DTTS", "dân tộc thiểu số"), ("NCC", "người có công"), ("QLDA", "quản lý dự án"), ("QLĐĐ", "quản lý đất đai"),
    ("GPMT", "giấy phép môi trường"), ("XNC", "xuất nhập cảnh"), ("SXKD", "sản xuất kinh doanh"),
    ("NLĐ", "người lao động"), ("ĐMST", "đổi mới sáng tạo"), ("KHCN&ĐMST", "khoa học công nghệ và đổi mới sáng tạo"),
    ("VHTT", "văn hóa thông tin"), ("NNMT", "nông nghiệp và môi trường"), ("DTTG", "dân tộc và tôn giáo"),
    ("GDNN", "giáo dục nghề nghiệp"),
    ("CCCD", "thẻ căn cước"), ("CMND", "căn cước"), ("chứng minh nhân dân", "căn cước"),
    ("bằng lái", "giấy phép lái xe"), ("hộ khẩu", "thường trú"), ("độc thân", "tình trạng hôn nhân"),
    ("cúp điện", "ngừng cung cấp điện"), ("cúp nước", "ngừng cấp nước"), ("heo", "lợn"),
    ("sao y", "chứng thực bản sao"), ("công chứng bản sao", "chứng thực bản sao"),
    ("người tàn tật", "người khuyết tật"), ("chích ngừa", "tiêm chủng"), ("xe máy", "xe mô tô"), ("xe hơi", "xe ô tô"), ("passport", "hộ chiếu"),
)  # fmt: skip


def add(apps, schema_editor):
    model = apps.get_model("search", "Abbreviation")
    model.objects.bulk_create([model(short=short, long=long) for short, long in ABBREVIATIONS], ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("search", "0004_facets_index")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
