"""The first list; editors add to it in the admin."""

from django.db import migrations

PAIRS = """
chủ chương|chủ trương
khẩn chương|khẩn trương
xuất sứ|xuất xứ
sát nhập|sáp nhập
xát nhập|sáp nhập
chuẩn đoán|chẩn đoán
bổ xung|bổ sung
xuất xắc|xuất sắc
sử lý|xử lý
sử phạt|xử phạt
thăm quan|tham quan
trao chuốt|trau chuốt
chín mùi|chín muồi
dành giật|giành giật
dành thắng lợi|giành thắng lợi
để giành|để dành
giành cho|dành cho
dấu diếm|giấu giếm
dòng giã|ròng rã
đề suất|đề xuất
năng xuất|năng suất
suất phát|xuất phát
sản suất|sản xuất
kiểm xoát|kiểm soát
giám xát|giám sát
xắp xếp|sắp xếp
sắp sếp|sắp xếp
xúc tích|súc tích
kết cuộc|kết cục
khắc khe|khắt khe
vô hình chung|vô hình trung
tựu chung lại|tựu trung lại
tựu chung|tựu trung
đường xá|đường sá
phố sá|phố xá
cọ sát|cọ xát
chia sẽ|chia sẻ
suông sẻ|suôn sẻ
xoay sở|xoay xở
nói xuông|nói suông
bánh trưng|bánh chưng
công nghệ thông tinh|công nghệ thông tin
chuyển đỗi số|chuyển đổi số
ủy bạn nhân dân|ủy ban nhân dân
ủy ban nhân nhân|ủy ban nhân dân
nghành|ngành
nghiêm trỉnh|nghiêm chỉnh
chấp hàng|chấp hành
trãi nghiệm|trải nghiệm
vẽ vang|vẻ vang
sẳn sàng|sẵn sàng
cũng cố|củng cố
kỹ luật|kỷ luật
kỷ năng|kỹ năng
kỹ niệm|kỷ niệm
lảnh đạo|lãnh đạo
hổ trợ|hỗ trợ
nổ lực|nỗ lực
"""


def add(apps, schema_editor):
    Misspelling = apps.get_model("editorial", "Misspelling")
    pairs = [line.split("|") for line in PAIRS.split("\n") if line]
    Misspelling.objects.bulk_create([Misspelling(wrong=wrong, right=right) for wrong, right in pairs])


class Migration(migrations.Migration):
    dependencies = [("editorial", "0002_misspellings")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
